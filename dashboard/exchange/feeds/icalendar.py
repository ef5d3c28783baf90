"""The dates ahead as a calendar (RFC 5545): questions that fall due, and events that are still to come."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from dashboard import __version__
from dashboard.model.dates import EventDate, Precision
from dashboard.query.changes import State, date_of, is_ahead
from dashboard.query.questions import due_questions, names_question
from dashboard.query.reading import Mode, resolve_events

LONGEST_LINE: Final = 75
"""Octets of a line before it is folded."""
_ESCAPED: Final = re.compile(r"[\\;,]")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry of the calendar: whole days, first and last."""

    name: str
    first: date
    last: date
    summary: str
    description: str
    location: str = ""
    point: tuple[float, float] | None = None
    """Longitude and latitude."""


def calendar(state: State, made: datetime) -> str:
    """The calendar as text with CR LF; `made` stamps every entry, in UTC. The same state gives the same bytes."""
    about = state.validation.workspace.about
    return calendar_text(dates_ahead(state), made, about.title if about else "")


def calendar_text(entries: Iterable[CalendarEntry], made: datetime, title: str = "") -> str:
    """A calendar of these entries as text with CR LF, with a title where the workspace has one."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:-//Dateline//Dateline {__version__}//EN", "CALSCALE:GREGORIAN"]
    lines += _name(title.strip())
    for entry in entries:
        lines += _event(entry, f"{made:%Y%m%dT%H%M%SZ}")
    return "".join(f"{folded}\r\n" for line in [*lines, "END:VCALENDAR"] for folded in _fold_line(line))


def _name(title: str) -> Iterator[str]:
    """What programs list the calendar as, where the workspace has a title: by RFC 7986, and as most of them read it."""
    for key in ("NAME", "X-WR-CALNAME") if title else ():
        yield f"{key}:{_text(title)}"


def dates_ahead(state: State) -> tuple[CalendarEntry, ...]:
    """Entries sorted by date. Open questions are on the last day on which they are due; overdue ones are left out."""
    return tuple(sorted((*_events(state), *_questions(state)), key=lambda each: (each.first, each.name)))


def _events(state: State) -> Iterator[CalendarEntry]:
    workspace = state.validation.workspace
    for event in workspace.events.values():
        when = date_of(event)
        if when is None or when.earliest is None or event.review.status == "retracted":
            continue
        if is_ahead(event, state.day) and not state.is_ignored(workspace.files[event.id]):
            about = "" if when.precision in (Precision.DAY, Precision.TIME) else f" ({when.words()})"
            last = when.latest or when.earliest
            yield CalendarEntry(
                f"event:{event.id}", when.earliest, last, f"{event.title}{about}", f"{event.id}, {when.words()}"
            )


def _questions(state: State) -> Iterator[CalendarEntry]:
    validation = state.validation
    workspace, evidence = validation.workspace, validation.evidence
    asking = (event for event in workspace.events.values() if names_question(event))
    read = resolve_events(asking, workspace.places, evidence, Mode.ASSESSED)
    for due in due_questions(workspace.threads.values(), read, evidence, Mode.ASSESSED, state.day):
        when: EventDate | None = due.question.due
        if not due.is_past and when is not None and due.day != date.max:
            thread = workspace.threads[due.thread].title
            told = f"{thread}: due {when.words()}"
            name = f"question:{due.reference.replace('/', ':')}"
            yield CalendarEntry(name, due.day, due.day, f"Due: {due.question.text}", told)


def _event(entry: CalendarEntry, made: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:urn:dateline:{entry.name}"
    yield f"DTSTAMP:{made}"
    yield f"DTSTART;VALUE=DATE:{_day(entry.first)}"
    if entry.last < date.max:
        yield f"DTEND;VALUE=DATE:{_day(entry.last + timedelta(days=1))}"
    yield f"SUMMARY:{_text(entry.summary)}"
    yield f"DESCRIPTION:{_text(entry.description)}"
    if entry.location:
        yield f"LOCATION:{_text(entry.location)}"
    if entry.point:
        yield f"GEO:{entry.point[1]:.6f};{entry.point[0]:.6f}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _day(day: date) -> str:
    """`20250908`; the year has four digits, as it has not everywhere with `%Y`."""
    return day.isoformat().replace("-", "")


def _text(words: str) -> str:
    """The words with special characters escaped; a line break is written as `\\n`."""
    plain = _CONTROL.sub(" ", " ".join(words.split("\t")).replace("\r\n", "\n"))
    return _ESCAPED.sub(lambda found: f"\\{found[0]}", plain).replace("\n", "\\n")


def _fold_line(line: str) -> Iterator[str]:
    """The line in pieces of at most 75 octets, no letter cut in two; all but the first begin with a space."""
    piece, size = "", 0
    for letter in line:
        octets = len(letter.encode("utf-8", "replace"))
        if size + octets > LONGEST_LINE:
            yield piece
            piece, size = " ", 1
        piece, size = piece + letter, size + octets
    yield piece
