"""What stands over the table of events: how many there are, which are marked, which columns are shown."""

from dashboard.app.events.choices import Choices, turned_over
from dashboard.app.filters.letting_go import letting_go
from dashboard.app.parts.links import button, event_link
from dashboard.app.parts.markup import NOTHING, Markup, element, every, joined, words
from dashboard.app.shown import Shown
from dashboard.app.state import MOST_COMPARED
from dashboard.query.table import COLUMNS, KEPT_COLUMN, Page
from dashboard.query.wording import counted


def head(page: Page, shown: Shown, choices: Choices) -> Markup:
    """How many of how many, how they are sorted, and the choice of columns."""
    total, everything = page.total, len(shown.all_readings)
    title = counted(total, "event") if total == everything else f"{total:,} of {counted(everything, 'event')}"
    told = element("div", element("h1", title), element("p", order_told(page, choices), class_="dl-muted"))
    copy = button("copy-link", "", "Copy link", class_="dl-text-button dl-copy-link")
    return element("header", told, _marked(shown, choices), _chooser(choices), copy, class_="dl-events-head")


def order_told(page: Page, choices: Choices) -> str:
    """`1 to 50 of 2,000, by date, in reverse`."""
    if not page.total:
        return "None passes what is asked for"
    first, last = page.span
    way = ", in reverse" if choices.order.other_way else ""
    return f"{first:,} to {last:,} of {page.total:,}, by {COLUMNS[choices.order.column].title.lower()}{way}"


def none_passes(shown: Shown) -> Markup:
    """There are events, but what is asked for leaves none."""
    return element("section", letting_go(shown), class_="dl-first-steps")


def _marked(shown: Shown, choices: Choices) -> Markup:
    """What to do with the boxes, until two are marked."""
    if not shown.readings:
        return NOTHING
    if len(choices.compared) != 1:
        return NOTHING if choices.compared else element("p", "Mark two or three to compare", class_="dl-muted")
    (one,) = choices.compared
    name = event_link(one, words(shown.title_of(one)), mode=shown.mode)
    more = f"; mark {MOST_COMPARED - 2} or {MOST_COMPARED - 1} more to compare"
    return element("p", "Marked: ", name, element("span", more, class_="dl-muted"))


def _chooser(choices: Choices) -> Markup:
    """Each column can be turned over, except the one that leads to the event; where the table is narrow, of fewer."""
    wide, narrow = choices.columns, choices.narrow_columns
    if wide == narrow:
        numbers, lists = _number(wide), _toggles(wide)
    else:
        numbers = joined(_number(wide, "dl-if-wide"), _number(narrow, "dl-if-narrow"))
        lists = joined(_toggles(wide, "dl-if-wide"), _toggles(narrow, "dl-if-narrow"))
    back = None if choices.are_first else button("column", "", "As at first", class_="dl-text-button")
    panel = element("div", lists, back)
    return element(
        "details",
        element("summary", "Columns ", numbers),
        panel,
        id="columns",
        name="facets",
        class_="dl-facet dl-chooser",
    )


def _number(columns: tuple[str, ...], where: str = "") -> Markup:
    return element("span", f"{len(columns)} of {len(COLUMNS)}", class_=f"dl-count {where}".strip())


def _toggles(columns: tuple[str, ...], where: str | None = None) -> Markup:
    options = (
        element("li", button("column", turned_over(key, columns), column.title, pressed=key in columns, same=key))
        for key, column in COLUMNS.items()
        if key != KEPT_COLUMN
    )
    return element("ul", every(options), class_=where)


def foot() -> Markup:
    """The key to the marks."""
    key = element("button", "What the marks mean", type="button", popovertarget="dl-key", class_="dl-text-button")
    return element("p", key)
