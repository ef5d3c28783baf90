"""Small words that turn a sentence round: “after the vote” for “before the vote”, “the first round” for “the third”."""

import re
from collections.abc import Iterator, Mapping
from typing import Final

from dashboard.evidence.words import Words, root_of

_OWN: Final = r"(?:(?:the|an?|his|her|its|their|this|that|[\w’'-]+[’']s) )?"
_TIME: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|noon|midnight|dawn|dusk|\d{1,4})"
)
_SPOKE: Final = (
    r"(?:vot|spoke|speak|spok|argu|campaign|rall|demonstrat|march|protest|decid|rul|lobb|stood|stand|came out)\w*"
    r"(?: (?!for|against)[\w’'-]+){0,3}?"
)
_WAYS: Final = tuple(
    (re.compile(rf"\b(?:{one})\b", re.IGNORECASE), re.compile(rf"\b(?:{other})\b", re.IGNORECASE))
    for one, other in (
        (
            rf"(?P<way>before|ahead of|prior to) {_OWN}(?P<what>[a-z]{{3,}})",
            rf"(?P<way>after|following) {_OWN}(?P<what>[a-z]{{3,}})",
        ),
        (rf"(?P<way>until|till|up to) (?P<what>{_TIME})", rf"(?P<way>from|since|as of) (?P<what>{_TIME})"),
        (
            rf"(?P<way>inside|within) {_OWN}(?P<what>[a-z]{{3,}})",
            rf"(?P<way>outside) (?:of )?{_OWN}(?P<what>[a-z]{{3,}})",
        ),
        (rf"(?P<way>above) {_OWN}(?P<what>[a-z]{{3,}})", rf"(?P<way>below|beneath) {_OWN}(?P<what>[a-z]{{3,}})"),
        (
            rf"{_SPOKE} (?P<way>for|in favou?r of|in support of|with) {_OWN}(?P<what>[a-z]{{3,}})",
            rf"{_SPOKE} (?P<way>against) {_OWN}(?P<what>[a-z]{{3,}})",
        ),
        (
            r"(?P<way>more|greater|higher) (?P<what>(?!than\b)[a-z]{3,})",
            r"(?P<way>less|fewer|smaller|lower) (?P<what>(?!than\b)[a-z]{3,})",
        ),
        (r"(?P<way>earlier|sooner|faster) (?P<what>than)", r"(?P<way>later|slower) (?P<what>than)"),
    )
)
"""Two sides each: what is `before` something is not after it."""
_AMOUNTS: Final = _WAYS[-2]
_ORDER: Final = (
    r"(?P<way>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|final)"
    r"(?: of (?:[a-z]+|\d+)(?: [a-z]+)?)? (?P<what>[a-z]{3,})"
)
_ORDERED: Final = re.compile(rf"\b{_ORDER}\b", re.IGNORECASE)
_FIRST: Final = "first"
_LAST: Final = frozenset({"last", "final"})
_WORDS_OF_TIME: Final = """
    time day week month year quarter half hour minute decade century night season person place thing step
"""
_SPANS: Final = frozenset(map(root_of, _WORDS_OF_TIME.split()))
_WORDS: Final = """
    before ahead prior after following until till from since inside within outside above below beneath for favour favor
    support with against more greater higher less fewer smaller lower earlier sooner faster later slower first last
    final
"""
_TRIGGERS: Final = frozenset(_WORDS.split())
_DENIED: Final = re.compile(
    r"(?:\b(?:not|never|no|none|nor|neither|without|only|nobody|unless|than|rather)|n[’']t)"
    r"(?:\W+[\w’'-]+){0,3}\W*\Z",
    re.IGNORECASE,
)
_REACH: Final = 40


def contrary_way(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """The first small word of a claim for which the quotes have the contrary one of the same thing alone."""
    if _TRIGGERS.isdisjoint(claim.lower - quoted.lower):
        return None
    both_compare = "than" in claim.lower and "than" in quoted.lower
    for pair in _WAYS if not _TRIGGERS.isdisjoint(quoted.lower) else ():
        if both_compare and pair is _AMOUNTS:
            continue  # “more on wheat than on rice” is “less on rice than on wheat”
        for one, other in (pair, pair[::-1]):
            said = _things(one, claim.text)
            there = _things(other, quoted.text) if said else {}
            for what in sorted(said.keys() & there.keys()):
                is_new = _way_of(said[what]) not in quoted.lower and _way_of(there[what]) not in claim.lower
                if is_new and not _is_denied(said[what], claim.text) and not _is_denied(there[what], quoted.text):
                    return said[what][0], there[what][0]
    return _in_another_order(claim, quoted)


def _things(way: re.Pattern[str], text: str) -> Mapping[str, re.Match[str]]:
    """What a way is told of, by its root, or a numeral."""
    return {root_of(match["what"].lower()): match for match in way.finditer(text)}


def _in_another_order(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """“The first round” for “the third round”, “the last” for “the first”; a second is a number of its own."""
    new = claim.lower - quoted.lower
    if _FIRST not in new and _LAST.isdisjoint(new):
        return None
    there = list(_ordinals_in(quoted.text))
    for what, match in _ordinals_in(claim.text) if there else ():
        ways = {_way_of(each): each for of, each in there if of == what}
        way = _way_of(match)
        is_other = bool(ways) and way in new and (way == _FIRST or (way in _LAST and ways.keys() == {_FIRST}))
        if is_other and not _is_denied(match, claim.text):
            return match[0], next(iter(ways.values()))[0]
    return None


def _way_of(match: re.Match[str]) -> str:
    return match["way"].lower().split()[0]


def _ordinals_in(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    for match in _ORDERED.finditer(text):
        root = root_of(match["what"].lower())
        if root not in _SPANS:
            yield root, match


def _is_denied(match: re.Match[str], text: str) -> bool:
    start = match.start("way")
    return _DENIED.search(text[max(0, start - _REACH) : start]) is not None
