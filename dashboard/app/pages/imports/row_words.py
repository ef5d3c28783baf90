"""An imported row in words, for a line, a table and its sheet."""

from typing import Final

from dashboard.app.parts import place_link
from dashboard.app.shell import PageContext
from dashboard.model.dates import DateProblem, EventDate
from dashboard.model.geography import country_name
from dashboard.query.fields import NONE
from dashboard.query.imports import Row
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words, without_hyphens
from dashboard.text.markup import Markup, element, words

LONGEST_TITLE: Final = 160
"""Characters of the publisher's text that stand where it gives no headline."""


def row_key(row: Row) -> str:
    """The row's dataset and id, as an address has them."""
    return f"{row['dataset']}/{row['row_id']}"


def row_title(row: Row) -> str:
    """The publisher's headline, else the beginning of its text, else what kind of row it is."""
    told = row["title"] or row["text"] or type_words(row) or "No words"
    return told if len(told) <= LONGEST_TITLE else told[: LONGEST_TITLE - 1].rstrip() + "…"


def row_link(row: Row, *, mode: Mode, **places: str | None) -> Markup:
    """Its title, which leads to its sheet."""
    return place_link("imports", words(row_title(row)), mode=mode, row=row_key(row), **places)


def row_line(row: Row, page: PageContext) -> Markup:
    """A row as an item of a list: its day, its title, and where it was."""
    below = ", ".join(filter(None, (where_words(row), count_of_row(row), "report" if row["kind"] == "report" else "")))
    return element(
        "li",
        element("span", when_words(row) or "undated", class_="dl-when"),
        element("span", row_link(row, mode=page.mode), element("small", words(below)), class_="dl-what"),
    )


def when_words(row: Row) -> str:
    """Its date as records have it in words; empty where it has none."""
    if not row["date"]:
        return ""
    try:
        return EventDate.parse(row["date"]).words()
    except DateProblem:
        return str(row["date"])


def where_words(row: Row) -> str:
    """`Gao, Mali`."""
    country = country_name(row["country"]) if row["country"] else row["country_name"]
    return ", ".join(filter(None, (row["place"], country if country != row["place"] else None)))


def who_words(row: Row) -> str:
    """`Government of Mali → JNIM`."""
    return " → ".join(filter(None, (row["actor1"], row["actor2"])))


def count_of_row(row: Row) -> str:
    """`3 deaths (2 to 7)`; empty where nothing is counted."""
    best, low, high = row["count_best"], row["count_low"], row["count_high"]
    if row["count_of"] is None or best is None:
        return ""
    told = count_words(best, row["count_of"].removesuffix("s"))
    return told if low in (None, best) and high in (None, best) else f"{told} ({low or 0:,} to {high or best:,})"


def type_words(row: Row) -> str:
    """The publisher's type, and ours where it has one."""
    ours = without_hyphens(row["event_type"]) if row["event_type"] else ""
    return " · ".join(dict.fromkeys(filter(None, (row["type_code"], ours))))


def value_words(column: str, value: str) -> str:
    """The name of a value that rows are filtered by."""
    if value == NONE:
        return {"country": "no country", "event_type": "no type of ours"}[column]
    return country_name(value) if column == "country" else without_hyphens(value)
