"""Figures of a briefing as pictures: an installed Chromium draws them, with our own plotly.js, outlines and font."""

import asyncio
import base64
import json
import logging
import re
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, Literal

from choreographer.browsers.chromium import Chromium

from dashboard.briefing.figures.sanitising import for_paper, tidy_svg
from dashboard.briefing.figures.theme_colors import StandIns
from dashboard.briefing.figures.types import Draw
from dashboard.briefing.figures.typesetting import NotTypeset, typesetter
from dashboard.store.temporary import temporary_folder
from dashboard.views.drawing import BOTH

_UNSAFE: Final = frozenset({"--disable-web-security", "--allow-file-access-from-files"})
"""What the library starts it with and a page of ours does not need: whatever is drawn is in the page or beside it."""
_SERVICES: Final = (
    *("AutofillServerCommunication", "CertificateTransparencyComponentUpdater", "DialMediaRouteProvider"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "PreconnectToSearch", "OptimizationHints", "Translate"),
)
_NO_PROXY_THERE: Final = "http://127.0.0.1:9"
"""The port that discards: nothing listens there."""
QUIET: Final = (
    "--disable-background-networking",
    "--allow-browser-signin=false",
    "--disable-extensions",
    "--disable-client-side-phishing-detection",
    "--disable-component-extensions-with-background-pages",
    "--disable-default-apps",
    "--disable-domain-reliability",
    f"--disable-features={','.join(_SERVICES)}",
    "--disable-quic",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-pings",
    "--no-service-autorun",
    f"--proxy-server={_NO_PROXY_THERE}",
    "--proxy-bypass-list=<-loopback>",
    f"--gaia-url={_NO_PROXY_THERE}",
    f"--google-apis-url={_NO_PROXY_THERE}",
)
"""Its own services are off; what would ask all the same finds no name, and no proxy that hands on."""


class QuietChromium(Chromium):
    """Accounts, updates, search and lists of words are looked up by none of its parts; web security is on."""

    def get_cli(self) -> Sequence[str]:
        """How it is started."""
        return [each for each in super().get_cli() if each not in _UNSAFE] + list(QUIET)

    def get_env(self) -> MutableMapping[str, str]:
        """The environment it is started in: what it keeps for a while is beside its profile, where we look after it."""
        beside = str(self.tmp_dir.path.parent)
        return {**super().get_env(), **({"TMPDIR": beside} if len(beside) <= _LONGEST_FOLDER else {})}


def browser_folder() -> AbstractContextManager[Path]:
    """A folder for the files of the browser; what is left of one whose process was killed, the next removes.

    A browser that the system confines (a snap) does not see the folder that all programs share.
    """
    found = QuietChromium.find_browser(skip_local=False)
    return temporary_folder(Path.home() if found and "snap" in found else None)


Size = tuple[str, int, int | None]
"""Name, width and height of a figure."""
_LONGEST_FOLDER: Final = 58
"""The most letters of a folder's path in which Chromium can have its socket: 45 letters follow, and macOS takes 103."""

NO_BROWSER: Final = "not drawn: no Chromium or Chrome was found on the machine where this was built"
"""Stands in a figure's place."""
INSTALL: Final = "install one (Debian, Ubuntu: apt-get install chromium), or name one in BROWSER_PATH"
_TIMEOUT_S: Final = 60.0
PX_PER_INCH: Final = 96
_SHAPED: Final = re.compile(r"[^\u0000-\u02ff\u2010-\u2027\u2190-\u2193\u25a1]")
"""Letters that may take more than one glyph, or none of our fonts'."""
# What they remark of a browser that fails is told in our words, and would stand on standard error.
for _drawing in ("kaleido", "choreographer"):
    logging.getLogger(_drawing).addHandler(logging.NullHandler())


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """How a document wants a figure."""

    name: str
    """map or timeline."""
    form: Literal["svg", "png", "page"]
    """A PNG has two pixels for each of `width_px`. `page` is an SVG for a page of HTML: its colours are variables that
    `theme_colors` names, and `data-mark` and `data-name` tell, as `curve/point`, what can be pressed."""
    width_px: int
    """Letters are 11 to 13 pixels high in it: the figure's width on paper at 96 pixels an inch, or a little more."""
    height_px: int | None = None
    """The height of a map; None leaves it to the figure. A timeline is as high as its events need."""


@dataclass(frozen=True, slots=True)
class RenderedFigure:
    """A picture."""

    data: bytes
    width_px: int
    height_px: int
    """Width and height are those of the figure: a PNG has twice as many pixels each way."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a writer shows figures by."""

    draw: Draw
    stills: Mapping[FigureSpec, RenderedFigure] = field(default_factory=dict)
    """The pictures that the writer asked for; empty if they could not be drawn."""
    lacking: str = ""
    """Why there is no picture, to stand in its place; empty where there are."""

    def still(self, name: str, shapes: Iterable[FigureSpec]) -> RenderedFigure | None:
        """The picture of a figure in the first of these shapes that there is."""
        return next((self.stills[each] for each in shapes if each.name == name and each in self.stills), None)


def render_figures(draw: Draw, shapes: Sequence[FigureSpec]) -> Figures:
    """All of them drawn, by one start of the browser. Of the same figures, the same bytes from the same browser."""
    wanted = tuple(dict.fromkeys(shapes))
    if not wanted:
        return Figures(draw)
    from kaleido.errors import BrowserClosedError, BrowserFailedError, ChromeNotFoundError, KaleidoError

    sizes = dict.fromkeys((shape.name, shape.width_px, shape.height_px) for shape in wanted)
    try:
        with ThreadPoolExecutor(max_workers=1) as own:  # the caller's thread may have an event loop that runs
            drawn = own.submit(lambda: asyncio.run(_render(draw, sizes))).result()
    except ChromeNotFoundError:
        return Figures(draw, lacking=NO_BROWSER)
    except (BrowserClosedError, BrowserFailedError, KaleidoError, TimeoutError, OSError) as error:
        return Figures(draw, lacking=f"not drawn: the Chromium on this machine failed ({type(error).__name__})")
    stills = {shape: _as_asked(shape, drawn[shape.name, shape.width_px, shape.height_px]) for shape in wanted}
    return Figures(draw, stills)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """A figure as the browser drew it, tidied."""

    svg: str
    colors: StandIns
    size: tuple[int, int]


def _as_asked(shape: FigureSpec, drawn: _Drawn) -> RenderedFigure:
    """Pictures of points are made of the drawing by Typst: a browser that does it looks for its fonts in the system."""
    if shape.form == "page":
        return RenderedFigure(drawn.colors.as_variables(drawn.svg).encode(), *drawn.size)
    svg = for_paper(drawn.colors.in_light(drawn.svg))
    return RenderedFigure(svg.encode() if shape.form == "svg" else png_of(svg, *drawn.size), *drawn.size)


def png_of(svg: str, width_px: int, height_px: int) -> bytes:
    """A PNG of it, two points for a pixel."""
    with typesetter("still.typ", _alone(svg, width_px, height_px), svg) as setter:
        return setter.render("png", ppi=2 * PX_PER_INCH)


def as_raster(svg: str, width_px: int, height_px: int) -> str:
    """An SVG that shows it as points."""
    points = base64.b64encode(png_of(svg, width_px, height_px)).decode()
    image = f'<image width="{width_px}" height="{height_px}" href="data:image/png;base64,{points}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width_px} {height_px}">{image}</svg>'


def is_accepted(svg: str, width_px: int, height_px: int, standard: str, letters: str) -> bool:
    """Whether a PDF of this standard, with these letters in it, takes an SVG as it is.

    In an SVG Typst tells of one letter drawn as several glyphs, as Arabic ones are, only the first.
    """
    if not _SHAPED.search(svg):
        return True
    try:
        with typesetter("still.typ", _alone(svg, width_px, height_px), letters) as setter:
            setter.render("pdf", pdf_standards=[standard])
    except NotTypeset:
        return False
    return True


def _alone(svg: str, width_px: int, height_px: int) -> dict[str, str]:
    return {"still.svg": svg, "size.json": json.dumps({"width": width_px, "height": height_px})}


async def _render(draw: Draw, sizes: Iterable[Size]) -> dict[Size, _Drawn]:
    from kaleido import Kaleido  # a third of a second, and only documents with figures need it

    from dashboard.briefing.figures.render_page import RenderPage

    drawn = {}
    with ExitStack() as beside:
        folder = beside.enter_context(browser_folder())
        page = folder / "index.html"
        page.write_text(RenderPage(beside).generate_index(), encoding="utf-8")
        started = Kaleido(page_generator=page, timeout=_TIMEOUT_S, browser_cls=QuietChromium, tmp_dir=str(folder))
        async with started as browser:
            for name, width, height in sizes:
                colors = StandIns()
                content = colors.put_into(dict(draw(name, BOTH, width, height).content))
                size = int(content["layout"]["width"]), int(content["layout"]["height"])
                asked = {"format": "svg", "scale": 1, "width": size[0], "height": size[1]}
                raw = await asyncio.wait_for(browser.calc_fig(content, asked), _TIMEOUT_S)
                drawn[name, width, height] = _Drawn(tidy_svg(raw.decode()), colors, size)
    return drawn
