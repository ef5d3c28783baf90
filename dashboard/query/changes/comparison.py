"""Comparing two states of a workspace: all that changed, in one pass over each kind of record."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePosixPath

from dashboard.model.event import Event
from dashboard.model.problem import Problem
from dashboard.model.record import Record
from dashboard.query.changes.change import Changes, EntryChange, EventChange, NewEvent, SourceChange, Unreadable
from dashboard.query.changes.fields import FieldChange, field_changes
from dashboard.query.changes.novelty import date_of, is_ahead, novelty_of
from dashboard.query.changes.question_changes import question_changes
from dashboard.query.changes.renames import match_renames, with_names_now
from dashboard.query.changes.state import ALL, REGISTRY_KINDS, Key, State, unreadable
from dashboard.query.changes.texts import TwoStates
from dashboard.store.tree import RESERVED_FOLDERS


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
    """Events of the later state that are new since the end of `day`: by date, the undated last."""
    count = after.validation.evidence.count
    found = (
        NewEvent(event, date_of(event), novelty_of(event, day), is_ahead(event, after.day), count([event.id]))
        for event in events
    )
    return tuple(sorted(found, key=_by_date))


def _by_date(new: NewEvent) -> tuple[bool, object, str]:
    return (new.date is None, new.date.sort_key if new.date else (), new.event.id)


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


Subject = tuple[str, str, str]


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
