"""Imported rows as a table, one page of them."""

from dashboard.app.pages.imports.row_words import (
    count_of_row,
    row_link,
    type_words,
    when_words,
    where_words,
    who_words,
)
from dashboard.app.parts import pager
from dashboard.app.shell import PageContext
from dashboard.query.imports import PAGE_ROWS, Row, RowPage
from dashboard.text.markup import Markup, element, join, join_all, words


def row_table(found: RowPage, page: PageContext, **places: str | None) -> Markup:
    """The table, with steps to its other pages; `places` stay in their links."""
    if not found.total:
        return element("p", "No imported rows match.", class_="dl-muted")
    titles = ("When", "What the publisher tells", "Who", "Where", "Count", "Type", "Dataset")
    head = element("tr", *(element("th", title, scope="col") for title in titles))
    first, last = found.offset + 1, found.offset + len(found.rows)
    caption = element("caption", f"Imported rows {first:,} to {last:,} of {found.total:,}, newest first")
    body = join_all(_row(each, page) for each in found.rows)
    table = element(
        "table", caption, element("thead", head), element("tbody", body), class_="dl-table dl-source-list dl-rows-table"
    )
    parts = -(-found.total // PAGE_ROWS)
    steps = pager("imports", found.offset // PAGE_ROWS, parts, "", mode=page.mode, **places)
    scrolled = element("div", table, class_="dl-scroll", tabindex="0", role="region", aria_label="Imported rows")
    return join(scrolled, steps)


def _row(row: Row, page: PageContext) -> Markup:
    report = element("small", "report") if row["kind"] == "report" else None
    count = count_of_row(row)
    cells = (
        ("Who", words(who_words(row))),
        ("Where", words(where_words(row))),
        ("Count", count),
        ("Type", join(words(type_words(row)), report)),
        ("Dataset", words(row["dataset"])),
    )
    return element(
        "tr",
        element("td", when_words(row) or element("span", "undated", class_="dl-muted"), data_label="When"),
        element("th", row_link(row, mode=page.mode), scope="row"),
        *(element("td", cell, data_label=title) for title, cell in cells),
    )
