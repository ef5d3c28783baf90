"""The look of a briefing in HTML: one style sheet, with the palette, the font and the paper put into it."""

from base64 import b64encode
from importlib.resources import files

from dashboard.briefing.html_figures import STATIC
from dashboard.briefing.html_markup import css_string
from dashboard.briefing.outline import Outline
from dashboard.views.palette import DARK, LIGHT, Palette

_TOKENS = ("bg", "text", "muted", "line", "line2", "raised", "ok", "bad", "out")


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
    colors = f"color: {marking.color}; background: {marking.ground};" if marking.color else "color: #000;"
    marked = f"content: {css_string(marking.text)}; {colors} font: 700 10px/14px Inter, sans-serif;"
    placed = "width: fit-content; height: 22px; padding: 0 8px; margin: auto 0 auto auto; white-space: nowrap;"
    numbers = "content: counter(page) ' of ' counter(pages); font: 400 9px/14px Inter, sans-serif; color: #58616d;"
    title = f"content: {css_string(outline.title[:90])}; font: 400 9px/14px Inter, sans-serif; color: #58616d;"
    return (
        f"@page {{ size: {outline.paper}; margin: 18mm 16mm 18mm; @top-right {{ {marked} {placed} }} "
        f"@bottom-right {{ {marked} {placed} }} @bottom-center {{ {numbers} }} "
        f"@bottom-left {{ {title} }} }}\n@page :first {{ @top-right {{ content: none; background: none; }} }}"
    )
