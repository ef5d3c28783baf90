"""Whether what is in an element agrees with the name or the label that raised the suspicion.

A field to write in, links and little else, several entries with a time. An article about comments or advertising keeps
its sections so.
"""

import re
from dataclasses import dataclass
from typing import Final

from dashboard.exchange.documents.boilerplate.names import id_of_threads, is_plainly_advertisement, kind_named, names_of
from dashboard.exchange.documents.boilerplate.offers import tells_nothing
from dashboard.exchange.documents.boilerplate.page_tree import (
    PARAGRAPH,
    Node,
    PageText,
    block_of,
    one_line_of,
    texts_below,
)
from dashboard.exchange.documents.boilerplate.words import (
    ADVERTISEMENTS,
    COMMENTS,
    COOKIES,
    LABELS,
    NEWSLETTERS,
    OTHER_PAGES,
    PLAYERS,
    REPLY,
    SHARE_WORDS,
    SHARING,
    SUBSCRIBE,
)

_MOSTLY: Final = 0.6
"""Share of the characters of a list of other pages that are links, at least."""
_LONGEST_ASKING: Final = 300
"""Characters of a newsletter's box that has a link alone, and no field."""
_LONGEST: Final = {SHARING: 300, ADVERTISEMENTS: 500, NEWSLETTERS: 700, COOKIES: 900, PLAYERS: 200}
"""Characters from which on an element is none, whatever it is named."""
_LONGEST_ENTRY: Final = 220
"""Characters of an entry in a list of other pages, in the middle: its title and a line on it."""
PROSE: Final = "h1, blockquote, table, figcaption, pre, dl"
"""What no button, advertisement or list of pages has in it."""
_ASKS_CONSENT: Final = re.compile(r"\b(?:cookies?|consent|privacy)\b", re.IGNORECASE)
_WORD: Final = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Agreement:
    """Asks the elements themselves."""

    text: PageText

    def holds(self, node: Node, kind: str, *, is_labelled: bool) -> bool:
        """Whether what is in an element agrees with its name or its label."""
        text = self.text.of(node)
        if len(text) > _LONGEST.get(kind, len(text)):
            return False
        if kind == COMMENTS:
            return self._holds_comments(node, is_labelled=is_labelled)
        if node.css(PROSE):
            return False
        if kind == COOKIES:
            return bool(_ASKS_CONSENT.search(text)) and bool(node.css("a, button, input"))
        if kind == PLAYERS:
            return tells_nothing(text)
        if kind == SHARING:
            return self.only_shares(node) or link_characters(node) >= _MOSTLY * len(text)
        if kind == OTHER_PAGES:
            return self._lists_pages(node, text, is_labelled=is_labelled)
        if kind == NEWSLETTERS:
            pressed = (one_line_of(each) for each in node.css("a, button"))
            asked = len(text) <= _LONGEST_ASKING and any(SUBSCRIBE.search(each) for each in pressed)
            return asked or bool(node.css("form, input, iframe"))
        return self._is_advertisement(node, text)

    def is_mostly_links(self, node: Node) -> bool:
        """Whether it leads elsewhere and says nothing itself."""
        text = self.text.of(node)
        return bool(text) and not node.css(PROSE) and link_characters(node) >= _MOSTLY * len(text)

    def is_table_of_links(self, table: Node, label: str) -> bool:
        """Whether all that is below the label at its head leads elsewhere."""
        text, links = self.text.of(table), table.css("a")
        if len(links) < 2 or len(table.css("table")) > 1 or table.css("h1, blockquote, figcaption, pre, dl"):
            return False
        return link_characters(table) >= _MOSTLY * (len(text) - len(label))

    def only_shares(self, node: Node) -> bool:
        """Whether all its words are those of buttons to share."""
        words = _WORD.findall(self.text.of(node).lower())
        return (
            len(words) <= _LONGEST[SHARING] // 5 and not node.css(PROSE) and all(each in SHARE_WORDS for each in words)
        )

    def _is_advertisement(self, node: Node, text: str) -> bool:
        """The page says so above it or to screen readers; or it leads elsewhere, or is so named and tells nothing."""
        first = next(texts_below(node, blank=False), None)
        labels = (first.text_content or "" if first else "", node.attributes.get("aria-label") or "")
        if first is None or any(LABELS[ADVERTISEMENTS].fullmatch(each.strip()) for each in labels):
            return node.tag != PARAGRAPH or self.is_mostly_links(node) or tells_nothing(text)
        if node.css("iframe, ins, script") or self.is_mostly_links(node):
            return True
        return tells_nothing(text) and is_plainly_advertisement(node)

    def _lists_pages(self, node: Node, text: str, *, is_labelled: bool) -> bool:
        """Links and little else; or entries each of which has one, with a line on it."""
        entries = node.css("li, article")
        if len(entries) > 1 and len(text) <= _LONGEST_ENTRY * len(entries) and all(each.css("a") for each in entries):
            return True
        first = next(texts_below(node, blank=False), None)
        label = self.text.of(block_of(first)) if first is not None else ""
        told = len(text) - (len(label) if LABELS[OTHER_PAGES].fullmatch(label) else 0)
        return len(node.css("a")) > (not is_labelled) and link_characters(node) >= _MOSTLY * told

    def _holds_comments(self, node: Node, *, is_labelled: bool) -> bool:
        """Readers write there, or have written: a field, entries that are called comments, replies or times."""
        if node.css("h1"):
            return False
        within = [each for each in node.css("*") if each.mem_id != node.mem_id]
        called = any(kind_named(name) == COMMENTS for each in within for name in names_of(each))
        replies = sum(bool(REPLY.fullmatch(one_line_of(each))) for each in node.css("a, button"))
        if called or replies > 1 or node.css("textarea") or len(node.css("time")) > 1:
            return True
        if is_labelled or not any(
            kind_named(name) == COMMENTS
            for name in (*(node.attributes.get("class") or "").split(), id_of_threads(node))
        ):
            return False
        first = next(texts_below(node, blank=False), None)
        return first is None or bool(LABELS[COMMENTS].fullmatch(self.text.of(block_of(first))))


def link_characters(node: Node) -> int:
    """Characters of the links and buttons below an element."""
    return sum(len(one_line_of(link)) for link in node.css("a, button"))
