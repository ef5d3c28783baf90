"""What a briefing tells of values from outside: each names sources, which must lead to their rows."""

from collections.abc import Iterator

from dashboard.briefing.outline.outline import EventBlock, FigureBlock, Outline, TableBlock, TableRow, ValueWithBasis


def outside_values(outline: Outline) -> Iterator[ValueWithBasis]:
    """Dates and places of events, what the team holds of actors and amounts alone, and what it holds otherwise."""
    for block in (each for section in outline.sections for each in section.blocks):
        if isinstance(block, EventBlock):
            alone = (value for each in block.statements for value in each.held)
            yield from (value for value in (block.place, block.date, *alone) if value.sources)
        rows = (
            block.rows if isinstance(block, TableBlock) else block.table.rows if isinstance(block, FigureBlock) else ()
        )
        yield from (row.held for row in rows if row.held and row.held.sources)


def source_rows(outline: Outline) -> dict[str, TableRow]:
    """Id of a source to its row in the list of sources."""
    (section,) = [each for each in outline.sections if each.key == "sources"]
    rows = [row for block in section.blocks if isinstance(block, TableBlock) for row in block.rows]
    return {id_: row for row in rows for key in row.statement.records if (id_ := key.removeprefix("sources/")) != key}
