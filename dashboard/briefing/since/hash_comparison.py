"""What changed since a briefing was built, by the hashes that its record keeps: for where there is no history.

A hash tells that a field is another one, and not what it was: that is unknown.
"""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from dashboard.briefing.outline import HELD, Hashes, StoredHashes, choose_events
from dashboard.briefing.since.hash_fields import HashedFields, Path
from dashboard.errors import DatelineError
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.evidence.verdicts import Verdict
from dashboard.model.briefing import Briefing, BuiltOn
from dashboard.model.event import Event
from dashboard.model.registry import Question, Thread
from dashboard.query.changes import (
    ALL,
    REGISTRY_KINDS,
    UNKNOWN,
    Changes,
    EntryChange,
    EventChange,
    FieldChange,
    QuestionChange,
    QuestionSnapshot,
    SourceChange,
    State,
    Unreadable,
    VerdictChange,
    Why,
    in_order,
    new_events,
    snapshot_of,
    unreadable,
)
from dashboard.query.questions import QuestionStatus, TrackedQuestion, track_questions
from dashboard.query.reading import Mode, resolve_events


class NoStoredHashes(DatelineError):
    """A briefing whose record does not say what it was built on."""


def day_of(briefing: Briefing) -> date:
    """The last day on which it holds: what it is compared from."""
    return briefing.as_of.latest or date.max


def changes_by_hashes(briefing: Briefing, after: State) -> Changes:
    """What is otherwise in `after` of that which the briefing was built on, and what is new in its selection.

    Raises `NoStoredHashes`, which says how a state gets stored.
    """
    built_on = briefing.built_on
    if built_on is None or not built_on.keys:
        raise NoStoredHashes(
            f"The briefing {briefing.id} does not say what it was built on. `dateline brief verify --accept` adds it."
        )
    return _Records(briefing, built_on, after).changes()


class _Records:
    """The records that a briefing was built on, as they are now."""

    def __init__(self, briefing: Briefing, built_on: BuiltOn, after: State) -> None:
        self.briefing, self.built_on, self.after = briefing, built_on, after
        self.keys, self.day = built_on.keys, day_of(briefing)
        self.validation, self.workspace = after.validation, after.validation.workspace
        self.hashes, self.then = Hashes(self.workspace), StoredHashes(built_on)
        self.unread = dict(self._unread_records())
        self.gone = {key for key in self.keys if self.hashes.of(key) is None and key not in self.unread}
        fields = HashedFields(built_on, self.then, self.hashes)
        self.fields = {key: found for key in self.keys if (found := fields.changes(key))}
        self.sources = {each.id: each for each in self._sources()}

    def changes(self) -> Changes:
        """Everything that can be told."""
        ids = {*self._ids("events")}
        selected = self._selected_events()
        kept = {claim.partition("/")[0] for _, claims in self.briefing.claims_named() for claim in claims}
        return Changes(
            self.day,
            UNKNOWN,
            self.after,
            new=new_events((event for id_, event in selected.items() if id_ not in ids), self.day, self.after),
            removed={id_: UNKNOWN for id_ in sorted(ids) if f"events/{id_}" in self.gone},
            changed=tuple(self._events()),
            questions=tuple(self._questions()),
            sources=tuple(self.sources.values()),
            registry=tuple(self._entries()),
            new_problems=UNKNOWN,
            fixed_problems=UNKNOWN,
            unreadable=tuple(sorted({*self.unread.values()}, key=lambda each: each.record)),
            left=tuple(sorted(id_ for id_ in ids - selected.keys() - kept if id_ in self.workspace.events)),
        )

    def _ids(self, kind: str) -> Iterator[str]:
        return (id_ for of, _, id_ in (key.partition("/") for key in self.keys) if of == kind)

    def _unread_records(self) -> Iterator[tuple[str, Unreadable]]:
        """Keys of records that are there and cannot be read now."""
        cannot = unreadable(self.after)
        for key in self.keys:
            kind, _, id_ = key.partition("/")
            for record in ((kind.removesuffix("s"), id_), (kind.removesuffix("s"), ALL)):
                if record in cannot:
                    yield key, Unreadable(record, cannot[record], before=False, after=True)

    def _selected_events(self) -> dict[str, Event]:
        """The events that the briefing would tell of on the later state's day."""
        made = choose_events(self.briefing, self.validation, self.after.day)
        files = self.workspace.files
        return {each.id: each.event for each in made.readings if not self.after.is_ignored(files[each.id])}

    def _events(self) -> Iterator[EventChange]:
        moved = (claim.partition("/")[0] for claim in self.built_on.verdicts)
        for id_ in sorted({*self._ids("events"), *moved} & self.workspace.events.keys()):
            event, fields = self.workspace.events[id_], self.fields.get(f"events/{id_}", ())
            verdicts = tuple(self._verdicts(event, {each.path for each in fields}))
            if fields or verdicts:
                yield EventChange(UNKNOWN, event, fields, verdicts)

    def _verdicts(self, event: Event, changed: set[Path]) -> Iterator[VerdictChange]:
        for key, claim in sorted(event.claims.items()):
            before, now = self.built_on.verdicts.get(f"{event.id}/{key}"), self.validation.evidence.of(event.id, key)
            if before is None or before == now.verdict:
                continue
            sources = sources_of_claim(claim) & self.sources.keys()
            why = {text for source in sources if (text := self.sources[source].text)}
            why |= {Why.QUOTE} if ("claims", key, "quotes") in changed else set()
            why |= {Why.SOURCE} if ("claims", key, "sources") in changed else set()
            reasons = tuple(reason for reason in Why if reason in why)
            yield VerdictChange(key, Verdict(before), now.verdict, reasons or (Why.UNKNOWN,))

    def _sources(self) -> Iterator[SourceChange]:
        for id_ in sorted({*self._ids("sources"), *self._ids("texts")}):
            text, fields = f"texts/{id_}", self.fields.get(f"sources/{id_}", ())
            hashes = self.built_on.records.get(text, UNKNOWN), self.workspace.hashes.get(id_)
            why = next((_text_change(each) for each in fields if each.path == (HELD,)), None)
            if why is None and hashes[0] not in (UNKNOWN, hashes[1]) and text not in self.unread:
                why = Why.TEXT if hashes[1] else Why.TEXT_GONE
            fields = tuple(each for each in fields if each.path != (HELD,))
            if fields or why or f"sources/{id_}" in self.gone:
                yield SourceChange(id_, UNKNOWN, self.workspace.sources.get(id_), why, hashes, fields)

    def _entries(self) -> Iterator[EntryChange]:
        for name, kind in REGISTRY_KINDS.items():
            for id_ in self._ids(name):
                key = f"{name}/{id_}"
                fields = tuple(each for each in self.fields.get(key, ()) if each.path[:1] != ("questions",))
                if fields or key in self.gone:
                    yield EntryChange(kind, id_, UNKNOWN, getattr(self.workspace, name).get(id_), fields)

    def _questions(self) -> Iterator[QuestionChange]:
        """Questions, of the threads that the briefing is based on, with another text, another day or another status."""
        workspace, evidence, day = self.workspace, self.validation.evidence, self.after.day
        threads = [workspace.threads[id_] for id_ in self._ids("threads") if id_ in workspace.threads]
        every = resolve_events(workspace.events.values(), workspace.places, evidence, Mode.ASSESSED)
        read = tuple(reading for reading in every if not reading.is_after(day)) if threads else ()
        for thread in threads:
            fields = self._question_fields(thread)
            for asked in track_questions(thread, read, evidence, Mode.ASSESSED, day):
                reference, now = f"{thread.id}/{asked.key}", snapshot_of(asked)
                before, own = self._snapshot_then(reference, asked), fields.pop(asked.key, ())
                if own or before.standing is not now.standing:
                    yield QuestionChange(reference, before, now, own)
            for key in fields:
                yield QuestionChange(f"{thread.id}/{key}", QuestionSnapshot(UNKNOWN, UNKNOWN, UNKNOWN, None), None, ())

    def _question_fields(self, thread: Thread) -> dict[str, tuple[FieldChange, ...]]:
        """Changed fields by question."""
        found: dict[str, tuple[FieldChange, ...]] = {}
        for each in self.fields.get(f"threads/{thread.id}", ()):
            if each.path[:1] == ("questions",):
                _, key, *path = each.path
                found[key] = (*found.get(key, ()), replace(each, path=tuple(path)))
        return {key: in_order(fields, Question) for key, fields in found.items()}

    def _snapshot_then(self, reference: str, asked: TrackedQuestion) -> QuestionSnapshot:
        """What is known of a question: it stands as it stood, unless it was answered or fell due since."""
        now, due = snapshot_of(asked), asked.question.due
        by = asked.deciding.reading.id if asked.deciding else ""
        if by and not self._answered_then(by, reference):
            outcome = UNKNOWN if f"events/{by}" in self.keys else None
            return QuestionSnapshot(UNKNOWN, UNKNOWN, outcome, None)
        fell_due = now.standing is QuestionStatus.OVERDUE and due and due.latest and due.latest >= self.day
        return QuestionSnapshot(UNKNOWN, UNKNOWN if fell_due else now.standing, now.outcome, now.by)

    def _answered_then(self, by: str, reference: str) -> bool:
        """Whether the event is known to have given this answer; of a record kept as a whole, whether it is the same."""
        key = f"events/{by}"
        if key in self.built_on.records:
            return key not in self.fields
        answer = f"{key}#answers.{reference}.outcome"
        return self.then.of(answer) == self.hashes.of(answer) is not None


def _text_change(change: FieldChange) -> Why:
    return Why.TEXT_ADDED if change.after else Why.TEXT_GONE
