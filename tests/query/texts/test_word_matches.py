"""Searching a text for a reader's words."""

import time

import pytest

from dashboard.query.texts.search import MOST_HITS, found_words


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
