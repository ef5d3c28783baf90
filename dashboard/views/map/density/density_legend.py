"""The legend of cells: their shades with numbers, what is striped, and what is in none."""

from collections.abc import Sequence

from dashboard.query.wording import count_words
from dashboard.views.drawing import Palette
from dashboard.views.map.density.cell import Cells, Layer
from dashboard.views.map.density.classes import Classes
from dashboard.views.map.legend import LegendEntry


def density_entries(
    cells: Cells, classes: Classes, layer: Layer, palette: Palette, area_km2: float | None, *, has_specks: bool
) -> tuple[LegendEntry, ...]:
    """A heading, the shades, and what else needs saying.

    `area_km2`: of one hexagon. `has_specks`: signs stand for small countries.
    """
    shades = tuple((words, classes.color(index, palette)) for index, words in enumerate(classes.words))
    none = (("0", palette.land),) if layer == "countries" else ()
    heading = "events by country" if area_km2 is None else f"events by hexagon of {area_km2:,.0f} km²"
    found = [LegendEntry("", heading), LegendEntry("", "", steps=(*none, *shades))]
    if any(cell.is_striped for cell in cells.all):
        color = classes.color(len(classes.starts) // 2, palette)
        found.append(LegendEntry("stripes", "most places not quoted, or questioned", color))
    if has_specks:
        found.append(
            LegendEntry("speck", "country too small to shade", classes.color(len(classes.starts) // 2, palette))
        )
    if words := rest_words(cells, layer):
        found.append(LegendEntry("ring" if layer == "countries" else "corners", f"{words} (+)"))
    return tuple(found)


def rest_words(cells: Cells, layer: Layer) -> str:
    """How many events are in no cell; empty if none is."""
    rest = sum(len(spot.readings) for spot in cells.rest)
    if not rest:
        return ""
    events = count_words(rest, "event")
    return f"{events} in no country" if layer == "countries" else f"{events} whose place is known less closely"


def sentences(cells: Cells, layer: Layer, area_km2: float | None, *, has_specks: bool) -> Sequence[str]:
    """What was done to the figure, and what its signs mean: below a narrow map, whose legend has the shades alone."""
    by = "country" if area_km2 is None else f"hexagon of {area_km2:,.0f} km²"
    striped = "Striped: most places not quoted, or questioned." if any(cell.is_striped for cell in cells.all) else ""
    specks = "Square: a country too small to shade." if has_specks else ""
    rest = rest_words(cells, layer)
    told = (f"Shade: number of events by {by}.", striped, specks, f"+: {rest}." if rest else "")
    return [each for each in told if each]
