"""Guards: an amount is bounded, and counts what it counts, as in the quotes that give it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.values import reported_quantities
from dashboard.evidence.words import (
    BOUNDS,
    COUNT,
    NUMBER_WORDS,
    Counted,
    NumberChange,
    NumberRange,
    TextNumber,
    Words,
    bounds_of,
    changes_in,
    content_words,
    counted_by,
    has_bound_behind,
    is_left_open,
    ranges_in,
)
from dashboard.model.amount import AssessedAmount, Quantity
from dashboard.model.event import Event
from dashboard.store.workspace import PathInRecord

QUALIFIER_NOT_QUOTED = guard(
    "qualifier-not-quoted",
    "An amount that is more or less exact than its quotes",
    "The quotes say “over”, “nearly” or “about” before the number, and the `qualifier` of the amount says "
    "something else: “over 345” is not 345, and 345 is not `about` 345, though 300 may be. Or they give a range, "
    "“between 87 and 107”, and the amount is one end of it alone; or a change, “raised from 26 to 40”, and the amount "
    "is the old value, though its key and purpose do not say so. Without a `qualifier` an amount is exact. An "
    "assessed amount with the basis `quoted` is checked like a reported one.",
    "write the `qualifier` that the quotes give (`at-least`, `at-most` or `about`), or `allow` it with the reason",
    "warning",
)
UNIT_OF_AMOUNT_NOT_QUOTED = guard(
    "unit-of-amount-not-quoted",
    "An amount of something else than in the quotes",
    "The quotes have the number, but count something else with it than the `unit` of the amount: other words that "
    "stand in the quotes too, another measure, people for things or things for people, or people of another calling. "
    "“3,000 people” are not 3,000 ships, but may be soldiers, deaths or arrests; “900 pupils” are no teachers. An "
    "assessed amount with the basis `quoted` is checked like a reported one.",
    "write the unit that the quotes count, quote the words that count it, or `allow` it with the reason",
    "warning",
)
_BOUNDING: Final = re.compile(
    rf"\b(?:{'|'.join(words for _, words in BOUNDS)})\s+(?:[$€£¥]\s?)?(?:\d|{'|'.join(sorted(NUMBER_WORDS))})",
    re.IGNORECASE,
)
"""A number that something bounds."""
_MAY_BE_RANGE: Final = re.compile(
    r"\d(?:\s(?:million|billion|thousand))?\s*(?:to|or|up to|and|-|–|—|−)\s*[$€£¥]?\s?\d|\b(?:between|from)\s",
    re.IGNORECASE,
)
_LIMITS: Final = (_BOUNDING, _MAY_BE_RANGE)
_GROWS: Final = re.compile(
    r"\b(?:so far|to date|as yet|and (?:rising|growing|climbing)|(?:expected|likely|sure|bound|feared|set|certain) to"
    r" (?:rise|climb|grow|increase|go up)|(?:could|may|might|will|would) (?:still |yet )?(?:rise|climb|grow|increase)"
    r"|(?:continues|continued) to (?:rise|climb|grow))\b",
    re.IGNORECASE,
)
"""What says of a number that there will be more: then it is one at least."""
_RANGE_FIX: Final = (
    "write both ends (`value` and `to`), or `at-least` with the lower and `at-most` with the upper one, or `allow` it "
    "with the reason"
)
_OLD_FIX: Final = "write the new value, or say in `purpose` that it is the former one, or `allow` it with the reason"
_SAYS_OLD: Final = re.compile(
    r"\b(?:old|former\w*|previous\w*|before\w*|earlier|prior|current\w*|present\w*|now|existing|until|so far|paid"
    r"|original\w*|initial\w*|first|last|past|was|were|base\w*|[12]\d{3})\b",
    re.IGNORECASE,
)
_EXACT: Final = "exact"
_ROUND: Final = 10
"""Multiples of this may be meant roughly, though no word says so: `300 troops`, and not `345 pilgrims`."""
_REACH: Final = 24


_Value = tuple[Quantity | AssessedAmount, tuple[str, ...], PathInRecord, PathInRecord | None]
"""An amount that quotes must give, the claims that it names, its path, and that of what may allow it beside them."""


def amounts_are_as_quoted(context: EventContext) -> Iterator[Violation]:
    """Each amount, as reported or assessed as quoted, has the qualifier and unit with which its quotes give it."""
    event = context.event
    for amount, claims, path, part in _quoted_amounts(event):
        quoted = context.quotes_of(claims)
        if quoted is None or _is_plainly_given(amount, quoted) or not context.are_english(claims):
            continue
        figures = [each for each in quoted.figures if each.value == (amount.to or amount.value)]
        ends = _ranges_around(amount, figures, quoted.text)
        if ends:
            if not any(_fits(amount, each) for each in ends):
                bound = f"{ends[0].low:,f} to {ends[0].high:,f}"
                message = f"the amount is one number, but its quotes give the range “{bound}”"
                yield Violation(QUALIFIER_NOT_QUOTED, event, claims, path, (bound,), message, _RANGE_FIX, part=part)
        elif figures and amount.to is None and (other := _other_bound(amount.qualifier, figures, quoted.text)):
            yield _of_qualifier(amount, other, event, (claims, path, part))
        if old := _old_value(amount, path, event, quoted):
            message = f"the amount is what its quotes say it was: “from {old.old:,f} to {old.new:,f}”"
            words = (f"{old.old:,f}", f"{old.new:,f}")
            yield Violation(QUALIFIER_NOT_QUOTED, event, claims, path, words, message, _OLD_FIX, part=part)
        if not figures:
            continue
        if counted := _other_thing(amount, figures, quoted):
            message = f"the amount is of “{amount.unit}”, but its quotes count “{counted}” with this number"
            words = (amount.unit or "", counted)
            yield Violation(UNIT_OF_AMOUNT_NOT_QUOTED, event, claims, path, words, message, part=part)


def _quoted_amounts(event: Event) -> Iterator[_Value]:
    for key, amount in event.amounts.items():
        for at, quantity, claims in reported_quantities(key, amount):
            yield quantity, claims, at, None
        assessed, path = amount.assessed, ("amounts", key, "assessed")
        if assessed is not None and assessed.value is not None and assessed.basis == "quoted":
            yield assessed, assessed.claims, path, path


def _is_plainly_given(amount: Quantity | AssessedAmount, quoted: Words) -> bool:
    """A quick look: whether an amount without a bound stands in quotes, before its unit and behind no bound."""
    if amount.value is None or amount.to is not None or amount.qualifier != _EXACT:
        return False
    if amount.unit is None:
        return not (_BOUNDING.search(quoted.text) or _MAY_BE_RANGE.search(quoted.text))
    forms = (f"{amount.value:,f}", f"{amount.value:f}")
    found = ((at, at + len(form)) for form in forms if (at := quoted.text.find(f"{form} {amount.unit}")) >= 0)
    spans = ((max(0, start - _REACH), end) for start, end in found)
    return any(
        not (has_bound_behind(quoted.text, end) or any(each.search(quoted.text, start, end) for each in _LIMITS))
        for start, end in spans
    )


def _other_bound(qualifier: str, figures: Sequence[TextNumber], text: str) -> tuple[str, str] | None:
    """The qualifier that the quotes give to a number, and their words for it: none of an exact one.

    None where they agree with its qualifier anywhere.
    """
    other: tuple[str, str] | None = None
    for figure in figures:
        found = bounds_of(text, figure)
        bare = (_EXACT, "about") if figure.value % _ROUND == 0 else (_EXACT,)
        if qualifier in (found or bare) or is_left_open(text, figure):
            return None
        if qualifier == "at-least" and not found and _GROWS.search(text):
            return None
        other = next(iter(found.items()), (_EXACT, ""))
    return other


def _of_qualifier(
    amount: Quantity | AssessedAmount,
    other: tuple[str, str],
    event: Event,
    at: tuple[tuple[str, ...], PathInRecord, PathInRecord | None],
) -> Violation:
    """An amount whose quotes have the number with another qualifier, or with none."""
    claims, path, part = at
    qualifier, said = other
    is_said = "exact (it has no `qualifier`)" if amount.qualifier == _EXACT else f"`{amount.qualifier}`"
    if said:
        message = f"the amount is {is_said}, but its quotes have “{said}” before the number"
        hint = f"write `qualifier: {qualifier}`, or `allow` it with the reason"
    else:
        message = f"the amount is {is_said}, but its quotes give the number exactly"
        hint = "remove the `qualifier`, quote the words that limit the number, or `allow` it with the reason"
    words = (amount.qualifier, said) if said else (amount.qualifier,)
    return Violation(QUALIFIER_NOT_QUOTED, event, claims, path, words, message, hint, part=part)


def _ranges_around(
    amount: Quantity | AssessedAmount, figures: Sequence[TextNumber], text: str
) -> Sequence[NumberRange]:
    """The ranges of which an amount is one end; none where it is a range, or the quotes have the number apart, too."""
    if amount.to is not None or not _MAY_BE_RANGE.search(text):
        return ()
    changed = {(each.old, each.new) for each in changes_in(text)}
    ends = [
        each
        for each in ranges_in(text)
        if amount.value in (each.low, each.high) and (each.low, each.high) not in changed
    ]
    return ends if len(ends) >= len(figures) else ()


def _fits(amount: Quantity | AssessedAmount, range_: NumberRange) -> bool:
    """Whether an amount says of one end of a range that it is one."""
    end = {"at-least": range_.low, "at-most": range_.high}.get(amount.qualifier)
    return end is not None and end == amount.value


def _old_value(
    amount: Quantity | AssessedAmount, path: PathInRecord, event: Event, quoted: Words
) -> NumberChange | None:
    """The change of which an amount is the old value alone, though its key and purpose do not say so.

    None where another amount of the event is the new value: then both are told.
    """
    if amount.value is None or amount.to is not None or "from" not in quoted.lower:
        return None
    found = next((each for each in changes_in(quoted.text) if each.old == amount.value != each.new), None)
    if found is None or found.old in {each.new for each in changes_in(quoted.text)}:
        return None
    key = str(path[1])
    others = {
        quantity.value for name, each in event.amounts.items() for _, quantity, _ in reported_quantities(name, each)
    }
    said = f"{key.replace('-', ' ')} {event.amounts[key].purpose or ''}"
    return None if found.new in others or _SAYS_OLD.search(said) else found


def _other_thing(amount: Quantity | AssessedAmount, figures: Sequence[TextNumber], quoted: Words) -> str:
    """What the quotes count with the number, where it is something else than the unit; nothing where they agree."""
    if other := thing_of_another_sort(amount.unit, figures, quoted.text):
        return other
    unit = _roots(amount.unit)
    counted = _counts_of(figures, quoted.text)
    agree = any(each.is_anybody or unit & set(each.roots) for each in counted)
    if not unit or agree or len(counted) < len(figures) or _is_as_much(amount.unit, figures, counted):
        return ""
    return counted[0].words if unit & quoted.roots else ""


def thing_of_another_sort(unit: str | None, figures: Sequence[TextNumber], text: str) -> str:
    """What a text counts with a number wherever it has it, where that cannot be the unit: workers, and no ships.

    Or another measure: tonnes, and no kilometres. Nothing where one of the figures may count it.
    """
    counted = _counts_of(figures, text)
    if not _roots(unit) or not figures or len(counted) < len(figures):
        return ""
    written = _amount_in_words(unit, figures)
    if written and all(map(written.is_of_another_sort, counted)):
        return counted[0].words
    if any(each.is_anybody or _roots(unit) & set(each.roots) for each in counted):
        return ""
    are_measures = all(each.measure for each in counted) or bool(written and written.measure)
    return counted[0].words if are_measures and not _is_as_much(unit, figures, counted) else ""


def _roots(unit: str | None) -> frozenset[str]:
    return frozenset(word.root for word in content_words(unit or ""))


def _counts_of(figures: Sequence[TextNumber], text: str) -> list[Counted]:
    return [each for each in (counted_by(text, figure) for figure in figures) if each]


def _amount_in_words(unit: str | None, figures: Sequence[TextNumber]) -> Counted | None:
    """The number with the unit, as a text would have it."""
    number = f"{figures[0].value}"
    return counted_by(f"{number} {unit}", TextNumber(figures[0].value, COUNT, 0, len(number)))


def _is_as_much(unit: str | None, figures: Sequence[TextNumber], counted: Sequence[Counted]) -> bool:
    """Whether the number with the unit is as much as what is counted: 48 hours, and two days."""
    written = _amount_in_words(unit, figures)
    return written is not None and bool(written.measure) and any(map(written.is_as_much_as, counted))


GUARDS_ON_EVENTS = (amounts_are_as_quoted,)
