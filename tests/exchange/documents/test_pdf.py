"""PDF: the text of its pages, or why there is none."""

import io
import zlib

import pypdf
import pytest

from dashboard.exchange.documents import pdf as module
from dashboard.exchange.documents.document import DocumentRefused
from dashboard.exchange.documents.pdf import read_pdf


def test_the_text_of_all_pages_is_taken(pdf):
    """Lines below each other, an empty line between two pages."""
    document = read_pdf(pdf("The pier opens.\nIt is long.", "Second page."))
    assert document.text == "The pier opens.\nIt is long.\n\nSecond page.\n"
    assert document.done == ("text taken from the PDF's pages",)


def test_what_the_file_says_of_itself_is_taken(pdf):
    """Title, author and language; when it was made is not when it was published, and only said."""
    document = read_pdf(
        pdf(
            "Text",
            info="/Title (The \\(new\\) pier) /Author (A. Writer) /CreationDate (D:20250904120000Z)",
            language="en_GB",
        )
    )
    assert document.given == {"title": "The (new) pier", "author": "A. Writer", "language": "en-GB"}
    assert document.remarks == (
        "The file says that it was made on 2025-09-04. If it was published on that day, use --published 2025-09-04.",
    )


def test_an_odd_date_is_no_date(pdf):
    """And stops nothing."""
    assert read_pdf(pdf("Text", info="/CreationDate (soon)")).remarks == ()


def test_a_page_without_text_is_named(pdf):
    """It may be a picture of text."""
    assert read_pdf(pdf("One", "", "Three")).done[0] == "page 2 without text: perhaps pictures"


def test_pictures_alone_are_refused(pdf):
    """With what to do."""
    with pytest.raises(DocumentRefused, match="OCR"):
        read_pdf(pdf("", ""))


@pytest.mark.parametrize(("password", "opens"), [("", True), ("secret", False)])
def test_an_encrypted_file_opens_without_a_password_or_not_at_all(pdf, password, opens):
    """Many are locked against changes alone."""
    writer = pypdf.PdfWriter(io.BytesIO(pdf("Text of it")))
    writer.encrypt(password, owner_password="owner", algorithm="RC4-128")
    stream = io.BytesIO()
    writer.write(stream)
    if opens:
        document = read_pdf(stream.getvalue())
        assert (document.text, document.done[0]) == ("Text of it\n", "opened with an empty password")
    else:
        with pytest.raises(DocumentRefused, match="encrypted"):
            read_pdf(stream.getvalue())


@pytest.mark.parametrize(
    "raw", [b"%PDF-1.7", b"%PDF-1.4\n" + b"\xff" * 500, b"", b"%PDF-1.4\ntrailer\n<</Root 1 0 R>>"]
)
def test_a_broken_file_is_refused(raw, capfd):
    """With a sentence, and nothing of the library's own complaints."""
    with pytest.raises(DocumentRefused, match="cannot be read"):
        read_pdf(raw)
    assert capfd.readouterr() == ("", "")


def test_a_bomb_is_not_unpacked(pdf):
    """A hundred kilobytes that would be a hundred megabytes."""
    packed = zlib.compress(b" " * 100_000_000, 9)
    assert len(packed) < 200_000
    with pytest.raises(DocumentRefused, match=r"cannot be read .*[Ll]imit"):
        read_pdf(pdf("Text", packed=packed))
    assert read_pdf(pdf("", packed=zlib.compress(b"BT /F1 9 Tf (Packed) Tj ET"))).text == "Packed\n"


def test_pages_that_hold_themselves_are_refused(pdf):
    """No walk in circles."""
    with pytest.raises(DocumentRefused, match="cannot be read"):
        read_pdf(pdf("Text").replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]"))


def test_a_file_cut_anywhere_is_read_or_refused(pdf):
    """Nothing else ever comes of it."""
    whole = pdf("The pier opens.")
    for end in range(0, len(whole), 40):
        try:
            read_pdf(whole[:end])
        except DocumentRefused:
            continue


def test_too_many_pages_or_characters_are_refused(pdf, monkeypatch):
    """The limits are said."""
    monkeypatch.setattr(module, "MOST_PAGES", 1)
    with pytest.raises(DocumentRefused, match="2 pages, more than 1"):
        read_pdf(pdf("a", "b"))
    monkeypatch.setattr(module, "MOST_CHARACTERS", 3)
    with pytest.raises(DocumentRefused, match="more than 3 characters"):
        read_pdf(pdf("Text"))
