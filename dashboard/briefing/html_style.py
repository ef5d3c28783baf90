"""The look of a briefing in HTML: one style sheet, with the palette, the font and the paper put into it."""

import re
from base64 import b64encode
from importlib.resources import files
from typing import Final

from dashboard.briefing.drawn import STATIC
from dashboard.briefing.outline import Outline
from dashboard.text.markup import css_string
from dashboard.views.palette import DARK, LIGHT, Palette

_SHORT: Final = 60
"""Signs of a title that fit below a page, beside the marking."""
_PIECE: Final = 24
_TOKENS: Final = ("bg", "text", "muted", "line", "line2", "raised", "ok", "bad", "out")


def style_sheet(outline: Outline) -> str:
    """Light and dark by what the reader's machine asks for; on paper always light."""
    sheet = (files("dashboard.briefing") / "html_page.css").read_text(encoding="utf-8")
    dark = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ color-scheme: dark; {_tokens(DARK)} }} }}"
    return "\n".join([_font(), f":root {{ color-scheme: light; {_tokens(LIGHT)} }}", dark, sheet, _paper(outline)])


def _tokens(palette: Palette) -> str:
    return " ".join(f"--{name}: {getattr(palette, name)};" for name in _TOKENS)


def _font() -> str:
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
    """As strings that a line may break between: in the margin of a page, Chromium breaks no word by itself."""
    pieces = re.findall(rf"\S{{1,{_PIECE}}}\s*|\s+", text)
    return r' "\00200b" '.join(map(css_string, pieces))
