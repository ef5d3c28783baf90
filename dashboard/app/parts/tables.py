"""A figure's content as a table, closed until it is asked for."""

from dashboard.app.parts.markup import NOTHING, Markup, element, row
from dashboard.query.wording import counted
from dashboard.views.drawing import Drawing

MOST_ROWS = 1000
"""More would slow the page for everybody; the sentence then says how many are left out."""


def as_table(name: str, drawing: Drawing) -> Markup:
    """`name` is the figure's: `Map`."""
    if not drawing.rows:
        return NOTHING
    columns = list(drawing.rows[0])
    head = element("tr", *(element("th", column, scope="col") for column in columns))
    rows = [row(each[column] for column in columns) for each in drawing.rows[:MOST_ROWS]]
    left_out = len(drawing.rows) - len(rows)
    more = (
        element("p", f"{counted(left_out, 'more row')} not listed here.", class_="dl-muted") if left_out > 0 else None
    )
    caption = element("caption", drawing.description)
    table = element("table", caption, element("thead", head), element("tbody", *rows), class_="dl-table")
    summary = element("summary", f"{name}: the same as a table")
    return element(
        "details",
        summary,
        element("div", table, more, class_="dl-scroll"),
        id=f"table-{name.lower()}",
        class_="dl-as-table",
    )
