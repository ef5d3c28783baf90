"""A briefing in Markdown, as GitHub shows it: every reference leads to the quotes in the annex."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Final

from dashboard.briefing.manifest import (
    Manifest,
    as_json,
    body_hash,
    complete_manifest,
    find_manifest,
)
from dashboard.briefing.office import runs_of
from dashboard.briefing.outline import (
    SAID,
    AnnexEntry,
    AnnexQuote,
    BriefingSection,
    Contradiction,
    EventBlock,
    FigureBlock,
    HeadingBlock,
    LinkedText,
    Outline,
    Statement,
    TableBlock,
    TableRow,
    ValueWithBasis,
    about_pieces,
    cited_basis,
    described_by,
    held_pieces,
    sentence_pieces,
    source_numbers,
    source_piece,
)
from dashboard.text.visible import collapse_spaces

_ENTITIES: Final = {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
"""Escaped by a backslash, these would still be markup to older readers."""
_ACTIVE: Final = re.compile(r"[\\`*_\[\]~|$@#]|:(?=[\w+/-])|(?<=www)\.", re.IGNORECASE)
_AT_THE_START: Final = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=]))")
"""The start of a line where the next sign would make a list, a rule or the underline of a heading."""
_TURNING: Final = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Controls that turn the direction of what stands beside a text, too."""


def escape_markdown(text: str) -> str:
    """`text` on one line, to stand anywhere in a paragraph, heading, list or cell of a table (CommonMark, GitHub)."""
    line = collapse_spaces(text)
    line = _TURNING.sub(lambda found: f"U+{ord(found[0]):04X}", line)
    line = _ACTIVE.sub(lambda found: "\\" + found[0], line)
    line = "".join(_ENTITIES.get(character, character) for character in line)
    return _AT_THE_START.sub(r"\1\\", line)


Known = Mapping[str, int]
"""`source_numbers` of the outline."""

_ENDS: Final = re.compile(r"\S(?:.*\S)?", re.DOTALL)
_CARRIED: Final = re.compile(r"^<!-- dateline-briefing (\{.*\}) -->\s*\Z", re.MULTILINE)


def markdown(outline: Outline, seal: Manifest) -> str:
    """The whole file. Of the same outline and seal the same text; it carries the seal in a comment at its end."""
    body = "\n\n".join(_parts(outline)) + "\n"
    whole = complete_manifest(seal, body_hash(body))
    return f"{body}\n<!-- dateline-briefing {as_json(whole)} -->\n"


def read_manifest(written: str, name: str) -> tuple[Manifest, bool]:
    """What a file carries, and whether all of it is as it was written. Raises `ManifestNotReadable`."""
    return find_manifest(written, name, _CARRIED)


def _parts(outline: Outline) -> Iterator[str]:
    marking = _marking(outline)
    yield marking
    yield f"# {escape_markdown(outline.title)}"
    yield from _head(outline)
    known = source_numbers(outline)
    for section in outline.sections:
        yield from _section(section, known)
    yield "## Annex: claims and quotes"
    yield from (_entry(entry, known) for entry in outline.annex)
    yield "---"
    yield "  \n".join(escape_markdown(credit) for credit in outline.credits)
    yield marking


def _marking(outline: Outline) -> str:
    meaning = outline.marking.meaning
    return f"**{escape_markdown(outline.marking.text)}**" + (f": {escape_markdown(meaning)}" if meaning else "")


def _head(outline: Outline) -> Iterator[str]:
    yield "  \n".join(f"**{name}:** {escape_markdown(words)}" for name, words in outline.head)
    yield f"*{escape_markdown(outline.review)}*"
    yield escape_markdown(outline.counts)
    yield "  \n".join(f"*{word}:* {escape_markdown(meaning)}" for word, meaning in outline.verdicts)


def _section(section: BriefingSection, known: Known) -> Iterator[str]:
    yield f"## {section.title}"
    if not section.blocks:
        yield escape_markdown(section.empty)
    for kind, blocks in groupby(section.blocks, key=type):
        if issubclass(kind, Statement | Contradiction):
            said = [block for block in blocks if isinstance(block, Statement | Contradiction)]
            yield "\n".join(line for block in said for line in _lines(block, known))
            continue
        for block in blocks:
            if isinstance(block, HeadingBlock):
                yield f"### {escape_markdown(block.text)}"
            elif isinstance(block, EventBlock):
                yield from _event(block, known)
            elif isinstance(block, FigureBlock):
                yield from _figure(block, known)
            elif isinstance(block, TableBlock):
                yield _table(block, known)


def _lines(block: Statement | Contradiction, known: Known) -> Iterator[str]:
    if isinstance(block, Statement):
        yield f"- {_statement(block, known)}"
    else:
        yield f"- {_statement(block.claim, known)}"
        yield from (f"  - {each.lead}: {_statement(each.statement, known)}" for each in block.others)


def _event(told: EventBlock, known: Known) -> Iterator[str]:
    yield f"#### {escape_markdown(told.title.text)}"
    review = "" if told.review != "retracted" else " **Retracted.**"
    yield f"{_value(told.date, known)}. {_value(told.place, known)}. {_notes(told.title)}{review}"
    yield "\n".join(f"- {_statement(each, known)}" for each in told.statements)


def _value(value: ValueWithBasis, known: Known) -> str:
    basis = _linked_text(cited_basis(value, known))
    return escape_markdown(value.text) + (f" ({basis})" if basis else "")


def _linked_text(pieces: Iterable[LinkedText]) -> str:
    """Names of sources lead to their rows; spaces at the ends of a piece part it from the next."""
    return "".join(
        _link(each) if each.source else _ENDS.sub(lambda found: escape_markdown(found[0]), each.text) for each in pieces
    )


def _link(piece: LinkedText) -> str:
    return f"[{escape_markdown(piece.text)}](#{_row_of(piece.source)})"


def _row_of(source: str) -> str:
    """The anchor of its row."""
    return f"D-{source}"


def _figure(figure: FigureBlock, known: Known) -> Iterator[str]:
    yield f"### {figure.title}"
    yield escape_markdown(figure.description)
    yield _table(figure.table, known)


def _table(table: TableBlock, known: Known) -> str:
    headings = [*map(escape_markdown, table.all_headings)]
    rows = [_cells(row, known, refers=table.has_references) for row in table.rows]
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _cells(row: TableRow, known: Known, *, refers: bool) -> list[str]:
    first, *rest = map(escape_markdown, row.cells)
    source = described_by(row.statement)
    if source in known:
        first = f'<a id="{_row_of(source)}"></a>{first}'
    if held := _linked_text(held_pieces(row, known)):
        rest[-1] = held
    return [first, *rest, *([_notes(row.statement)] if refers else [])]


def _statement(statement: Statement, known: Known) -> str:
    said = f"{escape_markdown(statement.said)}: " if statement.said else ""
    return f"{said}{_linked_text(sentence_pieces(statement, known))} {_notes(statement)}".rstrip()


def _notes(statement: Statement) -> str:
    """Behind a sentence: its references, what was found of them, and whose own words it is."""
    own = f"our own words, {escape_markdown(statement.by)}" if statement.by else ""
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


def _entry(entry: AnnexEntry, known: Known) -> str:
    lines = [
        f'<a id="R{entry.number}"></a>**{entry.number}.** {escape_markdown(entry.text or entry.claim)} '
        f"*({escape_markdown(f'{entry.verdict}: {entry.means}')})*",
        *(_quote(quote, known) for quote in entry.quotes),
        *_meta(entry, known),
    ]
    return "\n\n".join(lines)


def _quote(quote: AnnexQuote, known: Known) -> str:
    source = _linked_text([source_piece(quote.source_id, quote.source, known)])
    return f"> “{escape_markdown(quote.words)}”  \n> {source}, {escape_markdown(quote.where)}"


def _meta(entry: AnnexEntry, known: Known) -> Iterator[str]:
    told = about_pieces(entry, known)
    yield "  \n".join(
        _linked_text(pieces) if name == SAID else f"{name}: {_linked_text(pieces)}" for name, pieces in told
    )
