"""One line of a legend."""

from dataclasses import dataclass
from typing import Final

from dashboard.views.drawing import text_width

KEY_PX: Final = 26.0
TEXT_PX: Final = 11.5
SWATCH_PX: Final = 13.0
_BESIDE_PX: Final = 5.0
_STEP_GAP_PX: Final = 11.0


@dataclass(frozen=True, slots=True)
class LegendEntry:
    """A sign and what it means."""

    sign: str
    """thread, rest, shares, ring, disc, crossed, count, area, corners, around, arc, error, warning, border, stripes,
    speck, sizes, unset or imported. Empty for words alone.
    """
    text: str
    color: str | None = None
    """The colour of the sign; None for the legend's own."""
    steps: tuple[tuple[str, str], ...] = ()
    """Colours of a scale with their words, side by side: `(("1", "#aabbcc"), ("2-4", "#556677"))`. Then no sign."""
    diameters: tuple[float, ...] = ()
    """Pixels of the discs of a scale of sizes, in place of squares."""

    @property
    def width(self) -> float:
        """Pixels, with the sign."""
        if self.steps:
            return self.starts[-1] + SWATCH_PX + _BESIDE_PX + text_width(self.steps[-1][0], TEXT_PX)
        return (KEY_PX if self.sign else 0) + text_width(self.text, TEXT_PX)

    @property
    def starts(self) -> tuple[float, ...]:
        """Pixels from the left edge to the swatch of each step."""
        found = [text_width(self.text, TEXT_PX) + _STEP_GAP_PX if self.text else 0.0]
        for text, _ in self.steps[:-1]:
            found.append(found[-1] + SWATCH_PX + _BESIDE_PX + text_width(text, TEXT_PX) + _STEP_GAP_PX)
        return tuple(found)
