"""Saved views: `events/views.yaml`, kept by Dateline and in git with the rest."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.model.forms import free_id
from dashboard.model.record import ID_PATTERN
from dashboard.model.workspace import SavedView
from dashboard.store.lock import workspace_lock
from dashboard.store.record_file import read_registry
from dashboard.store.tree import is_inside
from dashboard.store.writing import refuse_unreadable, why_not_written, write_new, write_over
from dashboard.store.yaml import double_quoted, scalar

FILE: Final = "events/views.yaml"
_HEAD: Final = "# Views saved by name. Written by Dateline; comments are not kept.\n"


class ViewNotSaved(DatelineError):
    """A view that could not be written; nothing was changed."""


def save_view(root: Path, view: SavedView) -> bool:
    """Add the view, or replace the one of its title; whether it did replace one.

    Where another title has its id, it gets a number. Raises `ViewNotSaved`; the file is then as it was.
    """
    with _alone(root):
        before, views = _views(root)
        same = next((id_ for id_, each in views.items() if each.title == view.title), None)
        id_ = same or free_id(view.id, views)
        _write(root, before, {**views, id_: view.model_copy(update={"id": id_})})
    return same is not None


def remove_view(root: Path, id_: str) -> None:
    """Remove the view; nothing happens where there is none. Raises `ViewNotSaved`."""
    with _alone(root):
        before, views = _views(root)
        if id_ in views:
            _write(root, before, {key: view for key, view in views.items() if key != id_})


def id_for(title: str) -> str:
    """An id made of a title: `Ecuador in 2025` to `ecuador-in-2025`; `view` where no letter of it can be used."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    made = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:80].strip("-")
    return made if re.fullmatch(ID_PATTERN, made) else "view"


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """While the file is read, changed and written, nobody else does. Raises `ViewNotSaved`."""
    try:
        with workspace_lock(root):
            yield
    except OSError as error:
        raise ViewNotSaved(f"{FILE} could not be written: {why_not_written(error)}.") from error


def _views(root: Path) -> tuple[bytes | None, Mapping[str, Any]]:
    """The bytes of the file, None where there is none, and the views in it."""
    if not is_inside(root, FILE):
        raise ViewNotSaved(
            f"{FILE} is a link out of the workspace, or is inside one. Replace the link with a copy of its target."
        )
    if not (root / FILE).exists():
        return None, {}
    before = (root / FILE).read_bytes()
    read = read_registry(root, FILE, SavedView)
    if read.problems:
        raise ViewNotSaved(f"{read.problems[0]}. Fix it first; otherwise the file would lose its content.")
    return before, read.records


def _write(root: Path, before: bytes | None, views: Mapping[str, SavedView]) -> None:
    entries = (f"{scalar(id_)}: {_flow(view)}\n" for id_, view in views.items())
    text = _HEAD + "".join(entries)
    refuse_unreadable(FILE, text, ViewNotSaved, "remove views that nobody needs, or save a view with fewer filters")
    if before is None:
        write_new(root / FILE, text)
    else:
        write_over(root / FILE, text, before)


def _flow(view: SavedView) -> str:
    """One line of flow YAML. Every text is in double quotes."""
    written = view.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude={"id"})
    fields = (f"{key}: {_value(value)}" for key, value in written.items())
    return f"{{{', '.join(fields)}}}"


def _value(value: str | list[str]) -> str:
    return double_quoted(value) if isinstance(value, str) else f"[{', '.join(map(double_quoted, value))}]"
