"""Folding, and the way back from a folded text to the original."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.folding import fold, folded


@pytest.mark.parametrize(
    ("written", "same"),
    [
        ("It’s", "It's"),
        ("“base”", '"base"'),
        ("south–north — east", "south-north - east"),
        ("U.S.\nSecretary", "U.S. Secretary"),
        ("  two \t spaces\u00a0 ", "two spaces"),
        ("so\u00adft", "soft"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("\u202eleft\u202c", "left"),
        ("e\u0301t\u00e9", "été"),
        ("ﬁve ½", "five 1⁄2"),
        ("１３", "13"),
        ("\u1112\u1161\u11ab", "한"),
    ],
)
def test_what_differs_only_in_typing_becomes_the_same(written, same):
    """NFKC, quotation marks, dashes, white space and invisible characters make no difference."""
    assert fold(written) == fold(same)


@given(st.text(max_size=200))
def test_offsets_lead_back_into_the_original(text):
    """Spans are inside the text, in order, and as many as the folded code points."""
    result = folded(text)
    assert len(result.starts) == len(result.ends) == len(result.text)
    assert list(result.starts) == sorted(result.starts)
    assert all(0 <= start < end <= len(text) for start, end in zip(result.starts, result.ends, strict=True))


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF), max_size=100))
def test_folding_twice_changes_nothing_more(text):
    """A folded text is its own folding, as NFKC is."""
    once = fold(unicodedata.normalize("NFKC", text))
    assert fold(once) == once


def test_a_span_covers_the_words_it_was_made_from():
    """Half-open, in code points of the original, dropped characters inside included."""
    text = "He said: ‘so\u00adft’  twice"
    result = folded(text)
    at = result.text.index("'soft'")
    start, end = result.span(at, at + len("'soft'"))
    assert text[start:end] == "‘so\u00adft’"
