"""The words of advertisements: what offers something or says who pays, and tells nothing."""

import re
from typing import Final

_TOLD: Final = re.compile(
    r"\b(?:said|says?|told|wrote|writes|reads?|asked|urged|urges|is|are|was|were|has|had|have|will|would|can|could|"
    r"fell|rose|falls?|rises?|costs?|sells?|sold|went|goes|\w+ed)\b",
    re.IGNORECASE,
)
"""A verb with which a sentence tells something: neither a call nor an offer has one."""
_ASKS: Final = re.compile(
    r"support (?:our|independent|quality) (?:\w+ )?journalism[.!]?"
    r"(?: (?:please )?(?:donate|subscribe|contribute|give|join us)(?: now| today| here)?[.!]?)?",
    re.IGNORECASE,
)
_MONEY: Final = r"(?:€|£|euros?|dollars?|pounds?|marks?|francs?|kron[eo]r|crowns?|lire|roubles?|rupees?|yen)"
_PRICE: Final = rf"(?:[€$£]\s?\d[\d.,]*\d|[€$£]\s?\d|\d[\d.,]*\s?{_MONEY})"
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


def tells_nothing(words: str) -> bool:
    """Whether words are few, and none of them is a verb with which a sentence tells something."""
    return len(words) <= _TELLING_NOTHING and not _TOLD.search(words)


def offers_something(words: str) -> bool:
    """Whether a paragraph offers something, and tells nothing else."""
    return bool(_OFFER.fullmatch(words)) and not _TOLD.search(words)


def is_paid_for(words: str) -> bool:
    """Whether a paragraph says itself that somebody pays for it, or asks for money, and tells nothing else."""
    match = _SPONSORED.fullmatch(words)
    if match is None:
        return bool(_ASKS.fullmatch(words))
    rest = match["slogan"] or match["offer"] or ""
    return len(rest.split()) <= _LONGEST_SLOGAN and not _NO_SLOGAN.match(rest) and not _TOLD.search(rest)
