"""The events of a thread in order, each with what is out of the ordinary about it, and its level."""

from collections.abc import Iterable
from typing import Final

from dashboard.app.parts import (
    claims_mark,
    evidence_mark,
    found_elsewhere,
    level_words,
    pager,
    place_link,
    problem_mark,
    recorded_mark,
    words_searched,
)
from dashboard.app.shell import Shown
from dashboard.query.disagreements import Dispute
from dashboard.query.reading import Mode, Reading
from dashboard.text.markup import Markup, element, every, joined, words

ROWS: Final = 200
"""So many events stand in the list at once."""


def thread_events(
    readings: tuple[Reading, ...], disputes: Iterable[Dispute], thread: str, shown: Shown, part: int
) -> Markup:
    """The list, in parts where it is long; those without a level and without a date, too. `part` counts from 0."""
    disputed = {each.claim.event.id for each in disputes}
    head = element("h2", "Events by date ", element("span", f"{len(readings):,}", class_="dl-count"))
    parts = -(-len(readings) // ROWS)
    at = max(0, min(part, parts - 1))
    here = readings[at * ROWS : (at + 1) * ROWS]
    rows = every(_row(reading, thread, shown, is_disputed=reading.id in disputed) for reading in here)
    steps = pager("threads", at, parts, f"{ROWS} events per page", mode=shown.mode, thread=thread)
    return element("section", head, element("ol", rows, class_="dl-rows dl-story-rows"), steps)


def _row(reading: Reading, thread: str, shown: Shown, *, is_disputed: bool) -> Markup:
    event = reading.event
    date = reading.date.value.short_words() if reading.date.value else "undated"
    place = {"thread": thread, "event": event.id}
    title = place_link("threads", words_searched(event.title, shown), mode=shown.mode, **place)
    tags = _tags(reading, shown, is_disputed=is_disputed)
    what = element(
        "span", joined(title, *tags, _problem(reading, shown), found_elsewhere(event, shown), by=" "), class_="dl-what"
    )
    return element(
        "li",
        element("span", _date_mark(reading, shown), " ", words(date), class_="dl-when"),
        " ",
        what,
        joined(" ", level_words(reading.event, shown)),
        aria_current="true" if event.id == shown.selected else None,
    )


def _date_mark(reading: Reading, shown: Shown) -> Markup:
    """Of the date; of an undated event, of the words that it has instead, where it has some."""
    when = reading.event.when
    if reading.date.value is None and when.as_reported is None:
        return evidence_mark("unknown")
    return recorded_mark(reading.event, when, shown)


def _tags(reading: Reading, shown: Shown, *, is_disputed: bool) -> Iterable[Markup]:
    event = reading.event
    if event.review.status == "retracted":
        yield element("b", "retracted")
    reported, assessed = event.when.reported, event.when.assessed
    if shown.mode is Mode.ASSESSED and reported and assessed and assessed.date and assessed.date != reported:
        mark, told = claims_mark(event, event.when.claims, shown), f"reported as {reported.short_words()}"
        yield element("span", mark, " ", element("b", told), class_="dl-kept")
    if is_disputed:
        yield element("b", "disputed")
    if event.answers:
        yield element("b", "answers")


def _problem(reading: Reading, shown: Shown) -> Markup | None:
    problems = shown.problems_of.get(reading.id, ())
    if not problems:
        return None
    return problem_mark("error" if any(each.severity == "error" for each in problems) else "warning")
