"""How the pages of a PDF are laid out: all that they and the document's catalog lead to."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Final

from dashboard.briefing.manifest import hash_of

if TYPE_CHECKING:
    from pypdf import PdfReader

_OF_STREAMS: Final = frozenset({"/Length", "/Filter", "/DecodeParms"})
"""The entries of a stream that tell how it is packed: its unpacked content counts instead."""
_NEVER_SHOWN: Final = frozenset({"/Pages", "/Metadata", "/Version", "/Extensions"})
"""Entries of the catalog that do not count: properties; pages count one by one, before it."""
_PACKED: Final = _OF_STREAMS | {"/Parent"}


def layout(reader: "PdfReader") -> str:
    """Hash of them. Objects are numbered as they are met: another program may write them in another order.

    The seal itself, the one attached file, is not of it.
    """
    root = reader.root_object
    catalog = {key: root.raw_get(key) for key in root if key not in _NEVER_SHOWN | {"/Names"}}
    names = root.get("/Names", {})
    catalog.update({f"/Names{key}": names.raw_get(key) for key in names if key != "/EmbeddedFiles"})
    pages = list(reader.pages)
    met = {page.indirect_reference.idnum: place for place, page in enumerate(pages) if page.indirect_reference}
    return hash_of(piece for each in (*pages, catalog) for piece in _pieces(each, met))


def _pieces(start: Any, met: dict[int, int]) -> Iterator[bytes | str]:
    """Depth first, and without recursion: outlines are lists as long as anybody likes."""
    from pypdf.generic import IndirectObject, StreamObject

    waiting = [start]
    while waiting:
        found = waiting.pop()
        if isinstance(found, IndirectObject):
            if found.idnum in met:
                yield f"met {met[found.idnum]}"
                continue
            met[found.idnum] = len(met)
            found = found.get_object()
        if isinstance(found, dict):
            kept = sorted(key for key in found if key not in _PACKED)
            yield f"dictionary {kept}"
            if isinstance(found, StreamObject):
                yield found.get_data()
            items = dict(found.items())
            waiting.extend(items[key] for key in reversed(kept))
        elif isinstance(found, list):
            yield f"array {len(found)}"
            waiting.extend(reversed(found))
        else:
            yield repr(float(found)) if isinstance(found, int | float) else f"{found}"
