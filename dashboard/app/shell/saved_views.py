"""Views saved by name: what is asked for now, kept in the workspace for everybody."""

from collections.abc import Callable
from typing import Final

from pydantic import ValidationError

from dashboard.app.shell import figure_state, state
from dashboard.app.shell.workspace_cache import read_only, root, why_read_only
from dashboard.model.workspace import SavedView
from dashboard.query.filters import shows_of
from dashboard.store.views_file import FILE, ViewNotSaved, id_for, remove_view, save_view

_SAVED: Final = "views-saved"


def save(title: str) -> None:
    """Save what is asked for now; the reader is told how it went."""
    asked, mode = state.asked_for(), state.mode()
    written = {"show": shows_of(asked.filters), "from": asked.start, "to": asked.end, "words": asked.filters.words}
    drawn = {"lanes": state.lanes().value, "layer": figure_state.layer()}
    given = {key: value for key, value in written.items() if value} | drawn
    try:
        view = SavedView.model_validate({"id": id_for(title), "title": title.strip(), "as": mode.value, **given})
    except ValidationError as error:
        state.flash(f"View not saved: {error.errors()[0]['msg']}.")
        return
    _write(lambda: _save(view))


def remove(id_: str) -> None:
    """Remove a saved view; the reader is told how it went."""
    _write(lambda: _remove(id_))


def number_saved() -> int:
    """The number of views that the reader has saved since the page was opened."""
    return int(state.recall(_SAVED) or 0)


def _save(view: SavedView) -> str:
    replaced = save_view(root(), view)
    state.remember(_SAVED, number_saved() + 1)
    instead = ", replacing the view with this name" if replaced else ""
    return f"Saved as “{view.title}” in {FILE}{instead}"


def _remove(id_: str) -> str:
    remove_view(root(), id_)
    return "View removed"


def _write(write: Callable[[], str]) -> None:
    if read_only():
        state.flash(f"Not saved: {why_read_only()}")
        return
    try:
        state.flash(write())
    except ViewNotSaved as error:
        state.flash(str(error))
