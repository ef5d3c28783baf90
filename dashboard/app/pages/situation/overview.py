"""The card's place while no event is selected: threads, latest events, open questions, sums, lists."""

import datetime as dt
from collections import Counter
from collections.abc import Sequence, Set
from itertools import islice
from typing import Final

from dashboard.app.filters import letting_go
from dashboard.app.frame import name_and_summary
from dashboard.app.parts import (
    EARLIER,
    LATER,
    button,
    date_words,
    event_link,
    excerpt_line,
    help_link,
    highlighted_words,
    level_words,
    place_link,
    question_link,
)
from dashboard.app.shell import PageContext
from dashboard.evidence.corroboration import Corroboration
from dashboard.evidence.verdicts import Verdict
from dashboard.model.geography import BoundingBox
from dashboard.model.registry import Question, Thread
from dashboard.query.filters import Filters
from dashboard.query.location import anchor
from dashboard.query.reading import ResolvedEvent, newest_first
from dashboard.query.threads import ThreadStatus, thread_statuses
from dashboard.query.wording import count_words, day_words, reliance_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, thread_square

LATEST = 5
MOST_QUESTIONS: Final = 60
"""So many open questions are listed; Outlook has the others."""
MOST_THREADS: Final = 5
_LAST_LOOK: Final = "Since you last looked"
MOST_LISTED: Final = 200
"""So many events stand in the card's place; more would slow every page."""
_MOST_OTHERS: Final = 2
"""An area in which lie so many times the events of a mark is not that mark's."""

NEWS: Final = "dl-news"
"""Filled by `last_look.js` with what is new since the reader last looked, which only the browser knows."""


def overview(page: PageContext, today: dt.date, differing: Markup = NOTHING) -> Markup:
    """Counts, latest events and lists; `differing` counts the values that differ from the source."""
    here = _threads_of(page)
    events, threads = count_words(len(page.readings), "event"), count_words(len(here), "thread")
    as_of = element("p", f"As of {day_words(page.as_of(today))}", class_="dl-dateline")
    if not page.readings:
        return _nothing(as_of, page)
    counts = element("b", f"{events} in {threads}" if here else events)
    onward = element("p", counts, ". Choose an event on the map, the timeline or this list", class_="dl-muted")
    head = element("header", as_of, name_and_summary(page.workspace), onward, _reliance(page))
    body = element(
        "div",
        head,
        None if page.known else element("section", id=NEWS, class_="dl-news", aria_label=_LAST_LOOK, hidden=True),
        _statuses(page),
        differing,
        _latest(page),
        _questions(page, page.as_of(today)),
        _claims(page),
        class_="dl-body",
        tabindex="0",
    )
    everything = button("list", "all", f"All {events}", class_="dl-text-button")
    foot = element("footer", everything, element("span", _review_summary(page), class_="dl-end"))
    return element("section", body, foot, class_="dl-card dl-overview", aria_label="Overview")


def _threads_of(page: PageContext) -> Set[str]:
    """The registered threads of the events shown: those that the page Threads has."""
    return page.catalogue.count("thread", page.readings).keys() & page.workspace.threads.keys()


def _nothing(as_of: Markup, page: PageContext) -> Markup:
    """A section that says why no event is shown, and what would show some."""
    played = bool(page.matching_events)
    title = "No events up to this date" if played else "No events match the filters"
    everything = button("unfilter", "", f"Show all {len(page.all_readings):,}", class_="dl-text-button")
    more = NOTHING if played else join(letting_go(page), element("p", everything))
    body = element("div", element("header", as_of, element("h2", title)), more, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card dl-overview", aria_label="Overview")


def event_list(readings: tuple[ResolvedEvent, ...], page: PageContext, title: str, under: Markup = NOTHING) -> Markup:
    """Events to choose from, in the card's place, the newest first: all of them, or those behind one mark."""
    clear = button("clear", "", join("Clear ", element("kbd", "Esc")), class_="dl-clear")
    title_line = element("div", element("h2", words(title)), clear, class_="dl-under-title")
    head = element("header", title_line, under)
    first, left = newest_first(readings)[:MOST_LISTED], len(readings) - MOST_LISTED
    more = (
        element("p", f"{left:,} more not listed here. Filters narrow them down.", class_="dl-muted")
        if left > 0
        else None
    )
    body = element("div", head, _rows(first, page), more, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card dl-overview", aria_label=title)


def filter_to(readings: Sequence[ResolvedEvent], page: PageContext) -> Markup:
    """A press that filters to where these events lie; nothing where that would hardly filter, or show many others."""
    at = [anchor(place) for each in readings if (place := each.place.value)]
    points = [point for point in at if point]
    if len(points) < len(readings) or len(readings) == len(page.readings):
        return NOTHING
    area = BoundingBox.around(*zip(*points, strict=True))
    matching = page.catalogue.matching(Filters({"area": frozenset({str(area)})}))
    number = len({each.id for each in matching} & {each.id for each in page.readings})
    if not len(readings) <= number <= _MOST_OTHERS * len(readings) or number == len(page.readings):
        return NOTHING
    label = "Filter to these" if number == len(readings) else f"Filter to this area: {count_words(number, 'event')}"
    return element("p", button("area", str(area), label, class_="dl-text-button"))


def _reliance(page: PageContext) -> Markup:
    """What can be relied on, before all that is told."""
    if not page.validation.is_complete:
        return element("p", page.reliance, ".", class_="dl-relied")
    counts = page.trust.all.claims
    if not page.trust.all.total:
        return NOTHING
    several = page.trust.origins[Corroboration.SEVERAL]
    return element("p", reliance_words(several, counts), ".", class_="dl-relied")


def _claims(page: PageContext) -> Markup:
    """The bar and the four counts, which add up to all claims; none while records are being checked."""
    if not page.validation.is_complete:
        return NOTHING
    counts, total = page.trust.all.claims, page.trust.all.total
    if not total:
        return NOTHING
    names = {
        Verdict.FOUND: "found",
        Verdict.QUESTIONED: "questioned",
        Verdict.NOT_FOUND: "bad",
        Verdict.NOT_CHECKABLE: "none",
    }
    parts = [
        element("i", class_=f"dl-part-{names[verdict]}", style=f"flex:{count}")
        for verdict, count in counts.items()
        if count
    ]
    sums = [
        element("span", evidence_mark(verdict.value), f" {verdict.value} {count:,}")
        for verdict, count in counts.items()
    ]
    head = element(
        "h3", "Claims ", element("span", f"{total:,}", class_="dl-count"), help_link("verdicts", "a verdict")
    )
    return join(
        head,
        element("div", *parts, class_="dl-sum", aria_hidden="true"),
        element("p", *sums, class_="dl-sums"),
    )


def _statuses(page: PageContext) -> Markup:
    """Where the threads stand, the one with the latest event first."""
    threads = page.workspace.threads
    found = page.once("where threads stand", lambda: thread_statuses(page.readings, threads, page.evidence, page.mode))
    if not found:
        return NOTHING
    order = {thread: index for index, thread in enumerate(threads)}
    rows = [_status(each, order[each.thread.id], page) for each in found[:MOST_THREADS]]
    head = element("h3", "Where threads stand ", element("span", str(len(found)), class_="dl-count"))
    left = len(found) - MOST_THREADS
    more = place_link("threads", count_words(left, "more thread"), mode=page.mode) if left > 0 else None
    return join(head, element("ul", *rows, class_="dl-rows"), element("p", more) if more else None)


def _status(status: ThreadStatus, index: int, page: PageContext) -> Markup:
    number = element("span", f"{status.events:,}", class_="dl-count")
    title = join(words(status.thread.title), number, by=" ")
    link = place_link("threads", title, mode=page.mode, thread=status.thread.id)
    return element(
        "li",
        element("span", date_words(status.latest, page) if status.latest else "undated", class_="dl-when"),
        thread_square(index),
        element("span", link, class_="dl-what"),
        level_words(status.latest.event, page) if status.latest else None,
    )


def _latest(page: PageContext) -> Markup:
    dated = (reading for reading in reversed(page.readings) if reading.date.value is not None)
    latest = newest_first(islice(dated, LATEST))
    return join(element("h3", "Latest"), _rows(latest, page, f"{LATER} {EARLIER}")) if latest else NOTHING


def _rows(readings: tuple[ResolvedEvent, ...], page: PageContext, keys_of_first: str | None = None) -> Markup:
    rows = (_row(each, page, None if index else keys_of_first) for index, each in enumerate(readings))
    return element("ul", join_all(rows), class_="dl-rows")


def _row(reading: ResolvedEvent, page: PageContext, keys: str | None) -> Markup:
    event = reading.event
    return element(
        "li",
        element("span", date_words(reading, page), class_="dl-when"),
        thread_square(page.thread_index(event)),
        element(
            "span",
            event_link(event.id, highlighted_words(event.title, page), mode=page.mode, key=keys),
            excerpt_line(event, page),
            class_="dl-what",
        ),
        level_words(event, page),
    )


def _questions(page: PageContext, day: dt.date) -> Markup:
    """Questions of the threads that, as of `day`, no event answers with yes or no."""
    events = [reading.event for reading in page.about_questions]
    answered = {answer.question for event in events for answer in event.answers if answer.outcome != "partly"}
    found = [
        (index, reference, question)
        for index, thread in _threads(page)
        for key, question in thread.questions.items()
        if (reference := f"{thread.id}/{key}") not in answered
    ]
    if not found:
        return NOTHING
    rows = [_question(*each, page, day) for each in found[:MOST_QUESTIONS]]
    head = element("h3", "Open questions ", element("span", f"{len(found):,}", class_="dl-count"))
    left = len(found) - MOST_QUESTIONS
    more = place_link("outlook", count_words(left, "more question"), mode=page.mode) if left > 0 else None
    return join(head, element("ul", *rows, class_="dl-rows dl-questions"), element("p", more) if more else None)


def _threads(page: PageContext) -> list[tuple[int, Thread]]:
    """The threads that are here, with their place in the registry."""
    order = {thread: index for index, thread in enumerate(page.workspace.threads)}
    return [(order[thread.id], thread) for thread in page.asking]


def _question(thread: int, reference: str, question: Question, page: PageContext, day: dt.date) -> Markup:
    is_past = question.due is not None and question.due.latest is not None and question.due.latest < day
    due = f"{'was due' if is_past else 'due'} {question.due.words()}" if question.due else "no due date"
    text = element("span", question_link(reference, words(question.text), mode=page.mode), class_="dl-asked")
    return element("li", thread_square(thread), text, element("span", due, class_="dl-level"))


def _review_summary(page: PageContext) -> str:
    statuses = Counter(reading.event.review.status for reading in page.readings)
    drafts = count_words(statuses["draft"], "draft")
    if statuses["draft"] == len(page.readings):
        return f"Nothing has been reviewed yet: {drafts}"
    return f"{statuses['reviewed']} reviewed, {drafts}, {statuses['retracted']} retracted"
