"""What a PDF carries of its briefing, and whether its pages are those that were written."""

import hashlib
import logging
from io import BytesIO
from typing import TYPE_CHECKING, Final

from dashboard.briefing.sealed import Sealed, SealNotReadable, opened

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
        found = _hash(reader)
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, RuntimeError) as error:
        raise SealNotReadable(f"{name} cannot be read as a PDF: {error}.") from error
    if not written:
        raise SealNotReadable(f"{name} carries no briefing: it was not written by `dateline brief build`, or was cut.")
    return opened(written, name, found)


def words_hash(raw: bytes) -> str:
    """SHA-256 of what the pages show, in lower-case hexadecimal."""
    from pypdf import PdfReader

    return _hash(PdfReader(BytesIO(raw)))


def _hash(reader: "PdfReader") -> str:
    """Of the pages' contents and figures, in order, as they are unpacked: another program may pack them otherwise.

    What was laid over a page later counts, too: it can hide words, and show others.
    """
    whole = hashlib.sha256()
    for page in reader.pages:
        contents = page.get_contents()
        whole.update(contents.get_data() if contents is not None else b"")
        drawn = page.get("/Resources", {}).get("/XObject", {})
        for name in sorted(drawn):
            whole.update(drawn[name].get_object().get_data())
        notes = (note.get_object() for note in page.get("/Annots") or ())
        whole.update("".join(repr(note) for note in notes if note.get("/Subtype") != "/Link").encode())
        whole.update(b"\n%page\n")
    return whole.hexdigest()
