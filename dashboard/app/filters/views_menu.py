"""The menu of saved views: to go to one, and to save what is asked for now under a name."""

from urllib.parse import urlencode

from dashboard.app.loaded import read_only
from dashboard.app.parts.links import button, page_link
from dashboard.app.saved_views import number_saved
from dashboard.app.shown import Shown
from dashboard.model.view import SavedView
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode
from dashboard.store.views_file import FILE
from dashboard.text.markup import NOTHING, Markup, element, joined, words


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


def address_of(view: SavedView) -> str:
    """The query that shows it."""
    asked = {"show": view.show, "from": view.from_ or "", "to": view.to or "", "words": view.words or ""}
    mode = {"as": view.as_} if view.as_ == Mode.REPORTED else {}
    lanes = {"lanes": view.lanes} if view.lanes != LaneBy.THREAD else {}
    return urlencode({**{key: value for key, value in asked.items() if value}, **mode, **lanes}, doseq=True)


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
    label = "Name of this view"
    name = f"view-{number_saved()}"  # another field after each: what was typed is done with
    said = {"type": "text", "name": name, "placeholder": label, "aria_label": label, "maxlength": "80"}
    field = element("input", **said, id="view-name", autocomplete="off", required=True)
    save_it = element("button", "Save view", type="submit", class_="dl-text-button")
    told = "" if shown.asked.filters.are_set else "Nothing is filtered: it will show all events."
    return element("form", joined(field, " ", save_it), element("p", told, class_="dl-muted"), data_press="save-view")
