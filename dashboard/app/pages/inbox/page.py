"""Inbox page: what waits to be read at the left, and the item that is looked at, with what can become of it."""

from dashboard.app.pages.inbox.detail import item_detail
from dashboard.app.pages.inbox.head import inbox_head
from dashboard.app.pages.inbox.intake import intake
from dashboard.app.pages.inbox.list import EVERY, item_list, part_of
from dashboard.app.parts import arrive, show
from dashboard.app.shell import PageContext, fetching, inbox_overview, inbox_sources, is_decided, read_only, state
from dashboard.exchange.inbox import InboxOverview, ItemOverview
from dashboard.text.markup import element


def draw(page: PageContext) -> None:
    """The inbox, at the item that the address names, else at the first.

    A decided item is shown among all: whoever follows a link to it is not shown another in its place.
    """
    named = state.address_value("item")
    every = state.address_value("list") == EVERY or is_decided(named)
    overview = inbox_overview(every=every)
    item = _item_shown(overview, named)
    name = item.entry.id if item else ""
    may_write = not read_only()
    show(inbox_head(overview, page, fetching, every=every, may_write=may_write), "inbox-head")
    if may_write:
        intake(is_open=item is None)
    if item is None:
        return
    listed = item_list(overview, item, page, part=part_of(overview, item, state.part()), every=every)
    sources = sorted(inbox_sources()) if may_write else []
    detail = item_detail(overview, item, page, sources, every=every, may_write=may_write)
    show(element("section", listed, detail, class_="dl-inbox", data_place=f"inbox {name}"), "inbox", name=name)
    arrive(f"inbox {name}", "arriving")


def _item_shown(overview: InboxOverview, named: str | None) -> ItemOverview | None:
    items = overview.items
    return next((item for item in items if item.entry.id == named), next(iter(items), None))
