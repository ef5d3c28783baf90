"""Numbers that lead to the events which they count."""

from collections.abc import Collection, Mapping
from typing import Final
from urllib.parse import urlencode

from dashboard.app.parts import (
    place_link,
)
from dashboard.app.shell import PageContext, url_ids
from dashboard.query.filters import Filters, shows_of
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.text.markup import Markup, element

MOST_LISTED: Final = 200
"""More events are asked for by a filter: a list of them would make a long address."""


def asking(
    number: int,
    what: Mapping[str, str | Collection[str]],
    events: Collection[str],
    page: PageContext,
    noun: str = "claim",
) -> Markup:
    """`number`, leading to Situation with these filters (facet to value) beside those that are set.

    Its name says of how many `events`, and what is counted.
    """
    if not number:
        return element("span", "0")
    filters = page.asked.filters
    values = {facet: frozenset({value} if isinstance(value, str) else value) for facet, value in what.items()}
    chosen = {**filters.chosen, **values}
    shows = shows_of(Filters(chosen))
    query: dict[str, object] = {"show": shows, "from": page.asked.start, "to": page.asked.end, "words": filters.words}
    if page.mode is Mode.REPORTED:
        query["as"] = page.mode.value
    href = f"./?{urlencode({key: value for key, value in query.items() if value}, doseq=True)}"
    value = urlencode({"show": shows}, doseq=True)
    said = quantity(number, events, noun)
    return element("a", f"{number:,}", href=href, data_press="ask", data_value=value, aria_label=said, title=said)


def listing_them(
    number: int, what: Mapping[str, str | Collection[str]], events: Collection[str], page: PageContext
) -> Markup:
    """`number` of claims, leading to the very events that they are of, where no filter asks for just those."""
    if not number:
        return element("span", "0")
    if len(events) > MOST_LISTED:
        return asking(number, what, events, page)
    name = quantity(number, events)
    return place_link("", f"{number:,}", mode=page.mode, name=name, list=url_ids.encode(tuple(events)))


def quantity(number: int, events: Collection[str], noun: str = "claim") -> str:
    """The quantity in words: `3 claims, of 2 events`; `2 events`."""
    return (
        count_words(number, noun)
        if noun == "event"
        else f"{count_words(number, noun)}, of {count_words(len(events), 'event')}"
    )
