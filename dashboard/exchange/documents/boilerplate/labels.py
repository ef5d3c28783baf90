"""Short lines that say what follows: `Comments (2)`, `Most read`, `Advertisement`; or that are all there is."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.exchange.documents.boilerplate.agreement import Agreement
from dashboard.exchange.documents.boilerplate.page_tree import HEADINGS, NEVER, Node, PageText, block_of, one_line_of
from dashboard.exchange.documents.boilerplate.paragraphs import Paragraphs
from dashboard.exchange.documents.boilerplate.posts import Posts
from dashboard.exchange.documents.boilerplate.words import (
    ADVERTISEMENTS,
    COMMENTS,
    COUNT,
    LABELS,
    LED_TO,
    NEWSLETTERS,
    OTHER_PAGES,
    SHARING,
)

LONGEST_LABEL: Final = 80
LEAST_BEFORE: Final = 150
"""Characters before a label of comments: they stand behind what they are on."""
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

    def found_at(self, text: Node, before: int) -> dict[int, str]:
        """The elements, with their kinds, that a short line tells of; `before` it are so many characters."""
        block = block_of(text)
        if block.mem_id == self.root.mem_id or block.tag in NEVER:
            return {}
        words = self.text.of(block)
        if self._leads_on(block, words):
            return {block.mem_id: OTHER_PAGES}
        if len(words) > LONGEST_LABEL:
            return {}
        is_behind = before >= LEAST_BEFORE
        if is_behind and LABELS[COMMENTS].fullmatch(words) and (posts := self.posts.behind(block)):
            return {each.mem_id: COMMENTS for each in posts}
        if COUNT.fullmatch(words) and block.tag not in HEADINGS:
            return {block.mem_id: SHARING}
        if LABELS[NEWSLETTERS].fullmatch(words) and block.css_first("form, input"):
            return {block.mem_id: NEWSLETTERS}
        for kind, label in LABELS.items():
            if (is_behind or kind != COMMENTS) and label.fullmatch(words) and (found := self._under(block, kind)):
                if kind == ADVERTISEMENTS and found == [block] and (offer := self.paragraphs.offer_behind(block)):
                    found = [block, offer]
                return {each.mem_id: kind for each in found}
        return {}

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
        behind = list(self._lists_behind(label)) if kind == OTHER_PAGES else []
        if behind or (kind == ADVERTISEMENTS and label.tag not in HEADINGS):
            return [label, *behind]
        return []

    def _lists_behind(self, label: Node) -> Iterator[Node]:
        after = label.next
        while after is not None and (after.tag == "-text" or after.tag in ("ul", "ol", "div")):
            if after.tag != "-text":
                links = after.css("a")
                alone = len(links) == 1 and after.tag == "div" and one_line_of(links[0]) == self.text.of(after)
                if (len(links) < 2 and not alone) or not self.agreement.is_mostly_links(after):
                    return
                yield after
            elif (after.text_content or "").strip():
                return
            after = after.next
