"""What a feed’s server said of the version that was read last, so that the same one need not be sent again.

One JSON file for each feed, in `.dateline/feeds/`, which git leaves alone. Whatever is wrong there, the feed is
fetched whole.
"""

import hashlib
import json
from collections.abc import Collection, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

from dashboard import __version__
from dashboard.model.inbox import Feed
from dashboard.store.machine import FOLDER, write_for_machine
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import is_inside

_HEADERS: Final = frozenset({"If-None-Match", "If-Modified-Since"})
"""No file that came with a workspace adds another one to what is asked."""


def validators_of(root: Path, feed: Feed, items: Collection[str]) -> Mapping[str, str]:
    """The headers that ask for the feed only if it has changed; none where it has to be read whole.

    That is so where its entry in the list is another by now, or an item that came of it is not among `items`.
    """
    raw = read_bytes(root / _file(feed)) if is_inside(root, _file(feed)) else None
    if not isinstance(raw, bytes):
        return {}
    try:
        found = json.loads(raw)
        is_same = found["entry"] == _entry_hash(feed) and all(each in items for each in found["items"])
        given = {str(name): str(value) for name, value in found["validators"].items()}
        is_plain = all(name in _HEADERS and each.isascii() and each.isprintable() for name, each in given.items())
        return given if is_same and is_plain else {}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def keep_validators(root: Path, feed: Feed, validators: Mapping[str, str], items: Collection[str]) -> None:
    """Keep what the server said of a version whose entries are all in the inbox, as `items`.

    Where it cannot be written, nothing is said: the feed is fetched whole again.
    """
    if is_inside(root, _file(feed)):
        kept = {"entry": _entry_hash(feed), "validators": dict(validators), "items": [*items]}
        with suppress(OSError):
            write_for_machine(root, _file(feed), json.dumps(kept))


def _file(feed: Feed) -> str:
    return f"{FOLDER}/feeds/{feed.id}.json"


def _entry_hash(feed: Feed) -> str:
    """The hash of a feed's entry in the list; another version of Dateline may read a feed in another way."""
    return hashlib.sha256(f"{__version__} {feed.model_dump_json()}".encode()).hexdigest()
