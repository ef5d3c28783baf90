"""What stands over the table of events: how many there are, which are marked, which columns are shown."""

from typing import Final

from dashboard.app.filters import letting_go
from dashboard.app.pages.events.choices import TableChoices, turned_over
from dashboard.app.parts import button, event_link
from dashboard.app.shell import MOST_COMPARED, PageContext
from dashboard.query.fields import COLUMNS, FIRST_SORT, KEPT_COLUMN, TablePage
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

COMPARISON: Final = "comparison"
"""The anchor of events side by side."""


def head(rows: TablePage, page: PageContext, choices: TableChoices) -> Markup:
    """The number of events, their order, and the choice of columns."""
    total, everything = rows.total, len(page.all_readings)
    title = count_words(total, "event") if total == everything else f"{total:,} of {count_words(everything, 'event')}"
    relied = element("p", page.reliance, ".", class_="dl-relied") if _has_claims(page) else None
    told = element("div", element("h1", title), relied, element("p", order_words(rows, choices), class_="dl-muted"))
    copy = button("copy-link", "", "Copy link", class_="dl-text-button dl-copy-link")
    return element("header", told, _compare_hint(page), _chooser(choices), copy, class_="dl-events-head")


def _has_claims(page: PageContext) -> bool:
    """Whether something can be said of how far they can be relied on; while they are checked, that it will be."""
    return not page.validation.is_complete or bool(page.trust.all.total)


def compare_bar(page: PageContext, choices: TableChoices) -> Markup:
    """The bar at the foot of the window while events are marked: how many, and what can be done with them."""
    marked = [id_ for id_ in choices.compared if id_ in page.by_id]
    if not marked:
        return NOTHING
    said = join(element("b", f"{len(marked)} chosen"), " ")
    if len(marked) < 2:
        more = f"choose {MOST_COMPARED - 2} or {MOST_COMPARED - 1} more to compare"
        act = element("span", event_link(marked[0], words(page.title_of(marked[0])), mode=page.mode), f": {more}")
    else:
        act = button("reach", COMPARISON, "Compare", class_="dl-compare")
    clear = button("compare", "", "Clear", class_="dl-text-button")
    return element("p", said, act, clear, role="group", aria_label="Comparison", class_="dl-compare-bar")


def order_words(rows: TablePage, choices: TableChoices) -> str:
    """`1 to 50 of 2,000, by date, newest first`."""
    if not rows.total:
        return "No events match the filters"
    first, last = rows.span
    order = choices.order
    way = ", in reverse" if order.other_way else ""
    if order.column == FIRST_SORT:
        way = ", oldest first" if order.rising else ", newest first"
    return f"{first:,} to {last:,} of {rows.total:,}, by {COLUMNS[order.column].title.lower()}{way}"


def no_matches(page: PageContext) -> Markup:
    """A sentence that says no events match the filters."""
    return element("section", letting_go(page), class_="dl-first-steps")


def _compare_hint(page: PageContext) -> Markup:
    """A hint at what the boxes are for. It stays when some are marked, so that nothing moves."""
    return element("p", "Choose two or three to compare", class_="dl-muted") if page.readings else NOTHING


def _chooser(choices: TableChoices) -> Markup:
    """Buttons that show or hide each column, except the one that links to the event."""
    wide, narrow = choices.columns, choices.narrow_columns
    if wide == narrow:
        numbers, lists = _number(wide), _toggles(wide)
    else:
        numbers = join(_number(wide, "dl-if-wide"), _number(narrow, "dl-if-narrow"))
        lists = join(_toggles(wide, "dl-if-wide"), _toggles(narrow, "dl-if-narrow"))
    back = None if choices.are_first else button("column", "", "Reset", class_="dl-text-button")
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
    return element("ul", join_all(options), class_=where)


def foot() -> Markup:
    """The key to the marks."""
    key = element("button", "What the marks mean", type="button", popovertarget="dl-key", class_="dl-text-button")
    return element("p", key)
