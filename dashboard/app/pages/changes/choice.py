"""Since when: a field that takes whatever names a state, and what people mostly ask for."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.app.parts import link_attributes, place_link
from dashboard.app.shell import PageContext
from dashboard.cache import SharedCache
from dashboard.query.wording import day_words
from dashboard.store.git import Commit, History, HistoryUnreadable, NoSuchRevision
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

MOST_COMMITS: Final = 12
LAST_VISIT: Final = "dl-last-visit"
"""Id of the link that the browser fills, as it alone knows when that was."""
_SPANS: Final = {"24 hours": "24 hours", "yesterday": "Yesterday", "7 days": "7 days", "30 days": "30 days"}
_FIRST: Final = "7 days"
_HINT: Final = "A day (2025-09-04 means its end), a time (yesterday, 24 hours, 2 weeks), a git revision, or a briefing."
_BEFORE: Final = {
    "events": "Before the last commit that changed events",
    "seeds": "Before the last commit that changed sources",
}


@dataclass(frozen=True, slots=True)
class SinceChoices:
    """The earlier states that can be chosen without typing anything."""

    presets: Mapping[str, str]
    """What stands in the address to its label."""
    commits: tuple[Commit, ...]
    """The latest first."""
    first: str | None
    """What is compared since where nothing is asked for; None where only a briefing could be."""
    why: str = ""
    """Why there is no history; empty where there is one."""


_cache: Final[SharedCache[SinceChoices]] = SharedCache(4)
"""By folder, commit and day: a commit never changes."""


def choices(root: Path, today: dt.date) -> SinceChoices:
    """What the history of the workspace at `root` has, nothing without one; looked up anew for a new commit."""
    try:
        history = History(root)
        head = history.head()
        return _cache.get((root, head, today), None, lambda: _choices(history))
    except HistoryUnreadable as error:
        return SinceChoices({}, (), None, str(error))


def _choices(history: History) -> SinceChoices:
    try:
        oldest = history.oldest()
        if oldest is None:
            return SinceChoices(
                {},
                (),
                None,
                "Nothing in this workspace is committed yet. Run `git add events seeds`, then `git commit`.",
            )
        presets = dict(_presets(history, oldest.commit[:12]))
        first = _FIRST if _FIRST in presets else oldest.commit[:12]
        return SinceChoices(presets, history.commits(MOST_COMMITS), first)
    except HistoryUnreadable as error:
        return SinceChoices({}, (), None, str(error))


def _presets(history: History, oldest: str) -> Iterator[tuple[str, str]]:
    """The presets that exist: a history may be a day old, or a clone shallow."""
    asked = {**_SPANS, "HEAD": "The last commit"}
    for folder, label in _BEFORE.items():
        for commit in history.commits(1, folder):
            asked.setdefault(f"{commit.commit[:12]}~1", label)
    for named, label in asked.items():
        try:
            history.revision(named)
        except NoSuchRevision:
            continue
        yield named, label
    yield oldest, "The first commit" + (" in this shallow clone" if history.is_shallow else "")


def since_bar(chosen: str, choice: SinceChoices, page: PageContext) -> Markup:
    """The field, the presets, the briefings and the latest commits."""
    field = element("input", type="text", name="since", value=chosen, autocomplete="off", size="22", maxlength="200")
    label = element("label", "Since ", field)
    form = element(
        "form", label, " ", element("button", "Show", type="submit", class_="dl-text-button"), data_press="since"
    )
    looked = element("a", "Your last visit", href="#", id=LAST_VISIT, hidden=True, data_chosen=chosen)
    links = [looked, *(_link(since, name, chosen, page) for since, name in choice.presets.items())]
    briefings = comparable(page)
    menus = (_menu("Briefings", [_entry(id_, words(title), "", chosen, page) for id_, title in briefings.items()]),
             _menu("Commits", [_commit(each, chosen, page) for each in choice.commits]))  # fmt: skip
    hint = element(
        "p",
        "A day (2025-09-04 means its end), a time (yesterday, 24 hours, 2 weeks), a git revision, or a briefing.",
        class_="dl-muted",
    )
    return element(
        "div", form, hint, join_all(links, by=" "), *menus, class_="dl-since", role="group", aria_label="Since when"
    )


def comparable(page: PageContext) -> dict[str, str]:
    """Id to title of the briefings that say what they were built on: since those, it can be told what changed."""
    briefings = page.workspace.briefings.items()
    return {id_: each.title for id_, each in briefings if each.built_on is not None and each.built_on.keys}


def _link(since: str, label: str, chosen: str, page: PageContext) -> Markup:
    current = "true" if since == chosen else None
    return element("a", label, **link_attributes("changes", mode=page.mode, since=since), aria_current=current)


def _menu(title: str, entries: list[Markup]) -> Markup:
    if not entries:
        return NOTHING
    summary = element("summary", title, " ", element("span", f"{len(entries):,}", class_="dl-count"))
    panel = element("div", element("ul", join_all(element("li", each) for each in entries)))
    return element("details", summary, panel, id=f"since-{title.lower()}", name="since", class_="dl-facet")


def _entry(since: str, label: Markup, behind: str, chosen: str, page: PageContext) -> Markup:
    small = element("small", behind, class_="dl-muted") if behind else None
    current = join(element("b", label)) if since == chosen else label
    return join(place_link("changes", current, mode=page.mode, since=since), small)


def _commit(commit: Commit, chosen: str, page: PageContext) -> Markup:
    short = commit.commit[:12]
    at = f"{day_words(commit.committed.date())}, {commit.committed:%H:%M} UTC, {short}"
    return _entry(short, words(commit.subject[:120] or short), at, chosen, page)
