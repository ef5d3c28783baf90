"""A number that leads to the events that it counts."""

from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import urlencode

from dashboard.app import listing
from dashboard.app.filters.asked import shows_of
from dashboard.app.parts.links import place_link
from dashboard.app.shown import Shown
from dashboard.query.filters import Filters
from dashboard.query.reading import Mode
from dashboard.query.wording import counted
from dashboard.text.markup import Markup, element

MOST_LISTED: Final = 200
"""More events are asked for by a filter: a list of them would make a long address."""


def asking(number: int, what: Mapping[str, str], events: Collection[str], shown: Shown, noun: str = "claim") -> Markup:
    """`number`, leading to Situation with these filters (facet to value) beside those that are set.

    Its name says of how many `events`, and what is counted.
    """
    if not number:
        return element("span", "0")
    filters = shown.asked.filters
    chosen = {**filters.chosen, **{facet: frozenset({value}) for facet, value in what.items()}}
    shows = shows_of(Filters(chosen))
    query: dict[str, object] = {"show": shows, "from": shown.asked.start, "to": shown.asked.end, "words": filters.words}
    if shown.mode is Mode.REPORTED:
        query["as"] = shown.mode.value
    href = f"./?{urlencode({key: value for key, value in query.items() if value}, doseq=True)}"
    value = urlencode({"show": shows}, doseq=True)
    said = told(number, events, noun)
    return element("a", f"{number:,}", href=href, data_press="ask", data_value=value, aria_label=said, title=said)


def listing_them(number: int, what: Mapping[str, str], events: Collection[str], shown: Shown) -> Markup:
    """`number` of claims, leading to the very events that they are of, where no filter asks for just those."""
    if not number:
        return element("span", "0")
    if len(events) > MOST_LISTED:
        return asking(number, what, events, shown)
    name = told(number, events)
    return place_link("", f"{number:,}", mode=shown.mode, name=name, list=listing.told(tuple(events)))


def told(number: int, events: Collection[str], noun: str = "claim") -> str:
    """`3 claims, of 2 events`; `2 events`."""
    return counted(number, noun) if noun == "event" else f"{counted(number, noun)}, of {counted(len(events), 'event')}"
