"""What is pressed while a briefing is composed: it is saved, or put away."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from dashboard.app import state
from dashboard.app.actions import put_at_once
from dashboard.app.brief.draft import COMPONENT, NEW, Draft, reported_draft
from dashboard.app.brief.looked_at import looked_at, to_be_written
from dashboard.app.loaded import latest, live, read_only, root
from dashboard.app.shown import Shown
from dashboard.errors import DatelineError
from dashboard.query.wording import counted
from dashboard.store.briefing_files import file_of, fingerprint, save_briefing

SAVED = "saved briefing"


def answer() -> None:
    """Do what was pressed; `state.told` says how it went."""
    pressed = state.pressed_of(COMPONENT)
    if pressed.get("what") == "save":
        state.tell("")
        save(reported_draft(pressed))
    elif pressed.get("what") == "tell":
        state.tell(str(pressed.get("value", "")))


def save(draft: Draft) -> None:
    """Write the draft's file, if it is one that can be read again; what is wrong with its words keeps nothing back."""
    if read_only():
        state.tell("Nothing is saved: Dateline was started with --read-only.")
        return
    try:
        shown = Shown(latest(look=True).validation)
        seen = looked_at(draft, shown)
        if seen.made is None or (draft.key == NEW and any(path == ["id"] for path, *_ in seen.problems)):
            state.tell(f"Not saved: fix {counted(seen.errors, 'field')} first.")
            return
        kept = save_briefing(root(), to_be_written(draft, seen.made, shown), draft.opened)
    except DatelineError as error:
        state.tell(f"Not saved: {error}")
        return
    live(root()).look()
    _remember(replace(draft, id=seen.made.briefing.id))
    told = "" if kept else " The file was written anew as a whole: comments in it are gone."
    wrong = f", with {counted(seen.errors, 'error')}" if seen.errors else ""
    state.tell(f"Saved as {file_of(seen.made.briefing.id)}{wrong}.{told}")


def saved() -> Mapping[str, Any] | None:
    """What was saved last: the key and the number of the draft, and the fingerprint of the file."""
    found: Mapping[str, Any] | None = state.kept(SAVED)
    return found


def _remember(draft: Draft) -> None:
    made = {"key": draft.key, "id": draft.id, "number": draft.number, "opened": fingerprint(root(), draft.id)}
    state.keep(SAVED, made)
    put_at_once({"briefing": draft.id, "begin": None})
