"""What changed since a briefing was built, by the hashes that its record keeps: for where there is no history.

A hash tells that a record is another one, and not what it was.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard.briefing.outline import Hashes, StoredHashes, changed_paths, choose_events, is_after, verdict_of
from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.model.event import Event
from dashboard.query.changes import ALL, NewEvent, State, date_of, is_ahead, novelty_of, unreadable
from dashboard.query.questions import QuestionStatus, TrackedQuestion, track_questions
from dashboard.query.reading import Mode, resolve_events

CANNOT_TELL: Final = (
    "Compared by the hashes stored in the briefing. They do not show what a changed record said before, or what "
    "happened to records that the briefing was not based on."
)


class NoStoredHashes(DatelineError):
    """A briefing whose record does not say what it was built on."""


@dataclass(frozen=True, slots=True)
class ChangedVerdict:
    """A changed verdict of a claim that the briefing referred to."""

    claim: str
    """`event-id/claim`."""
    before: str
    after: str | None
    """None where the claim no longer exists."""


@dataclass(frozen=True, slots=True)
class ChangedQuestion:
    """A question that was answered, or fell due, since the briefing's day, as far as that can be told."""

    reference: str
    asked: TrackedQuestion
    by: str
    """The event that answers it: new, or changed since; empty of one that fell due."""
    is_certain: bool
    """False where the answering event was there then, and is another now: it may have answered then."""


@dataclass(frozen=True, slots=True)
class HashComparison:
    """What changed of that which the briefing was built on, and what is new in its selection."""

    briefing: Briefing
    after: State
    new: tuple[NewEvent, ...]
    """Events of its selection, by the later state's day, that it was not built on; by date."""
    removed: tuple[str, ...]
    """Keys as `built_on` has them: `events/ID`, `texts/ID`."""
    changed: Mapping[str, tuple[str, ...]]
    """Each with the dotted paths of the fields that are others now; of a record that is kept as a whole, none."""
    left: tuple[str, ...]
    """Ids of events that are there and that its selection does not have any more."""
    verdicts: tuple[ChangedVerdict, ...]
    questions: tuple[ChangedQuestion, ...]
    unread: tuple[tuple[str, str], ...]
    """Keys of records that are there and cannot be read now, and their files: what became of them is not known."""

    @property
    def day(self) -> date:
        """The last on which the briefing held."""
        return day_of(self.briefing)

    @property
    def are_none(self) -> bool:
        """Whether nothing changed that can be told."""
        return not any((self.new, self.removed, self.changed, self.left, self.verdicts, self.questions))


def day_of(briefing: Briefing) -> date:
    """The last day on which it holds: what it is compared from."""
    return briefing.as_of.latest or date.max


def compare_hashes(briefing: Briefing, after: State) -> HashComparison:
    """What is otherwise in `after`. Raises `NoStoredHashes`, which says how a state gets stored."""
    built_on = briefing.built_on
    if built_on is None or not built_on.keys:
        raise NoStoredHashes(
            f"The briefing {briefing.id} does not say what it was built on. `dateline brief verify --accept` adds it."
        )
    workspace = after.validation.workspace
    hashes = Hashes(workspace)
    events = _selected_events(briefing, after)
    new = [event for id_, event in events.items() if f"events/{id_}" not in built_on.keys]
    here = {id_ for kind, _, id_ in (key.partition("/") for key in built_on.keys) if kind == "events"}
    kept = {claim.partition("/")[0] for _, claims in briefing.claims_named() for claim in claims}
    changed = dict(_changed_fields(built_on, hashes))
    unread = dict(_unread(built_on, after))
    return HashComparison(
        briefing,
        after,
        new=tuple(sorted((_new(event, briefing, after) for event in new), key=_by_date)),
        removed=tuple(key for key in built_on.keys if hashes.of(key) is None and key not in unread),
        changed=changed,
        left=tuple(sorted(id_ for id_ in here - events.keys() - kept if id_ in workspace.events)),
        verdicts=tuple(_verdicts(built_on, after)),
        questions=tuple(_questions(briefing, after, changed, hashes)),
        unread=tuple(unread.items()),
    )


def _changed_fields(built_on: BuiltOn, hashes: Hashes) -> Iterator[tuple[str, tuple[str, ...]]]:
    then = StoredHashes(built_on)
    for key in built_on.keys:
        paths = tuple(changed_paths(key, then, hashes))
        if (paths or built_on.records.get(key) not in (None, hashes.of(key))) and hashes.of(key) is not None:
            yield key, paths


def _unread(built_on: BuiltOn, after: State) -> Iterator[tuple[str, str]]:
    cannot = unreadable(after)
    for key in built_on.keys:
        kind, _, id_ = key.partition("/")
        for record in ((kind.removesuffix("s"), id_), (kind.removesuffix("s"), ALL)):
            if record in cannot:
                yield key, cannot[record]


def _selected_events(briefing: Briefing, after: State) -> dict[str, Event]:
    """The events that it would tell of on the later state's day."""
    workspace = after.validation.workspace
    made = choose_events(briefing, after.validation, after.day)
    return {reading.id: reading.event for reading in made.readings if not after.is_ignored(workspace.files[reading.id])}


def _new(event: Event, briefing: Briefing, after: State) -> NewEvent:
    novelty = novelty_of(event, day_of(briefing))
    return NewEvent(
        event, date_of(event), novelty, is_ahead(event, after.day), after.validation.evidence.count([event.id])
    )


def _by_date(new: NewEvent) -> tuple[bool, object, str]:
    return (new.date is None, new.date.sort_key if new.date else (), new.event.id)


def _verdicts(built_on: BuiltOn, after: State) -> Iterator[ChangedVerdict]:
    for claim, before in built_on.verdicts.items():
        now = verdict_of(claim, after.validation)
        if now != before and claim.partition("/")[0] in after.validation.workspace.events:
            yield ChangedVerdict(claim, before, now)


def _questions(
    briefing: Briefing, after: State, changed: Mapping[str, tuple[str, ...]], hashes: Hashes
) -> Iterator[ChangedQuestion]:
    """Questions, of the threads that the briefing is based on, that were answered or fell due since."""
    validation = after.validation
    workspace, built_on = validation.workspace, briefing.built_on or BuiltOn()
    threads = [thread for id_, thread in workspace.threads.items() if f"threads/{id_}" in built_on.keys]
    every = resolve_events(workspace.events.values(), workspace.places, validation.evidence, Mode.ASSESSED)
    read = tuple(reading for reading in every if not is_after(reading, after.day))
    for thread in threads:
        for asked in track_questions(thread, read, validation.evidence, Mode.ASSESSED, after.day):
            reference, due = f"{thread.id}/{asked.key}", asked.question.due
            by = asked.deciding.reading.id if asked.deciding else ""
            if by and not _answered_then(by, reference, built_on, changed, hashes):
                yield ChangedQuestion(reference, asked, by, f"events/{by}" not in built_on.keys)
            elif asked.standing is QuestionStatus.OVERDUE and due and due.latest and due.latest >= day_of(briefing):
                yield ChangedQuestion(reference, asked, "", is_certain=True)


def _answered_then(
    by: str, reference: str, built_on: BuiltOn, changed: Mapping[str, tuple[str, ...]], hashes: Hashes
) -> bool:
    """Whether the event is known to have given this answer; of a record kept as a whole, whether it is the same."""
    key, path = f"events/{by}", f"answers.{reference}.outcome"
    if key in built_on.records:
        return key not in changed
    return StoredHashes(built_on).of(f"{key}#{path}") == hashes.of(f"{key}#{path}") is not None
