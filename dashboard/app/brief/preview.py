"""What the briefing will look like: the page of its HTML file, without scripts, and its figures to be put in."""

from typing import Any, Final

from dashboard.app.brief.looked_at import Made
from dashboard.briefing.drawn import names_of
from dashboard.briefing.figures import drawer_of
from dashboard.briefing.html import page
from dashboard.briefing.html_style import style_sheet
from dashboard.views.palette import LIGHT

WIDTH_PX: Final = 672
_IN_THE_DARK: Final = "@media screen and (prefers-color-scheme: dark)"
"""Left out: what is previewed is the paper, which is light."""


def preview(made: Made) -> dict[str, Any]:
    """`body` and `style` of a document that runs nothing; `figures`: name to Plotly's JSON, in light."""
    draw = drawer_of(made.briefing, made.validation)
    figures = {name: dict(draw(name, LIGHT, WIDTH_PX).content) for name in names_of(made.outline)}
    style = style_sheet(made.outline).replace(_IN_THE_DARK, "@media not all")
    return {"body": page(made.outline).html, "style": style, "figures": figures}
