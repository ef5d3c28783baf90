"""A document as it was found: its bytes, and what its server says of them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from dashboard import clock
from dashboard.exchange.documents.document import DocumentRefused
from dashboard.exchange.fetching import fetch

_FORMS: Final = {
    **dict.fromkeys(("text/html", "application/xhtml+xml"), "html"),
    "text/plain": "txt",
    "text/markdown": "md",
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}
"""What servers call the formats."""
_NO_TYPES: Final = ("", "application/octet-stream", "binary/octet-stream", "text/plain")
"""Types that servers give to anything: the content tells more."""
_BEGINNINGS: Final = ((b"%PDF-", "pdf"), (b"PK\x03\x04", "docx"), (b"<!doctype html", "html"), (b"<html", "html"))


@dataclass(frozen=True, slots=True)
class GivenDocument:
    """A document before it is read."""

    name: str
    """The file or address; empty for standard input."""
    raw: bytes
    form: str | None = None
    """Its format, where that is known already."""
    charset: str | None = None
    """The encoding that its server gave."""
    fields: Mapping[str, str] = field(default_factory=dict)
    """Fields of its description that come of how it was found."""
    remarks: tuple[str, ...] = ()


def fetch_document(name: str, *, allow_private: bool) -> GivenDocument:
    """The document at an address that somebody named. Raises `AddressRefused`; `DocumentRefused` for what is none."""
    found = fetch(name, allow_private=allow_private)
    remarks = [f"Fetched from {found.url}, {len(found.raw):,} bytes."]
    if found.redirects:
        remarks.append(f"{found.redirects[0]} redirects there.")
    form = next((form for mark, form in _BEGINNINGS if _begins(found.raw, mark)), None)
    if form is None and found.content_type not in _NO_TYPES and found.content_type not in _FORMS:
        raise DocumentRefused(
            f"{name} is {found.content_type[:80]}, and not a document that Dateline reads. If it is one, save it and "
            "use --format."
        )
    form = form or _FORMS.get(found.content_type)
    if form == "txt" and Path(found.url.partition("?")[0]).suffix.lower() in (".md", ".markdown"):
        form = "md"
    fields = {"url": found.url, "accessed": clock.today().isoformat()}
    return GivenDocument(found.url, found.raw, form, found.charset, fields, tuple(remarks))


def _begins(raw: bytes, mark: bytes) -> bool:
    return raw[:1000].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(mark.lower())
