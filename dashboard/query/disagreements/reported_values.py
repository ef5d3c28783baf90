"""Dates, places and amounts that sources report differently: which values cannot both be true, and whose claims."""

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Final

from dashboard.model.amount import Amount, OtherAmount, Quantity
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.geography import distance_km
from dashboard.model.registry import Place
from dashboard.model.time_and_place import OtherDate, OtherPlace, When, Where

_ROUGHLY: Final = Decimal("0.1")
"""By which share an amount that is `about` a number may be more or less."""
_Dates = When | OtherDate
_Places = Where | OtherPlace
_Amounts = Amount | OtherAmount


def opponents_of(event: Event, key: str, places: Mapping[str, Place]) -> tuple[str, ...]:
    """References to the claims that dispute a claim: those that it names, and those that give another value."""
    own = event.claims[key].disputed_by
    if not event.has_other_values:
        return own
    by_value = (other for one, other in claims_apart(event, places) if one == key)
    return tuple(dict.fromkeys((*own, *by_value)))


def claims_apart(event: Event, places: Mapping[str, Place]) -> Iterator[tuple[str, str]]:
    """Keys of claims that give values of which only one can be true, each pair in both orders."""
    for one, other in _values_apart(event, places):
        for first in one.claims:
            for second in other.claims:
                if first != second and first in event.claims and second in event.claims:
                    yield first, second
                    yield second, first


def differ(part: When | Where | Amount, places: Mapping[str, Place]) -> bool:
    """Whether sources give values of a date, a place or an amount of which only one can be true."""
    return next(_apart_in(part, places), None) is not None


def _values_apart(
    event: Event, places: Mapping[str, Place]
) -> Iterator[tuple[_Dates | _Places | _Amounts, _Dates | _Places | _Amounts]]:
    parts: Sequence[When | Where | Amount] = (event.when, event.where, *event.amounts.values())
    for part in parts:
        yield from _apart_in(part, places)


def _apart_in(
    part: When | Where | Amount, places: Mapping[str, Place]
) -> Iterator[tuple[_Dates | _Places | _Amounts, _Dates | _Places | _Amounts]]:
    if not part.also_reported:
        return
    match part:
        case When():
            dates: Sequence[_Dates] = (part, *part.also_reported)
            yield from (pair for pair in combinations(dates, 2) if not _dates_agree(*pair, lasted=part.lasted))
        case Where():
            at: Sequence[_Places] = (part, *part.also_reported)
            yield from (pair for pair in combinations(at, 2) if not _places_agree(*pair, places))
        case Amount():
            amounts: Sequence[_Amounts] = (part, *part.also_reported)
            yield from (pair for pair in combinations(amounts, 2) if not _amounts_agree(*pair))


def _dates_agree(one: _Dates, other: _Dates, *, lasted: bool) -> bool:
    """Whether a day is within both; of what lasted, a day of its beginning and one of its end."""
    first, second = one.reported, other.reported
    if first is None or second is None or _is_vague(first) or _is_vague(second):
        return True
    if lasted and first.is_interval and second.is_interval:
        ends = ((first.start, second.start), (first.end, second.end))
        return all(a is None or b is None or (a.earliest <= b.latest and b.earliest <= a.latest) for a, b in ends)
    begins = [each.earliest for each in (first, second) if each.earliest is not None]
    finishes = [each.latest for each in (first, second) if each.latest is not None]
    return not begins or not finishes or max(begins) <= min(finishes)


def _is_vague(date: EventDate) -> bool:
    return date.uncertain or date.approximate


def _places_agree(one: _Places, other: _Places, places: Mapping[str, Place]) -> bool:
    """Whether one may be within the other: a town of a country, a base at the edge of a town."""
    first, second = places.get(one.reported or ""), places.get(other.reported or "")
    if first is None or second is None or first.id == second.id:
        return True
    if first.is_area or second.is_area:
        return first.country == second.country and not (first.precision == second.precision == "region")
    apart_km = distance_km(*(degrees or 0.0 for each in (first, second) for degrees in (each.latitude, each.longitude)))
    return apart_km <= first.open_km + second.open_km


def _amounts_agree(one: _Amounts, other: _Amounts) -> bool:
    """Whether a number is within both; of two things, nothing is said of the same."""
    first, second = one.reported, other.reported
    if first is None or second is None or (first.currency, first.unit) != (second.currency, second.unit):
        return True
    (low, high), (least, most) = _bounds(first), _bounds(second)
    return low <= most and least <= high


def _bounds(quantity: Quantity) -> tuple[Decimal, Decimal]:
    """The lowest and the highest number that an amount allows."""
    low, high = quantity.value, quantity.to or quantity.value
    if quantity.qualifier == "at-least":
        high = Decimal("Infinity")
    if quantity.qualifier == "at-most":
        low = Decimal(0)
    if quantity.qualifier == "about":
        low, high = low * (1 - _ROUGHLY), high * (1 + _ROUGHLY)
    return low, high
