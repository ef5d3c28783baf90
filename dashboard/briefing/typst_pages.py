"""The pages of a PDF that Typst has just written: what reads any PDF takes longer to import than this takes to read.

Typst lists its objects in one plain table (ISO 32000-1, 7.5.4), and packs streams by Flate alone. Where something is
otherwise, nothing is guessed: `NotAsWritten` is raised.
"""

import re
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

_TABLE: Final = re.compile(rb"xref\n0 (\d+)\n")
_ENTRY_BYTES: Final = 20
_REFERENCE: Final = re.compile(rb"(\d+) 0 R")
_NAMED: Final = re.compile(rb"/(\S+?) (\d+) 0 R")
_LENGTH: Final = re.compile(rb"/Length (\d+)")
_BOX: Final = re.compile(rb"/MediaBox\[([^\]]*)\]")
_FONT: Final = re.compile(rb"/(?:FontFile\d?|CIDToGIDMap) (\d+) 0 R")
_PACKED: Final = b"/Filter/FlateDecode"


class NotAsWritten(ValueError):
    """A PDF that is not written as Typst writes it."""


@dataclass(frozen=True, slots=True)
class Page:
    """What a page shows."""

    contents: bytes
    """Unpacked."""
    drawn: tuple[bytes, ...]
    """Contents of its figures, and of what these show, each once: in the order of their names."""
    notes: str
    """What is laid over it, but for links."""
    edges: str
    """See `edges_of`."""


def edges_of(sheet: Iterable[float], seen: Iterable[float], turned: int = 0, scale: float = 1) -> str:
    """How large a page is, and what of it is shown: two rectangles, in whole points."""
    return f"{[round(each) for each in sheet]} {[round(each) for each in seen]} {turned % 360} {scale:g}"


def pages_of(raw: bytes) -> Iterator[Page]:
    """Each page, in order. Raises `NotAsWritten`."""
    try:
        objects = _Objects(raw)
        root = _found(rb"/Root (\d+) 0 R", raw[raw.rindex(b"trailer") :])
        for page in _leaves(objects, objects.named(root, b"Pages")):
            yield _page(objects, page)
    except (ValueError, LookupError, zlib.error) as error:
        raise NotAsWritten(str(error)) from error


def fonts_of(raw: bytes) -> set[bytes]:
    """Each font inside, unpacked, and each table of its letters. Raises `NotAsWritten`."""
    try:
        objects = _Objects(raw)
        return {objects.stream(number) for number in dict.fromkeys(_FONT.findall(raw))}
    except (ValueError, LookupError, zlib.error) as error:
        raise NotAsWritten(str(error)) from error


class _Objects:
    """By their numbers."""

    def __init__(self, raw: bytes) -> None:
        end = raw.rindex(b"startxref")
        start = int(raw[end:].split()[1])
        table = _TABLE.match(raw, start)
        if table is None or raw.find(b"\nxref", 0, end) + 1 != start:
            raise NotAsWritten("it has no table of objects, or several")
        entries = (raw[at : at + _ENTRY_BYTES] for at in range(table.end(), end, _ENTRY_BYTES))
        rows = (next(entries).split() for _ in range(int(table[1])))
        self._raw = raw
        self._offsets = {
            str(number).encode(): int(offset) for number, (offset, _, kind) in enumerate(rows) if kind == b"n"
        }
        ordered = sorted(self._offsets.values())
        self._ends = dict(zip(ordered, (*ordered[1:], start), strict=True))

    def __getitem__(self, number: bytes) -> bytes:
        """What it says of itself, before its stream."""
        return self._parts(number)[0]

    def stream(self, number: bytes) -> bytes:
        """Its stream, unpacked."""
        about, rest = self._parts(number)
        length = _LENGTH.search(about)
        if length is None or b"/DecodeParms" in about or about.count(b"/Filter") > about.count(_PACKED):
            raise NotAsWritten(f"object {number.decode()} is packed in another way")
        data = rest[: int(length[1])]
        return zlib.decompress(data) if _PACKED in about else data

    def named(self, number: bytes, name: bytes) -> bytes:
        """The number of what it refers to by this name."""
        return _found(rb"/" + name + rb" (\d+) 0 R", self[number])

    def _parts(self, number: bytes) -> tuple[bytes, bytes]:
        offset = self._offsets[number]
        whole = self._raw[offset : self._ends[offset]].removeprefix(number + b" 0 obj\n")
        about, _, rest = whole.partition(b"\nstream\n")
        return about, rest


def _found(pattern: bytes, about: bytes) -> bytes:
    found = re.search(pattern, about)
    if found is None:
        raise NotAsWritten(f"there is no {pattern.decode()}")
    return found[1]


def _leaves(objects: _Objects, tree: bytes) -> Iterator[bytes]:
    for kid in _REFERENCE.findall(_found(rb"/Kids\[([^\]]*)\]", objects[tree])):
        if b"/Type/Pages" in objects[kid]:
            yield from _leaves(objects, kid)
        else:
            yield kid


def _page(objects: _Objects, page: bytes) -> Page:
    contents, resources = (objects.named(page, name) for name in (b"Contents", b"Resources"))
    notes = _REFERENCE.findall(_found(rb"/Annots\[([^\]]*)\]", objects[page])) if b"/Annots" in objects[page] else []
    if not all(b"/Subtype/Link" in objects[each] for each in notes):
        raise NotAsWritten("something that is no link is laid over a page")
    box = [float(each) for each in _found(_BOX.pattern, objects[page]).split()]
    if re.search(rb"/CropBox|/Rotate|/UserUnit", objects[page]):
        raise NotAsWritten("a page is cut or turned")
    return Page(objects.stream(contents), tuple(_drawn(objects, resources, set())), "", edges_of(box, box))


def _drawn(objects: _Objects, resources: bytes, seen: set[bytes]) -> Iterator[bytes]:
    if b"/XObject" not in objects[resources]:
        return
    for _, number in sorted(_NAMED.findall(_found(rb"/XObject<<([^<>]*)>>", objects[resources]))):
        if number not in seen:
            seen.add(number)
            yield objects.stream(number)
            if b"/Resources" in objects[number]:
                yield from _drawn(objects, objects.named(number, b"Resources"), seen)
