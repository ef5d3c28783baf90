"""Bytes to text: by a byte order mark, the encoding that was named or declared, or as UTF-8. Never by guessing."""

import codecs
import re
from typing import Final

from dashboard.exchange.documents.document import DocumentRefused

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_AS_ON_THE_WEB: Final = {"iso8859-1": "windows-1252", "ascii": "windows-1252"}
"""What pages that declare one of these are written in (WHATWG Encoding)."""
_OFFERED: Final = ("windows-1252", "windows-1251", "gb18030", "euc-kr", "shift_jis", "windows-1256")
_UTF8_SEQUENCE = re.compile(rb"[\xc3-\xdf][\x80-\xbf](?![\x80-\xbf])|[\xe1-\xef][\x80-\xbf]{2}(?![\x80-\xbf])")
_BEGINNINGS: Final = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a ZIP archive, as DOCX is",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"\x1f\x8b": "compressed with gzip",
    b"\xd0\xcf\x11\xe0": "a Word document from before 2007",
    b"{\\rtf": "an RTF document",
    b"\x7fELF": "a program",
    b"MZ\x90": "a program",
}
_CONTROLS: Final = bytes([*range(1, 9), *range(14, 27), *range(28, 32), 127])
_MOST_CONTROLS = 0.02
_MOST_NULS = 0.1
_SHOWN_BYTES = 24


def decode_text(raw: bytes, named: str | None = None, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    """The text of `raw`, and what was done for it. Raises `DocumentRefused`.

    `named` is the encoding that somebody chose, `declared` the one that the document gives for itself.
    """
    for mark, marked in _MARKS:
        if raw.startswith(mark) and (named is None or _same_family(named, marked)):
            text = _strictly(raw[len(mark) :], marked)
            return text, (f"read as {marked.upper()}, without its byte order mark",)
    refuse_binary(raw, named or "")
    if named is not None:
        return _strictly(raw, named), () if _is_utf8(named) else (f"read as {named}",)
    if declared and (encoding := _declared_encoding(raw, declared)):
        return _strictly(raw, encoding), (f"read as {encoding}, as the document declares",)
    try:
        return raw.decode("utf-8"), ()
    except UnicodeDecodeError as error:
        raise _not_utf8(raw, error) from error


def refuse_binary(raw: bytes, encoding: str = "") -> None:
    """Raise `DocumentRefused` for what is no text in any encoding."""
    known = next((name for beginning, name in _BEGINNINGS.items() if raw.startswith(beginning)), None)
    if known:
        raise DocumentRefused(f"This is {known}, not text. Name its format with --format, or save it as text first.")
    if encoding.lower().startswith(("utf-16", "utf-32", "utf_16", "utf_32", "utf16", "utf32")):
        return
    nuls = raw.count(b"\x00")
    if nuls > _MOST_NULS * len(raw):
        hint = _wide_encoding(raw)
        raise DocumentRefused(
            f"This looks like {hint.upper()} without a byte order mark. Use --encoding {hint}."
            if hint
            else "This is not text: it has many NUL bytes. Save the document as text, HTML, PDF or DOCX."
        )
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    if controls > _MOST_CONTROLS * len(raw):
        raise DocumentRefused(
            "This is not text: it has many control characters. Save the document as text, HTML, PDF or DOCX."
        )


def _wide_encoding(raw: bytes) -> str:
    """The UTF-16 or UTF-32 encoding that the places of NUL bytes at the start show; empty for neither."""
    lines = raw[: len(raw[:4096]) // 4 * 4]
    often = [lines[offset::4].count(0) > 0.6 * (len(lines) // 4) for offset in range(4)]
    return {
        (False, True, False, True): "utf-16-le",
        (True, False, True, False): "utf-16-be",
        (False, True, True, True): "utf-32-le",
        (True, True, True, False): "utf-32-be",
    }.get((often[0], often[1], often[2], often[3]), "")


def _declared_encoding(raw: bytes, declared: str) -> str | None:
    """The encoding to read a page by; None where it is UTF-8 after all, as one saved by a browser may be."""
    try:
        encoding = codecs.lookup(declared.strip()).name
    except LookupError:
        return None
    encoding = _AS_ON_THE_WEB.get(encoding, declared.strip().lower())
    if codecs.lookup(encoding).name.startswith(("utf-8", "utf-16", "utf-32")):
        return None  # a declaration that can be read as ASCII is not in UTF-16
    if not raw.isascii():
        try:
            raw.decode("utf-8")
        except UnicodeDecodeError:
            return encoding
        return None
    return encoding if codecs.lookup(encoding).name.startswith(("iso2022", "hz", "utf-7")) else None


def _strictly(raw: bytes, encoding: str) -> str:
    try:
        return raw.decode(encoding).removeprefix("\ufeff")
    except LookupError as error:
        raise DocumentRefused(
            f"There is no encoding {encoding}. Examples are utf-8, utf-16-le, windows-1252, koi8-r, shift_jis, ..."
        ) from error
    except UnicodeDecodeError as error:
        raise DocumentRefused(
            f"Byte {error.start:,} is not {encoding} ({error.reason}). Name another with --encoding."
        ) from error
    except (UnicodeError, ValueError) as error:
        raise DocumentRefused(f"The file is not {encoding}: {error}. Name another with --encoding.") from error


def _not_utf8(raw: bytes, error: UnicodeDecodeError) -> DocumentRefused:
    line = raw.count(b"\n", 0, error.start) + 1
    told = f"The file is not UTF-8: line {line:,}, byte {error.start:,} (0x{raw[error.start]:02X})."
    if _UTF8_SEQUENCE.search(raw[: error.start]) or _UTF8_SEQUENCE.search(raw[error.start + 1 :]):
        told += " Other places look like UTF-8, so the file may mix two encodings. If so, fix it in an editor first."
    first, last = max(0, error.start - _SHOWN_BYTES), error.start + _SHOWN_BYTES
    readings = "; ".join(
        f"{encoding} reads “{shown}”"
        for encoding in _OFFERED
        if _decodes(raw, encoding)
        and (shown := " ".join(raw[first:last].decode(encoding, "ignore").split()))
        and shown.isprintable()
    )
    return DocumentRefused(f"{told} Name its encoding with --encoding{f': {readings}' if readings else ''}.")


def _decodes(raw: bytes, encoding: str) -> bool:
    try:
        raw.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _is_utf8(encoding: str) -> bool:
    return encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-8-sig")


def _same_family(named: str, encoding: str) -> bool:
    """Whether the encoding that was named is the one whose mark stands there: `utf-16` is also `utf-16-le`."""
    plain = named.lower().replace("_", "-").removesuffix("-sig")
    return encoding.startswith(plain) or encoding.replace("-", "").startswith(plain)
