"""Changes page: what is otherwise since a day, a revision or a briefing."""

import datetime as dt

import streamlit as st

from dashboard.app.card import beside_card
from dashboard.app.filters import asked_line
from dashboard.app.frame import at_work
from dashboard.app.pages.changes.choice import choices, comparable, since_bar
from dashboard.app.pages.changes.lists import lists
from dashboard.app.parts import calendar_button, place_link, show
from dashboard.app.shell import PageContext, root, state, states_near
from dashboard.briefing.since import StateComparison, baseline, compare
from dashboard.clock import now
from dashboard.errors import DatelineError
from dashboard.exchange.feeds import atom, feed_of
from dashboard.query.changes import Novelty, state_now, summary
from dashboard.query.reading import Mode
from dashboard.query.wording import day_words
from dashboard.text.markup import Markup, element, join_all, with_code, words

TITLE = "What changed"


def changes_head(found: StateComparison, page: PageContext) -> Markup:
    """The two states, what of them is left out, and sums."""
    lines = [element("p", "Since ", words(found.since.words), ", until now.", class_="dl-states")]
    if found.since.notes:
        lines.append(element("p", with_code(_without_root(" ".join(found.since.notes), page)), class_="dl-muted"))
    if page.mode is Mode.REPORTED:
        told = "There is no separate history as reported: dates, and what happened since, are shown as assessed."
        lines.append(element("p", told, class_="dl-muted"))
    if page.asked.filters.are_set:
        told = "The filters apply to new and changed events only. All other changes are listed."
        lines.append(element("p", told, class_="dl-muted"))
    title = element("div", element("h1", TITLE), *lines)
    cells = (element("div", element("dt", name), element("dd", f"{number:,}")) for name, number in _sums(found).items())
    return element("header", title, element("dl", join_all(cells)), class_="dl-thread-head dl-listed-head")


def nothing_changed(found: StateComparison) -> Markup:
    """The sentence shown in place of the lists."""
    told = summary(found.changes).replace("changed", f"changed since {day_words(found.since.day)}")
    return element("p", told, class_="dl-muted dl-listed-none")


def without_history(why: str, page: PageContext, *, has_git: bool) -> Markup:
    """A section that says why there is nothing to compare with and, without git, which briefings still work."""
    why = _without_root(why, page)
    briefings = comparable(page)
    links = (place_link("changes", words(title), mode=page.mode, since=id_) for id_, title in briefings.items())
    told = element("p", "Without git, you can compare with a briefing: ", join_all(links, by=", "), ".")
    parts = [element("p", with_code(why)), told if briefings and not has_git else None]
    return element("header", element("div", element("h1", TITLE), *parts), class_="dl-thread-head dl-listed-head")


def _without_root(told: str, page: PageContext) -> str:
    return told.replace(str(page.workspace.root), "This workspace")


def _sums(found: StateComparison) -> dict[str, int]:
    changes = found.changes
    new = {novelty: len(changes.new_in(novelty)) for novelty in Novelty}
    sums = {"Happened since": new[Novelty.WORLD], "Learned since": new[Novelty.US]}
    rest = new[Novelty.UNCLEAR] + new[Novelty.UNDATED]
    sums |= {"New, date unclear": rest} if rest else {}
    return sums | {
        "Changed": len(changes.changed),
        "Removed": len(changes.removed),
        "Questions": len(changes.questions),
    }


def draw(page: PageContext) -> None:
    """Since when; head and files; the lists with the card beside them; or in a sentence why there is nothing."""
    moment = now()
    choice = choices(root(), moment.date())
    since = state.address_value("since") or choice.first or ""
    show(asked_line(page), "asked")
    show(since_bar(since, choice, page), "since")
    if not since:
        show(without_history(choice.why, page, has_git=False), "head")
        return
    try:
        found = _load_comparison(since, page, moment)
    except DatelineError as error:
        show(without_history(str(error), page, has_git=not choice.why), "head")
        return
    with st.container(key="listed-head"):
        show(changes_head(found, page), "head", said=summary(found.changes))
        with st.container(key="listed-files"):
            _files(found, page, moment)
    told = lists(found, since, page) if found.sections else nothing_changed(found)
    beside_card(lambda: show(told, "changes"), page)


def _load_comparison(since: str, page: PageContext, now: dt.datetime) -> StateComparison:
    """The comparison, with a notice while it is made: that takes as long as loading the workspace."""
    waiting = st.empty()
    waiting.html(at_work("Reading the history").html)
    try:
        until = state_now(root(), now, page.validation)
        return compare(baseline(since, root(), page.validation, states_near(page.validation)), until, root())
    finally:
        waiting.empty()


def _files(found: StateComparison, page: PageContext, now: dt.datetime) -> None:
    if found.sections:
        st.download_button(
            "Changes (Atom)",
            lambda: _feed(found).encode(),  # made when it is asked for
            "changes.atom",
            "application/atom+xml",
            on_click="ignore",
        )
    calendar_button(page, now)


def _feed(found: StateComparison) -> str:
    return atom(feed_of(found.sections, found.since.day, found.since.commit, found.until, found.root))
