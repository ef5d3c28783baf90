"""What stands over a page: what is in the way, what is printed, and what is played on Situation."""

import datetime as dt

from dashboard.app.filters import facet_lines
from dashboard.app.parts import button, page_link, problem_mark
from dashboard.app.shell import PageContext
from dashboard.checks.validation import Validation
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words, day_words
from dashboard.text.markup import NOTHING, Content, Markup, element, join, words


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


EXAMPLE_SOURCE = """The harbour of Port Example was closed to foreign ships on 3 May 2024,
the ministry said.
"""

EXAMPLE_EVENT = """title: Port Example closes to foreign ships
when: {reported: "2024-05-03", claims: [closed]}
claims:
  closed:
    text: The harbour of Port Example was closed to foreign ships on 3 May 2024.
    quotes:
      - source: first-source
        exact: >-
          The harbour of Port Example was closed to foreign ships on 3 May 2024
"""

EXAMPLE_DESCRIPTION = """kind: article
language: en
"""


def banner(validation: Validation) -> Markup:
    """One calm line in the bar that leads to the list of problems; nothing where there is no error."""
    if not validation.counts.errors:
        return NOTHING
    aside, errors = len(validation.workspace.set_aside), count_words(validation.counts.errors, "error")
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
    return f"{count_words(aside, 'file')} skipped, " * bool(aside) + count_words(errors, "error")


def no_workspace(message: str) -> Markup:
    """A section for a folder without a workspace: why there is nothing to show, and what to do."""
    return element("section", element("h2", "No workspace here"), element("p", message), class_="dl-first-steps")


def broken_off(message: str) -> Markup:
    """A fault of the program kept a page from being drawn: which, and what can be done."""
    told = element("p", message, " This is a fault of Dateline, not of your records; the other pages still work.")
    more = element("p", "Start Dateline with ", element("code", "DATELINE_DEBUG=1"), " to see where the fault is.")
    return element("section", element("h2", "This page cannot be shown"), told, more, class_="dl-first-steps")


def first_steps(page: PageContext) -> Markup:
    """What to do first, with an example that validates."""
    steps = [
        ("seeds/first-source.txt", "Put the text of a document here, unchanged.", EXAMPLE_SOURCE),
        (
            "seeds/first-source.yaml",
            "Describe it. Validation shows the line that is missing.",
            EXAMPLE_DESCRIPTION,
        ),
        ("events/first/port-closes.yaml", "Write one event, with the quote that supports it.", EXAMPLE_EVENT),
    ]
    items = [
        element("li", element("p", element("code", file), " ", told), element("pre", example, tabindex="0"))
        for file, told, example in steps
    ]
    run = ("Run ", element("code", "dateline validate"), ". The page updates automatically.")
    add = (" For more sources, ", element("code", "dateline source add FILE"), " does the first two steps.")
    last = element("li", element("p", *run, *add))
    head = element("h2", "No events yet")
    where = element(
        "p",
        "This workspace, ",
        element("code", str(page.workspace.root.name)),
        ", has no event that can be shown. To start:",
    )
    return element("section", head, where, element("ol", *items, last), class_="dl-first-steps")
