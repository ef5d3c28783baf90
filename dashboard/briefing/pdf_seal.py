"""What a PDF carries of its briefing, and whether its pages are those that were written."""

import hashlib
import logging
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.sealed import Sealed, SealNotReadable, opened
from dashboard.briefing.typst_pages import NotAsWritten, Page, pages_of

if TYPE_CHECKING:
    from pypdf import PdfReader

ATTACHED: Final = "dateline-briefing.json"
logging.getLogger("pypdf").addHandler(logging.NullHandler())
"""What it remarks of a damaged file says nothing to a reader, and would stand on standard error."""


def seal_of(raw: bytes, name: str) -> tuple[Sealed, bool]:
    """What a file carries, and whether that and its pages are as they were written. Raises `SealNotReadable`."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(BytesIO(raw))
        attached = reader.attachments.get(ATTACHED, [])
        written = attached[0].decode("utf-8") if attached else ""
        found = _hash(_pages(reader))
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        raise SealNotReadable(f"{name} cannot be read as a PDF: {error}.") from error
    if not written:
        raise SealNotReadable(f"{name} carries no briefing: it was not written by `dateline brief build`, or was cut.")
    return opened(written, name, found)


def words_hash(raw: bytes) -> str:
    """SHA-256 of what the pages of a PDF by Typst show, in lower-case hexadecimal."""
    try:
        return _hash(pages_of(raw))
    except NotAsWritten:  # by a Typst that writes otherwise
        from pypdf import PdfReader

        return _hash(_pages(PdfReader(BytesIO(raw))))


def _hash(pages: Iterable[Page]) -> str:
    """Of the pages' contents and figures, in order, as they are unpacked: another program may pack them otherwise.

    What was laid over a page later counts, too: it can hide words, and show others.
    """
    whole = hashlib.sha256()
    for page in pages:
        for each in (page.contents, *page.drawn, page.notes.encode(), b"\n%page\n"):
            whole.update(each)
    return whole.hexdigest()


def _pages(reader: "PdfReader") -> Iterator[Page]:
    """The same of any PDF."""
    for page in reader.pages:
        contents = page.get_contents()
        notes = (note.get_object() for note in page.get("/Annots") or ())
        yield Page(
            contents.get_data() if contents is not None else b"",
            tuple(_drawn(page.get("/Resources", {}), set())),
            "".join(repr(note) for note in notes if note.get("/Subtype") != "/Link"),
        )


def _drawn(resources: Any, seen: set[int]) -> Iterator[bytes]:
    """What a page draws, and what that draws in turn."""
    drawn = resources.get("/XObject", {})
    for name in sorted(drawn):
        form = drawn[name].get_object()
        number = form.indirect_reference.idnum
        if number not in seen:
            seen.add(number)
            yield form.get_data()
            yield from _drawn(form.get("/Resources", {}), seen)
