"""Changes page: what is otherwise since a day, a revision or a briefing."""

import datetime as dt
from pathlib import Path

import streamlit as st

from dashboard.app.card import beside_card
from dashboard.app.filters import asked_line
from dashboard.app.frame import at_work
from dashboard.app.pages.changes.choice import choices, comparable, since_bar
from dashboard.app.pages.changes.compared import StateComparison, compare_states
from dashboard.app.pages.changes.lists import lists
from dashboard.app.parts import calendar_button, place_link, show, with_code
from dashboard.app.shell import PageContext, root, state
from dashboard.briefing.since import HashComparison
from dashboard.clock import now
from dashboard.errors import DatelineError
from dashboard.exchange.feeds import Feed, atom
from dashboard.query.changes import Novelty, known_moments
from dashboard.query.reading import Mode
from dashboard.query.wording import day_words
from dashboard.store.git import identity_of
from dashboard.text.markup import Markup, element, join_all, words

TITLE = "What changed"


def changes_head(found: StateComparison, shown: PageContext) -> Markup:
    """The two states, what of them is left out, and sums."""
    lines = [element("p", "Since ", words(found.since), ", until now.", class_="dl-states")]
    if found.note:
        lines.append(element("p", with_code(found.note), class_="dl-muted"))
    if shown.mode is Mode.REPORTED:
        told = "There is no separate history as reported: dates, and what happened since, are shown as assessed."
        lines.append(element("p", told, class_="dl-muted"))
    if shown.asked.filters.are_set:
        told = "The filters apply to new and changed events only. All other changes are listed."
        lines.append(element("p", told, class_="dl-muted"))
    title = element("div", element("h1", TITLE), *lines)
    cells = (element("div", element("dt", name), element("dd", f"{number:,}")) for name, number in _sums(found).items())
    return element("header", title, element("dl", join_all(cells)), class_="dl-thread-head dl-listed-head")


def nothing_changed(found: StateComparison) -> Markup:
    """The sentence shown in place of the lists; any further words of the summary are kept."""
    said = found.summary.removesuffix(".") if found.summary.startswith("Nothing changed") else "Nothing to list"
    rest = said.removeprefix("Nothing changed")
    return element("p", f"Nothing changed since {day_words(found.day)}{rest}.", class_="dl-muted dl-listed-none")


def without_history(why: str, shown: PageContext, *, has_git: bool) -> Markup:
    """A section that says why there is nothing to compare with and, without git, which briefings still work."""
    why = why.replace(str(shown.workspace.root), "This workspace")
    briefings = comparable(shown)
    links = (place_link("changes", words(title), mode=shown.mode, since=id_) for id_, title in briefings.items())
    told = element("p", "Without git, you can compare with a briefing: ", join_all(links, by=", "), ".")
    parts = [element("p", with_code(why)), told if briefings and not has_git else None]
    return element("header", element("div", element("h1", TITLE), *parts), class_="dl-thread-head dl-listed-head")


def _sums(found: StateComparison) -> dict[str, int]:
    changes = found.changes
    new = {novelty: sum(each.novelty is novelty for each in changes.new) for novelty in Novelty}
    sums = {"Happened since": new[Novelty.WORLD], "Learned since": new[Novelty.US]}
    rest = new[Novelty.UNCLEAR] + new[Novelty.UNDATED]
    sums |= {"New, date unclear": rest} if rest else {}
    if isinstance(changes, HashComparison):
        events = [key for key in changes.changed if key.startswith("events/")]
        gone = [key for key in changes.removed if key.startswith("events/")]
        return sums | {"Changed": len(events), "Removed": len(gone), "Questions": len(changes.questions)}
    return sums | {
        "Changed": len(changes.changed),
        "Removed": len(changes.removed),
        "Questions": len(changes.questions),
    }


def draw(shown: PageContext) -> None:
    """Since when; head and files; the lists with the card beside them; or in a sentence why there is nothing."""
    moment = now()
    choice = choices(root(), moment.date())
    since = state.address_value("since") or choice.first or ""
    show(asked_line(shown), "asked")
    show(since_bar(since, choice, shown), "since")
    if not since:
        show(without_history(choice.why, shown, has_git=False), "head")
        return
    try:
        found = _load_comparison(since, shown, moment)
    except DatelineError as error:
        show(without_history(str(error), shown, has_git=not choice.why), "head")
        return
    with st.container(key="listed-head"):
        show(changes_head(found, shown), "head", said=found.summary)
        with st.container(key="listed-files"):
            _files(found, shown, moment)
    told = lists(found, since, shown) if found.sections else nothing_changed(found)
    beside_card(lambda: show(told, "changes"), shown)


def _load_comparison(since: str, shown: PageContext, now: dt.datetime) -> StateComparison:
    """The comparison, with a notice while it is made: that takes as long as loading the workspace."""
    waiting = st.empty()
    waiting.html(at_work("Reading the history").html)
    try:
        return compare_states(since, root(), shown.validation, now)
    finally:
        waiting.empty()


def _files(found: StateComparison, shown: PageContext, now: dt.datetime) -> None:
    workspace = root()
    if found.sections:
        st.download_button(
            "Changes (Atom)",
            lambda: _feed(found, workspace).encode(),  # made when it is asked for
            "changes.atom",
            "application/atom+xml",
            on_click="ignore",
        )
    calendar_button(shown, now)


def _feed(found: StateComparison, workspace: Path) -> str:
    lines = (line for section in found.sections for line in section.lines)
    known = known_moments(lines, workspace, found.commit, found.until)
    about = found.until.state.validation.workspace.about
    return atom(Feed(found.sections, found.day, identity_of(workspace), known, about.title if about else None))
