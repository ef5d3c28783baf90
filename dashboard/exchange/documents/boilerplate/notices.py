"""Lines in which a page speaks of itself: of its cookies, its player, its tools. Each rule is of the whole line."""

import re
from typing import Final

from dashboard.exchange.documents.boilerplate.offers import tells_nothing
from dashboard.exchange.documents.boilerplate.page_tree import KEPT, WHOLE, Node, PageText, one_line_of
from dashboard.exchange.documents.boilerplate.words import (
    COOKIES,
    NEWSLETTERS,
    OTHER_PAGES,
    PAGE_TOOLS,
    PLAYERS,
    SHARING,
)

_LENGTH: Final = r"(?:\W{0,3}\(?\d{1,3}(?::\d\d)?(?:\W?min(?:ute)?s?)?\)?)"
_PLAYER: Final = re.compile(
    rf"(?:listen to (?:this |the )?(?:article|story|page|post|text)|audio version|listen|play audio|hear this story"
    rf"|read aloud){_LENGTH}?(?:\W+(?:play|pause|stop|mute|share|download|\d{{1,2}}:\d\d|\d(?:\.\d)?x)\b){{0,8}}\W*"
    r"|\d{1,3}\W?min(?:ute)?s? (?:read|listen)"
    r"|your browser does not support (?:the )?(?:html5? )?(?:audio|video).{0,40}",
    re.IGNORECASE,
)
"""`Listen to this article`, `Listen · 5 min`, `4 min read`; not `Listen to the users`."""
_TOOL: Final = (
    r"(?:print(?: this)? (?:page|article|story)|text size|a[+-]|back to top|skip past newsletter promotion"
    r"|after newsletter promotion|reuse this content|report (?:an error|a typo)|copy link|download (?:the|our) app"
    r"|get (?:the|our) app|app store|google play"
    r"|(?:download )?pdf version|save (?:this )?(?:article|story)(?: for later)?)"
)
_TOOLS: Final = re.compile(rf"{_TOOL}(?:[\s|·•/,]+{_TOOL}){{0,6}}[.:]?", re.IGNORECASE)
_FEEDBACK: Final = re.compile(
    r"(?:is|was|did you find) this (?:page|article|content|information|story) (?:useful|helpful)\s?\??"
    r"(?: yes)?(?:\W+no)?(?:\W+report a problem(?: with this page)?)?",
    re.IGNORECASE,
)
_PAGER: Final = re.compile(
    r"(?:[«‹<←]+\s*)?(?:previous|prev|older)(?: (?:article|post|story|page|entries|posts))?(?:\W.{0,100})?"
    r"|(?:newer|next) (?:article|post|story|page|entries|posts)(?:\W.{0,80})?|next\s?:.{2,80}",
    re.IGNORECASE,
)
_METER: Final = re.compile(
    r"(?:you have|you[’']ve) (?:read |reached |used )?(?:all |your )?"
    r"(?:\d{1,2}|one|two|three|four|five|a|last|limit of|no more)"
    r" (?:of \w+ )?(?:free |last |more )*(?:articles?|stories|story)\b[^.!?“”\"]{0,60}[.!]?"
    r"(?: (?:subscribe|sign up|register|log in)[^.!?“”\"]{0,60}[.!]?)?"
    r"|already a (?:subscriber|member)\? (?:log|sign) in(?: here)?[.!]?",
    re.IGNORECASE,
)
_COUNTS_AND_SHARE: Final = re.compile(r"(?:\d[\d.,]*[km]? ){1,4}share", re.IGNORECASE)
_COOKIE_BEGINS: Final = re.compile(
    r"(?:we|this (?:web ?)?(?:site|page)|our (?:web ?)?site|we and our (?:\d[\d,.]* )?(?:\w+ )?(?:partners|vendors))"
    r" (?:also )?(?:uses?|stores?)\b[^.]{0,80}\b(?:cookies?|information on a device)\b"
    r"|by (?:clicking|continuing|using this)\b[^.]{0,80}\b(?:you (?:agree|accept|consent)|cookies)\b"
    r"|(?:these )?cookies (?:help us|allow us|enable us)\b|we value your privacy\b",
    re.IGNORECASE,
)
_TO_READER: Final = re.compile(r"\b(?:you|your|a device)\b", re.IGNORECASE)
_TOLD: Final = re.compile(
    r"[“”\"«»]|\b(?:said|says|told|tells|wrote|writes|argued?|argues|found|fined)\b", re.IGNORECASE
)
_CONSENT: Final = re.compile(
    r"(?:i )?(?:accept|agree|ok(?:ay)?|reject|decline|deny|refuse|allow|got it|close|manage|settings|preferences"
    r"|options|learn more|more info(?:rmation)?|read more|find out more|cookie \w+|privacy \w+|continue)\b.{0,30}",
    re.IGNORECASE,
)
LONGEST_NOTICE: Final = 600
"""Characters of a notice of cookies, at most."""
_LONGEST_REST: Final = 150
_LEVELS: Final = 4
_PAGER_LINK: Final = 0.5
"""Share of the characters of a line to the pages before and behind that are links, at least."""


def kind_of_line(block: Node, words: str) -> str | None:
    """The kind of a line that speaks of the page and not of its matter, the whole of it."""
    if _PLAYER.fullmatch(words):
        return PLAYERS
    if _METER.fullmatch(words):
        return NEWSLETTERS
    if _TOOLS.fullmatch(words) or _FEEDBACK.fullmatch(words):
        return PAGE_TOOLS
    links = block.css("a[href], button")
    if _COUNTS_AND_SHARE.fullmatch(words) and block.css("a, button"):
        return SHARING
    linked = sum(len(one_line_of(each)) for each in links)
    if linked >= _PAGER_LINK * len(words) and _PAGER.fullmatch(words):
        return OTHER_PAGES
    return None


def asks_back(words: str) -> bool:
    """Whether a heading asks the reader about the page: `Is this page useful?`."""
    return bool(_FEEDBACK.fullmatch(words))


def may_be_of_cookies(words: str) -> bool:
    """Whether a text begins as notices of cookies do."""
    return bool(_COOKIE_BEGINS.match(words))


def cookie_notice(block: Node, root: Node, text: PageText) -> tuple[Node, str] | None:
    """The largest element around a notice of cookies that has nothing but buttons besides, with its kind.

    None where the text tells of somebody else's cookies: it speaks to no reader, or says who says so.
    """
    words = text.of(block)
    is_notice = len(words) <= LONGEST_NOTICE and _TO_READER.search(words) and not _TOLD.search(_without_presses(words))
    if not is_notice or block.mem_id == root.mem_id or block.tag in KEPT:
        return None
    found, above = block, block.parent
    for _ in range(_LEVELS):
        if above is None or above.mem_id == root.mem_id or above.tag in KEPT or above.css_first(WHOLE):
            break
        rest = text.of(above).replace(words, " ").strip()
        if len(rest) > _LONGEST_REST or not tells_nothing(rest):
            break
        pressed = [one_line_of(each) for each in above.css("a, button")]
        if rest and not any(_CONSENT.fullmatch(each) for each in pressed):
            break
        found, above = above, above.parent
    return found, COOKIES


def _without_presses(words: str) -> str:
    """The words without the name of a button in quotation marks: `By clicking “Accept all”, you agree`."""
    return re.sub(r"[“\"](?:accept|agree|allow|i agree|ok)[^”\"]{0,30}[”\"]", "", words, flags=re.IGNORECASE)
