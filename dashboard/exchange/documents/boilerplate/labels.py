"""Short lines that say what follows: `Comments (2)`, `Most read`, `Advertisement`; or that are all there is."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from dashboard.exchange.documents.boilerplate.agreement import Agreement
from dashboard.exchange.documents.boilerplate.letters import LETTERS, letters_behind, table_of_letters
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
    table_of,
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
    SPONSORS,
    TAGS,
)

LONGEST_LABEL: Final = 80
LEAST_BEFORE: Final = 150
"""Characters before a label of comments: they stand behind what they are on."""
_LINES_BEFORE_FIELD: Final = 3
"""Lines, with the one that has it, before the field to write in below a label of newsletters."""
_LETTER: Final = re.compile(r"newsletter|inbox|mailing list|briefing", re.IGNORECASE)
_WRITTEN: Final = re.compile(r"[\s,–—-]*(?:\(.{1,30}\)|\d[\w :./-]{0,20})?[.]?")
"""What stands behind a link in a list of lines: `(2 June)`, `14:31`."""
_HEADS: Final = frozenset({"td", "th"})
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
            return self._found_at_cell(block, words, before) if len(words) <= LONGEST_LABEL else {}
        if self._leads_on(block, words) or self._is_sorted(block, words):
            return {block.mem_id: OTHER_PAGES}
        if SPONSORS.fullmatch(words):
            return {each.mem_id: ADVERTISEMENTS for each in self._sponsors(block)}
        if len(words) > LONGEST_LABEL:
            return {}
        is_behind = before >= LEAST_BEFORE
        if is_behind and LABELS[COMMENTS].fullmatch(words) and (posts := self.posts.behind(block)):
            return {each.mem_id: COMMENTS for each in posts}
        if is_behind and LETTERS.fullmatch(words) and (letters := letters_behind(block, self.root, self.text)):
            return {each.mem_id: COMMENTS for each in letters}
        if is_behind and LABELS[COMMENTS].fullmatch(words) and _has_form_behind(block):
            return {block.mem_id: COMMENTS}
        if is_share_count(words) and block.tag not in HEADINGS and not self.paragraphs.is_quoted(block):
            return {block.mem_id: SHARING}
        if LABELS[NEWSLETTERS].fullmatch(words) and block.css_first("form, input"):
            return {block.mem_id: NEWSLETTERS}
        for kind, label in LABELS.items():
            if (is_behind or kind != COMMENTS) and label.fullmatch(words) and (found := self._under(block, kind)):
                if kind == ADVERTISEMENTS and found == [block] and (offer := self.paragraphs.offer_behind(block)):
                    found = [block, offer]
                return {each.mem_id: kind for each in found}
        is_asked = LABELS[NEWSLETTERS].fullmatch(words) and _has_field_behind(block, words)
        return {block.mem_id: NEWSLETTERS} if is_asked else {}

    def _found_at_cell(self, cell: Node, words: str, before: int) -> dict[int, str]:
        """What the words of a cell tell that has nothing else."""
        is_of_letters = before >= LEAST_BEFORE and LETTERS.fullmatch(words)
        if is_of_letters and (letters := table_of_letters(cell, self.text)) is not None:
            return {letters.mem_id: COMMENTS}
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

    def _is_sorted(self, block: Node, words: str) -> bool:
        """Whether a line is “Tags:” and links that sort the page, and nothing else."""
        begins = TAGS.match(words)
        links = block.css("a[href]")
        if begins is None or not links or block.tag in HEADINGS:
            return False
        rest = words[begins.end() :]
        for link in links:
            rest = rest.replace(one_line_of(link), "", 1)
        return not any(map(str.isalnum, rest))

    def _sponsors(self, label: Node) -> list[Node]:
        """A label of sponsors and what stands behind it: lists of links, or pictures without a word."""
        behind = next(elements_behind(label), None)
        if behind is not None and not self.text.of(behind) and behind.css_first("img"):
            return [label]
        listed = list(self._lists_behind(label))
        return [label, *listed] if listed else []

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
        if kind == ADVERTISEMENTS and (cell := self._advertising_cell(label)) is not None:
            return [cell]
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

    def _advertising_cell(self, label: Node) -> Node | None:
        """The cell that is alone in its table, where a label at its head says that it is an advertisement."""
        cell = label
        while cell.tag in (LINE, PARAGRAPH, "center", "p", "div") and cell.mem_id != self.root.mem_id:
            cell = cell.parent
        if cell.tag != "td" or not is_alone_in_row(cell) or not self.text.of(cell).startswith(self.text.of(label)):
            return None
        table = table_of(cell)
        is_alone = table is not None and len(table.css("td")) == 1
        return cell if is_alone and self.agreement.holds(cell, ADVERTISEMENTS, is_labelled=True) else None

    def _table_of_links(self, label: Node) -> Node | None:
        """The table that a label stands at the head of, where all below it is links."""
        above = table_of(label)
        if above is None:
            return None
        words = self.text.of(label)
        is_first = self.text.of(above).startswith(words)
        return above if is_first and self.agreement.is_table_of_links(above, words) else None


def _has_field_behind(label: Node, words: str) -> bool:
    """Whether a field to write an address in stands soon behind a label that speaks of letters."""
    behind = islice(elements_behind(label), _LINES_BEFORE_FIELD) if _LETTER.search(words) else ()
    return any(each.css_first("form, input") for each in behind)


def _has_form_behind(label: Node) -> bool:
    """Whether the next element behind a label is a form, which is left out: `Leave a reply`."""
    behind = next(elements_behind(label), None)
    return behind is not None and behind.tag == "form"


def _is_entry(element: Node, words: str, link: str) -> bool:
    """Whether an element is one link; a line may have a number or a sign before it, and when it was written behind."""
    if element.tag not in (LINE, PARAGRAPH):
        return element.tag in ("div", "ul", "ol") and link == words
    before, found, behind = words.partition(link)
    return bool(link and found) and not any(map(str.isalpha, before)) and bool(_WRITTEN.fullmatch(behind))
