"""Lines that stand over a page: over what is printed, and while time is played on Situation."""

import datetime as dt

from dashboard.app.filters import facets_told
from dashboard.app.frame.notices import errors_told
from dashboard.app.parts import button, page_link
from dashboard.app.shell import Shown
from dashboard.query.reading import Mode
from dashboard.query.wording import counted, day_words
from dashboard.text.markup import Content, Markup, element, joined, words


def played_line(until: dt.date) -> Markup:
    """That this page does not go by the day that Situation goes by, and what ends that."""
    situation = page_link("", "Situation")
    told = f" is set to {day_words(until)}; this page shows everything, as of today. "
    end = button("until", "", "End playback", class_="dl-text-button")
    return element("p", situation, told, end, class_="dl-played dl-muted", role="note")


def print_line(title: str, shown: Shown, today: dt.date) -> Markup:
    """Seen on paper alone."""
    mode = "as reported" if shown.mode is Mode.REPORTED else "as assessed"
    told = f"{title}, {counted(len(shown.readings), 'event')} {mode}"
    wrong = errors_told(shown.validation) or None
    name = element("b", "Dateline: ", words(shown.workspace.name))
    parts: list[Content] = [name, told, *_narrowed(shown), wrong, f"printed {day_words(today)}"]
    return element("p", joined(*parts, by=" · "), class_="dl-print-line", aria_hidden="true")


def _narrowed(shown: Shown) -> list[Markup]:
    """Each filter that is set, in words."""
    filters = shown.asked.filters
    told = facets_told(shown)
    if shown.asked.start or shown.asked.end:
        told.append(f"Dates: {shown.asked.start or '…'} to {shown.asked.end or '…'}")
    if filters.words:
        told.append(f"Words: {filters.words}")
    if shown.until is not None:
        told.append(f"As of {day_words(shown.until)}")
    return [words(each) for each in told]
