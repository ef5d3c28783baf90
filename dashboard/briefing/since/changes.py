"""What changed in that which a briefing tells of: new in the world apart from new to us, and what is told otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.briefing.outline import (
    IS_THERE,
    REMOVED,
    RETRACTED,
    Block,
    BriefingInput,
    HeadingBlock,
    TableBlock,
    TableRow,
    basis,
    choose_events,
    question_basis,
)
from dashboard.briefing.since.comparison import BriefingUnreadable, NotYet, baseline, changes_since
from dashboard.briefing.since.hash_comparison import NoStoredHashes
from dashboard.model.event import Event
from dashboard.query.changes import (
    KEYED,
    LEVEL,
    Changes,
    EventChange,
    FieldChange,
    NewEvent,
    QuestionChange,
    State,
    both_words,
    change_words,
    date_of,
    doubt_words,
    field_words,
    new_titles,
    question_words,
    snapshot_of,
    value_words,
)
from dashboard.query.fields import FIELDS
from dashboard.query.questions import track_questions
from dashboard.store.git import HistoryUnreadable, NoSuchRevision

_OF_THE_TEAM: Final = frozenset(key for key, field in FIELDS.items() if field.is_of_team)
_CARRYING: Final = frozenset({"sources", "quotes", "claims", "basis", "note", "allow"})
"""Fields that say how something is known, and not what."""


@dataclass(frozen=True, slots=True)
class ChangesSection:
    """The section's blocks; where there is none, why."""

    blocks: tuple[Block, ...]
    empty: str


def changes_section(made: BriefingInput) -> ChangesSection:
    """Since what the briefing's options name, as of its day. Never raises: what cannot be told is said.

    Of the same records and the same history it is the same; a branch, unlike a day or a commit, may move.
    """
    since = made.briefing.options.since or ""
    try:
        before = baseline(since, made.workspace.root, made.validation)
        changes = changes_since(before, State(made.day, made.validation))
    except BriefingUnreadable:
        return ChangesSection((), f"Changes since {since} cannot be shown: that briefing cannot be read.")
    except NotYet:
        return ChangesSection((), f"Changes since {since} cannot be shown: this briefing describes an earlier day.")
    except NoSuchRevision:
        return ChangesSection((), f"Changes since {since} cannot be shown: the history has no such state.")
    except HistoryUnreadable:
        return ChangesSection((), f"Changes since {since} cannot be shown: there is no history.")
    except NoStoredHashes:
        return ChangesSection(
            (), f"Changes since {since} cannot be shown: that briefing does not say what it was built on."
        )
    found = tuple(_blocks(changes, made))
    if not found:
        return ChangesSection((), f"Nothing in this briefing changed. Compared with {before.words}.")
    return ChangesSection((HeadingBlock(f"Compared with {before.words}"), *found), "")


def _blocks(changes: Changes, made: BriefingInput) -> Iterator[Block]:
    here = {reading.id for reading in made.readings}
    own = [each for each in changes.changed if each.after.id in here]
    for novelty, title in new_titles(changes.day).items():
        new = (_new_row(each, made) for each in changes.new_in(novelty) if each.event.id in here)
        yield from _table(title, ("Date", "Event", "Commitment"), new)
    yield from _table("Removed", ("Event", "Date"), _removed_rows(changes, made))
    yield from _table("Retracted", ("Event", "Why"), (_retracted_row(each, made) for each in own if each.was_retracted))
    levels = (_level_row(each, made) for each in own if each.rungs)
    yield from _table("Changed commitments", ("Event", "Before", "Now"), levels)
    verdicts = (row for each in own for row in _verdicts(each, made))
    yield from _table("Changed verdicts", ("Event", "Claim", "Before", "Now", "Because"), verdicts)
    places = changes.place_names
    fields = (row for each in own for row in _fields(each, places, made))
    yield from _table("Other changes", ("Event", "What", "Before", "Now"), fields)
    asked = (_question(each, made) for each in _questions(changes, made))
    yield from _table("Questions", ("Question", "What happened"), asked)


def _table(title: str, headings: tuple[str, ...], rows: Iterable[TableRow]) -> Iterator[Block]:
    """Under its title; nothing where there is no row."""
    if found := tuple(rows):
        yield HeadingBlock(title)
        yield TableBlock(headings, found)


def _new_row(new: NewEvent, made: BriefingInput) -> TableRow:
    event = new.event
    level = event.commitment.level if event.commitment else ""
    cells = (_day_words(event), event.title, level)
    rests_on = (*basis.of_title(event), *basis.of_bare_date(event), *basis.of_level(event))
    return made.numbering.row(cells, _claims_of(event), rests_on)


def _removed_rows(changes: Changes, made: BriefingInput) -> Iterator[TableRow]:
    """Events that the briefing had; all that another briefing had, where no more than their ids are known."""
    before = changes.before
    then = {each.id for each in choose_events(made.briefing, before.validation).readings} if before else None
    for id_, event in changes.removed.items():
        if then is None or id_ in then:
            cells = (event.title, _day_words(event)) if event else (id_, str(event))
            yield made.numbering.row(cells, (), [f"events/{id_}#{IS_THERE}"])


def _day_words(event: Event) -> str:
    when = date_of(event)
    return when.words() if when else "undated"


def _retracted_row(change: EventChange, made: BriefingInput) -> TableRow:
    return _row((change.after.title, change.after.review.note or "no reason given"), change.after, made, RETRACTED)


def _level_row(change: EventChange, made: BriefingInput) -> TableRow:
    rungs = [value_words(LEVEL, rung, {}) for rung in change.rungs or ()]
    claims = change.after.commitment.claims if change.after.commitment else ()
    return _row((change.after.title, *rungs), change.after, made, "commitment.level", claims)


def _verdicts(change: EventChange, made: BriefingInput) -> Iterator[TableRow]:
    for each in change.verdicts:
        cells = (change.after.title, change.after.claims[each.claim].text, each.before.value, each.after.value)
        yield _row((*cells, "; ".join(each.why)), change.after, made, f"claims.{each.claim}.text", (each.claim,))


def _fields(change: EventChange, places: Mapping[str, str], made: BriefingInput) -> Iterator[TableRow]:
    for each in change.fields:
        if _is_in_briefing(each):
            cells = (change.after.title, field_words(each.path), *both_words(each, places))
            gone = [f"{REMOVED}{each.dotted_path}"] if each.after is None else []
            yield _row(cells, change.after, made, each.dotted_path, _claims(each, change.after), gone)


def _is_in_briefing(change: FieldChange) -> bool:
    """How a value is carried is told by verdicts, and the rungs are told apart."""
    first, *rest = change.path or ("",)
    inner = rest[1:] if first in KEYED else rest
    is_carrying = bool(inner) and inner[-1] in _CARRYING
    return change.path != LEVEL and first not in _OF_THE_TEAM and not is_carrying


def _questions(changes: Changes, made: BriefingInput) -> Iterator[QuestionChange]:
    """Changed questions of the briefing's threads, each as it was on the briefing's day."""
    for change in changes.questions:
        thread, _, key = change.reference.partition("/")
        if thread in made.threads:
            registered = made.workspace.threads[thread]
            asked = track_questions(registered, made.everything, made.evidence, made.mode, made.day)
            now = {each.key: snapshot_of(each) for each in asked}.get(key)
            if now != change.before:
                yield replace(change, after=now)


def _question(change: QuestionChange, made: BriefingInput) -> TableRow:
    now = change.after or change.before
    by = made.workspace.events.get(now.by) if now and now.by else None
    claims = (
        [f"{by.id}/{key}" for each in by.answers if each.question == change.reference for key in each.claims]
        if by
        else []
    )
    told = [question_words(change)] if change.kind != "changed" else []
    told += [change_words(each, {}) for each in change.fields]
    said = "; ".join(told)
    said += f", by “{by.title}”{doubt_words(change)}" if by and change.kind in ("answered", "answer changed") else ""
    cells = (now.text if now else change.reference, said)
    question, stood = (change.reference, change.after.stands) if change.after else ("", "")
    rests_on = (
        *question_basis.of_question(change.reference),
        *(question_basis.of_answer(by, change.reference) if by else ()),
    )
    return made.numbering.row(cells, claims, rests_on, question=question, stood=stood)


def _row(
    cells: Iterable[str],
    event: Event,
    made: BriefingInput,
    field: str,
    keys: Iterable[str] = (),
    further: Iterable[str] = (),
) -> TableRow:
    """It rests on these fields of the event, and refers to those of its claims: to all of them where none is named."""
    named = [f"{event.id}/{key}" for key in keys if key in event.claims]
    fields = filter(None, (field, *further))
    rests_on = (*basis.of_title(event), *(key for each in fields for key in basis.of_field(event, each)))
    return made.numbering.row(tuple(cells), named or _claims_of(event), rests_on)


def _claims_of(event: Event) -> list[str]:
    """What its headline rests on: `event-id/claim` of all that it claims, of its questions only where it asks alone."""
    keys = [key for key, claim in event.claims.items() if claim.kind != "question"] or list(event.claims)
    return [f"{event.id}/{key}" for key in keys]


def _claims(change: FieldChange, event: Event) -> tuple[str, ...]:
    """Keys of the claims that a changed value names, or that it is."""
    first, *rest = change.path or ("",)
    if first == "claims":
        return (rest[0],)
    part: Any = getattr(event, first, None)
    if isinstance(part, Mapping) and rest:
        part = part.get(rest[0])
    return tuple(getattr(part, "claims", ()))
