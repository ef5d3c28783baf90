"""The filter by dates: spans of days up to today, each one press, and two fields with a calendar."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from dashboard.app.parts import button
from dashboard.app.shell import PageContext
from dashboard.clock import today
from dashboard.query.filters import counts_in_ranges
from dashboard.query.playing import split_by_day
from dashboard.text.markup import NOTHING, Markup, element, join

LAST_DAYS: Final = (7, 30, 90)
"""The lengths of the spans that end today, which is one of their days."""


def dates_menu(page: PageContext) -> Markup:
    """The spans, and the fields, which take what a record takes; a drag over the strip fills them as well."""
    if page.catalogue.years is None:
        return NOTHING
    first, last = page.catalogue.years
    asks = bool(page.asked.start or page.asked.end)
    span = f"{first}–{last}" if first != last else f"{first}"
    summary = element("summary", "Dates ", element("span", span, class_="dl-count"), class_="dl-asks" if asks else None)
    fields = [_field("from", "From", page.asked.start, str(first)), _field("to", "To", page.asked.end, str(last))]
    note = element("p", "2009, 2025-09 or 2025-09-04. Events without a date are left out.", class_="dl-muted")
    go = element("button", "Apply", type="submit", class_="dl-text-button")
    form = element("form", *fields, go, note, data_press="range")
    panel = element("div", element("ul", *_spans(page)), form)
    return element("details", summary, panel, id="facet-dates", name="facets", class_="dl-facet")


def spans_until(day: dt.date) -> Iterator[tuple[str, dt.date, dt.date]]:
    """The name of each span that `day` belongs to, with its first and its last day."""
    for days in LAST_DAYS:
        yield f"Last {days} days", day - dt.timedelta(days=days - 1), day
    yield f"This year ({day.year})", day.replace(month=1, day=1), day.replace(month=12, day=31)


def _spans(page: PageContext) -> Iterator[Markup]:
    filters = page.asked.filters
    found = page.catalogue.matching(replace(filters, start=None, end=None))
    here = found if page.until is None else split_by_day(found, page.until).so_far
    spans = list(spans_until(today()))
    numbers = counts_in_ranges(here, [(start, end) for _, start, end in spans])
    for (name, start, end), number in zip(spans, numbers, strict=True):
        label = join(f"{name} ", element("span", f"{number:,}", class_="dl-count"))
        is_on = (filters.start, filters.end) == (start, end)
        ends = "|" if is_on else f"{start}|{end}"
        yield element("li", button("range", ends, label, pressed=is_on, class_=None if number else "dl-empty"))


def _field(key: str, label: str, value: str, example: str) -> Markup:
    """A field, and a button that opens the browser's own calendar for it (`calendar.js`)."""
    said = element("input", type="text", name=key, value=value, placeholder=example, autocomplete="off", size="12")
    which = {"from": "first", "to": "last"}[key]
    opens = element("button", type="button", class_="dl-calendar", aria_label=f"Choose the {which} day in a calendar")
    calendar = element("input", type="date", tabindex="-1", aria_hidden="true")
    return element("div", element("label", label, " ", said), opens, calendar, class_="dl-date")
