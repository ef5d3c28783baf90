"""Which thread the reader has chosen, and the list of all of them to choose from."""

from collections.abc import Mapping
from typing import Final

from dashboard.app.parts.links import leading_to
from dashboard.app.parts.signs import thread_square
from dashboard.app.shown import Shown
from dashboard.query.reading import Reading
from dashboard.query.threads import NO_THREAD
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words

IN_SIGHT: Final = 6
"""So many threads stand in the line; where there are more, all of them are behind a press."""


def chosen_thread(shown: Shown, asked: str | None) -> str | None:
    """The thread that the address asks for, known or not; else that of the selected event; else the first."""
    if asked is not None:
        return asked
    threads = shown.workspace.threads
    event = shown.workspace.events.get(shown.selected or "")
    own = next((thread for thread in event.threads if thread in threads), None) if event else None
    return own or next(iter(threads), NO_THREAD if shown.all_readings else None)


def thread_choice(by_thread: Mapping[str, tuple[Reading, ...]], chosen: str, shown: Shown) -> Markup:
    """A link to each thread with its number of events, and to the events of none where there are some."""
    items = [
        _item(index, thread, len(readings), chosen, shown)
        for index, (thread, readings) in enumerate(by_thread.items())
        if thread != NO_THREAD or readings
    ]
    if len(items) < 2 and chosen in by_thread:
        return NOTHING
    rows = element("ul", every(items))
    if len(items) > IN_SIGHT:
        summary = element("summary", f"All {len(items):,} threads")
        rows = element("details", summary, rows, id="threads-all")
    return element("nav", rows, aria_label="Threads", class_="dl-threads")


def thread_name(thread: str, shown: Shown) -> str:
    """Its title; `No thread` for what belongs to none."""
    found = shown.workspace.threads.get(thread)
    return found.title if found else "No thread"


def _item(index: int, thread: str, events: int, chosen: str, shown: Shown) -> Markup:
    square = thread_square(None if thread == NO_THREAD else index)
    label = joined(square, words(thread_name(thread, shown)), element("span", f"{events:,}", class_="dl-count"), by=" ")
    current = "true" if thread == chosen else None
    link = leading_to("threads", mode=shown.mode, thread=thread)
    return element("li", element("a", label, aria_current=current, **link))
