"""Feeds are fetched beside the pages: when somebody presses a button, or every N minutes where the user asked for it.

Without `dateline serve --fetch-feeds` nothing here ever begins by itself.
"""

import os
import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from dashboard.app.shell.workspace_cache import cache_of_workspace, read_only, root
from dashboard.clock import now
from dashboard.errors import DatelineError
from dashboard.store.inbox import read_feeds

if TYPE_CHECKING:
    import datetime as dt

    from dashboard.exchange.inbox import FeedOutcome

MINUTES_VARIABLE: Final = "DATELINE_FETCH_FEEDS"
"""Set by `dateline serve --fetch-feeds`: how often feeds are fetched. Empty or absent: never by itself."""


@dataclass(slots=True)
class FeedFetching:
    """Fetches the feeds of a workspace in a thread, one run at a time."""

    outcomes: "tuple[FeedOutcome, ...]" = ()
    """What each feed gave in the last run."""
    ended: "dt.datetime | None" = None
    """When the last run was over, in UTC."""
    refused: str = ""
    """Why the last run could not be done at all; empty where it could."""
    _thread: threading.Thread | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def is_running(self) -> bool:
        """Whether feeds are being fetched now."""
        return self._thread is not None and self._thread.is_alive()

    def begin(self) -> bool:
        """Fetch all feeds, in a thread; whether it has begun. One that runs is not begun again."""
        with self._lock:
            if self.is_running or read_only():
                return False
            self._thread = threading.Thread(target=self.fetch, name="dateline-feeds", daemon=True)
            self._thread.start()
            return True

    def fetch(self) -> None:
        """Fetch all feeds now; open pages are drawn anew when it is done."""
        from dashboard.exchange.inbox import fetch_feeds

        folder = root()
        try:
            self.outcomes = fetch_feeds(folder, read_feeds(folder).feeds.values())
            self.refused = ""
        except (DatelineError, OSError) as error:
            self.refused = str(error)
        finally:
            self.ended = now()
            self._thread = None
            cache_of_workspace(folder).raise_version()

    def repeat(self, minutes: int, stop: threading.Event) -> None:
        """Fetch all feeds at once and every so many minutes, until `stop` is set."""
        while not stop.is_set():
            self.begin()
            stop.wait(60 * minutes)


fetching: Final = FeedFetching()


def minutes_between_fetches() -> int | None:
    """How often the server was asked to fetch feeds; None where it was not."""
    asked = os.environ.get(MINUTES_VARIABLE, "")
    return int(asked) if asked.isdecimal() and int(asked) > 0 else None
