"""What stands behind a mark of the wall's figures: for each event, where the press leads, and what it says first."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from dashboard.app.pages.present.presented import Presentation
from dashboard.app.parts import MARK_OF_SUPPORT, citation_of_recorded, evidence_mark, place_link, source_name
from dashboard.app.shell import url_ids
from dashboard.model.event import Toward, When, Where
from dashboard.query.citations import Citation, citation_of_claims
from dashboard.query.reading import ResolvedEvent, Support
from dashboard.text.markup import NOTHING, Markup, element, words

MOST_LISTED: Final = 6
"""The most events that are listed for one mark; if it has more, a link leads to the list of all."""


def behind(reading: ResolvedEvent, made: Presentation) -> dict[str, str]:
    """HTML of an event: the link of its mark on the `map`, on the `timeline`, and of each `toward/PLACE`."""
    return dict(_links(reading, made))


def first_behind(events: Sequence[str], made: Presentation) -> dict[str, Any]:
    """Ids of the first of a mark's events, and of many a link to the list of all."""
    more = NOTHING
    if len(events) > MOST_LISTED:
        words_ = element("b", f"All {len(events):,} events")
        more = place_link("", words_, mode=made.page.mode, list=url_ids.encode(events))
    return {"events": list(events[:MOST_LISTED]), "more": more.html}


def _links(reading: ResolvedEvent, made: Presentation) -> Iterator[tuple[str, str]]:
    event, place, date = reading.event, reading.place, reading.date
    if place.value is not None:
        yield "map", _link(reading, event.where, place.value.name, place.carried, made).html
    if date.value is not None:
        yield "timeline", _link(reading, event.when, date.value.words(), date.carried, made).html
    for line in reading.lines:
        toward = next(each for each in event.toward if (each.place, each.as_) == (line.place.id, line.as_))
        yield (
            f"toward/{line.place.id}",
            _link(reading, toward, f"{line.as_} {line.place.name}", line.carried, made).html,
        )


def _link(
    reading: ResolvedEvent, recorded: When | Where | Toward, value: str, carried: Support, made: Presentation
) -> Markup:
    """The title; below it the value with its mark, and by whom. It leads to the words of the value.

    What the team infers has none: then to those of the event, and where there are none either, to its card.
    """
    page, event = made.page, reading.event
    own = _known_citation(citation_of_recorded(event, recorded, page, made.mode), made)
    ground = own or _known_citation(citation_of_claims(event, event.claims, page.evidence), made)
    by = source_name(page, own.source) if own else MARK_OF_SUPPORT[carried]
    mark = evidence_mark(MARK_OF_SUPPORT[carried])
    told = element("span", mark, words(f" {value} · {by}"), class_="pr-source")
    row = element("span", words(event.title), told)
    if ground is None:
        return place_link("", row, mode=page.mode, event=event.id)
    return place_link("sources", row, mode=page.mode, source=ground.source, quote=ground.quote)


def _known_citation(ground: Citation | None, made: Presentation) -> Citation | None:
    """The citation, or None if its source does not exist: its page would say nothing."""
    return ground if ground is not None and ground.source in made.page.workspace.sources else None
