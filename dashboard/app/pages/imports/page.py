"""Imports page: datasets that others have published, their rows as a table, and one row with every field."""

from dataclasses import replace

from dashboard.app.filters import asked_line
from dashboard.app.pages.imports.datasets import datasets_table
from dashboard.app.pages.imports.linked import records_of_row, rows_of_record
from dashboard.app.pages.imports.row_acts import row_acts
from dashboard.app.pages.imports.row_filter_bar import not_applied, row_filter_bar
from dashboard.app.pages.imports.row_sheet import row_sheet
from dashboard.app.pages.imports.row_table import row_table
from dashboard.app.parts import place_link, show
from dashboard.app.shell import PageContext, imported_rows, state, why_no_rows
from dashboard.query.imports import ImportedRows, ImportsUnreadable, QueryTooSlow, filters_for_rows
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, words


def draw(page: PageContext) -> None:
    """The row that the address names; else what was imported, filters, and the rows that match."""
    rows = imported_rows()
    if rows is None:
        show(_nothing(why_no_rows()), "imports")
        return
    try:
        if state.address_value("row"):
            show(_sheet(rows, page), "imports", name=state.address_value("row") or "")
        else:
            _draw_rows(rows, page)
    except (ImportsUnreadable, QueryTooSlow) as error:
        show(_nothing(str(error)), "imports")


def _draw_rows(rows: ImportedRows, page: PageContext) -> None:
    dataset = state.address_value("dataset")
    asked, left = filters_for_rows(
        page.asked.filters, frozenset({dataset} if dataset and dataset in rows.by_name else ())
    )
    behind = state.address_value("rows") or ""
    narrowed = asked.narrowed_to(behind) if behind else None
    listed = narrowed or asked
    show(row_filter_bar(rows, asked, page), "filters")
    show(join(asked_line(page), _not_applied(left)), "asked")
    found = rows.page(listed, state.part())
    counts = rows.counts(replace(asked, datasets=frozenset()))
    table = row_table(found, page, dataset=dataset, rows=behind or None)
    show(
        element(
            "section",
            _head(rows, found.total, page, is_narrowed=narrowed is not None),
            rows_of_record(rows, page),
            datasets_table(rows, counts, page),
            element("h2", "Rows ", element("span", f"{found.total:,}", class_="dl-count")),
            table,
            class_="dl-imports",
        ),
        "imports",
    )


def _head(rows: ImportedRows, total: int, page: PageContext, *, is_narrowed: bool) -> Markup:
    every = sum(dataset.counts.get("rows", 0) for dataset in rows.datasets)
    title = (
        count_words(every, "imported row") if total == every else f"{total:,} of {count_words(every, 'imported row')}"
    )
    told = "Published by others and reviewed by nobody here: no row is an event of the records, or counted as quoted."
    others = (
        element("p", "Rows behind one mark. ", place_link("imports", "All rows", mode=page.mode))
        if is_narrowed
        else None
    )
    return element("header", element("h1", title), element("p", told, class_="dl-muted"), others)


def _not_applied(left: tuple[str, ...]) -> Markup:
    return element("p", not_applied(left), class_="dl-muted", role="status") if left else NOTHING


def _sheet(rows: ImportedRows, page: PageContext) -> Markup:
    dataset, _, row_id = (state.address_value("row") or "").partition("/")
    row = rows.row(dataset, row_id) if dataset in rows.by_name else None
    if row is None:
        back = place_link("imports", "All imported rows", mode=page.mode)
        told = element("p", "There is no imported row ", element("code", words(f"{dataset}/{row_id}")), ". ", back)
        return element("section", element("header", element("h1", "No such row")), told, class_="dl-imports")
    return row_sheet(row, rows.by_name[dataset], page, row_acts(row, page), records_of_row(row, page))


def _nothing(problem: str) -> Markup:
    command = element("code", "dateline import FORMAT FILE")
    told = (
        element("p", words(problem))
        if problem
        else element(
            "p",
            "Events that others publish (UCDP GED, ACLED, GDELT) can stand beside the records: ",
            command,
            " reads them.",
        )
    )
    return element("section", element("header", element("h1", "No imported rows")), told, class_="dl-imports")
