"""The briefing as a Word document: styles, footnotes, tables, the marking on every page, and nothing left out."""

import re
import zipfile
from io import BytesIO

import docx as library
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from hostile import WORDS

from dashboard.briefing.docx.document import docx
from dashboard.briefing.office.words import ANNEX
from dashboard.briefing.outline.outline import EventBlock, FigureBlock, TableBlock
from tests.briefing.outside import outside_values, source_rows
from tests.briefing.words_in import plain
from tests.seldom import seldom


def opened(raw):
    return library.Document(BytesIO(raw))


def paragraphs(document):
    """In order, those in tables too."""
    found = document.element.body.iter(qn("w:p"))
    return [plain("".join(each.text or "" for each in paragraph.iter(qn("w:t")))) for paragraph in found]


@pytest.fixture(scope="module")
def seed_raw(seed_written):
    """The seed's briefing, written."""
    return seed_written("docx")


@pytest.fixture(scope="module")
def seed_docx(seed_raw):
    """The same, opened by another program's library."""
    return opened(seed_raw)


@pytest.fixture(scope="module")
def judged_raw(judged_case):
    """The briefing with a judgement and without drawings."""
    return docx(judged_case.outline, judged_case.seal, judged_case.figures)


@pytest.fixture(scope="module")
def judged_docx(judged_raw):
    """The same, opened by another program's library."""
    return opened(judged_raw)


@pytest.fixture(scope="module")
def hostile_raw(hostile_case):
    """The briefing whose words are hard to show."""
    return docx(hostile_case.outline, hostile_case.seal, hostile_case.figures)


@pytest.mark.parametrize("which", ["seed", "judged", *seldom("hostile")])
def test_every_sentence_stands_in_it_in_order(which, request):
    """Each of the outline's, word for word; of rows of tables, each cell."""
    case = request.getfixturevalue(f"{which}_case")
    read = "\n".join(paragraphs(opened(request.getfixturevalue(f"{which}_raw"))))
    at = 0
    for section in case.outline.sections:
        at = read.index(section.title, at)
        for block in section.blocks:
            table = block.table if isinstance(block, FigureBlock) else block
            if isinstance(table, TableBlock):
                texts = [cell for row in table.rows for cell in row.cells]
            elif isinstance(table, EventBlock):
                texts = [table.title.text, *(each.text for each in table.statements)]
            else:
                texts = [getattr(table, name).text for name in ("claim", "other") if hasattr(table, name)]
                texts = texts or [table.text]
            for text in map(plain, texts):
                found = read.find(text, at)
                assert found >= 0, text
                at = found


def test_headings_are_headings_and_none_is_left_behind(seed_case, seed_docx):
    """The title, the sections, the threads and the events, each in its style; what begins something stays with it."""
    by_style = {}
    for each in seed_docx.paragraphs:
        by_style.setdefault(each.style.name, []).append(plain(each.text))
    assert by_style["Title"] == [seed_case.outline.title]
    assert by_style["Heading 1"] == [*(part.title for part in seed_case.outline.sections), ANNEX]
    told = [block for part in seed_case.outline.sections for block in part.blocks if isinstance(block, EventBlock)]
    headings = [f"{each.place.text.upper()}, {each.date.text} — {each.title.text}" for each in told]
    assert by_style["Heading 3"] == headings
    assert len(by_style["Evidence"]) == len(told)
    assert by_style["Credit"] == list(map(plain, seed_case.outline.credits))
    assert seed_docx.styles["Credit"].paragraph_format.space_before >= 8 * 12700
    for name in ("Heading 1", "Heading 2", "Heading 3", "Figure"):
        assert seed_docx.styles[name].paragraph_format.keep_with_next, name
        assert seed_docx.styles[name].paragraph_format.keep_together, name
    assert seed_docx.styles["Normal"].paragraph_format.widow_control
    bold = [seed_docx.styles[name].font.bold for name in ("Heading 3", "Dateline Place", "Dateline")]
    assert bold == [True, None, True], "twice bold is plain: ECMA-376, part 1, 17.7.3"
    used = {each.style.name for each in seed_docx.paragraphs}
    defined = {style.name for style in seed_docx.styles if style.type == WD_STYLE_TYPE.PARAGRAPH}
    assert used <= defined


def test_the_marking_and_the_number_stand_on_every_page(seed_case, seed_docx):
    """Above and below, in the colours of the protocol; pages are counted by fields."""
    (section,) = seed_docx.sections
    assert not section.different_first_page_header_footer
    for edge in (section.header, section.footer):
        (marked,) = [run for run in edge.paragraphs[0].runs if "TLP" in run.text]
        assert marked.text.strip("\u00a0\u2060") == seed_case.outline.marking.text
        assert f"#{marked.font.color.rgb}".lower() == seed_case.outline.marking.color
        assert marked._r.rPr.find(qn("w:shd")).get(qn("w:fill")) == seed_case.outline.marking.ground[1:]
    fields = [each.get(qn("w:instr")) for each in section.footer._element.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]
    assert plain(section.footer.paragraphs[0].text).startswith("of ")


def test_footnotes_name_the_sources_and_lead_to_the_annex(seed_raw, seed_case):
    """Each is referred to once, in order; it names the source of each claim, and each link leads somewhere."""
    with zipfile.ZipFile(BytesIO(seed_raw)) as package:
        body, notes = (package.read(f"word/{name}.xml").decode() for name in ("document", "footnotes"))
    referred = re.findall(r'<w:footnoteReference w:id="(\d+)"/>', body)
    written = re.findall(r'<w:footnote w:id="(\d+)">(.*?)</w:footnote>', notes)
    assert referred == [id_ for id_, _ in written]
    assert len(written) > 40
    entries = {entry.number: entry for entry in seed_case.outline.annex}
    for _, note in written:
        numbers = [int(each) for each in re.findall(r'w:anchor="R(\d+)"', note)]
        assert numbers
        text = re.sub("<[^>]+>", "", note).replace("&amp;", "&")
        for number in numbers:
            assert f"Annex {number}: " in text
            assert all(quote.source in text for quote in entries[number].quotes)
            assert all(source in text for source in entries[number].sources)
    marks = re.findall(r'<w:bookmarkStart w:id="\d+" w:name="(R\d+)"/>', body)
    assert marks == [f"R{number}" for number in entries]
    assert set(re.findall(r'w:anchor="(R\d+)"', body + notes)) <= set(marks)


def test_the_annex_has_the_quotes(seed_case, seed_docx):
    """Behind each claim's words those of its sources, in quotation marks, and what was found."""
    read = paragraphs(seed_docx)
    at = read.index(ANNEX)
    for entry in seed_case.outline.annex:
        at = next(place for place in range(at, len(read)) if read[place].startswith(f"{entry.number}."))
        assert f"({entry.verdict}: {entry.means})" in read[at]
        for quote in entry.quotes:
            at = read.index(f"“{plain(quote.words)}”", at)
            assert read[at + 1] == plain(f"{quote.source}, {quote.where}")


def test_tables_repeat_their_heading_and_tear_no_row(seed_docx):
    """On every page that a table goes on on."""
    assert len(seed_docx.tables) > 4
    for table in seed_docx.tables:
        rows = table._tbl.tr_lst
        assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [True, *[False] * (len(rows) - 1)]
        assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)


def test_the_ladder_has_six_cells(seed_case, seed_docx):
    """Filled as far as the matter had come, beside the word; none, where it is over."""
    (table,) = [each for each in seed_docx.tables if each.rows[0].cells[2].text == "Commitment"]
    told = {"floated": 1, "discussed": 2, "pledged": 3, "underway": 5, "declined": 0, "ended": 0}
    for row in table.rows[1:]:
        rungs, _, level = row.cells[2].text.partition(" ")
        assert rungs == "■" * told[level] + "□" * (6 - told[level])


def test_figures_have_their_words(seed_case, seed_docx):
    """Two pictures as wide as the text, each described for who does not see it."""
    figures = [block for part in seed_case.outline.sections for block in part.blocks if isinstance(block, FigureBlock)]
    told = [(shape._inline.docPr.get("name"), shape._inline.docPr.get("descr")) for shape in seed_docx.inline_shapes]
    assert told == [(figure.title, figure.description) for figure in figures]
    (section,) = seed_docx.sections
    room = section.page_width - section.left_margin - section.right_margin
    assert all(0.98 * room < shape.width <= room for shape in seed_docx.inline_shapes)


def test_without_drawings_it_says_so(judged_docx):
    """In each figure's place; the tables are there."""
    read = paragraphs(judged_docx)
    assert len(judged_docx.inline_shapes) == 0
    assert [line.partition(":")[0] for line in read if "no Chromium or Chrome was found" in line] == ["Map", "Timeline"]


def test_how_likely_and_how_sure_stand_apart(judged_docx):
    """In words, each in a paragraph of its own, with whose words they are; the bar says the same."""
    judged = [plain(each.text) for each in judged_docx.paragraphs if each.style.name == "Key Judgement"]
    likely, sure, reason = judged
    assert "very likely (80 to 95 %)" in likely
    assert "very likely (80 to 95\u00a0%)" in "".join(each.text for each in judged_docx.paragraphs)
    assert "our own words, AB" in likely
    assert "onfidence" not in likely
    assert sure.startswith("Confidence in this judgement: low.")
    assert "likely" not in sure
    assert "our own words, CD" in reason
    widths = [cell.width for cell in judged_docx.tables[0].rows[0].cells]
    assert [round(100 * width / sum(widths)) for width in widths] == [80, 15, 5]


def test_paper_and_properties_are_the_briefings(seed_case, seed_docx, judged_docx):
    """A4 or Letter; title, language, scope, marking, and times of the day as of which it holds."""
    pages = [document.sections[0] for document in (seed_docx, judged_docx)]
    sizes = [(round(page.page_width / Mm(1)), round(page.page_height / Mm(1))) for page in pages]
    assert sizes == [(210, 297), (216, 279)]
    modes = [
        each for each in seed_docx.settings.element.iter(qn("w:compatSetting")) if "Mode" in each.get(qn("w:name"))
    ]
    assert [each.get(qn("w:val")) for each in modes] == ["15"]
    core = seed_docx.core_properties
    assert (core.title, core.language, core.keywords) == (seed_case.outline.title, "en-GB", "TLP:CLEAR")
    assert core.subject == seed_case.outline.scope
    assert core.created.date().isoformat() == core.modified.date().isoformat() == "2025-12-31"


def test_scripts_are_told_to_the_program(hostile_raw):
    """Arabic and Hebrew run from right to left, also within a paragraph; Korean has its font; each has its language."""
    body = opened(hostile_raw).element.body
    found = {}
    for paragraph in body.iter(qn("w:p")):
        text = "".join(each.text or "" for each in paragraph.iter(qn("w:t")))
        found |= {key: paragraph for key in ("arabic", "hebrew", "korean", "unbroken") if text.startswith(WORDS[key])}
    turned = {key: each.pPr.find(qn("w:bidi")) is not None for key, each in found.items()}
    assert turned == {"arabic": True, "hebrew": True, "korean": False, "unbroken": False}
    runs = {each.text: each for each in body.iter(qn("w:r"))}
    hebrew = next(run for text, run in runs.items() if "אקוודור" in text)
    assert hebrew.rPr.find(qn("w:rtl")) is not None
    assert hebrew.rPr.find(qn("w:lang")).get(qn("w:bidi")) == "he-IL"
    assert hebrew.rPr.find(qn("w:rFonts")).get(qn("w:cs")) == "Noto Sans Hebrew"
    korean = next(run for text, run in runs.items() if "대한민국" in text)
    assert korean.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "Noto Sans CJK KR"
    assert korean.rPr.find(qn("w:lang")).get(qn("w:eastAsia")) == "ko-KR"


def test_hostile_words_are_words(hostile_raw):
    """No field but the numbers of pages, no link out of the file, nothing hidden: signs that hide are named."""
    with zipfile.ZipFile(BytesIO(hostile_raw)) as package:
        parts = {name: package.read(name).decode("utf-8", "replace") for name in package.namelist()}
    texts = "".join(text for name, text in parts.items() if name.startswith("word/") and name.endswith(".xml"))
    assert set(re.findall(r'w:instr="([^"]*)"', texts)) == {"PAGE", "NUMPAGES"}
    assert "instrText" not in texts
    assert not any("TargetMode" in text for name, text in parts.items() if name.endswith(".rels"))
    assert "[U+202E]gnp.exe" in texts
    assert "\u202e" not in texts
    assert "\u200b" not in texts


def test_values_from_outside_lead_to_the_rows_of_their_sources(seed_case, seed_docx):
    """By bookmarks, of which no two share a name or a number; so do the sources of quotes and claims in the annex."""
    body = seed_docx.element.body
    marks = list(body.iter(qn("w:bookmarkStart")))
    for key in ("w:id", "w:name"):
        assert len({mark.get(qn(key)) for mark in marks}) == len(marks)
    cells = {mark.get(qn("w:name")): plain(_words(mark.getparent())) for mark in marks}
    links = [(link.get(qn("w:anchor")), plain(_words(link))) for link in body.iter(qn("w:hyperlink"))]
    assert {anchor for anchor, _ in links} <= cells.keys()
    led = [(anchor, name) for anchor, name in links if anchor.startswith("D")]
    assert {cells[anchor] == name for anchor, name in led} == {True}
    outline = seed_case.outline
    named = sum(len(value.sources) for value in outside_values(outline))
    assert len(led) == named + sum(len(each.quotes) + len(each.sources) for each in outline.annex)
    assert sum(name.startswith("D") for name in cells) == len(source_rows(outline))


def _words(element):
    return "".join(each.text or "" for each in element.iter(qn("w:t")))
