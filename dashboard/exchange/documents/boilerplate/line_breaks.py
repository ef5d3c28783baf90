"""Lines that a page ends with `<br>` become elements, so that each is looked at like a paragraph.

Pages of table cells have all their text so: two line ends between paragraphs, one between the entries of a list.
"""

import re
from collections.abc import Iterable
from typing import Final

from dashboard.exchange.documents.boilerplate.names import kinds_named
from dashboard.exchange.documents.boilerplate.page_tree import INLINE, LINE, PARAGRAPH, Node, one_line_of

_WITHIN_LINES: Final = INLINE | frozenset(
    {
        *("img", "input", "sup", "sub", "cite", "q", "code", "abbr", "acronym", "big"),
        *("tt", "s", "strike", "del", "ins", "nobr", "wbr", "basefont", "kbd", "samp", "var", "dfn", "bdo"),
    }
)
"""What a line consists of. All else stands between lines: it lays itself out."""
_UNWRAPPED: Final = INLINE - {"a"} | {"big", "tt", "strike", "nobr"}
"""Elements that give their text a look, and may have many lines of it."""
_NOT_SPLIT: Final = frozenset({"a", "pre", "textarea", "button", "select", "option", "title"})
_DEEPEST: Final = 30
"""Elements of a look within each other that are opened."""
_HIDDEN: Final = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def lines_as_elements(body: Node) -> None:
    """Wrap each line below `body` that a `<br>` ends, and lines between two of them; the text is laid out as before."""
    closed: set[int] = set()
    parents: dict[int, Node] = {}
    for line_end in body.css("br"):
        parent = _parent_of_lines(line_end, closed)
        if parent is not None:
            parents[parent.mem_id] = parent
    for parent in parents.values():
        _wrap_lines(parent)


def _parent_of_lines(line_end: Node, closed: set[int]) -> Node | None:
    """The element that has the lines, once those around the line end that only give a look are opened."""
    for _ in range(_DEEPEST):
        parent = line_end.parent
        if parent is None or parent.mem_id in closed:
            return None
        if parent.tag not in _UNWRAPPED:
            break
        if _says_something(parent):
            closed.add(parent.mem_id)
            return None
        parent.unwrap()
    else:
        return None
    return None if parent.tag in _NOT_SPLIT else parent


def _says_something(node: Node) -> bool:
    """Whether an element of a look is hidden, or is named as something that is left out."""
    attributes = node.attributes
    return "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or "")) or bool(kinds_named(node))


def _wrap_lines(parent: Node) -> None:
    """Wrap the lines of an element; lone text stays as it is."""
    children = list(parent.iter(include_text=True))
    groups, ends, is_parted = _groups(children)
    is_among_others = parent.tag == "td" or any(_is_block(each) for each in children)
    if sum(map(len, groups)) < (1 if is_among_others else 2):
        return
    for group in groups:
        if is_parted:
            _wrap(PARAGRAPH, [node for line in group for node in line])
        if len(group) > 1 or not is_parted:
            for line in group:
                _wrap(LINE, line)
    for line_end in ends:
        line_end.remove()


def _groups(children: Iterable[Node]) -> tuple[list[list[list[Node]]], list[Node], bool]:
    """Lines that belong together, the line ends that need not stay, and whether two of them part any lines."""
    groups: list[list[list[Node]]] = [[]]
    line: list[Node] = []
    ends: list[Node] = []
    is_parted = is_behind_block = False
    for node in children:
        is_block = _is_block(node)
        if not is_block and node.tag != "br":
            if line or not _is_blank(node):
                line.append(node)
            continue
        if line:
            groups[-1].append(line)
            line, is_behind_block = [], False
        elif not is_block and groups[-1]:
            is_parted = True
            groups.append([])
        if is_block:
            groups.append([])
            is_behind_block = True
        elif not is_behind_block:
            ends.append(node)
    if line:
        groups[-1].append(line)
    return [each for each in groups if each], ends, is_parted


def _wrap(tag: str, nodes: list[Node]) -> None:
    wrapper = nodes[0].parser.create_node(tag)
    nodes[0].insert_before(wrapper, move=True)
    for node in nodes:
        wrapper.insert_child(node, move=True)


def _is_block(node: Node) -> bool:
    return node.tag != "br" and node.tag not in _WITHIN_LINES and not node.tag.startswith(("-", "!"))


def _is_blank(node: Node) -> bool:
    return not (node.text_content or "" if node.tag == "-text" else one_line_of(node)).strip()
