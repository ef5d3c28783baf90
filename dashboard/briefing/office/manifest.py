"""What DOCX and PPTX carry inside, in a part of its own, and whether their words are still those that were written."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final
from uuid import NAMESPACE_URL, uuid5
from xml.etree.ElementTree import Element, ParseError

from dashboard.briefing.manifest import (
    Looks,
    Manifest,
    ManifestNotReadable,
    as_json,
    body_hash,
    complete_manifest,
    parse_manifest,
)
from dashboard.briefing.office.appearance import office_looks
from dashboard.briefing.office.parts import parse_part, place, read_parts
from dashboard.text.visible import visible

NAMESPACE: Final = "urn:dateline:briefing:1"
_ITEM: Final = "customXml/item1.xml"
_PROPERTIES: Final = "customXml/itemProps1.xml"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006"
_RELATIONS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_DECLARED: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TEXTS: Final = re.compile(r"word/(document|footnotes)\.xml|ppt/(slides/slide|notesSlides/notesSlide)\d+\.xml")
_EDGES: Final = re.compile(r"word/(header|footer)\d+\.xml")
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_FAULTS: Final = (zipfile.BadZipFile, zlib.error, ParseError, ValueError, OSError, RuntimeError)
_FIELDS: Final = frozenset({f"{_W}fldSimple", f"{_A}fld"})


def add_manifest(written: bytes, seal: Manifest, main: str) -> bytes:
    """The package that a library wrote, with the seal in it; of the same parts the same bytes.

    `main` is the name of the part that all others hang on: `word/document.xml`.
    """
    parts = read_parts(written)
    whole = complete_manifest(seal, body_hash(words_of(parts)), office_looks(parts))
    folder, _, name = main.rpartition("/")
    relations = f"{folder}/_rels/{name}.rels"
    parts[relations] = _append_element(parts[relations], _relation("rIdDateline", "customXml", f"../{_ITEM}"))
    parts["[Content_Types].xml"] = _append_element(
        parts["[Content_Types].xml"],
        f'<Override PartName="/{_PROPERTIES}" ContentType='
        '"application/vnd.openxmlformats-officedocument.customXmlProperties+xml"/>',
    )
    id_ = str(uuid5(NAMESPACE_URL, f"{NAMESPACE}:{seal.id}")).upper()
    parts[_ITEM] = f'{_DECLARED}<briefing xmlns="{NAMESPACE}">{as_json(whole)}</briefing>'.encode()
    parts["customXml/_rels/item1.xml.rels"] = (
        f'{_DECLARED}<Relationships xmlns="{_RELATIONS}">'
        f"{_relation('rId1', 'customXmlProps', 'itemProps1.xml')}</Relationships>"
    ).encode()
    parts[_PROPERTIES] = (
        f'{_DECLARED}<ds:datastoreItem ds:itemID="{{{id_}}}" xmlns:ds="{_OFFICE}/customXml">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
    ).encode()
    return _zip(parts)


def read_manifest(written: bytes, name: str) -> tuple[Manifest, bool]:
    """What a file carries, and whether that and its words are as they were written. Raises `ManifestNotReadable`."""
    try:
        parts = read_parts(written)
        items = [parts[each] for each in sorted(parts) if re.fullmatch(r"customXml/item\d+\.xml", each)]
        carried = [root for each in items if (root := parse_part(each)).tag == f"{{{NAMESPACE}}}briefing"]
        words = words_of(parts)
    except _FAULTS as error:
        raise ManifestNotReadable(f"{name} cannot be read: {visible(str(error)) or type(error).__name__}.") from error
    if not carried:
        raise ManifestNotReadable(f"{name} is not a file that `dateline brief build` made, or it is cut off.")
    return parse_manifest(carried[0].text or "", name, body_hash(words))


def looks_of(written: bytes, name: str) -> Looks:
    """How a file looks. Raises `ManifestNotReadable`."""
    try:
        return office_looks(read_parts(written))
    except _FAULTS as error:
        raise ManifestNotReadable(f"{name} cannot be read: {visible(str(error)) or type(error).__name__}.") from error


def words_of(parts: Mapping[str, bytes]) -> str:
    """All that can be read in a document or in slides and their notes, a paragraph a line.

    However a program cuts it into runs when it saves; without fields, whose values a program computes. What stands
    above and below a document's pages, the marking there, is told once: programs keep it in any number of parts.
    """
    names = sorted((each for each in parts if _TEXTS.fullmatch(each)), key=place)
    lines = [line for name in names for line in _paragraphs(parse_part(parts[name]))]
    edges = {line for name in parts if _EDGES.fullmatch(name) for line in _paragraphs(parse_part(parts[name]))}
    return "\n".join((*lines, *sorted(edges)))


def core_day(as_of: str) -> date:
    """The day of a document's properties: that as of which it holds."""
    return date.fromisoformat(as_of[:10])


def _paragraphs(root: Element) -> Iterator[str]:
    for element in root.iter():
        if element.tag in (f"{_W}p", f"{_A}p") and (line := " ".join("".join(_texts(element)).split())):
            yield line


def _texts(paragraph: Element) -> Iterator[str]:
    """Word writes a field as a begin, an instruction, a separator, its value and an end, each in a run."""
    inside, waiting = 0, list(reversed(paragraph))
    while waiting:
        element = waiting.pop()
        if element.tag in _FIELDS:
            continue
        if element.tag == f"{_W}fldChar":
            inside += {"begin": 1, "end": -1}.get(element.get(f"{_W}fldCharType", ""), 0)
        elif element.tag in (f"{_W}t", f"{_A}t") and not inside:
            yield element.text or ""
        elif element.tag in (f"{_W}tab", f"{_W}br", f"{_A}br"):
            yield " "
        waiting.extend(reversed(element))


def _zip(parts: Mapping[str, bytes]) -> bytes:
    """Every part as of the first day that a zip can tell."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as package:
        for name, content in parts.items():
            about = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            about.compress_type = zipfile.ZIP_DEFLATED
            about.create_system, about.external_attr = 3, 0o600 << 16
            package.writestr(about, content)
    return target.getvalue()


def _append_element(part: bytes, element: str) -> bytes:
    head, end, tail = part.rpartition(b"</")
    return head + element.encode() + end + tail


def _relation(id_: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{id_}" Type="{_OFFICE}/relationships/{kind}" Target="{target}"/>'
