"""One imported row: what Dateline reads of it, and every field as it was published."""

import json
from collections.abc import Iterator
from typing import Final

from dashboard.app.pages.imports.row_words import (
    count_of_row,
    row_title,
    type_words,
    when_words,
    where_words,
    who_words,
)
from dashboard.app.parts import place_link
from dashboard.app.shell import PageContext
from dashboard.query.imports import Row
from dashboard.query.wording import day_words, without_hyphens
from dashboard.store.imports import Dataset
from dashboard.text.markup import NOTHING, Content, Markup, element, join_all, words

_LONGEST: Final = 4_000
"""Characters of one field that stand on the page."""
UNREVIEWED: Final = "Imported, unreviewed: no quote stands behind it, and it is counted with no record."
REPORT: Final = "This row is a report: one article that names an event. Many rows may tell of one event."


def row_sheet(row: Row, dataset: Dataset, page: PageContext, acts: Markup = NOTHING, about: Markup = NOTHING) -> Markup:
    """The row; `acts`: what can become of it, `about`: the records that it may be about."""
    back = place_link("imports", "All imported rows", mode=page.mode, dataset=row["dataset"])
    told = element("p", UNREVIEWED, class_="dl-imported-note")
    report = element("p", REPORT, class_="dl-imported-note") if row["kind"] == "report" else None
    facts = element("table", element("tbody", *_facts(row, dataset)), class_="dl-source-facts dl-row-facts")
    return element(
        "article",
        element("p", back, class_="dl-crumbs"),
        element("h1", words(row_title(row))),
        told,
        report,
        acts,
        element(
            "div",
            element("div", element("h2", "As Dateline reads it"), facts, about),
            _published_fields(row),
            class_="dl-columns",
        ),
        class_="dl-imports dl-row-sheet",
        aria_label="Imported row",
    )


def _facts(row: Row, dataset: Dataset) -> Iterator[Markup]:
    precise = {"day": "to the day", "days": "a span that is given", "month": "to the month", "year": "to the year"}
    point = None if row["latitude"] is None else f"{row['latitude']:.4f}, {row['longitude']:.4f}"
    facts: tuple[tuple[str, Content, Content], ...] = (
        ("When", when_words(row) or "not given", precise.get(row["date_precision"] or "")),
        ("Where", words(where_words(row)) if where_words(row) else "not given", _precision_words(row)),
        ("Point", point or "not given", None),
        ("Who", words(who_words(row)) if who_words(row) else "not given", None),
        ("Type", words(type_words(row)) if type_words(row) else "not given", None),
        ("Count", count_of_row(row) or "not given", None),
        ("Told", words(row["text"]) if row["text"] and row["text"] != row_title(row) else None, None),
        ("Its source", _source(row), None),
        ("Publisher", words(dataset.publisher), words(dataset.licence)),
        ("Row", element("code", words(f"{row['dataset']}/{row['row_id']}")), words(row["revised"] or "")),
        ("Read from", words(f"{row['file']}, line {row['line']:,}"), f"imported {dataset.imported[:10]}"),
    )
    for name, value, below in facts:
        if value is not None:
            small = element("small", below) if below else None
            yield element("tr", element("th", name, scope="row"), element("td", value, small))


def _precision_words(row: Row) -> str:
    how = row["place_precision"]
    if not how:
        return ""
    return f"{how} the place" if how == "near" else f"known to the {without_hyphens(how)}"


def _source(row: Row) -> Markup | None:
    day = day_words(row["source_date"]) if row["source_date"] else ""
    named = ", ".join(filter(None, (row["source_name"], day)))
    parts = [words(named) if named else None, element("small", words(row["source_url"])) if row["source_url"] else None]
    return join_all(parts) if any(parts) else None


def _published_fields(row: Row) -> Markup:
    """Every field, as a table; where the row is none of fields, as it stands."""
    fields = _fields(row["raw"])
    lines = [
        element("tr", element("th", words(name), scope="row"), element("td", words(_shorten(value))))
        for name, value in fields
    ]
    head = element("h2", "As published ", element("span", f"{len(lines):,}", class_="dl-count"))
    table = element("table", element("tbody", *lines), class_="dl-source-facts dl-row-facts")
    return element("section", head, table, aria_label="As published")


def _fields(raw: str | None) -> list[tuple[str, str]]:
    try:
        read = json.loads(raw or "{}")
    except ValueError:
        return [("row", raw or "")]
    if not isinstance(read, dict):
        return [("row", raw or "")]
    return [
        (name, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
        for name, value in read.items()
    ]


def _shorten(value: str) -> str:
    return value if len(value) <= _LONGEST else f"{value[:_LONGEST]}… ({len(value):,} characters)"
