"""What is pressed on the page Inbox: an item becomes a source, is set aside, is the same as one, or is opened again."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from dashboard.app.shell import state
from dashboard.app.shell.feed_fetching import fetching
from dashboard.app.shell.inbox_cache import inbox_contents, inbox_overview
from dashboard.app.shell.workspace_cache import cache_of_workspace, read_only, root, why_read_only
from dashboard.errors import DatelineError
from dashboard.query.wording import count_words

if TYPE_CHECKING:
    from dashboard.exchange.inbox import InboxEntry


def accept(id_: str) -> str | None:
    """Make the item a source; its id, or None where that failed, and the reader is told why."""
    from dashboard.exchange.inbox import accept_item

    made: list[str] = []

    def store(entry: "InboxEntry") -> str:
        feed = inbox_contents().feeds.feeds.get(entry.item.feed or "")
        found = accept_item(root(), entry, feed)
        made.append(found.id)
        files = f"Stored as {' and '.join(found.files)}." if found.files else ""
        return " ".join([files, *found.remarks]).strip()

    _change(id_, store, goes_on=False)
    return made[0] if made else None


def set_aside(value: str) -> None:
    """Set an item aside: `ID|reason`."""
    from dashboard.exchange.inbox import set_aside as put_aside

    id_, _, reason = value.partition("|")

    def write(entry: "InboxEntry") -> str:
        put_aside(root(), entry, reason)
        return f"Set aside: {entry.title}"

    _change(id_, write)


def same_as(value: str) -> None:
    """Say that an item is the same as a source: `ID|SOURCE`."""
    from dashboard.exchange.inbox import mark_same_as

    id_, _, source = value.partition("|")

    def write(entry: "InboxEntry") -> str:
        mark_same_as(root(), entry, source, inbox_sources())
        return f"Same as {source.strip()}: {entry.title}"

    _change(id_, write)


def reopen(id_: str) -> None:
    """Take back what was decided about an item."""
    from dashboard.exchange.inbox import reopen as open_again

    def write(entry: "InboxEntry") -> str:
        open_again(root(), entry)
        return f"Open again: {entry.title}"

    _change(id_, write, goes_on=False)


def fetch_whole(id_: str) -> None:
    """Fetch the page that an item of a feed is about."""
    from dashboard.exchange.inbox import fetch_article

    def fetch(entry: "InboxEntry") -> str:
        taken = fetch_article(root(), entry)
        state.set_address("item", taken.id)
        return " ".join(["The whole article was fetched.", *taken.remarks])

    _change(id_, fetch, goes_on=False)


def fetch_feeds(_value: str) -> None:
    """Fetch all feeds of the list, while the page goes on."""
    if read_only():
        state.flash(f"Not fetched: {why_read_only()}")
        return
    number = len(inbox_contents().feeds.feeds)
    fetching.begin()
    state.flash(f"Fetching {count_words(number, 'feed')}. New items appear when it is done.")


def inbox_sources() -> frozenset[str]:
    """Ids of the sources that an item may be the same as."""
    from dashboard.exchange.documents import taken_ids

    return taken_ids(root())


def _change(id_: str, write: "Callable[[InboxEntry], str]", *, goes_on: bool = True) -> None:
    """Do something with an item; the reader is told how it went. Then the next item is shown, if it `goes_on`."""
    from dashboard.exchange.inbox import find_entry

    if read_only():
        state.flash(f"Not changed: {why_read_only()}")
        return
    try:
        following = _item_behind(id_) if goes_on else None
        state.flash(write(find_entry(inbox_contents(), id_)))
    except DatelineError as error:
        state.flash(str(error))
        return
    cache_of_workspace(root()).look()
    if goes_on:
        state.set_address("item", following)


def _item_behind(id_: str) -> str | None:
    """The item that is listed behind another, else before it; None where there is no other."""
    ids = [item.entry.id for item in inbox_overview(every=state.address_value("list") is not None).items]
    if id_ not in ids or len(ids) < 2:
        return None
    place = ids.index(id_)
    return ids[place + 1] if place + 1 < len(ids) else ids[place - 1]
