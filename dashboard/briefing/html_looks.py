"""How an HTML briefing looks: its style, fonts, drawings and scripts, as they stand in the file."""

import re
from html.parser import HTMLParser
from typing import Final

from dashboard.briefing.looks import Looks, hash_of

_FONT: Final = re.compile(r"url\(\s*[\"']?data:[^)]*\)", re.IGNORECASE)
_LOOK: Final = ("style", "hidden", "class", "width", "height", "open")
_SEAL: Final = "dateline-briefing"
_PICTURES: Final = frozenset({"img", "svg", "picture", "object", "embed", "iframe", "canvas", "video"})


def html_looks(written: str) -> Looks:
    """Hashes of them, of the text of the file."""
    read = _Read()
    read.feed(written)
    read.close()
    fonts = [font for sheet in read.sheets for font in _FONT.findall(sheet)]
    sheets = [_FONT.sub("", sheet) for sheet in read.sheets]
    return {
        "fonts": hash_of(fonts),
        "style": hash_of([*sheets, *read.styled]),
        "pictures": hash_of(read.pictures),
        "scripts": hash_of(read.scripts),
    }


class _Read(HTMLParser):
    """Takes a page apart."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheets: list[str] = []
        self.styled: list[str] = []
        """Each element's attributes that decide how it looks, in order."""
        self.pictures: list[str] = []
        self.scripts: list[str] = []
        self._into: list[str] | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note how it looks, and where what it holds belongs."""
        given = dict(attrs)
        if look := [(name, given[name]) for name in _LOOK if name in given]:
            self.styled.append(f"{tag} {look!r}")
        if tag in _PICTURES:
            self.pictures.append(f"{tag} {sorted(given.items(), key=str)!r}")
        if tag == "link":
            self.sheets.append(f"{sorted(given.items(), key=str)!r}")
        is_data = given.get("type") == "application/json"
        into = {"style": self.sheets, "script": self.pictures if is_data else self.scripts}.get(tag)
        self._into = None if given.get("id") == _SEAL else into

    def handle_endtag(self, tag: str) -> None:
        """What comes behind it is not of it."""
        if tag in ("style", "script"):
            self._into = None

    def handle_data(self, data: str) -> None:
        """What a style, a drawing or a script holds."""
        if self._into is not None:
            self._into.append(data)
