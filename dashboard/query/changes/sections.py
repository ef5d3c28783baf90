"""Changes as they are read: in sections, a line for each record, and what changed in it below."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.model.record import Record
from dashboard.query.changes.change import (
    LEVEL,
    Changes,
    EntryChange,
    EventChange,
    NewEvent,
    QuestionChange,
    SourceChange,
)
from dashboard.query.changes.fields import UNKNOWN, FieldChange, Unknown, fields_of
from dashboard.query.changes.novelty import Novelty
from dashboard.query.changes.states import Key, State
from dashboard.query.changes.wording import change_words, doubt_words, question_words, rung_words, verdict_words
from dashboard.query.wording import day_words


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One record."""

    kind: str
    """event, question, source, place, actor, thread or problem; or of what could not be compared."""
    id: str
    text: str
    details: tuple[str, ...] = ()
    stands: str = ""
    """How it is now, whatever it was: the same for as long as nothing more changes in it."""
    also: tuple[Key, ...] = ()
    """Other records by which it came to stand so: the event that answers a question, the source of a quote."""
    on: date | None = None
    """The day on which it came to stand so by itself, as a question that falls due."""


@dataclass(frozen=True, slots=True)
class ChangeSection:
    """Lines of one kind, under what they have in common."""

    title: str
    lines: tuple[ChangeLine, ...]


NEW_PROBLEMS: Final = "New problems"
FIXED_PROBLEMS: Final = "Fixed problems"
LEFT: Final = "No longer in its selection"
NOT_COMPARED: Final = "Not compared"
GONE: Final = "gone"


def sections_of(changes: Changes) -> tuple[ChangeSection, ...]:
    """Everything that changed, the weightiest first; each record in one line, and no section empty."""
    return tuple(ChangeSection(title, lines) for title, found in _sections(changes) if (lines := tuple(found)))


def _sections(changes: Changes) -> Iterator[tuple[str, Iterator[ChangeLine]]]:
    evidence, events = changes.after.validation.evidence, changes.after.validation.workspace.events
    places = changes.place_names
    for novelty, title in new_titles(changes.day).items():
        yield title, (new_line(each, evidence) for each in changes.new_in(novelty))
    yield (
        "Removed",
        (ChangeLine("event", id_, _removed_words(id_, was), (), GONE) for id_, was in changes.removed.items()),
    )
    for title, found in _changes_by_title(changes.changed).items():
        yield title, (_change(each, evidence, places) for each in found)
    yield LEFT, (ChangeLine("event", id_, _event(events[id_]), (), LEFT) for id_ in changes.left)
    yield "Questions", (_question(each) for each in changes.questions)
    yield "Sources", (_source(each) for each in changes.sources)
    yield "Places, actors and threads", (_entry(each) for each in changes.registry)
    yield NEW_PROBLEMS, (_problem(each) for each in changes.new_problems or ())
    yield FIXED_PROBLEMS, (_problem(each) for each in changes.fixed_problems or ())
    yield NOT_COMPARED, _unread(changes)


def new_titles(day: date) -> dict[Novelty, str]:
    """What new events have in common, seen from the end of `day`."""
    said = day_words(day)
    return {
        Novelty.WORLD: f"Happened since: after {said}",
        Novelty.US: f"Learned since: happened by {said}",
        Novelty.UNCLEAR: f"New, but the date does not show whether it happened after {said}",
        Novelty.UNDATED: "New, without a date",
    }


def _changes_by_title(changed: tuple[EventChange, ...]) -> dict[str, list[EventChange]]:
    """Each under the weightiest of what changed."""
    found: dict[str, list[EventChange]] = {
        title: [] for title in ("Retracted", "Changed commitments", "Changed verdicts", "Renamed", "Changed")
    }
    for each in changed:
        if each.was_retracted:
            found["Retracted"].append(each)
        elif each.rungs:
            found["Changed commitments"].append(each)
        elif each.verdicts:
            found["Changed verdicts"].append(each)
        else:
            found["Renamed" if each.was_renamed else "Changed"].append(each)
    return found


def new_line(new: NewEvent, evidence: Evidence) -> ChangeLine:
    """`ecuador-referendum: Ecuador votes (16 November 2025; agreed; 1 of 3 claims with a quote not found)`."""
    event, claims, failed = new.event, sum(new.verdicts.values()), new.verdicts[Verdict.NOT_FOUND]
    told = [
        new.date.words() if new.date else "",
        "ahead" if new.ahead else "",
        event.commitment.level if event.commitment else "",
        f"{failed:,} of {claims:,} claims with a quote not found" if failed else "",
        "retracted" if event.review.status == "retracted" else "",
    ]
    brackets = "; ".join(filter(None, told))
    text = _event(event) + (f" ({brackets})" if brackets else "")
    return ChangeLine("event", event.id, text, (), stands_now(event, evidence))


def _change(change: EventChange, evidence: Evidence, places: dict[str, str]) -> ChangeLine:
    details = [f"was {change.before.id}"] if change.was_renamed and change.before else []
    rungs = rung_words(change)
    details += [f"commitment: {rungs}"] if rungs else []
    details += [
        *verdict_words(change.verdicts),
        *_details([f for f in change.fields if f.path != LEVEL], places),
    ]
    stands = stands_now(change.after, evidence)
    also = sources_of(change.after, (each.claim for each in change.verdicts))
    return ChangeLine("event", change.after.id, _event(change.after), tuple(details), stands, also)


def sources_of(event: Event, claims: Iterable[str]) -> tuple[Key, ...]:
    """Keys of the sources that these claims of an event quote."""
    quoted = (quote.source for key in claims if key in event.claims for quote in event.claims[key].quotes)
    return tuple(("source", source) for source in dict.fromkeys(quoted))


def _details(fields: list[FieldChange] | tuple[FieldChange, ...], places: dict[str, str] | None = None) -> list[str]:
    return [change_words(change, places or {}) for change in fields]


def _event(event: Event) -> str:
    return f"{event.id}: {event.title}"


def _removed_words(id_: str, event: Event | Unknown) -> str:
    return _event(event) if event else f"{id_} (title {UNKNOWN})"


def _question(change: QuestionChange) -> ChangeLine:
    now = change.after or change.before
    text = now.text if now else ""
    is_ = change.after
    stands = _stands(is_.question or None, str(is_.standing), str(is_.outcome or "")) if is_ else GONE
    by = (
        f", by {now.by}{doubt_words(change)}"
        if now and now.by and change.kind in ("answered", "answer changed")
        else ""
    )
    line = f"{change.reference}: {text} ({question_words(change)}{by})"
    then = tuple(("event", each.by) for each in (change.before, change.after) if each and each.by)
    on = overdue_on(is_.due) if is_ and change.kind == "fell due" else None
    return ChangeLine("question", change.reference, line, tuple(_details(change.fields)), stands, then, on)


def overdue_on(due: EventDate | None) -> date | None:
    """The first day after those on which a question was due; None where there is none."""
    last = due.latest if due else None
    return last + timedelta(days=1) if last is not None and last < date.max else None


def _source(change: SourceChange) -> ChangeLine:
    source = change.after or change.before
    name = source.name if source else change.id
    details = [*([change.text.value] if change.text else []), *_details(change.fields)]
    text = f"{change.id}: {name} ({change.kind})" if name != change.id else f"{change.id} ({change.kind})"
    stands = GONE if change.kind == "removed" else _stands(change.after, change.hashes[1] or "")
    return ChangeLine("source", change.id, text, tuple(details), stands)


def _entry(change: EntryChange) -> ChangeLine:
    entry = change.after or change.before
    name = getattr(entry, "name", None) or getattr(entry, "title", None)
    text = f"{change.kind} {change.id}" + (f": {name}" if name else "") + f" ({change.change})"
    stands = _stands(change.after) if change.after else GONE
    return ChangeLine(change.kind, change.id, text, tuple(_details(change.fields)), stands)


def _problem(problem: Problem) -> ChangeLine:
    return ChangeLine("problem", problem.file, str(problem))


def _unread(changes: Changes) -> Iterator[ChangeLine]:
    before, after = changes.before, changes.after
    whys = {file: why for state in changes.states for file, why in state.left_out.items()}
    for each in changes.unreadable:
        why = f" ({whys.pop(each.file)})" if each.file in whys else ""
        yield ChangeLine(*each.record, f"{each.file}: could not be read {_when(each.before, each.after)}{why}")
    for file, why in sorted(whys.items()):
        when = _when(isinstance(before, State) and file in before.left_out, file in after.left_out)
        yield ChangeLine("file", file, f"{file}: could not be read {when} ({why})")
    for folder in sorted({folder for state in changes.states for folder in state.ignored}):
        when = _when(isinstance(before, State) and folder in before.ignored, folder in after.ignored)
        yield ChangeLine("submodule", folder, f"{folder}/: a submodule {when}, which has its own history")


def _when(before: bool, after: bool) -> str:
    return "both then and now" if before and after else "then" if before else "now"


def stands_now(event: Event, evidence: Evidence) -> str:
    """The event's fields and verdicts as JSON text; another file may change the verdicts."""
    return _stands(event, *(evidence.of(event.id, key).verdict for key in event.claims))


def _stands(record: Record | None, *more: str) -> str:
    return json.dumps([fields_of(record) if record is not None else None, *more], sort_keys=True)
