"""What is kept by the hundred thousand is read back as it was, and quickly."""

import pickle
from dataclasses import fields

import pytest

from dashboard.checks.validation import kept_look
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.pickled_values import PickledByValues

KEPT_CLASSES = PickledByValues.__subclasses__()
EVENT = {"title": "T", "claims": {"a": {"text": "The base was closed.", "sources": ["voa"]}}}


@pytest.mark.parametrize("kept", KEPT_CLASSES, ids=lambda kept: kept.__name__)
def test_every_field_of_what_is_pickled_by_its_values_is_taken_by_position(kept):
    """One that is not would be lost on the way, and no error would say so."""
    assert kept.__match_args__ == tuple(each.name for each in fields(kept))


def test_all_that_a_look_keeps_is_pickled_by_its_values():
    """What is kept of each file is among these classes, with the dates in it."""
    assert {kept_look.KeptFile, kept_look.FileRead, kept_look.EventFindings, EventDate} <= set(KEPT_CLASSES)


@pytest.mark.parametrize("text", ["2009?", "2025-09-04T10:30:00+02:00", "1999/2009-09-18", "2025-09-04/.."])
def test_a_date_is_read_back_whole(text):
    """With its bounds and its clock, which equality does not look at."""
    date = EventDate.parse(text)
    assert repr(pickle.loads(pickle.dumps(date))) == repr(date)
    assert pickle.loads(pickle.dumps(date)).sort_key == date.sort_key


def test_records_that_were_given_the_same_fields_share_the_set_of_them():
    """It takes more room than the values of a small record; and each still has its own where others were given."""
    same = [Event.model_validate({**EVENT, "id": id_}) for id_ in ("a", "b")]
    other = Event.model_validate({**EVENT, "id": "c", "threads": ["t"]})
    one, two, three = pickle.loads(pickle.dumps((*same, other)))
    assert (one, two, three) == (*same, other)
    assert one.model_fields_set is two.model_fields_set
    assert three.model_fields_set == one.model_fields_set | {"threads"} == other.model_fields_set
