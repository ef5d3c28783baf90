"""The menu of saved views: to go to one, and to save what is asked for under a name."""

from urllib.parse import urlencode

from dashboard.app.parts import button, page_link
from dashboard.app.shell import PageContext, number_saved, read_only
from dashboard.model.workspace import SavedView
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode
from dashboard.store.views_file import FILE
from dashboard.text.markup import NOTHING, Markup, element, join, words


def views_menu(page: PageContext) -> Markup:
    """The saved views to go to, and a field to save this one under a name."""
    rows = [_row(view) for view in page.workspace.views.values()]
    number = element("span", f"{len(rows)}", class_="dl-count")
    listed = element("ul", *rows) if rows else None
    wrong = any(problem.file == FILE for problem in page.workspace.problems)
    none = element("p", "No saved views yet.", class_="dl-muted") if not rows and not wrong else None
    panel = element("div", listed, none, _to_mend() if wrong else _form(page))
    summary = element("summary", "Views ", number)
    return element("details", summary, panel, id="saved-views", name="facets", class_="dl-facet dl-views")


def address_of(view: SavedView) -> str:
    """The query that shows it."""
    asked = {"show": view.show, "from": view.from_ or "", "to": view.to or "", "words": view.words or ""}
    mode = {"as": view.as_} if view.as_ == Mode.REPORTED else {}
    lanes = {"lanes": view.lanes} if view.lanes != LaneBy.THREAD else {}
    layer = {"layer": view.layer} if view.layer != "marks" else {}
    return urlencode({**{key: value for key, value in asked.items() if value}, **mode, **lanes, **layer}, doseq=True)


def _row(view: SavedView) -> Markup:
    query = address_of(view)
    link = element("a", words(view.title), href=f"./?{query}" if query else "./", data_press="saved", data_value=query)
    away = NOTHING if read_only() else button("remove-view", view.id, "×", name=f"Remove the view {view.title}")
    return element("li", link, away)


def _to_mend() -> Markup:
    """A sentence that nothing can be saved into a file with unreadable parts: they would be lost."""
    what = page_link("data", "its problems")
    return element("p", f"Fix {FILE} before you save views: ", what, class_="dl-muted")


def _form(page: PageContext) -> Markup:
    if read_only():
        return element("p", "Read-only: views cannot be saved here.", class_="dl-muted")
    label = "View name"
    name = f"view-{number_saved()}"  # another field after each: what was typed is done with
    said = {"type": "text", "name": name, "placeholder": label, "aria_label": label, "maxlength": "80"}
    field = element("input", **said, id="view-name", autocomplete="off", required=True)
    save_it = element("button", "Save view", type="submit", class_="dl-text-button")
    told = "" if page.asked.filters.are_set else "No filters are set: this view will show all events."
    return element("form", join(field, " ", save_it), element("p", told, class_="dl-muted"), data_press="save-view")
