"""Comparing two states of a workspace: all that changed, in one pass over each kind of record."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import PurePosixPath

from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.model.record import Record
from dashboard.query.changes.change import (
    Changes,
    EntryChange,
    EventChange,
    NewEvent,
    SourceChange,
    Unreadable,
    VerdictChange,
    Why,
)
from dashboard.query.changes.fields import FieldChange, field_changes
from dashboard.query.changes.novelty import date_of, is_ahead, novelty_of
from dashboard.query.changes.question_changes import question_changes
from dashboard.query.changes.renames import match_renames, with_names_now
from dashboard.query.changes.states import ALL, REGISTRY_KINDS, Key, State, unreadable
from dashboard.store.tree import RESERVED_FOLDERS

Subject = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class TwoStates:
    """The earlier and the later, and the sources whose text one of them has and cannot be read."""

    before: Validation
    after: Validation
    unread: frozenset[str] = frozenset()

    def text_change(self, source: str) -> Why | None:
        """What happened to the text of a source; None where nothing did, or it cannot be known."""
        one, other = (state.workspace.hashes.get(source) for state in (self.before, self.after))
        if one == other or source in self.unread:
            return None
        if one is None or other is None:
            return Why.TEXT_ADDED if one is None else Why.TEXT_GONE
        texts = (state.workspace.texts[source] for state in (self.before, self.after))
        return Why.LINE_ENDS if len({_with_plain_ends(text) for text in texts}) == 1 else Why.TEXT

    def verdict_changes(self, before: Event, after: Event) -> tuple[VerdictChange, ...]:
        """Claims of one event that have another verdict now, by key, with all that may be the reason."""
        return tuple(self._verdict_changes(before, after))

    def _verdict_changes(self, before: Event, after: Event) -> Iterator[VerdictChange]:
        altered = self.before.workspace.altered_sources ^ self.after.workspace.altered_sources
        for key in sorted(before.claims.keys() & after.claims.keys()):
            one, other = before.claims[key], after.claims[key]
            verdicts = self.before.evidence.of(before.id, key).verdict, self.after.evidence.of(after.id, key).verdict
            sources = sorted(sources_of_claim(one) | sources_of_claim(other))
            if verdicts[0] is verdicts[1] or not self.unread.isdisjoint(sources):
                continue
            why = {Why.QUOTE} if one.quotes != other.quotes else set()
            why |= {Why.SOURCE} if one.sources != other.sources else set()
            why |= {change for source in sources if (change := self.text_change(source))}
            if not why and not altered.isdisjoint(sources):
                why = {Why.DESCRIPTION}
            yield VerdictChange(key, *verdicts, tuple(reason for reason in Why if reason in why))


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def changes_between(before: State, after: State) -> Changes:
    """What is otherwise in `after` than in `before`.

    A record that one of the two has and that cannot be read there is among `unreadable`, and nowhere else.
    """
    cannot, cannot_now = unreadable(before), unreadable(after)
    unread = frozenset(cannot) | frozenset(cannot_now)
    states = TwoStates(before.validation, after.validation, frozenset(id_ for kind, id_ in unread if kind == "text"))
    events = _events(before, after, unread), _events(after, before, unread)
    pairs = {id_: id_ for id_ in events[0].keys() & events[1].keys()}
    gone = {id_: event for id_, event in events[0].items() if id_ not in pairs}
    come = {id_: event for id_, event in events[1].items() if id_ not in pairs}
    names = match_renames(gone, come)
    new_problems, fixed = _problem_changes(before, after, names)
    return Changes(
        before.day,
        before,
        after,
        new=new_events((come[id_] for id_ in come.keys() - names.values()), before.day, after),
        removed={id_: gone[id_] for id_ in sorted(gone.keys() - names.keys())},
        changed=_changed_events(pairs, names, events, states),
        questions=question_changes(before, after, unread),
        sources=tuple(_source_changes(states, unread)),
        registry=tuple(_entry_changes(before, after, unread)),
        new_problems=new_problems,
        fixed_problems=fixed,
        unreadable=tuple(
            Unreadable(key, cannot_now.get(key) or cannot[key], key in cannot, key in cannot_now)
            for key in sorted(unread)
        ),
    )


def _events(state: State, other: State, unread: frozenset[Key]) -> dict[str, Event]:
    """Events that can be compared, by id; files that one of the states ignores are left out of both."""
    workspace = state.validation.workspace
    return {
        id_: event
        for id_, event in workspace.events.items()
        if ("event", id_) not in unread
        and not state.is_ignored(workspace.files[id_])
        and not other.is_ignored(workspace.files[id_])
    }


def new_events(events: Iterable[Event], day: date, after: State) -> tuple[NewEvent, ...]:
    """Events of the later state that are new since the end of `day`: the newest first, the undated last."""
    count = after.validation.evidence.count
    found = (
        NewEvent(event, date_of(event), novelty_of(event, day), is_ahead(event, after.day), count([event.id]))
        for event in events
    )
    known = sorted(found, key=_by_date)
    undated = [each for each in known if each.date is None]
    return (*reversed(known[len(undated) :]), *undated)


def _by_date(new: NewEvent) -> tuple[bool, object, str]:
    return (new.date is not None, new.date.sort_key if new.date else (), new.event.id)


def _changed_events(
    same: Mapping[str, str], names: Mapping[str, str], events: tuple[Mapping[str, Event], ...], states: TwoStates
) -> tuple[EventChange, ...]:
    """Changed events, among those that kept their id (`same`) and those that were renamed (`names`)."""
    before, after = events
    found = (
        EventChange(
            before[id_],
            after[now],
            field_changes(with_names_now(before[id_], names), with_names_now(after[now], names)),
            states.verdict_changes(before[id_], after[now]),
        )
        for id_, now in sorted({**same, **names}.items(), key=lambda pair: pair[1])
    )
    return tuple(each for each in found if each.fields or each.verdicts or each.was_renamed)


def _source_changes(states: TwoStates, unread: frozenset[Key]) -> Iterator[SourceChange]:
    before, after = states.before.workspace, states.after.workspace
    for id_ in sorted({*before.sources, *after.sources, *before.hashes, *after.hashes}):
        one, other = before.sources.get(id_), after.sources.get(id_)
        is_described = ("source", id_) not in unread
        fields = _fields(one, other) if is_described else ()
        text = states.text_change(id_)
        if fields or text or (is_described and (one is None) is not (other is None)):
            yield SourceChange(id_, one, other, text, (before.hashes.get(id_), after.hashes.get(id_)), fields)


def _entry_changes(before: State, after: State, unread: frozenset[Key]) -> Iterator[EntryChange]:
    for name, kind in REGISTRY_KINDS.items():
        if (kind, ALL) in unread:
            continue
        was, is_ = (getattr(state.validation.workspace, name) for state in (before, after))
        for id_ in sorted({*was, *is_}):
            one, other = was.get(id_), is_.get(id_)
            fields = _fields(one, other, without="questions")
            if (kind, id_) not in unread and (fields or one is None or other is None):
                yield EntryChange(kind, id_, one, other, fields)


def _fields(one: Record | None, other: Record | None, without: str = "") -> tuple[FieldChange, ...]:
    return field_changes(one, other, without=without) if one is not None and other is not None else ()


def _problem_changes(
    before: State, after: State, names: Mapping[str, str]
) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
    """New ones, and fixed ones. One that only stands in another line, folder or renamed file is neither."""
    was = _by_subject(before, names)
    is_ = _by_subject(after, {})
    return _more(is_, was), _more(was, is_)


def _by_subject(state: State, names: Mapping[str, str]) -> dict[Subject, list[Problem]]:
    found: dict[Subject, list[Problem]] = {}
    for problem in state.validation.problems:
        if not state.is_ignored(problem.file):
            found.setdefault((_subject(problem.file, names), problem.code, problem.message), []).append(problem)
    return found


def _subject(file: str, names: Mapping[str, str]) -> str:
    path = PurePosixPath(file)
    match path.parts:
        case ("events", folder, _) if folder not in RESERVED_FOLDERS and path.suffix == ".yaml":
            return names.get(path.stem, path.stem)
    return file


def _more(problems: Mapping[Subject, list[Problem]], others: Mapping[Subject, list[Problem]]) -> tuple[Problem, ...]:
    more = Counter({key: len(each) for key, each in problems.items()})
    more.subtract({key: len(each) for key, each in others.items()})
    found = [problem for key, count in more.items() if count > 0 for problem in problems[key][-count:]]
    return tuple(sorted(found, key=lambda problem: problem.sort_key))
