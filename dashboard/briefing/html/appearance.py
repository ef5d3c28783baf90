"""How an HTML briefing looks: its style, fonts, drawings and scripts, as they stand in the file."""

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from importlib.resources import files
from typing import Final

from dashboard.briefing.figures import STATIC
from dashboard.briefing.manifest import Looks, hash_of
from dashboard.briefing.outline import Outline
from dashboard.text.markup import css_string
from dashboard.views.drawing import DARK, LIGHT, Palette

_SHORT: Final = 60
"""Signs of a title that fit below a page, beside the marking."""
_PIECE: Final = 24
_TOKENS: Final = ("bg", "text", "muted", "line", "line2", "raised", "ok", "bad", "out")


def style_sheet(outline: Outline, colors: Iterable[tuple[str, str, str]] = ()) -> str:
    """Light and dark by what the reader's machine asks for; on paper always light.

    `colors` are further variables: the name, the colour in light, and the one in dark.
    """
    own = files("dashboard.briefing")
    sheets = [(own / name).read_text(encoding="utf-8") for name in ("html_figures.css", "html_page.css")]
    named = tuple(colors)
    light = _variables([*_tokens(LIGHT), *((name, color) for name, color, _ in named)])
    dark = _variables([*_tokens(DARK), *((name, color) for name, _, color in named)])
    in_light = f":root {{ color-scheme: light; {light} }}"
    in_dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {dark} }} }}"
    return "\n".join([font_face(), in_light, in_dark, *sheets, _paper(outline)])


def _tokens(palette: Palette) -> Iterator[tuple[str, str]]:
    return ((f"--{name}", getattr(palette, name)) for name in _TOKENS)


def _variables(named: Iterable[tuple[str, str]]) -> str:
    return " ".join(f"{name}: {value};" for name, value in named)


def font_face() -> str:
    """Inter, as it stands in the style sheet: nothing is fetched for it."""
    font = b64encode((STATIC / "fonts" / "inter-latin-wght-normal.woff2").read_bytes()).decode("ascii")
    source = f"url(data:font/woff2;base64,{font}) format('woff2')"
    return f"@font-face {{ font-family: Inter; font-weight: 100 900; font-style: normal; src: {source}; }}"


def _paper(outline: Outline) -> str:
    """Size, page numbers, and the marking on every page; on the first one it stands above the title."""
    marking = outline.marking
    if marking.color:
        look = (
            f"color: {marking.color}; background: {marking.ground}; width: fit-content; height: 22px; padding: 0 8px;"
        )
        look += " white-space: nowrap;"
    else:  # of whatever length
        look = "color: #000; width: 55%; text-align: right; white-space: normal;"
    marked = f"content: {_breakable(marking.text)}; {look} font: 700 10px/14px Inter, sans-serif;"
    marked += " margin: auto 0 auto auto;"
    short = outline.title if len(outline.title) <= _SHORT else f"{outline.title[:_SHORT].rstrip()}…"
    numbers = f"content: counter(page) ' of ' counter(pages) {_breakable(f' · {short}')};"
    numbers += f" font: 400 9px/14px Inter, sans-serif; color: {LIGHT.muted};"
    boxes = f"@top-right {{ {marked} }} @bottom-right {{ {marked} }} @bottom-left {{ {numbers} }}"
    first = "@page :first { @top-right { content: none; background: none; } }"
    return f"@page {{ size: {outline.paper}; margin: 18mm 16mm; {boxes} }}\n{first}"


def _breakable(text: str) -> str:
    """`text` as CSS strings between which a line may break: Chromium breaks no word in a page margin."""
    pieces = re.findall(rf"\S{{1,{_PIECE}}}\s*|\s+", text)
    return r' "\00200b" '.join(map(css_string, pieces))


_FONT: Final = re.compile(r"url\(\s*[\"']?data:[^)]*\)", re.IGNORECASE)
_LOOK: Final = ("style", "hidden", "class", "width", "height", "open")
_SEAL: Final = "dateline-briefing"
_DRAWING: Final = "drawing"
"""The class of a figure's drawing, which is a picture with all that it holds; a mark of evidence is one by itself."""
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
        self._is_drawing = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note how it looks, and where what it holds belongs."""
        given = dict(attrs)
        self._is_drawing |= tag == "svg" and given.get("class") == _DRAWING
        if self._is_drawing:
            self.pictures.append(f"{tag} {sorted(given.items(), key=str)!r}")
            return
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
        self._is_drawing &= tag != "svg"

    def handle_data(self, data: str) -> None:
        """What a style, a drawing or a script holds."""
        if self._is_drawing:
            self.pictures.append(data)
        elif self._into is not None:
            self._into.append(data)
