"""What is said of a cell: below the pointer, to a screen reader and in the table."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from dashboard.model.problem import Severity
from dashboard.query.reading import Support
from dashboard.query.wording import count_words
from dashboard.views.drawing import fit_text, literal, one_line
from dashboard.views.map.density.cell import Cell, Cells, Layer
from dashboard.views.map.marks import CARRIED_WORDS, Spot, in_words

HOVER_PX: Final = 420.0
_MOST_THREADS: Final = 4
_THREAD_PX: Final = 180.0
_COLUMN: Final[Mapping[Layer, str]] = {"countries": "Country", "hexagons": "Hexagon"}
IN_NONE: Final[Mapping[Layer, str]] = {"countries": "in no country", "hexagons": "in no hexagon"}


def cell_name(cell: Cell, layer: Layer, titles: Mapping[str, str], troubled: Mapping[str, Severity]) -> str:
    """The name for a screen reader: begins with the event's title, or with `N events in COUNTRY`."""
    return "; ".join(_parts(cell, layer, titles, troubled))


def cell_hover(cell: Cell, layer: Layer, titles: Mapping[str, str], troubled: Mapping[str, Severity]) -> str:
    """The lines of the box below the pointer: what the name says."""
    return "<br>".join(literal(fit_text(part, HOVER_PX, 12)) for part in _parts(cell, layer, titles, troubled))


def sum_rows(cells: Cells, layer: Layer, unplaced: int, titles: Mapping[str, str]) -> tuple[Mapping[str, str], ...]:
    """A row for each cell, and for what is in none: the events of all rows add up to all that are shown."""
    named: list[tuple[str, str, int, str, str]] = [
        (cell.title, _places(cell.spots), cell.count, _quoted_count(cell), _shares(cell, titles)) for cell in cells.all
    ]
    rest = [each for spot in cells.rest for each in spot.readings]
    named += [(IN_NONE[layer].capitalize(), _places(cells.rest), len(rest), "", "")] if rest else []
    named += [("Without a place", "", unplaced, "", "")] if unplaced else []
    return tuple(
        {
            _COLUMN[layer]: title,
            "Events": f"{count:,}",
            "Place quoted": quoted,
            "Places": places,
            "Threads": threads,
        }
        for title, places, count, quoted, threads in named
    )


def _quoted_count(cell: Cell) -> str:
    return CARRIED_WORDS[Support.CHECKING] if cell.unchecked_count else f"{cell.quoted_count:,}"


def _parts(cell: Cell, layer: Layer, titles: Mapping[str, str], troubled: Mapping[str, Severity]) -> list[str]:
    where = f"in {cell.title}" if layer == "countries" else f"at {_places(cell.spots)}"
    head = f"{cell.count:,} events {where}" if cell.count > 1 else f"{one_line(cell.readings[0].event.title)}, {where}"
    parts = [head, _evidence(cell)]
    if vague := sum(len(spot.readings) for spot in cell.spots if spot.place.is_area):
        parts.append(f"of {vague:,} no more than the country or region is known")
    if shares := _shares(cell, titles):
        parts.append(shares)
    if problems := sum(each.id in troubled for each in cell.readings):
        parts.append("has a problem" if cell.count == 1 else f"problems in {problems:,}")
    return parts


def _evidence(cell: Cell) -> str:
    """How the places are known: `place quoted: 2, from another source: 6`."""
    counts = Counter(CARRIED_WORDS[each.place.carried] for each in cell.readings)
    if len(counts) == 1:
        return f"place {next(iter(counts))}"
    return "place " + ", ".join(f"{words}: {number:,}" for words, number in counts.most_common())


def _shares(cell: Cell, titles: Mapping[str, str]) -> str:
    """The threads and how many events each has; empty for one event, and where all are of one that has no title."""
    counts = Counter(each.thread or "" for each in cell.readings)
    if cell.count == 1 or set(counts) == {""}:
        return ""
    ordered = sorted(counts, key=lambda thread: (thread not in titles, -counts[thread], thread))
    told = [f"{_title(each, titles)} {counts[each]:,}" for each in ordered[:_MOST_THREADS]]
    left = ordered[_MOST_THREADS:]
    if left:
        told.append(f"{count_words(len(left), 'more thread')} {sum(counts[each] for each in left):,}")
    return ", ".join(told)


def _title(thread: str, titles: Mapping[str, str]) -> str:
    return fit_text(one_line(titles[thread]), _THREAD_PX, 12) if thread in titles else "no thread"


def _places(spots: Iterable[Spot]) -> str:
    names: Sequence[str] = list(dict.fromkeys(one_line(spot.place.name) for spot in spots))
    return in_words(names) if names else ""
