"""Outlines whose texts are longer, here and there: as no two briefings fill their pages alike."""

import random
from collections.abc import Iterator
from dataclasses import replace

from dashboard.briefing.outline.annex import AnnexEntry
from dashboard.briefing.outline.outline import Block, EventBlock, Outline, Statement

TEXT = (
    "the council agreed that grain under contract would be delivered by river before winter and the harbour board "
    "inspected every crate while officials doubted whether tools were counted twice"
)
WORDS = TEXT.split()


def varied(outline: Outline, seed: int) -> Outline:
    """Headlines, claims, quotes and notes of other lengths, and events of more claims or none; the same for a seed."""
    chance = random.Random(seed)
    sections = tuple(
        replace(part, blocks=tuple(_block(block, chance) for block in part.blocks)) for part in outline.sections
    )
    return replace(outline, sections=sections, annex=tuple(_entry(entry, chance) for entry in outline.annex))


def _block(block: Block, chance: random.Random) -> Block:
    if not isinstance(block, EventBlock):
        return block
    statements = tuple(each for statement in block.statements for each in _statements(statement, chance))
    title = replace(block.title, text=_longer(block.title.text, chance, 0, 0, 10, 40))
    return replace(block, title=title, statements=statements)


def _statements(statement: Statement, chance: random.Random) -> Iterator[Statement]:
    for _ in range(chance.choice((0, 1, 1, 1, 2, 4))):
        yield replace(statement, text=_longer(statement.text, chance, 0, 10, 40, 150))


def _entry(entry: AnnexEntry, chance: random.Random) -> AnnexEntry:
    return replace(
        entry,
        text=_longer(entry.text, chance, 0, 10, 60, 150),
        note=_longer(entry.note, chance, 0, 30, 100),
        quotes=tuple(replace(each, words=_longer(each.words, chance, 0, 10, 150)) for each in entry.quotes),
    )


def _longer(text: str, chance: random.Random, *most: int) -> str:
    """By a number of words that is at most one of these."""
    return " ".join((text, *chance.choices(WORDS, k=chance.randint(0, chance.choice(most))))).strip()
