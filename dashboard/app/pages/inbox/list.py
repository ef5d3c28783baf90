"""The items that wait, near copies below the item that they repeat."""

from typing import Final

from dashboard.app.parts import link_attributes, pager
from dashboard.app.shell import PageContext
from dashboard.exchange.inbox import InboxEntry, InboxOverview, ItemOverview
from dashboard.text.markup import NOTHING, Markup, element, join_all, words

GROUPS: Final = 100
"""So many groups stand on the page at once."""
MOST_NAMES: Final = 4
EVERY: Final = "all"
"""In the address, where decided items are listed as well."""


def part_of(overview: InboxOverview, item: ItemOverview, asked: int) -> int:
    """The part of the list that has the item, from 0; the one that is asked for where that is another."""
    parts = -(-len(overview.groups) // GROUPS)
    place = next((number for number, group in enumerate(overview.groups) if item in group), 0)
    return min(asked, parts - 1) if asked else place // GROUPS


def item_list(overview: InboxOverview, shown: ItemOverview, page: PageContext, *, part: int, every: bool) -> Markup:
    """The list, with the item that is shown marked."""
    groups = overview.groups[part * GROUPS : (part + 1) * GROUPS]
    rows = join_all(_group(group, shown, page, every=every) for group in groups)
    parts = -(-len(overview.groups) // GROUPS)
    steps = pager("inbox", part, parts, f"{GROUPS} reports per page", mode=page.mode, list=EVERY if every else None)
    return element("nav", element("ol", rows), steps, class_="dl-inbox-list", aria_label="Items")


def _group(group: tuple[ItemOverview, ...], shown: ItemOverview, page: PageContext, *, every: bool) -> Markup:
    first, *copies = group
    rows = [_row(each, shown, page, every=every) for each in copies]
    below = element("ol", *rows, aria_label="Near copies") if rows else NOTHING
    return element("li", _link(first, shown, page, every=every), below)


def _row(item: ItemOverview, shown: ItemOverview, page: PageContext, *, every: bool) -> Markup:
    return element("li", _link(item, shown, page, every=every))


def _link(item: ItemOverview, shown: ItemOverview, page: PageContext, *, every: bool) -> Markup:
    is_shown = item.entry.id == shown.entry.id
    facts, about = " · ".join(facts_of(item)), names_of(item, page)
    attributes = link_attributes("inbox", mode=page.mode, item=item.entry.id, list=EVERY if every else None)
    return element(
        "a",
        element("b", words(item.entry.title)),
        element("small", words(facts)),
        element("small", words(about)) if about else None,
        **attributes,
        aria_current="true" if is_shown else None,
        data_arrive="nearest" if is_shown else None,
    )


def facts_of(item: ItemOverview) -> list[str]:
    """What a row says below the title: how much is new, or what was decided, who published it and when."""
    record, files = item.entry.item, item.entry.files
    where = outlet_of(item.entry) or record.file or (files[0] if files else "")
    return [word for word in (news_of(item), where, day_of(item.entry)) if word]


def names_of(item: ItemOverview, page: PageContext) -> str:
    """The first of the threads, actors and places that it names."""
    found = item.analysis
    named = [page.workspace.thread_title(each.thread) for each in found.threads[:1]]
    named += [page.actor_name(id_) for id_ in found.actors] + [page.place_name(id_) for id_ in found.places]
    return ", ".join(named[:MOST_NAMES])


def outlet_of(entry: InboxEntry) -> str:
    """The publisher, else the feed that brought it; empty where neither is known."""
    return entry.item.outlet or entry.item.feed or ""


def day_of(entry: InboxEntry) -> str:
    """When it was published, in words; else when it came."""
    item = entry.item
    if item.published:
        return item.published.words()
    return f"came {item.received.words()}" if item.received else ""


def news_of(item: ItemOverview) -> str:
    """How much of it is new; of a decided item, what was decided."""
    record = item.entry.item
    if record.source:
        return f"source {record.source}"
    if record.same_as:
        return f"same as {record.same_as}"
    if record.set_aside:
        return "set aside"
    if record.article:
        return "article fetched"
    return f"stored as {item.stored_as}" if item.stored_as else f"{item.new_percent} % new"
