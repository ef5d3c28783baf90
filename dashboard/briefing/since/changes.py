"""What changed in that which a briefing tells of: new in the world apart from new to us, and what is told otherwise."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.briefing.outline import (
    IS_THERE,
    RETRACTED,
    Block,
    BriefingInput,
    HeadingBlock,
    TableRow,
    choose_events,
    of_answer,
    of_field,
    of_question,
    of_title,
)
from dashboard.briefing.since.by_hashes import changed_by_hashes
from dashboard.briefing.since.comparison import BriefingUnreadable, ByHashes, NotYet, check_has_come, state_before
from dashboard.briefing.since.hash_comparison import NoStoredHashes
from dashboard.briefing.since.rows import claims_of, new_tables, table_of
from dashboard.model.event import Event
from dashboard.query.changes import (
    KEYED,
    NOTHING,
    Changes,
    EventChange,
    FieldChange,
    NamedState,
    QuestionChange,
    State,
    both_words,
    change_words,
    changes_between,
    field_words,
    keeping,
    question_words,
    snapshot_of,
)
from dashboard.query.questions import track_questions
from dashboard.store.git import HistoryUnreadable, NoSuchRevision

_OF_THE_TEAM: Final = frozenset({"review", "tags", "weight"})
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
    after = State(made.day, made.validation)
    try:
        before = state_before(since, made.workspace.root, made.validation)
        check_has_come(before, made.day)
        if isinstance(before, ByHashes):
            return _section_of(changed_by_hashes(before.briefing, after, made), before.words())
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
    return _section_of(_by_history(before, after, made), before.words())


def _section_of(blocks: Iterable[Block], since: str) -> ChangesSection:
    found = tuple(blocks)
    if not found:
        return ChangesSection((), f"Nothing in this briefing changed. Compared with {since}.")
    return ChangesSection((HeadingBlock(f"Compared with {since}"), *found), "")


def _by_history(before: NamedState, after: State, made: BriefingInput) -> Iterator[Block]:
    commit = before.revision.commit if before.revision else ""
    key = ("changes", str(made.workspace.root), commit, before.state.day.isoformat(), after.day.isoformat())
    changes: Changes = keeping(key, after.validation, lambda: changes_between(before.state, after))
    here = {reading.id for reading in made.readings}
    then = {reading.id for reading in choose_events(made.briefing, before.state.validation).readings}
    own = [each for each in changes.changed if each.after.id in here]
    yield from new_tables([each for each in changes.new if each.event.id in here], before.state.day, made)
    yield from table_of(
        "Removed", ("Event", "Date"), (_removed_row(event, made) for event in changes.removed if event.id in then)
    )
    yield from table_of(
        "Retracted", ("Event", "Why"), (_retracted_row(each, made) for each in own if each.was_retracted)
    )
    yield from table_of(
        "Changed commitments", ("Event", "Before", "Now"), (_level_row(each, made) for each in own if each.rungs)
    )
    verdicts = (row for each in own for row in _verdicts(each, made))
    yield from table_of("Changed verdicts", ("Event", "Claim", "Before", "Now", "Because"), verdicts)
    fields = (row for each in own for row in _fields(each, changes, made))
    yield from table_of("Other changes", ("Event", "What", "Before", "Now"), fields)
    asked = (_question(each, made) for each in _questions(changes, made))
    yield from table_of("Questions", ("Question", "What happened"), asked)


def _removed_row(event: Event, made: BriefingInput) -> TableRow:
    """It rests on a record that is not there any more."""
    when = event.when.assessed.date if event.when.assessed else event.when.reported
    return made.numbering.row((event.title, when.words() if when else "undated"), (), of_field(event, IS_THERE))


def _retracted_row(change: EventChange, made: BriefingInput) -> TableRow:
    return _row((change.after.title, change.after.review.note or "no reason given"), change.after, made, RETRACTED)


def _level_row(change: EventChange, made: BriefingInput) -> TableRow:
    rungs = [rung or NOTHING for rung in change.rungs or ()]
    claims = change.after.commitment.claims if change.after.commitment else ()
    return _row((change.after.title, *rungs), change.after, made, "commitment.level", claims)


def _verdicts(change: EventChange, made: BriefingInput) -> Iterator[TableRow]:
    for each in change.verdicts:
        cells = (change.after.title, change.after.claims[each.claim].text, each.before.value, each.after.value)
        yield _row((*cells, "; ".join(each.why)), change.after, made, f"claims.{each.claim}.text", (each.claim,))


def _fields(change: EventChange, changes: Changes, made: BriefingInput) -> Iterator[TableRow]:
    places = _places(changes)
    for each in change.fields:
        if _is_in_briefing(each):
            cells = (change.after.title, field_words(each.path), *both_words(each, places))
            yield _row(cells, change.after, made, each.dotted_path, _claims(each, change.after))


def _is_in_briefing(change: FieldChange) -> bool:
    """How a value is carried is told by verdicts, and the rungs are told apart."""
    first, *rest = change.path
    inner = rest[1:] if first in KEYED else rest
    is_carrying = bool(inner) and inner[-1] in _CARRYING
    return change.path != ("commitment", "level") and first not in _OF_THE_TEAM and not is_carrying


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
    said = "; ".join(told) + (f", by “{by.title}”" if by and change.kind in ("answered", "answer changed") else "")
    cells = (now.question.text if now else change.reference, said)
    question, stood = (change.reference, change.after.stands) if change.after else ("", "")
    rests_on = (*of_question(change.reference), *(of_answer(by, change.reference) if by else ()))
    return made.numbering.row(cells, claims, rests_on, question=question, stood=stood)


def _row(cells: Iterable[str], event: Event, made: BriefingInput, field: str, keys: Iterable[str] = ()) -> TableRow:
    """It rests on that field of the event, and refers to those of its claims: to all of them where none is named."""
    named = [f"{event.id}/{key}" for key in keys if key in event.claims]
    rests_on = (*of_title(event), *of_field(event, field))
    return made.numbering.row(tuple(cells), named or claims_of(event), rests_on)


def _claims(change: FieldChange, event: Event) -> tuple[str, ...]:
    """Keys of the claims that a changed value names, or that it is."""
    first, *rest = change.path
    if first == "claims":
        return (rest[0],)
    part: Any = getattr(event, first, None)
    if isinstance(part, Mapping) and rest:
        part = part.get(rest[0])
    return tuple(getattr(part, "claims", ()))


def _places(changes: Changes) -> dict[str, str]:
    states = (changes.before, changes.after)
    return {id_: place.name for state in states for id_, place in state.validation.workspace.places.items()}
