"""The briefing as a PDF: tags, marking, words, and that no text of a record is more than text."""

import re
import subprocess
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from dashboard.briefing.compose.briefing import outline_of
from dashboard.briefing.figures import fonts, typesetting
from dashboard.briefing.figures.drawing import drawer_of
from dashboard.briefing.figures.render import NO_BROWSER, Figures, RenderedFigure, render_figures
from dashboard.briefing.figures.sanitising import for_paper, tidy_svg
from dashboard.briefing.figures.types import figure_names
from dashboard.briefing.manifest.manifest import ManifestNotReadable, manifest_of
from dashboard.briefing.outline.outline import EventBlock, Statement, TableBlock
from dashboard.briefing.pdf.document import SHAPES, pdf
from dashboard.briefing.pdf.manifest import ATTACHED, read_manifest, words_hash
from tests.briefing.outside import outside_values, source_rows
from tests.seldom import seldom

HOSTILE = (
    '#read("/etc/passwd") #panic() $x^2$ @R1 <R1> *bold* _it_ `raw` = Head // no /* no */ \\u{41}',
    '=HYPERLINK("x") ../../etc/passwd C:\\Windows {{7*7}} <script>alert(1)</script> &amp; ]#image("/etc/hosts")',
    "turned \u202eround\u202c and \u200bhidden",
)
STILL = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 672 310"><rect width="672" height="310" fill="#e4e5e2"/>'
    b'<text x="20" y="40" style="font-family: Inter; font-size: 12px">Quito</text></svg>'
)


@pytest.fixture(scope="module")
def seed_outline(seed, seed_briefing):
    """What the seed's briefing says."""
    return outline_of(seed_briefing, seed)


@pytest.fixture(scope="module")
def seal(seed, seed_briefing, seed_outline):
    """What it rests on."""
    return manifest_of(seed_outline, seed, seed_briefing)


@pytest.fixture(scope="module")
def figures(seed, seed_briefing):
    """Stand-ins of the drawings, for what is asked of the pages around them."""
    return Figures(drawer_of(seed_briefing, seed), {shape: RenderedFigure(STILL, 672, 310) for shape in SHAPES})


@pytest.fixture(scope="module")
def raw(seed_outline, seal, figures):
    """The seed's briefing as a PDF."""
    return pdf(seed_outline, seal, figures)


@pytest.fixture(scope="module")
def opened(raw):
    """The same, opened by another program."""
    with pikepdf.open(BytesIO(raw)) as document:
        yield document


@pytest.fixture(scope="module")
def text_of(tool, tmp_path_factory):
    """What `pdftotext` reads in a PDF, in the order in which it is drawn; without `whole`, between head and foot."""
    program = tool("pdftotext")

    def read(raw, *, whole=False):
        path = tmp_path_factory.mktemp("pdf") / "a.pdf"
        path.write_bytes(raw)
        body = [] if whole else ["-x", "0", "-y", "62", "-W", "700", "-H", "722"]
        asked = [program, "-raw", "-enc", "UTF-8", *body, str(path), "-"]
        return subprocess.run(asked, capture_output=True, check=True).stdout.decode()

    return read


def squeezed(text):
    """Without what a line or a page may put between letters."""
    return re.sub(r"[\s\u200b\u2060\u202a-\u202e\u2066-\u2069]", "", text)


def elements(node):
    """The structure of a tagged PDF, from the top."""
    children = node.get("/K", [])
    for child in children if isinstance(children, pikepdf.Array) else [children]:
        if isinstance(child, pikepdf.Dictionary) and "/S" in child:
            yield child
            yield from elements(child)


def test_it_says_what_a_reader_aid_needs(opened, seed_outline):
    """Tags, language, title, PDF/UA-1 as its standard, and every figure and mark in words."""
    root = opened.Root
    assert root.MarkInfo.Marked
    assert str(root.Lang) == "en"
    assert root.ViewerPreferences.DisplayDocTitle
    with opened.open_metadata() as metadata:
        assert metadata["dc:title"] == seed_outline.title
        assert metadata["pdfuaid:part"] == "1"
    found = list(elements(root.StructTreeRoot))
    kinds = {str(each.S) for each in found}
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/Figure", "/Link", "/P"} <= kinds
    said = [str(each.get("/Alt", "")) for each in found if each.S == "/Figure"]
    assert all(said)
    assert any(each.startswith("Map of 12 of 12 events") for each in said)
    assert {"quote found", "not checkable", "inferred"} <= set(said)


@pytest.mark.proof
@pytest.mark.parametrize("has_fonts", [True, False])
def test_letters_of_any_script_are_drawn_or_named(seed, briefing, monkeypatch, *, has_fonts):
    """In text and figures; what no font here draws is named: the document is there all the same."""
    if not has_fonts:
        ours = typesetting._fonts(with_system=False)
        monkeypatch.setattr(typesetting, "_fonts", lambda **_: ours)
        monkeypatch.setattr(fonts, "_of_system", frozenset)
    words = "قاعدة 2009, 🇪🇨 ✍🏽, \ue000, \u0378, x\u0301, 기지 기지"
    own = [{"text": words, "by": "AB"}]
    made = briefing(title=words, bottom_line=own, selection={"events": ["us-base-closed"]})
    still = for_paper(tidy_svg(STILL.decode().replace("Quito", words))).encode()
    drawn = Figures(drawer_of(made, seed), {shape: RenderedFigure(still, 672, 310) for shape in SHAPES})
    outline = outline_of(made, seed)
    raw = pdf(outline, manifest_of(outline, seed, made), drawn)
    text = squeezed("".join(page.extract_text() for page in PdfReader(BytesIO(raw)).pages))
    is_drawn = not fonts.undrawn("기지")  # a machine of ours may have no such font
    assert ("Korean:notdrawn" in text, "기지" in text) == (not is_drawn, is_drawn)
    assert "U+E000" in text


def test_a_font_that_promises_too_much_is_found_out(seed, briefing, monkeypatch):
    """What Typst then refuses to draw is named."""
    ours = typesetting._fonts(with_system=False)
    monkeypatch.setattr(typesetting, "_fonts", lambda **_: ours)
    monkeypatch.setattr(fonts, "_of_system", lambda: frozenset("한국"))
    made = briefing(title="한국", selection={"events": ["us-base-closed"]})
    outline = outline_of(made, seed)
    raw = pdf(outline, manifest_of(outline, seed, made), Figures(drawer_of(made, seed), lacking=NO_BROWSER))
    assert "[Korean: not drawn]" in PdfReader(BytesIO(raw)).pages[0].extract_text()


def test_sections_are_bookmarks(opened, seed_outline):
    """Each, in the order of the pages, and the annex last."""
    with opened.open_outline() as bookmarks:
        titles = [each.title for each in bookmarks.root]
    assert sorted(titles) == sorted([*(part.title for part in seed_outline.sections), "Annex: claims and quotes"])
    assert (titles[0], titles[1], titles[-1]) == ("Bottom line", "Key judgements", "Annex: claims and quotes")


def test_fonts_are_inside(opened):
    """Nothing depends on what the reader's machine has."""
    fonts = [each for each in opened.objects if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font"]
    described = [font.FontDescriptor for font in fonts if "/FontDescriptor" in font]
    assert described
    assert all("/FontFile2" in each or "/FontFile3" in each for each in described)
    assert all("Inter" in str(each.FontName) for each in described)


@pytest.mark.parametrize(("paper", "points"), [("A4", (595, 842)), ("Letter", (612, 792))])
def test_every_page_has_its_marking_and_number(seed_outline, seal, figures, raw, text_of, paper, points):
    """At its head and at its foot; on A4 and on Letter."""
    made = raw if paper == "A4" else pdf(replace(seed_outline, paper=paper), seal, figures)
    with pikepdf.open(BytesIO(made)) as document:
        assert {tuple(round(float(each)) for each in page.mediabox[2:]) for page in document.pages} == {points}
        count = len(document.pages)
    pages = text_of(made, whole=True).split("\f")[:-1]
    assert len(pages) == count
    for number, page in enumerate(pages, start=1):
        assert page.count("TLP:CLEAR") >= 2
        assert f"{number} of {count}" in page


def test_every_sentence_is_there(seed_outline, raw, text_of):
    """Each statement, each cell of each row, each quote, and the words of every verdict that there is."""
    shown = squeezed(text_of(raw))
    rows = [
        row
        for part in seed_outline.sections
        for block in part.blocks
        for table in (block, getattr(block, "table", None))
        if isinstance(table, TableBlock)
        for row in table.rows
    ]
    joined = {row.statement.text for row in rows}
    said = [each.text for each in seed_outline.statements() if each.text not in joined]
    said += [cell for row in rows for cell in row.cells]
    said += [quote.words for entry in seed_outline.annex for quote in entry.quotes]
    said += [means for _, means in seed_outline.verdicts]
    assert len(said) > 300
    assert [each for each in said if squeezed(each) not in shown] == []


def test_references_lead_to_the_annex(opened, seed_outline):
    """Every number beside a sentence is a link within the document."""
    links = [note for page in opened.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    assert len(links) > len(seed_outline.annex)
    assert all("/Dest" in link or link.A.S == "/GoTo" for link in links)


@pytest.mark.proof
def test_values_from_outside_lead_to_the_rows_of_their_sources(opened, raw, seed_outline, tool, tmp_path):
    """So do the sources of quotes and claims in the annex; each entry and each row is led to, and nothing else."""
    (tmp_path / "a.pdf").write_bytes(raw)
    sheets = {page.objgen: (number, page.MediaBox[3]) for number, page in enumerate(opened.pages, start=1)}
    links = [note.Dest for page in opened.pages for note in page.get("/Annots", []) if note.Subtype == "/Link"]
    places = {(sheets[page.objgen], float(top)) for page, _, _, top, _ in links}

    def seen_at(number, from_top):
        """The line to which a link leads, which is a little further down."""
        where = ["-f", number, "-l", number, "-x", 0, "-y", round(from_top + 9), "-W", 148, "-H", 12]
        asked = [tool("pdftotext"), "-raw", *map(str, where), str(tmp_path / "a.pdf"), "-"]
        return squeezed(subprocess.run(asked, capture_output=True, check=True).stdout.decode())

    rows = {squeezed(row.cells[0]): id_ for id_, row in source_rows(seed_outline).items()}
    seen = [seen_at(number, float(height) - top) for (number, height), top in places]
    led = {id_ for line in seen for name, id_ in rows.items() if line and name.startswith(line)}
    assert led == set(rows.values())
    assert len(places) == len(seed_outline.annex) + len(rows)
    assert {id_ for value in outside_values(seed_outline) for id_, _ in value.sources} <= led


def test_the_same_records_give_the_same_bytes(seed_outline, seal, figures, raw):
    """Whenever it is written."""
    assert pdf(seed_outline, seal, figures) == raw


def test_it_carries_its_seal(raw, opened, seal):
    """As an attachment that is described; a page whose words were changed is noticed."""
    assert list(opened.attachments) == [ATTACHED]
    found, is_whole = read_manifest(raw, "a.pdf")
    assert (found.sentences, is_whole) == (seal.sentences, True)
    with pikepdf.open(BytesIO(raw)) as other:
        contents = other.pages[0].Contents.read_bytes()
        other.pages[0].Contents = other.make_stream(contents.replace(b" Tj", b" Tj ", 1) + b" ")
        saved = BytesIO()
        other.save(saved)
    assert read_manifest(saved.getvalue(), "a.pdf")[1] is False


def test_what_is_laid_over_a_page_is_noticed(raw):
    """A note may hide words, and show others."""
    with pikepdf.open(BytesIO(raw)) as other:
        page = other.pages[0]
        edges = pikepdf.Array([50, 700, 400, 760])
        note = {"Type": pikepdf.Name.Annot, "Subtype": pikepdf.Name.FreeText, "Rect": edges, "Contents": "62.82 %"}
        page.Annots = pikepdf.Array([*page.get("/Annots", []), other.make_indirect(pikepdf.Dictionary(**note))])
        saved = BytesIO()
        other.save(saved)
    assert read_manifest(saved.getvalue(), "a.pdf")[1] is False


def test_what_a_figure_draws_in_turn_is_noticed(seed_outline, seal):
    """A figure within a figure, as a sign that is half seen through is, counts as well."""
    see_through = b'<g opacity="0.5"><g opacity="0.5"><rect width="90" height="90"/></g></g></svg>'
    still = RenderedFigure(STILL.replace(b"</svg>", see_through), 672, 310)
    written = pdf(seed_outline, seal, Figures(lambda *_: None, dict.fromkeys(SHAPES, still)))
    assert read_manifest(written, "a.pdf")[1] is True
    with pikepdf.open(BytesIO(written)) as other:
        drawn = [each for page in other.pages for each in page.Resources.get("/XObject", {}).values()]
        inner = next(each for form in drawn for each in form.Resources.get("/XObject", {}).values())
        inner.write(inner.read_bytes() + b" ")
        saved = BytesIO()
        other.save(saved)
    assert read_manifest(saved.getvalue(), "a.pdf")[1] is False


def test_saved_anew_it_is_still_whole(raw):
    """By a program that packs it otherwise; what is written and what is read are hashed alike."""
    with pikepdf.open(BytesIO(raw)) as other:
        saved = BytesIO()
        other.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    assert read_manifest(saved.getvalue(), "a.pdf")[1] is True
    assert words_hash(saved.getvalue()) == words_hash(raw)


@pytest.mark.parametrize("raw", [b"", b"%PDF-1.7\n", b"no PDF", b"%PDF-1.7\n1 0 obj\n<</Type/Catalog"])
def test_what_is_no_briefing_is_said(raw):
    """Broken files and strange ones end in a sentence."""
    with pytest.raises(ManifestNotReadable, match=r"a\.pdf"):
        read_manifest(raw, "a.pdf")


def test_a_damaged_pdf_is_said_in_a_sentence(raw, capfd):
    """In one alone: what reads it keeps its remarks to itself."""
    with pytest.raises(ManifestNotReadable, match=r"a\.pdf cannot be read"):
        read_manifest(raw.replace(b"/FlateDecode", b"/FlateDecodf"), "a.pdf")
    with pytest.raises(ManifestNotReadable, match=r"a\.pdf"):
        read_manifest(raw[: len(raw) // 2], "a.pdf")
    assert capfd.readouterr() == ("", "")


def test_another_pdf_carries_no_briefing():
    """It is told so."""
    with pikepdf.new() as document:
        document.add_blank_page()
        saved = BytesIO()
        document.save(saved)
    with pytest.raises(ManifestNotReadable, match="`dateline brief build` made"):
        read_manifest(saved.getvalue(), "a.pdf")


def hostile(outline):
    """The outline with texts that would be markup, code, a formula or a path, wherever a record gives one."""
    first, second, third = HOSTILE
    told = next(block for part in outline.sections for block in part.blocks if isinstance(block, EventBlock))
    bad = replace(told, title=replace(told.title, text=first), place=replace(told.place, text=second))
    lines = tuple(Statement(text, by=first, said=second) for text in HOSTILE)
    part = replace(outline.sections[0], blocks=(*lines, bad))
    entry = replace(
        outline.annex[3], text=third, note=second, quotes=(replace(outline.annex[3].quotes[0], words=first),)
    )
    annex = tuple(entry if each.number == entry.number else each for each in outline.annex)
    marking = replace(outline.marking, text=second[:60], meaning=first, color="", ground="")
    kept = {"sections": (part, *outline.sections[1:]), "annex": annex, "marking": marking}
    return replace(outline, title=first, audience=second, scope=first, **kept)


def test_hostile_text_is_shown_as_text(seed_outline, seal, figures, text_of):
    """Nothing of it runs, and nothing is read: what it looks like stands there, letter by letter."""
    outline = hostile(seed_outline)
    raw = pdf(outline, seal, figures)
    shown = squeezed(text_of(raw))
    for text in (*HOSTILE[:2], "turned [U+202E]round[U+202C] and [U+200B]hidden"):
        assert shown.count(squeezed(text)) >= 2
    assert "root:" not in shown
    with pikepdf.open(BytesIO(raw)) as document, document.open_metadata() as metadata:
        assert metadata["dc:title"] == outline.title
        assert not any("/JS" in each for each in document.objects if isinstance(each, pikepdf.Dictionary))


def test_nothing_runs_over_the_page(seed_outline, seal, figures, tool, tmp_path):
    """A title of 300 letters, and words that are longer than a line: they break."""
    long = ("A title of three hundred letters " * 10)[:298] + "x"
    part = seed_outline.sections[0]
    words = Statement("Donaudampfschifffahrt" * 20), Statement("https://example.org/" + "path/" * 60)
    outline = replace(
        seed_outline,
        title="W" * 300,
        scope=long,
        audience="M" * 300,
        marking=replace(seed_outline.marking, text="I" * 200, color="", ground=""),
        sections=(replace(part, blocks=words), *seed_outline.sections[1:]),
    )
    (tmp_path / "a.pdf").write_bytes(pdf(outline, seal, figures))
    asked = [tool("pdftotext"), "-bbox", str(tmp_path / "a.pdf"), "-"]
    boxes = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
    edges = [float(each) for each in re.findall(r'xMax="([0-9.]+)"', boxes)]
    assert len(edges) > 500
    assert max(edges) < 595 - 40


@pytest.mark.proof
@pytest.mark.parametrize("text", ["For the eyes of the working group alone " * 7, *seldom("I" * 300, "限" * 200)])
def test_a_long_marking_leaves_room_on_every_page(text, seed_outline, seal, figures, tool, tmp_path):
    """Title, number and marking stand above and below the page's text, and within the page."""
    outline = replace(seed_outline, marking=replace(seed_outline.marking, text=text, color="", ground=""))
    (tmp_path / "a.pdf").write_bytes(pdf(outline, seal, figures))
    asked = [tool("pdftotext"), "-bbox", "-f", "2", "-l", "2", str(tmp_path / "a.pdf"), "-"]
    boxes = subprocess.run(asked, capture_output=True, check=True, text=True).stdout
    tops = [float(each) for each in re.findall(r'yMin="([-0-9.]+)"', boxes)]
    bottoms = [float(each) for each in re.findall(r'yMax="([-0-9.]+)"', boxes)]
    assert len(tops) > 100
    assert min(tops) > 8
    assert max(bottoms) < 842 - 8


@pytest.mark.proof
def test_other_scripts_are_drawn_in_fonts_of_our_own(seed_outline, seal, figures, text_of):
    """Arabic, Hebrew, Greek, Cyrillic; of Arabic, poppler does not give back the letters that are joined."""
    words = ("سلمت الوزارة المذكرة", "מדינת ישראל", "Ελλάδα και Κύπρος", "Украина и Крым", "Łódź, İstanbul, Đà Nẵng")
    part = replace(seed_outline.sections[0], blocks=tuple(Statement(each) for each in words))
    raw = pdf(replace(seed_outline, sections=(part, *seed_outline.sections[1:])), seal, figures)
    with pikepdf.open(BytesIO(raw)) as document:
        names = {
            str(each.FontName)
            for each in document.objects
            if isinstance(each, pikepdf.Dictionary) and "/FontName" in each
        }
    assert {name.split("+")[1].partition("-")[0] for name in names} == {"Inter", "NotoSansArabic", "NotoSansHebrew"}
    shown = squeezed(text_of(raw))
    assert [each for each in " ".join(("سلمت", *words[1:])).split() if each not in shown] == []


@pytest.mark.proof
def test_without_a_browser_it_is_written_and_says_so(seed_outline, seal, seed, seed_briefing, text_of):
    """In the place of each figure; its words and its table are there."""
    raw = pdf(seed_outline, seal, Figures(drawer_of(seed_briefing, seed), lacking=NO_BROWSER))
    shown = " ".join(text_of(raw).split())
    assert "Map: not drawn: no Chromium or Chrome was found" in shown
    assert "Timeline: not drawn" in shown
    assert "Map of 12 of 12 events" in shown


@pytest.mark.proof
@pytest.mark.usefixtures("chromium")
def test_figures_are_drawn_as_vectors(seed_outline, seal, seed, seed_briefing, text_of, tool, tmp_path):
    """The dashboard's own: their words are words, no page holds a picture of points, and the first page shows them."""
    names = figure_names(seed_outline)
    raw = pdf(seed_outline, seal, render_figures(drawer_of(seed_briefing, seed), SHAPES))
    assert names == ("map", "timeline")
    first = text_of(raw).split("\f")[0]
    assert "Manta" in first
    assert "as of" in first
    with pikepdf.open(BytesIO(raw)) as document:
        assert not any(page.get_images() for page in document.pages)
    path = tmp_path / "a.pdf"
    path.write_bytes(raw)
    subprocess.run(
        [tool("pdftoppm"), "-r", "40", "-png", "-f", "1", "-l", "1", str(path), str(tmp_path / "p")], check=True
    )
    assert next(Path(tmp_path).glob("p*.png")).stat().st_size > 5_000
