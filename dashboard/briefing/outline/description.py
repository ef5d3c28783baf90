"""Links from pieces of text to the rows that describe a briefing's sources: the same in every format."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from dashboard.briefing.outline.annex import CARRIED, AnnexEntry
from dashboard.briefing.outline.outline import (
    Outline,
    Statement,
    TableRow,
    ValueWithBasis,
    statements_of,
)


@dataclass(frozen=True, slots=True)
class LinkedText:
    """Words, and the id of the source that they name: empty where they name none, or none that is described."""

    text: str
    source: str = ""


def described_by(statement: Statement) -> str:
    """Id of the source that a row describes; empty of any other row."""
    keys = [key for key in statement.records if key.startswith("sources/")]
    return keys[0].partition("/")[2] if len(keys) == 1 and not statement.claims else ""


def source_numbers(outline: Outline) -> Mapping[str, int]:
    """Ids of the sources that have a row to be led to, and its number among those, from 1."""
    blocks = (block for section in outline.sections if section.key == "sources" for block in section.blocks)
    rows = (each for block in blocks for each in statements_of(block))
    return {id_: number for number, id_ in enumerate(filter(None, map(described_by, rows)), start=1)}


def basis_pieces(name: str, value: ValueWithBasis, known: Mapping[str, int]) -> tuple[LinkedText, ...]:
    """`Date: external, by EFE, 4 September 2025.`, its sources apart; none where there is no value."""
    how = value.basis.partition(": ")[0]
    if not how:
        return ()
    return (
        LinkedText(f"{name}: {how}{', by ' if value.sources else ''}"),
        *_source_links(value.sources, known),
        LinkedText("."),
    )


def cited_basis(value: ValueWithBasis, known: Mapping[str, int]) -> tuple[LinkedText, ...]:
    """Its basis, with its sources apart: `external: EFE, 4 September 2025`; none where there is no value."""
    if not value.sources:
        return (LinkedText(value.basis),) if value.basis else ()
    return (LinkedText(f"{value.basis.partition(': ')[0]}: "), *_source_links(value.sources, known))


def sentence_pieces(statement: Statement, known: Mapping[str, int]) -> tuple[LinkedText, ...]:
    """The words of a sentence; where it tells values of the team's, with the sources of these apart."""
    pieces: list[LinkedText] = []
    behind = statement.text
    for value in statement.held:
        before, _, behind = behind.partition(f"({value.basis})")
        pieces += (LinkedText(f"{before}("), *cited_basis(value, known))
        behind = f"){behind}"
    return (*pieces, LinkedText(behind))


def held_pieces(row: TableRow, known: Mapping[str, int]) -> tuple[LinkedText, ...]:
    """The last cell of a row that tells a value of the team's; none of other rows."""
    return cited_basis(row.held, known) if row.held else ()


def about_pieces(entry: AnnexEntry, known: Mapping[str, int]) -> Iterator[tuple[str, tuple[LinkedText, ...]]]:
    """What is told of a claim beside its words and quotes: what it is called, and the sources that carry it apart."""
    carriers = tuple(zip(entry.source_ids, entry.sources, strict=True))
    return (
        (name, _source_links(carriers, known) if name == CARRIED else (LinkedText(text),)) for name, text in entry.about
    )


def source_piece(id_: str, name: str, known: Mapping[str, int]) -> LinkedText:
    """Its name, leading to its row where it has one."""
    return LinkedText(name, id_ if id_ in known else "")


def _source_links(sources: tuple[tuple[str, str], ...], known: Mapping[str, int]) -> tuple[LinkedText, ...]:
    parted = ((LinkedText("; "), source_piece(id_, name, known)) for id_, name in sources)
    return tuple(each for pair in parted for each in pair)[1:]
