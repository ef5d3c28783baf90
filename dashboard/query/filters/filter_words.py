"""Filters in words, for who reads what was made with them."""

from collections.abc import Iterator

from dashboard.model.record import NOT
from dashboard.query.fields import FACETS, EventTable
from dashboard.query.filters.filter_query import FilterQuery


def filters_in_words(asked: FilterQuery, table: EventTable) -> Iterator[str]:
    """`Thread: Bases or Drones`, `Dates: from 2024`: one for each thing that is asked for."""
    for facet in FACETS.values():
        if values := sorted(asked.filters.chosen.get(facet.key, ())):
            unwanted = [] if facet.matcher else [each for each in values if each.startswith(NOT)]
            wanted = [facet.name_of(each, table) for each in values if each not in unwanted]
            barred = [facet.name_of(each.removeprefix(NOT), table) for each in unwanted]
            told = (" or ".join(wanted), f"not {' nor '.join(barred)}" if barred else "")
            yield f"{facet.title}: {', '.join(filter(None, told))}"
    if asked.start or asked.end:
        yield f"Dates: {range_words(asked.start, asked.end)}"
    if words := asked.filters.words.strip():
        yield f"Words in titles, claims and quotes: “{words}”"


def range_words(start: str, end: str) -> str:
    """`2009 to 2025-09`, `from 2009`, `until 2025-09`."""
    return f"{start} to {end}" if start and end else f"from {start}" if start else f"until {end}"
