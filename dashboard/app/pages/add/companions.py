"""Files that are committed together with an event: a clone without them would not know what the event names."""

from collections.abc import Callable, Iterator
from typing import Final

from dashboard.app.shell import root
from dashboard.checks.named_ids import actors_of, places_of, sources_of_event
from dashboard.model.event import Event
from dashboard.store.authoring import GAZETTEER, REGISTRY_FOLDER
from dashboard.store.git import History, HistoryUnreadable
from dashboard.store.text_file import MAX_BYTES, read_bytes
from dashboard.store.workspace import Workspace
from dashboard.store.yaml import read_document

_NAMED: Final = {"places": places_of, "actors": actors_of}
"""The registries to which entries are added while an event is written, and the ids that an event has of each."""
_DESCRIPTION: Final = f"seeds/{GAZETTEER}.yaml"
ReadCommitted = Callable[[str], bytes | None]
"""A file of the workspace as the last commit has it."""


def companion_files(event: Event, here: Workspace) -> tuple[str, ...]:
    """The registries with entries that the event names and the last commit lacks, and descriptions of sources.

    Of those, the gazetteer's, and the ones of its own texts whose day was given since.

    Git is asked each time, so nothing needs to be remembered: not by a server that ends, nor for a discarded draft.
    """
    try:
        history = History(root())
        head = history.head()
        if head is None:
            return tuple(_companions(event, here, lambda _file: None))
        with history.reading() as read_at:
            return tuple(_companions(event, here, lambda file: read_at(head, file, MAX_BYTES)))
    except HistoryUnreadable:
        return ()  # the commit itself says why


def texts_not_committed(event: Event, here: Workspace) -> tuple[str, ...]:
    """The sources that the event quotes whose texts git does not have: a clone cannot check these quotes."""
    held = dict.fromkeys(id_ for _, id_ in sources_of_event(event) if id_ in here.texts)
    try:
        history = History(root())
        head = history.head()
        if head is None:
            return tuple(held)
        with history.reading() as read_at:
            return tuple(id_ for id_ in held if read_at(head, f"seeds/{id_}.yaml", MAX_BYTES) is None)
    except HistoryUnreadable:
        return ()


def _companions(event: Event, here: Workspace, committed: ReadCommitted) -> Iterator[str]:
    for registry, named in _NAMED.items():
        ids = {id_ for _, id_ in named(event)} & getattr(here, registry).keys()
        file = f"{REGISTRY_FOLDER}/{registry}.yaml"
        if ids and not ids <= _keys_of(committed(file)):
            yield file
    for source in dict.fromkeys(id_ for _, id_ in sources_of_event(event) if id_ in here.texts):
        file = f"seeds/{source}.yaml"
        before = committed(file)  # what git never had is left to whoever decides about texts
        if before is not None and _day_in(before) != _day_in(read_bytes(root() / file)):
            yield file
    places = (here.places.get(id_) for _, id_ in places_of(event))
    if any(place and GAZETTEER in place.sources for place in places) and committed(_DESCRIPTION) is None:
        yield _DESCRIPTION


def _day_in(raw: object) -> object:
    """When a source was published, by its description; nothing where that cannot be read."""
    return (read_document(raw).data or {}).get("published") if isinstance(raw, bytes) else None


def _keys_of(raw: bytes | None) -> set[str]:
    """The ids that a registry has; none where it cannot be read."""
    return {str(key) for key in (read_document(raw).data or {})} if raw is not None else set()
