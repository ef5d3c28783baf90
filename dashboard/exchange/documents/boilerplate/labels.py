"""Short lines that say what follows: `Comments (2)`, `Most read`, `Advertisement`; or that are all there is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.exchange.documents.boilerplate.agreement import Agreement
from dashboard.exchange.documents.boilerplate.letters import LETTERS, letters_behind
from dashboard.exchange.documents.boilerplate.offers import offers_something, tells_nothing
from dashboard.exchange.documents.boilerplate.page_tree import (
    HEADINGS,
    LINE,
    NEVER,
    PARAGRAPH,
    Node,
    PageText,
    elements_behind,
    is_alone_in_row,
    one_line_of,
)
from dashboard.exchange.documents.boilerplate.paragraphs import Paragraphs
from dashboard.exchange.documents.boilerplate.posts import Posts
from dashboard.exchange.documents.boilerplate.share_counts import is_share_count
from dashboard.exchange.documents.boilerplate.words import (
    ADVERTISEMENTS,
    COMMENTS,
    LABELS,
    LED_TO,
    NEWSLETTERS,
    OTHER_PAGES,
    SHARING,
)

LONGEST_LABEL: Final = 80
LEAST_BEFORE: Final = 150
"""Characters before a label of comments: they stand behind what they are on."""
_LETTER: Final = re.compile(r"newsletter|inbox|mailing list|briefing", re.IGNORECASE)
_WRITTEN: Final = re.compile(r"[\s,–—-]*(?:\(.{1,30}\)|\d[\w :./-]{0,20})?[.]?")
"""What stands behind a link in a list of lines: `(2 June)`, `14:31`."""
_HEADS: Final = frozenset({"td", "th"})
_CELLS: Final = frozenset({"td", "th", "tr", "tbody", "thead", LINE, PARAGRAPH})
_LEVELS: Final = 4
"""How far above a label the element is looked for that it belongs to."""


@dataclass(frozen=True, slots=True)
class Labels:
    """The labels of a page, and what belongs to each."""

    root: Node
    text: PageText
    agreement: Agreement
    paragraphs: Paragraphs
    posts: Posts

    def found_at(self, block: Node, before: int) -> dict[int, str]:
        """The elements, with their kinds, that a short line tells of; `before` it are so many characters."""
        if block.mem_id == self.root.mem_id or block.tag in NEVER - _HEADS:
            return {}
        words = self.text.of(block)
        if block.tag in _HEADS:
            return self._found_at_cell(block, words) if len(words) <= LONGEST_LABEL else {}
        if self._leads_on(block, words):
            return {block.mem_id: OTHER_PAGES}
        if len(words) > LONGEST_LABEL:
            return {}
        is_behind = before >= LEAST_BEFORE
        if is_behind and LABELS[COMMENTS].fullmatch(words) and (posts := self.posts.behind(block)):
            return {each.mem_id: COMMENTS for each in posts}
        if is_behind and LETTERS.fullmatch(words) and (letters := letters_behind(block, self.root, self.text)):
            return {each.mem_id: COMMENTS for each in letters}
        if is_share_count(words) and block.tag not in HEADINGS and not self.paragraphs.is_quoted(block):
            return {block.mem_id: SHARING}
        if LABELS[NEWSLETTERS].fullmatch(words) and self._asks_for_address(block, words):
            return {block.mem_id: NEWSLETTERS}
        for kind, label in LABELS.items():
            if (is_behind or kind != COMMENTS) and label.fullmatch(words) and (found := self._under(block, kind)):
                if kind == ADVERTISEMENTS and found == [block] and (offer := self.paragraphs.offer_behind(block)):
                    found = [block, offer]
                return {each.mem_id: kind for each in found}
        return {}

    def _found_at_cell(self, cell: Node, words: str) -> dict[int, str]:
        """What the words of a cell tell that has nothing else."""
        if is_share_count(words) and is_alone_in_row(cell):
            return {cell.mem_id: SHARING}
        table = self._table_of_links(cell) if LABELS[OTHER_PAGES].fullmatch(words) else None
        return {} if table is None else {table.mem_id: OTHER_PAGES}

    def _leads_on(self, block: Node, words: str) -> bool:
        """Whether a line is “Read also:” and the link to another page, and nothing else."""
        begins = LED_TO.match(words)
        if begins is None or block.tag in HEADINGS or (link := block.css_first("a[href]")) is None:
            return False
        return words[begins.end() :] == one_line_of(link)

    def _under(self, label: Node, kind: str) -> list[Node]:
        """The element that the label stands at the head of; else the label, and the lists of links behind it."""
        above, level = label.parent, 0
        while above is not None and above.mem_id != self.root.mem_id and above.tag not in NEVER and level < _LEVELS:
            text = self.text.of(above)
            if not text.startswith(self.text.of(label)) or above.tag == "article":
                break
            if self.agreement.holds(above, kind, is_labelled=True):
                return [above]
            above, level = above.parent, level + 1
        if kind == OTHER_PAGES:
            if (table := self._table_of_links(label)) is not None:
                return [table]
            if behind := list(self._lists_behind(label)):
                return [label, *behind]
        is_alone = kind == ADVERTISEMENTS and label.tag not in HEADINGS and not self._heads_lines(label)
        return [label] if is_alone else []

    def _heads_lines(self, label: Node) -> bool:
        """Whether a line is the heading of others that tell something: a section about advertising."""
        behind = next(elements_behind(label), None) if label.tag == LINE and label.parent.tag == PARAGRAPH else None
        words = self.text.of(behind) if behind is not None and behind.tag == LINE else ""
        return bool(words) and not offers_something(words) and not tells_nothing(words)

    def _lists_behind(self, label: Node) -> Iterator[Node]:
        """Lists of links behind a label, or entries each of which is one."""
        for element in elements_behind(label):
            if not (words := self.text.of(element)):
                continue
            links = element.css("a")
            is_list = len(links) > 1 and element.tag in ("ul", "ol", "div", PARAGRAPH)
            is_entry = len(links) == 1 and _is_entry(element, words, one_line_of(links[0]))
            if not is_entry and not (is_list and self.agreement.is_mostly_links(element)):
                return
            yield element

    def _table_of_links(self, label: Node) -> Node | None:
        """The table that a label stands at the head of, where all below it is links."""
        above = label
        while above is not None and above.tag != "table" and (above.tag in _CELLS or above.mem_id == label.mem_id):
            above = above.parent
        if above is None or above.tag != "table" or above.mem_id == label.mem_id:
            return None
        words = self.text.of(label)
        is_first = self.text.of(above).startswith(words)
        return above if is_first and self.agreement.is_table_of_links(above, words) else None

    def _asks_for_address(self, label: Node, words: str) -> bool:
        """Whether a field to write in stands with a label of newsletters, or behind it."""
        if label.css_first("form, input"):
            return True
        behind = next(elements_behind(label), None)
        return bool(_LETTER.search(words)) and behind is not None and bool(behind.css_first("form, input"))


def _is_entry(element: Node, words: str, link: str) -> bool:
    """Whether an element is one link; a line may have a number or a sign before it, and when it was written behind."""
    if element.tag not in (LINE, PARAGRAPH):
        return element.tag == "div" and link == words
    before, found, behind = words.partition(link)
    return bool(link and found) and not any(map(str.isalpha, before)) and bool(_WRITTEN.fullmatch(behind))
