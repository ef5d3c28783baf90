"""The words around what a search found, and a quote in the sentence of its source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.model.event import Event
from dashboard.query.texts.excerpts import MOST_AROUND, ROOM, Excerpt, around, excerpt_of, quoted_sentence
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


TEXT = "It was quiet. Ecuador closed its\nport on 3 March, the authority said. A strike had begun. It went on."


def told(text, *words):
    """The sentence of the words, which stand in brackets."""
    at, spans = 0, []
    for each in words:
        at = text.index(each, at)
        spans.append((at, at + len(each)))
        at += len(each)
    return "".join(f"[{each.text}]" if each.is_quoted else each.text for each in quoted_sentence(text, spans))


def test_the_rest_of_the_sentence_stands_around_the_words():
    """On one line, whatever the text's line breaks; a quote of a whole sentence stands alone."""
    assert told(TEXT, "its\nport") == "Ecuador closed [its port] on 3 March, the authority said."
    assert told(TEXT, "A strike had begun.") == "[A strike had begun.]"


def test_a_quote_across_sentences_has_both():
    """And of one with words left out, those too."""
    assert told(TEXT, "said. A strike") == (
        "Ecuador closed its port on 3 March, the authority [said. A strike] had begun."
    )
    assert told(TEXT, "Ecuador closed", "the authority said") == (
        "[Ecuador closed] its port on 3 March, [the authority said]."
    )


@pytest.mark.parametrize("filling", ["word ", "語", "longword" * 40])
def test_a_sentence_without_end_is_cut_on_both_sides(filling):
    """Between words where there are any, with dots."""
    text = f"{filling * 900}here it is{filling * 900}."
    before, words, behind = quoted_sentence(text, [(text.index("here"), text.index("here") + 10)])
    assert words.text == "here it is"
    assert before.text.startswith("… ")
    assert behind.text.endswith(" …")
    assert max(len(before.text), len(behind.text)) <= MOST_AROUND + 2
    if filling == "word ":
        assert before.text.split()[1] == "word"
        assert behind.text.split()[-2] == "word"


def test_without_a_place_there_is_nothing():
    """Words that stand nowhere have no sentence."""
    assert quoted_sentence(TEXT, ()) == ()


@given(st.text(alphabet="Ab. \n", max_size=80), st.data())
def test_the_words_are_those_of_the_text(text, data):
    """However it is written, what is shown as quoted stands there."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = "".join(each.text for each in quoted_sentence(text, [(start, end)]) if each.is_quoted)
    assert shown.split() == text[start:end].split()
