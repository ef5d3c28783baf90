"""Names that a sentence itself has speak, with an office beside them or without: they need not stand before it."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.evidence.words.names import is_title, key_of
from dashboard.evidence.words.speech import ADVERB, VERB_OF_SAYING

_SPEECH_ACTS: Final = """
    apologised apologized appealed asserted blamed called cited compared confirmed criticised criticized declared
    defended described dismissed endorsed hailed justified lamented likened maintained mentioned praised questioned
    recalled recommended rejected repeated replied requested responded spoke stressed swore threatened touted voiced
    vowed welcomed wrote
"""
"""With these, too, a name at the beginning of a sentence is that of its speaker."""
_ACT: Final = rf"(?:{VERB_OF_SAYING}|{'|'.join(_SPEECH_ACTS.split())})\b"
_ASIDE: Final = r"(?: \([^()]{1,80}\)|, [^,.;:()]{1,100},| [–—] [^–—.;:()]{1,100} [–—])"
"""What stands beside a name: `, the minister of trade,`."""
_SAYS: Final = re.compile(rf"(?:, who)? (?:{ADVERB} )?(?:{VERB_OF_SAYING})\b")
_ACTS: Final = re.compile(rf"{_ASIDE}?(?: {ADVERB})? {_ACT}")
_ACTS_BEHIND_COMMA: Final = re.compile(rf"(?:,| [–—])(?: {ADVERB})? {_ACT}")
_ENDS: Final = re.compile(r"(?=[.,;]|$)")
_LONGEST_LEAD: Final = 160
"""The most characters before a name that are looked at."""
_SENTENCE_END: Final = re.compile(r"[.!?;:][”’\"')]*\s+|\n")
_ACCORDING: Final = re.compile(r"\b[Aa]ccording to (?P<office>.*)$")
_SAID: Final = re.compile(r"[,”\"’»?!] (?:said|says|added|wrote) (?P<office>.*)$")
_BELONGS: Final = re.compile(r"\b(?:about|against|by|for|from|like|of|on|than|to|towards?|with) (?:the )?$")
"""Behind these words stands no subject: `a friend of NAME said`."""
_VERB: Final = re.compile(
    rf"\b(?:{_ACT}|is|are|was|were|has|had|have|will|would|who|that|met|saw|gave|left|held|made|took|went|came|sent|won)\b"
    r"|(?<!\bthe )(?<!\bThe )(?<!\ba )(?<!\bA )(?<!\ban )(?<!\bAn )(?<!ly )\b[a-z]+ed\b"
)
"""What no office has: of `the newly elected minister`, the words before tell that it is no verb."""
_TOWARD: Final = re.compile(
    r"(?<!ambassador )(?<!Ambassador )(?<!envoy )(?<!Envoy )(?<!adviser )(?<!Adviser )(?<!advisor )(?<!Advisor )"
    r"(?<!representative )(?<!Representative )(?<!delegate )(?<!observer )\b(?:to|about|against|from|with)\b"
)
"""What makes an object of the name behind it: `a letter to the minister, NAME, said`."""
_ARTICLE: Final = re.compile(r"(?:The|the|An?|an?|Its|its|His|his|Her|her|Their|their)\b")
_APART: Final = (",", "–", "—")


def speaks(text: str, name: str) -> bool:
    """Whether a text has that name say something: `NAME said`, `…,” said NAME.`, `according to NAME`.

    An office may stand beside it: `The minister, NAME, thanked`, `NAME, the minister, thanked`. Who is only spoken of
    (`thanked NAME`, `a letter to NAME said`) does not speak.
    """
    return any(_speaks_at(text, *found.span()) for found in _places_of(name, text))


def _places_of(name: str, text: str) -> Iterator[re.Match[str]]:
    """Where a text has the name as a word of its own, without `’s`."""
    return re.finditer(rf"(?<!\w){re.escape(name)}(?!\w|[’']s\b)", text) if name else iter(())


def _speaks_at(text: str, start: int, end: int) -> bool:
    lead = text[max(0, start - _LONGEST_LEAD) : start]
    opening = _SENTENCE_END.split(lead)[-1]
    if (found := _ACCORDING.search(opening)) and _is_office(found["office"]):
        return not found["office"].endswith(", ") or (text.startswith(",", end) and _has_title(found["office"]))
    if (found := _SAID.search(lead)) and _is_office(found["office"]) and _ENDS.match(text, end):
        return True
    if _BELONGS.search(lead):
        return False
    if _SAYS.match(text, end):
        return True
    is_cut = start > _LONGEST_LEAD and opening == lead
    return not is_cut and _opens(opening, text, end)


def _opens(opening: str, text: str, end: int) -> bool:
    """Whether a sentence that begins so, and has a name that ends there, tells what that person says."""
    if _VERB.search(opening) or _TOWARD.search(opening):
        return False
    if _ACTS.match(text, end):
        return True
    return _is_office(opening) and opening.rstrip().endswith(_APART) and bool(_ACTS_BEHIND_COMMA.match(text, end))


def _is_office(words: str) -> bool:
    """Whether words before a name are an office or nothing: `the minister of trade, `, `Trade Minister `."""
    if not words or words == "the ":
        return True
    if _VERB.search(words) or _TOWARD.search(words) or _BELONGS.search(words):
        return False
    return _has_title(words) or (words.rstrip().endswith(_APART) and _ARTICLE.match(_nearest(words)) is not None)


def _has_title(words: str) -> bool:
    return any(is_title(key_of(word)) for word in _nearest(words).split())


def _nearest(words: str) -> str:
    """What stands just before the name: `the minister of trade` of `On Thursday, the minister of trade, `."""
    return words.rstrip(" ,–—").split(", ")[-1]
