"""The story of a thread below its ladder: its events in order, its actors and disputes; or why there is none."""

from collections.abc import Iterable
from typing import Final

from dashboard.app.card import thread_questions
from dashboard.app.pages.threads.amounts import thread_amounts
from dashboard.app.pages.threads.disputes import thread_disputes
from dashboard.app.parts import (
    excerpt_line,
    highlighted_words,
    level_words,
    link_attributes,
    pager,
    place_link,
    recorded_mark,
    reported_mark,
)
from dashboard.app.shell import PageContext
from dashboard.query.disagreements import Dispute
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.query.threads import NO_THREAD, ActorInThread, Story
from dashboard.query.wording import count_words
from dashboard.text.markup import Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, problem_mark

ROWS: Final = 200
"""So many events stand in the list at once."""
IN_SIGHT: Final = 12
"""So many actors stand in the list; the others are behind a press."""


def thread_events(
    readings: tuple[ResolvedEvent, ...], disputes: Iterable[Dispute], thread: str, page: PageContext, part: int
) -> Markup:
    """The list, in parts where it is long; those without a level and without a date, too. `part` counts from 0."""
    disputed = {each.claim.event.id for each in disputes}
    head = element("h2", "Events by date ", element("span", f"{len(readings):,}", class_="dl-count"))
    parts = -(-len(readings) // ROWS)
    at = max(0, min(part, parts - 1))
    here = readings[at * ROWS : (at + 1) * ROWS]
    rows = join_all(_event_row(reading, thread, page, is_disputed=reading.id in disputed) for reading in here)
    steps = pager("threads", at, parts, f"{ROWS} events per page", mode=page.mode, thread=thread)
    return element("section", head, element("ol", rows, class_="dl-rows dl-story-rows"), steps)


def _event_row(reading: ResolvedEvent, thread: str, page: PageContext, *, is_disputed: bool) -> Markup:
    event = reading.event
    date = reading.date.value.short_words() if reading.date.value else "undated"
    place = {"thread": thread, "event": event.id}
    title = place_link("threads", highlighted_words(event.title, page), mode=page.mode, **place)
    tags = _tags(reading, page, is_disputed=is_disputed)
    what = element(
        "span", join(title, *tags, _problem(reading, page), excerpt_line(event, page), by=" "), class_="dl-what"
    )
    return element(
        "li",
        element("span", _date_mark(reading, page), " ", words(date), class_="dl-when"),
        " ",
        what,
        join(" ", level_words(reading.event, page)),
        aria_current="true" if event.id == page.selected else None,
    )


def _date_mark(reading: ResolvedEvent, page: PageContext) -> Markup:
    """The mark of the date; of an undated event, the mark of the words that it has instead, if any."""
    when = reading.event.when
    if reading.date.value is None and when.as_reported is None:
        return evidence_mark("unknown")
    return recorded_mark(reading.event, when, page)


def _tags(reading: ResolvedEvent, page: PageContext, *, is_disputed: bool) -> Iterable[Markup]:
    event = reading.event
    if event.review.status == "retracted":
        yield element("b", "retracted")
    reported, assessed = event.when.reported, event.when.assessed
    if page.mode is Mode.ASSESSED and reported and assessed and assessed.date and assessed.date != reported:
        mark, told = reported_mark(event, event.when, page), f"reported as {reported.short_words()}"
        yield element("span", mark, " ", element("b", told), class_="dl-kept")
    if is_disputed:
        yield element("b", "disputed")
    if event.answers:
        yield element("b", "answers")


def _problem(reading: ResolvedEvent, page: PageContext) -> Markup | None:
    trouble = page.troubles.get(reading.id)
    return problem_mark(trouble) if trouble else None


def thread_actors(parts: tuple[ActorInThread, ...], page: PageContext) -> Markup:
    """The actors of a thread, most frequent first, each with its roles and how often it is quoted."""
    head = element("h2", "Actors ", element("span", f"{len(parts):,}", class_="dl-count"))
    if not parts:
        reported = page.mode is Mode.REPORTED
        told = "As reported, no quote names an actor." if reported else "No event here names an actor."
        return element("section", head, element("p", told, class_="dl-muted"))
    rest = parts[IN_SIGHT:]
    more = None
    if rest:
        summary = element("summary", f"{count_words(len(rest), 'more actor')}")
        more = element("details", summary, _list(rest, page), id="thread-actors")
    return element("section", head, _list(parts[:IN_SIGHT], page), more)


def _list(parts: tuple[ActorInThread, ...], page: PageContext) -> Markup:
    return element("ul", join_all(_row(part, page) for part in parts), class_="dl-rows dl-parts")


def _row(part: ActorInThread, page: PageContext) -> Markup:
    name = place_link("actors", words(page.actor_name(part.actor)), mode=page.mode, actor=part.actor)
    did = [f"{role} {count:,}" for role, count in part.roles.items()]
    if part.said:
        did.append(count_words(part.said, "statement"))
    return element("li", name, element("span", " ", ", ".join(did), class_="dl-level"))


def thread_story(story: Story, page: PageContext, part: int = 0) -> Markup:
    """Events, from `part` on; amounts and disputes; questions and actors."""
    thread = story.thread.id
    told = element("div", thread_events(story.readings, story.disputes, thread, page, part))
    summed = element("div", thread_amounts(story.ledger, thread, page), thread_disputes(story, page))
    asked = element("div", thread_questions(story.questions, thread, page), thread_actors(story.parts, page))
    return element("div", told, summed, asked, class_="dl-story")


def of_no_thread(readings: tuple[ResolvedEvent, ...], page: PageContext, part: int = 0) -> Markup:
    """Events that belong to no thread: listed, for without one there is no story to tell."""
    title = element("h1", f"{count_words(len(readings), 'event')} without a thread")
    how = join("To put them in a thread, add to their records: ", element("code", "threads: [ID]"), ".")
    head = element("header", element("div", title, element("p", how)), class_="dl-thread-head")
    return join(head, element("div", thread_events(readings, (), NO_THREAD, page, part), class_="dl-story"))


def without_events(story: Story, number: int, page: PageContext) -> Markup:
    """A thread to which no event belongs; or one with `number`, of which the filters let none through."""
    how = join("To add an event, write ", element("code", f"threads: [{story.thread.id}]"), " in its record.")
    told = _notice("No events in this thread yet", how)
    if number:
        told = _notice("No events shown", join(_all_hidden(number)))
    asked = element("div", thread_questions(story.questions, story.thread.id, page), class_="dl-story")
    return join(told, asked if story.questions else None)


def no_threads() -> Markup:
    """A workspace without any thread."""
    how = join(
        "A thread is a storyline that events belong to, with its questions. Describe one in ",
        element("code", "events/registry/threads.yaml"),
        ", and add it to events: ",
        element("code", "threads: [ID]"),
        ".",
    )
    return _notice("No threads yet", how)


def unknown_thread(thread: str, page: PageContext) -> Markup:
    """The address names a thread that there is not."""
    first = next(iter(page.workspace.threads), None)
    back = None
    if first is not None:
        link = link_attributes("threads", mode=page.mode, thread=first)
        back = element("p", element("a", "Show ", words(page.workspace.threads[first].title), **link))
    told = join("This workspace has no thread ", element("code", words(thread)), ". It may have been renamed.")
    return join(_notice("Thread not found", told), back)


def _all_hidden(number: int) -> str:
    which = "The only event of this thread is" if number == 1 else f"All {number:,} events of this thread are"
    return f"{which} hidden by filters."


def _notice(title: str, told: Markup) -> Markup:
    return element("section", element("h2", title), element("p", told), class_="dl-first-steps")
