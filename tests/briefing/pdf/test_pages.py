"""The pages of a PDF as they are laid out: nothing stands on another thing, or alone."""

import re
import subprocess
from dataclasses import replace
from itertools import pairwise

import pytest
from generating import generate

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.render import Figures, RenderedFigure
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.briefing.outline.outline import TableBlock
from dashboard.briefing.pdf.document import SHAPES, pdf
from dashboard.checks.validation import validate

STILL = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 672 310"><rect width="672" height="310" fill="#ddd"/></svg>'
)
FIGURES = Figures(lambda *_: None, {shape: RenderedFigure(STILL, 672, 310) for shape in SHAPES})
FOOT_PT = 842 - 57


@pytest.fixture
def words_of(tool, tmp_path):
    """The words of each page of an outline's PDF, with where they stand: left, top, right, bottom, in points."""
    program = tool("pdftotext")

    def read(outline, seal):
        (tmp_path / "a.pdf").write_bytes(pdf(outline, seal, FIGURES))
        asked = [program, "-bbox", str(tmp_path / "a.pdf"), "-"]
        boxes = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
        edges = r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">([^<]*)<'
        return [
            [(*map(float, found[:4]), found[4]) for found in re.findall(edges, page)]
            for page in boxes.split("<page ")[1:]
        ]

    return read


@pytest.mark.proof
def test_a_long_ladder_beside_the_map_stays_on_its_page(seed, seed_briefing, with_records, words_of):
    """Where titles are too long for that, it stands below the text, whole."""
    titles = {
        id_: event.model_copy(update={"title": f"{event.title}: " + "many words of a long title " * 10})
        for id_, event in seed.workspace.events.items()
    }
    changed = with_records(events=titles)
    outline = outline_of(seed_briefing, changed)
    for page in words_of(outline, manifest_of(outline, changed, seed_briefing)):
        feet = [word for word in page if word[3] > FOOT_PT]
        assert len(feet) < 20
        assert max(word[3] for word in page) < 842


def test_long_words_stay_in_their_columns(seed, seed_briefing, words_of):
    """They break behind hyphens, else where they must; an address beside them breaks behind its signs."""
    outline = outline_of(seed_briefing, seed)
    part = next(each for each in outline.sections if each.key == "sources")
    (table,) = (block for block in part.blocks if isinstance(block, TableBlock))
    long, address = ("bloomberg-2025-09-04", "w" * 24), "https://www.example.org/a"
    rows = tuple(
        replace(row, cells=(*row.cells[:4], long[number % 2], row.cells[5] or address))
        for number, row in enumerate(table.rows)
    )
    changed = replace(outline, sections=(replace(part, blocks=(replace(table, rows=rows),)),))
    (page, *_) = words_of(changed, manifest_of(outline, seed, seed_briefing))
    lines = {}
    for word in page:
        lines.setdefault(round(word[1]), []).append(word)
    crossed = [(a[4], b[4]) for line in lines.values() for a, b in pairwise(sorted(line)) if b[0] < a[2] - 0.1]
    assert crossed == []


@pytest.mark.proof
def test_no_page_begins_with_how_an_event_is_carried(tmp_path, briefing, words_of):
    """The line stays with the sentence before it."""
    validation = validate(generate(tmp_path / "sixty", 60))
    made = briefing(selection={"events": sorted(validation.workspace.events)})
    outline = outline_of(made, validation)
    part = next(each for each in outline.sections if each.key == "happened")
    told = replace(outline, sections=(part,))
    pages = words_of(told, manifest_of(told, validation, made))
    assert len(pages) > 5
    first = [next(word[4] for word in page if word[1] > 62) for page in pages]
    assert "Place:" not in first
