"""Bytes of a file as UTF-8, whatever they were: a block at a time, and always the same blocks.

Encodings are told by a byte order mark, by where NUL bytes lie (UTF-16), or by whether the bytes are UTF-8. What is not
is read as Windows-1252, whose printable characters Latin-1 shares: publishers in Europe and America have these two.
"""

import codecs
from collections.abc import Iterator
from io import RawIOBase
from typing import Final

from dashboard.exchange.imports.layouts import NotRead

_BLOCK_BYTES: Final = 4_000_000
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WINDOWS: Final = "cp1252"
_MOST_UTF8_BYTES: Final = 4
_C1: Final = bytes(range(0x80, 0xA0))


class Decoder:
    """The text of a file, as blocks of UTF-8."""

    def __init__(self, file: RawIOBase, name: str) -> None:
        self._file = file
        self._name = name
        self._is_ascii = True
        """So far: then another encoding may still turn out."""
        self._has_c1 = False
        self.encoding = "utf-8"

    @property
    def remark(self) -> str:
        """What is to be said of the encoding; empty for UTF-8."""
        if self.encoding in ("utf-8", "utf-8-sig"):
            return ""
        shown = self.encoding.upper()
        if self.encoding == _WINDOWS:
            shown = "Windows-1252" if self._has_c1 else "Latin-1"
        return f"{self._name} is not UTF-8: it was read as {shown}"

    def blocks(self) -> Iterator[bytes]:
        """Its blocks, with line feeds where it has carriage returns alone. Raises `NotRead`."""
        first = self._next_block()
        self.encoding = _encoding_of(first)
        decoded = self._as_utf8(first) if self.encoding.startswith("utf-8") else self._text_of(first)
        has_returns = False
        for number, block in enumerate(decoded):
            if number == 0:
                has_returns = b"\r" in block and b"\n" not in block
            yield block.replace(b"\r", b"\n") if has_returns else block

    def _as_utf8(self, first: bytes) -> Iterator[bytes]:
        """Blocks that are UTF-8 as they are; what is not becomes so, where all before it was ASCII."""
        block, rest = first.removeprefix(codecs.BOM_UTF8), b""
        while block:
            whole, rest = _cut_whole(rest + block)
            if not self._is_ascii or not whole.isascii():
                if self.encoding != _WINDOWS and self._is_ascii and _is_windows(whole):
                    self.encoding = _WINDOWS
                self._is_ascii = False
            if self.encoding == _WINDOWS:
                whole, rest = self._from_windows(whole + rest), b""
            yield whole
            block = self._next_block()
        if rest:
            yield rest

    def _from_windows(self, block: bytes) -> bytes:
        if not self._has_c1:
            self._has_c1 = len(block.translate(None, _C1)) != len(block)
        try:
            return block.decode(_WINDOWS).encode()
        except UnicodeDecodeError:  # five of its bytes are no character
            return block.decode("latin-1").encode()

    def _text_of(self, first: bytes) -> Iterator[bytes]:
        decoder = codecs.getincrementaldecoder(self.encoding)()
        block = first
        try:
            while block:
                yield decoder.decode(block).encode("utf-8", "surrogatepass")
                block = self._next_block()
            yield decoder.decode(b"", final=True).removeprefix("\ufeff").encode()
        except UnicodeDecodeError as error:
            raise NotRead(
                f"{self._name} begins as {self.encoding.upper()} and does not go on so ({error.reason}). "
                "It may have been cut off: fetch it again."
            ) from error

    def _next_block(self) -> bytes:
        """The next block: always of the same size, so that a second reading comes to the same."""
        pieces, missing = [], _BLOCK_BYTES
        while missing and (piece := self._file.read(missing)):
            pieces.append(piece)
            missing -= len(piece)
        return b"".join(pieces)


def _encoding_of(start: bytes) -> str:
    for mark, encoding in _MARKS:
        if start.startswith(mark):
            return encoding
    sample = start[:4096]
    half = len(sample) // 2 or 1
    if sample[1::2].count(0) > 0.4 * half and sample[::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[::2].count(0) > 0.4 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return "utf-8"


def _cut_whole(block: bytes) -> tuple[bytes, bytes]:
    """A block without a character that is cut off at its end, and that beginning of a character."""
    for back in range(1, min(_MOST_UTF8_BYTES, len(block)) + 1):
        byte = block[-back]
        if byte >= 0xC0:
            length = 2 if byte < 0xE0 else 3 if byte < 0xF0 else 4
            return (block[:-back], block[-back:]) if back < length else (block, b"")
        if byte < 0x80:
            break
    return block, b""


def _is_windows(block: bytes) -> bool:
    """Whether most of what is not ASCII in a block is not UTF-8 either."""
    text = block.decode("utf-8", "replace")
    failed = text.count("\ufffd")
    return failed > sum(not letter.isascii() for letter in text if letter != "\ufffd") if failed else False
