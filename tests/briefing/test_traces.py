"""Every sentence of a PDF and of a DOCX tells what carries it, in order; of the others, their own tests say so."""

import re
import subprocess
from io import BytesIO

import docx as library
import pytest
from docx.oxml.ns import qn

from dashboard.briefing.docx import sentences as docx_notes
from dashboard.briefing.docx.document import docx
from dashboard.briefing.office.words import numbers_of
from dashboard.briefing.outline.outline import (
    Contradiction,
    EventBlock,
    FigureBlock,
    Statement,
    TableBlock,
    TableRow,
)
from dashboard.briefing.pdf.document import pdf


@pytest.fixture(scope="module", params=["seed", "judged"])
def case(request):
    """The seed's briefing, with sentences that rest on several claims, and one with a judgement and its reason."""
    return request.getfixturevalue(f"{request.param}_case")


def said(section):
    """Its sentences and rows, in order."""
    for block in section.blocks:
        table = block.table if isinstance(block, FigureBlock) else block
        match table:
            case Statement():
                yield table
            case EventBlock():
                yield from table.statements
            case Contradiction():
                yield from (table.claim, *(each.statement for each in table.others))
            case TableBlock():
                yield from table.rows


def bare(text):
    """Without what a line or a page may put between letters."""
    return re.sub(r"[\s\u200b\u2060]", "", text)


def test_every_sentence_of_a_pdf_has_its_numbers_and_initials(case, tool, tmp_path):
    """Behind it, and behind each row; the sections one after the other."""
    (tmp_path / "a.pdf").write_bytes(pdf(case.outline, case.seal, case.figures))
    body = ["-x", "0", "-y", "62", "-W", "700", "-H", "722" if case.outline.paper == "A4" else "672"]
    asked = [tool("pdftotext"), "-raw", "-enc", "UTF-8", *body, str(tmp_path / "a.pdf"), "-"]
    shown = bare(subprocess.run(asked, capture_output=True, check=True).stdout.decode())
    at = 0
    for section in case.outline.sections:
        at = shown.index(bare(section.title), at)
        for each in said(section):
            statement = each.statement if isinstance(each, TableRow) else each
            words = next(cell for cell in reversed(each.cells) if cell) if isinstance(each, TableRow) else each.text
            carried = f"{bare(words)}{bare(numbers_of(statement.references))[1:-1]}"
            assert carried in shown[at:]
            at = shown.index(carried, at)
            if statement.by:
                assert f"ourownwords,{statement.by}" in shown[at : at + len(carried) + 60]


def test_every_sentence_of_a_docx_has_its_numbers_and_initials(case):
    """By its footnote, which names each entry; a row by links."""
    document = library.Document(BytesIO(docx(case.outline, case.seal, case.figures)))
    notes = _footnotes(document)
    paragraphs = [(_shown(each), each) for each in document.element.body.iter(qn("w:p"))]
    at = 0
    for section in case.outline.sections:
        for each in said(section):
            statement = each.statement if isinstance(each, TableRow) else each
            if isinstance(each, TableRow):
                wanted = numbers_of(statement.references)
                at = next(place for place in range(at, len(paragraphs)) if paragraphs[place][0].startswith(wanted))
                assert wanted == "" or paragraphs[at][0].partition("]")[0] + "]" == wanted
                continue
            at = next(place for place in range(at, len(paragraphs)) if statement.text in paragraphs[place][0])
            text, paragraph = paragraphs[at]
            named = [notes[note.get(qn("w:id"))] for note in paragraph.iter(qn("w:footnoteReference"))]
            assert named == ([list(statement.references)] if statement.references else [])
            assert not statement.by or f"our own words, {statement.by}" in text
            at += 1


def test_where_word_knows_no_more_footnotes_links_stand_in_their_place(seed_case, monkeypatch):
    """No sentence goes without."""
    monkeypatch.setattr(docx_notes, "_IDS_END", 4)
    document = library.Document(BytesIO(docx(seed_case.outline, seed_case.seal, seed_case.figures)))
    assert len(_footnotes(document)) == 2
    texts = [_shown(each) for each in document.element.body.iter(qn("w:p"))]
    for section in seed_case.outline.sections:
        for statement in [each for each in said(section) if isinstance(each, Statement)][2:]:
            assert any(f"{statement.text} {numbers_of(statement.references)}".rstrip() in text for text in texts)


def _shown(paragraph):
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def _footnotes(document):
    """The numbers of the entries that each names, by its id."""
    part = next(rel.target_part for rel in document.part.rels.values() if rel.reltype.endswith("/footnotes"))
    notes = library.oxml.parse_xml(part.blob).findall(qn("w:footnote"))
    told = {note.get(qn("w:id")): _shown(note) for note in notes if note.get(qn("w:type")) is None}
    return {id_: [int(each) for each in re.findall(r"Annex (\d+):", text)] for id_, text in told.items()}
