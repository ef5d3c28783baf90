"""Whether words give a value: a date as exactly as it is written, a place or an actor by name, an amount in full."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from dashboard.checks.context import RegistryNames, relative_dates_of
from dashboard.checks.values import ActorNamed, AmountGiven, PlaceNamed, TextGiven, Thing
from dashboard.evidence.folding import fold
from dashboard.evidence.words import (
    COUNT,
    CURRENCIES,
    MONTH_NAMES,
    ORDINAL,
    PERCENT,
    DateWords,
    GivenDates,
    RelativeDate,
    TextNumber,
    Words,
    content_words,
    counted_by,
    dates_in,
    mantissa,
    ranges_in,
    root_of,
)
from dashboard.model.claim import Claim
from dashboard.model.dates import EventDate
from dashboard.store.file_problems import excerpt
from dashboard.store.workspace import Workspace

SHOWN: Final = 5
"""Figures that words give, where they do not give the one that is asked for."""
SHOWN_NAMES: Final = 4

_DAY: Final = re.compile(r"\d{4}-\d\d-\d\d")
_MONEY_ROOTS: Final = frozenset(map(root_of, {*CURRENCIES.values(), "euro", "euros", "yuan", "money", "cent", "cash"}))
_UNIT_ROOTS: Final = {
    PERCENT: frozenset(map(root_of, ("percent", "percentage", "point", "points", "cent", "share")))
} | {word: frozenset({root_of(word), root_of(f"{word}s")}) for word in {*CURRENCIES.values(), "euro", "yuan"}}
"""What the unit of a count may be called where the text has a sign or a currency with the number."""
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,9}(?!\d)")


@dataclass(frozen=True, slots=True)
class Missing:
    """What words do not give of a value, told as an end of “no quote gives …”."""

    verb: str
    """`gives` or `names`."""
    what: str
    words: str
    """The value, or the part of it, that is missing."""
    given: str = ""
    """What they give instead."""


def missing(thing: Thing, words: Words, registered: RegistryNames, *, whole: bool) -> Missing | None:
    """What the words do not give of a value; None where they give it.

    Without `whole` they are in another language: names may have any ending there, and months other names.
    """
    match thing:
        case EventDate():
            part = "" if _stands_plainly(thing.text, words.text) else _missing_date(thing, words, whole=whole)
            of = f" (of “{thing.text}”)" if part != thing.text else ""
            return Missing("gives", f"“{part}”{of}", part) if part else None
        case PlaceNamed() | ActorNamed():
            return _missing_name(thing, words, registered, whole=whole)
        case TextGiven():
            shown = excerpt(thing.text, 80)
            return None if fold(thing.text) in fold(words.text) else Missing("gives", f"“{shown}”", shown)
        case AmountGiven():
            return _missing_amount(thing, words, whole=whole)


def worked_out_from(date: EventDate, claims: Sequence[Claim], workspace: Workspace) -> RelativeDate | None:
    """The words by which quotes of some claims give a date; None where they give it as it is, or not at all."""
    plainly = GivenDates(each for claim in claims for quote in claim.exact_quotes for each in dates_in(quote))
    ends = [each for part in date.text.split("/") for each in date_words(part) if not plainly.gives(each)]
    relative = relative_dates_of(workspace, claims) if ends else ()
    return next((each for each in relative if any(map(GivenDates([each.given]).gives, ends))), None)


def _stands_plainly(date: str, text: str) -> bool:
    """Whether a day stands there as `4 May 2021` or `May 4, 2021`: a quick look that spares a close one."""
    if not _DAY.fullmatch(date):
        return False
    month, day = MONTH_NAMES[int(date[5:7]) - 1], int(date[8:])
    return f" {day} {month} {date[:4]}" in text or f"{month} {day}, {date[:4]}" in text


def _missing_date(date: EventDate, words: Words, *, whole: bool) -> str:
    """The part of an EDTF date that the words do not give; nothing where they give all of it."""
    for part in re.split("/", date.text):
        if part in ("", ".."):
            continue
        for each in date_words(part):
            given = words.given_dates.gives(each) or _is_bare_year(each, words)
            if not given and (whole or not _has_numbers(each, words)):
                return part
    return ""


def date_words(part: str) -> Iterator[DateWords]:
    """What a text would have to give, of one end of an EDTF date."""
    plain = part.rstrip("?~%").split("T")[0]
    if plain[3:4] == "X":
        if plain[2:3] != "X":
            yield DateWords(int(plain[:3]) * 10, None, None, 0, 0, is_decade=True)
    elif re.fullmatch(r"\d{4}(-(0[1-9]|1[0-2])(-\d\d)?)?", plain):
        year, month, day, *_ = (*map(int, plain.split("-")), None, None)
        yield DateWords(year, month, day, 0, 0)
    elif re.match(r"\d{4}", plain):
        yield DateWords(int(plain[:4]), None, None, 0, 0)


def _is_bare_year(date: DateWords, words: Words) -> bool:
    """Whether a year stands there as digits that were not read as a date: in a script that has no months of ours."""
    return date.month is None and not date.is_decade and not dates_in(words.text) and str(date.year) in words.text


def _has_numbers(date: DateWords, words: Words) -> bool:
    """Whether the year, and the day, stand there in digits: in another language, where the month has another name."""
    numbers = set(map(int, _NUMBER.findall(words.text)))
    return not date.is_decade and {each for each in (date.year, date.day) if each} <= numbers


def _missing_name(
    thing: PlaceNamed | ActorNamed, words: Words, registered: RegistryNames, *, whole: bool
) -> Missing | None:
    bearer = f"{'actor' if isinstance(thing, ActorNamed) else 'place'}/{thing.id}"
    if bearer not in registered or registered.are_named(bearer, words, whole=whole):
        return None
    names = ", ".join(f"“{name}”" for name in registered.names[bearer][:SHOWN_NAMES])
    return Missing("names", f"{thing.id} ({names})", thing.id)


def _missing_range(amount: AmountGiven, high: Decimal, words: Words, *, whole: bool) -> Missing | None:
    """What is missing of a range: its ends as one range, or each of them somewhere."""
    unit = CURRENCIES.get(amount.currency, amount.currency) if amount.currency else COUNT
    ends = (amount.value, high)
    if any((each.low, each.high) == ends and each.unit in (unit, COUNT) for each in ranges_in(words.text)):
        return None
    apart = (replace(amount, value=end, to=None) for end in ends)
    missing = next(filter(None, (_missing_amount(end, words, whole=whole) for end in apart)), None)
    shown = f"{amount.value:,f} to {high:,f} {amount.currency or amount.unit}"
    return missing and Missing("gives", shown, shown, missing.given)


def _missing_amount(amount: AmountGiven, words: Words, *, whole: bool) -> Missing | None:
    if not (amount.currency or amount.unit):
        return None
    if amount.to is not None:
        return _missing_range(amount, amount.to, words, whole=whole)
    unit = CURRENCIES.get(amount.currency, amount.currency) if amount.currency else COUNT
    figure = TextNumber(amount.value, unit, 0, 0)
    if _stands_in_full(amount, figure, words) or _is_given(amount, figure, words, whole=whole):
        return None
    if figure.unit == COUNT and figure.value == 2 and words.carries_two:
        return None
    if not whole and mantissa(figure.value) in words.mantissas:
        return None
    given = ", ".join(f"“{_with_unit(each, words.text)}”" for each in words.figures[:SHOWN])
    shown = f"{amount.value:,f} {amount.currency or amount.unit}"
    return Missing("gives", shown, shown, given)


def _is_given(amount: AmountGiven, figure: TextNumber, words: Words, *, whole: bool) -> bool:
    """Whether the words give the number, and as money if it is money, and of no money or share if it is a count.

    A number that counts something (“300 tonnes”) is no sum; a bare one may be: “between 300 and 400 dollars”.
    """
    if not words.gives(figure):
        return False
    same = [each for each in (*words.figures, *words.elided_figures) if each.value == figure.value]
    if amount.currency:
        return any(each.unit == figure.unit or _may_be_money(each, words.text, whole=whole) for each in same)
    roots = {word.root for word in content_words(amount.unit or "")}
    return any(
        each.unit in (COUNT, ORDINAL)
        or each.unit in (amount.unit or "")
        or not roots.isdisjoint(_UNIT_ROOTS.get(each.unit, ()))
        for each in same
    )


def _may_be_money(figure: TextNumber, text: str, *, whole: bool) -> bool:
    """Whether a number without a currency counts nothing else. In another language, nobody can say."""
    if figure.unit != COUNT:
        return False
    counted = counted_by(text, figure) if whole else None
    return counted is None or not _MONEY_ROOTS.isdisjoint(counted.roots)


def _with_unit(figure: TextNumber, text: str) -> str:
    """A figure with the first word of what it counts: `300 tonnes`."""
    counted = counted_by(text, figure)
    return f"{text[figure.start : figure.end].strip()}{f' {counted.words.split()[0]}' if counted else ''}"


def _stands_in_full(amount: AmountGiven, figure: TextNumber, words: Words) -> bool:
    """Whether the number stands there in full, before its unit or currency: a quick look that spares a close one."""
    unit = f"{figure.unit}s" if amount.currency else amount.unit
    return any(f"{form} {unit}" in words.text for form in (f"{figure.value:,f}", f"{figure.value:f}"))
