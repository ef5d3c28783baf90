"""Sentences of blocks, made to rest on further fields."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from dashboard.briefing.outline.outline import Block, Contradiction, EventBlock, FigureBlock, Statement, TableBlock


def map_statements(block: Block, change: Callable[[Statement], Statement]) -> Block:
    """The block with each of its sentences changed."""
    match block:
        case Statement():
            return change(block)
        case EventBlock():
            return replace(block, title=change(block.title), statements=tuple(map(change, block.statements)))
        case Contradiction():
            others = tuple(replace(each, statement=change(each.statement)) for each in block.others)
            return replace(block, claim=change(block.claim), others=others)
        case TableBlock():
            return replace(block, rows=tuple(replace(row, statement=change(row.statement)) for row in block.rows))
        case FigureBlock():
            rows = tuple(replace(row, statement=change(row.statement)) for row in block.table.rows)
            return replace(block, table=replace(block.table, rows=rows))
    return block


def resting_too(statement: Statement, keys: Iterable[str]) -> Statement:
    """The sentence, resting on further fields."""
    return replace(statement, rests_on=tuple(sorted({*statement.rests_on, *keys})))
