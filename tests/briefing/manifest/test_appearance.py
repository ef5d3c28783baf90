"""How a written briefing looks: what was changed in it beside its words is told, in each format, by a sentence."""

import base64
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import pikepdf
import pytest
from PIL import Image
from pypdf import PdfReader

from dashboard.briefing.figures.render import Figures, RenderedFigure
from dashboard.briefing.formats import FORMATS
from dashboard.briefing.manifest.manifest import (
    NOT_LOOKED_AT,
    OTHERWISE,
    PROVES,
    SEAL_NOTE,
    as_json,
    body_hash,
    complete_manifest,
    looks_otherwise,
)
from dashboard.briefing.pdf.document import SHAPES, pdf
from dashboard.briefing.pdf.manifest import looks_of
from dashboard.cli.main import exit_code
from tests.seldom import every_third

LOOKING = ("html", "pdf", "docx", "pptx")
STILL = (
    b'<svg xmlns="http://www.w3.org/2000/svg" width="672" height="310"><g opacity="0.5">'
    b'<rect width="90" height="90"/><rect x="40" width="90" height="90"/></g></svg>'
)
WORD = "60.82"


@pytest.fixture(scope="module")
def written(seed_case, seed_written):
    """The seed's briefing with a picture, by the ending of the file."""
    drawn = Figures(seed_case.figures.draw, dict.fromkeys(SHAPES, RenderedFigure(STILL, 672, 310)))
    made = pdf(seed_case.outline, seed_case.seal, drawn)
    return {form: made if form == "pdf" else seed_written(form) for form in LOOKING}


def told(raw, form):
    """The aspects of which it is said that they are otherwise."""
    seal, _ = FORMATS[form].seal_of(raw, f"b.{form}")
    look = FORMATS[form].looks_of
    assert look is not None
    said = looks_otherwise(seal.looks, look(raw, f"b.{form}"))
    return tuple(aspect for aspect, sentence in OTHERWISE.items() if sentence in said)


@pytest.mark.parametrize("form", LOOKING)
def test_an_untouched_file_looks_as_it_was_written(form, written):
    """Of each format; it carries the hashes, and they do not change from one writing to the next."""
    assert told(written[form], form) == ()
    seal, is_whole = FORMATS[form].seal_of(written[form], f"b.{form}")
    assert is_whole
    assert seal.looks


@pytest.mark.parametrize("form", FORMATS)
def test_a_written_file_says_what_its_seal_is_worth(form, written, seed_written):
    """Whoever reads it, in any format, is told that the seal is not signed."""
    raw = written.get(form) or seed_written(form)
    assert words_of(SEAL_NOTE) in words_of(text_of(raw, form))


def words_of(text):
    """Without what a format puts between letters."""
    return re.sub(r"[\W_]+", "", text)


def text_of(raw, form):
    """What people read of a file, roughly."""
    if form == "pdf":
        return "".join(page.extract_text() for page in PdfReader(BytesIO(raw)).pages)
    if form in ("docx", "pptx"):
        with zipfile.ZipFile(BytesIO(raw)) as parts:
            xml = b"".join(parts.read(name) for name in parts.namelist() if re.search(r"document|slides/", name))
        return re.sub("<[^>]*>", "", xml.decode())
    return raw.decode().split("<!-- dateline-briefing")[0]


def other_picture():
    target = BytesIO()
    Image.new("RGB", (1344, 520), "#aa0000").save(target, "PNG")
    return target.getvalue()


def parts_changed(change):
    """Of a package."""

    def changed(raw):
        with zipfile.ZipFile(BytesIO(raw)) as package:
            parts = {name: package.read(name) for name in package.namelist()}
        before = dict(parts)
        change(parts)
        assert parts != before
        target = BytesIO()
        with zipfile.ZipFile(target, "w") as package:
            for name, content in parts.items():
                package.writestr(name, content)
        return target.getvalue()

    return changed


def pages_changed(change):
    """Of a PDF."""

    def changed(raw):
        saved = BytesIO()
        with pikepdf.open(BytesIO(raw)) as document:
            change(document)
            document.save(saved)
        return saved.getvalue()

    return changed


def text_changed(pattern, instead):
    """Of a page."""

    def changed(raw):
        text, count = re.subn(pattern, instead, raw.decode(), count=1)
        assert count == 1
        return text.encode()

    return changed


def docx_runs(properties):
    """The run that has the word gets these properties."""

    def change(parts):
        text = parts["word/document.xml"].decode()
        start = text.rindex("<w:r>", 0, text.index(WORD))
        run = re.sub(r"<w:rPr>.*?</w:rPr>", "", text[start : text.index("</w:r>", start)], flags=re.DOTALL)
        changed = run.replace("<w:r>", f"<w:r><w:rPr>{properties}</w:rPr>", 1)
        parts["word/document.xml"] = (text[:start] + changed + text[text.index("</w:r>", start) :]).encode()

    return change


def docx_style(parts):
    """All that is Normal is hidden by its style."""
    text = parts["word/styles.xml"].decode()
    at = text.index("</w:rPr>", text.index("<w:rPrDefault>"))
    parts["word/styles.xml"] = (text[:at] + "<w:vanish/>" + text[at:]).encode()


def slide_with(parts, words):
    return next(name for name in parts if name.startswith("ppt/slides/slide") and words.encode() in parts[name])


def pptx_runs(change):
    """The properties of the run that has the word."""

    def changed(parts):
        name = slide_with(parts, WORD)
        text = parts[name].decode()
        start = text.rindex("<a:r>", 0, text.index(WORD))
        end = text.index("<a:t>", start)
        parts[name] = (text[:start] + change(text[start:end]) + text[end:]).encode()

    return changed


def white(run):
    return '<a:r><a:rPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill></a:rPr>'


def tiny(run):
    return '<a:r><a:rPr sz="100"/>'


def hidden_slide(parts):
    name = slide_with(parts, WORD)
    parts[name] = parts[name].replace(b"<p:sld ", b'<p:sld show="0" ', 1)


def hidden_shape(parts):
    """All of the slide's shapes."""
    name = slide_with(parts, WORD)
    parts[name] = re.sub(rb"<p:cNvPr ", b'<p:cNvPr hidden="1" ', parts[name])


def media(parts):
    name = next(each for each in parts if "/media/" in each)
    parts[name] = other_picture()


def cropped(parts):
    name = next(each for each in parts if b"<a:blip " in parts[each])
    cut = b'<a:srcRect b="60000"/><a:stretch>'
    parts[name] = re.sub(rb"(?:<a:srcRect[^>]*/>)?<a:stretch>", cut, parts[name], count=1)


def blank_font(parts):
    name = next(each for each in parts if each.endswith(".odttf"))
    parts[name] = parts[name][:200] + bytes(len(parts[name]) - 200)


def font_away(parts):
    parts["word/fontTable.xml"] = re.sub(rb"<w:embedRegular [^>]*/>", b"", parts["word/fontTable.xml"])


def pdf_font(document):
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each:
            each.FontFile2.write(bytes(len(each.FontFile2.read_bytes())))
            return


def pdf_picture(document):
    drawn = next(page.Resources.XObject for page in document.pages if "/XObject" in page.Resources)
    form = drawn[sorted(drawn.keys())[0]]
    form.write(b"0 0 90 90 re f")


def pdf_box(name):
    def change(document):
        document.pages[1][name] = pikepdf.Array([0, 400, 595, 842])

    return change


def pdf_turned(document):
    document.pages[0].Rotate = 180


def pdf_fonts_swapped(document):
    fonts = document.pages[2].Resources.Font
    names = list(fonts.keys())
    first, second = (fonts[name] for name in names[:2])
    fonts[names[0]], fonts[names[1]] = second, first


def pdf_transparent(document):
    document.pages[2].Resources.ExtGState = pikepdf.Dictionary({"/g9": pikepdf.Dictionary(ca=0)})


def pdf_letters_apart(document):
    for each in document.objects:
        if isinstance(each, pikepdf.Dictionary) and each.get("/Type") == "/Font" and "/W" in each:
            each.W = pikepdf.Array([0, [0] * 900])


def pdf_link_with_frame(document):
    link = pikepdf.Dictionary({"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name.Link, "/Rect": [0, 0, 600, 800]})
    link.Border, link.C = [0, 0, 500], [1, 1, 1]
    document.pages[2].Annots = pikepdf.Array([document.make_indirect(link)])


def pdf_outline(document):
    document.Root.Outlines.First.Title = "Another chapter"


def pdf_action(document):
    document.Root.OpenAction = pikepdf.Dictionary({"/S": pikepdf.Name.JavaScript, "/JS": "app.alert(1)"})


@dataclass(frozen=True)
class Tampering:
    """What is done to a file, and what is to be said of it."""

    name: str
    form: str
    change: Callable[[bytes], bytes]
    aspect: str


def font_of(found):
    return found[1] + base64.b64encode(b"blank").decode()


def hidden_by_style(found):
    return f"{found[0]}\nmain p {{ display: none }}"


TAMPERINGS = (
    Tampering("vanish", "docx", parts_changed(docx_runs("<w:vanish/>")), "hidden"),
    Tampering("white", "docx", parts_changed(docx_runs('<w:color w:val="FFFFFF"/>')), "hidden"),
    Tampering("tiny", "docx", parts_changed(docx_runs('<w:sz w:val="2"/>')), "hidden"),
    Tampering("hidden by style", "docx", parts_changed(docx_style), "hidden"),
    Tampering("picture", "docx", parts_changed(media), "pictures"),
    Tampering("cropped picture", "docx", parts_changed(cropped), "pictures"),
    Tampering("blank font", "docx", parts_changed(blank_font), "fonts"),
    Tampering("no font", "docx", parts_changed(font_away), "fonts"),
    Tampering("white", "pptx", parts_changed(pptx_runs(white)), "hidden"),
    Tampering("tiny", "pptx", parts_changed(pptx_runs(tiny)), "hidden"),
    Tampering("hidden slide", "pptx", parts_changed(hidden_slide), "hidden"),
    Tampering("hidden shape", "pptx", parts_changed(hidden_shape), "hidden"),
    Tampering("picture", "pptx", parts_changed(media), "pictures"),
    Tampering("cropped picture", "pptx", parts_changed(cropped), "pictures"),
    Tampering("blank font", "pdf", pages_changed(pdf_font), "fonts"),
    Tampering("picture", "pdf", pages_changed(pdf_picture), "pictures"),
    Tampering("cropped", "pdf", pages_changed(pdf_box("/CropBox")), "pages"),
    Tampering("smaller", "pdf", pages_changed(pdf_box("/MediaBox")), "pages"),
    Tampering("turned", "pdf", pages_changed(pdf_turned), "pages"),
    Tampering("fonts swapped", "pdf", pages_changed(pdf_fonts_swapped), "layout"),
    Tampering("transparent", "pdf", pages_changed(pdf_transparent), "layout"),
    Tampering("letters upon each other", "pdf", pages_changed(pdf_letters_apart), "layout"),
    Tampering("frame of a link", "pdf", pages_changed(pdf_link_with_frame), "layout"),
    Tampering("outline", "pdf", pages_changed(pdf_outline), "layout"),
    Tampering("action", "pdf", pages_changed(pdf_action), "layout"),
    Tampering("blank font", "html", text_changed(r"(data:font/woff2;base64,)[^)]*", font_of), "fonts"),
    Tampering("style sheet", "html", text_changed("<style>", hidden_by_style), "style"),
    Tampering("element", "html", text_changed("<main", lambda found: f"{found[0]} hidden"), "style"),
    Tampering(
        "picture", "html", text_changed("<main", lambda _: '<img src="data:image/png;base64,AA"><main'), "pictures"
    ),
    Tampering(
        "mark moved",
        "html",
        text_changed(r'(class="drawing"[^$]*?)translate\(9', lambda found: f"{found[1]}translate(99"),
        "pictures",
    ),
    Tampering("script", "html", text_changed("<script>", lambda found: f"{found[0]}1;"), "scripts"),
)


@pytest.mark.parametrize("tampering", every_third(TAMPERINGS), ids=lambda each: f"{each.form}: {each.name}")
def test_what_looks_otherwise_is_told(tampering, written):
    """By what is different, and by that alone."""
    assert told(tampering.change(written[tampering.form]), tampering.form) == (tampering.aspect,)


@pytest.mark.parametrize("tampering", {each.form: each for each in TAMPERINGS}.values(), ids=lambda each: each.form)
def test_verify_tells_it(tampering, written, root, tmp_path, capsys):
    """It exits with 1 and says what the seal proves, and what not."""
    file = tmp_path / f"b.{tampering.form}"
    for raw, code in ((written[tampering.form], 0), (tampering.change(written[tampering.form]), 1)):
        file.write_bytes(raw)
        assert exit_code(["brief", "verify", str(file), "--workspace", str(root)]) == code
        said = capsys.readouterr().out
        assert (f"differs: {OTHERWISE[tampering.aspect]}" in said) == bool(code)
        assert PROVES in said


def test_a_file_of_before_is_verified_and_what_was_not_looked_at_is_said(written, root, tmp_path, capsys):
    """It has a seal without hashes of looks, and is whole."""
    head, found, tail = written["html"].decode().rpartition('<script type="application/json" id="dateline-briefing">')
    seal, _ = FORMATS["html"].seal_of(written["html"], "b.html")
    older = as_json(complete_manifest(seal, body_hash(head)))
    file = tmp_path / "b.html"
    file.write_text(head + found + older + tail[tail.index("</script>") :], encoding="utf-8")
    assert exit_code(["brief", "verify", str(file), "--workspace", str(root)]) == 0
    assert NOT_LOOKED_AT in capsys.readouterr().out


def test_a_pdf_that_is_saved_anew_looks_as_it_was_written(written, seed_case):
    """Another program packs it otherwise, and writes its objects in another order."""
    raw = pdf(seed_case.outline, seed_case.seal, Figures(lambda *_: None, lacking="nothing draws"))
    saved = BytesIO()
    with pikepdf.open(BytesIO(raw)) as other:
        other.save(saved, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)
    assert looks_of(saved.getvalue(), "a") == looks_of(raw, "a")


@pytest.mark.proof
@pytest.mark.parametrize("form", ["docx", "pptx"])
def test_what_libreoffice_saves_anew_is_told_and_its_sentences_are_checked(
    form, converted, written, root, tmp_path, capsys
):
    """It writes every part in its way, so the layout cannot be vouched for; words, pictures and fonts are the same."""
    folder = converted({f"seed.{form}": written[form]}, form)
    saved = folder / "out" / f"seed.{form}"
    assert told(saved.read_bytes(), form) == ("layout",)
    assert exit_code(["brief", "verify", str(saved), "--workspace", str(root)]) == 1
    said = capsys.readouterr().out
    assert "altered" not in said
    assert f"differs: {OTHERWISE['layout']}" in said
    assert re.search(r"(\d+) of \1 sentences hold$", said.rstrip())
