"""The list of problems in groups, each with its place, its line and its fix."""

from collections.abc import Sequence
from typing import Final
from urllib.parse import quote

from dashboard.app.parts import button, event_link, link_attributes, with_difference
from dashboard.app.shell import PageContext
from dashboard.cache import SharedCache
from dashboard.checks.inbox import InboxCheck, check_inbox
from dashboard.model.problem import KINDS, Problem, Severity
from dashboard.query.problem_groups import GroupBy, groups, problems_csv
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.store.inbox import inbox_signature
from dashboard.store.text_file import lines_within
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, with_code, words
from dashboard.views.card import problem_mark

MOST_TAKEN_AWAY: Final = 2000
"""With more, the page would send every problem twice with each change: `dateline validate` gives them."""
_CHECKS: Final[SharedCache[InboxCheck]] = SharedCache(2)


def inbox_check(page: PageContext) -> InboxCheck:
    """What `dateline validate` finds in the inbox; it is read again once a file of it has changed."""
    key = (id(page.validation), inbox_signature(page.workspace.root))
    return _CHECKS.get(key, page.validation, lambda: check_inbox(page.validation.corpus))


def head(page: PageContext, problems: Sequence[Problem], inbox: InboxCheck) -> Markup:
    """The number of problems, and what they mean for what is shown."""
    errors, warnings = _errors_and_warnings(problems)
    files = {problem.file for problem in problems}
    sums = ((errors, "error"), (warnings, "warning"))
    found = " and ".join(count_words(number, word) for number, word in sums if number)
    wrong = f"{found} in {count_words(len(files), 'file')}"
    return element(
        "header", element("h1", wrong if problems else "No problems"), element("p", _consequence(page, inbox))
    )


def _errors_and_warnings(problems: Sequence[Problem]) -> tuple[int, int]:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, len(problems) - errors


def toolbar(page: PageContext, by: GroupBy, problems: Sequence[Problem]) -> Markup:
    """The grouping, the counts, and all problems as text or as a table; nothing where there is no problem."""
    if not problems:
        return NOTHING
    links = [_grouping(each, by, page.mode) for each in GroupBy]
    grouped = element("div", *links, role="group", aria_label="Group by", class_="dl-choice")
    errors, warnings = _errors_and_warnings(problems)
    numbers = {"Errors": errors, "Warnings": warnings, "Files not read": len(page.workspace.not_read)}
    told = [element("p", name, " ", element("b", f"{number:,}")) for name, number in numbers.items() if number]
    group_by = element("p", "Group by", class_="dl-muted")
    return element("div", group_by, grouped, *told, _take_away(problems), class_="dl-data-bar")


def _consequence(page: PageContext, inbox: InboxCheck) -> str:
    aside, drawn = len(page.workspace.set_aside) + len(inbox.skipped), len(page.workspace.events)
    gone = f"{count_words(aside, 'file')} {'is' if aside == 1 else 'are'} skipped. " if aside else ""
    marked = len(page.problems_of)
    carrying = f"; {marked} of them {'has' if marked == 1 else 'have'} problems" if marked else ""
    return f"{gone}{count_words(drawn, 'event')} {'is' if drawn == 1 else 'are'} shown{carrying}."


def _grouping(by: GroupBy, chosen: GroupBy, mode: Mode) -> Markup:
    leads = link_attributes("data", mode=mode, group=None if by is GroupBy.FILE else by.value)
    return element("a", by.value.capitalize(), **leads, aria_current="true" if by is chosen else None)


def _take_away(problems: Sequence[Problem]) -> Markup:
    same = element("span", "same as ", element("code", "dateline validate"), class_="dl-muted")
    if len(problems) > MOST_TAKEN_AWAY:
        return element("span", same, class_="dl-take-away")
    copy = button("copy", "\n".join(map(str, problems)), "Copy all", class_="dl-text-button")
    address = f"data:text/csv;charset=utf-8,{quote(problems_csv(problems))}"
    table = element("a", "CSV", href=address, download="problems.csv", aria_label="All problems as CSV")
    return element("span", join(same, copy, table), class_="dl-take-away")


LONGEST_LINE: Final = 200
PART: Final = 200
"""So many problems stand on one part of the list."""


def problem_list(problems: Sequence[Problem], by: GroupBy, page: PageContext, inbox: InboxCheck) -> Markup:
    """All of `problems`, in groups."""
    return join_all(_group(key, group, by, page, inbox) for key, group in groups(problems, by).items())


def _group(key: str, problems: Sequence[Problem], by: GroupBy, page: PageContext, inbox: InboxCheck) -> Markup:
    head, beside, told = key, f"{len(problems):,}", None
    title: Markup | str = words(head)
    if by is GroupBy.FILE:
        event = _event_of(key, page)
        title = event_link(event, words(key), mode=page.mode) if event else words(key)
        beside = _state(key, page, inbox)
    elif by is GroupBy.CODE and key in KINDS:
        title = element("span", KINDS[key].title, " ", element("code", key, class_="dl-code"))
        told = element("p", with_code(KINDS[key].explanation), class_="dl-muted dl-explanation")
    elif by is GroupBy.SEVERITY:
        title = "Errors" if key == "error" else "Warnings"
    heading = element("h2", title, " ", element("span", beside, class_="dl-count"))
    rows = join_all(_problem(problem, by, page) for problem in problems)
    return element("section", heading, told, rows, class_="dl-file-problems")


def _event_of(file: str, page: PageContext) -> str | None:
    """The event that is drawn from the file."""
    id_ = file.rpartition("/")[2].removesuffix(".yaml")
    return id_ if page.workspace.files.get(id_) == file else None


def _state(file: str, page: PageContext, inbox: InboxCheck) -> str:
    workspace = page.workspace
    if file in inbox.files:
        return "skipped" if file in inbox.skipped else "read"
    if file in workspace.set_aside:
        return "skipped"
    if file in workspace.not_read:
        return "not read"
    if file.endswith(".yaml") and file not in workspace.documents:
        return "could not be read"
    return "shown, marked" if _event_of(file, page) else "read"


def _problem(problem: Problem, by: GroupBy, page: PageContext) -> Markup:
    where = element("span", f"{problem.line}:{problem.column}", class_="dl-position")
    file = element("p", words(problem.file), class_="dl-muted") if by is not GroupBy.FILE else None
    code = element("code", problem.code, class_="dl-code") if by is not GroupBy.CODE else None
    message = element("p", with_code(problem.message), " ", code)
    fix = with_difference(problem.hint) if problem.hint else NOTHING
    hint = element("p", element("span", "Fix ", class_="dl-muted"), fix, class_="dl-fix") if problem.hint else None
    name = f"Copy the problem at {problem.file}:{problem.line}"
    copy = button("copy", str(problem), "Copy", class_="dl-text-button", name=name)
    body = element("div", file, message, _excerpt(problem, page), hint)
    return element(
        "article", problem_mark(problem.severity), where, body, copy, class_="dl-problem", aria_label=problem.severity
    )


def _excerpt(problem: Problem, page: PageContext) -> Markup | None:
    """The line of the file, where it can be read; the next as well where the value begins there."""
    lines = lines_within(page.workspace.root, problem.file)
    if problem.line > len(lines):
        return None
    line = lines[problem.line - 1]
    last = problem.line + line.rstrip().endswith((">-", ">", "|", "|-"))
    seen = [(number, lines[number - 1]) for number in range(problem.line, min(last, len(lines)) + 1)]
    rows = [
        element("span", element("span", str(number)), words(_shorten(text)), class_="dl-of-file-line")
        for number, text in seen
    ]
    return element("pre", join_all(rows)) if line.strip() else None


def _shorten(line: str) -> str:
    line = line.rstrip("\r\n")
    return f"{line[:LONGEST_LINE]} …" if len(line) > LONGEST_LINE else line
