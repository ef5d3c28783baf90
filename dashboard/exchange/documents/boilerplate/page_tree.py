"""The elements of a parsed page as lines of text: which element lays a text out, and what follows it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

Node = Any
"""A node of the parsed tree; the library has no public name for one that may be text."""

LINE: Final = "line"
"""Tag of an element around a line that a `<br>` ends."""
PARAGRAPH: Final = "paragraph"
"""Tag of an element around such lines, between two line ends and the next two."""
INLINE: Final = frozenset({"span", "strong", "b", "em", "i", "a", "font", "small", "u", "mark", "label", "time"})
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
NEVER: Final = frozenset({"html", "body", "main", "table", "tbody", "tr", "td", "th", "blockquote", "figure", "h1"})
"""Elements that no name and no label makes boilerplate."""
KEPT: Final = frozenset({"html", "body", "main", "article", "table", "tbody", "tr", "td", "th", "blockquote", "figure"})
"""Elements that are no paragraph, and no post."""
WHOLE: Final = "h1, article, blockquote, table"
"""What no paragraph and no post has in it."""
_CELLS: Final = frozenset({"td", "th", "tr", "tbody", "thead", LINE, PARAGRAPH})
_UNREAD: Final = frozenset({"script", "style", "noscript", "template", "svg"})
_MOST_READ: Final = 5_000_000
"""Characters that are looked at in all, each piece of text as ten more: a hostile page may nest its suspicions."""


@dataclass(slots=True)
class PageText:
    """The words of a page's elements, up to a limit on all that is read."""

    characters_read: int = 0

    def of(self, node: Node) -> str:
        """Its words in one line; nothing once too much was looked at, so that nothing more is left out."""
        if self.characters_read > _MOST_READ:
            return ""
        parts = [text.text_content or "" for text in texts_below(node)]
        text = " ".join(" ".join(parts).split())
        self.characters_read += len(text) + 10 * len(parts) + 10
        return text


def one_line_of(node: Node) -> str:
    """The text of an element in one line, without what scripts and styles have."""
    return " ".join(" ".join(text.text_content or "" for text in texts_below(node)).split())


def texts_below(root: Node, *, blank: bool = True) -> Iterator[Node]:
    """The texts below an element, in their order; those of nothing but space only if `blank`."""
    stack = [root]
    while stack:
        node = stack.pop()
        if node.tag == "-text":
            if blank or (node.text_content or "").strip():
                yield node
        elif node.tag not in _UNREAD:
            stack.extend(reversed(list(node.iter(include_text=True))))


def block_of(text: Node) -> Node:
    """The element that lays a text out as a line of its own, as far as tags tell."""
    node = text.parent
    while node.tag in INLINE and node.parent is not None:
        node = node.parent
    return node


def blocks_of(text: Node) -> list[Node]:
    """The element that lays a text out, and for the first and the last of several lines that of all of them, too."""
    block = block_of(text)
    is_outermost = block.tag == LINE and _is_edge(block)
    return [block, block.parent] if is_outermost and block.parent.tag in (PARAGRAPH, "p", "div", "li") else [block]


def _is_edge(line: Node) -> bool:
    """Whether it is the first or the last of several lines: beside others stands blank text at most."""
    before = line.prev
    while before is not None and before.tag == "-text":
        before = before.prev
    return before is None or not has_line_behind(line)


def has_line_behind(line: Node) -> bool:
    """Whether anything but blank text follows a line in the same parent."""
    after = line.next
    while after is not None and after.tag == "-text":
        after = after.next
    return after is not None


def is_alone_in_row(cell: Node) -> bool:
    """Whether a cell is the only one of its row: it places a part of the page, and is no datum."""
    return sum(each.tag in ("td", "th") for each in cell.parent.iter()) == 1


def table_of(node: Node) -> Node | None:
    """The table in a cell of which an element is, a line or a cell itself; None of what stands deeper."""
    above = node.parent
    while above is not None and above.tag in _CELLS:
        above = above.parent
    return above if above is not None and above.tag == "table" else None


def has_text_of_its_own(node: Node, other: Node) -> bool:
    """Whether words stand in an element itself, in no element within it; not asked of `other`."""
    if node.mem_id == other.mem_id:
        return False
    return any(each.tag == "-text" and (each.text_content or "").strip() for each in node.iter(include_text=True))


def elements_behind(node: Node) -> Iterator[Node]:
    """The elements that follow in the same parent, up to text that stands in none; of lines, also what follows them."""
    after = node.next
    while after is not None:
        if after.tag == "-text":
            if (after.text_content or "").strip():
                return
        elif not after.tag.startswith(("-", "!")) and after.tag not in ("script", "style", "noscript", "template"):
            yield after
        after = after.next
    if node.tag == LINE and node.parent.tag == PARAGRAPH:
        yield from elements_behind(node.parent)


def lines_behind(node: Node) -> Iterator[Node]:
    """The elements that follow, lines for a paragraph of several."""
    for element in elements_behind(node):
        lines = [each for each in element.iter() if each.tag == LINE] if element.tag == PARAGRAPH else []
        yield from lines or [element]


def elements_beside(node: Node) -> Iterator[Node]:
    """The nearest element before and the nearest behind."""
    before = node.prev
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    if before is not None:
        yield before
    yield from list(elements_behind(node))[:1]


def outermost_with_words(node: Node, root: Node, text: PageText) -> Node:
    """The largest element below `root` that has nothing but the words of `node`."""
    words = text.of(node)
    while (above := node.parent) is not None and above.mem_id != root.mem_id and above.tag not in KEPT:
        if text.of(above) != words:
            break
        node = above
    return node
