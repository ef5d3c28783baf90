"""Recognises the format of a document and reads its text."""

import re
from pathlib import PurePath

from dashboard.exchange.documents.document import (
    ENDINGS,
    FORMATS,
    MAX_BYTES,
    DocumentRefused,
    ReadDocument,
    clean_text,
    one_line,
)
from dashboard.exchange.documents.docx import read_docx
from dashboard.exchange.documents.encoding import decode_text
from dashboard.exchange.documents.html import read_html
from dashboard.exchange.documents.pdf import read_pdf

_HEADING = re.compile(r"\s*# +(?P<title>[^\n]*)")


def read_plain(raw: bytes, encoding: str | None = None, declared: str | None = None) -> ReadDocument:
    """The text as it is. Raises `DocumentRefused`."""
    text, read_as = decode_text(raw, encoding, declared)
    text, changed = clean_text(text)
    return ReadDocument(text, done=(*read_as, *changed))


def read_markdown(raw: bytes, encoding: str | None = None, declared: str | None = None) -> ReadDocument:
    """The text as it is, marks included; where it begins with a heading, that is its title."""
    document = read_plain(raw, encoding, declared)
    heading = _HEADING.match(document.text)
    title = one_line(_heading_text(heading["title"])) if heading else ""
    return ReadDocument(document.text, {"title": title} if title else {}, document.done)


def _heading_text(heading: str) -> str:
    """A heading without the `#` that may stand behind it, apart from its words."""
    heading = heading.strip()
    words = heading.rstrip("#")
    return words if not words or words[-1] == " " else heading


def read_document(
    raw: bytes,
    form: str | None = None,
    *,
    name: str = "",
    encoding: str | None = None,
    declared: str | None = None,
    whole: bool = False,
) -> ReadDocument:
    """The document in `raw`, in the format `form`, or in that which `name` or its beginning tells.

    `encoding` is the one that somebody chose, `declared` the one that the server gave with it.

    Raises `DocumentRefused` for what is too large, cannot be read, or holds no text that is seen.
    """
    if len(raw) > MAX_BYTES:
        raise DocumentRefused(f"The document has more than {MAX_BYTES // 1_000_000} MB. Split it, or save its text.")
    form = form or form_of(raw, name)
    if encoding is not None and form in ("pdf", "docx"):
        raise DocumentRefused(f"A {form.upper()} has no separate encoding. Leave out --encoding.")
    if form == "pdf":
        document = read_pdf(raw)
    elif form == "docx":
        document = read_docx(raw)
    elif form == "html":
        document = read_html(raw, encoding, declared, whole=whole)
    else:
        document = (read_markdown if form == "md" else read_plain)(raw, encoding, declared)
    if not any(character.isprintable() and not character.isspace() for character in document.text):
        raise DocumentRefused("The document has no text.")
    return document


def form_of(raw: bytes, name: str) -> str:
    """One of `FORMATS`, by the ending of a file's name, else by how the document begins. Raises `DocumentRefused`."""
    ending = PurePath(name).suffix.lower()
    if ending in ENDINGS:
        return ENDINGS[ending]
    if raw.startswith(b"%PDF-"):
        return "pdf"
    if raw.startswith(b"PK\x03\x04"):
        return "docx"
    if raw[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith((b"<!doctype html", b"<html")):
        return "html"
    if ending:
        raise DocumentRefused(
            f"Files ending in {ending} are not supported. The formats are {', '.join(FORMATS)}. If it is one of them, "
            "use --format."
        )
    return "txt"
