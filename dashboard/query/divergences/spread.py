"""The spread of numbers: the lowest and the highest that sources give, each unit by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from dashboard.model.amount import AssessedAmount, Quantity
from dashboard.query.divergences.divergence import DivergentSide


@dataclass(frozen=True, slots=True)
class SpreadPoint:
    """One side's number, or both ends of its range."""

    low: Decimal
    high: Decimal
    side: DivergentSide


@dataclass(frozen=True, slots=True)
class Spread:
    """All numbers in one unit, rising."""

    unit: str
    """A currency or what is counted."""
    points: tuple[SpreadPoint, ...]

    @property
    def lowest(self) -> Decimal:
        """The lowest that any side gives."""
        return min(each.low for each in self.points)

    @property
    def highest(self) -> Decimal:
        """The highest that any side gives."""
        return max(each.high for each in self.points)

    def share(self, value: Decimal) -> float:
        """Where a value lies from the lowest to the highest: 0 to 1."""
        room = self.highest - self.lowest
        return float((value - self.lowest) / room) if room else 0.5


def unit_of(quantity: Quantity | AssessedAmount) -> str:
    """Its currency, or what is counted: numbers of two units are not compared."""
    return quantity.currency or quantity.unit or ""


def spreads_of(sides: Iterable[DivergentSide]) -> tuple[Spread, ...]:
    """The spread in each unit that a side has a number in; none of a unit in which there is but one."""
    units: dict[str, list[SpreadPoint]] = {}
    for side in sides:
        if (found := side.quantity) is None or found.value is None:
            continue
        point = SpreadPoint(found.value, getattr(found, "to", None) or found.value, side)
        units.setdefault(unit_of(found), []).append(point)
    made = (Spread(unit, tuple(sorted(each, key=lambda point: point.low))) for unit, each in units.items())
    return tuple(each for each in made if each.lowest < each.highest)
