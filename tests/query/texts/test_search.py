"""Search: every word, however it is typed, and where it stands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.event import Event
from dashboard.query.texts.search import hits, marks, search_texts

TITLE = "Drones for Ecuador’s navy"
EVENT = search_texts(
    Event.model_validate(
        {
            "id": "e",
            "title": TITLE,
            "claims": {
                "drones": {
                    "text": "The drones cost $6 million.",
                    "quotes": [{"source": "s", "exact": "valued at $6 million"}],
                },
                "seoul": {"text": "한국 정부는 말했다", "sources": ["s"]},
            },
        }
    ),
    {"title": TITLE},
)


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("drones", ("title", "drones")),
        ("DRONES", ("title", "drones")),
        ("ecuador's", ("title",)),
        ("valued", ("drones/0",)),
        ("drones million", ("title", "drones", "drones/0")),
        ("정부", ("seoul",)),
        ("drones submarines", ()),
        ("", ()),
        (" \u200b ", ()),
    ],
)
def test_every_word_must_stand_somewhere(words, where):
    """Case, quotation marks and invisible characters make no difference."""
    assert hits(EVENT, words) == where


def test_marks_are_spans_of_the_text_as_it_is_written():
    """In order, none overlapping."""
    text = "Ecuador’s navy, ECUADOR'S drones"
    spans = marks(text, "ecuador's drones dro")
    assert [text[start:end] for start, end in spans] == ["Ecuador’s", "ECUADOR'S", "drones"]
    assert marks(text, "") == ()


@given(st.text(max_size=60), st.text(max_size=20))
def test_marks_lie_inside_the_text(text, words):
    """Whatever is searched in whatever text."""
    spans = marks(text, words)
    flat = [offset for span in spans for offset in span]
    assert flat == sorted(flat)
    assert all(0 <= offset <= len(text) for offset in flat)
