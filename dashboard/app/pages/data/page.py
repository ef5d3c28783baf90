"""Data page: what is wrong in the files, how much there is, and how it was read."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dashboard.app.filters import asked_line
from dashboard.app.pages.data.problem_list import PART, head, inbox_check, problem_list, toolbar
from dashboard.app.pages.sources import STATES, state_mark
from dashboard.app.parts import button, pager, show
from dashboard.app.shell import PageContext, Snapshot, Watching, latest, state, watching
from dashboard.app.trust import trust_panel
from dashboard.evidence.verdicts import VERDICTS
from dashboard.query.problem_groups import GroupBy, in_order
from dashboard.query.sources import TextState
from dashboard.query.tally import Tally, tallies
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark

WATCHING: Final = {
    Watching.TOLD: "Changes appear automatically.",
    Watching.LOOKING: "Changes appear automatically: the folder is checked every second.",
    Watching.NOT: "Changes appear when the page is next loaded.",
}
_NEEDED: Final = ("unchanged", "changed", "not held")
"""States of a source's text that have a row even where there is no such source."""
_MARKS: Final = {
    **{verdict.value: evidence_mark(verdict.value) for verdict in VERDICTS},
    **{state.value: state_mark(state) for state in TextState},
}
_LABELS: Final = {state.value: f"text {words_of}" for state, words_of in STATES.items()}


def draw(page: PageContext) -> None:
    """Every problem with its fix, in the groups that the address asks for, and counts that add up."""
    show(asked_line(page), "asked")
    chosen = state.address_value("group") or ""
    by = GroupBy(chosen) if chosen in set(GroupBy) else GroupBy.FILE
    inbox = inbox_check(page)
    every = (*page.validation.problems, *inbox.problems)
    problems = in_order(every, by)
    parts = max(1, -(-len(problems) // PART))
    part = min(state.part(), parts - 1)
    steps = pager("data", part, parts, "", mode=page.mode, group=chosen or None)
    seen = problem_list(problems[part * PART : (part + 1) * PART], by, page, inbox)
    nothing = element("p", "No problems found.", class_="dl-muted")
    main = element("div", seen if problems else nothing, steps, trust_panel(page))
    columns = element("div", main, counts(page, latest(), watching()), class_="dl-columns")
    show(element("section", head(page, every, inbox), toolbar(page, by, every), columns, class_="dl-data"), "data")


def counts(page: PageContext, loaded: Snapshot, watching: Watching) -> Markup:
    """Tables that add up, what is not read, how it was loaded."""
    tables = [_table(tally) for tally in tallies(page.validation, page.readings)]
    parts = (_not_read(page.workspace.not_read), _loading(loaded, watching))
    return element("aside", element("h2", "Counts"), *tables, *parts, aria_label="Counts")


def _table(tally: Tally) -> Markup:
    head = element("tr", element("th", tally.title, scope="row"), element("td", element("b", f"{tally.total:,}")))
    rows = [
        element(
            "tr",
            element("td", join(_MARKS[part], " ") if part in _MARKS else None, _LABELS.get(part, part)),
            element("td", f"{number:,}"),
        )
        for part, number in tally.parts.items()
        if number or part not in _LABELS or part in _NEEDED
    ]
    return element("table", element("tbody", head, *rows), class_="dl-counts")


def _not_read(files: Sequence[str]) -> Markup:
    """Files that nobody looks into, by name."""
    if not files:
        return NOTHING
    listed = element("ul", join_all(element("li", words(file)) for file in files), class_="dl-files")
    return join(element("h3", "Files not read ", element("span", f"{len(files):,}", class_="dl-count")), listed)


def _loading(loaded: Snapshot, watching: Watching) -> Markup:
    when = element("p", f"{moment(loaded.at)}, in {duration(loaded.took_seconds)}")
    kept = loaded.files - loaded.files_read
    told = f"{count_words(loaded.files_read, 'file')} read"
    told += f", {kept:,} unchanged and reused. " if kept else ". "
    again = button("reload", "", "Reload now", class_="dl-text-button")
    return join(element("h3", "Loaded"), when, element("p", told, WATCHING[watching], class_="dl-muted"), again)


def moment(at: dt.datetime) -> str:
    """`25 November 2026, 11:42:07`, in the server's zone."""
    return f"{at.day} {at:%B %Y, %H:%M:%S}"


def duration(seconds: float) -> str:
    """`38 ms`, `1.2 s`."""
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
