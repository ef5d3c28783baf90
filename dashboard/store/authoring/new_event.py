"""A new event's file: written whole, and never over another."""

import re
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.model.event import Event
from dashboard.model.record import ID_PATTERN
from dashboard.store.draft_files import DraftsNotWritten, folder_for
from dashboard.store.lock import workspace_lock
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written, write_new
from dashboard.store.yaml import yaml_text

MOST_CHARACTERS: Final = 80


class EventNotWritten(DatelineError):
    """An event that could not be written; nothing was changed."""


def event_file(folder: str, id_: str) -> str:
    """The file of an event, relative to the workspace; also of what is no id."""
    return f"events/{folder}/{id_}.yaml"


def yaml_of(event: Event) -> str:
    """The file's text: what is not as it would be anyway, in the order of the fields."""
    return yaml_text(_plain(event.model_dump(by_alias=True, exclude_defaults=True, exclude={"id"})))


def _plain(value: Any) -> Any:
    """The value as YAML has it: numbers as numbers, dates as text."""
    if isinstance(value, Mapping):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(each) for each in value]
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return value if isinstance(value, str | bool | int | float) or value is None else str(value)


def write_event(root: Path, folder: str, event: Event) -> str:
    """Write a new event into a folder of `events/`, which is made if need be; its file. Raises `EventNotWritten`.

    No other event may have its id, in whatever folder.
    """
    if len(event.id) > MOST_CHARACTERS or not re.fullmatch(ID_PATTERN, event.id):
        raise EventNotWritten(
            f"“{event.id}” is not an id. Use lower-case letters and digits, joined by single hyphens, at most 80 "
            "characters."
        )
    try:
        where = folder_for(root, folder)
    except DraftsNotWritten as error:
        raise EventNotWritten(str(error)) from error
    file, text = event_file(folder, event.id), yaml_of(event)
    refuse_unreadable(file, text, EventNotWritten, "split it into events with fewer claims")
    if not is_inside(root, file):
        raise EventNotWritten(f"{where} is a link out of the workspace, or is inside one. Nothing was written.")
    try:
        with workspace_lock(root):
            if (other := next((root / "events").glob(f"*/{event.id}.yaml"), None)) is not None:
                raise FileExistsError(str(other))
            (root / where).mkdir(exist_ok=True)
            write_new(root / file, text)
    except FileExistsError as error:
        raise EventNotWritten(f"An event {event.id} exists already. Choose another file name.") from error
    except OSError as error:
        raise EventNotWritten(f"{file} could not be written: {why_not_written(error)}. Nothing was written.") from error
    return file
