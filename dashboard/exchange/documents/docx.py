"""DOCX: the text of its body, insertions included and deletions not, and its core properties (ECMA-376)."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from dashboard.exchange.documents.document import DocumentRefused, ReadDocument, as_language, clean_text, one_line

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

MOST_UNPACKED: Final = 100_000_000
"""Bytes of one part."""
MOST_PARTS: Final = 10_000

_WORD: Final = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",
)
_DUBLIN: Final = "{http://purl.org/dc/elements/1.1/}"
_TERMS: Final = "{http://purl.org/dc/terms/}"
_LEFT_OUT: Final = {"footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments"}
_SIGNS: Final = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_SKIPPED: Final = frozenset({"del", "moveFrom", "Fallback", "txbxContent", "instrText", "pPr", "rPr", "sectPr"})


def read_docx(raw: bytes) -> ReadDocument:
    """The body's paragraphs and the rows of its tables, a line each. Raises `DocumentRefused`."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            return _read_archive(archive)
    except (DocumentRefused, MemoryError):
        raise
    except Exception as error:  # a broken archive makes the library raise anything
        raise DocumentRefused(
            f"The DOCX cannot be opened ({one_line(str(error))}). If it has a password, save a copy without it."
        ) from error


def _read_archive(archive: zipfile.ZipFile) -> ReadDocument:
    names = archive.namelist()
    if len(names) > MOST_PARTS:
        raise DocumentRefused(f"The DOCX has {len(names):,} parts. The limit is {MOST_PARTS:,}.")
    body = _body(archive)
    if body is None:
        raise DocumentRefused("This ZIP archive is not a Word document. Of the ZIP formats, only .docx is supported.")
    text, changed = clean_text("".join(f"{line}\n" for line in _lines(body)))
    done = ["text taken from the document's body", *changed]
    folder = posixpath.dirname(_main_part(archive))
    left_out = [words for name, words in _LEFT_OUT.items() if _has_text(archive, f"{folder}/{name}.xml")]
    left_out += [part for part in ("headers", "footers") if any(f"/{part[:-1]}" in name for name in names)]
    if any(_local(element) == "txbxContent" for element in body.iter()):
        left_out.append("text boxes")
    if left_out:
        done.append(f"left out: {', '.join(left_out)}")
    core = _parse_part(archive, "docProps/core.xml")
    return ReadDocument(text.strip("\n") + "\n" if text.strip() else "", _metadata(core), tuple(done), _remarks(core))


def _main_part(archive: zipfile.ZipFile) -> str:
    """The path of the main document, as the package's relationships give it; nothing outside is looked at."""
    relations = _parse_part(archive, "_rels/.rels")
    for relation in relations if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument") and relation.get("TargetMode") != "External":
            return relation.get("Target", "").lstrip("/")
    return "word/document.xml"


def _body(archive: zipfile.ZipFile) -> "Element | None":
    document = _parse_part(archive, _main_part(archive))
    if document is None:
        return None
    return next((found for space in _WORD if (found := document.find(f"{space}body")) is not None), None)


def _parse_part(archive: zipfile.ZipFile, name: str) -> "Element | None":
    """The XML of a part, without entities or a document type; None where there is no such part."""
    from xml.etree.ElementTree import ParseError

    from defusedxml import DefusedXmlException, ElementTree

    try:
        with archive.open(name) as part:
            data = part.read(MOST_UNPACKED + 1)
    except KeyError:
        return None
    if len(data) > MOST_UNPACKED:
        raise DocumentRefused(
            f"{name} in the DOCX unpacks to more than {MOST_UNPACKED // 1_000_000} MB, so it is not read."
        )
    try:
        parsed: Element = ElementTree.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise DocumentRefused(
            f"{name} in the DOCX declares a document type or entities, which Word documents never do, so it is not "
            "read."
        ) from error
    except (ParseError, ValueError, LookupError, RecursionError) as error:
        told = f"{name} in the DOCX is broken: {one_line(str(error))}. Save it again from Word."
        raise DocumentRefused(told) from error
    return parsed


def _lines(body: "Element") -> Iterator[str]:
    """Paragraphs, an empty line between two; the cells of a table's row in one line, a tab between two."""
    before: str | None = None
    for name, line in _blocks(body):
        if before is not None and not (before == name == "row"):
            yield ""
        yield line
        before = name


def _blocks(element: "Element") -> Iterator[tuple[str, str]]:
    stack = [iter(element)]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        name = _local(child)
        if name == "p":
            if line := _text(child).strip():
                yield name, line
        elif name == "tr":
            if line := "\t".join(_text(cell).strip() for cell in _cells(child)).strip():
                yield "row", line
        elif name not in _SKIPPED:
            stack.append(iter(child))


def _cells(row: "Element") -> Iterator["Element"]:
    """The cells of the row itself, also inside content controls; a table within a cell belongs to its text."""
    for child in row:
        if _local(child) == "tc":
            yield child
        elif _local(child) in ("sdt", "sdtContent"):
            yield from _cells(child)


def _text(element: "Element") -> str:
    """All text below, as it stands after every change that is tracked; never recurses."""
    out: list[str] = []
    stack = [iter((element,))]
    while stack:
        child = next(stack[-1], None)
        if child is None:
            stack.pop()
            continue
        name = _local(child)
        if name == "t":
            out.append(child.text or "")
        elif name in _SIGNS:
            out.append(_SIGNS[name])
        elif name not in _SKIPPED:
            if name == "p" and out and not out[-1].endswith("\n"):
                out.append("\n")
            stack.append(iter(child))
    return "".join(out)


def _has_text(archive: zipfile.ZipFile, name: str) -> bool:
    part = _parse_part(archive, name)
    return part is not None and bool(_text(part).strip())


def _local(element: "Element") -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _metadata(core: "Element | None") -> dict[str, str]:
    if core is None:
        return {}
    given = {
        "title": one_line(core.findtext(f"{_DUBLIN}title")),
        "author": one_line(core.findtext(f"{_DUBLIN}creator")),
        "language": as_language(one_line(core.findtext(f"{_DUBLIN}language"))),
    }
    return {name: value for name, value in given.items() if value}


def _remarks(core: "Element | None") -> tuple[str, ...]:
    """When the file was made is not when it was published: said, and not written."""
    made = one_line(core.findtext(f"{_TERMS}created"))[:10] if core is not None else ""
    if not made:
        return ()
    return (f"The file says that it was made on {made}. If it was published on that day, use --published {made}.",)
