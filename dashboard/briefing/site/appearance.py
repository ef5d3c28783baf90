"""How the pages look: one style sheet, with the font in it, of what the dashboard and briefings have as well."""

from collections.abc import Iterable
from importlib.resources import files

from dashboard.briefing.html import font_face
from dashboard.views.drawing import DARK, FONT, LIGHT, css_variables

_OF_THE_CARD = ("_card", "quotes", "lead", "marks", "disputes")
"""Sheets of the dashboard."""
_OF_DRAWINGS = ("bg", "text", "muted", "line", "line2")
"""Variables that have other names in briefings."""


def site_style(colors: Iterable[tuple[str, str, str]]) -> bytes:
    """The style sheet: light and dark by what the reader's machine asks for, on paper light. `colors` of drawings."""
    named = tuple(colors)
    same = "".join(f"--{each}:var(--dl-{each});" for each in _OF_DRAWINGS)
    light = css_variables(LIGHT) + "".join(f"{name}:{color};" for name, color, _ in named)
    dark = css_variables(DARK) + "".join(f"{name}:{color};" for name, _, color in named)
    themes = (
        f":root{{{light}--dl-font:{FONT}, 'Noto Sans CJK SC', 'Noto Sans Thai';{same}--dl-top:0px;}}",
        f"@media screen and (prefers-color-scheme: dark){{:root{{{dark}}}}}",
    )
    app, own = files("dashboard.app") / "css", files("dashboard.briefing")
    sheets = [(app / f"{name}.css").read_text(encoding="utf-8") for name in _OF_THE_CARD]
    sheets += [(own / name).read_text(encoding="utf-8") for name in ("html_figures.css", "site_page.css")]
    return "\n".join([font_face(), *themes, *sheets]).encode()
