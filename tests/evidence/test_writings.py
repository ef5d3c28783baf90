"""Quotes in any script: without spaces, from the right, with letters of several code points."""

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folding import fold, fold_with_offsets
from dashboard.model.claim import Quote

FILES = sorted((Path(__file__).parent / "writings").glob("*.txt"))
TEXTS = {file.stem: file.read_text(encoding="utf-8") for file in FILES}
WRITING = st.sampled_from(sorted(TEXTS)).map(TEXTS.__getitem__)
TYPED_OTHERWISE = {
    " ": ["\n", "\u00a0", "  ", " \u200b", "\u3000", "\r\n"],
    "“": ['"', "«", "„"],
    "”": ['"', "»"],
    "«": ['"', "“"],
    "»": ['"', "”"],
    "—": ["-", "–", "―"],
    "-": ["‐", "–"],
    "0": ["０", "0\u2060"],
    "2": ["２", "2\u200d"],
    "ф": ["\u00adф"],
    "д": ["\u200eд", "д\u00ad\n"],
    "ا": ["\u061cا", "\u202aا"],
    "港": ["\u200b港"],
    "(": ["（"],
    "：": [":"],
    "，": [","],
}


def found(exact: str, text: str, **context: str) -> Finding:
    return find(
        Quote.model_construct(**{"source": "s", "exact": exact, "prefix": "", "suffix": "", **context}),
        text,
        fold_with_offsets(text),
    )


@st.composite
def parts_of_writings(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a span of it that has something to read in it."""
    text = draw(WRITING)
    start = draw(st.integers(0, len(text) - 2))
    end = draw(st.integers(start + 1, len(text)))
    if not fold(text[start:end]):
        start, end = 0, len(text)
    return text, start, end


@st.composite
def whole_letters(draw: st.DrawFn) -> tuple[str, int, int]:
    """The same, with the marks of its last letter and none of the letter before it."""
    text, start, end = draw(parts_of_writings())
    while _joins(text[start : start + 1]):
        start -= 1
    while _joins(text[end : end + 1]):
        end += 1
    return text, start, end


@given(whole_letters())
def test_any_part_of_a_text_is_found_where_it_was_cut_from(cut: tuple[str, int, int]) -> None:
    """Exactly, and among its places is the one it came from; with all that is around it, there alone."""
    text, start, end = cut
    finding = found(text[start:end], text)
    assert finding.exactly
    assert len(finding.places) == 50 or ((start, end),) in finding.places
    assert found(text[start:end], text, prefix=text[:start], suffix=text[end:]).spans == ((start, end),)


@given(whole_letters(), st.data())
def test_typed_otherwise_it_is_found_with_offsets_into_the_original(
    cut: tuple[str, int, int], data: st.DataObject
) -> None:
    """Folding on both sides: what is found is the part that was cut, give or take white space and what is not seen."""
    text, start, end = cut
    typed = "".join(
        data.draw(st.sampled_from([*TYPED_OTHERWISE.get(letter, []), letter])) for letter in text[start:end]
    )
    finding = found(typed, text, prefix=text[:start], suffix=text[end:])
    assert finding.stands
    (span,) = finding.spans
    assert fold(text[slice(*span)]) == fold(text[start:end])


@given(whole_letters())
def test_decomposed_letters_are_the_same_letters(cut: tuple[str, int, int]) -> None:
    """NFD, as some systems type it: Hangul in jamo, й and é with marks of their own, hamza above alif."""
    text, start, end = cut
    written = unicodedata.normalize("NFD", text)
    for quote, of in ((text[start:end], written), (unicodedata.normalize("NFD", text[start:end]), text)):
        finding = found(quote, of)
        assert finding.places
        assert all(fold(of[slice(*place[0])]) == fold(quote) for place in finding.places)


@given(parts_of_writings(), st.data())
def test_a_changed_letter_or_digit_is_never_found(cut: tuple[str, int, int], data: st.DataObject) -> None:
    """Whichever character is put for another that is no other way of typing it; the first letter's case counts not.

    A letter that stands for a quotation mark, as ʼ does, is one.
    """
    text, start, end = cut
    at = data.draw(st.integers(start, end - 1))
    put = data.draw(st.characters(categories=["L", "Nd"]).filter(lambda each: fold(each).isalnum()))
    changed = text[start:at] + put + text[at + 1 : end]
    if not _stands(changed, text) and not _stands(changed[:1].swapcase() + changed[1:], text):
        assert not found(changed, text).places


@pytest.mark.parametrize("name", sorted(TEXTS))
def test_each_digit_and_letter_counts(name: str) -> None:
    """Every digit and every letter of every text is changed once; the whole text is then not found."""
    text = TEXTS[name]
    for at, letter in enumerate(text):
        if letter.isalnum():
            other = next(put for put in "4五ق한жz" if fold(put) != fold(letter))
            assert not found(text[:at] + other + text[at + 1 :], text).places, (at, letter)


@pytest.mark.parametrize(
    ("name", "exact", "written"),
    [
        ("korean", "1,350만 달러", None),
        ("korean", '장관은 "우리는 약속을 지켰다"고', "장관은 “우리는 약속을 지켰다”고"),
        ("arabic", "٤ سبتمبر ٢٠٢٥", None),
        ("arabic", 'وقال الوزير: "لقد وفينا بوعدنا"', "وقال الوزير: «لقد وفينا بوعدنا»"),
        ("arabic", "\u202bبلغت تكلفة الأعمال\u202c", "بلغت تكلفة الأعمال"),
        ("chinese", "工程耗资一千三百五十万美元", None),
        ("chinese", '部长说:"我们信守了诺言。"', "部长说：“我们信守了诺言。”"),
        ("russian", "13,5 млн долларов", None),
        ("russian", '"Мы сдержали слово", - сказал', "«Мы сдержали слово», — сказал"),
        ("japanese", "1350万ドル", "１３５０万ドル"),
        ("japanese", "カ\u3099イト\u3099によると", "ガイドによると"),
        ("thai", "4 กันยายน 2568", None),
        ("astral", "𠮷野家は😀の前に", None),
        ("astral", "2025年に", "𝟚𝟘𝟚𝟝年に"),
        ("astral", "Café Niño", "Cafe\u0301 Nin\u0303o"),
    ],
)
def test_words_are_found_in_code_points(name: str, exact: str, written: str | None) -> None:
    """Signs that UTF-16 counts twice count once, and a combining mark counts."""
    (span,) = found(exact, TEXTS[name]).spans
    assert TEXTS[name][slice(*span)] == (written or exact)


@pytest.mark.parametrize(
    ("exact", "text"),
    [
        ("أعلنت", "ا\u0654علنت"),
        ("بّ\u0650", "ب\u0650ّ"),
        ("йод", "и\u0306од"),
        ("க\u0bca", "க\u0bc6\u0bbe"),
        ("ဦ", "ဥ\u102e"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("が", "か\u3099"),
        ("ấ", "a\u0302\u0301"),
        ("ấ", "â\u0301"),
    ],
)
def test_marks_are_composed_and_put_in_order(exact: str, text: str) -> None:
    """Canonically equal text is the same text, in any script, both ways."""
    assert found(exact, text).spans == ((0, len(text)),)
    assert found(text, exact).spans == ((0, len(exact)),)


@pytest.mark.parametrize(
    ("exact", "text", "stands"),
    [
        ("Cafe", "Café Niño", False),
        ("Caf", "Café Niño", True),
        ("Nin", "Café Niño", False),
        ("한구", "한국", False),
        ("أعلن", "أعلنَ", False),
        ("أعل", "أعلنَ", True),
        ("The old Cafe … of the town", "The old Café stood in the middle of the town", False),
        ("The old Café … of the town", "The old Café stood in the middle of the town", True),
    ],
)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_letter_is_found_with_its_marks_or_not_at_all(exact: str, text: str, stands: bool, form: str) -> None:
    """Whether it is one code point or several: what is verified does not hang on how a text is coded."""
    assert bool(found(exact, unicodedata.normalize(form, text)).places) is stands


def test_a_changed_letter_before_a_mark_is_not_found() -> None:
    """The one that chance found: 家 put for e, which the text has with its accent alone."""
    assert "e" in TEXTS["astral"]
    assert not found("e", TEXTS["astral"]).places


def _stands(changed: str, text: str) -> bool:
    """Whether it is another way of typing something that the text has: folded, or with its letters composed."""
    forms = {fold(text), fold_with_offsets(text).unbroken.text}
    composed = unicodedata.normalize("NFC", changed) in unicodedata.normalize("NFC", text)
    return composed or any(fold(changed) in form for form in forms)


def _joins(letter: str) -> bool:
    return bool(letter) and (unicodedata.combining(letter) > 0 or 0x1160 <= ord(letter) <= 0x11FF)
