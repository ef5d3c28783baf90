"""How much an event clause speaks of: money, and things that it counts by name; each figure with its own words."""

import re
from dataclasses import dataclass
from typing import Any, Final

from dashboard.drafting.amounts import quantity_in
from dashboard.drafting.clauses import EventClause
from dashboard.drafting.proposals.proposal import OpenField
from dashboard.evidence.words import COUNT, ORDINAL, PERCENT, TextNumber, counted_by, dates_in, figures_in, ranges_in
from dashboard.model.forms import free_id
from dashboard.store.views_file import id_for

_BEFORE: Final = 30
_BEHIND: Final = 60
_QUALIFIER_BREAK: Final = re.compile(r"[,;:]|\b(?:and|or)\b")
_JOINED: Final = re.compile(r"[\d.,]$")
_BROKEN: Final = re.compile(r"\d[\d.,]*")
_WELL_FORMED: Final = re.compile(r"\d+(?:[.,]\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,3}(?:\.\d{3}){2,}|\d+\.\d+")
_GLUED: Final = re.compile(r"[^\W\d_]")
_SHORT: Final = re.compile(r"(?:[kKmMbB]|bn|mn|mln|tn|st|nd|rd|th)\b")
_LITTLE: Final = frozenset({"one", "two", "both"})
_NOT_COUNTED: Final = frozenset({"time", "length", "weight", "area", "volume"})
_PERSONS: Final = re.compile(
    r"\b(?:people|persons?|civilians?|soldiers?|troops|servicemen|officers?|men|women|children|police|policemen"
    r"|fighters"
    r"|militants|protesters|prisoners|hostages|marines|migrants|refugees|workers|students|members)\b",
    re.IGNORECASE,
)
_GIVEN_BEFORE: Final = re.compile(
    r"\b(?:the|these|those|all|both|its|their|his|her|our|my|your|other|another|same|last|first|next|past"
    r"|previous|every|each"
    r"|[\w-]+[’']s)\s+(?:\w+est\s+)?$",
    re.IGNORECASE,
)
"""What makes a number one of things known already: “these three men”."""
_DONE: Final = re.compile(
    r"\b(?P<verb>kill|wound|injur|arrest|detain|captur|displac|evacuat|releas|fre)(?:ing|ed|e)\b(?!.*\b(?:kill"
    r"|wound|injur"
    r"|arrest|detain|captur|displac|evacuat|releas|fre)(?:ing|ed)\b)",
    re.IGNORECASE | re.DOTALL,
)
_SUFFIX_DONE: Final = re.compile(
    r"\s+(?:were|was|people\s+were)?\s*(?:killed|wounded|injured|arrested|detained)\b", re.I
)


@dataclass(frozen=True, slots=True)
class ClauseAmount:
    """An amount of a clause."""

    key: str
    quantity: dict[str, Any]
    start: int
    end: int
    """Half-open, within the sentence."""


def amounts_of_clause(clause: EventClause, sentence: str) -> tuple[list[ClauseAmount], list[OpenField]]:
    """The amounts that belong to a clause; a figure that may be of something else is left open."""
    dates = [(each.start, each.end) for each in dates_in(sentence)]
    figures = [each for each in figures_in(sentence, dates) if each.unit not in (ORDINAL, PERCENT)]
    figures = [each for each in figures if sentence[each.start : each.end].lower() not in _LITTLE]
    first = clause.introduction[0]
    found: list[ClauseAmount] = []
    open_: list[OpenField] = []
    in_ranges = {value for each in ranges_in(sentence) for value in (each.low, each.high)}
    for index, figure in enumerate(figures):
        if not first <= figure.start < clause.amounts_end:
            continue
        if figure.start < clause.verb_start and not _is_subject(clause, figure):
            continue
        words = sentence[figure.start : figure.end]
        before = figures[index - 1].end if index else 0
        behind = figures[index + 1].start if index + 1 < len(figures) else len(sentence)
        if reason := _why_open(figure, sentence, in_ranges):
            open_.append(OpenField("amounts", reason, words))
            continue
        quantity = _quantity(figure, sentence, before, behind)
        if quantity is None:
            if figure.unit != COUNT:
                open_.append(OpenField("amounts", "The words do not say which currency or thing is meant", words))
            elif figure.value > 1:
                open_.append(OpenField("amounts", "The words do not say what the number counts", words))
            continue
        key = free_id(_key(figure, quantity, sentence), {each.key for each in found})
        found.append(ClauseAmount(key, quantity, *_span(figure, sentence)))
    return found, open_


def _is_subject(clause: EventClause, figure: TextNumber) -> bool:
    return clause.subject[0] <= figure.start < clause.subject[1]


def _why_open(figure: TextNumber, sentence: str, in_ranges: set[Any]) -> str:
    """Why a figure cannot be read with certainty; empty where it can."""
    if figure.value in in_ranges:
        return "The words give a range"
    if figure.unit == COUNT and _GIVEN_BEFORE.search(sentence[: figure.start]):
        return "The words speak of so many as they named before"
    if sentence[figure.end : figure.end + 1] == "-" and sentence[figure.end + 1 : figure.end + 2].isalpha():
        return "The number is part of a name or a measure"
    written = _BROKEN.match(sentence, figure.start)
    if written:
        digits = written[0].rstrip(".,")
        if not _WELL_FORMED.fullmatch(digits) or written.start() + len(digits) > figure.end:
            return "The digits are no number with one meaning"
        end = written.start() + len(digits)
        if _GLUED.match(sentence, end) and not _SHORT.match(sentence, end):
            return "A unit is joined to the number"
    if _JOINED.search(sentence[: figure.start]):
        return "The digits may be of a longer number"
    return ""


def _quantity(figure: TextNumber, sentence: str, before: int, behind: int) -> dict[str, Any] | None:
    """The figure with its qualifier and what it is of; None where that is not said."""
    lead = sentence[max(before, figure.start - _BEFORE) : figure.start]
    cuts = [match.end() for match in _QUALIFIER_BREAK.finditer(lead)]
    lead = lead[cuts[-1] :] if cuts else lead
    words = lead + sentence[figure.start : min(behind, figure.end + _BEHIND)]
    found = quantity_in(words)
    if found is None or found.get("value") != _plain(figure):
        return None
    if figure.unit == COUNT:
        counted = counted_by(sentence[:behind], figure)
        if counted is None or counted.measure in _NOT_COUNTED or not counted.words.lower().endswith(_PLURALS):
            return None
        found["unit"] = " ".join(counted.words.split())[:80]
        found.pop("currency", None)
        return found
    is_unsure = found.get("currency") in _OF_SEVERAL and not _WHOSE.search(
        sentence[: figure.start] + sentence[figure.end :]
    )
    return found if found.get("currency") and not is_unsure else None


_OF_SEVERAL: Final = frozenset({"INR"})
"""Currencies whose word several countries use for theirs."""
_WHOSE: Final = re.compile(r"\bIndian?\b|₹")
_PLURALS: Final = ("s", "people", "men", "women", "children", "troops", "aircraft", "personnel", "police")


def _plain(figure: TextNumber) -> int | float:
    value = figure.value
    return int(value) if value == value.to_integral_value() else float(value)


def _key(figure: TextNumber, quantity: dict[str, Any], sentence: str) -> str:
    """What the amount is called in the event: what was done to the people that it counts, else of what it is."""
    if "currency" in quantity:
        return "money"
    unit = str(quantity["unit"])
    done = _DONE.search(sentence[: figure.start])
    behind = _SUFFIX_DONE.match(sentence, figure.end + len(unit) + 1)
    if _PERSONS.search(unit) and (done or behind):
        return behind[0].split()[-1].lower() if behind else f"{done['verb']}ed".lower() if done else ""
    made = id_for(unit.split()[-1])
    return "count" if made == "view" else made


def _span(figure: TextNumber, sentence: str) -> tuple[int, int]:
    """The figure with the sign of its currency."""
    start = figure.start
    while (
        start
        and sentence[start - 1] in "$€£¥₩₹₽₴\u00a0 "
        and re.search(r"[$€£¥₩₹₽₴]", sentence[max(0, start - 3) : start])
    ):
        start -= 1
    return start, figure.end
