"""A drawing as part of a page: of what a browser drew only what is known to be a shape, and its marks as links."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Final
from xml.etree.ElementTree import Element

import shapely
from defusedxml.ElementTree import fromstring
from shapely.geometry import LineString

from dashboard.text.markup import NOTHING, Markup, element, join, join_all

_STRAIGHT: Final = re.compile(r"[MLZ\d.,e-]+")
_COORDINATE: Final = re.compile(r"-?[\d.]+(?:e-?\d+)?")
_NOUGHT: Final = re.compile(r"(?<![\d.])0\.")
_LONG: Final = 2000
_TOLERANCE_PX: Final = 0.4
"""How far a simplified line is from the whole one at most."""
_TAGS: Final = frozenset(
    {"circle", "clipPath", "defs", "g", "linearGradient", "path", "radialGradient", "rect", "stop", "text", "tspan"}
)
_ATTRIBUTES: Final = frozenset(
    {
        *("clip-path", "cx", "cy", "d", "dx", "dy", "fill", "fill-rule", "gradientTransform", "gradientUnits"),
        *("height", "id", "offset", "r", "stop-color", "stop-opacity", "text-anchor", "transform", "width", "x", "x1"),
        *("x2", "y", "y1", "y2"),
    }
)
_STYLES: Final = frozenset(
    {
        *("fill", "fill-opacity", "font-size", "font-style", "font-weight", "opacity", "paint-order", "stop-color"),
        *("stop-opacity", "stroke", "stroke-dasharray", "stroke-linejoin", "stroke-opacity", "stroke-width"),
    }
)
"""What else plotly.js writes, a page has anyway."""
_USUAL: Final = {"fill-opacity": "1", "font-weight": "400", "opacity": "1", "stroke-opacity": "1", "stroke": "none"}
_NUMBER: Final = re.compile(r"-?\d*\.\d{3,}(?:e-?\d+)?")
_IN_FILE: Final = re.compile(r"url\(['\"]?#([\w-]+)['\"]?\)", re.IGNORECASE)
_ADDRESS: Final = re.compile(r"url\(|\\", re.IGNORECASE)
_MOVED: Final = re.compile(r"translate\([^()]*\)")
_OF_MAP: Final = "geolayer"
_INSET: Final = "geo geo2"


def simplify_path(path: str) -> str:
    """The `d` of an outline of straight lines, with as few points as show it. Short and curved ones stay as they are.

    Outlines of the whole world would else be ten times as long as all the rest of a briefing.
    """
    if len(path) < _LONG or not _STRAIGHT.fullmatch(path):
        return path
    return "".join(_simplify_line(line) for line in path.split("M") if line)


def _simplify_line(line: str) -> str:
    given = [float(each) for each in _COORDINATE.findall(line)]
    points = list(zip(given[::2], given[1::2], strict=True))
    is_closed = line.endswith("Z")
    if is_closed:
        points.append(points[0])
    kept = shapely.simplify(LineString(points), _TOLERANCE_PX, preserve_topology=False).coords if points[1:] else points
    tenths = [(round(x * 10), round(y * 10)) for x, y in kept]
    steps = [(x - left, y - up) for (left, up), (x, y) in pairwise(tenths) if (x, y) != (left, up)]
    if is_closed:
        steps = steps[:-1]
    start = " ".join(f"{each / 10:g}" for each in tenths[0])
    lines = " ".join(f"{each / 10:g}" for step in steps for each in step)
    return f"M{start}l{_NOUGHT.sub('.', lines).replace(' -', '-')}{'z' if is_closed else ''}" if steps else ""


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """What can be pressed in a drawing."""

    name: str
    """Lines for who points at it; a screen reader reads them as one."""
    href: str
    """Where it leads within the page; empty where nothing there is told of it."""
    is_name: bool = False
    """A name beside a mark, which leads where that leads, and is no stop for the keyboard."""


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    """A figure as it stands in the page."""

    drawings: Markup = NOTHING
    """One for each width."""
    lists: Markup = NOTHING
    """A list for each mark that stands for several events, each with its link: shown where the mark leads to them."""
    lacking: str = ""
    """Why nothing is drawn; empty where something is."""


def inline_svg(svg: str, marks: Mapping[str, DrawnMark], key: str, title: str, inset: Collection[int] = ()) -> Markup:
    """The drawing, as an `svg` element of a page. `key` begins its ids.

    `marks` by what the drawing says of each: `data-mark 4/0`, `data-name 7/2`. `inset`: the numbers of the shapes that
    frame a part of a map that is drawn again, and lead there.
    """
    root = fromstring(svg, forbid_dtd=True)
    width, height = root.get("width", ""), root.get("height", "")
    is_map = any(node.get("class") == _OF_MAP and len(node) for node in root)
    content = _Writer(marks, key, is_map, frozenset(map(str, inset))).inside(root)
    box = f"0 0 {width} {height}"
    return element(
        "svg", content, class_="drawing", viewBox=box, width=width, height=height, role="group", aria_label=title
    )


@dataclass(frozen=True, slots=True)
class _Writer:
    marks: Mapping[str, DrawnMark]
    key: str
    is_map: bool
    inset: frozenset[str]

    def inside(self, parent: Element, *, on_map: bool = False) -> Markup:
        """All that it holds."""
        return join_all(part for child in parent for part in (self._node(child, on_map=on_map), _tail(parent, child)))

    def _node(self, node: Element, *, on_map: bool) -> Markup | None:
        tag = _local(node)
        if tag not in _TAGS:
            return None
        on_map = on_map or node.get("class") == _OF_MAP
        class_ = self._class(node, on_map=on_map)
        content = join(node.text if tag in ("text", "tspan") else None, self.inside(node, on_map=on_map))
        mark = self._mark(node)
        given = dict(self._attributes(node, is_pressed=mark is not None))
        if tag in ("g", "defs") and (not content.html or not (given or class_)):
            return _as_link(content, mark) if content.html else None
        if given.get("d") == "M0,0" or given.get("style") == "fill:none":
            return None
        return _as_link(element(tag, content, class_=class_, **given), mark)

    def _class(self, node: Element, *, on_map: bool) -> str | None:
        """How it stands on a map that is seen nearer: as large as before, where it was, or not at all."""
        layer = node.get("class")
        if layer == _INSET or (layer == "shape-group" and node.get("data-index") in self.inset):
            return "at-rest"
        if self.is_map and layer in ("layer-above", "infolayer"):
            return "over"
        is_sign = on_map and (_move_outwards(node) or (_local(node) == "path" and "transform" in node.attrib))
        return "still" if is_sign else None

    def _mark(self, node: Element) -> DrawnMark | None:
        names = (f"{name} {node.get(name)}" for name in ("data-mark", "data-name"))
        return next((self.marks[each] for each in names if each in self.marks), None)

    def _attributes(self, node: Element, *, is_pressed: bool) -> Iterator[tuple[str, str]]:
        styles = dict(_styles(node.get("style", "")))
        _leave_out_unseen(styles, is_pressed=is_pressed)
        given = {name: value for name, value in node.attrib.items() if name in _ATTRIBUTES}
        if "d" in given:
            given["d"] = simplify_path(given["d"])
        if "id" in given:
            given = {**given, "id": f"{self.key}-{given['id']}"} if _local(node) not in ("g", "defs") else {}
        if styles:
            given["style"] = ";".join(f"{name}:{value}" for name, value in styles.items())
        for name, value in given.items():
            if not _ADDRESS.search(_IN_FILE.sub("", value)):
                here = _IN_FILE.sub(rf"url(#{self.key}-\1)", value)
                yield name.replace("-", "_"), _NUMBER.sub(lambda found: f"{round(float(found[0]), 2):g}", here)


def _styles(style: str) -> Iterator[tuple[str, str]]:
    for declaration in style.split(";"):
        name, _, value = (each.strip() for each in declaration.partition(":"))
        if name in _STYLES and value != _USUAL.get(name):
            yield name, value


def _leave_out_unseen(styles: dict[str, str], *, is_pressed: bool) -> None:
    """A ground that nobody sees can be pressed all the same."""
    if styles.get("fill-opacity") == "0" and not is_pressed:
        del styles["fill-opacity"]
        styles["fill"] = "none"
    if styles.get("stroke-opacity") == "0" or styles.get("stroke-width") == "0px" or "stroke" not in styles:
        for name in [each for each in styles if each.startswith("stroke")]:
            del styles[name]


def _move_outwards(node: Element) -> bool:
    """Whether it is a word, of which the place and the distance from it change places: where it stands comes first."""
    moved = node.get("transform", "")
    if _local(node) != "g" or len(node) != 1 or not _MOVED.fullmatch(moved):
        return False
    place = node[0].get("transform", "")
    if _local(node[0]) != "text" or not _MOVED.fullmatch(place):
        return False
    node.set("transform", place)
    node[0].set("transform", moved)
    return True


def _as_link(drawn: Markup, mark: DrawnMark | None) -> Markup:
    """The drawn shape as a link, with what it is; what leads nowhere says what it is."""
    if mark is None or (mark.is_name and not mark.href):
        return drawn
    if mark.is_name:
        return element("a", drawn, href=mark.href, tabindex="-1", aria_hidden="true")
    title = element("title", mark.name)
    if mark.href:
        return element("a", title, drawn, href=mark.href, class_="pressed")
    return element("g", title, drawn, tabindex="0", role="img", class_="pressed")


def _tail(parent: Element, child: Element) -> str | None:
    return child.tail if _local(parent) in ("text", "tspan") else None


def _local(node: Element) -> str:
    return node.tag.rpartition("}")[2]
