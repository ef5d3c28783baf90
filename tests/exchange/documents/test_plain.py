"""Plain text and Markdown: as they are, or refused with the way out."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.exchange.documents.document import DocumentRefused
from dashboard.exchange.documents.reading import read_document

MIXED_DIRECTIONS = (
    "“\u202eevil\u202c” and \u2066abc\u2069, \u200f\u05d0, e\u0301, \ufb01, \u00ad\u200b\u2028 end\x0c\x1b[31m"
)


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_characters="\r\x00\ufeff")))
def test_text_that_is_utf8_with_lf_stays_as_it_is(text):
    """Whatever else stands in it, nothing is changed and nothing is said to be."""
    if any(letter.isprintable() and not letter.isspace() for letter in text) and not _looks_binary(text):
        document = read_document(text.encode(), "txt")
        assert (document.text, document.done, document.given) == (text, (), {})


def _looks_binary(text):
    controls = sum(letter < " " or letter == "\x7f" for letter in text)
    return controls > 0.01 * len(text.encode()) or text.startswith(("%PDF-", "PK\x03\x04", "GIF8", "{\\rtf", "\x7fELF"))


def test_marks_of_direction_and_ways_of_composing_stay():
    """Bidirectional controls, ligatures, soft hyphens, decomposed letters and single escapes are the document's own."""
    text = MIXED_DIRECTIONS + " words" * 30
    assert read_document(text.encode(), "txt").text == text


@pytest.mark.parametrize(
    ("raw", "text", "done"),
    [
        (codecs.BOM_UTF8 + b"a\nb\n", "a\nb\n", "read as UTF-8, without its byte order mark"),
        ("a\nб\n".encode("utf-16"), "a\nб\n", "read as UTF-16-LE, without its byte order mark"),
        (codecs.BOM_UTF32_BE + "aб".encode("utf-32-be"), "aб", "read as UTF-32-BE, without its byte order mark"),
        (b"a\r\nb\r\nc\rd\n", "a\nb\nc\nd\n", "CR LF made LF at 2 line ends; CR made LF at 1 line end"),
        (b"a long enough line\x00 with one NUL\n", "a long enough line with one NUL\n", "1 NUL removed"),
    ],
)
def test_what_is_changed_is_said(raw, text, done):
    """Byte order marks, line ends and NULs: each is named, with how many."""
    document = read_document(raw, "txt")
    assert (document.text, "; ".join(document.done)) == (text, done)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Rubio dijo: «café»", "windows-1252"),
        ("Тимур", "koi8-r"),
        ("대한민국", "euc-kr"),
        ("かな", "shift_jis"),
        ("aé", "UTF-16"),
    ],
)
def test_an_encoding_that_is_named_is_used(text, encoding):
    """And said."""
    document = read_document(text.encode(encoding), "txt", encoding=encoding)
    assert document.text == text
    assert encoding.lower() in document.done[0].lower()


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (b"un caf\xe9 ferm\xe9", "line 1, byte 6 (0xE9).*windows-1252 reads “un café fermé”"),
        ("l\nвода".encode("cp1251"), "line 2, byte 2.*windows-1251 reads “l вода”"),
        ("café ".encode() + b"caf\xe9 noir", "may mix two encodings"),
        ("a long line".encode("utf-16-le"), "--encoding utf-16-le"),
        ("a long line".encode("utf-32-be"), "--encoding utf-32-be"),
        (bytes(range(256)) * 8, "not text"),
        (b"\x00" * 100, "NUL bytes"),
        (b"\x01\x02\x03\x04" * 10, "control characters"),
        (b"\x89PNG\r\n\x1a\n", "PNG picture"),
        (b"%PDF-1.7", "a PDF, not text"),
        (b"PK\x03\x04....", "ZIP archive"),
        (b"", "has no text"),
        (b" \n\t\n", "has no text"),
        ("\u200b\u202e".encode(), "has no text"),
    ],
)
def test_what_is_no_utf8_text_is_refused_with_the_way_out(raw, said):
    """Nothing is guessed: the message names the place and the readings to choose from."""
    with pytest.raises(DocumentRefused, match=f"(?s){said.replace('(', '[(]').replace(')', '[)]')}"):
        read_document(raw, "txt")


@pytest.mark.parametrize("encoding", ["no-such-thing", "base64", "rot13"])
def test_what_is_no_encoding_is_refused(encoding):
    """Codecs that are not of text count as none."""
    with pytest.raises(DocumentRefused, match="There is no encoding"):
        read_document(b"text", "txt", encoding=encoding)


def test_the_wrong_encoding_is_refused():
    """Where the bytes cannot be of it."""
    with pytest.raises(DocumentRefused, match=r"Byte 1 is not ascii.*--encoding"):
        read_document("aé".encode(), "txt", encoding="ascii")


def test_too_large_is_refused():
    """The limit is said."""
    with pytest.raises(DocumentRefused, match="more than 50 MB"):
        read_document(b"a" * 50_000_001, "txt")


def test_one_line_of_five_megabytes_is_text():
    """However long a line is."""
    assert len(read_document(b"word " * 1_000_000, "txt").text) == 5_000_000


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        (b"# Of *ships*\n\nText\n", "Of *ships*"),
        (b"\n\n# Closed #\nText\n", "Closed"),
        (b"# In C#\nText\n", "In C#"),
        (b"# Far" + b" " * 300_000 + b"apart ##\nText\n", "Far apart"),
        (b"Text\n\n# Later\n", None),
        (b"## Second\n", None),
        (b"#hashtag\n", None),
    ],
)
def test_markdown_is_kept_and_its_first_heading_is_its_title(raw, title):
    """Only a heading of the first level at the beginning."""
    document = read_document(raw, name="note.md")
    assert (document.text, document.given.get("title")) == (raw.decode(), title)


@pytest.mark.parametrize(
    ("raw", "name", "form"),
    [
        (b"<html><body>A <b>c</b>", "", "A c\n"),
        (b"  <!DOCTYPE html><p>A", "", "A\n"),
        (b"A <b>", "", "A <b>"),
        (b"A", "x.TXT", "A"),
    ],
)
def test_the_format_is_told_by_name_or_beginning(raw, name, form):
    """Standard input has no name; then a document's beginning tells, and else it is plain text."""
    assert read_document(raw, name=name).text == form


def test_an_ending_that_nobody_knows_is_refused():
    """With the formats that are read."""
    with pytest.raises(DocumentRefused, match=r"\.xlsx are not supported. The formats are txt, md, html, pdf, docx"):
        read_document(b"text", name="table.xlsx")
