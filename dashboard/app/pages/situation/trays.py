"""The sentence that adds up, and the events that a figure cannot place."""

from dashboard.app.parts import button, event_link, place_link, reported_mark
from dashboard.app.shell import PageContext, state
from dashboard.model.time_and_place import When, Where
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import day_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

OPEN_TRAY = 1
"""So many titles stand in the line; more are behind a press."""
MOST_LISTED = 200
"""So many stand there then; filters, which narrow the others down, are above."""


def sentence(page: PageContext) -> Markup:
    """The number of events shown, of how many, and where the rest is; then links that copy and present."""
    counts = element("b", f"{len(page.readings):,} of {len(page.all_readings):,}")
    copy = button("copy-link", "", "Copy link", class_="dl-text-button dl-copy-link")
    places = state.in_the_card()
    wall = place_link("present", "Present", mode=page.mode, class_="dl-text-button dl-copy-link", **places)
    present = (
        wall if page.readings and page.past_day is None and not state.is_embedded() else None
    )  # while time is played the line is full
    onward = element("span", copy, present, class_="dl-onward")
    return element("p", _as_of(page), counts, _rest_of_sentence(page), " ", onward, class_="dl-sentence")


def sentence_words(page: PageContext) -> str:
    """The sentence, to be read out."""
    told = f"{len(page.readings):,} of {len(page.all_readings):,}{_rest_of_sentence(page)}"
    return _as_of(page) + told


def _as_of(page: PageContext) -> str:
    """What stands before the numbers while time is played."""
    if page.known is not None:
        return f"As known on {day_words(page.known.step.day)} ({page.known.step.words}): "
    return f"As of {day_words(page.until)}: " if page.until else ""


def _rest_of_sentence(page: PageContext) -> str:
    out = len(page.all_readings) - len(page.matching_events)
    left = f" · {out:,} hidden by filters" if out else ""
    if (parts := page.playback) is not None:
        return f" events{left} · {len(parts.later):,} later · {len(parts.undated):,} undated"
    return f" events{left} · {len(page.undated_events):,} undated · {len(page.unplaced_events):,} without a place"


def trays(page: PageContext) -> Markup:
    """The undated and the unplaced, each with the words that the source has instead."""
    undated = _tray("No date", [(each, each.event.when) for each in page.undated_events], page)
    unplaced = _tray("No place", [(each, each.event.where) for each in page.unplaced_events], page)
    return element("div", undated, unplaced, class_="dl-trays")


def _tray(name: str, readings: list[tuple[ResolvedEvent, When | Where]], page: PageContext) -> Markup:
    if not readings:
        return NOTHING
    items = [_item(reading, recorded, page) for reading, recorded in readings[:MOST_LISTED]]
    head, left = element("b", f"{name} {len(readings):,}"), len(readings) - MOST_LISTED
    if len(items) <= OPEN_TRAY:
        return element("p", head, " ", *items, class_="dl-tray")
    rows = element("ul", join_all(element("li", item) for item in items), class_="dl-rows")
    more = element("p", f"{left:,} more not listed here.", class_="dl-muted") if left > 0 else None
    return element("details", element("summary", head), rows, more, class_="dl-tray", id=f"tray-{name.lower()}")


def _item(reading: ResolvedEvent, recorded: When | Where, page: PageContext) -> Markup:
    link = event_link(reading.id, words(reading.event.title), mode=page.mode)
    if recorded.as_reported is None:
        return link
    told = element("span", words(f"“{recorded.as_reported}”"), class_="dl-muted")
    return join(link, reported_mark(reading.event, recorded, page), told, by=" ")
