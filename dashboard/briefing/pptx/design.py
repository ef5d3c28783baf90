"""The design of slides: one master and its layouts, in our font and colours. Who edits it changes it for all slides."""

import re
from dataclasses import dataclass
from typing import Any, Final

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Pt

from dashboard.briefing.office import ARABIC, CHINESE, FONT, HEBREW, JAPANESE, KOREAN, LANGUAGE
from dashboard.views.drawing import LIGHT

WIDTH: Final = 960.0
HEIGHT: Final = 540.0
"""In points: 13⅓ by 7½ inches."""
EDGE: Final = 40.0
ROOM: Final = WIDTH - 2 * EDGE
FOOT: Final = 506.0
BOTTOM: Final = 494.0
"""Where bodies end."""
BODY_PT: Final = 20.0
TITLE_PT: Final = 30.0
SMALL_PT: Final = 14.0
"""The least, but for the number and the title at the foot: 28 pixels on a wall of 1920."""
GUTTER: Final = 40.0
COLUMN: Final = (ROOM - GUTTER) / 2
TITLE, TEXT, EVENT, COLUMNS, BARE = range(5)
"""The layouts."""
LABEL_IDX: Final = 13
DATELINE_IDX: Final = 14
SECOND_IDX: Final = 15
_PANOSE: Final = "020B0604020202020204"
_EM: Final = 12_700
_FROM: Final = {TITLE: 0, TEXT: 1, EVENT: 2, COLUMNS: 3, BARE: 5}
"""Which of the library's own layouts they are made of."""


@dataclass(frozen=True, slots=True)
class PlaceholderBox:
    """The rectangle of a placeholder, in points."""

    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class SlideGrid:
    """The layout grid of a slide; `top` is the height in points at which titles begin, below the marking."""

    top: float

    def title(self, height: float, *, below: float = 0) -> PlaceholderBox:
        """`below`: what stands above it."""
        return PlaceholderBox(EDGE, self.top + below, ROOM, height)

    def body(self, top: float, *, width: float = ROOM, left: float = EDGE) -> PlaceholderBox:
        """Down to the foot."""
        return PlaceholderBox(left, top, width, BOTTOM - top)


def new_deck(grid: SlideGrid) -> Deck:
    """A presentation without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Pt(WIDTH), Pt(HEIGHT)
    deck.element.find(qn("p:sldSz")).attrib.pop("type", None)  # the template's own is 4:3
    master = deck.slide_masters[0]
    layouts = list(deck.slide_layouts)
    for number, layout in enumerate(layouts):
        if number not in _FROM.values():
            deck.slide_layouts.remove(layout)
    _theme(master.part.part_related_by(RELATIONSHIP_TYPE.THEME))
    _fill(master, "", "", _on_master(grid))
    styles = master.element.find(qn("p:txStyles"))
    styles.getparent().replace(styles, parse_xml(_TEXT_STYLES))
    named = (("Title", "title"), ("Text", "obj"), ("Event", ""), ("Two columns", "twoObj"), ("Title only", "titleOnly"))
    for number, (name, kind) in enumerate(named):
        _fill(layouts[_FROM[number]], name, kind, _on_layout(number, grid))
    return deck


def _fill(of: Any, name: str, kind: str, shapes: list[str]) -> None:
    """Put these placeholders in place of those that are there."""
    tree = of.element.cSld.spTree
    for old in list(tree)[2:]:
        tree.remove(old)
    tree.extend(parse_xml(shape) for shape in shapes)
    if name:
        of.element.cSld.set("name", name)
        of.element.attrib.pop("type", None)
        of.element.attrib.pop("preserve", None)
        if kind:
            of.element.set("type", kind)


def _on_master(grid: SlideGrid) -> list[str]:
    return [
        _holder(1, "Title", "title", 0, grid.title(44), TITLE_PT, bold=True),
        _holder(2, "Text", "body", 1, grid.body(grid.top + 60), BODY_PT),
        *_feet(3),
    ]


def _on_layout(number: int, grid: SlideGrid) -> list[str]:
    title = _holder(1, "Title", "title", 0, grid.title(44), TITLE_PT, bold=True)
    label = _holder(9, "Section", "body", LABEL_IDX, PlaceholderBox(EDGE, 20, 560, 22), SMALL_PT, muted=True)
    body = grid.body(grid.top + 60)
    match number:
        case 0:
            own = [
                _holder(1, "Title", "ctrTitle", 0, PlaceholderBox(EDGE, 120, ROOM, 110), 44, bold=True),
                _holder(2, "Subtitle", "subTitle", 1, PlaceholderBox(EDGE, 250, ROOM, BOTTOM - 250), BODY_PT),
            ]
        case 1:
            own = [title, label, _holder(2, "Text", "body", 1, body, BODY_PT)]
        case 2:
            dateline = grid.title(24)
            own = [
                _holder(1, "Title", "title", 0, grid.title(44, below=28), TITLE_PT, bold=True),
                label,
                _holder(8, "Dateline", "body", DATELINE_IDX, dateline, 18, muted=True),
                _holder(2, "Text", "body", 1, grid.body(grid.top + 88), BODY_PT),
            ]
        case 3:
            right = grid.body(body.top, width=COLUMN, left=EDGE + COLUMN + GUTTER)
            own = [
                title,
                label,
                _holder(2, "Left", "body", 1, grid.body(body.top, width=COLUMN), BODY_PT),
                _holder(8, "Right", "body", SECOND_IDX, right, BODY_PT),
            ]
        case _:
            own = [title, label]
    return [*own, *_feet(10)]


def _feet(first: int) -> list[str]:
    """The briefing's title, and the number of the slide."""
    return [
        _holder(first, "Footer", "ftr", 11, PlaceholderBox(EDGE, FOOT, 700, 18), 12, muted=True),
        _holder(
            first + 1, "Slide Number", "sldNum", 12, PlaceholderBox(WIDTH - EDGE - 120, FOOT, 120, 18), 12, muted=True
        ),
    ]


def _holder(
    id_: int,
    name: str,
    kind: str,
    index: int,
    at: PlaceholderBox,
    size: float,
    *,
    bold: bool = False,
    muted: bool = False,
) -> str:
    """A placeholder without margins of its own, so that text begins where the grid has it."""
    align = ' algn="r"' if kind == "sldNum" else ' algn="l"'
    color = "tx2" if muted else "tx1"
    levels = (
        f'<a:lvl1pPr marL="0" indent="0"{align}><a:buNone/><a:defRPr sz="{round(size * 100)}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{color}"/></a:solidFill></a:defRPr></a:lvl1pPr>'
    )
    text = f'<a:r><a:rPr lang="{LANGUAGE}"/><a:t>{name}</a:t></a:r>'
    if kind == "sldNum":
        text = f'<a:fld id="{{{SLIDE_NUMBER}}}" type="slidenum"><a:rPr lang="{LANGUAGE}"/><a:t>‹#›</a:t></a:fld>'
    elif kind == "ftr":
        text = ""
    return (
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="{id_ + 1}" name="{name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="{kind}" idx="{index}"/></p:nvPr></p:nvSpPr>'
        f'<p:spPr><a:xfrm><a:off x="{round(at.left * _EM)}" y="{round(at.top * _EM)}"/>'
        f'<a:ext cx="{round(at.width * _EM)}" cy="{round(at.height * _EM)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr vert="horz" lIns="0" tIns="0" rIns="0" bIns="0" anchor="t"><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{levels}</a:lstStyle><a:p>{text}</a:p></p:txBody></p:sp>"
    )


SLIDE_NUMBER: Final = "B6F15528-21DE-4FAA-801E-634DDDAF4B2B"


def _theme(part: Any) -> None:
    """Our font, with those for other scripts, and the palette."""
    faces = "".join(
        f'<a:font script="{script}" typeface="{font}"/>'
        for script, font in (
            ("Hans", CHINESE.font),
            ("Hant", "Noto Sans CJK TC"),
            ("Jpan", JAPANESE.font),
            ("Hang", KOREAN.font),
            ("Arab", ARABIC.font),
            ("Hebr", HEBREW.font),
        )
    )
    font = f'<a:latin typeface="{FONT}" panose="{_PANOSE}"/><a:ea typeface=""/><a:cs typeface=""/>{faces}'
    fonts = f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont>"
    colours = {"dk1": LIGHT.text, "lt1": LIGHT.bg, "dk2": LIGHT.muted, "lt2": LIGHT.raised}
    colours |= {f"accent{place}": color for place, color in enumerate(LIGHT.threads[:6], start=1)}
    colours |= {"hlink": LIGHT.muted, "folHlink": LIGHT.muted}
    scheme = "".join(f'<a:{name}><a:srgbClr val="{color[1:]}"/></a:{name}>' for name, color in colours.items())
    text = part.blob.decode("utf-8")
    text = re.sub(r"(<a:clrScheme)[^>]*>.*?(?=</a:clrScheme>)", rf'\1 name="Dateline">{scheme}', text, flags=re.DOTALL)
    text = re.sub(r"(<a:fontScheme)[^>]*>.*?(?=</a:fontScheme>)", rf'\1 name="Dateline">{fonts}', text, flags=re.DOTALL)
    part._blob = text.encode()


_LEVEL: Final = (
    '<a:lvl1pPr marL="0" indent="0" algn="l" rtl="0"><a:buNone/>'
    '<a:defRPr sz="{size}" b="{bold}"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>'
    '<a:latin typeface="+{font}-lt"/><a:ea typeface="+{font}-ea"/><a:cs typeface="+{font}-cs"/></a:defRPr></a:lvl1pPr>'
)
_TEXT_STYLES: Final = (
    f"<p:txStyles {nsdecls('p', 'a')}>"
    f"<p:titleStyle>{_LEVEL.format(size=3000, bold=1, font='mj')}</p:titleStyle>"
    f"<p:bodyStyle>{_LEVEL.format(size=2000, bold=0, font='mn')}</p:bodyStyle>"
    f"<p:otherStyle>{_LEVEL.format(size=1400, bold=0, font='mn')}</p:otherStyle></p:txStyles>"
)
