"""A new event's file: written whole, and never over another."""

from collections.abc import Container
from pathlib import Path
from typing import Final

from dashboard.model.event import Event
from dashboard.model.forms import free_id
from dashboard.model.record import plain_value
from dashboard.store.draft_files import DraftsNotWritten, alone, check_id, folder_for, write_text
from dashboard.store.views_file import id_for
from dashboard.store.yaml import yaml_text

NAMELESS: Final = "event"
"""The id of an event whose title has no letter that an id can have."""
_LONGEST_MADE: Final = 60
"""Characters of an id that is made of a title, which is cut at a word."""


def id_of_title(title: str, taken: Container[str]) -> str:
    """An id made of a title, which no other event has."""
    made = id_for(title)
    made = NAMELESS if made == "view" or made.replace("-", "").isdigit() else made
    if len(made) > _LONGEST_MADE:
        made = made[: _LONGEST_MADE + 1].rpartition("-")[0] or made[:_LONGEST_MADE]
    return free_id(made, taken)


def event_file(folder: str, id_: str) -> str:
    """The file of an event, relative to the workspace; also of what is no id."""
    return f"events/{folder}/{id_}.yaml"


def yaml_of(event: Event) -> str:
    """The file's text: what is not as it would be anyway, in the order of the fields."""
    return yaml_text(plain_value(event.model_dump(by_alias=True, exclude_defaults=True, exclude={"id"})))


def write_event(root: Path, folder: str, event: Event) -> str:
    """Write a new event into a folder of `events/`, which is made if need be; its file. Raises `DraftsNotWritten`.

    No other event may have its id, in whatever folder.
    """
    id_ = check_id(event.id)
    where = folder_for(root, folder)
    with alone(root):
        if next((root / "events").glob(f"*/{id_}.yaml"), None) is not None:
            raise DraftsNotWritten(f"An event {id_} exists already. Choose another file name.")
        return write_text(root, where, id_, yaml_of(event))
