"""What a PDF carries of its briefing, and whether its pages are those that were written."""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.manifest import Looks, Manifest, ManifestNotReadable, hash_of, parse_manifest
from dashboard.briefing.pdf.layout import layout

if TYPE_CHECKING:
    from pypdf import PageObject, PdfReader

ATTACHED: Final = "dateline-briefing.json"
logging.getLogger("pypdf").addHandler(logging.NullHandler())
"""What it remarks of a damaged file says nothing to a reader, and would stand on standard error."""


@dataclass(frozen=True, slots=True)
class PdfPage:
    """What a page shows."""

    contents: bytes
    """Unpacked."""
    drawn: tuple[bytes, ...]
    """Contents of its figures, and of what these show, each once: in the order of their names."""
    notes: str
    """What is laid over it, but for links."""
    edges: str
    """How large it is, and what of it is shown: two rectangles, in whole points."""


def read_manifest(raw: bytes, name: str) -> tuple[Manifest, bool]:
    """What a file carries, and whether that and its pages are as they were written. Raises `ManifestNotReadable`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(raw))
        attached = reader.attachments.get(ATTACHED, [])
        written = attached[0].decode("utf-8") if attached else ""
        found = _hash(_pages(reader))
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        raise ManifestNotReadable(f"{name} cannot be read as a PDF: {error}.") from error
    if not written:
        raise ManifestNotReadable(f"{name} is not a file that `dateline brief build` made, or it is cut off.")
    return parse_manifest(written, name, found)


def looks_of(raw: bytes, name: str) -> Looks:
    """How a file looks. Raises `ManifestNotReadable`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        return _looks(PdfReader(BytesIO(raw)))
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        raise ManifestNotReadable(f"{name} cannot be read as a PDF: {error}.") from error


def _looks(reader: "PdfReader") -> Looks:
    """Pictures page by page, fonts in any order: another program may write the file's objects in another."""
    pages = list(_pages(reader))
    resources = [page.get("/Resources", {}) for page in reader.pages]
    fonts = {font for each in resources for font in _fonts(each, set())}
    return {
        "pictures": hash_of(hash_of(page.drawn) for page in pages),
        "fonts": hash_of(sorted(hashlib.sha256(font).hexdigest() for font in fonts)),
        "pages": hash_of(page.edges for page in pages),
        "layout": layout(reader),
    }


def words_hash(raw: bytes) -> str:
    """SHA-256 of what the pages of a PDF show, in lower-case hexadecimal."""
    from pypdf import PdfReader

    return _hash(_pages(PdfReader(BytesIO(raw))))


def _hash(pages: Iterable[PdfPage]) -> str:
    """SHA-256 of the contents and figures of all pages, in order and unpacked: other programs pack differently.

    What was laid over a page later counts, too: it can hide words, and show others.
    """
    whole = hashlib.sha256()
    for page in pages:
        for each in (page.contents, *page.drawn, page.notes.encode(), b"\n%page\n"):
            whole.update(each)
    return whole.hexdigest()


def _pages(reader: "PdfReader") -> Iterator[PdfPage]:
    for page in reader.pages:
        contents = page.get_contents()
        notes = (note.get_object() for note in page.get("/Annots") or ())
        yield PdfPage(
            contents.get_data() if contents is not None else b"",
            tuple(_drawings(page.get("/Resources", {}), set())),
            "".join(repr(note) for note in notes if note.get("/Subtype") != "/Link"),
            _edges(page),
        )


def _edges(page: "PageObject") -> str:
    """The page's boxes, rotation and unit as text, and whether it has layers that can be hidden: ours have none."""
    sheet, seen = ([float(each) for each in box] for box in (page.mediabox, page.cropbox))
    drawn = page.get("/Resources", {}).get("/XObject", {})
    layered = any("/OC" in drawn[name].get_object() for name in drawn)
    sizes = f"{[round(each) for each in sheet]} {[round(each) for each in seen]}"
    return f"{sizes} {page.rotation % 360} {float(page.user_unit):g}{' layered' if layered else ''}"


def _fonts(resources: Any, seen: set[int]) -> Iterator[bytes]:
    """Each font file of what a page draws, and of what that draws in turn; each table of a font's letters."""
    fonts = [font.get_object() for font in resources.get("/Font", {}).values()]
    below = [each.get_object() for font in fonts for each in font.get("/DescendantFonts", ())]
    for font in (*fonts, *below):
        about = font.get("/FontDescriptor", {})
        given = (about.get(name) for name in ("/FontFile", "/FontFile2", "/FontFile3"))
        streams = (each.get_object() for each in (*given, font.get("/CIDToGIDMap")) if each is not None)
        yield from (each.get_data() for each in streams if hasattr(each, "get_data"))
    for form in (each.get_object() for each in resources.get("/XObject", {}).values()):
        if form.indirect_reference.idnum not in seen:
            seen.add(form.indirect_reference.idnum)
            yield from _fonts(form.get("/Resources", {}), seen)


def _drawings(resources: Any, seen: set[int]) -> Iterator[bytes]:
    """What a page draws, and what that draws in turn."""
    drawn = resources.get("/XObject", {})
    for name in sorted(drawn):
        form = drawn[name].get_object()
        number = form.indirect_reference.idnum
        if number not in seen:
            seen.add(number)
            yield form.get_data()
            yield from _drawings(form.get("/Resources", {}), seen)
