"""A new event with what registries lack for it: all of it is written, or nothing.

What was begun is noted first. Whoever is killed on the way leaves the note, by which the next one writes the rest.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.model.registry import REGISTRIES
from dashboard.store.authoring.gazetteer_source import GAZETTEER, plan_gazetteer
from dashboard.store.authoring.kept_proposals import ACCEPTED, plan_decision
from dashboard.store.authoring.new_event import event_file
from dashboard.store.authoring.registry_entry import plan_entries, registry_ids
from dashboard.store.authoring.together import HalfWritten, PlannedWrite, write_together
from dashboard.store.draft_files import DraftsNotWritten, check_id, folder_for
from dashboard.store.lock import workspace_lock
from dashboard.store.text_file import MAX_BYTES, read_bytes
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written, write_whole

NOTE: Final = "events/.dateline-saving"
SEEDS: Final = "seeds"
_MOST_BYTES: Final = 3 * MAX_BYTES

Entries = Mapping[str, Mapping[str, Mapping[str, Any]]]
"""By registry and id, the fields of entries."""


class EventNotSaved(DatelineError):
    """An event that could not be written with its entries; unless the message says so, no file was changed."""


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event that is to be written, and all that goes with it."""

    folder: str
    """Its folder in `events/`; empty where entries alone are written."""
    id: str
    text: str
    """The file's."""
    entries: Entries = field(default_factory=dict)
    """What the registries lack."""
    source: str = ""
    """The source that proposed it; empty where nobody did."""
    proposal: str = ""
    """The key of the proposal, which is accepted with it."""
    sources: Mapping[str, str] = field(default_factory=dict)
    """By id, the descriptions of sources that are written with it."""

    @property
    def file(self) -> str:
        """Relative to the workspace; empty for entries alone."""
        return event_file(self.folder, self.id) if self.folder else ""


def write_event_with_entries(root: Path, event: NewEvent) -> str:
    """Write an event, its entries and that its proposal is accepted; the event's file.

    Raises `EventNotSaved`, `DraftsNotWritten`, `EntryNotWritten`: nothing was changed, unless the message says so.
    """
    with _alone(root):
        finish_interrupted_event(root)
        _write(root, event, _plan(root, event, is_begun=False))
    return event.file


def write_entries(root: Path, entries: Entries) -> None:
    """Write entries of several registries, all or none. Raises as `write_event_with_entries` does."""
    write_event_with_entries(root, NewEvent("", "", "", entries))


def finish_interrupted_event(root: Path) -> str:
    """Write the rest of what a killed process began; the event's file, empty if there is none. Raises `EventNotSaved`.

    Entries and events that are there by now stay as they are.
    """
    if not is_inside(root, NOTE) or not (root / NOTE).exists():
        return ""
    with _alone(root):
        event = _read_note(root)
        if event is None:
            return ""
        try:
            _write(root, event, _plan(root, event, is_begun=True))
        except DatelineError as error:
            raise EventNotSaved(
                f"{NOTE} says that the saving of {event.file or 'entries'} was interrupted, and it cannot be finished: "
                f"{error} Correct that, or remove {NOTE}."
            ) from error
        return event.file


def _read_note(root: Path) -> NewEvent | None:
    """What was begun; None where somebody else has finished it meanwhile."""
    if not (root / NOTE).exists():
        return None
    raw = read_bytes(root / NOTE, _MOST_BYTES)
    try:
        event = NewEvent(**json.loads(raw)) if isinstance(raw, bytes) else None
    except (ValueError, TypeError, RecursionError):
        event = None
    if event is None or not _is_whole(event):
        raise EventNotSaved(f"{NOTE} says that a save was interrupted, but not which. Look at `git status`; remove it.")
    return event


def _is_whole(event: NewEvent) -> bool:
    """Whether what was noted has the shape of what is written."""
    described = event.sources.items() if isinstance(event.sources, dict) else [("", None)]
    words = (event.folder, event.id, event.text, event.source, event.proposal, *(each for _, each in described))
    listed = event.entries.items() if isinstance(event.entries, dict) else [("", None)]
    are_entries = all(
        registry in REGISTRIES
        and isinstance(entries, dict)
        and all(isinstance(each, dict) for each in entries.values())
        for registry, entries in listed
    )
    return are_entries and all(isinstance(each, str) for each in words)


def _plan(root: Path, event: NewEvent, *, is_begun: bool) -> list[PlannedWrite]:
    """The files, in an order in which none names what is not there yet."""
    writes = list(_plan_sources(root, event, is_begun=is_begun))
    for registry, entries in event.entries.items():
        there = registry_ids(root, registry) if is_begun else frozenset()
        if lacking := {id_: fields for id_, fields in entries.items() if id_ not in there}:
            writes.append(plan_entries(root, registry, lacking))
        if any(GAZETTEER in fields.get("sources", ()) for fields in entries.values()):
            writes = [*plan_gazetteer(root), *writes]
    if event.folder:
        writes += _plan_event(root, event, is_begun=is_begun)
    if event.proposal:
        writes.append(plan_decision(root, event.source, event.proposal, ACCEPTED))
    return writes


def _plan_sources(root: Path, event: NewEvent, *, is_begun: bool) -> Iterator[PlannedWrite]:
    for id_, text in event.sources.items():
        file = f"{SEEDS}/{check_id(id_)}.yaml"
        if not is_inside(root, file):
            raise DraftsNotWritten(f"{file} is a link out of the workspace, or is inside one. Nothing was written.")
        if any((root / SEEDS / f"{id_}{ending}").exists() for ending in (".yaml", ".txt")):
            if not is_begun:
                raise DraftsNotWritten(f"A source {id_} exists already.")
            continue
        yield PlannedWrite(file, None, text.encode())


def _plan_event(root: Path, event: NewEvent, *, is_begun: bool) -> Iterator[PlannedWrite]:
    id_, folder = check_id(event.id), folder_for(root, event.folder)
    if not is_inside(root, folder):
        raise DraftsNotWritten(f"{folder} is a link out of the workspace, or is inside one. Nothing was written.")
    if next((root / "events").glob(f"*/{id_}.yaml"), None) is None:
        refuse_unreadable(event.file, event.text, DraftsNotWritten, "split it into events with fewer claims")
        yield PlannedWrite(event.file, None, event.text.encode())
    elif not is_begun:
        raise DraftsNotWritten(f"An event {id_} exists already. Choose another file name.")


def _write(root: Path, event: NewEvent, writes: list[PlannedWrite]) -> None:
    begin = partial(write_whole, root / NOTE, json.dumps(asdict(event)))
    write_together(root, writes, begin=begin, end=partial((root / NOTE).unlink, missing_ok=True))


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    try:
        with workspace_lock(root):
            yield
    except HalfWritten as error:
        raise EventNotSaved(
            f"Only a part was written: {why_not_written(error)}. The next save, or `dateline serve`, writes the rest."
        ) from error
    except OSError as error:
        raise EventNotSaved(f"Nothing was written: {why_not_written(error)}.") from error
