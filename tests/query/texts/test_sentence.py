"""A quote in the sentence in which it stands."""

import hypothesis.strategies as st
import pytest
from hypothesis import given

from dashboard.query.texts.excerpts import MOST_AROUND, quoted_sentence

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
