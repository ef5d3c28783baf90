"""Search: every word, however it is typed, and where it stands."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.event import Event
from dashboard.query.texts.search import MOST_HITS, found_words, hits, marks, search_texts

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


@pytest.mark.parametrize(
    ("text", "words", "hits"),
    [
        ("The Base, the base; the BASE.", "the base", ["The Base", "the base", "the BASE"]),
        ("It’s a long\u2011term  stay", "it's a long-term stay", ["It’s a long\u2011term  stay"]),
        ("broken\nline", "broken line", ["broken\nline"]),
        ("in\u200bvi\u00adsible", "invisible", ["in\u200bvi\u00adsible"]),
        ("قاعدة عسكرية", "قاعدة", ["قاعدة"]),
        ("1.5 (a+b)*", "(a+b)*", ["(a+b)*"]),
        ("nothing", "", []),
        ("nothing", "w" * 500, []),
        ("😀😀 two", "two", ["two"]),
    ],
)
def test_words_are_found_as_they_are_typed(text, words, hits):
    """Offsets are of the original; signs of a pattern are only signs; no words, or too many, find nothing."""
    assert [text[start:end] for start, end in found_words(text, words)] == hits


def test_a_long_text_is_searched_in_a_moment_and_hits_end_somewhere():
    """Five million characters on one line."""
    text = "ab " * 1_700_000
    began = time.perf_counter()
    assert len(found_words(text, "b a")) == MOST_HITS
    assert found_words(text, "ab abc") == ()
    assert time.perf_counter() - began < 10
