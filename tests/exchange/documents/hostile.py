"""Documents that are small on the disk and huge, or slow, once they are read."""

import io
import zipfile
import zlib

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def _docx(body: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{WORD}"><w:body>{body}</w:body></w:document>')
    return made.getvalue()


def _pdf(stream: bytes) -> bytes:
    packed = zlib.compress(stream, 9)
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[4 0 R]/Count 1>>",
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>>>/Contents 5 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream" % (len(packed), packed),
    )
    made, table = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, inside in enumerate(objects, 1):
        table += b"%010d 00000 n \n" % len(made)
        made += b"%d 0 obj\n%s\nendobj\n" % (number, inside)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % len(made)
    return made + b"xref\n0 6\n" + table + trailer


def formats_for_every_paragraph() -> bytes:
    """HTML: each of 20,000 paragraphs gets 4,900 elements, which were never closed; 98 million of them."""
    return ("<p>" + "".join(f"<font a{number}>" for number in range(4900)) + "<p>x" * 20_000).encode()


def attributes() -> bytes:
    """HTML: one element with 150,000 attributes, each of which is compared with all before it."""
    return b"<p " + b" ".join(b"a%d" % number for number in range(150_000)) + b">x"


def empty_paragraphs() -> bytes:
    """DOCX: 16 million paragraphs without a word, 96 MB of XML; as objects, several GB."""
    return _docx("<w:p/>" * 16_000_000)


def one_long_text() -> bytes:
    """DOCX: a text of 99 MB."""
    return _docx(f"<w:p><w:r><w:t>{'a' * 99_000_000}</w:t></w:r></w:p>")


def elements_within_each_other() -> bytes:
    """DOCX: a million of them."""
    return _docx("<w:sdt>" * 1_000_000 + "x" + "</w:sdt>" * 1_000_000)


def endless_drawing() -> bytes:
    """PDF: a page on which the same letter is drawn three million times."""
    return _pdf(b"BT /F1 12 Tf " + b"1 0 0 1 7 7 Tm (a) Tj " * 3_000_000 + b"ET")


def one_long_string() -> bytes:
    """PDF: a page that draws one text of 70 MB."""
    return _pdf(b"BT /F1 12 Tf (" + b"a" * 70_000_000 + b") Tj ET")


ALL = {
    "formats.html": formats_for_every_paragraph,
    "attributes.html": attributes,
    "paragraphs.docx": empty_paragraphs,
    "text.docx": one_long_text,
    "elements.docx": elements_within_each_other,
    "drawing.pdf": endless_drawing,
    "string.pdf": one_long_string,
}
"""By a name that tells the format."""
