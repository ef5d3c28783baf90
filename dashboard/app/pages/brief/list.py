"""The briefings of the workspace, each with whether it still stands; and how a new one is begun."""

from typing import Final

from dashboard.app.pages.brief.draft import BY_FILTER, BY_NAME, MOST_EVENTS, NEW, TOO_MANY, Draft
from dashboard.app.pages.brief.looked_at import DraftReview, files_of
from dashboard.app.parts import place_link
from dashboard.app.shell import PageContext, read_only
from dashboard.briefing.outline import choose_events
from dashboard.briefing.verify import Verification, verify_record
from dashboard.cache import SharedCache
from dashboard.clock import today
from dashboard.model.briefing import Briefing, OwnMarking
from dashboard.model.problem import Severity
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.store.briefing_files import FOLDER
from dashboard.store.record_file import stem
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import problem_mark

_verified: Final[SharedCache[Verification]] = SharedCache(400)
"""By the records, the briefing and the day: each takes as long as the briefing is long."""
MOST_LISTED: Final = 40
"""So many briefings are listed, each with whether it still stands."""
AS_HELD = (
    "A briefing gives the team’s assessment. “What is disputed” lists where it differs from the sources. The switch "
    "“As reported” applies only to the events that the filters show."
)


def brief_head(draft: Draft, seen: DraftReview, page: PageContext) -> Markup:
    """The briefing's title as it is typed; of a new one without any, that it is new."""
    back = place_link("brief", "All briefings", mode=page.mode)
    title = str(draft.fields.get("title") or "") or ("New briefing" if draft.key == NEW else draft.id)
    counts = seen.made.outline.counts if seen.made else "Fix its problems before you download it."
    present = None
    if draft.key != NEW and draft.key in page.workspace.briefings:
        link = place_link("present", "Present", mode=page.mode, briefing=draft.key)
        present = element("span", " ", link)
    told = element("p", words(counts), present, class_="dl-muted")
    parts = (element("p", back), element("h1", words(title)), as_held(page), told)
    return element("header", *parts, class_="dl-brief-title")


def as_held(page: PageContext) -> Markup | None:
    """A sentence that says a briefing shows assessed values; None if the page does too."""
    return element("p", AS_HELD, class_="dl-muted") if page.mode is Mode.REPORTED else None


def briefing_list(page: PageContext) -> Markup:
    """One line each; those whose file cannot be read are named, too."""
    workspace = page.workspace
    files = sorted(file for file in files_of(page) if file.startswith(f"{FOLDER}/"))
    title = count_words(len(files), "briefing") if files else "No briefing yet"
    head = element("header", element("h1", title), _new_briefing_links(page), class_="dl-brief-head")
    rows = [_row(stem(file), file, workspace.briefings.get(stem(file)), page) for file in files[:MOST_LISTED]]
    left = len(files) - len(rows)
    more = element("p", f"{left:,} more: search finds them.", class_="dl-muted") if left else None
    listed = (
        join(element("ul", join_all(rows), class_="dl-briefings"), more)
        if rows
        else _first_steps(has_events=bool(workspace.events))
    )
    return join(head, as_held(page), listed)


FIRST: Final = 'dateline brief new first --title "First briefing" --marking TLP:AMBER --all'
"""A command that starts a briefing of all events wherever there are any."""


def _first_steps(*, has_events: bool) -> Markup:
    """What a briefing is and how to start one; shown while there is none."""
    told = (
        "A briefing presents chosen events, in order, to people who were not there: the bottom line, what happened, "
        "what is disputed and what is open. Every sentence links to the quotes behind it."
    )
    how = join("Choose its events with the filters. In a terminal: ", element("code", FIRST), ".")
    if not has_events:
        how = join("Add an event first.")
    return element("section", element("p", told), element("p", how, class_="dl-muted"), class_="dl-first-steps")


def no_such_briefing(id_: str, page: PageContext) -> Markup:
    """The address names a briefing that there is not, or whose file cannot be read."""
    told = f"{FOLDER}/{id_}.yaml cannot be read: see Data." if f"{FOLDER}/{id_}.yaml" in files_of(page) else ""
    back = place_link("brief", "All briefings", mode=page.mode, class_="dl-text-button")
    there = told or f"This workspace has no briefing {id_}. It may have been renamed."
    return element(
        "section", element("h1", "Briefing not found"), element("p", words(there)), back, class_="dl-first-steps"
    )


def _new_briefing_links(page: PageContext) -> Markup:
    """Links that start a briefing: of the events shown now, or of the filters as they stand."""
    if read_only():
        return element("p", "Read-only: you can write and download a briefing, but not save it.", class_="dl-muted")
    if not page.event_count:
        return NOTHING
    number = count_words(page.event_count, "event")
    if page.event_count > MOST_EVENTS:
        return element("p", f"{number} are shown. {TOO_MANY}: filter them first.", class_="dl-muted")
    named = place_link("brief", f"New briefing from the {number} shown", mode=page.mode, briefing=NEW, begin=BY_NAME)
    if not page.asked.filters.are_set:
        return element("p", named)
    of_filter = place_link("brief", "New briefing from this filter", mode=page.mode, briefing=NEW, begin=BY_FILTER)
    return element("p", named, " ", of_filter)


def _row(id_: str, file: str, briefing: Briefing | None, page: PageContext) -> Markup:
    if briefing is None:
        mark = join(problem_mark("error"), " its file cannot be read: see Data")
        return element("li", element("b", words(id_)), element("p", mark, class_="dl-failed"))
    link = place_link("brief", words(briefing.title), mode=page.mode, briefing=id_)
    marking = briefing.marking
    marked = marking.text if isinstance(marking, OwnMarking) else f"TLP:{marking}"
    events = count_words(len(choose_events(briefing, page.validation).readings), "event")
    parts = (marked, f"as of {briefing.as_of.words()}", events, briefing.review.status, file)
    about = element("p", words(" · ".join(parts)), class_="dl-muted")
    present = place_link("present", "Present", mode=page.mode, briefing=id_)
    return element("li", element("h2", link), about, _standing(file, briefing, page), element("p", present))


def _standing(file: str, briefing: Briefing, page: PageContext) -> Markup:
    errors = sum(each.severity is Severity.ERROR for each in page.validation.problems if each.file == file)
    if errors:
        return element("p", problem_mark("error"), f" {count_words(errors, 'error')} in it", class_="dl-failed")
    day = today()
    verified = _verified.get(
        (id(page.validation), briefing.id, day),
        page.validation,
        lambda: verify_record(briefing, page.validation, day),
    )
    if not verified.is_known:
        return element("p", "It does not record what it was built on")
    number = len(verified.findings)
    if verified.stands:
        held = f"{number:,} of {count_words(number, 'sentence')} {'holds' if number == 1 else 'hold'}"
        return join(element("p", held), _texts(verified))
    changed, left = len(verified.with_changes), len(verified.left)
    told = f"{changed:,} of {count_words(number, 'sentence')} based on changed records"
    gone = f"{count_words(left, 'record')} it was built on {'is' if left == 1 else 'are'} no longer used as before"
    text = ", ".join(filter(None, (told if changed else "", gone if left else "", _overdue_questions(verified))))
    return join(element("p", problem_mark("warning"), f" {text}") if text else None, _texts(verified))


def _texts(verified: Verification) -> Markup | None:
    """A line of its own: what is quoted may stand all the same in a text that changed."""
    if not verified.texts:
        return None
    named = words("; ".join(verified.texts))
    return element("p", problem_mark("warning"), f" {verified.text_words()} (", named, ")")


def _overdue_questions(verified: Verification) -> str:
    """`1 question is overdue that it lists as open`: time does that, and no change of a record."""
    questions = verified.question_words()
    return f"{questions} that it lists as open" if questions else ""
