"""The sections of a briefing in HTML, block by block."""

from collections.abc import Iterator
from itertools import groupby

from dashboard.briefing.html.drawing import DrawnFigure
from dashboard.briefing.html.sentences import Sentences, question_anchor, source_anchor
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
    ValueWithBasis,
    described_by,
    held_pieces,
)
from dashboard.text.markup import Markup, element, join, join_all, line


def section(part: BriefingSection, sentences: Sentences) -> Markup:
    """A section with its heading. One that has nothing to say says so."""
    content = list(_blocks(part, sentences)) or [element("p", part.empty, class_="empty")]
    heading = element("h2", part.title, id=f"{part.key}-heading")
    return element("section", heading, *content, class_=part.key, id=part.key, aria_labelledby=f"{part.key}-heading")


def _blocks(part: BriefingSection, sentences: Sentences) -> Iterator[Markup]:
    for kind, blocks in groupby(part.blocks, key=lambda each: isinstance(each, Statement | Contradiction)):
        if kind:
            yield element("ul", *(_list_item(block, sentences) for block in blocks), class_="sentences", role="list")
        else:
            yield from (_block(block, sentences) for block in blocks)


def _list_item(block: Block, sentences: Sentences) -> Markup:
    if isinstance(block, Statement):
        return element("li", sentences.sentence(block))
    if not isinstance(block, Contradiction):
        raise TypeError(f"{type(block).__name__} does not stand in a list")
    against = [
        element("p", element("span", f"{each.lead}: ", class_="said"), sentences.sentence(each.statement))
        for each in block.others
    ]
    return element("li", element("p", sentences.sentence(block.claim)), *against, class_="contradiction")


def _block(block: Block, sentences: Sentences) -> Markup:
    match block:
        case HeadingBlock():
            return element("h3", line(block.text))
        case EventBlock():
            return _event(block, sentences)
        case FigureBlock():
            return _figure(block, sentences)
        case TableBlock():
            return table(block, sentences)
    return _list_item(block, sentences)


def _event(told: EventBlock, sentences: Sentences) -> Markup:
    """The dateline, the headline, and the claims."""
    place, date = line(told.place.text, "place"), line(told.date.text, "date")
    dateline = element("p", place, ", ", date, class_="dateline")
    retracted = element("strong", " Retracted.") if told.review == "retracted" else None
    title = element("h4", line(told.title.text), retracted)
    bases = [_basis("Place", told.place, sentences), _basis("Date", told.date, sentences)]
    carried = element("p", join_all([sentences.evidence_notes(told.title), *bases], " "), class_="headline-carried")
    claims = element("ul", *(element("li", sentences.sentence(each)) for each in told.statements), role="list")
    return element("article", dateline, title, carried, claims if told.statements else None, id=f"E-{told.id}")


def _basis(name: str, value: ValueWithBasis, sentences: Sentences) -> Markup | None:
    """How a value is carried; the sources of one from outside lead to their descriptions."""
    if not value.basis:
        return None
    how = value.basis.partition(": ")[0]
    sources = join_all([sentences.source(id_, title) for id_, title in value.sources], "; ")
    by = join(Markup(", by "), sources) if value.sources else None
    return element("span", f"{name}: {how}", by, ".", class_="basis")


def _figure(figure: FigureBlock, sentences: Sentences) -> Markup:
    """The drawing with its table, which is open where nothing is drawn. A script shows the buttons."""
    drawn = sentences.figures.get(figure.name, DrawnFigure())
    nearer = (("Zoom in", "1.5"), ("Zoom out", "0.6667"), ("Show all", "0"))
    buttons = (element("button", text, type="button", data_zoom=factor) for text, factor in nearer)
    parts = [
        element("p", drawn.lacking, class_="empty") if drawn.lacking else None,
        element("div", *buttons, class_="controls", role="group", aria_label=f"{figure.title}: zoom", hidden=True),
        element("div", drawn.drawings, class_="plot"),
        drawn.lists,
        element("figcaption", line(figure.description)),
    ]
    is_drawn = bool(drawn.drawings.html)
    summary = element("summary", f"{figure.title} as a table")
    rows = element("details", summary, table(figure.table, sentences, leads=True), open=not is_drawn)
    shown = element("figure", *parts, data_figure=figure.name)
    return element("div", element("h3", figure.title), shown, rows, class_="figure")


def table(made: TableBlock, sentences: Sentences, *, leads: bool = False) -> Markup:
    """Its last column holds references, where a row has some. `leads`: the first cell leads to the event's place."""
    columns = [element("th", line(each), scope="col", role="columnheader") for each in made.all_headings]
    head = element("tr", *columns, role="row")
    body = [_row(row, made, sentences, leads=leads) for row in made.rows]
    parts = (element("thead", head, role="rowgroup"), element("tbody", *body, role="rowgroup"))
    return element("table", *parts, role="table")


def _row(row: TableRow, made: TableBlock, sentences: Sentences, *, leads: bool) -> Markup:
    """A row of a table; on a narrow page every cell gets a line of its own, with its heading."""
    headings = made.headings
    first, *rest = row.cells
    target = row.statement.claims[0].partition("/")[0] if leads and row.statement.claims else ""
    led = element("a", line(first), href=f"#E-{target}") if target in sentences.event_ids else line(first)
    cells = [element("th", led, scope="row", role="rowheader")]
    held = join_all(sentences.link(each) for each in held_pieces(row, sentences.described))
    shown = [*map(line, rest[:-1]), held if held.html else line(rest[-1])] if rest else []
    for text, content, heading in zip(rest, shown, headings[1:], strict=True):
        cells.append(element("td", content, role="cell", data_heading=heading, class_=None if text else "empty"))
    if made.has_references:
        notes = sentences.evidence_notes(row.statement)
        cells.append(element("td", notes, role="cell", data_heading=made.reference_heading))
    return element("tr", *cells, role="row", id=_anchor(row, headings, sentences))


def _anchor(row: TableRow, headings: tuple[str, ...], sentences: Sentences) -> str | None:
    """The id that links to this row use: of a source's description, or of the first row of a question."""
    described, question = described_by(row.statement) if headings[0] == "Source" else "", row.statement.question
    if described or not question or question in sentences.asked:
        return source_anchor(described) if described else None
    sentences.asked.add(question)
    return question_anchor(question)
