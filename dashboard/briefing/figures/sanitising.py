"""What a browser drew, freed of what chance named in it, and made fit for paper, a page or a PDF."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

from dashboard.briefing.figures.fonts import script_of, undrawn

_BETWEEN: Final = r"[\s\u200b\u200d\ufe0f]*"
"""What may stand between two letters of one run."""
_FLAG: Final = re.compile("[\U0001f1e6-\U0001f1ff]")
_SHADE: Final = re.compile("[\ufe0e\ufe0f\u20e3\U0001f3fb-\U0001f3ff]")
"""Tone, style and key cap of the emoji before."""
_VIRAMA: Final = 9
_BOX: Final = "□"
_NOTHING: Final = "\u200c"
_SHOWN: Final = re.compile(r"(?<=>)[^<>]+(?=<)")
"""Between two tags."""
_FONTS: Final = {
    "Noto Sans Hebrew": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Noto Sans Arabic": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
}
"""The letters for which pictures name these two families: Inter, the main font, has none of them."""
_RUNS: Final = {font: re.compile(rf"[{signs}]+(?:\s+[{signs}]+)*") for font, signs in _FONTS.items()}
_BY_CHANCE: Final = re.compile(r'id="topdefs-([0-9a-f]{6})"')
_TRACE: Final = re.compile(r'class="trace scatter trace[0-9a-f]{6}"')
_WEIGHT: Final = re.compile(r"font-weight: (\d+)")
_SHADOW: Final = re.compile(r"text-shadow: [^;\"]*?(rgb\([^)]*\)|#[0-9a-f]+)[^;\"]*;?")
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Signs that a browser writes into a drawing as they are, and no XML may have."""
_PLACES: Final = re.compile(r' data-(?:mark|name)="[^"]*"')


def name_undrawn(text: str, letters: Iterable[str]) -> str:
    """`text` with each run of these letters told as what it is: `[Korean: not drawn]`."""
    signs = "".join(map(re.escape, sorted(letters)))
    if not signs:
        return text
    runs = re.compile(rf"[{signs}](?:{_BETWEEN}[{signs}])*")
    return runs.sub(lambda found: f"[{script_of(found[0][0])[0]}: not drawn]", text)


def of_picture(svg: str) -> str:
    """An SVG of which Typst draws every letter: it composes no emoji there, and takes one font for each piece.

    A flag becomes the two letters of its country, a family its first member, and what no font has, a box: a label has
    no room for more.
    """
    return svg if svg.isascii() else _SHOWN.sub(lambda found: _label(found[0]), svg)


def _label(words: str) -> str:
    text = _FLAG.sub(lambda found: chr(ord("A") + ord(found[0]) - 0x1F1E6), words)
    text = _taken_apart(_SHADE.sub("", text))
    left = undrawn(text)
    text = "".join(_BOX if each in left else each for each in text)
    for font, runs in _RUNS.items():
        if runs.search(
            text
        ):  # with another font first, Typst loses dots of Arabic letters: what is first shows nothing
            text = runs.sub(_in_font(r"\g<0>", font), text)
            text = f"{_in_font(_NOTHING, font)}{text}"
    return text


def _in_font(words: str, font: str) -> str:
    return f"""<tspan style="font-family: '{font}'">{words}</tspan>"""


def _taken_apart(text: str) -> str:
    """Without joiners and the emoji that they join to another; behind a virama they shape letters, and stay."""
    kept: list[str] = []
    signs = iter(text)
    for sign in signs:
        if sign != "\u200d" or (kept and unicodedata.combining(kept[-1]) == _VIRAMA):
            kept.append(sign)
        elif kept and unicodedata.category(kept[-1]) == "So" and (joined := next(signs, "")):
            kept += [] if unicodedata.category(joined) == "So" else [joined]
    return "".join(kept)


def tidy_svg(svg: str) -> str:
    """An SVG that every reader takes and draws halos of, and that the next drawing gives in the same bytes."""
    svg = _NO_XML.sub("\ufffd", svg)
    for found in set(_BY_CHANCE.findall(svg)):
        svg = re.sub(rf"(?<=[-A-Za-z_\"#]){found}(?=[-\w\"')])", "figure", svg)  # not among the digits of a coordinate
    halo = r"paint-order: stroke; stroke: \1; stroke-width: 3px; stroke-linejoin: round;"
    return _SHADOW.sub(halo, _TRACE.sub('class="trace scatter"', svg))


def for_paper(svg: str) -> str:
    """A tidy SVG of which Typst and Word draw every weight and every letter; what could be pressed is not told."""
    weighed = _WEIGHT.sub(lambda each: f"font-weight: {int(each[1]) // 100 * 100}", svg)
    return of_picture(_PLACES.sub("", weighed))
