"""Imported rows on Situation: the line with their switch, what both figures show of them, and the rows of one mark."""

from dataclasses import dataclass, replace
from typing import Final

from dashboard.app.pages.imports import not_applied, row_line
from dashboard.app.parts import button, pager, place_link
from dashboard.app.shell import PageContext, imported_rows, state, why_no_rows
from dashboard.query.imports import (
    PAGE_ROWS,
    DatedRows,
    ImportedRows,
    ImportsUnreadable,
    QueryTooSlow,
    RowFilters,
    filters_for_rows,
)
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.map import MapInput, sight_of

LONGEST_NAME: Final = 24
"""A longer title of a dataset is left for its name."""


@dataclass(frozen=True)
class ImportedLayer:
    """The imported rows that the page's filters leave."""

    rows: ImportedRows
    filters: RowFilters
    left: tuple[str, ...]
    """Titles of filters that rows cannot answer."""

    @classmethod
    def now(cls, page: PageContext) -> "ImportedLayer | None":
        """The rows, if the reader has switched them on and they can be read."""
        rows = imported_rows() if state.shows_imported() else None
        if rows is None:
            return None
        filters, left = filters_for_rows(page.asked.filters)
        if page.past_day is not None:
            filters = replace(filters, end=min(filters.end or page.past_day, page.past_day))
        return cls(rows, filters, left)

    @property
    def words(self) -> str:
        """`imported, unreviewed: 1,000,000 rows of ucdp-ged`."""
        found = {name: each for name, each in self.rows.counts(self.filters).items() if each.rows}
        told = count_words(sum(each.rows for each in found.values()), "row")
        names = [_short_name(self.rows.by_name[name].title, name) for name in found]
        of = f" of {' and '.join(names)}" if 0 < len(names) < 3 else f" of {len(names)} datasets" if names else ""
        return f"imported, unreviewed: {told}{of}"

    def on_map(self, made: MapInput) -> MapInput:
        """The map with the rows in it."""
        try:
            binned = self.rows.bins(self.filters, *sight_of(made))
        except (ImportsUnreadable, QueryTooSlow):
            return made  # the line above the figures tells of what cannot be read; records are shown all the same
        return replace(made, imported=binned, imported_words=self.words)

    @property
    def on_timeline(self) -> DatedRows:
        """The rows by their days."""
        return self.rows.densities(self.filters)


def _short_name(title: str, name: str) -> str:
    return title if len(title) <= LONGEST_NAME else name


def readable_layer(page: PageContext) -> tuple["ImportedLayer | None", str]:
    """The layer with all that figures ask of it found already; or why there is none, as a sentence."""
    try:
        if (layer := ImportedLayer.now(page)) is None:
            return None, why_no_rows() if state.shows_imported() else ""
        layer.rows.counts(layer.filters)
        layer.rows.densities(layer.filters)
    except (ImportsUnreadable, QueryTooSlow) as error:
        return None, str(error)
    return layer, ""


def imported_line(layer: "ImportedLayer | None", problem: str, page: PageContext) -> Markup:
    """The switch, and what is shown by it; nothing where the workspace has no imported rows."""
    rows = imported_rows()
    if rows is None and not problem:
        return NOTHING
    total = sum(dataset.counts.get("rows", 0) for dataset in rows.datasets) if rows else 0
    label = join("Imported rows ", element("span", f"{total:,}", class_="dl-count"))
    is_on = state.shows_imported()
    name = "Show imported rows behind the records: unreviewed, and no events of the records"
    switch = button(
        "imported", "" if is_on else "on", label, pressed=is_on, name=name, class_="dl-switch", same="imported"
    )
    told = [problem] if problem else []
    if layer is not None:
        told = [_sentence(layer), not_applied(layer.left)]
    said = element("span", words(" ".join(filter(None, told))), class_="dl-muted") if told else None
    beside = None
    if layer is not None and page.selected_id is not None:
        beside = place_link("imports", "Rows beside this record", mode=page.mode, event=page.selected_id)
    return element("p", switch, said, beside, class_="dl-imported-line")


def _sentence(layer: ImportedLayer) -> str:
    counts = layer.rows.counts(layer.filters).values()
    found, placed, dated = (sum(getattr(each, name) for each in counts) for name in ("rows", "placed", "dated"))
    without = [
        f"{count_words(found - number, 'row')} without {what}"
        for number, what in ((placed, "a point"), (dated, "a date"))
        if found > number
    ]
    reports = sum(each.reports for each in counts)
    told = f"{layer.words[0].upper()}{layer.words[1:]}"
    kinds = f", {reports:,} of them reports, not events" if reports else ""
    return f"{told}{kinds}{'; ' if without else ''}{', '.join(without)}."


def rows_in_card(layer: "ImportedLayer | None", page: PageContext) -> Markup | None:
    """The rows of the bin, or of the bar, that was pressed; None where none was."""
    behind = state.address_value("rows") or ""
    listed = layer.filters.narrowed_to(behind) if layer else None
    if layer is None or listed is None:
        return None
    found = layer.rows.page(listed, state.part())
    title = f"{count_words(found.total, 'imported row')} behind this mark"
    clear = button("clear", "", join("Clear ", element("kbd", "Esc")), class_="dl-clear")
    where = listed.bin.box.words if listed.bin else ""
    told = join(
        element("p", "Imported, unreviewed: no row is an event of the records.", class_="dl-muted"),
        element("p", where, class_="dl-muted") if where else None,
        element("p", place_link("imports", "As a table", mode=page.mode, rows=behind)),
    )
    head = element("header", element("div", element("h2", title), clear, class_="dl-under-title"), told)
    rows = element("ul", join_all(row_line(each, page) for each in found.rows), class_="dl-rows dl-imported-rows")
    parts = -(-found.total // PAGE_ROWS)
    steps = pager("", found.offset // PAGE_ROWS, parts, "", mode=page.mode, rows=behind)
    body = element("div", head, rows, steps, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card dl-overview", aria_label=title)
