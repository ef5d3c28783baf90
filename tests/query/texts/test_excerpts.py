"""Excerpts: the words around what a search found where the title does not have it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.event import Event
from dashboard.query.texts.excerpts import ROOM, Excerpt, around, excerpt_of
from dashboard.query.texts.search import search_texts

LONG = "before " * 30 + "the harbour was closed " + "afterwards " * 30
EVENT = Event.model_validate(
    {
        "id": "e",
        "title": "The port closes",
        "claims": {
            "strike": {"text": "A strike closed the harbour.", "sources": ["s"]},
            "closed": {
                "text": "The harbour was closed.",
                "quotes": [{"source": "s", "exact": "the harbour\n is shut"}],
            },
        },
    }
)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("port", None),
        ("the PORT", None),
        ("harbour", Excerpt("closed", is_quoted=True, text="the harbour is shut")),
        ("port strike", Excerpt("strike", is_quoted=False, text="A strike closed the harbour.")),
        ("harbour strike", Excerpt("strike", is_quoted=False, text="A strike closed the harbour.")),
        ("", None),
    ],
)
def test_what_the_title_does_not_have_is_shown_where_most_of_it_stands(words, found):
    """A quote rather than a claim's text; nothing where the title has every word."""
    assert excerpt_of(EVENT, search_texts(EVENT, {"title": EVENT.title}), words) == found


def test_a_word_that_another_searched_field_has_needs_no_excerpt():
    """It is looked for in claims and quotes where no field of the event has it."""
    texts = search_texts(EVENT, {"title": EVENT.title, "tags": "piers"})
    assert excerpt_of(EVENT, texts, "piers") is None
    assert excerpt_of(EVENT, texts, "piers shut") == Excerpt("closed", is_quoted=True, text="the harbour is shut")


def test_a_long_text_is_cut_between_words_around_the_first_that_was_found():
    """What was found is in it, and what is left out is told."""
    cut = around(LONG.strip(), "harbour")
    assert cut.startswith("…\u00a0before ")
    assert cut.endswith(" afterwards\u00a0…")
    assert " the harbour was closed " in cut
    assert len(cut) <= ROOM + 4


@given(st.text(max_size=400), st.text(min_size=1, max_size=12))
def test_an_excerpt_is_a_part_of_the_text(text, words):
    """Whatever is searched in whatever text, spaces or none."""
    assert around(text, words).removeprefix("…\u00a0").removesuffix("\u00a0…") in text
