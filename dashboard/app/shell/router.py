"""The pages, as data: each name is a path of the address, and has a title and a module."""

from typing import Final

PAGES: Final = {
    "": ("Situation", "situation"),
    "events": ("Events", "events"),
    "threads": ("Threads", "threads"),
    "actors": ("Actors", "actors"),
    "sources": ("Sources", "sources"),
    "imports": ("Imports", "imports"),
    "inbox": ("Inbox", "inbox"),
    "add": ("Add", "add"),
    "edit": ("Edit", "edit"),
    "disagreements": ("Disagreements", "disagreements"),
    "changes": ("Changes", "changes"),
    "outlook": ("Outlook", "outlook"),
    "brief": ("Brief", "brief"),
    "data": ("Data", "data"),
    "help": ("Help", "help"),
    "present": ("Present", "present"),
}
"""Name in the address to title and room in `pages`, whose `page.py` is imported when it is first asked for."""

WRITES: Final = "add"
"""Only writes: it is not offered with --read-only."""
OF_IMPORTS: Final = "imports"
"""Is offered once a workspace has imported rows."""
WITHOUT_BAR: Final = "present"
"""Has the whole screen."""

OF_ONE_RECORD: Final = "edit"
"""Shows nothing but one record, so that only links to it lead there."""

LINKED: Final = "disagreements"
"""Is reached from where differences are counted: the bar has no room for it."""

_NOT_IN_THE_BAR: Final = (WITHOUT_BAR, OF_ONE_RECORD, LINKED)
IN_THE_BAR: Final = {name: title for name, (title, _) in PAGES.items() if name not in _NOT_IN_THE_BAR}
"""Name to title."""
