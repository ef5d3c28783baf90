"""DOCX: the text of its body as it reads now, or why there is none."""

import io
import zipfile

import pytest

from dashboard.exchange.documents import docx as module
from dashboard.exchange.documents.document import DocumentRefused
from dashboard.exchange.documents.docx import read_docx
from dashboard.exchange.documents.reading import read_document


def paragraph(inside):
    return f"<w:p>{inside}</w:p>"


def run(text):
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (paragraph(run("One ") + run("two")) + paragraph(run("Three")), "One two\n\nThree\n"),
        (paragraph(run("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>"), "a\tb\nc\n"),
        (
            paragraph(f"<w:ins>{run('put in')}</w:ins><w:del><w:r><w:delText>taken out</w:delText></w:r></w:del>"),
            "put in\n",
        ),
        (paragraph(f"<w:hyperlink>{run('linked')}</w:hyperlink>"), "linked\n"),
        (f"<w:sdt><w:sdtContent>{paragraph(run('controlled'))}</w:sdtContent></w:sdt>", "controlled\n"),
        (paragraph("<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>" + run("shown")), "shown\n"),
        (
            f"<w:tbl><w:tr><w:tc>{paragraph(run('a'))}</w:tc><w:tc>{paragraph(run('b'))}</w:tc></w:tr>"
            f"<w:tr><w:tc>{paragraph(run('c'))}</w:tc></w:tr></w:tbl>{paragraph(run('d'))}",
            "a\tb\nc\n\nd\n",
        ),
        (paragraph(run("co") + "<w:r><w:noBreakHyphen/></w:r>" + run("op")), "co\u2011op\n"),
        (paragraph(run("ab\u202ecd e\u0301 &lt;b&gt;")), "ab\u202ecd e\u0301 <b>\n"),
    ],
)
def test_the_body_is_taken_as_it_reads_now(docx, body, text):
    """Tracked insertions stand, deletions do not; links, controls and tables are text."""
    assert read_docx(docx(body)).text == text


def test_what_the_file_says_of_itself_is_taken(docx):
    """Title, creator and language; when it was made is only said."""
    core = (
        "<dc:title>The pier</dc:title><dc:creator>A. Writer</dc:creator><dc:language>en-US</dc:language>"
        "<dcterms:created>2025-09-04T10:00:00Z</dcterms:created>"
    )
    document = read_docx(docx("Text", core))
    assert document.given == {"title": "The pier", "author": "A. Writer", "language": "en-US"}
    assert "--published 2025-09-04" in document.remarks[0]


def test_what_is_left_out_is_said(docx):
    """Footnotes and headers are no part of the body."""
    note = f'<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{paragraph(run("n"))}</w:footnotes>'
    document = read_docx(docx("Text", parts={"word/footnotes.xml": note, "word/header1.xml": "<x/>"}))
    assert document.done[-1] == "left out: footnotes, headers"


def test_entities_are_refused(docx):
    """Neither a file of this machine nor a billion laughs comes in by them."""
    outside = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY e "&a;&a;&a;&a;">]>'
    for head in (outside, laughs, "<!DOCTYPE x>"):
        with pytest.raises(DocumentRefused, match="document type or entities"):
            read_docx(docx(paragraph("<w:r><w:t>&e;</w:t></w:r>" if "ENTITY" in head else run("x")), head=head))


def test_what_lies_outside_is_not_fetched(docx):
    """A relation to another machine is not followed (the guard of all tests would notice)."""
    outside = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        'Target="https://example.org/document.xml" TargetMode="External"/></Relationships>'
    )
    assert read_docx(docx("Text", parts={"_rels/.rels": outside})).text == "Text\n"


def test_a_bomb_is_not_unpacked(docx, monkeypatch):
    """A part is read up to the limit and no further, whatever the archive says of its size."""
    monkeypatch.setattr(module, "MOST_UNPACKED", 1_000_000)
    bomb = docx(paragraph(run("a" * 10_000_000)))
    assert len(bomb) < 50_000
    with pytest.raises(DocumentRefused, match="unpacks to more than 1 MB"):
        read_docx(bomb)


def test_too_many_parts_are_refused(docx, monkeypatch):
    """The limit is said."""
    monkeypatch.setattr(module, "MOST_PARTS", 3)
    with pytest.raises(DocumentRefused, match=r"4 parts\. The limit is 3"):
        read_docx(docx("Text", parts={"a": "b"}))


def test_another_archive_is_refused():
    """A spreadsheet, a slide show or any ZIP."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("xl/workbook.xml", "<x/>")
    with pytest.raises(DocumentRefused, match="is not a Word document"):
        read_docx(stream.getvalue())


def test_a_file_cut_or_altered_is_read_or_refused(docx):
    """Nothing else ever comes of it."""
    whole = docx("The pier opens.", "<dc:title>Pier</dc:title>")
    for place in range(0, len(whole), 11):
        for broken in (whole[:place], whole[:place] + b"\xff" + whole[place + 1 :]):
            try:
                read_docx(broken)
            except DocumentRefused:
                continue


def test_elements_deep_within_each_other_are_no_recursion(docx):
    """Twenty thousand content controls around one word."""
    deep = "<w:sdt>" * 20_000 + paragraph(run("x")) + "</w:sdt>" * 20_000
    assert read_docx(docx(deep)).text == "x\n"


def test_an_empty_document_is_refused(docx):
    """There is nothing to quote."""
    with pytest.raises(DocumentRefused, match="no text"):
        read_document(docx("<w:p/>"), name="x.docx")


def test_an_encoding_for_it_is_refused(docx):
    """It has its own."""
    with pytest.raises(DocumentRefused, match="Leave out --encoding"):
        read_document(docx("Text"), "docx", encoding="utf-8")
