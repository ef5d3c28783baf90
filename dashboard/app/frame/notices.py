"""What stands over a page: what is in the way, what is printed, and what is played on Situation."""

import datetime as dt
from typing import Final

from dashboard.app.filters import facet_lines
from dashboard.app.parts import button, page_link
from dashboard.app.shell import PageContext, example
from dashboard.checks.validation import Validation
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words, day_words
from dashboard.store.setup import example_files
from dashboard.text.markup import NOTHING, Content, Markup, element, join, words
from dashboard.views.card import problem_mark


def played_line(until: dt.date) -> Markup:
    """A line that says this page does not use the day played on Situation, and how to end that."""
    situation = page_link("", "Situation")
    told = f" is set to {day_words(until)}; this page shows everything, as of today. "
    end = button("until", "", "End playback", class_="dl-text-button")
    return element("p", situation, told, end, class_="dl-played dl-muted", role="note")


def print_line(title: str, page: PageContext, today: dt.date) -> Markup:
    """A line that is seen on paper alone."""
    mode = "as reported" if page.mode is Mode.REPORTED else "as assessed"
    told = f"{title}, {count_words(page.event_count, 'event')} {mode}"
    wrong = error_summary(page.validation) or None
    checking = None if page.validation.is_complete else "records still being checked"
    name = element("b", "Dateline: ", words(page.workspace.name))
    parts: list[Content] = [name, told, *_filter_words(page), wrong, checking, f"printed {day_words(today)}"]
    return element("p", join(*parts, by=" · "), class_="dl-print-line", aria_hidden="true")


def _filter_words(page: PageContext) -> list[Markup]:
    """The filters that are set, in words."""
    filters = page.asked.filters
    told = facet_lines(page)
    if page.asked.start or page.asked.end:
        told.append(f"Dates: {page.asked.start or '…'} to {page.asked.end or '…'}")
    if filters.words:
        told.append(f"Words: {filters.words}")
    if page.past_day is not None:
        told.append(f"{'As known on' if page.known else 'As of'} {day_words(page.past_day)}")
    return [words(each) for each in told]


def banner(validation: Validation) -> Markup:
    """One calm line in the bar that leads to the list of problems; nothing where there is no error."""
    if not validation.counts.errors:
        return NOTHING
    aside, errors = len(validation.workspace.set_aside), count_words(validation.counts.errors, "error")
    errors = errors if validation.is_complete else f"{errors} so far"
    seen = element("span", _skip_count(aside) if aside else None, errors, class_="dl-told-of")
    name = f"{error_summary(validation)}: show problems"
    return element(
        "p", page_link("data", join(problem_mark("error"), " ", seen), name=name), class_="dl-banner", role="status"
    )


def _skip_count(count: int) -> Markup:
    """How many files are skipped; where the bar has little room, "files" is not seen."""
    number, unit = count_words(count, "file").split(" ", 1)
    return join(number, element("span", f" {unit}", class_="dl-of-files"), " skipped, ")


def error_summary(validation: Validation) -> str:
    """`1 file skipped, 2 errors`; empty where there is neither."""
    errors, aside = validation.counts.errors, len(validation.workspace.set_aside)
    if not errors and not aside:
        return ""
    told = f"{count_words(aside, 'file')} skipped, " * bool(aside) + count_words(errors, "error")
    return told if validation.is_complete else f"{told} so far"


def no_workspace(message: str) -> Markup:
    """A section for a folder without a workspace: why there is nothing to show, and what to do."""
    return element("section", element("h2", "No workspace here"), element("p", message), class_="dl-first-steps")


def broken_off(message: str) -> Markup:
    """A fault of the program kept a page from being drawn: which, and what can be done."""
    told = element("p", message, " This is a fault of Dateline, not of your records; the other pages still work.")
    more = element("p", "Start Dateline with ", element("code", "DATELINE_DEBUG=1"), " to see where the fault is.")
    return element("section", element("h2", "This page cannot be shown"), told, more, class_="dl-first-steps")


_STEPS: Final = (
    "Put the text of a document here, unchanged.",
    "Describe it. Validation shows the line with its hash.",
    "Name the place, so that the event is on the map.",
    "Write one event, with the quote that supports it.",
)
"""What each file of the example is for, in their order."""


def first_steps(page: PageContext) -> Markup:
    """What to do first: create an example with one press, or write the same by hand."""
    head = element("h2", "No events yet")
    name = element("code", str(page.workspace.root.name))
    where = element("p", "This workspace, ", name, ", has no event that can be shown.")
    offered = example.can_be_added()
    begin = "Or write its files yourself:" if offered else "To start, write files such as these:"
    parts = (head, where, _example_offer() if offered else None, element("p", begin), _steps_by_hand())
    return element("section", *parts, class_="dl-first-steps")


def _example_offer() -> Markup:
    press = button("example", "", "Create an example", class_="dl-save")
    return element("p", press, " One source, its place, and one event on the map. You can remove them later.")


def _steps_by_hand() -> Markup:
    """The files of the example, each with what it is for."""
    items = [
        element(
            "li", element("p", element("code", file), " ", told), element("pre", content.rstrip("\n"), tabindex="0")
        )
        for (file, content), told in zip(example_files().items(), _STEPS, strict=True)
    ]
    run = ("Run ", element("code", "dateline validate"), ". The page updates automatically.")
    add = (" For your own sources, ", element("code", "dateline source add FILE"), " does the first two steps.")
    return element("ol", *items, element("li", element("p", *run, *add)))
