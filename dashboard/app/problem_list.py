"""The list of problems, file by file, each with its line and its mend; and the counts that add up."""

from itertools import groupby

from dashboard.app.links import button
from dashboard.app.markup import Markup, element, every, joined, words
from dashboard.app.shown import Shown
from dashboard.app.signs import evidence_mark, problem_mark
from dashboard.app.wording import counted
from dashboard.evidence.verdicts import Verdict
from dashboard.model.problem import Problem

LONGEST_LINE = 200


def data_page(shown: Shown) -> Markup:
    """The whole page: what is wrong on the left, how much there is on the right."""
    counts, problems = shown.validation.counts, shown.validation.problems
    files = {problem.file for problem in problems}
    wrong = (
        f"{counted(counts.errors, 'error')} and {counted(counts.warnings, 'warning')} in {counted(len(files), 'file')}"
    )
    head = element("header", element("h1", wrong if problems else "No problems"), element("p", _consequence(shown)))
    listed = every(
        _file(file, list(group), shown) for file, group in groupby(problems, key=lambda problem: problem.file)
    )
    main = element(
        "div", listed if problems else element("p", "Everything that the checks ask for holds.", class_="dl-muted")
    )
    return element("section", head, element("div", main, _counts(shown), class_="dl-columns"), class_="dl-data")


def _consequence(shown: Shown) -> str:
    aside, drawn = len(shown.workspace.set_aside), len(shown.workspace.events)
    gone = f"{counted(aside, 'file')} {'is' if aside == 1 else 'are'} set aside. " if aside else ""
    marked = len(shown.problems_of)
    carrying = f"; {marked} of them {'carries' if marked == 1 else 'carry'} a problem" if marked else ""
    return f"{gone}{counted(drawn, 'event')} {'is' if drawn == 1 else 'are'} shown{carrying}."


def _state(file: str, shown: Shown) -> str:
    workspace = shown.workspace
    if file in workspace.set_aside:
        return "set aside"
    if file in workspace.not_read:
        return "not read"
    return "drawn, marked" if file in workspace.files.values() else "read"


def _file(file: str, problems: list[Problem], shown: Shown) -> Markup:
    head = element("h2", words(file), element("span", _state(file, shown), class_="dl-count"))
    return element("section", head, *(_problem(problem, shown) for problem in problems), class_="dl-file-problems")


def _problem(problem: Problem, shown: Shown) -> Markup:
    where = element("span", f"{problem.line}:{problem.column}", class_="dl-position")
    message = element("p", words(problem.message), " ", element("code", problem.code, class_="dl-code"))
    hint = element("p", element("span", "Mend ", class_="dl-muted"), words(problem.hint)) if problem.hint else None
    copy = button("copy", str(problem), "Copy", class_="dl-text-button")
    body = element("div", message, _excerpt(problem, shown), hint)
    return element(
        "article", problem_mark(problem.severity), where, body, copy, class_="dl-problem", aria_label=problem.severity
    )


def _excerpt(problem: Problem, shown: Shown) -> Markup | None:
    """The line of the file, where it can be read; the next as well where the value begins there."""
    try:
        lines = (shown.workspace.root / problem.file).read_text(encoding="utf-8").splitlines()
        line = lines[problem.line - 1]
    except (OSError, UnicodeError, IndexError):
        return None
    last = problem.line + line.rstrip().endswith((">-", ">", "|", "|-"))
    seen = [(number, lines[number - 1]) for number in range(problem.line, min(last, len(lines)) + 1)]
    rows = [joined(element("span", str(number)), words(text[:LONGEST_LINE])) for number, text in seen]
    return element("pre", every(rows, by="\n")) if line.strip() else None


def _counts(shown: Shown) -> Markup:
    workspace = shown.workspace
    marked, drawn, aside, unread = (
        len(shown.problems_of),
        len(workspace.events),
        len(workspace.set_aside),
        len(workspace.not_read),
    )
    verdicts = shown.evidence.count(workspace.events)
    held = sum(source in workspace.texts for source in workspace.sources)
    undated, unplaced = {each.id for each in shown.undated}, {each.id for each in shown.unplaced}
    both = len(undated & unplaced)
    files = {"drawn": drawn - marked, "drawn, marked with a problem": marked, "set aside": aside, "not read": unread}
    places = {
        "on map and timeline": drawn - len(undated | unplaced),
        "undated, on the map only": len(undated) - both,
        "unplaced, on the timeline only": len(unplaced) - both,
        "neither": both,
    }
    claims = {verdict.value: verdicts[verdict] for verdict in Verdict}
    sources = {"text held": held, "text not held": len(workspace.sources) - held}
    allowed = sum(len(claim.allow) for event in workspace.events.values() for claim in event.claims.values())
    tables = (
        _sum("Files", files),
        _sum("Events shown", places),
        _sum("Claims, of events shown", claims, marks=True),
        _sum("Sources", sources),
    )
    exceptions = element("p", element("b", "Exceptions allowed "), f"{allowed:,}")
    return element("aside", element("h2", "Counts"), *tables, exceptions, _others(shown))


def _sum(title: str, parts: dict[str, int], *, marks: bool = False) -> Markup:
    head = element("tr", element("th", title, scope="row"), element("th", f"{sum(parts.values()):,}"))
    rows = [
        element(
            "tr", element("td", joined(evidence_mark(name), " ") if marks else None, name), element("td", f"{count:,}")
        )
        for name, count in parts.items()
    ]
    return element("table", element("tbody", head, *rows), class_="dl-counts")


def _others(shown: Shown) -> Markup | None:
    """Files that nobody looks into, by name."""
    files = shown.workspace.not_read
    if not files:
        return None
    return joined(
        element("h3", "Files not read"),
        element("ul", every(element("li", words(file)) for file in files), class_="dl-files"),
    )
