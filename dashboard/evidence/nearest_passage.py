"""The passage of a text that is most like words which do not stand in it: for a person to look at, never a proof.

Where in the text it is, is told by runs of words that both have; only there letters are compared. So a text of a
million characters is searched as fast as one of a thousand.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice
from typing import Final

from rapidfuzz import fuzz

from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold
from dashboard.evidence.scripts import WORD, is_unspaced
from dashboard.evidence.sentences import sentences

LEAST_LIKENESS: Final = 60.0
"""Percent of the letters in common below which a passage is none that was meant."""
SEARCHED_WHOLE: Final = 100_000
"""Characters of a text that is read through, letter by letter, where no words of it are found."""
MOST_WORDS: Final = 600
"""Words of a quote by which its passage is looked for."""

_RUNS: Final = (4, 2, 1)
"""Words of the runs that are looked for; shorter ones where longer ones are not found."""
_SIGNS: Final = 6
"""Characters of such a run in a script without spaces."""
_MOST_PLACES: Final = 40
"""Places of one run: what stands more often says nothing of where."""
_LOOKED_AT: Final = 4
"""Neighbourhoods whose letters are compared."""
_MOST_RUNS: Final = 60
"""Runs of sentences in a neighbourhood that are compared."""
_BESIDE: Final = 30
"""Characters beside a part of the text by which it is told whether a stop there ends a sentence."""
_AS_NEAR: Final = 3.0
"""Percent by which two passages may differ that are equally near: a letter or two tell nothing."""
_NUMBER: Final = re.compile(r"\d+")
"""A passage that has other numbers than the quote and the nearest one is less near, whatever its letters."""
_HIDDEN: Final = "\0"
_CLEARLY: Final = 10.0
"""Percent by which a passage that goes over more sentence ends than the quote must be more alike."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a text that are like those that were looked for."""

    start: int
    """Half-open with `end`, in code points of the original text; whole words."""
    end: int
    folded: str
    """These words as they are compared, folded."""
    likeness: float
    """Percent of the letters that both have, in order."""


def nearest_passage(exact: str, folded_text: FoldedText) -> Passage | None:
    """The passage that is most like `exact`; None where nothing is near. Where it stands, that is the passage."""
    found = _nearest(fold(exact), folded_text.text)
    return None if found is None else _passage(found, folded_text)


def equally_near(exact: str, folded_text: FoldedText, nearest: Passage) -> Passage | None:
    """Another passage, apart from the nearest one, that is as much like `exact`; None where none is."""
    sought, text = fold(exact), folded_text.text
    first = _nearest(sought, text)
    if first is None:
        return None
    _, start, end = first
    hidden = f"{text[:start]}{_HIDDEN * (end - start)}{text[end:]}"
    found = _nearest(sought, hidden)
    if found is None or found[0] < nearest.likeness - _AS_NEAR or _HIDDEN in hidden[found[1] : found[2]]:
        return None
    numbers = Counter(_NUMBER.findall(sought))
    lost = (numbers & Counter(_NUMBER.findall(nearest.folded))) - Counter(_NUMBER.findall(text[found[1] : found[2]]))
    return None if lost else _passage(found, folded_text)


def _passage(found: tuple[float, int, int], folded_text: FoldedText) -> Passage:
    alike, start, end = found
    return Passage(*folded_text.span(start, end), folded_text.text[start:end], alike)


def _nearest(sought: str, text: str) -> tuple[float, int, int] | None:
    """The likeness and the span, in the folded text, of the passage that is most like the sought words."""
    if not sought:
        return None
    best: tuple[float, int, int] | None = None
    for start, end in _neighbourhoods(sought, text):
        found = fuzz.partial_ratio_alignment(sought, text[start:end], score_cutoff=LEAST_LIKENESS)
        if found is None:
            continue
        around = len(sought) // 4 + 40
        passage = _most_alike(
            text, sought, max(start, start + found.dest_start - around), start + found.dest_end + around
        )
        if passage and passage[0] >= LEAST_LIKENESS and (best is None or passage[0] > best[0]):
            best = passage
    return best


def likeness(one: str, other: str) -> float:
    """Percent of the letters that both have in common, in order, folded."""
    return fuzz.ratio(fold(one), fold(other))


def _neighbourhoods(sought: str, text: str) -> Iterator[tuple[int, int]]:
    """Parts of the text, each at least as long as `sought`, in which runs of its words stand; the likeliest first."""
    length = len(sought)
    for words in _RUNS:
        votes: Counter[int] = Counter()
        for offset, run in _runs(sought, words):
            for place in islice(_places(text, run), _MOST_PLACES):
                votes[(place - offset) // max(length, 1)] += len(run)
        if votes:
            likely = [block for block, _ in votes.most_common(_LOOKED_AT)]
            yield from ((max(0, (block - 1) * length), (block + 3) * length) for block in likely)
            return
    if len(text) <= SEARCHED_WHOLE:
        yield 0, len(text)


def _runs(sought: str, words: int) -> Iterator[tuple[int, str]]:
    """Runs of so many words, each with its offset; in a script without spaces, of so many times two characters."""
    spans = [each.span() for each in islice(WORD.finditer(sought), MOST_WORDS)]
    if is_unspaced(sought):
        words = min(len(spans), 2 * words if words > 1 else _SIGNS // 3)
    for first in range(len(spans) - words + 1):
        start, end = spans[first][0], spans[first + words - 1][1]
        if words > 1 or end - start > 3 or is_unspaced(sought):
            yield start, sought[start:end]


def _places(text: str, run: str) -> Iterator[int]:
    """Where a run stands; nothing of one that stands nearly everywhere."""
    at = text.find(run)
    places: list[int] = []
    while at >= 0 and len(places) <= _MOST_PLACES:
        places.append(at)
        at = text.find(run, at + 1)
    yield from places if len(places) <= _MOST_PLACES else ()


def _most_alike(text: str, sought: str, start: int, end: int) -> tuple[float, int, int] | None:
    """The likeness and the span of the passage, from `start` to `end`, that is most like the sought words.

    It goes over as many sentence ends as they do, at most; over one or two more only where it is clearly more alike
    with them: a full stop may have become a comma in the quote.
    """
    most = len(sentences(sought)) or 1
    best, best_worth = None, 0.0
    for size, *span in islice(_sentence_runs(text, start, end, most), _MOST_RUNS):
        found = _compare(text, sought, *span)
        worth = found[0] - (_CLEARLY if size > most else 0) if found else 0
        if worth > best_worth:
            best, best_worth = found, worth
    return best


def _compare(text: str, sought: str, start: int, end: int) -> tuple[float, int, int] | None:
    passage = _to_words(text, sought, start, end)
    return passage and (fuzz.ratio(sought, text[slice(*passage)]), *passage)


def _sentence_runs(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int, int]]:
    """Sentences of a part of the text that follow each other: how many, and their span.

    First runs of as many as `most`, then of fewer, then of one or two more.
    """
    left = max(0, start - _BESIDE)
    spans = [(max(a + left, start), min(b + left, end)) for a, b in sentences(text[left : end + _BESIDE])]
    spans = [(a, b) for a, b in spans if a < b]
    most = min(most, len(spans))
    for size in (*range(most, 0, -1), most + 1, most + 2):
        for first in range(len(spans) - size + 1):
            yield size, spans[first][0], spans[first + size - 1][1]


def _to_words(text: str, sought: str, start: int, end: int) -> tuple[int, int] | None:
    """The words within a span of the text that answer to those sought: from the first in common to the last.

    As many more on either side as the sought words have there.
    """
    there = [each.span() for each in WORD.finditer(text, start, min(end, len(text)))]
    if there and start and text[start - 1 : start].isalnum() and text[start].isalnum():
        there = there[1:]  # a word that the span begins within
    if there and end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        there = there[:-1]
    here = [each[0] for each in WORD.finditer(sought)]
    words = [text[slice(*span)] for span in there]
    blocks = SequenceMatcher(None, [_bare(each) for each in words], [_bare(each) for each in here], autojunk=False)
    common = [each for each in blocks.get_matching_blocks() if each.size]
    if not common:
        return (there[0][0], there[-1][1]) if there else None
    first, last = common[0].a, common[-1].a + common[-1].size - 1
    first = max(0, first - common[0].b)
    last = min(len(words) - 1, last + len(here) - common[-1].b - common[-1].size)
    return _as_sought(text, sought, there[first][0], there[last][1])


def _bare(word: str) -> str:
    """A word without the signs beside it: a comma behind it is no difference."""
    return word.strip(".,;:!?\"'“”‘’()[]") or word


def _as_sought(text: str, sought: str, start: int, end: int) -> tuple[int, int]:
    """Without signs at the ends where the sought words have none: the comma behind them is no difference."""
    while end > start and sought[-1].isalnum() and not text[end - 1].isalnum():
        end -= 1
    while start < end and sought[0].isalnum() and not text[start].isalnum():
        start += 1
    return start, end
