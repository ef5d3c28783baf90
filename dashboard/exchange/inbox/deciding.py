"""What is decided about an item without making it a source: it is set aside, or says the same as one that is there."""

from collections.abc import Collection
from pathlib import Path
from typing import Final

from dashboard.errors import DatelineError
from dashboard.exchange.inbox.contents import InboxContents, InboxEntry
from dashboard.model.spelling import nearest
from dashboard.store.inbox import change_item

LEAST_DIGITS: Final = 4
"""So many digits of an id name an item, where no other begins with them."""


class NoSuchItem(DatelineError):
    """No item, or more than one, is named so."""


def find_entry(contents: InboxContents, named: str) -> InboxEntry:
    """The item of this id, or whose id begins so, or that lies in this file. Raises `NoSuchItem`."""
    named = named.strip()
    file = named if named.startswith("inbox/") else f"inbox/{named}"
    same = [entry for entry in contents.entries if named == entry.id or file in entry.files]
    found = same or [
        entry for entry in contents.entries if len(named) >= LEAST_DIGITS and entry.id.startswith(named.lower())
    ]
    if len(found) > 1:
        raise NoSuchItem(f"{len(found):,} items begin with {named}. Write more of the id.")
    if not found:
        raise NoSuchItem(f"The inbox has no item {named[:80]}. `dateline inbox` lists all.")
    return found[0]


def set_aside(root: Path, entry: InboxEntry, reason: str) -> None:
    """The team does not use it, and says why. Raises `InboxNotChanged`."""
    reason = reason.strip()
    if not reason:
        raise NoReason("Say why the item is set aside, so that others need not read it again.")
    change_item(root, entry.id, entry.fields, set_aside=reason)


class NoReason(DatelineError):
    """An item is set aside without a reason."""


def mark_same_as(root: Path, entry: InboxEntry, source: str, sources: Collection[str]) -> None:
    """It says the same as a source that is stored. Raises `NoSuchItem` for another source, or `InboxNotChanged`."""
    source = source.strip()
    if source not in sources:
        hint = nearest(source, sources) or "`dateline source list` lists all."
        raise NoSuchItem(f"There is no source {source[:80]}. {hint[:1].upper()}{hint[1:]}")
    change_item(root, entry.id, entry.fields, same_as=source)


def reopen(root: Path, entry: InboxEntry) -> None:
    """It waits to be read again. A source that was made of it stays. Raises `InboxNotChanged`."""
    change_item(root, entry.id, entry.fields)
