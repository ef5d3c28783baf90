"""Events page: all that are shown as a table, one of them beside it, two or three side by side, the rest as a file."""

import streamlit as st

from dashboard.app.card import event_card, missing_event
from dashboard.app.filters import asked_line, filter_bar
from dashboard.app.frame import first_steps
from dashboard.app.pages.events.choices import Choices
from dashboard.app.pages.events.head import compare_bar, foot, head, none_passes, order_told
from dashboard.app.pages.events.side_by_side import side_by_side
from dashboard.app.pages.events.table import event_table
from dashboard.app.parts import pager, show
from dashboard.app.shell import Shown, state
from dashboard.query.tables import Order, Page, Table, columns_of, csv_text, first_columns, order_of, ordered, page_of
from dashboard.text.markup import NOTHING, Markup, joined


def page(shown: Shown) -> None:
    """Filters, head and file, what is compared, the table, the card."""
    if not shown.all_readings:
        show(first_steps(shown), "steps")
        return
    table = Table(shown.workspace, shown.evidence, shown.mode, shown.problems_of)
    order = order_of(state.chosen("sort"))
    rows = ordered(shown.readings, table, order)
    part = page_of(rows, state.part())
    choices = _choices(part, first_columns(shown.readings, table, order), order, shown)
    with st.container(key="events"):
        show(filter_bar(shown), "filters")
        show(asked_line(shown), "asked")
        with st.container(key="events-head"):
            show(head(part, shown, choices), "head", said=order_told(part, choices))
            with st.container(key="events-file"):
                st.download_button(
                    "Download CSV",
                    lambda: csv_text(rows, table).encode(),  # made when it is asked for
                    "events.csv",
                    "text/csv",
                    on_click="ignore",
                )
        show(side_by_side(choices.compared, table, shown), "compared")
        with st.container(key="events-table"):
            show(_listed(part, table, shown, choices), "table")
        with st.container(key="events-card"):
            show(_card(shown), "card", name=shown.selected or "")
    show(compare_bar(shown, choices), "comparing")  # outside of the grid, in which it would stay in its own row


def _choices(part: Page, first: tuple[str, ...], order: Order, shown: Shown) -> Choices:
    chosen = columns_of(state.several("columns"))
    return Choices(order, part.part, chosen or first, not chosen, state.several("compare"), shown.selected)


def _listed(part: Page, table: Table, shown: Shown, choices: Choices) -> Markup:
    if not part.total:
        return none_passes(shown)
    first, last = part.span
    told = f"{first:,} to {last:,} of {part.total:,}"
    places = {key: value for key, value in choices.places().items() if key != "part"}
    steps = pager("events", part.part, part.parts, told, mode=shown.mode, **places)
    return joined(event_table(part, table, shown, choices), steps, foot())


def _card(shown: Shown) -> Markup:
    """Of the selected event; nothing while none is."""
    if shown.selected is None:
        return NOTHING
    event = shown.workspace.events.get(shown.selected)
    return event_card(event, shown) if event else missing_event(shown.selected, shown)
