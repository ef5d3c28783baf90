"""The events of a thread in order, each with what is out of the ordinary about it, and its level."""

from collections.abc import Iterable
from typing import Final

from dashboard.app.parts import (
    claims_mark,
    evidence_mark,
    excerpt_line,
    highlighted_words,
    level_words,
    pager,
    place_link,
    problem_mark,
    recorded_mark,
)
from dashboard.app.shell import PageContext
from dashboard.query.disagreements import Dispute
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.text.markup import Markup, element, join, join_all, words

ROWS: Final = 200
"""So many events stand in the list at once."""


def thread_events(
    readings: tuple[ResolvedEvent, ...], disputes: Iterable[Dispute], thread: str, page: PageContext, part: int
) -> Markup:
    """The list, in parts where it is long; those without a level and without a date, too. `part` counts from 0."""
    disputed = {each.claim.event.id for each in disputes}
    head = element("h2", "Events by date ", element("span", f"{len(readings):,}", class_="dl-count"))
    parts = -(-len(readings) // ROWS)
    at = max(0, min(part, parts - 1))
    here = readings[at * ROWS : (at + 1) * ROWS]
    rows = join_all(_row(reading, thread, page, is_disputed=reading.id in disputed) for reading in here)
    steps = pager("threads", at, parts, f"{ROWS} events per page", mode=page.mode, thread=thread)
    return element("section", head, element("ol", rows, class_="dl-rows dl-story-rows"), steps)


def _row(reading: ResolvedEvent, thread: str, page: PageContext, *, is_disputed: bool) -> Markup:
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
        mark, told = claims_mark(event, event.when.claims, page), f"reported as {reported.short_words()}"
        yield element("span", mark, " ", element("b", told), class_="dl-kept")
    if is_disputed:
        yield element("b", "disputed")
    if event.answers:
        yield element("b", "answers")


def _problem(reading: ResolvedEvent, page: PageContext) -> Markup | None:
    trouble = page.troubles.get(reading.id)
    return problem_mark(trouble) if trouble else None
