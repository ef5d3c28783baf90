"""The page on which a browser draws figures: all that it needs is in it or beside it, and it fetches nothing."""

from base64 import b64encode
from contextlib import ExitStack
from importlib.resources import as_file, files
from typing import Final

from kaleido import PageGenerator

from dashboard.briefing.figures.fonts import FONTS
from dashboard.briefing.figures.types import STATIC

WEIGHTS: Final = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
"""The weights of Inter, as CSS numbers, by the name that each has in its file."""
_OUTLINES: Final = ("world_110m", "world_50m")
_POLICY: Final = (
    "default-src 'none'; script-src file: 'unsafe-inline' 'unsafe-eval'; style-src 'unsafe-inline'; "
    "font-src data:; img-src data: blob:; connect-src data: blob:"
)
_DRAW: Final = """
Plotly.toImage = async ({ data, layout, config }, { width, height }) => {
  await Promise.all([400, 500, 600, 700].map((weight) => document.fonts.load(`${weight} 12px Inter`)));
  const plot = document.body.appendChild(document.createElement("div"));
  await Plotly.newPlot(plot, data, { ...layout, width, height }, { ...config, staticPlot: true });
  for (const [place, node] of markNodes(plot)) node.setAttribute("data-mark", place);
  for (const trace of plot.querySelectorAll(".trace")) {
    const curve = trace.__data__?.[0]?.trace?.index;
    const texts = curve === undefined ? [] : trace.querySelectorAll("text");
    texts.forEach((text, place) => text.setAttribute("data-name", `${curve}/${text.parentNode.__data__?.i ?? place}`));
  }
  const svg = Plotly.Snapshot.toSVG(plot, "svg", 1);
  Plotly.purge(plot);
  plot.remove();
  return svg;
};
"""
"""As plotly.js makes a picture, but with the font, and with what can be pressed.

Words are measured as they are drawn: before the font is there, they would be measured in another one.
"""


class RenderPage:
    """What Kaleido opens in the browser."""

    def __init__(self, beside: ExitStack) -> None:
        """`beside` keeps the scripts in files until the browser is closed."""
        self._plotly = beside.enter_context(as_file(STATIC / "plotly" / "plotly.min.js"))

    def generate_index(self) -> str:
        """Kaleido's own page with our font and outlines in it, and a policy that lets it reach for nothing."""
        page: str = PageGenerator(plotly=self._plotly.as_uri(), mathjax=False).generate_index()
        policy = f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
        page = page.replace("<head>", f"<head>{policy}<style>{_fonts()}</style>{_outlines()}", 1)
        return page.replace("</head>", f"<script>{_marks()}{_DRAW}</script></head>", 1)


def _marks() -> str:
    """What finds the marks and names of a figure, which the dashboard presses by it too."""
    return (files("dashboard.briefing") / "figure_marks.js").read_text(encoding="utf-8")


def _outlines() -> str:
    """A script with the outlines of countries, put where plotly.js looks before it fetches anything."""
    texts = [f'"{name}":{(STATIC / "topojson" / f"{name}.json").read_text(encoding="utf-8")}' for name in _OUTLINES]
    return f"<script>window.PlotlyGeoAssets = {{topojson: {{{','.join(texts)}}}}};</script>"


def _fonts() -> str:
    return "".join(
        f"@font-face {{ font-family: Inter; font-weight: {weight}; src: url(data:font/ttf;base64,{_font(name)}); }}"
        for name, weight in WEIGHTS.items()
    )


def _font(name: str) -> str:
    return b64encode((FONTS / f"Inter-{name}.ttf").read_bytes()).decode("ascii")
