"""Folding, and the way back from a folded text to the original."""

import re
import time
import tracemalloc
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence import folding
from dashboard.evidence.folding import STABLE, fold, fold_once, fold_with_offsets
from tests.seldom import seldom


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
        ("so\u00ad\nft", "soft"),
        ("so\u00ad \r\n  ft", "soft"),
        ("then-\nPresident", "then-President"),
        ("then- President", "then-President"),
        ("‹base›", "'base'"),
        ("a\u2028b\u2029c\u0085d", "a b c d"),
        ("\u3000wide\u2003spaces\u202f", "wide spaces"),
        ("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069base", "base"),
        ("ze\u200br\u200co\u200d \u2060w\ufeffidth", "zero width"),
        ("a\ufe0fb\u034fc\U000e0100", "abc"),
        ("10\u2212 20", "10-20"),
        ("km² ① ½", "km2 1 1⁄2"),
    ],
)
def test_what_differs_only_in_typing_becomes_the_same(written, same):
    """NFKC, quotation marks, dashes, white space and invisible characters make no difference."""
    assert fold(written) == fold(same)


@given(st.text(max_size=200))
def test_offsets_lead_back_into_the_original(text):
    """Spans are inside the text, in order, and as many as the folded code points."""
    result = fold_with_offsets(text)
    spans = [result.span(index, index + 1) for index in range(len(result.text))]
    assert spans == sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    for (start, end), character in zip(spans, result.text, strict=True):
        assert character in fold(f"x{text[start:end]}x") or character in text[start:end] or character == " "


@given(st.text(alphabet=st.characters(max_codepoint=0x2FFF), max_size=100))
def test_folding_twice_changes_nothing_more(text):
    """A folded text is its own folding, as NFKC is."""
    once = fold(unicodedata.normalize("NFKC", text))
    assert fold(once) == once


def test_a_span_covers_the_words_it_was_made_from():
    """Half-open, in code points of the original, dropped characters inside included."""
    text = "He said: ‘so\u00adft’  twice"
    result = fold_with_offsets(text)
    at = result.text.index("'soft'")
    start, end = result.span(at, at + len("'soft'"))
    assert text[start:end] == "‘so\u00adft’"


@pytest.mark.parametrize(
    ("written", "other"),
    [("10⁶", "106"), ("2009¹", "20091"), ("2½", "21⁄2"), ("CO₂ 5", "CO 25"), ("3①", "31"), ("¹2009", "12009")],
)
def test_raised_digits_beside_a_digit_stay_what_they_are(written, other):
    """Ten to the sixth is not a hundred and six, and a note's number is no digit of the year before it."""
    assert fold(written) != fold(other)
    assert fold(fold(written)) == fold(written)


@pytest.mark.parametrize(("written", "other"), [("2009", "2008"), ("а", "a"), ("résumé", "resume"), ("Base", "base")])
def test_what_is_another_letter_stays_another(written, other):
    """Digits, letters of other scripts that look alike, accents and case."""
    assert fold(written) != fold(other)


def test_a_line_may_break_a_word():
    """A hyphen at the end of a line is the word's own, or is not: both are tried, and only there."""
    text = "The inter-\nnational harbour of then-\nMinister Ruiz, in 2008-\n2009, co-operates."
    result = fold_with_offsets(text)
    assert "inter-national harbour of then-Minister Ruiz, in 2008-2009, co-operates" in result.text
    assert "international harbour of thenMinister Ruiz, in 2008-2009, co-operates" in result.unbroken.text
    at = result.unbroken.text.index("international")
    start, end = result.unbroken.span(at, at + len("international"))
    assert text[start:end] == "inter-\nnational"


def test_what_is_passed_over_folds_to_itself():
    """Every character of the class that is copied in runs is its own NFKC, and composes with none before it."""
    stable = [character for character in map(chr, range(0x10000)) if re.fullmatch(f"[{STABLE}]", character)]
    assert len(stable) > 30_000
    for character in stable:
        assert unicodedata.normalize("NFKC", character) == character
        assert unicodedata.normalize("NFKC", f"x{character}x") == f"x{character}x"
        assert not character.isspace()
        assert fold(f"\u2026{character}") == f"...{character}"


@given(st.text(st.sampled_from("ab é½ﬁ\u0301\u200b\n  “-…²7한\u1112\u1161가")), st.text(max_size=5))
def test_a_part_folds_as_it_does_within_the_whole(text, other):
    """Whatever stands around a character, its span leads to what it was made from."""
    result = fold_with_offsets(other + text)
    for index, character in enumerate(result.text):
        start, end = result.span(index, index + 1)
        assert start < end
        if len(character.strip()) and character.isalpha() and end - start == 1:
            assert character in fold((other + text)[start:end])


def test_hostile_texts_are_folded_in_time():
    """Marks without end on one letter, white space without end, soft hyphens without end: none takes its square."""
    began = time.process_time()
    for text in ("a" + "\u0301\u0327" * 100_000, "a" + " " * 500_000, "a" + "\u00ad \n" * 100_000, "ab-\n" * 100_000):
        assert fold(text)
    assert time.process_time() - began < 3


@pytest.mark.parametrize("sign", ["\ufdfa", *seldom("\ufb01", "a\u0301", "\u3392", "\u0e33", "\u00a0\u0308")])
def test_a_text_of_one_sign_takes_little(sign):
    """Whatever becomes several characters takes at most 75 bytes for each byte of it, where it was 800."""
    text = sign * (200_000 // len(sign.encode()))
    tracemalloc.start()
    result = fold_with_offsets(text)
    _, peak_bytes = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak_bytes < 75 * 200_000
    middle = len(result.text) // 2
    start, end = result.span(middle, middle + 1)
    assert 0 <= start < end <= len(text)


def test_no_text_grows_without_end(monkeypatch):
    """What would come behind the most characters that are folded is left out, and known."""
    monkeypatch.setattr(folding, "MOST_FOLDED", 1_000)
    assert len(fold_with_offsets("\ufdfa" * 10_000).text) <= 1_000
    assert not folding.folds_whole("\ufdfa" * 10_000)
    for whole in ("\ufdfa" * 55, "a" * 1_000, "a\u0301" * 500):
        assert folding.folds_whole(whole)
        assert fold_with_offsets(f"{whole}").text == fold(whole) != ""
    assert len(fold_with_offsets("a " * 500).text) == 999


def test_a_long_text_is_folded_once():
    """It takes half a second for two hundred thousand words; of a short one nothing is kept."""
    long = "The  port “closed”. " * 6000
    assert fold_once(long) is fold_once(long)
    assert fold_once(long).text == fold_with_offsets(long).text
    assert fold_once("a  b").text == "a b"
