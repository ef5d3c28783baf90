"""Finding quotes: exactly, folded, once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.finding import find
from dashboard.evidence.folding import fold_with_offsets
from dashboard.model.claim import Quote

TEXT = (
    "The base was closed.\nLater, the base was sold. ‘It’s time,’ he said.\n"
    "미군 기지는 2009년에 폐쇄되었다. أُغلقت القاعدة عام 2009."
)


def found(exact: str, prefix: str = "", suffix: str = "", text: str = TEXT):
    return find(
        Quote.model_construct(source="s", exact=exact, prefix=prefix, suffix=suffix), text, fold_with_offsets(text)
    )


@pytest.mark.parametrize("exact", ["closed", "The base", "2009년에 폐쇄", "القاعدة عام"])
def test_words_that_stand_once_are_found_at_their_place(exact):
    """The span is half-open and counts code points."""
    finding = found(exact)
    assert finding.stands
    assert finding.exactly
    ((start, end),) = finding.spans
    assert TEXT[start:end] == exact


def test_typing_makes_no_difference():
    """Straight quotes and a space find curly quotes and a line break."""
    finding = found("closed. Later, the base was sold. 'It's time,'")
    assert finding.stands
    assert not finding.exactly
    ((start, end),) = finding.spans
    assert TEXT[start:end] == "closed.\nLater, the base was sold. ‘It’s time,’"


def test_words_that_stand_twice_are_ambiguous():
    """A quote must be unique."""
    assert found("base was").is_ambiguous
    assert not found("base was").stands


@pytest.mark.parametrize(
    ("prefix", "suffix"), [("The ", ""), ("", " closed"), ("The", ""), ("", "closed"), ("The ", " closed")]
)
def test_prefix_or_suffix_decide_between_two_places(prefix, suffix):
    """W3C TextQuoteSelector; a space at their ends may be left out."""
    assert found("base was", prefix, suffix).spans == ((4, 12),)


def test_a_changed_digit_is_not_found():
    """Similarity never verifies."""
    assert found("2008년에 폐쇄").places == ()
    assert found("The base was closed", suffix=" in 2009").places == ()


def test_words_that_fold_to_nothing_are_not_found():
    """A quote of invisible characters stands nowhere."""
    assert found("\u200b\u00ad").places == ()


@given(st.text(min_size=1, max_size=80), st.data())
def test_any_part_of_a_text_is_found_in_it(text, data):
    """Whatever is cut from a text is found there, once or more, never nowhere."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    if text[start:end].strip():
        assert found(text[start:end], text=text).places


@pytest.mark.parametrize(
    ("exact", "stands"),
    [
        ("the base was closed", True),
        ("[t]he base was closed", True),
        ("[T]he base was closed", True),
        ("  the base was closed", True),
        ("tHe base was closed", False),
        ("[t] he base was closed", False),
        ("the base was opened", False),
    ],
)
def test_the_first_letter_may_be_small_for_a_capital(exact, stands):
    """As where a sentence is quoted in the middle of another; nothing else of its letters may differ."""
    finding = found(exact)
    assert (finding.stands, finding.exactly) == (stands, not stands)
    assert not stands or TEXT[finding.spans[0][0]] == "T"


def test_words_in_the_case_that_is_written_come_first():
    """`The base` and `the base` both stand in the text: each finds itself alone."""
    assert [TEXT[slice(*found(exact).spans[0])] for exact in ("The base", "the base")] == ["The base", "the base"]


@pytest.mark.parametrize(
    ("exact", "stands"),
    [
        ("we will never ‘return’ to Manta", True),
        ("'we will never \"return\" to Manta'", True),
        ("we will never ‘return’ … on Monday", True),
        ("we will never return to Manta", False),
    ],
)
def test_inside_a_quote_single_marks_stand_for_double_ones(exact, stands):
    """Whoever quotes in double marks writes single ones inside; a mark that is left out is a difference."""
    text = "He said “we will never “return” to Manta” on Monday."
    finding = found(exact, text=text)
    assert finding.stands is stands
    assert not stands or "return" in text[finding.spans[0][0] : finding.spans[-1][1]]
