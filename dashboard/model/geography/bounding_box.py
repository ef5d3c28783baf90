"""A bounding box: the part of the earth between two meridians and two parallels."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

_DIGITS: Final = 2
"""The decimals of each number in an address: a hundredth of a degree is about a kilometre."""
_POLE: Final = 90.0
_SEAM: Final = 180.0


@dataclass(frozen=True, slots=True)
class BoundingBox:
    """Degrees, as GeoJSON's `bbox` has them (RFC 7946): where `west` is greater than `east`, it crosses 180 degrees."""

    west: float
    south: float
    east: float
    north: float

    @classmethod
    def parse(cls, text: str) -> "BoundingBox | None":
        """What `str` has given; None for anything else."""
        try:
            west, south, east, north = map(float, text.split(","))
        except ValueError:
            return None
        on_earth = all(map(math.isfinite, (west, south, east, north))) and max(abs(west), abs(east)) <= _SEAM
        return cls(west, south, east, north) if on_earth and -_POLE <= south <= north <= _POLE else None

    @classmethod
    def around(cls, longitudes: Sequence[float], latitudes: Sequence[float]) -> "BoundingBox":
        """The smallest box, in hundredths of a degree, that holds these points: it leaves out the widest gap."""
        ordered = sorted(set(longitudes))
        following = [*ordered[1:], ordered[0] + 360]
        gap = max(range(len(ordered)), key=lambda index: following[index] - ordered[index])
        west, east = ordered[(gap + 1) % len(ordered)], ordered[gap]
        south, north = max(_outward(min(latitudes), -1), -_POLE), min(_outward(max(latitudes), 1), _POLE)
        return cls(max(_outward(west, -1), -_SEAM), south, min(_outward(east, 1), _SEAM), north)

    def __str__(self) -> str:
        """The box as an address has it: west, south, east, north."""
        return ",".join(f"{round(each, _DIGITS):.10g}" for each in (self.west, self.south, self.east, self.north))

    def holds(self, longitude: float, latitude: float) -> bool:
        """Whether the point lies in it, or on its edge."""
        across = (
            self.west <= longitude <= self.east
            if self.west <= self.east
            else longitude >= self.west or longitude <= self.east
        )
        return across and self.south <= latitude <= self.north

    @property
    def words(self) -> str:
        """The box as people read it: `1.05° S to 0.1° N, 80.8° W to 78.4° W`."""
        up, across = (
            (_degrees(each, "NS") for each in (self.south, self.north)),
            (_degrees(each, "EW") for each in (self.west, self.east)),
        )
        return f"{' to '.join(up)}, {' to '.join(across)}"


def _outward(degrees: float, side: int) -> float:
    """The next number with so many digits, on its lower (-1) or upper (1) side."""
    return side * math.ceil(side * degrees * 10**_DIGITS) / 10**_DIGITS


def _degrees(number: float, sides: str) -> str:
    rounded = round(number, _DIGITS)
    return f"{abs(rounded):.10g}°" + (f" {sides[rounded < 0]}" if rounded else "")
