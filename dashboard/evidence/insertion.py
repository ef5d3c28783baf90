"""Quotes with words that somebody inserted in square brackets: `he [Noboa] said`. They are no words of the source."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from dashboard.evidence.ellipsis import MOST_OMITTED, MOST_PARTS, OMISSION, Place, Span, too_short
from dashboard.evidence.folding import cuts_a_letter
from dashboard.evidence.searching import SearchedText

_POINTERS: Final = (
    "he|him|his|she|her|hers|it|its|they|them|their|theirs|we|us|our|ours|i|me|my|mine|you|your|yours"
    "|this|that|these|those|there|here|the|of|who"
)
_NEGATIONS: Final = "not|no|never|nor|neither|none|without|t"
_REPLACED: Final = re.compile(
    rf"(?:\W{{0,3}}(?:(?i:{_POINTERS})\b|[^\W\d_a-zß-öø-ÿ]\w{{0,30}})(?:\W{{1,2}}(?!(?i:{_NEGATIONS})\b)\w{{1,30}}){{0,3}})?"
    r"\W{0,3}"
)
"""What may stand where words are inserted: nothing, or at most four that begin with a pronoun, an article or a name.

None of them denies anything.
"""
_MOST_REPLACED: Final = 140
"""Characters of these at most."""
_INSERTED: Final = re.compile(r"(?<!\w)\[[^\[\]\n]*[^\W_][^\[\]\n]*\](?!\w)")
"""Whole words in brackets, though none of dots alone."""
_SMALL_OR_CAPITAL: Final = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")
"""A first letter in brackets, whose case was changed: `[t]he`."""
_SPACES: Final = re.compile(r"\s{2,}")
MOST_STARTS: Final = 20_000
"""Words that occur this often count as not found: they say nothing."""


def has_insertion(exact: str) -> bool:
    """Whether words, or the case of a letter, may be somebody's own."""
    return _INSERTED.search(exact) is not None or _SMALL_OR_CAPITAL.search(exact) is not None


def without_insertions(exact: str) -> str:
    """The quote without the words in brackets, and with the letters in brackets as they stand there."""
    return _SPACES.sub(" ", _INSERTED.sub("", _SMALL_OR_CAPITAL.sub(r"\1", exact))).strip()


def in_other_cases(exact: str) -> Iterator[str]:
    """The quote with its letters in brackets as they stand there, and in the other case."""
    yield _SMALL_OR_CAPITAL.sub(r"\1", exact)
    if _SMALL_OR_CAPITAL.search(exact):
        yield _SMALL_OR_CAPITAL.sub(lambda letter: letter[1].swapcase(), exact)


def places_beside_insertions(searched: SearchedText, exact: str, most: int) -> tuple[Place, ...]:
    """The places of what stands beside inserted words; one span for each part. No more than `most`.

    Parts beside an insertion are whole words, and as near as they can be; so is what stands behind an ellipsis.
    """
    sections = [_parts(section) for section in OMISSION.split(exact) if section.strip()]
    is_too_little = not sections or any(too_short(" ".join(parts)) for parts in sections)
    if is_too_little or sum(map(len, sections)) > MOST_PARTS:
        return ()
    found = [list(_places(searched, parts)) for parts in sections]
    return tuple(islice(_join(found), most))


def _parts(section: str) -> list[str]:
    """What stands between the insertions of a section."""
    return [part for part in map(str.strip, _INSERTED.split(section)) if part]


def _places(searched: SearchedText, parts: Sequence[str]) -> Iterator[Place]:
    """The places of parts between which words are inserted, from their longest on, in the order of the text."""
    text, longest = searched.text, max(parts, key=len)
    at = parts.index(longest)
    starts = list(islice(searched.starts(longest), MOST_STARTS))
    for start in starts if len(starts) < MOST_STARTS else ():
        place = _before(text, parts[:at], (start, start + len(longest)))
        place = place and _behind(text, parts[at + 1 :], place)
        if place and not any(_cuts(text, span) for span in place):
            yield place


def _before(text: str, parts: Sequence[str], span: Span) -> Place:
    """The place that ends with `span`, with `parts` before it, each as near as it can be; empty where there is none."""
    place: Place = (span,)
    for part in reversed(parts):
        start = place[0][0]
        ends = _ends_before(text, part, start)
        end = next((end for end in ends if _REPLACED.fullmatch(text, end, start)), None)
        if end is None:
            return ()
        place = ((end - len(part), end), *place)
    return place


def _behind(text: str, parts: Sequence[str], place: Place) -> Place:
    """The place that goes on with `parts`, each as near as it can be; empty where there is none."""
    for part in parts:
        end = place[-1][1]
        starts = _starts_behind(text, part, end)
        start = next((start for start in starts if _REPLACED.fullmatch(text, end, start)), None)
        if start is None:
            return ()
        place = (*place, (start, start + len(part)))
    return place


def _ends_before(text: str, part: str, start: int) -> Iterator[int]:
    """Where a part ends near before `start`, the nearest first."""
    first = max(0, start - _MOST_REPLACED - len(part))
    at = text.rfind(part, first, start)
    while at >= 0:
        yield at + len(part)
        at = text.rfind(part, first, at + len(part) - 1)


def _starts_behind(text: str, part: str, end: int) -> Iterator[int]:
    """Where a part begins near behind `end`, the nearest first."""
    last = end + _MOST_REPLACED + len(part)
    at = text.find(part, end, last)
    while at >= 0:
        yield at
        at = text.find(part, at + 1, last)


def _cuts(text: str, span: Span) -> bool:
    """Whether a span begins or ends inside a word, or inside a letter."""
    return any(cuts_a_letter(text, at) or _is_inside_word(text, at) for at in span)


def _is_inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _join(found: Sequence[Sequence[Place]]) -> Iterator[Place]:
    """Each place of the first section, with the nearest of each that follows, `MOST_OMITTED` characters on at most."""
    starts = [[place[0][0] for place in places] for places in found]
    for first in found[0]:
        whole = first
        for places, begins in zip(found[1:], starts[1:], strict=True):
            index = bisect_left(begins, whole[-1][1])
            if index == len(begins) or begins[index] > whole[-1][1] + MOST_OMITTED:
                break
            whole = (*whole, *places[index])
        else:
            yield whole
