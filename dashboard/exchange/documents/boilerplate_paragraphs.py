"""Readers' posts, share counts, calls to subscribe and advertisements that are plain paragraphs of a page.

Nothing but their form tells of them: each rule is of the whole paragraph, and what only begins so stays.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Final

from dashboard.exchange.documents.boilerplate_words import ADVERTISEMENTS, COMMENTS, LABELS, NEWSLETTERS, SHARING

Node = Any
TextOf = Callable[[Node], str]
"""The words of an element in one line."""

_DAY_OR_HOUR: Final = (
    r"(?:\d{1,2}[:.]\d\d|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d\d-\d\d"
    r"|(?:\w{3,9} )?\d{1,2},? (?:\w{3,9} )?\d{4})"
)
_TIME: Final = (
    rf"(?:(?:at|on)\s+)?{_DAY_OR_HOUR}(?:[ ,]+(?:(?:at|on)\s+)?{_DAY_OR_HOUR})?(?:\s?[ap]\.?m\.?)?"
    r"(?:\s(?:GMT|UTC|[A-Z]{1,3}S?T))?"
)
_AGO: Final = (
    r"(?:(?:\d{1,3}|an?) ?(?:s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|w|weeks?|months?|years?) ago"
    r"|just now)"
)
_POST: Final = re.compile(
    rf"(?:posted|commented|submitted|written) by\b.{{1,40}}?[, ]+{_TIME}\s*(?P<text>[:|–—].+|-\s.+)?[:|–—]?"
    rf"|(?!the\b)[^.!?:]{{1,40}}? (?:says|said|writes|wrote)[, ]+{_TIME}\s*:?"
    rf"|[^.!?:·•|]{{1,40}}?\s?[·•|]\s?(?:{_TIME}|{_AGO})",
    re.IGNORECASE | re.DOTALL,
)
"""`Posted by anon at 12:31: …`; not `Posted by the ministry on 3 May 2024, the …`. `Ann wrote on 3 May 2024` alone."""
_NUMBERED: Final = re.compile(r"\d")
_ANSWERED: Final = re.compile(
    r".*[.!?…][”’\"')]*\s+(?:Reply|Reply Report|Report Reply|Like Reply|Reply Share)", re.DOTALL
)
"""A post with the button below it, which is but its last word."""
BUTTONS_OF_POSTS: Final = ("Reply", "Report", "Share")
_LONGEST_POST: Final = 3_000
_LINES_OF_POST: Final = 6
_WHEN: Final = re.compile(
    rf"(?:{_TIME}|{_AGO}|(?:yesterday|today)(?: at {_DAY_OR_HOUR})?)(?:\s?[ap]\.?m\.?)?", re.IGNORECASE
)
"""A line that says when a post was written, and nothing else."""
_ANSWER_LINE: Final = re.compile(
    r"(?:(?:like|likes|dislike|share|report|quote|permalink|\d[\d.,]*|\(\d[\d.,]*\))\W+){0,4}reply"
    r"(?:\W+(?:like|share|report|quote|permalink|\(?\d[\d.,]*\)?))*",
    re.IGNORECASE,
)
"""The line of buttons below a post: `Like (4) · Reply`."""
_PARTS_OF_POST: Final = 4
"""Paragraphs of a post with its button, at most, behind the one that says whose it is."""
_LEVELS: Final = 4
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
_ASKS: Final = re.compile(
    r"support (?:our|independent|quality) (?:\w+ )?journalism[.!]?"
    r"(?: (?:please )?(?:donate|subscribe|contribute|give|join us)(?: now| today| here)?[.!]?)?",
    re.IGNORECASE,
)
_CALL: Final = re.compile(
    r"(?:please )?(?:subscribe|sign up)(?: now| here| today)?(?: to| for) (?:our |the |my )?(?:\w+ ){0,3}?"
    r"(?:newsletters?|mailing list|e-?mail alerts|news alerts)(?: today| now| here)?"
    r"(?:,? (?:and|to|for) [^.!?:;“”\"«»]{1,80})?[.!]?"
    r"|(?:[^.!?:;“”\"«»]{3,50}\? )?(?:get|receive) (?:our|the|my) (?:[\w’'-]+ ){0,4}(?:in|to|into) "
    r"your (?:e-?mail |mail)?(?:inbox|e-?mail|mailbox)(?: (?:every|each) [\w’'-]+| daily| weekly)?[.!]?",
    re.IGNORECASE,
)
_TOLD: Final = re.compile(
    r"\b(?:said|says?|told|wrote|writes|reads?|asked|urged|urges|is|are|was|were|has|had|have|will|would|can|could|"
    r"fell|rose|falls?|rises?|costs?|sells?|sold|went|goes|\w+ed)\b",
    re.IGNORECASE,
)
"""A verb with which a sentence tells something: neither a call nor an offer has one."""
_SAID: Final = re.compile(r"\b(?:said|says?|told|wrote|writes|reads?|urged|urges)\b", re.IGNORECASE)
_PRICE: Final = r"(?:[€$£]\s?\d[\d.,]*\d|[€$£]\s?\d|\d[\d.,]*\s?(?:€|£|euros?|dollars?|pounds?))"
_PRESS: Final = r"(?:book|buy|order|shop) (?:now|today|online)(?: (?:at|from|on|with) [\w’'-]+(?:\.\w+)*)?[.!]?"
_CALLING: Final = r"(?:try|buy|get|order|discover|save|shop|book|enjoy|switch|upgrade|click)\b[^.!?“”\"«»]{3,90}"
_OFFER: Final = re.compile(
    rf"[^.!?:“”\"«»]{{3,60}} (?:from|for) (?:only |just )?{_PRICE}(?: (?:a|per) \w+)?[.!]?(?: {_PRESS})?"
    rf"|[^.!?:“”\"«»]{{3,60}}[.!:] {_PRESS}"
    rf"|{_CALLING}[.!] {_CALLING}[.!]?",
    re.IGNORECASE,
)
_SPONSORED: Final = re.compile(
    r"(?i:sponsored|paid for|brought to you) by (?:[A-Z][\w&’'.-]*(?: (?:[A-Z&][\w&’'.-]*|of|and|the)){1,4})"
    r"(?<!\.)(?:[.!]|(?:[.!:–—-]|\s[–—-]) (?P<slogan>[^,;:?“”\"«»]{3,80}))?"
    r"|(?i:sponsored(?: content)?|advertisement|paid (?:content|post)|partner content|advertorial)\s?[:|–—]\s?"
    r"(?P<offer>[^.;:?“”\"«»]{3,100}[.!]?)"
)
"""`Sponsored by Acme Bank. Banking for heroes.`; a name of one word may be a country in the article's own words."""
_NO_SLOGAN: Final = re.compile(
    r"(?:the|a|an|it|its|he|his|she|her|they|their|this|that|these|those|in|on|at|after|before|when|as|for)\b|.*\d",
    re.IGNORECASE,
)
"""How a sentence of the article begins, and figures."""
_LONGEST_SLOGAN: Final = 8
"""Words of a slogan, at most."""
_TELLING_NOTHING: Final = 200
"""Characters of an advertisement that its place alone tells, at most."""
_KEPT: Final = frozenset(
    {"html", "body", "main", "article", "table", "tbody", "tr", "td", "th", "blockquote", "figure"}
)
_HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_WHOLE: Final = "h1, article, blockquote, table"
LONGEST_PARAGRAPH: Final = 200
"""Characters of a paragraph that may be a count or a call."""


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """What of a page's plain paragraphs is none of its article; `text_of` says no words once too much was read."""

    root: Node
    text_of: TextOf

    def kind_of(self, block: Node) -> str | None:
        """The kind of a paragraph that is a share count, a call to subscribe or an advertisement, the whole of it."""
        if block.tag in _HEADINGS | _KEPT or block.mem_id == self.root.mem_id:
            return None
        words = self.text_of(block)
        if len(words) > LONGEST_PARAGRAPH:
            return None
        kind = SHARING if _LIKED.fullmatch(words) or _SHARE.fullmatch(words) else None
        if _CALL.fullmatch(words) and not _SAID.search(words):
            kind = NEWSLETTERS
        if _is_sponsored(words) or _ASKS.fullmatch(words):
            kind = ADVERTISEMENTS
        return None if kind and self._is_quoted(block) else kind

    def posts_behind(self, label: Node) -> list[Node]:
        """A label of comments with the posts behind it, up to the last; nothing unless one follows at once.

        A single one is a post only if the label numbers them, as `Comments (1)` does.
        """
        least = 1 if _NUMBERED.search(self.text_of(label)) else 2
        label = self._alone(label)
        found: list[Node] = [label]
        waiting: list[Node] = []
        posts, is_body = 0, False
        for element in _elements_behind(label):
            words = self.text_of(element)
            if not words:
                continue
            post = _POST.fullmatch(words) or _POST.fullmatch(self._first_line(element, words))
            if post is None and len(found) == 1 and not waiting:
                return self._posts_in_lines(label, least)
            if element.tag in _KEPT or (element.tag in _HEADINGS and post is None) or element.css_first(_WHOLE):
                break
            waiting.append(element)
            posts += post is not None
            is_button = words in BUTTONS_OF_POSTS and len(found) > 1 and len(waiting) <= _PARTS_OF_POST
            if post is not None or is_body or is_button or LABELS[COMMENTS].fullmatch(words):
                found += waiting
                waiting = []
            is_body = post is not None and post["text"] is None and len(words) <= len(post[0])
        return found if posts >= least else []

    def _posts_in_lines(self, label: Node, least: int) -> list[Node]:
        """A label with posts of several lines: a name, when it was, what is said, and a button to answer below."""
        found: list[Node] = [label]
        waiting: list[Node] = []
        posts, is_dated = 0, False
        for element in _elements_behind(label):
            if not (words := self.text_of(element)):
                continue
            is_last = len(waiting) > _LINES_OF_POST or element.tag in _HEADINGS | _KEPT or element.css_first(_WHOLE)
            if is_last or len(words) > _LONGEST_POST:
                break
            waiting.append(element)
            is_dated = is_dated or bool(_WHEN.fullmatch(words))
            if _ANSWER_LINE.fullmatch(words) and is_dated:
                found += waiting
                waiting, posts, is_dated = [], posts + 1, False
        return found if posts >= least else []

    def answered_post(self, block: Node) -> Node | None:
        """The element around a paragraph that is a post among others: each ends with a button to answer."""
        level, element = 0, block
        while element is not None and element.mem_id != self.root.mem_id and element.tag not in _KEPT | _HEADINGS:
            if not self._is_answered(element) or level > _LEVELS:
                return None
            if any(self._is_answered(each) for each in _beside(element) if each.tag == element.tag):
                return element
            level, element = level + 1, element.parent
        return None

    def offer_behind(self, label: Node) -> Node | None:
        """The paragraph behind a label of advertisements, where it offers something and tells nothing."""
        element = next(_elements_behind(self._alone(label)), None)
        if element is None or element.tag in _HEADINGS | _KEPT or element.css_first(_WHOLE):
            return None
        words = self.text_of(element)
        if (link := element.css_first("a[href]")) is not None and self.text_of(link) == words and element.tag != "p":
            return element
        return element if _OFFER.fullmatch(words) and not _TOLD.search(words) else None

    def _is_answered(self, element: Node) -> bool:
        words = self.text_of(element)
        return len(words) <= _LONGEST_POST and bool(_ANSWERED.fullmatch(words)) and not element.css_first(_WHOLE)

    def _is_quoted(self, block: Node) -> bool:
        above = block.parent
        while above is not None and above.tag not in ("blockquote", "figure", "td", "body"):
            above = above.parent
        return above is not None and above.tag != "body"

    def _alone(self, label: Node) -> Node:
        """The largest element that has nothing but the label."""
        words = self.text_of(label)
        while (above := label.parent) is not None and above.mem_id != self.root.mem_id and above.tag not in _KEPT:
            if self.text_of(above) != words:
                break
            label = above
        return label

    def _first_line(self, element: Node, words: str) -> str:
        """The words of the first element below it that has any, where it begins with them."""
        first = next((line for each in element.iter() if (line := self.text_of(each))), "")
        return first if words.startswith(first) else ""


def tells_nothing(words: str) -> bool:
    """Whether words are few, and none of them is a verb with which a sentence tells something."""
    return len(words) <= _TELLING_NOTHING and not _TOLD.search(words)


def _is_sponsored(words: str) -> bool:
    """Whether a paragraph says itself that somebody pays for it, and tells nothing else."""
    match = _SPONSORED.fullmatch(words)
    if match is None:
        return False
    rest = match["slogan"] or match["offer"] or ""
    return len(rest.split()) <= _LONGEST_SLOGAN and not _NO_SLOGAN.match(rest) and not _TOLD.search(rest)


def _elements_behind(node: Node) -> Iterator[Node]:
    """The elements that follow in the same parent, up to text that stands in none."""
    after = node.next
    while after is not None:
        if after.tag == "-text":
            if (after.text_content or "").strip():
                return
        elif not after.tag.startswith(("-", "!")) and after.tag not in ("script", "style", "noscript", "template"):
            yield after
        after = after.next


def _beside(node: Node) -> Iterator[Node]:
    """The nearest element before and the nearest behind."""
    before = node.prev
    while before is not None and before.tag == "-text" and not (before.text_content or "").strip():
        before = before.prev
    if before is not None:
        yield before
    yield from list(_elements_behind(node))[:1]
