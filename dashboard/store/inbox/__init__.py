"""The inbox of a workspace, as files: what was dropped into `inbox/`, what was taken in, and the list of feeds.

`inbox/` has documents as somebody put them there. `inbox/items/` has what Dateline writes: the text of an item that
was pasted or fetched (`ID.txt`), and what is known of each item and was decided about it (`ID.yaml`), one file an item,
so that two people who decide about different items never touch the same file.
"""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.inbox.dropped import DroppedFile, dropped_files, read_dropped
    from dashboard.store.inbox.feed_states import keep_validators, validators_of
    from dashboard.store.inbox.feeds_file import FEEDS, FeedList, read_feeds
    from dashboard.store.inbox.item_files import (
        InboxNotChanged,
        ItemsRead,
        change_item,
        item_id,
        item_of,
        item_text,
        read_items,
        store_item,
    )
    from dashboard.store.inbox.place import ITEMS, InboxSignature, inbox_folders, inbox_signature, item_records
    from dashboard.store.inbox.read_texts import DocumentRead, read_text_of, write_text_of
else:
    __getattr__ = lazy(__name__, __file__)
