"""What documents and slides say beside a sentence: what it rests on, what was found of that, and whose words it is."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from dashboard.briefing.outline import SAID, AnnexEntry, Block, Statement, ValueWithBasis
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.ladder import RISING
from dashboard.query.wording import likelihood_words

ANNEX: Final = "Annex: claims and quotes"
RETRACTED: Final = "Retracted."


def notes_of(statement: Statement) -> str:
    """`our own words, AB; quote found; disputed`: empty where there is nothing to tell."""
    own = f"our own words, {statement.by}" if statement.by else ""
    return "; ".join(each for each in (own, statement.evidence) if each)


def runs_of(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """First and last of those that follow on each other; two that do stay apart."""
    for _, run in groupby(enumerate(numbers), key=lambda each: each[1] - each[0]):
        first, *rest = [number for _, number in run]
        if len(rest) < 2:
            yield from ((number, number) for number in (first, *rest))
        else:
            yield first, rest[-1]


def numbers_of(numbers: Sequence[int]) -> str:
    """`[3–7, 9]`; empty of none."""
    shown = ", ".join(f"{first}" if first == last else f"{first}–{last}" for first, last in runs_of(numbers))
    return f"[{shown}]" if shown else ""


def basis_of(name: str, value: ValueWithBasis) -> str:
    """`Date: external, by EFE, 4 September 2025.`; empty where there is no value."""
    how, _, sources = value.basis.partition(": ")
    if not how:
        return ""
    return f"{name}: {how}, by {sources}." if sources else f"{name}: {how}."


def sources_of(entry: AnnexEntry) -> str:
    """The sources that carry a claim, each once; empty where none does."""
    named = dict.fromkeys((*(quote.source for quote in entry.quotes), *entry.sources))
    return "; ".join(named)


def about(entry: AnnexEntry) -> Iterator[str]:
    """What the annex tells of a claim beside its words and quotes."""
    return (words if name == SAID else f"{name}: {words}" for name, words in entry.about)


def rungs_of(level: str) -> int:
    """How many of the ladder's six cells are filled; none, where the matter is over."""
    return RISING.index(level) + 1 if level in RISING else 0


def likelihood_of(block: Block) -> str:
    """The word of the vocabulary that a judgement's first sentence tells; empty of any other sentence."""
    if not isinstance(block, Statement) or not block.question:
        return ""
    ends = ((word, f"{likelihood_words(word)}.") for word in LIKELIHOOD)
    return next((word for word, told in ends if block.text.endswith(f": {told}")), "")
