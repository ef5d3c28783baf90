"""Briefings of many lengths, as they are laid out on paper and on slides: no heading stands without its text."""

import re
import subprocess
from bisect import bisect_right
from dataclasses import dataclass
from io import BytesIO
from itertools import pairwise

import docx as library
import pytest
from docx.oxml.ns import qn
from docx.table import Table
from generating import generate
from pptx import Presentation
from pypdf import PdfReader
from varying import varied

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures.render import Figures
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest.manifest import manifest_of
from dashboard.checks.validation import validate

COUNTS = (60, 17, 33)
SEEDS = (0, 1, 2, 3, 4, 5, 8, 10, 17, 49)
"""Of 0, texts are as they are. With more paragraphs before an event's first claim, 17 and 49 left headings behind."""
FOOT_PT = 57.0
KEY = 30
"""Letters by which a paragraph is known."""


@dataclass(frozen=True)
class Paper:
    """A briefing on A4 or on Letter."""

    name: str
    outline: object
    seal: object

    def written(self, form):
        """In a format, without drawings."""
        return FORMATS[form].write(self.outline, self.seal, Figures(lambda *_: None, lacking="Left out."))


@pytest.fixture(scope="module")
def papers(tmp_path_factory, briefing):
    """Of 17 to 60 events, on A4 and on Letter, with texts of any length."""
    checked = {count: validate(generate(tmp_path_factory.mktemp(f"of-{count}"), count)) for count in COUNTS}
    made = []
    for seed in SEEDS:
        validation = checked[COUNTS[seed % len(COUNTS)]]
        paper = ("A4", "Letter")[seed // len(COUNTS) % 2]
        own = briefing(selection={"events": sorted(validation.workspace.events)}, options={"paper": paper})
        outline = outline_of(own, validation)
        seal = manifest_of(outline, validation, own)
        made.append(Paper(f"{seed:02}-{paper}", varied(outline, seed) if seed else outline, seal))
    return made


def letters(text):
    return "".join(re.findall(r"\w", text))


def begun(raw):
    """Style and first letters of each paragraph and table of a DOCX that has words; in order."""
    for each in library.Document(BytesIO(raw)).iter_inner_content():
        first = each.cell(0, 0).paragraphs[0] if isinstance(each, Table) else each
        if text := letters("".join(_up_to_a_note(first._p))):
            yield first.style.name, text[:KEY]


def _up_to_a_note(paragraph):
    for each in paragraph.iter(qn("w:t"), qn("w:footnoteReference")):
        if each.tag != qn("w:t"):
            return
        yield each.text or ""


def left_behind(raw, pages):
    """Headings of a DOCX that stand on another of these pages than what follows them."""
    starts, whole = [], ""
    for page in pages:
        starts.append(len(whole))
        whole += letters(page)
    at, found = 0, []
    for style, key in begun(raw):
        at = whole.find(key, at)
        assert at >= 0, key
        found.append((style, key, bisect_right(starts, at)))
        at += 1
    headings = [(one, other) for one, other in pairwise(found) if one[0].startswith("Heading")]
    assert len(headings) > 15
    return [one for one, other in headings if one[2] != other[2]]


@pytest.mark.proof
def test_no_heading_of_a_document_is_left_behind(papers, as_pdf):
    """By LibreOffice, which moves what has a footnote on to the next page."""
    files = {f"{paper.name}.docx": paper.written("docx") for paper in papers}
    read = as_pdf(files, "-raw")
    assert {name: alone for name, raw in files.items() if (alone := left_behind(raw, read[name]))} == {}


def words(program, path):
    """Of each page, top and bottom of every word in points."""
    boxes = subprocess.run([program, "-bbox", str(path), "-"], capture_output=True, check=True, text=True).stdout
    edges = r'<word xMin="[-\d.]+" yMin="([-\d.]+)" xMax="[-\d.]+" yMax="([-\d.]+)">([^<]*)<'
    return [
        [(float(top), float(bottom), word) for top, bottom, word in re.findall(edges, page)]
        for page in boxes.split("<page ")[1:]
    ]


def headings(items):
    """All bookmarks, whatever they stand under."""
    for each in items:
        if isinstance(each, list):
            yield from headings(each)
        else:
            yield each


@pytest.mark.proof
def test_no_heading_of_a_pdf_is_left_behind(papers, tool, tmp_path):
    """Below each, on its page, there is a line that is not the heading's own."""
    alone = []
    for paper in papers:
        (tmp_path / "a.pdf").write_bytes(paper.written("pdf"))
        reader, pages = PdfReader(tmp_path / "a.pdf"), words(tool("pdftotext"), tmp_path / "a.pdf")
        found = list(headings(reader.outline))
        assert len(found) > 15
        for each in found:
            number = reader.get_destination_page_number(each)
            foot = float(reader.pages[number].mediabox.height)
            below = [
                word for top, bottom, word in pages[number] if top > foot - float(each.top) and bottom < foot - FOOT_PT
            ]
            rest = letters("".join(below))
            alone += [(paper.name, each.title)] if len(rest) <= len(letters(each.title)) else []
    assert alone == []


@pytest.mark.proof
def test_no_slide_is_a_title_alone_or_runs_over_its_foot(papers, converted, tool):
    """By LibreOffice: what stands below the text is the same on every slide, its title and its number."""
    files = {f"{paper.name}.pptx": paper.written("pptx") for paper in papers[:6]}
    folder, wrong = converted(files, "pdf") / "out", []
    for name, raw in files.items():
        slides = Presentation(BytesIO(raw)).slides
        pages = words(tool("pdftotext"), folder / name.replace(".pptx", ".pdf"))
        assert len(pages) == len(slides) > 15
        foot = 540 * 0.935
        usual = sum(top > foot for top, _, _ in pages[0])
        for number, (slide, page) in enumerate(zip(slides, pages, strict=True), start=1):
            others = [each for each in slide.shapes if each != slide.shapes.title]
            has_text = any(each.has_table or (each.has_text_frame and each.text_frame.text.strip()) for each in others)
            over = any(top <= foot < bottom for top, bottom, _ in page) or sum(top > foot for top, *_ in page) != usual
            if over or not has_text or not slide.shapes.title.text_frame.text.strip():
                wrong.append((name, number))
    assert wrong == []
