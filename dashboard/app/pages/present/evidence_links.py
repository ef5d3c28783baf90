"""What marks on the wall lead to: the words of claims and values, and the events behind the marks of figures."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from dashboard.app.pages.present.presentation import Presentation
from dashboard.app.parts import evidence_link, place_link, recorded_mark, source_name
from dashboard.app.shell import url_ids
from dashboard.briefing.outline import TableRow
from dashboard.model.event import Event
from dashboard.model.time_and_place import Toward, When, Where
from dashboard.query.citations import Citation, citation_of_claims
from dashboard.query.marks import make_mark, mark_of_claims, mark_of_recorded
from dashboard.query.reading import AssessedPart, Mode, ResolvedEvent, Support
from dashboard.text.markup import NOTHING, Content, Markup, element, join_all, words
from dashboard.views.card import evidence_mark

MOST_MARKS: Final = 8
"""A sentence that rests on more claims has a mark for each verdict, which leads to the first such claim."""
MOST_LISTED: Final = 6
"""The most events that are listed for one mark; if it has more, a link leads to the list of all."""
CROWDED: Final = 1_000
"""Where more events are presented, a mark of several leads to their list: links to each would weigh megabytes."""


def claim_link(reference: str, made: Presentation) -> Markup:
    """The mark of `event-id/claim`, leading to its words; that of the unknown where the claim is gone."""
    id_, _, key = reference.partition("/")
    event = made.page.workspace.events.get(id_)
    if event is None or key not in event.claims:
        return evidence_mark("unknown")
    mark = mark_of_claims(event, [key], made.page.table)
    return evidence_link(event.claims[key].basis or mark.word, mark.citation, made.page, of=key)


def claim_links(references: Sequence[str], made: Presentation) -> Markup:
    """A mark for each."""
    if len(references) > MOST_MARKS:
        verdicts = {made.briefing_input.numbering.verdict(each): each for each in reversed(references)}
        references = [each for each in references if each in verdicts.values()]
    return join_all(claim_link(each, made) for each in references)


def value_link(row: TableRow, section: str, made: Presentation) -> Markup:
    """The mark of the value that a row of that section shows, with its link; nothing if it shows none."""
    reference = row.statement.claims[0] if row.statement.claims else ""
    everything = (*made.briefing_input.readings, *made.briefing_input.everything)
    reading = next((each for each in everything if each.id == reference.partition("/")[0]), None)
    if reading is None:
        return NOTHING
    event, cells = reading.event, row.cells
    if section == "disputed":
        return recorded_mark(event, _recorded_value(event, row.field), made.page, made.mode)
    is_told = section == "commitment" or (section == "outlook" and cells[2].startswith("answered"))
    return recorded_mark(event, event.when, made.page, made.mode) if is_told and reading.date.value else NOTHING


def _recorded_value(event: Event, field: str) -> AssessedPart:
    part, _, of = field.partition(".")
    match part:
        case "amounts":
            return event.amounts[of]
        case "who":
            return event.who[int(of)]
    return event.when if part == "when" else event.where


def source_link(id_: str, content: Content, made: Presentation, quote: str | None = None) -> Content:
    """Its name, leading to it, or to the quote in its text; not where it is not described."""
    if id_ not in made.page.workspace.sources:
        return content
    return place_link("sources", content, mode=made.page.mode, source=id_, quote=quote)


def sources_of(keys: Iterable[str]) -> Iterator[str]:
    """Ids of sources among the keys of records."""
    return (key.partition("/")[2] for key in keys if key.startswith("sources/"))


def behind(reading: ResolvedEvent, made: Presentation) -> dict[str, str]:
    """HTML of an event: the link of its mark on the `map`, on the `timeline`, and of each `toward/PLACE`."""
    return dict(_links(reading, made))


def first_behind(events: Sequence[str], made: Presentation) -> dict[str, Any]:
    """Ids of the first of a mark's events, and of many a link to the list of all; where it is `CROWDED`, that alone."""
    more = NOTHING
    crowded = len(made.briefing_input.readings) > CROWDED
    if len(events) > (1 if crowded else MOST_LISTED):
        words_ = element("b", f"All {len(events):,} events")
        more = place_link("", words_, mode=made.page.mode, list=url_ids.encode(events))
    return {"events": [] if crowded and more.html else list(events[:MOST_LISTED]), "more": more.html}


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
    own = _known_citation(mark_of_recorded(event, recorded, page.table, made.mode).citation, made)
    ground = own or _known_citation(citation_of_claims(event, event.claims, page.evidence), made)
    assessed = recorded.assessed is not None and made.mode is Mode.ASSESSED
    word = make_mark(carried, event, recorded, page.table, assessed=assessed).word
    by = source_name(page, own.source) if own else word
    mark = evidence_mark(word)
    told = element("span", mark, words(f" {value} · {by}"), class_="pr-source")
    row = element("span", words(event.title), told)
    if ground is None:
        return place_link("", row, mode=page.mode, event=event.id)
    return place_link("sources", row, mode=page.mode, source=ground.source, quote=ground.quote)


def _known_citation(ground: Citation | None, made: Presentation) -> Citation | None:
    """The citation, or None if its source does not exist: its page would say nothing."""
    return ground if ground is not None and ground.source in made.page.workspace.sources else None
