"""What a thread's amounts add up to: promised and delivered, each counted once, as reported and as assessed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final, Literal

from dashboard.checks.named_ids import split_reference
from dashboard.evidence.verdicts import Evidence
from dashboard.model.amount import Amount, AssessedAmount, Quantity
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.query.disagreements.reported_values import opponents_of
from dashboard.query.ladder import level_of
from dashboard.query.reading import Mode, Support, support_of_assessed, support_of_reported

Kind = Literal["promised", "delivered", "other"]
Left = Literal["part", "repeat", "circle", "quote not found", "questioned", "not quoted", "level", "range", "words"]
"""Why a value is not added: it is a part of one that is; it is said a second time; it is a part of itself; its quote
failed; as reported, nothing quoted carries it; as reported, no quote says that it was promised; it is a range; it is
given in words alone."""

PROMISED: Final = ("pledged", "agreed", "underway")
"""Rungs whose amounts are promises. What was floated, discussed or declined is listed, and never added."""
DELIVERED: Final = "delivered"


@dataclass(frozen=True, slots=True)
class Side:
    """An amount as one side has it."""

    quantity: Quantity | AssessedAmount | None
    """None where that side gives no value."""
    carried: Support
    part_of: str | None
    """`event-id/amount`, of whatever thread."""
    left: Left | None = None
    """Why it is not in the total; None where it is, or where it has no value."""
    words: str | None = None
    """The source's words for the reported amount, if it has them."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One amount of one event."""

    event: Event
    key: str
    kind: Kind
    purpose: str | None
    reported: Side
    assessed: Side
    disputed_by: tuple[str, ...]
    """`event-id/claim` of the claims that dispute those that carry it."""

    @property
    def reference(self) -> str:
        """`event-id/amount`."""
        return f"{self.event.id}/{self.key}"

    def side(self, mode: Mode) -> Side:
        """The amount as reported or as assessed, by `mode`."""
        return self.reported if mode is Mode.REPORTED else self.assessed


@dataclass(frozen=True, slots=True)
class Total:
    """A sum of one currency, or of one thing that is counted: others are never added to it."""

    quantity: Quantity
    added: int
    """Number of values in it."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every amount of a thread, and what is promised and delivered in all."""

    lines: tuple[LedgerLine, ...]

    def of(self, kind: Kind) -> tuple[LedgerLine, ...]:
        """Its lines of one kind, in the order of their events."""
        return tuple(line for line in self.lines if line.kind == kind)

    def totals(self, kind: Kind, mode: Mode) -> tuple[Total, ...]:
        """The sums, one a currency or thing counted, in the order in which these first come; none of other kinds."""
        by_unit: Mapping[tuple[str | None, str | None], list[Quantity | AssessedAmount]] = defaultdict(list)
        for line in self.of(kind) if kind != "other" else ():
            side = line.side(mode)
            if side.quantity is not None and side.left is None:
                by_unit[side.quantity.currency, side.quantity.unit].append(side.quantity)
        return tuple(_total(values) for values in by_unit.values())


def ledger_of(events: Sequence[Event], places: Mapping[str, Place], evidence: Evidence) -> Ledger:
    """The amounts of `events`, in their order. What is retracted is left out."""
    standing = [event for event in events if event.review.status != "retracted"]
    lines = [_line(event, key, places, evidence) for event in standing for key in event.amounts]
    repeats = {event.id: {r.event for r in event.relations if r.type == "repeats"} for event in standing}
    reported, assessed = (_sides(lines, mode, repeats, evidence) for mode in (Mode.REPORTED, Mode.ASSESSED))
    settled = zip(lines, reported, assessed, strict=True)
    return Ledger(tuple(_wholes_first([replace(line, reported=one, assessed=other) for line, one, other in settled])))


def _wholes_first(lines: Sequence[LedgerLine]) -> Iterator[LedgerLine]:
    """Each part right after what it is, or was reported to be, a part of."""
    by_reference = {line.reference: line for line in lines}
    parts: Mapping[str, list[LedgerLine]] = defaultdict(list)
    roots: list[LedgerLine] = []
    for line in lines:
        whole = line.reported.part_of or line.assessed.part_of
        (parts[whole] if whole in by_reference and whole != line.reference else roots).append(line)
    seen: set[str] = set()
    waiting = [*reversed(lines), *reversed(roots)]  # roots first; then whatever stands in a circle
    while waiting:
        line = waiting.pop()
        if line.reference not in seen:
            seen.add(line.reference)
            yield line
            waiting.extend(reversed(parts[line.reference]))


def _line(event: Event, key: str, places: Mapping[str, Place], evidence: Evidence) -> LedgerLine:
    amount = event.amounts[key]
    level = event.commitment.level if event.commitment else None
    kind: Kind = "promised" if level in PROMISED else "delivered" if level == DELIVERED else "other"
    part = _whole(event, amount.part_of)
    is_given = amount.reported is not None or amount.as_reported is not None
    carried = support_of_reported(event, amount, evidence) if is_given else Support.UNKNOWN
    reported = Side(amount.reported, carried, part, words=amount.as_reported)
    disputed = (
        "/".join(split_reference(event, reference))
        for claim in amount.claims
        if claim in event.claims
        for reference in opponents_of(event, claim, places)
    )
    assessed = _assessed_side(event, amount, reported, evidence)
    purpose = amount.purpose or (amount.assessed.purpose if amount.assessed else None)
    return LedgerLine(event, key, kind, purpose, reported, assessed, tuple(dict.fromkeys(disputed)))


def _assessed_side(event: Event, amount: Amount, reported: Side, evidence: Evidence) -> Side:
    """What the team holds; where it says nothing of its own, what is reported."""
    own = amount.assessed
    if own is None:
        return reported
    part = _whole(event, own.part_of) if own.says_part_of else reported.part_of
    value = own if own.value is not None else None
    return Side(value, support_of_assessed(event, amount, evidence) if value else Support.UNKNOWN, part)


def _whole(event: Event, reference: str | None) -> str | None:
    return "/".join(split_reference(event, reference)) if reference else None


def _sides(
    lines: Sequence[LedgerLine], mode: Mode, repeats: Mapping[str, set[str]], evidence: Evidence
) -> Iterator[Side]:
    """Each line's side, with the reason for which it is not added."""
    unfit = {line.reference: _why_unfit(line, mode, evidence) for line in lines if _could_count(line, mode)}
    parts = {line.reference: line.side(mode).part_of for line in lines}
    fit: Mapping[Kind, dict[str, LedgerLine]] = {"promised": {}, "delivered": {}, "other": {}}
    for line in lines:
        if line.reference in unfit and unfit[line.reference] is None:
            fit[line.kind][line.reference] = line
    for line in lines:
        side, left = line.side(mode), unfit.get(line.reference)
        if line.reference in fit[line.kind]:
            left = _why_counted_already(line, mode, fit[line.kind], parts, repeats)
        yield replace(side, left=left)


def _could_count(line: LedgerLine, mode: Mode) -> bool:
    side = line.side(mode)
    return line.kind != "other" and (side.quantity is not None or side.words is not None)


def _why_unfit(line: LedgerLine, mode: Mode, evidence: Evidence) -> Left | None:
    """Why a value could be in no total, whatever the others are."""
    carried = line.side(mode).carried
    if carried is Support.NOT_FOUND:
        return "quote not found"
    if carried is Support.QUESTIONED:
        return "questioned"
    quantity = line.side(mode).quantity
    if quantity is None:
        return "words"
    if quantity.to is not None:
        return "range"
    if mode is Mode.ASSESSED:
        return None
    if carried is not Support.QUOTED:
        return "not quoted"
    level = level_of(line.event, evidence, mode)
    return None if level and level[1] is Support.QUOTED else "level"


def _why_counted_already(
    line: LedgerLine,
    mode: Mode,
    fit: Mapping[str, LedgerLine],
    parts: Mapping[str, str | None],
    repeats: Mapping[str, set[str]],
) -> Left | None:
    """`fit` are the lines that could be added, `parts` what each line is a part of, both by reference."""
    seen, whole = {line.reference}, parts[line.reference]
    is_part = False
    while whole is not None:
        if whole in seen:
            return "circle"
        seen.add(whole)
        is_part = is_part or whole in fit
        whole = parts.get(whole)
    if is_part:
        return "part"
    mine = _measure(line.side(mode))
    for event in repeats[line.event.id] if mine else ():
        if line.event.id in repeats.get(event, ()):
            continue
        if any(other.event.id == event and _measure(other.side(mode)) == mine for other in fit.values()):
            return "repeat"
    return None


def _measure(side: Side) -> tuple[Decimal | None, Decimal | None, str | None, str | None] | None:
    quantity = side.quantity
    return (quantity.value, quantity.to, quantity.currency, quantity.unit) if quantity else None


def _total(values: Sequence[Quantity | AssessedAmount]) -> Total:
    sum_ = sum((each.value for each in values if each.value is not None), Decimal(0))
    first = values[0]
    # not validated anew: a sum may be larger than any one amount may
    quantity = Quantity.model_construct(
        value=sum_, currency=first.currency, unit=first.unit, qualifier=_qualifier(values)
    )
    return Total(quantity, len(values))


def _qualifier(values: Iterable[Quantity | AssessedAmount]) -> str:
    """The qualifier of a sum: the one that its inexact parts share, else `about`; `exact` if all are exact."""
    loose = {each.qualifier for each in values} - {"exact"}
    return loose.pop() if len(loose) == 1 else "about" if loose else "exact"
