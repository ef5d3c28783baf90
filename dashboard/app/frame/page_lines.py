"""Lines that stand over a page: over what is printed, and while time is played on Situation."""

import datetime as dt

from dashboard.app.filters import facet_lines
from dashboard.app.frame.notices import error_summary
from dashboard.app.parts import button, page_link
from dashboard.app.shell import PageContext
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words, day_words
from dashboard.text.markup import Content, Markup, element, join, words


def played_line(until: dt.date) -> Markup:
    """A line that says this page does not use the day played on Situation, and how to end that."""
    situation = page_link("", "Situation")
    told = f" is set to {day_words(until)}; this page shows everything, as of today. "
    end = button("until", "", "End playback", class_="dl-text-button")
    return element("p", situation, told, end, class_="dl-played dl-muted", role="note")


def print_line(title: str, page: PageContext, today: dt.date) -> Markup:
    """A line that is seen on paper alone."""
    mode = "as reported" if page.mode is Mode.REPORTED else "as assessed"
    told = f"{title}, {count_words(len(page.readings), 'event')} {mode}"
    wrong = error_summary(page.validation) or None
    name = element("b", "Dateline: ", words(page.workspace.name))
    parts: list[Content] = [name, told, *_filter_words(page), wrong, f"printed {day_words(today)}"]
    return element("p", join(*parts, by=" · "), class_="dl-print-line", aria_hidden="true")


def _filter_words(page: PageContext) -> list[Markup]:
    """The filters that are set, in words."""
    filters = page.asked.filters
    told = facet_lines(page)
    if page.asked.start or page.asked.end:
        told.append(f"Dates: {page.asked.start or '…'} to {page.asked.end or '…'}")
    if filters.words:
        told.append(f"Words: {filters.words}")
    if page.until is not None:
        told.append(f"As of {day_words(page.until)}")
    return [words(each) for each in told]
