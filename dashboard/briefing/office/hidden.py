"""Words of Word documents and slides that nobody sees: marked as hidden, white, or too small to be read."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final
from xml.etree.ElementTree import Element

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_P: Final = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_OFF: Final = frozenset({"0", "false", "off"})
_TINY_HALF_POINTS: Final = 4
_TINY_HUNDREDTHS: Final = 200
_PALEST: Final = 0xF0
_FAINT: Final = 10_000
"""The highest opacity that counts as invisible, in thousandths of a per cent."""
_WHITE_OF_THEMES: Final = frozenset({"background1", "light1", "bg1", "lt1"})
_EDGES: Final = re.compile(r"word/(header|footer)\d+\.xml")
_MASTERS: Final = "ppt/slide(Masters|Layouts)/"


@dataclass(frozen=True, slots=True)
class _Look:
    """What decides whether a run of a document is seen; None is as it is anyway."""

    is_hidden: bool | None = None
    is_white: bool | None = None
    half_points: int | None = None

    def under(self, nearer: "_Look") -> "_Look":
        """This look, with the values that the nearer one gives put in place of its own."""
        given = {name: value for name in self.__slots__ if (value := getattr(nearer, name)) is not None}
        return replace(self, **given)

    @property
    def is_unseen(self) -> bool:
        return bool(self.is_hidden or self.is_white or (self.half_points or 99) <= _TINY_HALF_POINTS)


def hidden_words(read: Mapping[str, Element], styles: Element | None) -> Iterator[str]:
    """What is hidden in each of these parts, without white space; what stands at the edges of pages is told once."""
    looks = _styles(styles) if styles is not None else {}
    edges = set()
    whole = []
    for name, root in read.items():
        if re.match(_MASTERS, name):
            continue
        words = "".join("".join(_unseen(root, looks) if name.startswith("word/") else _unseen_of_slide(root)).split())
        if _EDGES.fullmatch(name):
            edges.add(words)
        else:
            whole.append(words)
    yield "".join(whole)
    yield "".join(sorted(edges))


def _unseen(root: Element, looks: Mapping[str, _Look]) -> Iterator[str]:
    rows = {run for row in root.iter(f"{_W}tr") if _is_on(row.find(f"{_W}trPr/{_W}hidden")) for run in row.iter()}
    for paragraph in root.iter(f"{_W}p"):
        style = paragraph.find(f"{_W}pPr/{_W}pStyle")
        under = looks.get("", _Look()).under(looks.get(_value(style) or "Normal", _Look()))
        for run in paragraph.iter(f"{_W}r"):
            if run in rows or _of_run(run, under, looks).is_unseen:
                yield from (text.text or "" for text in run.iter(f"{_W}t"))


def _of_run(run: Element, under: _Look, looks: Mapping[str, _Look]) -> _Look:
    about = run.find(f"{_W}rPr")
    if about is None:
        return under
    return under.under(looks.get(_value(about.find(f"{_W}rStyle")), _Look())).under(_look(about))


def _look(about: Element) -> _Look:
    color, size = about.find(f"{_W}color"), _value(about.find(f"{_W}sz"))
    hidden = [_is_on(about.find(f"{_W}{name}")) for name in ("vanish", "specVanish") if f"{_W}{name}" in _tags(about)]
    white = None
    if color is not None:
        white = _is_white(_value(color)) or color.get(f"{_W}themeColor") in _WHITE_OF_THEMES
    return _Look(any(hidden) if hidden else None, white, int(size) if size.isdigit() else None)


def _styles(root: Element) -> dict[str, _Look]:
    """Looks by style id, each with those it is based on applied first; the empty id has the document's default."""
    own = {style.get(f"{_W}styleId", ""): style for style in root.iter(f"{_W}style")}
    default = root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
    found = {"": _look(default) if default is not None else _Look()}
    for id_ in own:
        chain, at = [], id_
        while at in own and at not in chain:
            chain.append(at)
            at = _value(own[at].find(f"{_W}basedOn"))
        look = _Look()
        for each in reversed(chain):
            about = own[each].find(f"{_W}rPr")
            look = look.under(_look(about)) if about is not None else look
        found[id_] = look
    return found


def _unseen_of_slide(root: Element) -> Iterator[str]:
    """All of a slide that is not shown, of shapes that are not, and else single runs."""
    if root.get("show") in _OFF:
        yield from (text.text or "" for text in root.iter(f"{_A}t"))
        return
    away = {
        each
        for shape in root.iter()
        for about in shape.findall("*/" + f"{_P}cNvPr")
        if about.get("hidden", "0") not in _OFF
        for each in shape.iter()
    }
    for run in root.iter(f"{_A}r"):
        about = run.find(f"{_A}rPr")
        if run in away or (about is not None and _is_unseen_in_slide(about)):
            yield from (text.text or "" for text in run.iter(f"{_A}t"))


def _is_unseen_in_slide(about: Element) -> bool:
    size, fill = about.get("sz", ""), about.find(f"{_A}solidFill")
    if (size.isdigit() and int(size) <= _TINY_HUNDREDTHS) or about.find(f"{_A}noFill") is not None:
        return True
    colors = list(fill) if fill is not None else []
    return any(
        _is_white(color.get("val", ""))
        or color.get("val") in _WHITE_OF_THEMES
        or any(int(alpha.get("val", "100000").rstrip("%")) <= _FAINT for alpha in color.iter(f"{_A}alpha"))
        for color in colors
    )


def _is_white(color: str) -> bool:
    return bool(re.fullmatch("[0-9A-Fa-f]{6}", color)) and min(bytes.fromhex(color)) >= _PALEST


def _is_on(element: Element | None) -> bool:
    return element is not None and _value(element) not in _OFF


def _value(element: Element | None) -> str:
    return element.get(f"{_W}val", "") if element is not None else ""


def _tags(about: Element) -> set[str]:
    return {each.tag for each in about}
