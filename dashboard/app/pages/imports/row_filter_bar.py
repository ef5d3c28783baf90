"""What imported rows can be filtered by: dataset, country, type and dates. Words are asked for in the search field."""

from collections.abc import Iterator, Mapping
from typing import Final, Literal

from dashboard.app.pages.imports.row_words import value_words
from dashboard.app.parts import button, choice
from dashboard.app.shell import PageContext, state
from dashboard.query.imports import ImportedRows, RowFilters
from dashboard.text.markup import NOTHING, Markup, element, join

_FACETS: Final[tuple[tuple[Literal["country", "event_type"], str, str], ...]] = (
    ("country", "country", "Country"),
    ("event_type", "type", "Type"),
)


def row_filter_bar(rows: ImportedRows, asked: RowFilters, page: PageContext) -> Markup:
    """A press opens the values of a column, with how many rows each has."""
    facets = [_facet(column, key, title, rows, asked, page) for column, key, title in _FACETS]
    return element(
        "div", _datasets(rows), *facets, _dates(page), role="group", aria_label="Filters", class_="dl-filters"
    )


def _datasets(rows: ImportedRows) -> Markup:
    if len(rows.datasets) < 2:
        return NOTHING
    names = {"": "All", **{dataset.name: dataset.name for dataset in rows.datasets}}
    return choice("Dataset", "dataset", names, state.address_value("dataset") or "")


def _facet(
    column: Literal["country", "event_type"],
    key: str,
    title: str,
    rows: ImportedRows,
    asked: RowFilters,
    page: PageContext,
) -> Markup:
    chosen = page.asked.filters.chosen.get(key, frozenset())
    counts = rows.values(column, asked.without(column))
    if len(counts) < 2 and not chosen:
        return NOTHING
    mark = element("span", f"{len(chosen)} of {len(counts)}" if chosen else f"{len(counts)}", class_="dl-count")
    summary = element("summary", title, " ", mark, class_="dl-asks" if chosen else None)
    options = element("ul", *_options(column, key, counts, chosen))
    panel = element("div", options, button("unfilter", key, "Show all", class_="dl-text-button") if chosen else None)
    return element("details", summary, panel, id=f"facet-{key}", name="facets", class_="dl-facet")


def _options(column: str, key: str, counts: Mapping[str, int], chosen: frozenset[str]) -> Iterator[Markup]:
    for value, number in counts.items():
        label = join(value_words(column, value), " ", element("span", f"{number:,}", class_="dl-count"))
        yield element("li", button("filter", f"{key}:{value}", label, pressed=value in chosen))


def _dates(page: PageContext) -> Markup:
    asks = bool(page.asked.start or page.asked.end)
    fields = [
        element(
            "label", label, " ", element("input", type="text", name=key, value=value, size="12", autocomplete="off")
        )
        for key, label, value in (("from", "From", page.asked.start), ("to", "To", page.asked.end))
    ]
    go = element("button", "Apply", type="submit", class_="dl-text-button")
    note = element("p", "2009, 2025-09 or 2025-09-04. Rows without a date are left out.", class_="dl-muted")
    form = element("form", *fields, go, note, data_press="range")
    summary = element("summary", "Dates", class_="dl-asks" if asks else None)
    return element("details", summary, element("div", form), id="facet-dates", name="facets", class_="dl-facet")


def not_applied(left: tuple[str, ...]) -> str:
    """Which filters of the page rows cannot answer; empty where they can all."""
    if not left:
        return ""
    names = left[0] if len(left) == 1 else f"{', '.join(left[:-1])} and {left[-1]}"
    one = len(left) == 1
    return f"The {'filter' if one else 'filters'} {names} {'does' if one else 'do'} not apply to imported rows."
