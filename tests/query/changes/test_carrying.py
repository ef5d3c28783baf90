"""How changed values are carried."""

import pytest

from dashboard.evidence.verdicts import evidence_of
from dashboard.model.event import Event
from dashboard.query.changes.carrying import carried_of
from dashboard.query.reading import Carried

EVENT = Event.model_validate(
    {
        "id": "closed",
        "title": "It closes",
        "when": {
            "reported": "2009",
            "claims": ["quoted"],
            "assessed": {"date": "2009-09-18", "basis": "external", "sources": ["ap"]},
        },
        "where": {"reported": "manta", "claims": ["failing"]},
        "commitment": {"level": "ended", "claims": ["elsewhere"]},
        "who": [
            {"actor": "nato", "role": "mediator", "claims": ["quoted"]},
            {"actor": "quito", "role": "initiator", "assessed": {"basis": "inferred", "note": "So."}},
        ],
        "amounts": {"aid": {"reported": {"value": 5, "currency": "USD"}, "claims": ["quoted"]}},
        "claims": {
            "quoted": {"text": "It was closed.", "quotes": [{"source": "dispatch", "exact": "was closed"}]},
            "failing": {"text": "It was opened.", "quotes": [{"source": "dispatch", "exact": "was opened"}]},
            "elsewhere": {"text": "It was told.", "sources": ["ap"]},
            "thought": {"text": "It was so.", "basis": "inferred", "note": "So."},
        },
    }
)
EVIDENCE = evidence_of({"closed": EVENT}, {"dispatch": "The base was closed."})


@pytest.mark.parametrize(
    ("path", "carried"),
    [
        ("when/reported", Carried.QUOTED),
        ("when/assessed/date", Carried.EXTERNAL),
        ("where/reported", Carried.FAILED),
        ("where/assessed/place", None),
        ("commitment/level", Carried.NOT_CHECKABLE),
        ("who/nato.mediator", Carried.QUOTED),
        ("who/nato.mediator/as_reported", Carried.QUOTED),
        ("who/quito.initiator", Carried.INFERRED),
        ("who/nobody.initiator", None),
        ("amounts/aid/reported/value", Carried.QUOTED),
        ("amounts/none", None),
        ("claims/quoted/text", Carried.QUOTED),
        ("claims/failing", Carried.FAILED),
        ("claims/elsewhere", Carried.NOT_CHECKABLE),
        ("claims/thought/text", Carried.INFERRED),
        ("claims/gone/text", None),
        ("title", None),
        ("threads", None),
        ("review/status", None),
    ],
)
def test_a_value_has_the_mark_of_what_carries_it(path, carried):
    """The team's own words have none, and neither has what is not there."""
    assert carried_of(EVENT, tuple(path.split("/")), EVIDENCE) is carried
