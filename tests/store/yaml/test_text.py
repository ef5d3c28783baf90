"""YAML that Dateline writes reads back as what it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.event import Event
from dashboard.store.yaml.strict_yaml import read_document
from dashboard.store.yaml.text import event_text, yaml_text

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=30) | st.sampled_from(
    [
        "no",
        "NO",
        "null",
        "~",
        "12:30",
        "0123",
        "1e5",
        "2009",
        "- a",
        "a: b",
        "# a",
        "{a}",
        '"',
        "\\",
        "a\nb",
        " a ",
        "a-b",
        "true",
        "x1-2",
    ]
)
KEYS = TEXTS.filter(lambda key: key != "<<" and len(key.strip()) > 0)
VALUES = st.recursive(
    TEXTS | st.integers(-(10**9), 10**9) | st.booleans(),
    lambda inner: (
        st.lists(inner.filter(lambda value: not isinstance(value, list)), max_size=3)
        | st.dictionaries(KEYS, inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.dictionaries(KEYS, VALUES, min_size=1, max_size=4))
def test_what_is_written_is_read(value):
    """Whatever texts there are, by the strict reader, and with nothing to say against them."""
    document = read_document(yaml_text(value).encode())
    assert document.problems == ()
    assert document.data == value


@pytest.mark.parametrize(
    "claims",
    [
        {
            "a": {
                "text": "A claim: “said”.\nTwice.",
                "quotes": [{"source": "s-1", "exact": 'It "was"\u2028so', "prefix": "no"}],
            }
        },
        {"no": {"text": "\u202eA claim", "sources": ["true", "null", "2009"], "credibility": 2, "note": "~"}},
    ],
)
def test_an_event_is_written_as_it_is(claims):
    """Its file makes the same record; what is as it would be anyway is left out."""
    event = Event.model_validate({"id": "e", "title": "12:30", "claims": claims})
    written = event_text(event)
    document = read_document(written.encode())
    assert Event.model_validate({**document.data, "id": "e"}) == event
    assert "suffix" not in written


def test_amounts_of_a_draft_are_numbers():
    """A text that merely looks like a number would be refused when the draft is read."""
    amount = {"reported": {"value": 13500000, "currency": "USD"}, "claims": ["told"]}
    event = Event.model_validate(
        {
            "id": "aid",
            "title": "Aid",
            "amounts": {"sum": amount},
            "claims": {"told": {"text": "So.", "sources": ["voa"]}},
        }
    )
    assert "value: 13500000\n" in event_text(event)
