"""The briefing as slides: titles, marking, notes with the quotes, nothing beyond the edge, and nothing left out."""

import re
from bisect import bisect_left
from dataclasses import replace
from io import BytesIO
from math import ceil

import pptx as library
import pytest
from hostile import WORDS
from pptx.oxml.ns import qn
from pptx.util import Pt

from dashboard.briefing.office.words import numbers_of
from dashboard.briefing.outline.outline import EventBlock, FigureBlock, TableBlock, statements_of
from dashboard.briefing.pptx.design import BOTTOM, ROOM
from dashboard.briefing.pptx.presentation import pptx
from dashboard.briefing.pptx.text import LINE
from dashboard.query.ladder import RISING
from dashboard.views.drawing.text import text_width
from tests.briefing.outside import outside_values, source_rows
from tests.briefing.words_in import plain
from tests.seldom import seldom

SMALLEST_PT = 14
IN_THE_FOOT = ("Footer", "Slide Number")
SAYING = ("Title", "Text", "Left", "Right", "Table")


def packed(text):
    """Without spaces: those at which a sentence goes on on the next slide are gone."""
    return "".join(plain(text).split())


def opened(case):
    return library.Presentation(BytesIO(pptx(case.outline, case.seal, case.figures)))


def texts(slide):
    """Of everything on a slide, by the name of the shape; cells of tables one by one."""
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.name, plain(shape.text_frame.text)
        elif shape.has_table:
            yield from ((shape.name, plain(cell.text)) for row in shape.table.rows for cell in row.cells)


def named(slide, name):
    """What stands in shapes of that name."""
    return [text for own, text in texts(slide) if own == name]


def said(slide):
    """All that stands on a slide."""
    return " ".join(text for _, text in texts(slide))


def notes(slide):
    return plain(slide.notes_slide.notes_text_frame.text) if slide.has_notes_slide else ""


@pytest.fixture(scope="module")
def seed_deck(seed_written):
    """The seed's briefing, opened by another program's library."""
    return library.Presentation(BytesIO(seed_written("pptx")))


@pytest.fixture(scope="module")
def judged_deck(judged_case):
    """The briefing with a judgement and without drawings."""
    return opened(judged_case)


@pytest.fixture(scope="module")
def hostile_deck(hostile_case):
    """The briefing whose words are hard to show."""
    return opened(hostile_case)


@pytest.mark.parametrize("which", ["seed", "judged", *seldom("hostile")])
def test_every_sentence_stands_in_it(which, request):
    """Each of the outline's on slides, however it was split; of rows, each cell, or the whole row in the notes."""
    case, deck = (request.getfixturevalue(f"{which}_{what}") for what in ("case", "deck"))
    slides = list(deck.slides)
    noted = packed(" ".join(map(notes, slides)))
    shown = {name: "".join(packed(text) for slide in slides for text in named(slide, name)) for name in SAYING}
    everywhere = " ".join(shown.values())
    for section in case.outline.sections:
        for block in section.blocks:
            if isinstance(block, FigureBlock) and not case.figures.lacking:
                assert all(packed(row.statement.text) in noted for row in block.table.rows)
                continue
            table = block.table if isinstance(block, FigureBlock) else block
            for text in map(packed, cells_of(table) if isinstance(table, TableBlock) else said_in(block)):
                assert text in everywhere or text in noted or goes_on(text, everywhere), text


def cells_of(table):
    return [cell for row in table.rows for cell in row.cells]


def said_in(block):
    return [statement.text for statement in statements_of(block)]


def kept(text, everywhere):
    """How much of its beginning stands there."""
    return bisect_left(range(1, len(text) + 1), 1, key=lambda size: text[:size] not in everywhere)


def goes_on(text, everywhere):
    """Whether it stands in two or more pieces, none of them short."""
    rest = text
    while rest:
        size = kept(rest, everywhere)
        if size < min(len(rest), 15):
            return False
        rest = rest[size:]
    return True


def test_the_outline_of_slides_is_the_briefings(seed_case, seed_deck):
    """Each has a title in its place; they come in the order of the outline."""
    titles = [plain(slide.shapes.title.text_frame.text) for slide in seed_deck.slides]
    assert all(titles)
    assert titles[0] == seed_case.outline.title
    told = [
        block.title.text
        for part in seed_case.outline.sections
        for block in part.blocks
        if isinstance(block, EventBlock)
    ]
    bare = list(dict.fromkeys(re.sub(r" \(\d+ of \d+\)$", "", title) for title in titles))
    expected = ["Bottom line", *told, "U.S. troops in Ecuador", "What is disputed", "What is unknown", "Outlook", "Map"]
    assert [title for title in bare if title in expected] == expected
    assert bare[-3:] == ["Timeline", "Sources", "About this briefing"]


def test_a_slide_of_its_own_is_not_for_one_line_that_is_left(seed_case):
    """What is told of the briefing stands on one, where letters can be a little smaller."""
    empty = [replace(part, blocks=(), empty="There is nothing.") for part in seed_case.outline.sections[:5]]
    outline = replace(seed_case.outline, sections=tuple(empty))
    titles = [slide.shapes.title.text_frame.text for slide in opened(replace(seed_case, outline=outline)).slides]
    assert titles == [outline.title, "About this briefing"]


def test_the_marking_and_the_number_stand_on_every_slide(seed_case, seed_deck):
    """In the colours of the protocol, as a shape; the number is a field in its layout's place."""
    for number, slide in enumerate(seed_deck.slides, start=1):
        (mark,) = [shape for shape in slide.shapes if shape.name == "Marking"]
        assert mark.text_frame.text == seed_case.outline.marking.text
        assert f"#{mark.fill.fore_color.rgb}".lower() == seed_case.outline.marking.ground
        assert f"#{mark.text_frame.paragraphs[0].runs[0].font.color.rgb}".lower() == seed_case.outline.marking.color
        (field,) = slide.shapes._spTree.iter(qn("a:fld"))
        assert (field.get("type"), field.find(qn("a:t")).text) == ("slidenum", f"{number}")


def test_notes_have_the_quotes_of_what_the_slide_says(seed_case, seed_deck):
    """For every number in brackets on it: the claim's words, what was found, and each quote with its source."""
    entries = {entry.number: entry for entry in seed_case.outline.annex}
    numbered = 0
    for slide in seed_deck.slides:
        for found in re.findall(r"\[([\d–, ]+)\]", said(slide)):
            for run in found.split(", "):
                first, _, last = run.partition("–")
                for number in range(int(first), int(last or first) + 1):
                    entry, read = entries[number], notes(slide)
                    numbered += 1
                    assert plain(f"[{number}] {entry.text} ({entry.verdict}: {entry.means})") in read
                    for quote in entry.quotes:
                        assert plain(f"“{quote.words}” {quote.source}, {quote.where}") in read
    assert numbered > 80
    assert numbers_of((3, 4, 5, 9)) == "[3–5, 9]"


@pytest.mark.parametrize("which", ["seed", "judged", *seldom("hostile")])
def test_nothing_goes_beyond_the_edge_or_over_another(which, request):
    """Shapes are within the slide; below the title, none begins above its end; letters are large enough for a wall."""
    deck = request.getfixturevalue(f"{which}_deck")
    assert dict(deck.element.find(qn("p:sldSz")).attrib) == {"cx": f"{Pt(960)}", "cy": f"{Pt(540)}"}
    for slide in deck.slides:
        title = slide.shapes.title
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= deck.slide_width
            assert shape.top + shape.height <= deck.slide_height
            if shape.name in ("Table", "Text", "Left", "Right"):
                assert shape.top >= title.top + title.height
                assert shape.top + shape.height <= Pt(500)
            if shape.name not in ("Marking", *IN_THE_FOOT):
                assert min(sizes_of(shape), default=SMALLEST_PT) >= SMALLEST_PT
            if shape.name == "Text" and slide.slide_layout.name != "Title":
                assert min(sizes_of(shape, "[a:solidFill/a:schemeClr/@val='tx1']"), default=18) >= 18


@pytest.mark.proof
@pytest.mark.parametrize("which", ["seed", "judged"])
def test_a_wider_font_has_room_on_every_slide(which, request):
    """DejaVu Sans, where Inter is missing: titles and texts end where their boxes do, words of tables are whole."""
    case = request.getfixturevalue(f"{which}_case")
    sections = [replace(each, title="Government of Serbia signed a note on Čačak") for each in case.outline.sections]
    for slide in opened(replace(case, outline=replace(case.outline, sections=tuple(sections)))).slides:
        for shape in slide.shapes:
            if shape.name in ("Title", "Text") and shape.has_text_frame:
                assert height_in_dejavu(shape) <= shape.height.pt + 1, shape.text_frame.text
            elif shape.has_table:
                for row in shape.table.rows:
                    assert max(map(widest_in_dejavu, zip(row.cells, shape.table.columns, strict=True))) <= 0


def height_in_dejavu(shape):
    """What its paragraphs take, in points."""
    height = 0.0
    for para in shape.text_frame.paragraphs:
        used, lines, left = 0.0, 1, (para._p.pPr is not None and int(para._p.pPr.get("marL", 0)) / 12700) or 0
        for run in para.runs:
            for word in re.findall(r"\s*\S+|\s+", run.text):
                width = width_in_dejavu(word, run)
                lines, used = (lines, used + width) if used + width <= shape.width.pt - left else (lines + 1, width)
        height += lines * max((run.font.size.pt for run in para.runs), default=0) * LINE
        height += para.space_before.pt if para.space_before else 0
    return height


def width_in_dejavu(text, run):
    """By how much the letters of DejaVu Sans are wider than those of Inter, on average."""
    bold = bool(run.font.bold)
    return text_width(text, run.font.size.pt, 700 if bold else 400) * (1.162 if bold else 1.065)


def widest_in_dejavu(cell_and_column):
    """By how many points a word is wider than its column."""
    cell, column = cell_and_column
    room = column.width.pt - cell.margin_left.pt - cell.margin_right.pt
    runs = [run for para in cell.text_frame.paragraphs for run in para.runs]
    return max((width_in_dejavu(word, run) - room for run in runs for word in run.text.split()), default=0)


def test_a_long_head_goes_on_on_a_second_slide(judged_case):
    """Title, readers, scope and what the marking means, 300 letters each: all is there, each line in its place."""
    long = "Donaudampfschifffahrt" * 14
    marking = replace(judged_case.outline.marking, text=f"M{long}", meaning=f"N{long}")
    outline = replace(judged_case.outline, title=f"T{long}", audience=f"F{long}", scope=f"S{long}", marking=marking)
    first, second, *_ = opened(replace(judged_case, outline=outline)).slides
    for letter in "TFSN":
        assert packed(f"{letter}{long}") in packed(f"{said(first)} {said(second)}")
    for slide in (first, second):
        for shape in (each for each in slide.placeholders if each.name not in IN_THE_FOOT):
            size = max(sizes_of(shape))
            lines = sum(ceil(text_width(each.text, size) / ROOM) for each in shape.text_frame.paragraphs)
            assert lines * size * LINE <= shape.height.pt + 1
            assert shape.top + shape.height <= Pt(BOTTOM)


def test_the_title_in_the_foot_stays_on_its_line(judged_case):
    """In a font that is wider by a quarter, too."""
    outline = replace(judged_case.outline, title="Donaudampfschifffahrt " * 14)
    for slide in opened(replace(judged_case, outline=outline)).slides:
        (foot,) = named(slide, "Footer")
        assert foot.endswith("…")
        assert text_width(foot, 12) * 1.25 <= 700


def sizes_of(shape, which=""):
    """Of its letters, in points."""
    return [int(size) / 100 for size in shape._element.xpath(f".//a:r/a:rPr{which}/@sz")]


def test_tables_are_tables_and_ladders_are_shapes(seed_case, seed_deck):
    """Rows under headings on each slide; beside each, six cells, filled as far as the matter had come."""
    (made,) = [
        block
        for part in seed_case.outline.sections
        if part.key == "commitment"
        for block in part.blocks
        if isinstance(block, TableBlock)
    ]
    slides = [slide for slide in seed_deck.slides if any(shape.name == "Ladder" for shape in slide.shapes)]
    for slide in slides:
        (table,) = [shape.table for shape in slide.shapes if shape.has_table]
        assert table.first_row
        assert [cell.text for cell in table.rows[0].cells][:2] == ["Date", "Event"]
    ladders = [shape for slide in slides for shape in slide.shapes if shape.name == "Ladder"]
    assert len(ladders) == len(made.rows)
    for row, ladder in zip(made.rows, ladders, strict=True):
        filled = [shape for shape in ladder.shapes if "B5402A" in str(shape.fill.fore_color.rgb)]
        level = row.cells[2]
        assert len(filled) == (RISING.index(level) + 1 if level in RISING else 0)
        assert ladder._element.nvGrpSpPr.cNvPr.get("descr").startswith(level)


def test_how_likely_is_a_bar_and_two_sentences(judged_deck):
    """One says how likely, in words and as a bar of shapes; another how sure; neither says both."""
    (slide,) = [slide for slide in judged_deck.slides if any(shape.name == "Likelihood" for shape in slide.shapes)]
    (bar,) = [shape for shape in slide.shapes if shape.name == "Likelihood"]
    whole, dark = list(bar.shapes)[:2]
    assert round(100 * (dark.left - whole.left) / whole.width) == 80
    assert round(100 * dark.width / whole.width) == 15
    assert bar._element.nvGrpSpPr.cNvPr.get("descr") == "very likely (80 to 95\u00a0%), as a bar from 0 to 100\u00a0%"
    lines = [
        paragraph.text
        for shape in slide.placeholders
        if shape.name == "Text"
        for paragraph in shape.text_frame.paragraphs
    ]
    likely = [line for line in lines if "very likely (80 to 95\u00a0%)" in line]
    sure = [line for line in lines if "Confidence in this judgement: low." in line]
    assert len(likely) == len(sure) == 1
    assert likely != sure
    behind = [lines[lines.index(said) + 1] for said in (*likely, *sure)]
    assert all("our own words, AB" in carried for carried in behind)


def test_figures_are_pictures_with_their_words(seed_case, seed_deck, judged_deck):
    """Described for who does not see them, and as a table in the notes; without them, why, and the table on slides."""
    figures = [block for part in seed_case.outline.sections for block in part.blocks if isinstance(block, FigureBlock)]
    found = [(slide, shape) for slide in seed_deck.slides for shape in slide.shapes if shape.shape_type == 13]
    assert [shape.name for _, shape in found] == [figure.title for figure in figures]
    for (slide, shape), figure in zip(found, figures, strict=True):
        assert shape._element.nvPicPr.cNvPr.get("descr") == figure.description
        assert all(plain(row.statement.text) in notes(slide) for row in figure.table.rows)
    titles = [plain(slide.shapes.title.text_frame.text) for slide in judged_deck.slides]
    assert any(title.startswith("Map as a table") for title in titles)
    assert sum("no Chromium or Chrome was found" in said(slide) for slide in judged_deck.slides) == 2


def test_scripts_are_told_to_the_program(hostile_deck):
    """Arabic and Hebrew run from right to left; each has its language, and a font where it needs one."""
    found = {}
    for slide in hostile_deck.slides:
        for shape in slide.shapes:
            for paragraph in shape.text_frame.paragraphs if shape.has_text_frame else ():
                for key in ("arabic", "hebrew", "korean"):
                    if paragraph.text.replace("\u200e", "").startswith(WORDS[key]) and shape.name == "Text":
                        found[key] = paragraph._p
    assert {key: each.pPr.get("rtl") for key, each in found.items()} == {"arabic": "1", "hebrew": "1", "korean": None}
    looks = {key: next(each.iter(qn("a:rPr"))) for key, each in found.items()}
    assert {key: look.get("lang") for key, look in looks.items()} == {
        "arabic": "ar-SA",
        "hebrew": "he-IL",
        "korean": "ko-KR",
    }
    assert looks["arabic"].find(qn("a:cs")).get("typeface") == "Noto Sans Arabic"
    assert looks["korean"].find(qn("a:ea")).get("typeface") == "Noto Sans CJK KR"


def test_hostile_words_are_words(hostile_deck):
    """No link, action or field but the number of the slide; signs that hide are named."""
    for slide in hostile_deck.slides:
        assert not [relation for relation in slide.part.rels.values() if relation.is_external]
        tags = {element.tag for element in slide.element.iter()}
        assert not tags & {qn("a:hlinkClick"), qn("a:hlinkHover"), qn("p:oleObj")}
        assert {each.get("type") for each in slide.element.iter(qn("a:fld"))} == {"slidenum"}
    read = " ".join(said(slide) + notes(slide) for slide in hostile_deck.slides)
    assert "[U+202E]gnp.exe" in read
    assert "\u202e" not in read
    assert WORDS["markup"] in read


def test_properties_are_the_briefings(seed_case, seed_deck):
    """Title, language, scope, marking, and times of the day as of which it holds."""
    core = seed_deck.core_properties
    assert (core.title, core.language, core.keywords) == (seed_case.outline.title, "en-GB", "TLP:CLEAR")
    assert core.created.date().isoformat() == core.modified.date().isoformat() == "2025-12-31"


def test_values_from_outside_lead_to_the_slide_of_their_source(seed_case, seed_deck):
    """Of when and where, to that of the first; of what else the team holds, to that of each."""
    rows = source_rows(seed_case.outline)
    found = [(link, slide) for slide in seed_deck.slides for link in slide._element.iter(qn("a:hlinkClick"))]
    told = [
        block for section in seed_case.outline.sections for block in section.blocks if isinstance(block, EventBlock)
    ]
    values = [value for each in told for value in (each.date, each.place)]
    once = sum(bool(value.sources) for value in values)
    held = sum(len(value.sources) for value in outside_values(seed_case.outline)) - sum(
        len(value.sources) for value in values
    )
    assert (len(found), min(once, held) > 5) == (once + held, True)
    by_part = {slide.part: slide for slide in seed_deck.slides}
    for link, slide in found:
        assert link.get("action") == "ppaction://hlinksldjump"
        target = by_part[slide.part.related_part(link.get(qn("r:id")))]
        words = "".join(each.text for each in link.getparent().getparent().iter(qn("a:t")))
        listed = named(target, "Table")
        assert words == "external" or words in listed
        assert any(row.cells[0] in listed for row in rows.values())
    (closed,) = [slide for slide in seed_deck.slides if named(slide, "Title") == ["The U.S. base in Ecuador closes"]]
    first = next(each for each in closed._element.iter(qn("a:hlinkClick")))
    target = by_part[closed.part.related_part(first.get(qn("r:id")))]
    assert "Air & Space Forces Magazine, September 2009" in named(target, "Table")


@pytest.mark.proof
def test_without_a_list_of_sources_no_word_is_a_link(seed_case):
    """It would lead nowhere."""
    sections = tuple(each for each in seed_case.outline.sections if each.key != "sources")
    deck = opened(replace(seed_case, outline=replace(seed_case.outline, sections=sections)))
    assert [link for slide in deck.slides for link in slide._element.iter(qn("a:hlinkClick"))] == []
    assert any("place external" in text for slide in deck.slides for _, text in texts(slide))
