"""Events page: all that are shown as a table, one of them beside it, two or three side by side, the rest as a file."""

import streamlit as st

from dashboard.app.card import selected_card
from dashboard.app.filters import asked_line, filter_bar
from dashboard.app.frame import first_steps
from dashboard.app.pages.events.choices import TableChoices
from dashboard.app.pages.events.exports import downloads
from dashboard.app.pages.events.head import compare_bar, foot, head, no_matches, order_words
from dashboard.app.pages.events.side_by_side import side_by_side
from dashboard.app.pages.events.table import event_table
from dashboard.app.parts import pager, show
from dashboard.app.shell import PageContext, state
from dashboard.query.fields import (
    Order,
    TablePage,
    columns_of,
    first_columns,
    order_of,
    page_of,
    sort_events,
)
from dashboard.text.markup import NOTHING, Markup, join


def draw(page: PageContext) -> None:
    """Filters, head and file, what is compared, the table, the card."""
    if not page.all_readings:
        show(first_steps(page), "steps")
        return
    order = order_of(state.address_value("sort"))
    rows = page.once(("sorted", order), lambda: sort_events(page.readings, page.table, order))
    part = page_of(rows, state.part())
    first = page.once(("first columns", order), lambda: first_columns(page.readings, page.table, order))
    choices = _choices(part, first, order, page)
    with st.container(key="events"):
        show(filter_bar(page), "filters")
        show(asked_line(page), "asked")
        with st.container(key="events-head"):
            show(head(part, page, choices), "head", said=order_words(part, choices))
            with st.container(key="events-file"):
                downloads(rows, page)
        show(side_by_side(choices.compared, page), "compared")
        with st.container(key="events-table"):
            show(_event_list(part, page, choices), "table")
        with st.container(key="events-card"):
            show(selected_card(page) or NOTHING, "card", name=page.selected or "")
    show(compare_bar(page, choices), "comparing")  # outside of the grid, in which it would stay in its own row


def _choices(part: TablePage, first: tuple[str, ...], order: Order, page: PageContext) -> TableChoices:
    chosen = columns_of(state.several("columns"))
    return TableChoices(order, part.part, chosen or first, not chosen, state.several("compare"), page.selected)


def _event_list(part: TablePage, page: PageContext, choices: TableChoices) -> Markup:
    if not part.total:
        return no_matches(page)
    first, last = part.span
    told = f"{first:,} to {last:,} of {part.total:,}"
    places = {key: value for key, value in choices.places().items() if key != "part"}
    steps = pager("events", part.part, part.parts, told, mode=page.mode, **places)
    return join(event_table(part, page, choices), steps, foot())
