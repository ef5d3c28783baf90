"""Texts that are nearly the same are found, others are not, and what is known is not looked at again."""

import hashlib
import random
import string
from collections.abc import Mapping, Sequence

import pytest

from dashboard.evidence import near_duplicates as module
from dashboard.evidence.near_duplicates import (
    NEARLY,
    NearDuplicates,
    near_duplicates_of,
    share_covered,
    share_in_common,
    shared_spans,
)

HANGUL = [chr(code) for code in range(0xAC00, 0xAC00 + 400)]


def report(seed: int, words: int = 300, letters: Sequence[str] = string.ascii_lowercase) -> str:
    """A text of words that no other seed has in this order."""
    chance = random.Random(seed)
    return " ".join("".join(chance.choices(letters, k=chance.randrange(2, 9))) for _ in range(words))


def altered(text: str, share: float) -> str:
    """With this share of its words replaced."""
    chance = random.Random(1)
    return " ".join("other" if chance.random() < share else word for word in text.split())


def likeness(texts: Mapping[str, str], earlier: NearDuplicates | None = None) -> NearDuplicates:
    hashes = {id_: hashlib.sha256(text.encode()).hexdigest() for id_, text in texts.items()}
    return near_duplicates_of(texts, hashes, earlier) if earlier else near_duplicates_of(texts, hashes)


def pairs(texts: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(each.first, each.second) for each in likeness(texts).pairs]


def test_one_dispatch_in_two_outlets_is_found() -> None:
    """With a heading, a footer and a few words changed; a third report is another."""
    dispatch = report(1)
    carried = f"LORNE, Tuesday\n{altered(dispatch, 0.03).upper()}\n{report(2, 30)}"
    (found,) = likeness({"agency": dispatch, "other": report(3), "paper": carried}).pairs
    assert (found.first, found.second) == ("agency", "paper")
    assert 0.9 < found.share < 1


def test_typing_and_layout_do_not_matter() -> None:
    """Quotation marks, dashes, line breaks, capitals and ways of composing are no difference."""
    assert share_in_common("“Café – open”,\nhe said. " * 9, '"CAFE\u0301 - open" he\u00adsaid' * 9) == 1


def test_a_short_dispatch_within_a_long_article_is_found() -> None:
    """The share is that of the shorter text."""
    dispatch = report(1, 80)
    assert pairs({"long": f"{report(2)} {dispatch} {report(3)}", "short": dispatch}) == [("long", "short")]


@pytest.mark.parametrize("letters", [string.ascii_lowercase, HANGUL, "абвгдежзиклмнопрст", "ابتثجحخدذرزسشصض"])
def test_it_works_in_every_script(letters: Sequence[str]) -> None:
    """Letters are counted, not words: spaces do not matter either."""
    text = report(1, 200, letters)
    assert pairs({"a": text, "b": text.replace(" ", ""), "c": report(2, 200, letters)}) == [("a", "b")]


def test_a_quotation_in_common_is_not_nearly_the_same() -> None:
    """Two reports of one speech share what was said."""
    said = report(9, 60)
    assert pairs({"a": f"{report(1, 120)} {said}", "b": f"{said} {report(2, 120)}"}) == []


@pytest.mark.parametrize(("changed", "found"), [(0.0, True), (0.1, True), (0.2, True), (0.6, False)])
def test_how_much_may_differ(changed: float, found: bool) -> None:
    """One word in five may be another; with most words others, it is another text."""
    text = report(1)
    assert bool(pairs({"a": text, "b": altered(text, changed)})) is found
    assert (share_in_common(text, altered(text, changed)) >= NEARLY) is found


def test_what_two_texts_share_is_told_in_the_places_of_each() -> None:
    """Without what is only in one of them; typing, marks and case do not matter, and short runs are chance."""
    one = "Héro. The council voted to lengthen the pier by forty metres; who spoke against it? Read more."
    other = (
        "LORNE \ufb01rst - The council voted to lengthen the “pier” by forty me\u0301tres. NOBODY spoke against it: end"
    )
    spans, others = shared_spans(one, other)
    assert [one[slice(*each)] for each in spans] == ["The council voted to lengthen the pier by forty metres"]
    assert [other[slice(*each)] for each in others] == [
        "The council voted to lengthen the “pier” by forty me\u0301tres"
    ]
    assert shared_spans("", one) == ([], [])
    assert shared_spans(one, one) == ([(0, len(one) - 1)], [(0, len(one) - 1)])


def test_a_short_text_is_a_copy_where_it_is_the_same_letter_for_letter() -> None:
    """A flash of one sentence in three outlets, however it is typed. With a word more it may be anybody's."""
    flash = "Lorne's council voted on Tuesday to lengthen the pier by forty metres, a spokesman said."
    same = {"a": flash, "b": f"“{flash.upper()}”", "long": f"{report(1)} {flash} {report(2)}", "other": report(3, 20)}
    assert pairs(same) == [("a", "b")]
    assert pairs({"a": flash, "b": f"{flash} He gave no date."}) == []
    assert pairs({"a": flash, "b": flash.replace("forty", "fifty")}) == []
    assert (
        pairs(
            {
                "a": "The pier of Lorne is open to the public again.",
                "b": "The pier of Lorne is open to the public again.",
            }
        )
        == []
    )


def test_a_dispatch_that_everybody_carries_is_found_in_all() -> None:
    """Each is alike at least one before it, without comparing each with each."""
    texts = {f"outlet-{number:02}": f"{report(1)} {report(100 + number, 10)}" for number in range(40)}
    found = likeness(texts)
    assert {each.second for each in found.pairs} == set(texts) - {"outlet-00"}
    assert len(found.pairs) < 40 * 10


def test_what_was_known_is_not_looked_at_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of a changed workspace only texts that were not there then; of the same one, none."""
    texts = {"a": report(1), "b": f"{report(1)} end", "c": report(3)}
    before, looked_at = likeness(texts), []
    sketch = module.sketch
    monkeypatch.setattr(module, "sketch", lambda text: looked_at.append(text) or sketch(text))
    assert likeness(texts, before) is before
    changed = {**texts, "c": f"{report(1)} close"}
    assert likeness(changed, before).pairs == likeness(changed).pairs
    assert looked_at == [changed["c"], *changed.values()]


@pytest.mark.parametrize("text", ["", "\n", "a", "a" * 5_000, "…" * 5_000])
def test_texts_of_nothing_are_like_nothing_else(text: str) -> None:
    """However little stands in them."""
    assert pairs({"a": text, "b": report(1)}) == []
    assert share_in_common(text, report(1)) == 0


def test_one_text_alone_is_not_even_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is nothing to be like."""
    monkeypatch.delattr(module, "sketch")
    assert pairs({"a": report(1)}) == []


def test_of_texts_that_are_all_alike_each_is_compared_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Twice as many take twice as many comparisons, and are one group all the same."""
    counted, share = [], module._share
    monkeypatch.setattr(module, "_share", lambda one, other: counted.append(1) or share(one, other))
    original, compared = report(1), []
    for count in (60, 120):
        counted.clear()
        texts = {f"t-{number:03}": f"{original} {report(number + 2, 30)}" for number in range(count)}
        (group,) = likeness(texts).groups
        assert len(group[0]) == count
        compared.append(len(counted))
    assert compared[1] <= 2.2 * compared[0]
    assert compared[0] < 2 * 60


def test_what_several_texts_have_together_is_covered():
    """Two halves from two texts are the whole of one; what neither has is not covered."""
    first, second = (
        "The first half of it tells of a pier in Lorne. ",
        "And the second half tells of ships of grain there.",
    )
    assert share_covered(first + second, [first, second]) == 1.0
    assert 0.4 < share_covered(first + second, [first]) < 0.6
    assert share_covered(first, []) == 0.0
    assert share_covered("short", ["short"]) == 0.0
