"""Hints for quotes that do not stand: suggestions that never verify."""

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.checks.context.quote_hints import deciding_context, difference, nearest_words
from dashboard.checks.quotes import QUOTE_NOT_FOUND
from dashboard.evidence.finding import find
from dashboard.evidence.folding import fold_with_offsets
from dashboard.model.claim import Quote

OFFER = re.compile(r'offset (\d+) add `(prefix|suffix): "((?:[^"\\]|\\.)+)"')


def quote_of(exact):
    return Quote.model_construct(source="dispatch", exact=exact, prefix="", suffix="")


def quote(exact, **context):
    return Quote(source="dispatch", exact=exact, **context)


def claim_with(exact):
    return f"claims:\n  a:\n    text: A claim.\n    quotes: [{{source: dispatch, exact: '{exact}'}}]\n"


def test_the_nearest_passage_is_shown_with_its_offset_and_difference(found):
    """A quote with one wrong number is answered by the passage, where it stands, and the two numbers."""
    (problem,) = found(claim_with("Officials said the works had cost $13 million."))
    assert problem.code == "quote-not-found"
    assert problem.hint == "nearest, at offset 68: “… works had cost [text: $12 | quote: $13] million.”"


def test_a_quote_like_nothing_in_the_text_gets_the_general_mend(found):
    """Where no passage is near, none is suggested."""
    (problem,) = found(claim_with("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich"))
    assert problem.code == "quote-not-found"
    assert "nearest, at" not in problem.hint


@pytest.mark.parametrize("text", ["", "\n", "\u200b"])
def test_a_quote_of_an_empty_text_is_told_what_can_be_done(found, text):
    """The fix speaks of no passage that is shown, for none is."""
    problems = found(claim_with("Officials said the works"), {"seeds/dispatch.txt": text})
    (problem,) = (each for each in problems if each.code == "quote-not-found" and "case" in each.file)
    assert problem.hint == QUOTE_NOT_FOUND.fix
    assert "nearest" not in problem.hint


def test_a_quote_between_other_words_is_told_where_it_stands(found):
    """Words that stand, but not between the prefix and suffix given, are said to do so."""
    body = "claims:\n  a:\n    text: A claim.\n    quotes: [{source: dispatch, exact: second quay, prefix: a third}]\n"
    (problem,) = found(body)
    assert "not between this prefix and suffix" in problem.hint


def test_nothing_is_near_in_an_empty_text():
    """Without a text there is no suggestion."""
    assert nearest_words(quote("words"), fold_with_offsets("")) == ""


def test_punctuation_around_the_words_is_no_difference():
    """A comma behind them, or a bracket before, is not what is wrong with the quote."""
    text = fold_with_offsets("It is said (Lorne closed its harbour on 3 May 2021), and denied.")
    hint = nearest_words(quote("Lorne shut its harbour on 3 May 2021"), text)
    assert hint == "nearest, at offset 12: “Lorne [text: closed | quote: shut] its harbour on …”"
    assert nearest_words(quote("Lorne"), fold_with_offsets("... --- ,,,")) == ""


def test_offsets_of_suggestions_are_those_of_the_text_itself():
    """The offset counts code points of the original, whatever folding takes away before it."""
    text = "“Ａ”\u200b\u200b   then the harbour  of  Lorne was shut in 2023."
    hint = nearest_words(quote("the harbour of Lorne was shut in 2022."), fold_with_offsets(text))
    (offset,) = re.findall(r"offset (\d+)", hint)
    assert text[int(offset) :].startswith("the harbour")


def test_long_quotes_are_told_where_they_differ_far_from_their_beginning():
    """The beginning of a long quote finds the place; the difference may lie behind it."""
    words = [f"word{number}" for number in range(200)]
    text = fold_with_offsets(" ".join(["before", *words, "behind"]))
    hint = nearest_words(quote(" ".join([*words[:150], "other", *words[151:]])), text)
    assert (
        hint
        == "nearest, at offset 7: “… word147 word148 word149 [text: word150 | quote: other] word151 word152 word153 …”"
    )


def test_the_whole_of_a_long_text_is_looked_through():
    """A book has more than 200,000 characters, and the quote may be from its last page."""
    text = " ".join(f"{number:x}" for number in range(60_000))
    hint = nearest_words(
        quote("the harbour was shut in 2022"), fold_with_offsets(f"{text} The harbour was shut in 2023.")
    )
    assert hint.startswith(f"nearest, at offset {len(text) + 1}: ")
    assert "[text: 2023 | quote: 2022]" in hint


def test_suggestions_for_long_quotes_that_are_nowhere_are_quick():
    """A quote as long as may be, in a long text that has nothing like it, does not take seconds."""
    text = fold_with_offsets(" ".join(f"{number:x}" for number in range(40_000)))
    began = time.process_time()
    nearest_words(quote("zyxw vuts " * 500), text)
    assert time.process_time() - began < 2


@pytest.mark.parametrize(
    ("text", "words", "told"),
    [
        ("a b c", "a x c", "a [text: b | quote: x] c"),
        ("a b c", "a c", "a [text: b | quote: –] c"),
        ("a c", "a b c", "a [text: – | quote: b] c"),
        ("1 2 3 4 5", "1 2 3 4 6", "… 2 3 4 [text: 5 | quote: 6]"),
        ("0 1 2 3 4", "9 1 2 3 4", "[text: 0 | quote: 9] 1 2 3 …"),
        ("a", "x" * 200, f"[text: a | quote: {'x' * 120}…]"),
        (
            "a b c d e f g h i j k",
            "1 b 2 d 3 f 4 h 5 j k",
            "[text: a | quote: 1] b [text: c | quote: 2] d [text: e | quote: 3] f [text: g | quote: 4] h",
        ),
        ("0 1 2 3 4 5 6 7 8", "9 1 2 3 4 5 6 7 9", "[text: 0 | quote: 9] 1 2 3 … 5 6 7 [text: 8 | quote: 9]"),
    ],
)
def test_a_difference_is_told_word_by_word(text, words, told):
    """Words that agree are shortened, words that differ stand beside each other."""
    assert difference(text, words) == told


@pytest.mark.parametrize(
    ("text", "exact", "told"),
    [
        (
            "政府于2025年9月4日宣布新港口启用。工程耗资一千三百五十万美元。",
            "工程耗资一千二百五十万美元",
            "nearest, at offset 20: “工程耗资一千 [text: 三 | quote: 二] 百五十万美元”",
        ),
        (
            "政府于2025年9月4日宣布新港口启用。",
            "政府于2025年9月5日宣布新港口启用",
            "nearest, at offset 0: “政府于2025年9月 [text: 4 | quote: 5] 日宣布新港口启用”",
        ),
        (
            "정부는 2025년 9월 4일 새 항구를 열었다고 밝혔다.",
            "정부는 2025년 9월 5일 새 항구를 열었다고",
            "nearest, at offset 0: “정부는 2025년 9월 [text: 4일 | quote: 5일] 새 항구를 열었다고”",
        ),
        (
            "بلغت تكلفة الأعمال 13.5 مليون دولار.",
            "تكلفة الأعمال 12.5 مليون دولار",
            "nearest, at offset 5: “تكلفة الأعمال [text: 13.5 | quote: 12.5] مليون دولار”",
        ),
        (
            "Работы стоили 13,5 млн долларов.",
            "Работы стоили 12,5 млн",
            "nearest, at offset 0: “Работы стоили [text: 13,5 | quote: 12,5] млн”",
        ),
    ],
)
def test_the_nearest_passage_is_shown_in_any_script(text, exact, told):
    """Word by word, and character by character where no spaces stand between words."""
    hint = nearest_words(quote(exact), fold_with_offsets(text))
    assert hint == told


HARBOUR = "The harbour of Lorne was opened on 4 May 2021. " + "Nothing happened. " * 40 + "It was closed in 2023."


@pytest.mark.parametrize(
    ("exact", "told"),
    [
        (
            "The harbour of Lorne … was closed in 2023",
            "every part is in the text, but not in this order with at most 500",
        ),
        ("was opened on 4 May 2021 … The harbour of Lorne", "every part is in the text, but not in this order"),
        (
            "The harbour of Lorne … was opened on 5 May 2021",
            "5 May 2021”, a part of the quote, is not in the text; nearest, at offset 21: “was opened on [text: 4 | "
            "quote: 5] May 2021",
        ),
        ("The harbour of Lorne … on 4 … May 2021", "“on 4” is too short"),
        (" … ".join(["The harbour"] * 9), "8 parts at most"),
        ("The harbour of Lorne … Zwölf Boxkämpfer", "“Zwölf Boxkämpfer”, a part of the quote, is not in the text"),
    ],
)
def test_why_parts_do_not_stand_together_is_told(exact, told):
    """Too far apart, in another order, another word, too short, too many."""
    assert told in nearest_words(quote(exact), fold_with_offsets(HARBOUR))


@given(st.text(alphabet="abc .\n港口", min_size=8, max_size=60), st.data())
def test_whatever_context_is_offered_decides(text, data):
    """Put into the record, every offer makes the quote stand once, where the offer says."""
    start = data.draw(st.integers(0, len(text) - 2))
    exact = text[start : data.draw(st.integers(start + 1, len(text)))]
    folded_text = fold_with_offsets(text)
    sought = quote_of(exact)
    finding = find(sought, text, folded_text)
    if finding.is_ambiguous:
        for place, name, words in OFFER.findall(deciding_context(sought, finding, text, folded_text)):
            decided = find(sought.model_copy(update={name: words}), text, folded_text)
            assert decided.spans[0][0] == int(place)


def test_the_shortest_context_is_offered():
    """A short word behind decides as well as a long one before; in Chinese one character is enough."""
    text = "Yesterday harbour at night, tomorrow harbour by day."
    hint = deciding_context(
        quote("harbour"), find(quote("harbour"), text, fold_with_offsets(text)), text, fold_with_offsets(text)
    )
    assert OFFER.findall(hint) == [("10", "suffix", "at"), ("37", "suffix", "by")]
    text = "旧港口关闭。新港口启用。"
    hint = deciding_context(
        quote("港口"), find(quote("港口"), text, fold_with_offsets(text)), text, fold_with_offsets(text)
    )
    assert OFFER.findall(hint) == [("1", "prefix", "旧"), ("7", "prefix", "新")]


def test_contexts_of_words_that_stand_everywhere_are_not_sought():
    """Each try would look at all of their places."""
    text = "ha " * 300_000
    folded_text = fold_with_offsets(text)
    finding = find(quote("ha ha"), text, folded_text)
    began = time.process_time()
    assert deciding_context(quote("ha ha"), finding, text, folded_text) == ""
    assert time.process_time() - began < 1


def test_context_is_offered_for_quotes_with_words_left_out():
    """A prefix of the first part, or a suffix of the last."""
    text = "First the harbour was opened in 2021. Then the harbour was closed in 2023."
    sought = quote("the harbour … in 2023")
    finding = find(sought, text, fold_with_offsets(text))
    assert len(finding.places) == 2
    hint = deciding_context(sought, finding, text, fold_with_offsets(text))
    assert OFFER.findall(hint) == [("6", "prefix", "First"), ("43", "prefix", "Then")]


TEXT = "The harbour was opened. The harbour was closed. “The harbour” is a song.\nAt night the harbour sleeps."


@pytest.mark.parametrize("exact", ["The harbour was", "harbour", "The harbour"])
def test_the_context_offered_decides(exact):
    """Each offer, put into the record, makes the quote stand once, at the offset named."""
    folded_text = fold_with_offsets(TEXT)
    hint = deciding_context(quote(exact), find(quote(exact), TEXT, folded_text), TEXT, folded_text)
    offers = re.findall(r'offset (\d+) add `(prefix|suffix): "([^"]+)"', hint)
    assert offers
    for offset, name, words in offers:
        ((start, _end),) = find(quote(exact, **{name: words}), TEXT, folded_text).spans
        assert start == int(offset)


def test_no_context_is_offered_where_none_decides():
    """Where the same words stand around every place, the hint is left to the general fix."""
    text = "ha " * 60
    folded_text = fold_with_offsets(text)
    finding = find(quote("ha ha"), text, folded_text)
    middle = type(finding)(finding.places[20:22])
    assert deciding_context(quote("ha ha"), middle, text, folded_text) == ""


def test_a_quote_of_a_text_not_held_is_no_problem(found):
    """Not checkable is not verified, and no problem either."""
    body = "claims:\n  a:\n    text: A claim.\n    quotes: [{source: gazette, exact: What nobody can look up}]\n"
    assert found(body) == []


def test_nothing_is_suggested_from_the_longest_texts(found, base_workspace):
    """In a text of more than a million characters the wrong quote is named, with the general fix."""
    text = (base_workspace / "seeds/dispatch.txt").read_text(encoding="utf-8") + "la " * 400_000
    problems = found(claim_with("Officials said the works had cost $13 million."), {"seeds/dispatch.txt": text})
    (problem,) = (each for each in problems if each.code == "quote-not-found")
    assert problem.hint == QUOTE_NOT_FOUND.fix


def test_suggestions_are_bounded(found):
    """Thousands of wrong quotes are all named; the nearest passage is shown for the first of them."""
    quotes = "".join(f"      - {{source: dispatch, exact: 'The harbour of Lorne {n}'}}\n" for n in range(60))
    problems = found(f"claims:\n  a:\n    text: A claim.\n    quotes:\n{quotes}")
    assert len(problems) == 60
    assert sum("nearest, at" in problem.hint for problem in problems) == 50


def test_a_changed_text_fails_its_quotes(found, base_workspace):
    """A text that was edited is named, and so is every quote that no longer stands."""
    text = (base_workspace / "seeds/dispatch.txt").read_text(encoding="utf-8").replace("$12 million", "$21 million")
    problems = found(files={"seeds/dispatch.txt": text})
    assert [problem.code for problem in problems] == ["quote-not-found", "source-hash-mismatch"]
