"""What the JSON Schemas offer to editors: meanings of words, modes by type, patterns in words, kinds of id."""

import json

import jsonschema
import pytest

from dashboard.model import vocabularies
from dashboard.model.schema import schemas


@pytest.fixture(scope="module")
def event():
    """The schema of an event."""
    return schemas()["event"]


def test_a_word_with_a_meaning_has_it_beside_it(event):
    """Event types, commitment levels and likelihood words are each described; a list without meanings is not."""
    what = event["$defs"]["What"]["properties"]
    (types, _null) = what["type"]["anyOf"]
    assert dict(zip(types["enum"], types["enumDescriptions"], strict=True)) == {
        name: entry["meaning"] for name, entry in vocabularies.EVENT_TYPES.items()
    }
    assert event["$defs"]["Commitment"]["properties"]["level"]["enumDescriptions"] == [
        *vocabularies.COMMITMENT.values()
    ]
    assert "45 to 55 %" in event["$defs"]["Judgement"]["properties"]["likelihood"]["enumDescriptions"]
    assert "enumDescriptions" not in what["contexts"]["items"]


@pytest.mark.parametrize(
    ("what", "fits"),
    [
        ({"type": "retreat", "modes": ["withdraw"]}, True),
        ({"type": "retreat", "modes": ["expel"]}, False),
        ({"type": "consult", "modes": ["visit"]}, True),
        ({"type": "accuse", "modes": ["withdraw"]}, False),
        ({"type": "retreat"}, True),
        ({"type": "retreat", "modes": []}, True),
    ],
)
def test_a_mode_fits_its_type(event, what, fits):
    """A mode of another type is marked where it is written."""
    record = {"title": "It happened", "what": what, "claims": {"said": {"text": "It happened."}}}
    assert jsonschema.Draft202012Validator(event).is_valid(record) == fits


def parts(schema):
    """Every mapping in a schema."""
    if isinstance(schema, list):
        for each in schema:
            yield from parts(each)
    elif isinstance(schema, dict):
        yield schema
        for each in schema.values():
            yield from parts(each)


@pytest.mark.parametrize("name", schemas())
def test_a_pattern_that_people_write_by_is_there_in_words(name):
    """Whoever breaks it reads what to write, and not the pattern. Only what programs write has none."""
    by_programs = {"^[0-9a-f]{64}$", "^([0-9a-f]{12})?$"}
    without = [
        part["pattern"]
        for part in parts(schemas()[name])
        if isinstance(part.get("pattern"), str) and "patternErrorMessage" not in part
    ]
    assert set(without) <= by_programs


def test_a_field_that_takes_an_id_says_of_what(event):
    """Each kind of id that an event can name is marked, so that a workspace's own schemas can list them."""
    text = json.dumps(event)
    for kind in ("places", "actors", "threads", "sources", "events", "questions", "claims-of-this-event"):
        assert f'"x-ids-of": "{kind}"' in text
    assert '"x-ids-of": "claims"' in json.dumps(schemas()["briefing"])
