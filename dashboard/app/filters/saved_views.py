"""Views saved by name: what is asked for now, kept in the workspace for everybody."""

from collections.abc import Callable
from typing import Final
from urllib.parse import urlencode

from pydantic import ValidationError

from dashboard.app import state
from dashboard.app.filters.asked import shows_of
from dashboard.app.loaded import read_only, root
from dashboard.app.parts.links import button, page_link
from dashboard.app.shown import Shown
from dashboard.model.view import SavedView
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode
from dashboard.store.views_file import FILE, ViewNotSaved, id_for, remove_view, save_view
from dashboard.text.markup import NOTHING, Markup, element, joined, words

_SAVED: Final = "views-saved"


def views_menu(shown: Shown) -> Markup:
    """The saved views to go to, and a field to save this one under a name."""
    rows = [_row(view) for view in shown.workspace.views.values()]
    number = element("span", f"{len(rows)}", class_="dl-count")
    listed = element("ul", *rows) if rows else None
    wrong = any(problem.file == FILE for problem in shown.workspace.problems)
    none = element("p", "No view is saved yet.", class_="dl-muted") if not rows and not wrong else None
    panel = element("div", listed, none, _to_mend() if wrong else _form(shown))
    summary = element("summary", "Views ", number)
    return element("details", summary, panel, id="saved-views", name="facets", class_="dl-facet dl-views")


def save(title: str) -> None:
    """Save what is asked for now; the reader is told how it went."""
    asked, mode = state.asked_for(), state.mode()
    written = {"show": shows_of(asked.filters), "from": asked.start, "to": asked.end, "words": asked.filters.words}
    given = {key: value for key, value in written.items() if value} | {"lanes": state.lanes().value}
    try:
        view = SavedView.model_validate({"id": id_for(title), "title": title.strip(), "as": mode.value, **given})
    except ValidationError as error:
        state.tell(f"The view was not saved: {error.errors()[0]['msg']}.")
        return
    _write(lambda: _saved(view))


def remove(id_: str) -> None:
    """Remove a saved view; the reader is told how it went."""
    _write(lambda: _removed(id_))


def address_of(view: SavedView) -> str:
    """The query that shows it."""
    asked = {"show": view.show, "from": view.from_ or "", "to": view.to or "", "words": view.words or ""}
    mode = {"as": view.as_} if view.as_ == Mode.REPORTED else {}
    lanes = {"lanes": view.lanes} if view.lanes != LaneBy.THREAD else {}
    return urlencode({**{key: value for key, value in asked.items() if value}, **mode, **lanes}, doseq=True)


def _saved(view: SavedView) -> str:
    replaced = save_view(root(), view)
    state.keep(_SAVED, _number_saved() + 1)
    instead = ", in place of the view that had this name" if replaced else ""
    return f"Saved as “{view.title}” in {FILE}{instead}"


def _number_saved() -> int:
    """How many views the reader has saved since the page was opened."""
    return int(state.kept(_SAVED) or 0)


def _removed(id_: str) -> str:
    remove_view(root(), id_)
    return "The view is removed"


def _write(write: Callable[[], str]) -> None:
    if read_only():
        state.tell("Nothing is saved: Dateline was started with --read-only.")
        return
    try:
        state.tell(write())
    except ViewNotSaved as error:
        state.tell(str(error))


def _row(view: SavedView) -> Markup:
    query = address_of(view)
    link = element("a", words(view.title), href=f"./?{query}" if query else "./", data_press="saved", data_value=query)
    away = NOTHING if read_only() else button("remove-view", view.id, "×", name=f"Remove the view {view.title}")
    return element("li", link, away)


def _to_mend() -> Markup:
    """Nothing is saved into a file of which something cannot be read: it would be lost."""
    what = page_link("data", "what is wrong in it")
    return element("p", f"Views cannot be saved before {FILE} is mended: ", what, class_="dl-muted")


def _form(shown: Shown) -> Markup:
    if read_only():
        return element("p", "Read-only: views cannot be saved here.", class_="dl-muted")
    label, name = (
        "Name of this view",
        f"view-{_number_saved()}",
    )  # another field after each: what was typed is done with
    said = {"type": "text", "name": name, "placeholder": label, "aria_label": label, "maxlength": "80"}
    field = element("input", **said, id="view-name", autocomplete="off", required=True)
    save_it = element("button", "Save view", type="submit", class_="dl-text-button")
    told = "" if shown.asked.filters.are_set else "Nothing is filtered: it will show all events."
    return element("form", joined(field, " ", save_it), element("p", told, class_="dl-muted"), data_press="save-view")
