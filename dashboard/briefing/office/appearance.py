"""How Word documents and slides look: pictures, the fonts inside, words that nobody sees, and all the rest as one."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Final
from xml.etree.ElementTree import Element

from dashboard.briefing.manifest import Looks, hash_of
from dashboard.briefing.office.hidden import hidden_words
from dashboard.briefing.office.layout import layout
from dashboard.briefing.office.parts import parse_part, place
from dashboard.briefing.office.scripts import FONT

_BODIES: Final = re.compile(r"word/(document|footnotes)\.xml|ppt/(slides/slide|notesSlides/notesSlide)\d+\.xml")
_BEHIND: Final = re.compile(
    r"word/(header|footer)\d+\.xml|ppt/(slideMasters/slideMaster|slideLayouts/slideLayout)\d+\.xml"
)
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_VML: Final = "{urn:schemas-microsoft-com:vml}imagedata"
_FONTS: Final = "word/fontTable.xml"
_MASKED: Final = 32
"""Bytes of a font inside a document that are masked by its key (ECMA-376, part 4, 4.2.2)."""


def office_looks(parts: Mapping[str, bytes]) -> Looks:
    """Hashes of them. Programs that save a file name its parts anew, and mask fonts by other keys.

    Of pictures, fonts and hidden words, that counts for none: what stands behind slides and at the edges of pages is
    told once, for programs keep it in any number of parts. For the layout it counts.
    """
    read = {name: parse_part(parts[name]) for name in sorted(parts, key=place) if _is_looked_at(name)}
    bodies = [picture for name in read if _BODIES.fullmatch(name) for picture in _pictures(name, read[name], parts)]
    behind = {picture for name in read if _BEHIND.fullmatch(name) for picture in _pictures(name, read[name], parts)}
    return {
        "pictures": hash_of([*bodies, *sorted(behind)]),
        "fonts": hash_of(sorted(_fonts(parts))),
        "hidden": hash_of(
            hidden_words(read, parse_part(parts["word/styles.xml"]) if "word/styles.xml" in parts else None)
        ),
        "layout": layout(parts),
    }


def _is_looked_at(name: str) -> bool:
    return bool(_BODIES.fullmatch(name) or _BEHIND.fullmatch(name))


def _pictures(name: str, root: Element, parts: Mapping[str, bytes]) -> Iterator[str]:
    """The hash of each picture, where it stands, with what is cut off it."""
    targets = _targets(name, parts)
    for element in _elements(root):
        if element.tag.endswith("}blipFill"):
            for blip in element.iter(f"{_A}blip"):
                given = targets.get(blip.get(f"{_R}embed") or blip.get(f"{_R}link") or "", "")
                yield f"{_content(given, parts)} {_cropping(element)}"
        elif element.tag == _VML:
            yield _content(targets.get(element.get(f"{_R}id", ""), ""), parts)


def _elements(root: Element) -> Iterator[Element]:
    """All elements, without those that are for programs that do not know the others."""
    yield root
    for child in root:
        if child.tag != _FALLBACK:
            yield from _elements(child)


def _content(target: str, parts: Mapping[str, bytes]) -> str:
    return sha256(parts[target]).hexdigest() if target in parts else target


def _cropping(fill: Element) -> str:
    """What is cut off at each side, in per cent."""
    found = fill.find(f"{_A}srcRect")
    edges = () if found is None else (f"{side}{round(int(found.get(side, '0')) / 1000)}" for side in "ltrb")
    return " ".join(each for each in edges if not each.endswith("0") or len(each) > len("l0"))


def _targets(name: str, parts: Mapping[str, bytes]) -> dict[str, str]:
    """The part, or the address, that each relation of a part leads to."""
    folder, _, file = name.rpartition("/")
    relations = parts.get(f"{folder}/_rels/{file}.rels")
    if relations is None:
        return {}
    return {each.get("Id", ""): _target_path(folder, each) for each in parse_part(relations)}


def _target_path(folder: str, relation: Element) -> str:
    target = relation.get("Target", "")
    if relation.get("TargetMode") == "External":
        return target
    return target[1:] if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))


def _fonts(parts: Mapping[str, bytes]) -> set[str]:
    """SHA-256 hashes of embedded fonts, unmasked: in a document only Dateline's own, in slides all of them."""
    found = {sha256(parts[name]).hexdigest() for name in parts if name.startswith("ppt/fonts/")}
    if _FONTS in parts:
        targets = _targets(_FONTS, parts)
        for family in parse_part(parts[_FONTS]):
            if family.get(f"{_W}name") == FONT:
                found.update(_font_hash(each, targets, parts) for each in family if f"{_R}id" in each.attrib)
    return found


def _font_hash(embedded: Element, targets: Mapping[str, str], parts: Mapping[str, bytes]) -> str:
    masked = parts.get(targets.get(embedded.get(f"{_R}id", ""), ""), b"")
    key = re.sub(r"[^0-9A-Fa-f]", "", embedded.get(f"{_W}fontKey", ""))
    mask: Iterable[int] = bytes.fromhex(key)[::-1] if len(key) == _MASKED else bytes(16)
    turned = list(mask)
    head = bytes(byte ^ turned[index % 16] for index, byte in enumerate(masked[:_MASKED]))
    return sha256(head + masked[_MASKED:]).hexdigest()
