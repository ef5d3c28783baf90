"""What a PDF says, as plain data for its template: texts, numbers and names of marks, and never markup."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from dashboard.briefing.figures import Figures, FigureSpec, figure_names
from dashboard.briefing.office import likelihood_of, runs_of
from dashboard.briefing.outline import (
    VERDICTS,
    AnnexEntry,
    Block,
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
    about_pieces,
    basis_pieces,
    described_by,
    held_pieces,
    sentence_pieces,
    source_numbers,
    source_piece,
)
from dashboard.model.vocabularies import COMMITMENT, LIKELIHOOD
from dashboard.query.ladder import OVER, RISING
from dashboard.query.wording import without_hyphens
from dashboard.text.capitals import in_capitals
from dashboard.text.visible import one_line

Data = dict[str, Any]

_LONGEST: Final = 24
"""Signs of a word that is never broken."""
_LONG: Final = re.compile(rf"[^\s\u200b]{{{_LONGEST + 1},}}")
_PIECES: Final = re.compile(r"[^/?&=_.-]{1,12}[/?&=_.-]*|[/?&=_.-]+")
_BREAKS: Final = 1200
"""Signs of an entry of the annex that may run over two pages."""
_SHORT: Final = 70
"""Signs of a title that stand at the foot of a page."""


def content_of(outline: Outline, figures: Figures, shapes: dict[str, tuple[FigureSpec, ...]]) -> Data:
    """All of it. `shapes`: in which of them each figure is shown, the best first."""
    title = one_line(outline.title)
    known = source_numbers(outline)
    sections = {section.key: _section(section, known) for section in outline.sections}
    return {
        "title": text(title),
        "plain": title,
        "short": text(title if len(title) <= _SHORT else f"{title[:_SHORT].rstrip()}…"),
        "foot": text(f"Dateline · events/briefings/{outline.id}.yaml · as of {outline.as_of}"),
        "paper": outline.paper,
        "marking": {
            "text": text(outline.marking.text),
            "meaning": text(outline.marking.meaning),
            "color": outline.marking.color,
            "ground": outline.marking.ground,
        },
        "about": [text(each) for each in (_for(outline), f"As of {outline.as_of}.") if each],
        "scope": text(outline.scope),
        "counts": text(f"{outline.review} {outline.counts}"),
        "key": [{"word": word, "means": text(means)} for word, means in outline.verdicts],
        "sections": list(sections.values()),
        "figures": [_picture(name, outline, figures, shapes[name]) for name in figure_names(outline)],
        "annex": [_entry(entry, known) for entry in outline.annex],
        "credits": [text(credit) for credit in outline.credits],
    }


def text(words: str) -> Data:
    """Words on one line, and which way they run. What is too long for a line may break anywhere."""
    line = one_line(words)
    return {"t": _LONG.sub(_breakable, line), "rtl": _runs_right_to_left(line)}


def _breakable(found: re.Match[str]) -> str:
    """Addresses behind their signs, and all else behind every few letters."""
    return "\u200b".join(_PIECES.findall(found[0]))


def _runs_right_to_left(line: str) -> bool:
    """Whether the line's first letter with a direction is written from right to left (UAX 9, P2)."""
    strong = (way for each in line if (way := unicodedata.bidirectional(each)) in ("L", "R", "AL"))
    return next(strong, "L") != "L"


def _for(outline: Outline) -> str:
    return f"For {outline.audience}." if outline.audience else ""


def _section(section: BriefingSection, known: Mapping[str, int]) -> Data:
    blocks = [_block(block, section.key, known) for block in section.blocks]
    return {"key": section.key, "title": section.title, "blocks": blocks, "empty": section.empty}


def _block(block: Block, section: str, known: Mapping[str, int]) -> Data:
    match block:
        case HeadingBlock():
            return {"kind": "heading", "text": text(block.text)}
        case Statement():
            return {"kind": "statement", **_statement(block)}
        case Contradiction():
            others = [{"lead": each.lead, **_statement(each.statement)} for each in block.others]
            return {"kind": "contradiction", "claim": _statement(block.claim), "others": others}
        case EventBlock():
            return _event(block, known)
        case FigureBlock():
            return {
                "kind": "figure",
                "title": block.title,
                "description": text(block.description),
                **_table(block.table, known),
            }
        case TableBlock():
            return {"kind": "ladder" if section == "commitment" else "table", **_table(block, known)}


def _statement(statement: Statement) -> Data:
    likely = likelihood_of(statement)
    low, high = LIKELIHOOD.get(likely, (0, 0))
    return {
        "text": text(statement.text),
        "said": text(statement.said) if statement.said else None,
        "refs": [list(run) for run in runs_of(statement.references)],
        "found": _verdict_counts(statement.verdicts),
        "own": text(f"our own words, {statement.by}") if statement.by else None,
        "doubt": text(statement.doubt) if statement.doubt else None,
        "judged": bool(statement.question),
        "likely": {"word": without_hyphens(likely), "low": low, "high": high} if high else None,
    }


def _verdict_counts(verdicts: Iterable[str]) -> list[Data]:
    counts = Counter(verdicts)
    return [{"word": word, "count": counts[word]} for word in VERDICTS if counts[word]]


def _event(told: EventBlock, known: Mapping[str, int]) -> Data:
    return {
        "kind": "told",
        "title": text(told.title.text),
        "carried": _statement(told.title),
        "place": text(in_capitals(told.place.text)),
        "date": text(told.date.text),
        "bases": [
            _linked_pieces(pieces)
            for name, value in (("Place", told.place), ("Date", told.date))
            if (pieces := basis_pieces(name, value, known))
        ],
        "retracted": told.review == "retracted",
        "statements": [
            {**_statement(each), "pieces": _linked_pieces(sentence_pieces(each, known))} for each in told.statements
        ],
    }


def _linked_pieces(pieces: Iterable[LinkedText]) -> list[Data]:
    """Each piece with the source that it leads to, and the spaces at its ends, which `text` takes away."""
    return [
        {**text(each.text), "to": each.source, "gaps": [each.text[:1].isspace(), each.text[-1:].isspace()]}
        for each in pieces
    ]


def _table(table: TableBlock, known: Mapping[str, int]) -> Data:
    rows = [_row(row, known) for row in table.rows]
    return {
        "headings": [text(each) for each in table.all_headings],
        "weights": _weights([table.headings, *(row.cells for row in table.rows)]),
        "rows": rows,
        "refers": table.has_references,
    }


def _weights(rows: Sequence[Sequence[str]]) -> list[float]:
    """How wide columns are, beside each other: each holds its longest word, and more where its texts are long.

    The root of a text's length, for it runs over several lines.
    """
    columns = [[one_line(cell) for cell in column] for column in zip(*rows, strict=True)]
    return [round(1.3 * _longest_word(column) + 3 * max(map(len, column)) ** 0.5, 2) for column in columns]


def _longest_word(column: Sequence[str]) -> int:
    """The length of the column's longest word in characters, at most `_LONGEST`, as longer ones are broken."""
    return max(min(len(word), _LONGEST) for cell in column for word in (*cell.split(), ""))


def _row(row: TableRow, known: Mapping[str, int]) -> Data:
    level = row.cells[2] if len(row.cells) > 2 and row.cells[2] in COMMITMENT else ""
    rung = RISING.index(level) + 1 if level in RISING else 0
    return {
        "cells": [text(cell) for cell in row.cells],
        "carried": _statement(row.statement),
        "source": described_by(row.statement),
        "held": _linked_pieces(held_pieces(row, known)),
        "rung": rung,
        "over": level in OVER,
    }


def _picture(name: str, outline: Outline, figures: Figures, shapes: Sequence[FigureSpec]) -> Data:
    blocks = (block for section in outline.sections for block in section.blocks)
    figure = next(block for block in blocks if isinstance(block, FigureBlock) and block.name == name)
    stills = [still for shape in shapes if (still := figures.still(name, [shape]))]
    return {
        "name": name,
        "title": figure.title,
        "alt": one_line(figure.description),
        "svgs": [still.data.decode() for still in stills],
        "sizes": [[still.width_px, still.height_px] for still in stills],
        "lacking": text(f"{figure.title}: {figures.lacking}.") if figures.lacking else None,
    }


def _entry(entry: AnnexEntry, known: Mapping[str, int]) -> Data:
    return {
        "number": entry.number,
        "text": text(entry.text or entry.claim),
        "verdict": entry.verdict,
        "means": text(entry.means),
        "quotes": [
            {
                "words": text(each.words),
                "source": _linked_pieces([source_piece(each.source_id, each.source, known)]),
                "at": text(each.where),
            }
            for each in entry.quotes
        ],
        "is-long": sum(len(each.words) for each in entry.quotes) + len(entry.text) + len(entry.note) > _BREAKS,
        "meta": [{"name": name, "text": _linked_pieces(pieces)} for name, pieces in about_pieces(entry, known)],
    }
