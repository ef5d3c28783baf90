"""A record that is being edited has the problems that its file would have."""

from pathlib import Path

import pytest

from dashboard.checks.drafts import check_record_draft
from dashboard.checks.validation import validate
from dashboard.store.editing import OpenRecord

ROOT = Path(__file__).resolve().parents[3]
KINDS = {"actor": "actors", "place": "places", "thread": "threads", "source": "sources"}


@pytest.fixture(scope="module")
def validation():
    """The sample workspace."""
    return validate(ROOT)


def file_of(kind, id_):
    """Where a record stands."""
    return f"seeds/{id_}.yaml" if kind == "source" else f"events/registry/{KINDS[kind]}.yaml"


def fields_of(kind, id_):
    """What its file says."""
    raw = (ROOT / file_of(kind, id_)).read_bytes()
    return OpenRecord(file_of(kind, id_), "" if kind == "source" else id_, raw).fields


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_not_changed_has_the_problems_that_it_has(validation, kind):
    """Each entry and description of the sample is read, and has no problem."""
    known = getattr(validation.workspace, KINDS[kind])
    assert known
    for id_, record in known.items():
        found = check_record_draft(kind, file_of(kind, id_), id_, fields_of(kind, id_), validation)
        assert (found.record, found.problems) == (record, ())


@pytest.mark.parametrize(
    ("kind", "id_", "change", "code", "path"),
    [
        ("actor", "rafael-correa", {"country": "XX"}, "country-unknown", ("country",)),
        ("actor", "rafael-correa", {"sources": ["nowhere"]}, "source-unknown", ("sources", 0)),
        ("place", "manta-air-base", {"latitude": 91}, "value-out-of-range", ("latitude",)),
        ("place", "manta-air-base", {"country": "JP"}, "coordinates-outside-country", ("latitude",)),
        ("source", "us-troops-ecuador", {"language": "xx-"}, "value-malformed", ("language",)),
        ("thread", "us-ecuador-basing", {"title": 3}, "value-wrong-type", ("title",)),
    ],
)
def test_a_problem_is_on_its_field(validation, kind, id_, change, code, path):
    """Without the key of the entry; other entries have no part in it."""
    found = check_record_draft(kind, file_of(kind, id_), id_, {**fields_of(kind, id_), **change}, validation)
    assert [(each.code, found.path_of(each)) for each in found.problems] == [(code, path)]
