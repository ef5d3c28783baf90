"""Share counts, calls to subscribe and advertisements that are plain paragraphs of a page.

Nothing but their form tells of them: each rule is of the whole paragraph, and what only begins so stays.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from dashboard.exchange.documents.boilerplate.notices import asks_back, kind_of_line
from dashboard.exchange.documents.boilerplate.offers import is_paid_for, offers_something
from dashboard.exchange.documents.boilerplate.page_tree import (
    HEADINGS,
    KEPT,
    WHOLE,
    Node,
    PageText,
    elements_behind,
    is_alone_in_row,
    outermost_with_words,
)
from dashboard.exchange.documents.boilerplate.words import ADVERTISEMENTS, NEWSLETTERS, PAGE_TOOLS, SHARING

_LIKED: Final = re.compile(
    r"\d[\d.,]*\s?[km]? (?:people|persons|readers|users|friends) (?:like|liked|love|share|shared|recommend|recommended)"
    r" this(?: (?:article|story|page|post))?[.!]?(?: (?:be the first (?:of|among) your friends|sign up to see what "
    r"your friends like)[.!]?)?|be the first (?:of|among) your friends(?: to (?:like|share) this)?[.!]?",
    re.IGNORECASE,
)
_SERVICES: Final = r"on (?-i:[A-Z@])[\w@.]*(?:(?:, | and |, and | or )(?-i:[A-Z@])[\w@.]*){0,4}"
_SENT: Final = (
    r"(?:(?:e-?mail|send|recommend) (?:this|the) (?:story|article|page)(?: to a friend)?"
    r"|(?:print (?:this|the) (?:story|article|page)|printer[- ]friendly (?:page|version)))"
)
_SHARE: Final = re.compile(
    rf"(?:please )?share (?:this|the) (?:story|article|page|post|news)(?: {_SERVICES}| with (?:your )?friends)?"
    rf"(?:\s?[:–—-]\s?\d[\d.,]*\s?[km]?(?: shares?)?)?[.!]?|follow us(?: {_SERVICES})?[.!]?"
    rf"|{_SENT}(?:\s?[|·•/]\s?{_SENT}){{0,4}}",
    re.IGNORECASE,
)
"""A call to share or to follow, the whole of it."""
_CALL: Final = re.compile(
    r"(?:please )?(?:subscribe|sign up)(?: now| here| today)?(?: to| for) (?:our |the |my )?(?:\w+ ){0,3}?"
    r"(?:newsletters?|mailing list|e-?mail alerts|news alerts)(?: today| now| here)?"
    r"(?:,? (?:and|to|for) [^.!?:;“”\"«»]{1,80})?[.!:]?"
    r"|(?:[^.!?:;“”\"«»]{3,50}\? )?(?:get|receive) (?:our|the|my) (?:[\w’'-]+ ){0,4}(?:in|to|into) "
    r"your (?:e-?mail |mail)?(?:inbox|e-?mail|mailbox)(?: (?:every|each) [\w’'-]+| daily| weekly)?[.!:]?",
    re.IGNORECASE,
)
_SAID: Final = re.compile(r"\b(?:said|says?|told|wrote|writes|reads?|urged|urges)\b", re.IGNORECASE)
_LEAST_OF_LAYOUT: Final = 400
"""Characters of a table's cell that has a part of the page rather than a datum."""
LONGEST_PARAGRAPH: Final = 200
"""Characters of a paragraph that may be a count or a call."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """What of a page's plain paragraphs is none of its article."""

    root: Node
    text: PageText
    _data_rows: dict[int, bool] = field(default_factory=dict)

    def kind_of(self, block: Node) -> str | None:
        """The kind of a paragraph that is a share count, a call to subscribe or an advertisement, the whole of it."""
        is_cell = block.tag == "td" and is_alone_in_row(block)
        words = self.text.of(block)
        if block.tag in HEADINGS and asks_back(words):
            return PAGE_TOOLS
        if block.mem_id == self.root.mem_id or (block.tag in HEADINGS | KEPT and not is_cell):
            return None
        if len(words) > LONGEST_PARAGRAPH:
            return None
        kind = SHARING if _LIKED.fullmatch(words) or _SHARE.fullmatch(words) else kind_of_line(block, words)
        if _CALL.fullmatch(words) and not _SAID.search(words):
            kind = NEWSLETTERS
        if is_paid_for(words):
            kind = ADVERTISEMENTS
        return None if kind and kind != PAGE_TOOLS and self.is_quoted(block) else kind

    def offer_behind(self, label: Node) -> Node | None:
        """The paragraph behind a label of advertisements, where it offers something and tells nothing."""
        element = next(elements_behind(outermost_with_words(label, self.root, self.text)), None)
        if element is None or element.tag in HEADINGS | KEPT or element.css_first(WHOLE):
            return None
        words = self.text.of(element)
        if (link := element.css_first("a[href]")) is not None and self.text.of(link) == words and element.tag != "p":
            return element
        return element if offers_something(words) else None

    def is_quoted(self, block: Node) -> bool:
        """Whether it is in a quotation, a figure or a table of data; else the page says it itself."""
        above = block
        while above is not None and above.tag != "body":
            if above.tag in ("blockquote", "figure") or (above.tag == "td" and self._is_of_data(above)):
                return True
            above = above.parent
        return False

    def _is_of_data(self, cell: Node) -> bool:
        """Whether a row is of data: cells that only place parts of a page stand alone, or one of them is long."""
        row = cell.parent
        if (known := self._data_rows.get(row.mem_id)) is None:
            cells = [each for each in row.iter() if each.tag in ("td", "th")]
            known = len(cells) > 1 and all(len(self.text.of(each)) < _LEAST_OF_LAYOUT for each in cells)
            self._data_rows[row.mem_id] = known
        return known
