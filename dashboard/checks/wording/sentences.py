"""Guard: what one sentence of a quote says of one place is not told of the place that opens another sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.wording.sides import NAMES_EXCHANGED, sides_are_kept
from dashboard.evidence.words import NUMBER_WORDS, NameMention, Words, content_words

_BORDER: Final = re.compile(r"(?<=[a-z\d)%][.!?;])[”\"’']?\s+|\n\n")
_CLAUSE: Final = re.compile(r";\s|\b(?:and|but|while|whereas|when|after|before)\b")
_OPENING: Final = re.compile(r"(?:(?:In|At|Near|Off|Outside|On|For|From)\s)?(?:[Tt]he\s)?")
"""What stands before the name that a sentence opens with."""
_PRONOUN_WORDS: Final = (
    "they them their theirs he him his she her hers it its this that these those both there who which"
)
_PRONOUNS: Final = frozenset(_PRONOUN_WORDS.split())
_QUANTITIES: Final = NUMBER_WORDS | {"half", "third", "quarter", "most", "many", "few", "several", "dozen", "dozens"}
LEAST_SHARED: Final = 2
"""So many words must a clause have of the other sentence, and none of its own."""


@dataclass(frozen=True)
class _Sentence:
    """A sentence of a quote that opens with a name."""

    opening: NameMention
    words: Words
    others: frozenset[str]
    """The roots of all other sentences."""
    beside: frozenset[str]
    """Whom it names behind."""

    def may_be_about(self, other: "_Sentence") -> bool:
        """Whether it speaks of the name that another opens with as well, by that name or as “they” or “its”."""
        bearers = other.opening.bearers
        return bool(bearers & (self.opening.bearers | self.beside)) or not _PRONOUNS.isdisjoint(self.words.lower)


def facts_are_not_merged(saying: ClaimContext) -> Iterator[Violation]:
    """A clause of a claim on whom one sentence opens with has no figure, and no deed, of another such sentence."""
    quotes = saying.quote_words.text
    if not saying.named_in_text or saying.claim.kind == "question" or saying.claim.text in quotes:
        return
    opened = list(_opening_sentences(quotes, saying.named_in_quotes)) if _BORDER.search(quotes) else []
    if len(opened) < 2 or not saying.is_english:
        return
    for start, end in _spans(_CLAUSE, saying.claim.text):
        named = [each for each in saying.named_in_text if start <= each.start < end]
        about = [each for each in opened if any(each.opening.bearers & one.bearers for one in named)]
        if len(about) != 1:
            continue
        clause = saying.claim.text[start:end]
        for other in opened:
            if other.may_be_about(about[0]) or not (words := _words_of_other(clause, about[0], other)):
                continue
            if not any(True for _ in sides_are_kept(saying)):
                here, there = about[0].opening.text, other.opening.text
                message = f"claim `{saying.key}` says “{words}” of “{here}”, but the quotes say it of “{there}”"
                yield saying.violation(NAMES_EXCHANGED, (here, there), message)
            return


def _opening_sentences(text: str, named: list[NameMention]) -> Iterator[_Sentence]:
    """The sentences that open with a name."""
    spans = list(_spans(_BORDER, text))
    for start, end in spans:
        opening = next((each for each in named if start <= each.start < end), None)
        if opening is not None and text.startswith(":", opening.end):
            continue  # the name before what somebody says in an interview
        if opening is not None and _OPENING.fullmatch(text, start, opening.start):
            beside = frozenset[str]().union(*(each.bearers for each in named if opening.start < each.start < end))
            others = " ".join(text[one:two] for one, two in spans if one != start)
            yield _Sentence(opening, Words(text[start:end]), Words(others).roots, beside)


def _spans(border: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    """The half-open spans between borders."""
    start = 0
    for match in border.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _words_of_other(clause: str, about: _Sentence, other: _Sentence) -> str:
    """The figure, or the words, that a clause about one sentence's name has of another sentence alone."""
    figures = Words(clause).figures
    if about.words.figures and not any(map(about.words.gives, figures)):
        for figure in figures:
            if other.words.gives(figure):
                return clause[figure.start : figure.end].strip()
    words = [each for each in content_words(clause) if each.text.islower() and each.text not in _QUANTITIES]
    foreign = [each for each in words if each.root in other.words.roots - other.others]
    own = any(each.root in about.words.roots - other.words.roots for each in words)
    return " ".join(each.text for each in foreign) if len(foreign) >= LEAST_SHARED and not own else ""


GUARDS_ON_WORDS = (facts_are_not_merged,)
