"""For each quote that stands in its source's text no more: what it would have to say, proposed for somebody to judge.

Nothing is decided here. A proposal has a code, made of all that it says: who writes it names the code, and so writes
what they saw and nothing else.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import pairwise
from typing import Final

from dashboard.checks.context import difference
from dashboard.evidence.ellipsis import MOST_OMITTED, has_ellipsis, parts_of
from dashboard.evidence.finding import find
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold, fold_with_offsets
from dashboard.evidence.nearest_passage import Passage, equally_near, likeness, nearest_passage
from dashboard.model.claim import Quote
from dashboard.query.sources import QuoteAt, SourceEntry, Sources

NOTHING_NEAR: Final = "nothing in the text is near these words"
MOST_CONTEXT: Final = 8
"""Words of a prefix or suffix."""

_CODE: Final = 8
_AROUND: Final = 400


@dataclass(frozen=True, slots=True)
class QuoteRepair:
    """Other words for a quote, with which it stands once in the text."""

    at: QuoteAt
    quote: Quote
    """What it would be."""
    offset: int
    """Where it would stand, in code points of the text."""
    likeness: float
    """Percent of the letters that it has in common with the words as they are."""
    difference: str
    """Words that agree, and others as `[text: … | quote: …]`."""
    other: "QuoteRepair | None" = None
    """What it would be at another passage that is as near: which of them is meant, only a reader can tell."""

    @property
    def code(self) -> str:
        """Eight hexadecimal digits that stand for all that is proposed, and for what it takes the place of."""
        old, new = self.at.found.quote, self.quote
        told = [self.at.key, old.source, old.exact, old.prefix, old.suffix, new.exact, new.prefix, new.suffix]
        return _code(json.dumps(told))

    @property
    def texts(self) -> Mapping[str, str]:
        """Field of the quote to its new words, for those that change."""
        old = self.at.found.quote
        fields = ("exact", "prefix", "suffix")
        return {name: getattr(self.quote, name) for name in fields if getattr(self.quote, name) != getattr(old, name)}


@dataclass(frozen=True, slots=True)
class Repairs:
    """What is proposed for the quotes of some sources."""

    by_quote: Mapping[str, QuoteRepair | str]
    """Key of a quote (`QuoteAt.key`) to its proposal, or to why there is none."""

    @property
    def proposals(self) -> Sequence[QuoteRepair]:
        """The ones that can be written, of two for one quote the first."""
        return [each for each in self.by_quote.values() if isinstance(each, QuoteRepair)]

    @property
    def clear(self) -> Sequence[QuoteRepair]:
        """The proposals beside which no other passage is as near: these can be written together."""
        return [each for each in self.proposals if each.other is None]

    @property
    def code(self) -> str:
        """The code of all that are clear."""
        return _code("".join(each.code for each in self.clear))

    def choose(self, codes: Sequence[str]) -> Sequence[QuoteRepair] | None:
        """The proposals that the codes name, perhaps two for one quote; None where a code names none."""
        by_code = {each.code: [each] for first in self.proposals for each in (first, first.other) if each}
        if self.clear:
            by_code.setdefault(self.code, list(self.clear))
        if not by_code.keys() >= set(codes):
            return None
        found = {each.code: each for code in codes for each in by_code[code]}
        return list(found.values())


def repairs_of(sources: Sources, entries: Sequence[SourceEntry]) -> Repairs:
    """What is proposed for the quotes of these sources that do not stand in their texts."""
    found: dict[str, QuoteRepair | str] = {}
    for entry in entries:
        text = sources.validation.workspace.texts.get(entry.id)
        failing = [each for each in entry.resting.quotes if each.found.finding and not each.found.finding.stands]
        if text is not None and failing:
            folded_text = fold_with_offsets(text)
            found.update((each.key, _repair(each, text, folded_text)) for each in failing)
    return Repairs(found)


def _code(told: str) -> str:
    return sha256(told.encode()).hexdigest()[:_CODE]


def _repair(at: QuoteAt, text: str, folded_text: FoldedText) -> QuoteRepair | str:
    quote, finding = at.found.quote, at.found.finding
    if finding is not None and finding.is_ambiguous:
        return f"it stands {len(finding.places)} times: add `prefix` or `suffix`, or quote more of the words around it"
    bare = find(quote.model_copy(update={"prefix": "", "suffix": ""}), text, folded_text)
    if bare.is_ambiguous:
        return f"the words stand {len(bare.places)} times, and nowhere between this prefix and suffix"
    if bare.stands:
        words: tuple[str, Sequence[tuple[int, int]]] | str = (quote.exact, bare.spans)
    else:
        words = (
            _of_parts(quote.exact, text, folded_text) if has_ellipsis(quote.exact) else _whole(quote, text, folded_text)
        )
    if isinstance(words, str):
        return words
    exact, spans = words
    repair = _repair_with(at, exact, spans, text, folded_text)
    if repair is None:
        return f"the nearest passage, at offset {spans[0][0]}, stands more than once: quote more of the words around it"
    if bare.stands or has_ellipsis(quote.exact):
        return repair
    return replace(repair, other=_other(at, text, folded_text))


def _other(at: QuoteAt, text: str, folded_text: FoldedText) -> QuoteRepair | None:
    """What the quote would be at a passage that is as near as the nearest one."""
    exact = at.found.quote.exact
    nearest = nearest_passage(exact, folded_text)
    passage = equally_near(exact, folded_text, nearest) if nearest else None
    if passage is None:
        return None
    return _repair_with(at, _words(text, passage), [(passage.start, passage.end)], text, folded_text)


def _repair_with(
    at: QuoteAt, exact: str, spans: Sequence[tuple[int, int]], text: str, folded_text: FoldedText
) -> QuoteRepair | None:
    quote = at.found.quote
    changed = _that_stands(quote, exact, spans[0][0], spans[-1][1], text, folded_text)
    if changed is None:
        return None
    old = " ".join(quote.exact.split())
    return QuoteRepair(at, changed, spans[0][0], likeness(old, changed.exact), difference(changed.exact, old))


def _whole(quote: Quote, text: str, folded_text: FoldedText) -> tuple[str, Sequence[tuple[int, int]]] | str:
    passage = nearest_passage(quote.exact, folded_text)
    return NOTHING_NEAR if passage is None else (_words(text, passage), [(passage.start, passage.end)])


def _of_parts(exact: str, text: str, folded_text: FoldedText) -> tuple[str, Sequence[tuple[int, int]]] | str:
    """The quote with each part as the text has it, where the parts are near each other and in this order."""
    spans: list[tuple[int, int]] = []
    for part in parts_of(exact):
        passage = nearest_passage(part, folded_text)
        if passage is None:
            return f"{NOTHING_NEAR}: “{part}”"
        words = _words(text, passage)
        exact = exact if fold(part) == fold(words) else exact.replace(part, words, 1)
        spans.append((passage.start, passage.end))
    gaps = [later[0] - earlier[1] for earlier, later in pairwise(spans)]
    if any(not 0 <= gap <= MOST_OMITTED for gap in gaps) or not spans:
        return f"its parts do not stand in this order, at most {MOST_OMITTED} characters from each other"
    return exact, spans


def _words(text: str, passage: Passage) -> str:
    return " ".join(text[passage.start : passage.end].split())


def _that_stands(quote: Quote, exact: str, start: int, end: int, text: str, folded_text: FoldedText) -> Quote | None:
    """The quote with these words, and with what must stand before and behind them so that they stand once."""
    for prefix, suffix in _contexts(quote, text, start, end):
        changed = quote.model_copy(update={"exact": exact, "prefix": prefix, "suffix": suffix})
        finding = find(changed, text, folded_text)
        if finding.stands and finding.spans[0][0] == start:
            return changed
    return None


def _contexts(quote: Quote, text: str, start: int, end: int) -> Iterator[tuple[str, str]]:
    """Prefixes and suffixes to try: as they are, then words as the text has them, no fewer than now."""
    yield quote.prefix, quote.suffix
    before = text[max(0, start - _AROUND) : start].split()
    behind = text[end : end + _AROUND].split()
    ahead, after = len(quote.prefix.split()), len(quote.suffix.split())
    for more in range(MOST_CONTEXT + 1):
        for number, further in ((ahead + more, after), (ahead, after + more), (ahead + more, after + more)):
            yield " ".join(before[-number:] if number else ()), " ".join(behind[:further])
