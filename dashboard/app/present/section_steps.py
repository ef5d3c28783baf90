"""A section of a briefing on the wall: its sentences, pairs and tables as blocks that a sheet can hold."""

from collections.abc import Iterator
from itertools import groupby

from dashboard.app.outlook.judgement import likelihood_bar
from dashboard.app.parts.markup import Markup, element, joined, words
from dashboard.app.present.event_step import event_step
from dashboard.app.present.notes import mark_of, notes_of
from dashboard.app.present.presented import Presented
from dashboard.app.present.step import Step
from dashboard.briefing.outline import Block, Figure, Heading, Pair, Row, Section, Statement, Table, Told, statements_of

LARGE = "bottom-line"


def section_steps(section: Section, made: Presented) -> Iterator[Step]:
    """A step for each event, one for both figures, one for the rest; none for a section that has nothing to say."""
    if not section.blocks:
        return
    for is_told, blocks in groupby(section.blocks, key=lambda each: isinstance(each, Told)):
        if is_told:
            yield from (event_step(block, made) for block in blocks if isinstance(block, Told))
        else:
            yield from _section(section, tuple(blocks), made)


def _section(section: Section, blocks: tuple[Block, ...], made: Presented) -> Iterator[Step]:
    named = tuple(block.name for block in blocks if isinstance(block, Figure))
    if named:
        statements = [each for block in blocks for each in statements_of(block)]
        head = element("h1", section.title)
        yield Step("figures", section.title, head, notes=notes_of(statements, made.outline), figures=named)
        return
    while blocks and isinstance(blocks[-1], Heading):  # of the events that follow: each has a step of its own
        blocks = blocks[:-1]
    if not blocks:
        return
    head = element("h1", section.title, class_="pr-section")
    told = _judgements(made) if section.key == "judgements" else _blocks(blocks, section.key)
    notes = notes_of((each for block in blocks for each in statements_of(block)), made.outline)
    yield Step("section", section.title, head, tuple(told), notes=notes, size="large" if section.key == LARGE else "")


def _blocks(blocks: tuple[Block, ...], section: str) -> Iterator[Markup]:
    for block in blocks:
        match block:
            case Heading():
                yield element("h2", words(block.text), class_="pr-heading")
            case Statement():
                yield _sentence(block)
            case Pair():
                against = element("div", element("p", "Against it", class_="pr-label"), _sentence(block.other))
                yield element("div", _sentence(block.claim), against, class_="pr-pair")
            case Table():
                yield from (_row(row, block, section) for row in block.rows)
            case _:
                raise TypeError(f"{type(block).__name__} has a step of its own")


def _sentence(statement: Statement) -> Markup:
    """Its words, and behind them what was found of its claims, and whose they are."""
    said = element("span", words(statement.said), ": ", class_="pr-said") if statement.said else None
    return element("p", said, words(statement.text), " ", _carried(statement), class_="pr-sentence")


def _carried(statement: Statement) -> Markup:
    marks = [mark_of(verdict) for verdict in dict.fromkeys(statement.verdicts)]
    told = [statement.evidence, f"our own words, {statement.by}" if statement.by else ""]
    return element("span", *marks, words(" · ".join(filter(None, told))), class_="pr-carried")


def _row(row: Row, table: Table, section: str) -> Markup:
    """The event leads, else the first cell; the others say what they are. On the ladder, how far it came is last."""
    if section == "commitment":
        date, title, level, meaning = row.cells
        far = joined(element("b", words(level)), element("span", words(meaning), class_="pr-source"))
        parts = [element("span", words(date), class_="pr-source"), element("span", words(title)), element("span", far)]
        return element("div", *parts, class_="pr-row pr-rung")
    lead = table.headings.index("Event") if "Event" in table.headings else 0
    cells = [
        element("span", element("span", f"{heading}: ", class_="pr-source"), words(cell))
        for at, (heading, cell) in enumerate(zip(table.headings, row.cells, strict=False))
        if cell and at != lead and heading != "Address"
    ]
    return element(
        "div", element("b", words(row.cells[lead])), element("p", *cells, class_="pr-cells"), class_="pr-row"
    )


def _judgements(made: Presented) -> Iterator[Markup]:
    """The question, how likely a yes is, and in a sentence of its own how sure the team is."""
    found = [each for each in _statements(made, "judgements") if each.question]
    for judged in made.briefing.judgements:
        likely, sure = found[:2]
        del found[:2]
        parts = [element("p", words(likely.text), class_="pr-sentence pr-judged"), likelihood_bar(judged.likelihood)]
        yield element("div", *parts, element("p", words(sure.text), " ", _carried(sure), class_="pr-sentence"))
        yield from (_sentence(made.chosen.numbering.own(reason)) for reason in judged.reasons)


def _statements(made: Presented, key: str) -> Iterator[Statement]:
    for section in made.outline.sections:
        if section.key == key:
            yield from (block for block in section.blocks if isinstance(block, Statement))
