"""Pages and actions that the search box offers, beside what the workspace has."""

from typing import Final

from dashboard.app.shell import PAGES, WRITES
from dashboard.query.search import NamedEntry, SearchKind

_WORDS_OF_PAGES: Final = {
    "": "map timeline home start overview",
    "events": "table list columns CSV download",
    "threads": "stories storylines ladder commitment",
    "actors": "who network people governments",
    "sources": "articles texts documents reader quotes",
    "inbox": "feeds articles to read",
    "add": "new event mark quotes draft",
    "disagreements": "differences disputes contradictions where sources part who copied whom origins spread",
    "changes": "history since what is new",
    "outlook": "open questions due judgements forecasts",
    "brief": "briefings documents PDF slides",
    "data": "problems checks errors files trust",
    "help": "glossary words keys event types format",
    "present": "wall screen slides briefing room",
}
_ACTIONS: Final = {
    "mode reported": ("Show values as reported", "switch sources say"),
    "mode assessed": ("Show values as assessed", "switch team holds"),
    "unfilter ": ("Show all events", "clear filters reset"),
    "clear ": ("Deselect the event", "close the card"),
    "reload ": ("Read all files again", "reload refresh workspace"),
    "theme light": ("Light theme", "bright colours"),
    "theme dark": ("Dark theme", "night colours"),
    "theme system": ("Theme of the system", "colours automatic"),
}


def commands(*, writes: bool) -> tuple[NamedEntry, ...]:
    """The pages and actions; those that write only where the server lets the reader write.

    The id of each is what is pressed, a space, and the value.
    """
    pages = [
        NamedEntry(SearchKind.PAGE, f"page {name}", PAGES[name][0], said)
        for name, said in _WORDS_OF_PAGES.items()
        if writes or name != WRITES
    ]
    actions = [NamedEntry(SearchKind.ACTION, id_, title, said) for id_, (title, said) in _ACTIONS.items()]
    return (*pages, *actions)
