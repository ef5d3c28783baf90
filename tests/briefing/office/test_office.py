"""What Word documents and slides share: the same bytes, what they carry, scripts, and that other programs open them."""

import datetime as dt
import re
import zipfile
from io import BytesIO

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from PIL import Image, ImageDraw

from dashboard.briefing.figures.render import Figures, RenderedFigure
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest.manifest import FORM, Manifest, ManifestNotReadable
from dashboard.briefing.office.figures import strips
from dashboard.briefing.office.manifest import read_manifest, words_of
from dashboard.briefing.office.scripts import is_rtl, pieces
from dashboard.briefing.office.tables import column_widths
from dashboard.briefing.outline.outline import BriefingSection, MarkingLabel, Outline, Statement, statements_of
from dashboard.briefing.verify import verify_written
from dashboard.model.briefing import BuiltOn
from dashboard.text.visible import one_line
from tests.seldom import seldom

OFFICE = ("docx", "pptx")
MAIN = {"docx": "word/document.xml", "pptx": "ppt/slides/slide1.xml"}


def parts_of(raw):
    with zipfile.ZipFile(BytesIO(raw)) as package:
        return {name: package.read(name) for name in package.namelist()}


def zipped(parts, day=(2026, 5, 4, 3, 2, 0)):
    """As another program would save it: another order, other times."""
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in sorted(parts.items(), reverse=True):
            package.writestr(zipfile.ZipInfo(name, day), content)
    return target.getvalue()


@pytest.fixture(scope="module")
def written(seed_written):
    """The seed's briefing, by the ending of the file."""
    return {form: seed_written(form) for form in OFFICE}


@pytest.mark.proof
@pytest.mark.parametrize("form", OFFICE)
def test_the_same_records_give_the_same_bytes(form, written, seed_case):
    """Nothing of the clock, of chance, or of a template's own past is in it."""
    assert FORMATS[form].write(seed_case.outline, seed_case.seal, seed_case.figures) == written[form]
    with zipfile.ZipFile(BytesIO(written[form])) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert len(package.namelist()) == len(set(package.namelist()))
        read = b"".join(package.read(name) for name in package.namelist() if name.endswith((".xml", ".rels")))
        assert not [name for name in package.namelist() if "thumbnail" in name or "printerSettings" in name]
    assert not re.search(rb"python-docx|Steve Canny|2013-", read)


@pytest.mark.parametrize("form", OFFICE)
def test_it_carries_what_it_rests_on(form, written, seed_case):
    """Sentence by sentence, in a part that programs keep; saved by another program, it is still whole."""
    seal, is_whole = read_manifest(written[form], f"b.{form}")
    assert is_whole
    assert seal.model_copy(update={"whole": "", "looks": {}}) == seed_case.seal
    assert read_manifest(zipped(parts_of(written[form])), f"b.{form}") == (seal, True)


@pytest.mark.parametrize("form", OFFICE)
def test_words_changed_by_hand_are_noticed(form, written):
    """Another word is; runs cut in two, and fields counted anew, are not."""
    parts = parts_of(written[form])
    name = next(each for each in sorted(parts) if each.startswith(MAIN[form][:10]) and b"60.82 %" in parts[each])
    assert not read_manifest(zipped({**parts, name: parts[name].replace(b"60.82 %", b"62.82 %", 1)}), "b")[1]
    cut = {
        "docx": (b"60.82 %", b'60</w:t></w:r><w:r><w:t xml:space="preserve">.82 %'),
        "pptx": (b"60.82 %", b'60</a:t></a:r><a:r><a:rPr lang="de-DE"/><a:t>.82 %'),
    }[form]
    assert read_manifest(zipped({**parts, name: parts[name].replace(*cut, 1)}), "b")[1]
    numbered = {
        each: content.replace(b"<a:t>2</a:t></a:fld>", b"<a:t>7</a:t></a:fld>") for each, content in parts.items()
    }
    assert read_manifest(zipped(numbered), "b")[1]


@pytest.mark.parametrize("form", ["docx", *seldom("pptx")])
def test_another_marking_is_noticed(form, written):
    """Wherever it stands: above a page, below it, or on a slide."""
    parts = parts_of(written[form])
    marked = [each for each in parts if each.startswith(("word/", "ppt/slides/")) and b"TLP:CLEAR" in parts[each]]
    assert len(marked) >= 3
    for name in marked:
        other = {**parts, name: parts[name].replace(b"TLP:CLEAR", b"TLP:GREEN")}
        assert not read_manifest(zipped(other), "b")[1], name


def test_a_field_as_word_saves_it_is_no_word_of_ours():
    """Begin, instruction, separator, value, end: each in a run."""
    field = "".join(f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate"))
    body = f'<w:r><w:t>Page </w:t></w:r>{field}<w:r><w:t>7</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    document = f'<w:document xmlns:w="{namespace}"><w:p>{body}<w:r><w:t> of it</w:t></w:r></w:p></w:document>'
    assert words_of({"word/document.xml": document.encode()}) == "Page of it"


@pytest.mark.parametrize("form", OFFICE)
@pytest.mark.parametrize(
    ("damage", "says"),
    [
        (lambda raw: raw[: len(raw) // 2], "cannot be read"),
        (lambda _raw: b"", "cannot be read"),
        (lambda raw: raw[:2_000] + bytes(200) + raw[2_200:], "cannot be read"),
        (lambda _raw: b"plain words", "cannot be read"),
        (
            lambda raw: zipped({k: v for k, v in parts_of(raw).items() if "customXml/item1.xml" not in k}),
            "not a file that `dateline brief build` made",
        ),
        (lambda raw: _carrying(raw, b'{"form":3}'), "damaged|another version"),
        (lambda raw: _carrying(raw, b"[" * 100_000), "damaged"),
        (lambda raw: _carrying(raw, b"&a;", b'<!DOCTYPE b [<!ENTITY a "aaaa">]>'), "cannot be read"),
    ],
)
def test_a_damaged_file_says_what_is_the_matter(form, written, damage, says):
    """Cut, something else, or with something else in it: never a traceback, and no entity is expanded."""
    with pytest.raises(ManifestNotReadable, match=says):
        read_manifest(damage(written[form]), f"b.{form}")


def _carrying(raw, content, before=b""):
    item = before + b'<briefing xmlns="urn:dateline:briefing:1">' + content + b"</briefing>"
    return zipped({**parts_of(raw), "customXml/item1.xml": item})


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=4)
@given(TEXTS)
@example("\x00\x0b\ufffe\uffff ]]> & <w:p/> _x000D_")
@example("=1+1 \u202eabc\u2066 אב (1) ab")
def test_any_text_is_written_as_it_is(text):
    """Whatever signs it has, XML's forbidden ones too, both files can be read, and it stands in them."""
    outline = _small(f"a {text} z")
    expected = "".join(one_line(f"a {text} z").split())
    for form in OFFICE:
        raw = FORMATS[form].write(outline, _sealed(outline), Figures(lambda *_: None, lacking="x"))
        read = "".join(words_of(parts_of(raw)).replace("\u200e", "").split())
        assert expected.replace("\u200e", "") in read
        assert read_manifest(raw, form)[1]


def _small(text):
    section = BriefingSection("bottom-line", "Bottom line", (Statement(text, by="AB"),))
    return Outline(
        "a",
        text,
        MarkingLabel("TLP:RED", "", "#ff2b2b", "#000000"),
        "",
        "1 May 2025",
        "",
        "",
        "",
        (),
        "A4",
        (section,),
        (),
        (),
    )


def _sealed(outline):
    return Manifest(
        form=FORM, id=outline.id, title="a", as_of="2025-05-01", sentences=(), records=(), built_on=BuiltOn()
    )


@given(st.text(st.sampled_from("ab 1()אבعر한漢かЖΩ.\u200d👍"), max_size=30), st.booleans())
def test_pieces_are_the_whole_text(text, in_rtl):
    """None is lost, none is empty, and no letter is in a piece of another direction."""
    found = list(pieces(text, in_rtl=in_rtl))
    assert "".join(piece for piece, _ in found) == text
    assert all(piece for piece, _ in found)
    for piece, script in found:
        assert script.is_rtl or not re.search("[אבער]", piece)
        assert not (script.is_rtl and re.search("[abЖΩ한漢か]", piece))


def test_a_paragraph_runs_as_its_first_letter_does():
    """Digits, signs and spaces before it say nothing (UAX 9)."""
    assert [is_rtl(text) for text in ("12 אב ab", "“ab אב", "(1)", "عر")] == [True, False, False, True]


@given(
    st.lists(
        st.lists(st.sampled_from(["", "a", "word " * 9, "x" * 90]), min_size=3, max_size=3), min_size=1, max_size=4
    )
)
def test_columns_fill_the_room(rows):
    """Whatever stands in them, and none is without width."""
    widths = column_widths(rows, 400.0, 10.0, 6.0)
    assert sum(widths) == pytest.approx(400.0)
    assert min(widths) > 5


def test_a_high_figure_is_cut_between_lanes():
    """Not through words; together the parts are the whole of it."""
    image = Image.new("RGB", (400, 1200), "white")
    pen = ImageDraw.Draw(image)
    for lane in range(5):
        top = 40 + lane * 230
        pen.line((0, top + 228, 400, top + 228), fill="#e3e6ea")
        for row in range(10):
            pen.rectangle((50, top + 10 + row * 22, 350, top + 24 + row * 22), fill="#14181f")
    target = BytesIO()
    image.save(target, "PNG")
    found = strips(RenderedFigure(target.getvalue(), 200, 600), 20, 300)
    assert [(round(first), round(last)) for first, last in found] == [(20, 249), (249, 479), (479, 600)]
    assert strips(RenderedFigure(target.getvalue(), 200, 600), 20, 600) == [(20, 600)]


def test_a_change_of_one_field_is_named_by_every_written_file(written, seed, with_records):
    """Exactly the sentences that rest on it fall."""
    event = seed.workspace.events["us-base-notice"]
    changed = with_records(events={event.id: event.model_copy(update={"title": "Something else"})})
    for form in OFFICE:
        seal, _ = read_manifest(written[form], form)
        verified = verify_written(seal, changed, dt.date(2025, 12, 31), is_altered=False)
        fallen = {finding.sentence.text for finding in verified.stale}
        resting = {each.text for each in seal.sentences if "events/us-base-notice#title" in seal.rests_on(each)}
        assert fallen == resting
        assert len(fallen) >= 3


def letters(text):
    return "".join(re.findall(r"\w", text))


@pytest.mark.proof
def test_libreoffice_opens_both(as_pdf, written, seed_case):
    """Every page and slide has the marking; every sentence of the outline is on them, in order in the document."""
    read = as_pdf({f"{form}-seed.{form}": written[form] for form in OFFICE})
    document, slides = read["docx-seed.docx"], read["pptx-seed.pptx"]
    assert 10 <= len(document) <= 20
    assert 24 <= len(slides) <= 34
    for number, page in enumerate(document, start=1):
        assert page.count("TLP:CLEAR") >= 2
        assert f"{number} of {len(document)}" in page
    for number, slide in enumerate(slides, start=1):
        assert "TLP:CLEAR" in slide
        assert re.search(rf"\b{number}\s*$", slide)
    for pages in (document, slides):
        whole = letters(" ".join(pages))
        own = [
            block
            for part in seed_case.outline.sections
            if part.key not in ("figures", "sources")
            for block in part.blocks
        ]
        words = [word for block in own for each in statements_of(block) for word in each.text.split()]
        missing = {word for word in words if letters(word) not in whole}
        assert missing == set()
    assert "Against it:" in " ".join(document)


@pytest.mark.proof
def test_libreoffice_opens_what_is_hostile(as_pdf, hostile_case):
    """With unbroken words, other directions and markup: pages are there, and what hides is named."""
    files = {
        f"{form}.{form}": FORMATS[form].write(hostile_case.outline, hostile_case.seal, hostile_case.figures)
        for form in OFFICE
    }
    for pages in as_pdf(files).values():
        assert len(pages) > 15
        text = letters(" ".join(pages))
        assert letters("<img src=x onerror='window.hacked=1'> **bold**") in text
        assert "U202Egnpexe" in text


@pytest.mark.proof
@pytest.mark.parametrize("form", OFFICE)
def test_what_libreoffice_saves_anew_is_still_whole(form, converted, written):
    """It writes every part in its own way; the words are the same, and what they rest on is still in it."""
    folder = converted({f"seed.{form}": written[form]}, form)
    seal, is_whole = read_manifest((folder / "out" / f"seed.{form}").read_bytes(), form)
    assert is_whole
    assert len(seal.sentences) > 100


@pytest.mark.proof
def test_another_program_opens_both(as_pdf):
    """A small document and its slides, in LibreOffice: a page, two slides, with marking and words."""
    outline = _small("Rivers rose in May.")
    files = {
        f"{form}.{form}": FORMATS[form].write(outline, _sealed(outline), Figures(lambda *_: None)) for form in OFFICE
    }
    for name, pages in as_pdf(files).items():
        assert len(pages) == {"docx.docx": 2, "pptx.pptx": 3}[name]
        assert all("TLP:RED" in page for page in pages)
        assert "Rivers rose in May." in pages[0]
