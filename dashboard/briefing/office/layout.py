"""How Word documents and slides are laid out: all that a package holds, but what is never shown."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from dashboard.briefing.manifest import hash_of
from dashboard.briefing.office.parts import parse_part

_TYPES: Final = "[Content_Types].xml"
_RELATIONS: Final = re.compile(r"(.*/)?_rels/[^/]*\.rels")
_NEVER_SHOWN: Final = re.compile(r"docProps/(core|app|custom)\.xml|customXml/(_rels/)?item(Props)?\d+\.xml(\.rels)?")
"""Properties of the file, and data that programs attach to it, such as the seal itself."""
_BESIDE: Final = ("/core-properties", "/extended-properties", "/custom-properties", "/customXml")
"""How the types of relations end that lead there. A relation of another type counts, wherever it leads."""


def layout(parts: Mapping[str, bytes]) -> str:
    """Hash of them. Packing a file anew is no change; whatever writes its parts anew is one.

    Bytes are compared as they are: what shows in Word or PowerPoint hangs on a thousand elements, of parts that are
    related to each other in as many ways.
    """
    types = _Types(parse_part(parts.get(_TYPES, b"")))
    return hash_of(piece for name in sorted(parts) for piece in _pieces(name, parts[name], types))


def _pieces(name: str, content: bytes, types: "_Types") -> Iterator[bytes | str]:
    """Nothing of a part that is never shown. Relations stand in any order."""
    if name == _TYPES or name.endswith("/") or _NEVER_SHOWN.fullmatch(name):
        return
    yield f"{name} {types.of(name)}"
    if _RELATIONS.fullmatch(name):
        yield from sorted(_relations(parse_part(content)))
    else:
        yield content


def _relations(root: Iterable[Element]) -> Iterator[str]:
    for each in root:
        if not each.get("Type", "").endswith(_BESIDE):
            yield f"{each.tag} {sorted(each.attrib.items())}"


class _Types:
    """What a package says of each part's type: by its name, else by its ending."""

    def __init__(self, root: Iterable[Element]) -> None:
        self._given = {
            (each.get("PartName") or f".{each.get('Extension', '')}").lower(): each.get("ContentType", "")
            for each in root
        }

    def of(self, name: str) -> str:
        """Empty where it says nothing."""
        by_ending = self._given.get(f".{name.rpartition('.')[2]}".lower(), "")
        return self._given.get(f"/{name}".lower(), by_ending)
