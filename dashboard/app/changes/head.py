"""The head of Changes: from when to when, and how much of what."""

from dashboard.app.changes.choice import comparable
from dashboard.app.changes.compared import Compared
from dashboard.app.parts.links import place_link
from dashboard.app.parts.problem_lines import with_code
from dashboard.app.shown import Shown
from dashboard.briefing.stored import StoredChanges
from dashboard.query.changes.novelty import Novelty
from dashboard.query.reading import Mode
from dashboard.query.wording import day_words
from dashboard.text.markup import Markup, element, every, words

TITLE = "What changed"


def changes_head(found: Compared, shown: Shown) -> Markup:
    """The two states, what of them is left out, and sums."""
    lines = [element("p", "Since ", words(found.since), "; until now.", class_="dl-states")]
    if found.note:
        lines.append(element("p", with_code(found.note), class_="dl-muted"))
    if shown.mode is Mode.REPORTED:
        told = "As reported there is no history of its own: dates, and what is new in the world, are told as assessed."
        lines.append(element("p", told, class_="dl-muted"))
    if shown.asked.filters.are_set:
        told = "The filters hold for events that are new or changed; all else is told whatever they ask for."
        lines.append(element("p", told, class_="dl-muted"))
    title = element("div", element("h1", TITLE), *lines)
    cells = (element("div", element("dt", name), element("dd", f"{number:,}")) for name, number in _sums(found).items())
    return element("header", title, element("dl", every(cells)), class_="dl-thread-head dl-listed-head")


def nothing_changed(found: Compared) -> Markup:
    """In the lists' place; a summary that is longer is told as it is."""
    said = found.summary.removesuffix(".") if found.summary.startswith("Nothing changed") else "Nothing to list"
    rest = said.removeprefix("Nothing changed")
    return element("p", f"Nothing changed since {day_words(found.day)}{rest}.", class_="dl-muted dl-listed-none")


def without_history(why: str, shown: Shown, *, has_git: bool) -> Markup:
    """No state to compare with: why, and without git, which briefings can be compared with all the same."""
    why = why.replace(str(shown.workspace.root), "This workspace")
    briefings = comparable(shown)
    links = (place_link("changes", words(title), mode=shown.mode, since=id_) for id_, title in briefings.items())
    told = element("p", "Without git, too, it can be told what changed since a briefing: ", every(links, by=", "), ".")
    parts = [element("p", with_code(why)), told if briefings and not has_git else None]
    return element("header", element("div", element("h1", TITLE), *parts), class_="dl-thread-head dl-listed-head")


def _sums(found: Compared) -> dict[str, int]:
    changes = found.changes
    new = {novelty: sum(each.novelty is novelty for each in changes.new) for novelty in Novelty}
    sums = {"New in the world": new[Novelty.WORLD], "New to us": new[Novelty.US]}
    rest = new[Novelty.UNCLEAR] + new[Novelty.UNDATED]
    sums |= {"New, date unclear": rest} if rest else {}
    if isinstance(changes, StoredChanges):
        events = [key for key in changes.changed if key.startswith("events/")]
        gone = [key for key in changes.removed if key.startswith("events/")]
        return sums | {"Changed": len(events), "Removed": len(gone), "Questions": len(changes.questions)}
    return sums | {
        "Changed": len(changes.changed),
        "Removed": len(changes.removed),
        "Questions": len(changes.questions),
    }
