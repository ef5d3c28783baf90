"""Marks on the wall that lead to words: of claims by their references, and of the values that stand in a row."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dashboard.app.pages.present.presented import Presentation
from dashboard.app.parts import Recorded, evidence_link, evidence_mark, place_link, recorded_mark
from dashboard.briefing.outline import TableRow
from dashboard.model.event import Event
from dashboard.query.citations import citation_of_claim
from dashboard.text.markup import NOTHING, Content, Markup, join_all
from dashboard.views.drawing import EVIDENCE_MARKS

MOST_MARKS: Final = 8
"""A sentence that rests on more claims has a mark for each verdict, which leads to the first such claim."""


def claim_link(reference: str, made: Presentation) -> Markup:
    """The mark of `event-id/claim`, leading to its words; that of the unknown where the claim is gone."""
    verdict = made.briefing_input.numbering.verdict(reference)
    id_, _, key = reference.partition("/")
    event = made.page.workspace.events.get(id_)
    if verdict not in EVIDENCE_MARKS or event is None:
        return evidence_mark("unknown")
    return evidence_link(verdict, citation_of_claim(event, key, made.page.evidence), made.page, of=key)


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


def _recorded_value(event: Event, field: str) -> Recorded:
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
