"""Share counts, calls to subscribe and advertisements that are plain paragraphs of a page.

Nothing but their form tells of them: each rule is of the whole paragraph, and what only begins so stays.
"""

import re
from dataclasses import dataclass
from typing import Final

from dashboard.exchange.documents.boilerplate.offers import is_paid_for, offers_something
from dashboard.exchange.documents.boilerplate.page_tree import (
    HEADINGS,
    KEPT,
    WHOLE,
    Node,
    PageText,
    elements_behind,
    outermost_with_words,
)
from dashboard.exchange.documents.boilerplate.words import ADVERTISEMENTS, NEWSLETTERS, SHARING

_LIKED: Final = re.compile(
    r"\d[\d.,]*\s?[km]? (?:people|persons|readers|users|friends) (?:like|liked|love|share|shared|recommend|recommended)"
    r" this(?: (?:article|story|page|post))?[.!]?(?: (?:be the first (?:of|among) your friends|sign up to see what "
    r"your friends like)[.!]?)?|be the first (?:of|among) your friends(?: to (?:like|share) this)?[.!]?",
    re.IGNORECASE,
)
_SERVICES: Final = r"on (?-i:[A-Z@])[\w@.]*(?:(?:, | and |, and | or )(?-i:[A-Z@])[\w@.]*){0,4}"
_SHARE: Final = re.compile(
    rf"(?:please )?share (?:this|the) (?:story|article|page|post|news)(?: {_SERVICES}| with (?:your )?friends)?"
    rf"(?:\s?[:–—-]\s?\d[\d.,]*\s?[km]?(?: shares?)?)?[.!]?|follow us(?: {_SERVICES})?[.!]?",
    re.IGNORECASE,
)
"""A call to share or to follow, the whole of it."""
_CALL: Final = re.compile(
    r"(?:please )?(?:subscribe|sign up)(?: now| here| today)?(?: to| for) (?:our |the |my )?(?:\w+ ){0,3}?"
    r"(?:newsletters?|mailing list|e-?mail alerts|news alerts)(?: today| now| here)?"
    r"(?:,? (?:and|to|for) [^.!?:;“”\"«»]{1,80})?[.!]?"
    r"|(?:[^.!?:;“”\"«»]{3,50}\? )?(?:get|receive) (?:our|the|my) (?:[\w’'-]+ ){0,4}(?:in|to|into) "
    r"your (?:e-?mail |mail)?(?:inbox|e-?mail|mailbox)(?: (?:every|each) [\w’'-]+| daily| weekly)?[.!]?",
    re.IGNORECASE,
)
_SAID: Final = re.compile(r"\b(?:said|says?|told|wrote|writes|reads?|urged|urges)\b", re.IGNORECASE)
LONGEST_PARAGRAPH: Final = 200
"""Characters of a paragraph that may be a count or a call."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """What of a page's plain paragraphs is none of its article."""

    root: Node
    text: PageText

    def kind_of(self, block: Node) -> str | None:
        """The kind of a paragraph that is a share count, a call to subscribe or an advertisement, the whole of it."""
        if block.tag in HEADINGS | KEPT or block.mem_id == self.root.mem_id:
            return None
        words = self.text.of(block)
        if len(words) > LONGEST_PARAGRAPH:
            return None
        kind = SHARING if _LIKED.fullmatch(words) or _SHARE.fullmatch(words) else None
        if _CALL.fullmatch(words) and not _SAID.search(words):
            kind = NEWSLETTERS
        if is_paid_for(words):
            kind = ADVERTISEMENTS
        return None if kind and self._is_quoted(block) else kind

    def offer_behind(self, label: Node) -> Node | None:
        """The paragraph behind a label of advertisements, where it offers something and tells nothing."""
        element = next(elements_behind(outermost_with_words(label, self.root, self.text)), None)
        if element is None or element.tag in HEADINGS | KEPT or element.css_first(WHOLE):
            return None
        words = self.text.of(element)
        if (link := element.css_first("a[href]")) is not None and self.text.of(link) == words and element.tag != "p":
            return element
        return element if offers_something(words) else None

    def _is_quoted(self, block: Node) -> bool:
        above = block.parent
        while above is not None and above.tag not in ("blockquote", "figure", "td", "body"):
            above = above.parent
        return above is not None and above.tag != "body"
