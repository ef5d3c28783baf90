"""Quotes made of selected words: they stand in the text once, at the place that was selected."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.drafting import quotes
from dashboard.drafting.quotes import MOST_CHARACTERS, NotQuotable, quote_of, sentence_at
from dashboard.evidence.finding import find
from dashboard.evidence.folding import fold_with_offsets

TEXT = "The port closed.\nThe port opened again. Nobody said why the port closed, or when."


def quoted(words, text=TEXT, nth=0):
    """The quote of words, at the nth place where they stand."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return quote_of("source", text, (start, start + len(words)))


def test_words_that_stand_once_need_nothing_around_them():
    """Neither prefix nor suffix."""
    quote = quoted("opened again")
    assert (quote.exact, quote.prefix, quote.suffix) == ("opened again", "", "")


def test_words_that_stand_more_than_once_get_those_before_them():
    """As few as make them the only ones; the quote stands at the words that were selected."""
    quote = quoted("port closed", nth=1)
    assert quote.prefix == "the "
    found = find(quote, TEXT, lambda: fold_with_offsets(TEXT))
    assert found.spans == ((TEXT.rindex("port closed"), TEXT.rindex("port closed") + len("port closed")),)


def test_the_first_of_several_is_told_apart_by_what_follows():
    """Where nothing stands before it."""
    text = "No. No. No, never."
    found = find(quoted("No", text), text, lambda: fold_with_offsets(text))
    assert found.spans == ((0, 2),)


def test_a_long_text_that_repeats_itself_is_not_searched_for_each_word_around(monkeypatch):
    """What stands twice with its surroundings is passed over by a plain search, which takes a tenth of the time."""
    looked_up = []
    monkeypatch.setattr(quotes, "find", lambda *given: looked_up.append(given) or find(*given))
    text = "One two three four five six seven eight nine ten closed. " * 50 + "Nobody knows why the port closed."
    quote = quoted("closed", text, nth=50)
    assert (quote.prefix, len(looked_up)) == ("port ", 1)


def test_white_space_at_the_ends_is_left_out_and_broken_lines_are_joined():
    """What a hand selects too much is no part of the quote."""
    assert quote_of("source", TEXT, (9, 25)).exact == "closed. The port"


def test_what_cannot_be_quoted_is_told_with_what_to_do():
    """Nothing but space, too much, and what the text repeats with all that is around it."""
    with pytest.raises(NotQuotable, match="Select some words"):
        quote_of("source", TEXT, (16, 17))
    long = "word " * (MOST_CHARACTERS // 4)
    with pytest.raises(NotQuotable, match="has at most 5,000"):
        quote_of("source", long, (0, len(long)))
    with pytest.raises(NotQuotable, match="Select more words"):
        quoted("ha", "ha " * 100, nth=50)


def test_a_span_outside_of_the_text_is_cut_to_it():
    """A page may be older than the text."""
    with pytest.raises(NotQuotable):
        quote_of("source", TEXT, (500, 600))
    assert quote_of("source", TEXT, (-5, 8)).exact == "The port"


def test_the_sentence_around_words_is_whole():
    """From its first word to its end."""
    start = TEXT.index("said")
    assert TEXT[slice(*sentence_at(TEXT, (start, start + 4)))] == "Nobody said why the port closed, or when."


@given(
    st.lists(
        st.sampled_from(["The", "port", "«é»", "e\u0301", "日本", "🚢", "مرحبا", "a\nb", "“x”", "-"]),
        min_size=3,
        max_size=30,
    ),
    st.data(),
)
def test_a_quote_stands_where_it_was_selected_or_is_refused(words, data):
    """In any script, with letters of several code points, marks and broken lines."""
    text = " ".join(words)
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    try:
        quote = quote_of("source", text, (start, end))
    except NotQuotable:
        return
    spans = find(quote, text, lambda: fold_with_offsets(text)).spans
    assert spans
    assert spans[0][0] < end
    assert spans[-1][1] > start
