"""How often a page was shared or liked: lines that say so, and what of a by-line does."""

import re
from typing import Final

from dashboard.exchange.documents.boilerplate.page_tree import Node, block_of, texts_below

_COUNTS: Final = "counts"
"""Tag of an element around the counts of a by-line."""
_NUMBER: Final = r"\(?\d[\d.,]*\s?[km]?\)?"
_COUNTED: Final = rf"{_NUMBER}\s+(?:shares?|likes?|views?|tweets?|retweets?|reposts?|comments?)"
_BETWEEN: Final = r"(?:\s*[,·•|/]\s*|\s+)"
_SERVICES: Final = (
    r"facebook|twitter|x|whatsapp|linkedin|reddit|telegram|pinterest|bluesky|mastodon|threads"
    r"|digg|delicious|del\.icio\.us|stumbleupon|stumble"
)
_BUTTON: Final = (
    rf"(?:(?:share|tweet|retweet|like|pin|repost|recommend|e-?mail|print|comment)s?(?: this)?(?: on (?:{_SERVICES}))?"
    rf"|(?:{_SERVICES})(?: it| this)?)"
)
_PRESSED: Final = rf"(?:{_NUMBER}\s+{_BUTTON}|{_BUTTON}(?:\s?:?\s?{_NUMBER})?)"
_COUNT: Final = re.compile(rf"(?i:{_COUNTED}(?:{_BETWEEN}{_COUNTED})*[,·•|/»›\s]*)")
"""`1.2K shares`, or several such counts."""
_BUTTONS: Final = re.compile(
    r"(?i:(?=.*\b(?:share|tweet|retweet|like|pin|repost|recommend)s?\b)(?=.*\d)"
    rf"{_PRESSED}(?:{_BETWEEN}{_PRESSED})*)"
)
"""`Share 23 Tweet`: buttons, one of them with a number."""
_NAMES: Final = r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|and|de|van|von|al)){1,6}"
_SIGN: Final = r"(?:\s?[,|·•–—]\s?|\s-\s)"
_BYLINE: Final = re.compile(
    r"(?P<byline>(?i:(?:posted |written )?by|von|por|par) "
    rf"(?:{_NAMES}(?:\s|{_SIGN}|(?:{_SIGN}(?:(?!\s-\s)[^.!?|·•,–—]){{1,60}}){{1,3}}?{_SIGN})|[^.!?|·•]{{2,60}}\s?[|·•]\s?))"
    rf"(?:{_COUNT.pattern}|{_BUTTONS.pattern})",
    re.DOTALL,
)
"""`By Ann Lee, 3 March 2004 | 14 likes`: who wrote it, a sign where the name is one word, and counts."""
_SIGNS: Final = " ,|·•–—-"
BEGINS_BYLINE: Final = re.compile(r"\s*(?:posted |written )?(?:by|von|por|par)\b", re.IGNORECASE)
LONGEST_BYLINE: Final = 160
"""Characters of a by-line with its counts, at most."""


def is_share_count(words: str) -> bool:
    """Whether a line says how often the page was shared or liked, and nothing else."""
    return bool(_COUNT.fullmatch(words) or _BUTTONS.fullmatch(words))


def is_beside_others(text: Node, line: str) -> bool:
    """Whether a count stands in an element of its own, in a short line that is no sentence; `line` are its words."""
    return (
        text.parent.tag == "span"
        and len(line) <= LONGEST_BYLINE
        and line != (text.text_content or "").strip()
        and not line.endswith((".", "!", "?", ":"))
        and text.parent.prev is not None
        and text.parent.prev.tag != "-text"
    )


def split_off_counts(block: Node, words: str) -> Node | None:
    """The counts of a by-line, moved into an element of their own; `words` are those of the block."""
    match = _BYLINE.fullmatch(words) if len(words) <= LONGEST_BYLINE else None
    texts = list(texts_below(block, blank=False))
    if match is None or any(block_of(text).mem_id != block.mem_id for text in texts):
        return None
    left = len("".join(match["byline"].rstrip(_SIGNS).split()))
    counts: list[str] = []
    for text in texts:
        content = text.text_content or ""
        kept = _end_of(content, left)
        left -= len("".join(content[:kept].split()))
        if kept < len(content):
            counts.append(content[kept:])
            text.insert_before(content[:kept])
            text.remove()
    element = block.parser.create_node(_COUNTS)
    element.insert_child(" ".join(" ".join(counts).split()).lstrip(_SIGNS))
    block.insert_child(element, move=True)
    return element


def _end_of(content: str, characters: int) -> int:
    """Where so many characters end, white space not counted."""
    for place, character in enumerate(content):
        if not character.isspace():
            if not characters:
                return place
            characters -= 1
    return len(content)
