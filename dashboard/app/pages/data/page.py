"""Data page: what is wrong in the files, how much there is, and how it was read."""

from dashboard.app.filters import asked_line
from dashboard.app.pages.data.counts import counts
from dashboard.app.pages.data.problem_list import PART, head, problem_list, toolbar
from dashboard.app.parts import pager, show
from dashboard.app.shell import PageContext, latest, state, watching
from dashboard.app.trust import trust_panel
from dashboard.query.problem_groups import GroupBy, in_order
from dashboard.text.markup import element


def draw(page: PageContext) -> None:
    """Every problem with its mend, in the groups that the address asks for, and counts that add up."""
    show(asked_line(page), "asked")
    chosen = state.address_value("group") or ""
    by = GroupBy(chosen) if chosen in set(GroupBy) else GroupBy.FILE
    problems = in_order(page.validation.problems, by)
    parts = max(1, -(-len(problems) // PART))
    part = min(state.part(), parts - 1)
    steps = pager("data", part, parts, "", mode=page.mode, group=chosen or None)
    seen = problem_list(problems[part * PART : (part + 1) * PART], by, page)
    nothing = element("p", "No problems found.", class_="dl-muted")
    main = element("div", seen if problems else nothing, steps, trust_panel(page))
    columns = element("div", main, counts(page, latest(), watching()), class_="dl-columns")
    show(element("section", head(page), toolbar(page, by), columns, class_="dl-data"), "data")
