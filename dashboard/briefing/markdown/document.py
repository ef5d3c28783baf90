"""A briefing in Markdown, as GitHub shows it: every reference leads to the quotes in the annex."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from dashboard.briefing.manifest import Sealed, SealNotReadable, as_json, body_hash, closed, opened
from dashboard.briefing.markdown.text import shown
from dashboard.briefing.office import runs_of
from dashboard.briefing.outline import (
    SAID,
    Contradiction,
    Entry,
    Figure,
    Heading,
    Outline,
    Piece,
    Quoted,
    Row,
    Section,
    Statement,
    Table,
    Told,
    Value,
    about_pieces,
    cited,
    described,
    described_by,
    held_pieces,
    source_piece,
)

Known = Mapping[str, int]
"""`described` of the outline."""

ENDING: Final = ".md"
_ENDS: Final = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_CARRIED: Final = re.compile(r"^<!-- dateline-briefing (\{.*\}) -->\s*\Z", re.MULTILINE)


def markdown(outline: Outline, seal: Sealed) -> str:
    """The whole file. Of the same outline and seal the same text; it carries the seal in a comment at its end."""
    body = "\n\n".join(_parts(outline)) + "\n"
    whole = closed(seal, body_hash(body))
    return f"{body}\n<!-- dateline-briefing {as_json(whole)} -->\n"


def seal_of(written: str, name: str) -> tuple[Sealed, bool]:
    """What a file carries, and whether all of it is as it was written. Raises `SealNotReadable`."""
    text = written.replace("\r\n", "\n")
    found = _CARRIED.search(text)
    if found is None:
        raise SealNotReadable(f"{name} is not a file that `dateline brief build` made, or it is cut off.")
    return opened(found[1], name, body_hash(text[: found.start()]))


def _parts(outline: Outline) -> Iterator[str]:
    marking = _marking(outline)
    yield marking
    yield f"# {shown(outline.title)}"
    yield from _head(outline)
    known = described(outline)
    for section in outline.sections:
        yield from _section(section, known)
    yield "## Annex: claims and quotes"
    yield from (_entry(entry, known) for entry in outline.annex)
    yield "---"
    yield "  \n".join(shown(credit) for credit in outline.credits)
    yield marking


def _marking(outline: Outline) -> str:
    meaning = outline.marking.meaning
    return f"**{shown(outline.marking.text)}**" + (f": {shown(meaning)}" if meaning else "")


def _head(outline: Outline) -> Iterator[str]:
    lines = [("For", outline.audience), ("As of", outline.as_of), ("Scope", outline.scope)]
    yield "  \n".join(f"**{name}:** {shown(words)}" for name, words in lines if words)
    yield f"*{shown(outline.review)}*"
    yield shown(outline.counts)
    yield "  \n".join(f"*{word}:* {shown(meaning)}" for word, meaning in outline.verdicts)


def _section(section: Section, known: Known) -> Iterator[str]:
    yield f"## {section.title}"
    if not section.blocks:
        yield section.empty
    for kind, blocks in groupby(section.blocks, key=type):
        if issubclass(kind, Statement | Contradiction):
            yield "\n".join(
                line for block in blocks if isinstance(block, Statement | Contradiction) for line in _lines(block)
            )
            continue
        for block in blocks:
            if isinstance(block, Heading):
                yield f"### {shown(block.text)}"
            elif isinstance(block, Told):
                yield from _told(block, known)
            elif isinstance(block, Figure):
                yield from _figure(block, known)
            elif isinstance(block, Table):
                yield _table(block, known)


def _lines(block: Statement | Contradiction) -> Iterator[str]:
    if isinstance(block, Statement):
        yield f"- {_statement(block)}"
    else:
        yield f"- {_statement(block.claim)}"
        yield from (f"  - {each.lead}: {_statement(each.statement)}" for each in block.others)


def _told(told: Told, known: Known) -> Iterator[str]:
    yield f"#### {shown(told.title.text)}"
    review = "" if told.review != "retracted" else " **Retracted.**"
    yield f"{_value(told.date, known)}. {_value(told.place, known)}. {_carried(told.title)}{review}"
    yield "\n".join(f"- {_statement(each)}" for each in told.statements)


def _value(value: Value, known: Known) -> str:
    basis = _led(cited(value, known))
    return shown(value.text) + (f" ({basis})" if basis else "")


def _led(pieces: Iterable[Piece]) -> str:
    """Names of sources lead to their rows; spaces at the ends of a piece part it from the next."""
    return "".join(
        _link(each) if each.source else _ENDS.sub(lambda found: shown(found[0]), each.text) for each in pieces
    )


def _link(piece: Piece) -> str:
    return f"[{shown(piece.text)}](#{_row_of(piece.source)})"


def _row_of(source: str) -> str:
    """The anchor of its row."""
    return f"D-{source}"


def _figure(figure: Figure, known: Known) -> Iterator[str]:
    yield f"### {figure.title}"
    yield shown(figure.description)
    yield _table(figure.table, known)


def _table(table: Table, known: Known) -> str:
    refers = any(row.statement.references for row in table.rows)
    headings = [*map(shown, table.headings), *(["Based on"] if refers else [])]
    lines = [headings, ["---"] * len(headings), *(_cells(row, known, refers=refers) for row in table.rows)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cells(row: Row, known: Known, *, refers: bool) -> list[str]:
    first, *rest = map(shown, row.cells)
    source = described_by(row.statement)
    if source in known:
        first = f'<a id="{_row_of(source)}"></a>{first}'
    if held := _led(held_pieces(row, known)):
        rest[-1] = held
    return [first, *rest, *([_carried(row.statement)] if refers else [])]


def _statement(statement: Statement) -> str:
    said = f"{shown(statement.said)}: " if statement.said else ""
    return f"{said}{shown(statement.text)} {_carried(statement)}"


def _carried(statement: Statement) -> str:
    """Behind a sentence: its references, what was found of them, and whose own words it is."""
    own = f"our own words, {shown(statement.by)}" if statement.by else ""
    notes = "; ".join(each for each in (own, statement.evidence) if each)
    return " ".join(each for each in (_references(statement.references), f"*({notes})*" if notes else "") if each)


def _references(numbers: Sequence[int]) -> str:
    """Each leads to its entry; those that follow on each other are joined: 3–7."""
    return "".join(f"\\[{run}\\]" for run in [", ".join(_runs(numbers))] if run)


def _runs(numbers: Sequence[int]) -> Iterator[str]:
    for first, last in runs_of(numbers):
        yield _reference(first) if first == last else f"{_reference(first)}–{_reference(last)}"


def _reference(number: int) -> str:
    return f"[{number}](#R{number})"  # a capital: no heading's own anchor has one


def _entry(entry: Entry, known: Known) -> str:
    lines = [
        f'<a id="R{entry.number}"></a>**{entry.number}.** {shown(entry.text or entry.claim)} '
        f"*({shown(f'{entry.verdict}: {entry.means}')})*",
        *(_quote(quote, known) for quote in entry.quotes),
        *_meta(entry, known),
    ]
    return "\n\n".join(lines)


def _quote(quote: Quoted, known: Known) -> str:
    source = _led([source_piece(quote.source_id, quote.source, known)])
    return f"> “{shown(quote.words)}”  \n> {source}, {shown(quote.where)}"


def _meta(entry: Entry, known: Known) -> Iterator[str]:
    told = about_pieces(entry, known)
    yield "  \n".join(_led(pieces) if name == SAID else f"{name}: {_led(pieces)}" for name, pieces in told)
