"""Which clauses of a text another one tells, and which words tell nothing: what is said there is left out with them.

Words of titles tell nothing, nor do clauses to the listener: “as the House will know”.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import Final

from dashboard.evidence.words.content import ROOTS_OF_BASES, content_words, root_of, telling_roots
from dashboard.evidence.words.speech import VERB_OF_SAYING

_SENTENCE: Final = r"(?<=[a-z\d)%”\"’'][.!?;:])\s+|\n"
_CLAUSE: Final = re.compile(
    rf"{_SENTENCE}|[—–()]|\s-\s"
    r"|,\s(?=(?:and|but|while|although|though|because|since|which|who|whom|where|when|as|whereas|so|yet|after|before)\b)"
    r"|\s(?=(?:but|because|although|while|whereas|though)\b)"
)
_PART: Final = re.compile(rf"{_SENTENCE}|[—–]")
_GENERAL: Final = frozenset(map(root_of, ("time", "times", "day", "days", "year", "years")))
"""What may be told of any clause: “several times”."""
_SPEAKER: Final = re.compile(rf"(?:[^\W\d_a-z][\w’'-]+ ){{1,4}}(?:also )?(?:{VERB_OF_SAYING})\b")
"""Who says it, by name: that is told of every clause."""
_ALLEGED: Final = re.compile(r"alleged (?P<to>to )?(?!that\b)", re.IGNORECASE)
_LONGEST_BEHIND: Final = 160
_END_OF_NOUN: Final = re.compile(
    r"[.,;:]|\b(?:of|at|in|on|by|from|to|for|with|against|during|over|and|or|but|that|which|who|was|were|is|are|had|has)\b"
)
_END_OF_CLAUSE: Final = re.compile(r"[.;:]\s|,\s(?:and|but|which|who)\b")
_SUBORDINATE: Final = re.compile(
    r"(?:\A|(?<=[.!?;:]\s))"
    r"(?:While|Although|Though|If|When|After|Before|Because|Since|Once|Until|Even though|Whereas)\s"
    r"(?:[^,.;:]|[,.](?=\d)){3,200},(?=\s)"
)
"""A clause with which a sentence begins, as far as its comma."""

_COMMENT: Final = re.compile(
    r"\bas (?:[\w’'-]+ ){1,4}?(?:may|might|will|would|can|could)(?: (?:well|perhaps|also|all|now|already|have))*"
    r" (?:be aware|know|known|remember|recall|see|seen|hear|heard|imagine|appreciate|understand|guess|notice|noticed"
    r"|read|expect|realise|realize)\b",
    re.IGNORECASE,
)
"""A clause to the listener: “as the House will know, …”."""
_RULED_OUT: Final = re.compile(
    r"\b(?:rul(?:e|es|ed|ing) out|exclud(?:e|es|ed|ing)) (?:the |any |all |a )?\Z", re.IGNORECASE
)
_LONGEST: Final = 60
_VERBS: Final = 24
"""Characters behind a word within which the clause about it ends."""


@dataclass(frozen=True, slots=True)
class _RootedParts:
    """The clauses of a text, or its sentences, with the roots of each."""

    spans: tuple[tuple[int, int], ...]
    roots: tuple[frozenset[str], ...]
    own: tuple[frozenset[str], ...]
    """Without who says it, and without what may be told of any."""
    counts: Mapping[str, int]
    """In how many of them each root is."""

    def tell_others(self, index: int, told: Set[str]) -> bool:
        """Whether what is told has roots of other parts than one, and none that this one alone has."""
        here, own = self.roots[index], self.own[index]
        if any(self.counts[root] == 1 for root in own & told):
            return False
        return any(root not in own and self.counts.get(root, 0) > (root in here) for root in told)


def tells_other_clauses(text: str, at: int, roots: Set[str]) -> bool:
    """Whether a text with some `roots` has words of other clauses of `text`, and none that only the one at `at` has."""
    clauses = _clauses_of(text)
    index = max(0, bisect_right(clauses.spans, (at, len(text))) - 1)
    return clauses.tell_others(index, _bases(roots))


def told_parts(text: str, roots: Set[str], least: int) -> str:
    """The sentences of a text, as far as a text with some `roots` tells them.

    One of fewer than `least` words that say something, or before a colon, is kept: it may tell of the one beside it.
    """
    told, parts = _bases(roots), _sentences_of(text)
    kept = [
        text[start:end]
        for index, (start, end) in enumerate(parts.spans)
        if text[start:end].rstrip().endswith(":")
        or sum(True for _ in content_words(text[start:end])) < least
        or not parts.tell_others(index, told)
    ]
    return "\n".join(kept)


def leaves_out(text: str, at: int, roots: Set[str]) -> bool:
    """Whether a text with some `roots` has nothing of what “is alleged to” be so at `at`, or of an “alleged” thing."""
    match = _ALLEGED.match(text, at)
    if match is None:
        return False
    behind = text[match.end() : match.end() + _LONGEST_BEHIND]
    said = (_END_OF_CLAUSE if match["to"] else _END_OF_NOUN).split(behind)[0]
    return _roots(said).isdisjoint(_bases(roots))


@lru_cache(maxsize=16)
def _clauses_of(text: str) -> _RootedParts:
    borders = [match.span() for match in _CLAUSE.finditer(text)]
    borders += [(match.end(), match.end()) for match in _SUBORDINATE.finditer(text)]
    return _parts_between(text, sorted(borders))


@lru_cache(maxsize=16)
def _sentences_of(text: str) -> _RootedParts:
    return _parts_between(text, [match.span() for match in _PART.finditer(text)])


def _parts_between(text: str, borders: Sequence[tuple[int, int]]) -> _RootedParts:
    spans = tuple(_spans(text, borders))
    roots = tuple(_roots(text[start:end]) for start, end in spans)
    own = tuple(_roots(_SPEAKER.sub(" ", text[start:end])) - _GENERAL for start, end in spans)
    return _RootedParts(spans, roots, own, Counter(chain.from_iterable(roots)))


def _spans(text: str, borders: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The half-open spans between borders."""
    start = 0
    for first, last in borders:
        if first > start:
            yield start, first
        start = max(start, last)
    yield start, len(text)


def _roots(text: str) -> frozenset[str]:
    return _bases(telling_roots(text))


def _bases(roots: Set[str]) -> frozenset[str]:
    """The roots, those of irregular forms by that of their verb."""
    return frozenset(ROOTS_OF_BASES.get(root, root) for root in roots)


def is_aside(text: str, start: int) -> bool:
    """Whether a word is of a title or a clause to the listener (“as you may know”), or a possibility ruled out."""
    return (
        is_in_title(text, start)
        or is_in_comment(text, start)
        or _RULED_OUT.search(text[max(0, start - _LONGEST) : start]) is not None
    )


def is_in_title(text: str, start: int) -> bool:
    """Whether a word begins with a capital in the middle of a sentence, as those of titles do."""
    return start > 1 and text[start].isupper() and text[start - 1] == " " and text[start - 2].isalnum()


def is_in_comment(text: str, start: int) -> bool:
    """Whether a word is of a clause to the listener."""
    nearby = text[max(0, start - _LONGEST) : start + _VERBS]
    if "as " not in nearby.lower():
        return False
    at = min(start, _LONGEST)
    return any(match.start() <= at < match.end() for match in _COMMENT.finditer(nearby))
