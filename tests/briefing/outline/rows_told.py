"""The rows of a document as a reader compares two: where each stands, what it says, its marks and its drawing."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from dashboard.briefing.outline import (
    BriefingInput,
    Contradiction,
    EventBlock,
    FigureBlock,
    HeadingBlock,
    Outline,
    Statement,
    TableBlock,
    choose_events,
    statements_of,
)
from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.briefing import Briefing
from dashboard.query.reading import ResolvedEvent
from dashboard.views.drawing import Drawing
from dashboard.views.drawing.palette import LIGHT
from dashboard.views.map import MapInput, event_map
from dashboard.views.timeline import event_timeline


class Rows(Counter[tuple[str, tuple[Any, ...]]]):
    """The words of each sentence, and all that a reader sees of it. References are claims, as numbers move."""

    annex: dict[str, tuple[Any, set[str]]]
    """What the annex alone tells of a claim or of its event, and the sentences by which a reader comes there."""


def rows_of(outline: Outline, briefing: Briefing, validation: Validation) -> Rows:
    """The rows of a briefing's outline."""
    rows = Rows(_rows(outline, briefing, validation))
    rows.annex = dict(_told_in_the_annex_alone(outline, validation))
    return rows


def _rows(outline: Outline, briefing: Briefing, validation: Validation) -> Iterator[tuple[str, tuple[Any, ...]]]:
    made = choose_events(briefing, validation)
    numbers = {entry.number: entry.claim for entry in outline.annex}
    annex = {entry.claim: entry for entry in outline.annex}
    titles = {thread.title: id_ for id_, thread in validation.workspace.threads.items()}

    def seen(statement: Statement, *where: Any, in_full: bool = False) -> tuple[str, tuple[Any, ...]]:
        marks = tuple((claim, made.numbering.verdict(claim), _is_retracted(claim, made)) for claim in statement.claims)
        told = (statement.text, statement.by, marks, statement.doubt, statement.said, statement.held)
        full = tuple(
            _in_full(claim, annex, made, is_entry=statement.text == annex[claim].text)
            for claim in statement.claims
            if in_full
        )
        return statement.text, (*where, told, full)

    def every() -> Iterator[tuple[str, tuple[Any, ...]]]:
        for section in outline.sections:
            heading = ""
            for block in section.blocks:
                where = (section.key, titles.get(heading, heading))
                match block:
                    case HeadingBlock():
                        heading = block.text
                    case EventBlock():
                        yield seen(block.title, *where, block.date, block.place, block.review == "retracted")
                        is_retracted = block.review == "retracted"
                        yield from (
                            seen(each, section.key, is_retracted, in_full=not each.held) for each in block.statements
                        )
                    case TableBlock():
                        yield from (seen(row.statement, *where, row.held) for row in block.rows)
                    case FigureBlock():
                        for row, reading in zip(block.table.rows, made.readings, strict=True):
                            yield seen(row.statement, *where, block.name, _picture(block.name, reading, made))
                    case Statement():
                        yield seen(block, *where, in_full=True)
                    case Contradiction():
                        first = block.claim
                        whole = tuple(each.statement.claims for each in block.others)
                        lines = [(each, tuple(numbers[at] for at in each.against)) for each in block.others]
                        pairs = tuple((each.is_against_first, against) for each, against in lines)
                        yield seen(first, *where, whole, pairs, in_full=True)
                        for each, against in lines:
                            of_first = (first.claims, each.is_against_first)
                            yield seen(each.statement, *where, of_first, against, in_full=True)

    return every()


def differing(before: Rows, after: Rows) -> tuple[set[str], set[str]]:
    """The sentences of each document whose row the other does not have."""
    others = [key for key in before.annex.keys() & after.annex.keys() if before.annex[key][0] != after.annex[key][0]]
    old, new = ({text for key in others for text in side.annex[key][1]} for side in (before, after))
    return {text for text, _ in before - after} | old, {text for text, _ in after - before} | new


def _told_in_the_annex_alone(outline: Outline, validation: Validation) -> Iterator[tuple[str, tuple[Any, set[str]]]]:
    """Entries that no sentence tells or rests on, and headlines that none has: with the sentences that lead there."""
    every = list(outline.statements())
    titles = {text for each in every for text in (each.text, each.text.partition(": ")[0])}
    in_full = {
        id(each)
        for section in outline.sections
        for block in section.blocks
        if isinstance(block, Statement | Contradiction | EventBlock)
        for each in (block.statements if isinstance(block, EventBlock) else statements_of(block))
        if not each.held
    }
    for entry in outline.annex:
        referring = [each for each in every if entry.claim in each.claims]
        full = [each for each in referring if id(each) in in_full]
        own = [each for each in full if each.text == entry.text]
        id_, _, key = entry.claim.partition("/")
        event = validation.workspace.events.get(id_)
        if event is None or key not in event.claims:
            continue
        leading = {each.text for each in own or full or referring}
        if not full:
            sources = tuple(
                (each, each in validation.workspace.sources) for each in sorted(sources_of_claim(event.claims[key]))
            )
            words = tuple((each.source_id, each.words) for each in entry.quotes)
            told = (entry.text, entry.said, entry.credibility, words, sources, entry.note, entry.allowed)
            yield f"{entry.claim} alone", (told, leading)
        if event.title not in titles:
            yield entry.claim, (entry.event, leading)


def _is_retracted(claim: str, made: BriefingInput) -> bool:
    event = made.workspace.events.get(claim.partition("/")[0])
    return event is not None and event.review.status == "retracted"


def _in_full(claim: str, annex: Any, made: BriefingInput, *, is_entry: bool) -> Any:
    """What the team's own words on a claim, or the claim itself, stand for: all that the document tells of it.

    Where a sentence has the claim's own words, the whole entry of the annex counts for that one. For others, the
    speakers count, and not what they are called, nor what the team wrote beside the claim.
    """
    id_, _, key = claim.partition("/")
    event = made.workspace.events.get(id_)
    if event is None or key not in event.claims:
        return claim
    entry, own = annex[claim], made.numbering.claim(event, key)
    quotes = tuple((each.source, each.exact, each.prefix, each.suffix) for each in event.claims[key].quotes)
    sources = tuple((id_, id_ in made.workspace.sources) for id_ in sorted(sources_of_claim(event.claims[key])))
    is_anybody_s = entry.said.casefold() not in ("", event.claims[key].kind)
    said = entry.said if is_entry else (event.claims[key].kind, event.claims[key].voices if is_anybody_s else ())
    beside = (entry.note, entry.allowed) if is_entry else ()
    return (entry.text, said, own.doubt, entry.credibility, quotes, sources, beside)


def _picture(name: str, reading: ResolvedEvent, made: BriefingInput) -> str:
    """The drawing of an event alone."""
    drawn: Drawing = (
        event_map(MapInput([reading], tuple(made.workspace.threads), width=600, height=400), LIGHT)
        if name == "map"
        else event_timeline([reading], threads=made.workspace.threads, palette=LIGHT, width=600, today=made.day)
    )
    return str(drawn.figure.to_json())
