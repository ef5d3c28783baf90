"""All steps of what is presented, in the order of its outline."""

from collections.abc import Iterator
from functools import partial
from itertools import groupby

from dashboard.app.pages.outlook import likelihood_bar
from dashboard.app.pages.present.event_step import event_step, notes_of
from dashboard.app.pages.present.evidence_links import claim_links, source_link, sources_of, value_link
from dashboard.app.pages.present.presentation import Presentation, StepContent, WallStep
from dashboard.briefing.outline import (
    Block,
    BriefingSection,
    Contradiction,
    EventBlock,
    FigureBlock,
    HeadingBlock,
    Statement,
    TableBlock,
    TableRow,
    statements_of,
)
from dashboard.query.wording import day_words
from dashboard.text.markup import Content, Markup, element, join, words

LARGE = "bottom-line"


def steps_of(made: Presentation) -> tuple[WallStep, ...]:
    """The title first; then section by section, event by event."""
    return tuple(_steps(made))


def _steps(made: Presentation) -> Iterator[WallStep]:
    yield _title(made)
    for section in made.outline.sections:
        yield from section_steps(section, made)


def _title(made: Presentation) -> WallStep:
    return WallStep("title", made.outline.title, partial(_title_content, made), figures=("timeline",))


def _title_content(made: Presentation) -> StepContent:
    outline = made.outline
    about = [_line(name, text) for name, text in outline.head]
    head = element("h1", words(outline.title), class_="pr-title")
    review = "" if made.is_view else f"{outline.review} "
    counts = element("p", words(f"{review}{outline.counts}"), class_="pr-source")
    meaning = element("p", words(f"{outline.marking.text}: {outline.marking.meaning}"), class_="pr-source")
    rows = (*about, counts, *([meaning] if outline.marking.meaning else []), *_time_notes(made))
    return StepContent(head, rows)


def _time_notes(made: Presentation) -> Iterator[Markup]:
    if made.until is not None:
        told = f"Situation is set to {day_words(made.until)}; this presentation does not use that day."
        yield element("p", words(told), class_="pr-source")


def _line(name: str, text: str) -> Markup:
    return element("p", element("span", f"{name} ", class_="pr-source"), words(text), class_="pr-sentence")


def section_steps(section: BriefingSection, made: Presentation) -> Iterator[WallStep]:
    """A step for each event, one for both figures, one for the rest; none for a section that has nothing to say.

    That nothing changed, or cannot be told, is something to say: somebody has asked.
    """
    if not section.blocks:
        if section.key == "changes":
            yield WallStep("section", section.title, partial(_nothing, section))
        return
    for is_told, blocks in groupby(section.blocks, key=lambda each: isinstance(each, EventBlock)):
        if is_told:
            yield from (event_step(block, made) for block in blocks if isinstance(block, EventBlock))
        else:
            yield from _section(section, tuple(blocks), made)


def _section(section: BriefingSection, blocks: tuple[Block, ...], made: Presentation) -> Iterator[WallStep]:
    named = tuple(block.name for block in blocks if isinstance(block, FigureBlock))
    if named:
        yield WallStep("figures", section.title, partial(_figures, section, blocks, made), figures=named)
        return
    while blocks and isinstance(blocks[-1], HeadingBlock):  # of the events that follow: each has a step of its own
        blocks = blocks[:-1]
    if not blocks:
        return
    size = "large" if section.key == LARGE else ""
    yield WallStep("section", section.title, partial(_content, section, blocks, made), size=size)


def _content(section: BriefingSection, blocks: tuple[Block, ...], made: Presentation) -> StepContent:
    told = _judgements(made) if section.key == "judgements" else _blocks(blocks, section.key, made)
    return StepContent(_head(section), tuple(told), notes=_notes(blocks, made))


def _figures(section: BriefingSection, blocks: tuple[Block, ...], made: Presentation) -> StepContent:
    return StepContent(element("h1", section.title), notes=_notes(blocks, made))


def _nothing(section: BriefingSection) -> StepContent:
    return StepContent(_head(section), (element("p", words(section.empty), class_="pr-sentence"),))


def _head(section: BriefingSection) -> Markup:
    return element("h1", section.title, class_="pr-section")


def _notes(blocks: tuple[Block, ...], made: Presentation) -> Markup:
    return notes_of((each for block in blocks for each in statements_of(block)), made)


def _blocks(blocks: tuple[Block, ...], section: str, made: Presentation) -> Iterator[Markup]:
    for block in blocks:
        match block:
            case HeadingBlock():
                yield element("h2", words(block.text), class_="pr-heading")
            case Statement():
                yield _sentence(block, made)
            case Contradiction():
                against = [
                    element("div", element("p", each.lead, class_="pr-label"), _sentence(each.statement, made))
                    for each in block.others
                ]
                yield element("div", _sentence(block.claim, made), *against, class_="pr-pair")
            case TableBlock():
                yield from (_row(row, block, section, made) for row in block.rows)
            case _:
                raise TypeError(f"{type(block).__name__} has a step of its own")


def _sentence(statement: Statement, made: Presentation) -> Markup:
    """Its words, and behind them what was found of its claims, unless it is a judgement, and whose they are."""
    said = element("span", words(statement.said), ": ", class_="pr-said") if statement.said else None
    return element("p", said, words(statement.text), " ", _support_line(statement, made), class_="pr-sentence")


def _support_line(statement: Statement, made: Presentation) -> Markup:
    told = [statement.evidence, f"our own words, {statement.by}" if statement.by else ""]
    claims = statement.claims if statement.verdicts else ()
    return element("span", claim_links(claims, made), words(" · ".join(filter(None, told))), class_="pr-carried")


def _row(row: TableRow, table: TableBlock, section: str, made: Presentation) -> Markup:
    """The event leads, else the first cell; the others say what they are. On the ladder, how far it came is last."""
    if section == "commitment":
        return _rung(row, made)
    lead = table.headings.index("Event") if "Event" in table.headings else 0
    claims, value = claim_links(row.statement.claims, made), value_link(row, section, made)
    beside = {"Reported": claims, "Assessed": value} if section == "disputed" else {}
    told = [
        element("span", element("span", f"{heading}: ", class_="pr-source"), beside.get(heading), " ", words(cell))
        for at, (heading, cell) in enumerate(zip(table.headings, row.cells, strict=False))
        if cell and at != lead and heading != "Address"
    ]
    marks = join(*((claims, value) if not beside else ()))
    found = element("span", marks, class_="pr-carried") if marks.html else None
    title: Content = words(row.cells[lead])
    for id_ in sources_of(row.statement.records) if section == "sources" else ():
        title = source_link(id_, title, made)
    return element("div", element("b", title), element("p", *told, found, class_="pr-cells"), class_="pr-row")


def _rung(row: TableRow, made: Presentation) -> Markup:
    """A row of the ladder: when, what and the commitment level; date and level with their marks."""
    date, title, level, meaning = row.cells
    rung = element("b", claim_links(row.statement.claims, made), " ", words(level))
    when = element("span", value_link(row, "commitment", made), " ", words(date), class_="pr-source")
    far = element("span", rung, element("span", words(meaning), class_="pr-source"))
    return element("div", when, element("span", words(title)), far, class_="pr-row pr-rung")


def _judgements(made: Presentation) -> Iterator[Markup]:
    """The question, how likely a yes is, and in a sentence of its own how sure the team is."""
    found = [each for each in _statements(made, "judgements") if each.question]
    for judged in made.briefing.judgements:
        likely, sure = found[:2]
        del found[:2]
        parts = [element("p", words(likely.text), class_="pr-sentence pr-judged"), likelihood_bar(judged.likelihood)]
        yield element(
            "div", *parts, element("p", words(sure.text), " ", _support_line(sure, made), class_="pr-sentence")
        )
        yield from (_sentence(made.briefing_input.numbering.own(reason), made) for reason in judged.reasons)


def _statements(made: Presentation, key: str) -> Iterator[Statement]:
    for section in made.outline.sections:
        if section.key == key:
            yield from (block for block in section.blocks if isinstance(block, Statement))
