"""PDF and DOCX made from nothing but their bytes, so that each can be wrong in one way."""

import io
import zipfile
from collections.abc import Callable, Mapping
from xml.sax.saxutils import escape

import pytest

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
RELATIONS = """\
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
CORE = """\
<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{}</cp:coreProperties>"""


def _pdf(*pages: str, info: str = "", language: str = "", packed: bytes = b"") -> bytes:
    """A PDF with a page for each text (ASCII), its lines below each other; `info` is the inside of its dictionary.

    With `packed`, every page shows what this deflated stream unpacks to.
    """
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = {
        1: f"<</Type /Catalog /Pages 2 0 R {f'/Lang ({language})' if language else ''}>>",
        2: f"<</Type /Pages /Kids [{kids}] /Count {len(pages)}>>",
        3: "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    }
    for number, page in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in page.split("\n")) if page else ""
        drawn = f"BT /F1 12 Tf 14 TL 72 720 Td {shown}ET"
        objects[4 + 2 * number] = (
            f"<</Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <</Font <</F1 3 0 R>>>> "
            f"/Contents {5 + 2 * number} 0 R>>"
        )
        filters = "/Filter [/ASCIIHexDecode /FlateDecode]" if packed else ""
        drawn = f"{packed.hex()}>" if packed else drawn
        objects[5 + 2 * number] = f"<</Length {len(drawn)} {filters}>>\nstream\n{drawn}\nendstream"
    about = 4 + 2 * len(pages)
    objects[about] = f"<<{info}>>"
    made, offsets = "%PDF-1.4\n", {}
    for number, body in objects.items():
        offsets[number] = len(made)
        made += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offsets[number]:010} 00000 n \n" for number in objects)
    size = len(objects) + 1
    made += f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<</Size {size} /Root 1 0 R /Info {about} 0 R>>\n"
    return f"{made}startxref\n{made.index('xref')}\n%%EOF\n".encode("latin-1")


def _docx(body: str, core: str = "", parts: Mapping[str, str | bytes] | None = None, head: str = "") -> bytes:
    """A DOCX with this XML in its body; a text without a tag is one paragraph. `head` stands before the root."""
    xml = body if body.startswith("<") else f"<w:p><w:r><w:t>{escape(body)}</w:t></w:r></w:p>"
    files: dict[str, str | bytes] = {
        "_rels/.rels": RELATIONS,
        "word/document.xml": f'{head}<w:document xmlns:w="{WORD}"><w:body>{xml}</w:body></w:document>',
        "docProps/core.xml": CORE.format(core),
        **(parts or {}),
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return stream.getvalue()


@pytest.fixture
def pdf() -> Callable[..., bytes]:
    """Make a PDF."""
    return _pdf


@pytest.fixture
def docx() -> Callable[..., bytes]:
    """Make a DOCX."""
    return _docx
