"""What stands above the list of problems: how many, what that means, their groups, and all of them to take away."""

from typing import Final
from urllib.parse import quote

from dashboard.app.parts.links import button, leading_to
from dashboard.app.shown import Shown
from dashboard.query.problem_groups import GroupBy, problems_csv
from dashboard.query.reading import Mode
from dashboard.query.wording import counted
from dashboard.text.markup import NOTHING, Markup, element, joined

MOST_TAKEN_AWAY: Final = 2000
"""With more, the page would send every problem twice with each change: `dateline validate` gives them."""


def head(shown: Shown) -> Markup:
    """How much is wrong, and what that means for what is shown."""
    counts, problems = shown.validation.counts, shown.validation.problems
    files = {problem.file for problem in problems}
    sums = ((counts.errors, "error"), (counts.warnings, "warning"))
    found = " and ".join(counted(number, word) for number, word in sums if number)
    wrong = f"{found} in {counted(len(files), 'file')}"
    return element("header", element("h1", wrong if problems else "No problems"), element("p", _consequence(shown)))


def toolbar(shown: Shown, by: GroupBy) -> Markup:
    """The grouping, the counts, and all problems as text or as a table; nothing where there is no problem."""
    problems = shown.validation.problems
    if not problems:
        return NOTHING
    links = [_grouping(each, by, shown.mode) for each in GroupBy]
    grouped = element("div", *links, role="group", aria_label="Group by", class_="dl-choice")
    counts = shown.validation.counts
    numbers = {"Errors": counts.errors, "Warnings": counts.warnings, "Files not read": len(shown.workspace.not_read)}
    told = [element("p", name, " ", element("b", f"{number:,}")) for name, number in numbers.items() if number]
    group_by = element("p", "Group by", class_="dl-muted")
    return element("div", group_by, grouped, *told, _take_away(shown), class_="dl-data-bar")


def _consequence(shown: Shown) -> str:
    aside, drawn = len(shown.workspace.set_aside), len(shown.workspace.events)
    gone = f"{counted(aside, 'file')} {'is' if aside == 1 else 'are'} set aside. " if aside else ""
    marked = len(shown.problems_of)
    carrying = f"; {marked} of them {'carries' if marked == 1 else 'carry'} a problem" if marked else ""
    return f"{gone}{counted(drawn, 'event')} {'is' if drawn == 1 else 'are'} drawn{carrying}."


def _grouping(by: GroupBy, chosen: GroupBy, mode: Mode) -> Markup:
    leads = leading_to("data", mode=mode, group=None if by is GroupBy.FILE else by.value)
    return element("a", by.value.capitalize(), **leads, aria_current="true" if by is chosen else None)


def _take_away(shown: Shown) -> Markup:
    problems = shown.validation.problems
    same = element("span", "same as ", element("code", "dateline validate"), class_="dl-muted")
    if len(problems) > MOST_TAKEN_AWAY:
        return element("span", same, class_="dl-take-away")
    copy = button("copy", "\n".join(map(str, problems)), "Copy all", class_="dl-text-button")
    address = f"data:text/csv;charset=utf-8,{quote(problems_csv(problems))}"
    table = element("a", "CSV", href=address, download="problems.csv", aria_label="All problems as CSV")
    return element("span", joined(same, copy, table), class_="dl-take-away")
