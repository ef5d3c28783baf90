"""How Word documents and slides are laid out: a change of what they show is told, and packing them anew is none."""

import re
import zipfile
from io import BytesIO

import docx as word_library
import pptx as slide_library
import pytest
from docx.oxml import parse_xml
from docx.shared import Mm, Pt
from pptx.dml.color import RGBColor
from pptx.util import Emu

from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest.manifest import (
    LAYOUT_NOT_CHECKED,
    OTHERWISE,
    ManifestNotReadable,
    complete_manifest,
    looks_otherwise,
)
from dashboard.briefing.office.manifest import as_json, body_hash, looks_of, words_of
from dashboard.briefing.office.parts import read_parts
from dashboard.cli.main import exit_code
from tests.seldom import every_third

OFFICE = ("docx", "pptx")
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEMPLATE = (
    '<Relationship Id="rIdT" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
    'attachedTemplate" Target="http://127.0.0.1/a.dotm" TargetMode="External"/>'
)
BOX = (
    '<p:sp><p:nvSpPr><p:cNvPr id="99" name="b"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/>'
    "<p:txBody><a:bodyPr/><a:p><a:r><a:t>It is not so.</a:t></a:r></a:p></p:txBody></p:sp>"
)
VML = (
    f'<w:r {W} xmlns:v="urn:schemas-microsoft-com:vml"><w:pict>'
    '<v:rect style="position:absolute;width:500pt;height:500pt" fillcolor="white"/></w:pict></w:r>'
)


@pytest.fixture(scope="module")
def written(seed_written):
    """The seed's briefing, by the ending of the file."""
    return {form: seed_written(form) for form in OFFICE}


def told(raw, form):
    """Whether the words are as they were, and what is said of the looks."""
    seal, is_whole = FORMATS[form].seal_of(raw, f"b.{form}")
    return is_whole, looks_otherwise(seal.looks, looks_of(raw, f"b.{form}"))


def zipped(parts):
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as package:
        for name in sorted(parts, reverse=True):
            package.writestr(name, parts[name])
    return target.getvalue()


def with_part(raw, name, pattern, instead):
    """The package with one part changed once."""
    parts = read_parts(raw)
    changed, count = re.subn(pattern, instead, parts[name].decode(), count=1, flags=re.DOTALL)
    assert count == 1
    return zipped({**parts, name: changed.encode()})


def saved_by(library):
    """Makes of a change what a library saves after it."""

    def after(change):
        def changed(raw):
            file = library(BytesIO(raw))
            change(file)
            target = BytesIO()
            file.save(target)
            return target.getvalue()

        return changed

    return after


as_slides, as_document = saved_by(slide_library.Presentation), saved_by(word_library.Document)


def in_part(name, pattern, instead):
    return lambda raw: with_part(raw, name, pattern, instead)


def texts(deck):
    return [shape for shape in deck.slides[2].shapes if shape.has_text_frame]


def last_slide_second(deck):
    listed = deck.slides._sldIdLst
    listed.insert(1, listed[-1])


def covered(deck):
    deck.slides[2].shapes.add_shape(1, 0, 0, deck.slide_width, deck.slide_height)


def text_moved_off(deck):
    for shape in texts(deck):
        shape.left = -deck.slide_width * 2


def black(deck):
    fill = deck.slides[2].background.fill
    fill.solid()
    fill.fore_color.rgb = RGBColor(0, 0, 0)


def narrow(deck):
    deck.slide_width = Emu(1_000_000)


def paragraph_of(document):
    return next(each for each in document.paragraphs if "60.82" in each.text)


def narrow_page(document):
    document.sections[0].page_width = Mm(40)


def indented(document):
    paragraph_of(document).paragraph_format.left_indent = Mm(400)


def flat(document):
    paragraph_of(document).paragraph_format.line_spacing = Pt(0.7)


def in_wingdings(document):
    for run in paragraph_of(document).runs:
        run.font.name = "Wingdings"


def struck(document):
    for run in paragraph_of(document).runs:
        run.font.strike = True


def shrunk(document):
    document.inline_shapes[0].width = document.inline_shapes[0].height = Emu(1)


def boxed(document):
    paragraph_of(document)._p.append(parse_xml(VML))


TAMPERINGS = {
    "pptx: slide moved": as_slides(last_slide_second),
    "pptx: slide out of the list": in_part("ppt/presentation.xml", r"(<p:sldIdLst>.*?)<p:sldId [^>]*/>", r"\1"),
    "pptx: rectangle over a slide": as_slides(covered),
    "pptx: text moved off": as_slides(text_moved_off),
    "pptx: narrow": as_slides(narrow),
    "pptx: black background": as_slides(black),
    "pptx: squeezed": in_part("ppt/slides/slide3.xml", r'<a:ext cx="\d+"', '<a:ext cx="1000"'),
    "pptx: words on a layout": in_part("ppt/slideLayouts/slideLayout1.xml", "</p:spTree>", f"{BOX}</p:spTree>"),
    "pptx: white theme": in_part(
        "ppt/theme/theme1.xml", "<a:dk1>.*?</a:dk1>", '<a:dk1><a:srgbClr val="FFFFFF"/></a:dk1>'
    ),
    "docx: narrow page": as_document(narrow_page),
    "docx: indented": as_document(indented),
    "docx: flat lines": as_document(flat),
    "docx: Wingdings": as_document(in_wingdings),
    "docx: struck through": as_document(struck),
    "docx: picture shrunk": as_document(shrunk),
    "docx: rectangle over words": as_document(boxed),
    "docx: another style": in_part("word/styles.xml", "</w:styles>", "<w:style/></w:styles>"),
    "docx: settings": in_part("word/settings.xml", "</w:settings>", "<w:revisionView/></w:settings>"),
    "docx: template from elsewhere": in_part(
        "word/_rels/document.xml.rels", "</Relationships>", f"{TEMPLATE}</Relationships>"
    ),
    "docx: another main part": in_part("_rels/.rels", 'Target="word/document.xml"', 'Target="docProps/core.xml"'),
    "docx: another type": in_part("[Content_Types].xml", r"footnotes\+xml", "endnotes+xml"),
}


@pytest.mark.parametrize("name", every_third(TAMPERINGS))
def test_a_change_of_layout_is_told(name, written):
    """The words are as they were written, and so are pictures, fonts and hidden words: the layout is said to differ."""
    form = name[:4]
    is_whole, said = told(TAMPERINGS[name](written[form]), form)
    assert is_whole
    assert said == (OTHERWISE["layout"],)


@pytest.mark.parametrize(("form", "save"), [("docx", as_document), ("pptx", as_slides)])
def test_what_a_library_saves_unchanged_is_no_change(form, save, written):
    """So that the changes above are what is told, and not that a library saved them."""
    assert told(save(lambda _: None)(written[form]), form) == (True, ())


@pytest.mark.parametrize("form", OFFICE)
def test_packing_a_file_anew_and_its_properties_are_no_change(form, written):
    """Neither is data that a program attaches: none of them is shown."""
    parts = read_parts(written[form])
    main = "word/document" if form == "docx" else "ppt/presentation"
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.xml.rels"
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"
    attached = f'<Relationship Id="rIdX" Type="{kind}" Target="../customXml/item2.xml"/></Relationships>'.encode()
    parts["customXml/item2.xml"] = b"<label/>"
    parts["docProps/core.xml"] = parts["docProps/core.xml"].replace(b"Dateline", b"Somebody")
    parts[relations] = parts[relations].replace(b"</Relationships>", attached)
    assert told(zipped(parts), form) == (True, ())


@pytest.mark.parametrize("form", OFFICE)
def test_a_file_with_two_parts_of_one_name_is_refused(form, written):
    """Programs disagree about which of them is shown."""
    target = BytesIO(written[form])
    name = read_parts(written[form]).popitem()[0]
    with zipfile.ZipFile(target, "a") as package:
        package.writestr(name.upper(), b"<other/>")
    with pytest.raises(ManifestNotReadable, match="same name"):
        FORMATS[form].seal_of(target.getvalue(), f"b.{form}")


@pytest.mark.parametrize("form", OFFICE)
def test_a_file_of_before_is_verified_and_its_layout_is_said_to_be_unchecked(form, written, root, tmp_path, capsys):
    """It carries no hash of its layout; pictures, fonts and hidden words are compared."""
    parts = read_parts(written[form])
    seal, _ = FORMATS[form].seal_of(written[form], f"b.{form}")
    looks = {aspect: found for aspect, found in seal.looks.items() if aspect != "layout"}
    older = as_json(complete_manifest(seal, body_hash(words_of(parts)), looks))
    item = parts["customXml/item1.xml"].decode()
    parts["customXml/item1.xml"] = f"{item[: item.index('{')]}{older}</briefing>".encode()
    file = tmp_path / f"b.{form}"
    file.write_bytes(zipped(parts))
    assert exit_code(["brief", "verify", str(file), "--workspace", str(root)]) == 0
    said = capsys.readouterr().out
    assert LAYOUT_NOT_CHECKED in said
    assert "differs" not in said
