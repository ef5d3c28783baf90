"""Claims beside the words that carry them, as the guards on words look at them."""

import calendar
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from typing import Final

from dashboard.checks.context.registry_names import RegistryNames
from dashboard.checks.context.subjects import issuers_named, lead_of
from dashboard.checks.corpus import Corpus, Violation
from dashboard.evidence.words import (
    FIGURE_BEFORE,
    FIGURE_BEHIND,
    FIGURE_GOES_ON,
    NUMBER_WORDS,
    DateWords,
    NameMention,
    RelativeDate,
    Words,
    dates_in,
    relative_dates,
)
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.problem import ProblemKind
from dashboard.model.source import Source, shown_date, shown_text
from dashboard.model.time_and_place import OtherPlace, Where
from dashboard.store.workspace import PathInRecord, Workspace

_BETWEEN_QUOTES = "\n\n"
_SPEECH_MARKS: Final = '“”"'


@dataclass(frozen=True)
class ClaimContext:
    """One claim with quotes of held texts: what it says, and what they say."""

    corpus: Corpus
    registered: RegistryNames
    event: Event
    key: str
    claim: Claim

    def violation(
        self,
        kind: ProblemKind,
        words: Iterable[str],
        message: str | Callable[[Sequence[str]], str],
        hint: str = "",
        *,
        at: PathInRecord = ("text",),
    ) -> Violation:
        """What a guard found wrong in this claim, at this path in it."""
        path = ("claims", self.key, *at)
        return Violation(kind, self.event, (self.key,), path, tuple(dict.fromkeys(words)), message, hint)

    @cached_property
    def claim_words(self) -> Words:
        """The claim's text."""
        return Words(self.claim.text)

    @cached_property
    def quote_words(self) -> Words:
        """Its quotes."""
        return words_of_quotes(self.corpus, [self.claim])

    @cached_property
    def named_in_text(self) -> list[NameMention]:
        """The names in the claim's text, where they stand."""
        return self.registered.about.named_in(self.claim.text)

    @cached_property
    def named_in_quotes(self) -> list[NameMention]:
        """The names in its quotes."""
        return self.registered.about.named_in(self.quote_words.text)

    @cached_property
    def is_english(self) -> bool:
        """Whether the claim and all that it quotes may be in English: in its letters, and in no other language."""
        return is_in_latin(self.claim.text) and is_english(self.corpus, self.claim)

    @cached_property
    def named_by_claim(self) -> frozenset[str]:
        """The actors and places whom its text names."""
        return self.registered.known.named_by(self.claim_words.keys)

    @cached_property
    def named_by_quotes(self) -> frozenset[str]:
        """The actors and places whom its quotes name."""
        return self.registered.known.named_by(self.quote_words.keys)

    @cached_property
    def residue(self) -> list[str]:
        """The words of the claim that stand in none of its quotes, just as they are."""
        quoted = set(self.quote_words.text.split())
        return [word for word in self.claim.text.split() if word not in quoted]

    @cached_property
    def as_reported(self) -> set[str]:
        """The actors and places whom the words of this claim name in a way that the record tells."""
        event, key = self.event, self.key
        actors = {f"actor/{part.actor}" for part in event.who if part.as_reported and key in part.claims}
        actors |= {f"actor/{each.actor}" for each in self.claim.voices if each.actor and each.words}
        given: Sequence[Where | OtherPlace] = (event.where, *event.where.also_reported)
        named = (each.reported for each in given if each.as_reported and key in each.claims)
        return actors | {f"place/{id_}" for id_ in named if id_}

    @cached_property
    def who_publish(self) -> frozenset[str]:
        """The speakers who wrote or published a quoted source, by its description, or who issued a press release."""
        bearers = frozenset(f"actor/{each}" for each in self.claim.by)
        described = [self.corpus.workspace.sources.get(quote.source) for quote in self.claim.quotes] if bearers else []
        named = [text for each in described if each for text in map(shown_text, (each.author, each.outlet)) if text]
        words = Words("; ".join(named))
        found = frozenset(
            each
            for each in (bearers if named else ())
            if each in self.registered and self.registered.are_named(each, words, whole=True)
        )
        releases = [each for each in described if each and each.kind == "press-release"]
        return found.union(*(bearers & self._issuers_of(each) for each in releases)) if releases else found

    def _issuers_of(self, release: Source) -> frozenset[str]:
        """Which bodies a press release itself has as those who issue it: nobody where its words are a person's."""
        actors, about = self.corpus.workspace.actors, self.registered.about
        if any(each in self.quote_words.text for each in _SPEECH_MARKS):
            return frozenset()
        lead = lead_of(self.corpus.workspace.texts.get(release.id, ""))
        found = issuers_named(lead, about.named_in(lead), about.named_in(shown_text(release.title) or ""))
        held = ((each, actors.get(each.removeprefix("actor/"))) for each in found)
        return frozenset(each for each, actor in held if actor and actor.kind != "person")

    @cached_property
    def has_digits(self) -> bool:
        """Whether the claim gives anything in digits."""
        return _DIGIT.search(self.claim.text) is not None

    @cached_property
    def has_figures(self) -> bool:
        """Whether the claim gives a number, in digits or in words."""
        return self.has_digits or not NUMBER_WORDS.isdisjoint(self.claim_words.lower)

    @cached_property
    def figures_may_differ(self) -> bool:
        """Whether a figure or date of the claim is written in another way than in its quotes, or is not there."""
        if not (_NUMBERS_AND_SHARES & self.claim_words.lower) <= self.quote_words.lower:
            return True
        if not self.has_digits:
            return False
        return not _figures(self.claim.text) <= _figures(self.quote_words.text)


_NUMBERS_AND_SHARES: Final = NUMBER_WORDS | {"percent"}
_LATIN: Final = re.compile(r"[A-Za-z\u00c0-\u024f]")
_LETTER: Final = re.compile(r"[^\W\d_]")
_DIGIT: Final = re.compile(r"[\d½¼¾]")
_GAP: Final = " \u00a0\u202f\n-"
_FIGURE: Final = re.compile(rf"([\d½¼¾]+(?:[.,\u00a0\u202f\u066b\u066c]\d+)*)([{_GAP}]{{0,2}}(?:%|[^\W\d_][\w.]*))?")
_MONTHS: Final = frozenset(calendar.month_abbr[1:])
_LONGEST_BEFORE: Final = 24
_READ_BEFORE: Final = re.compile(rf"(?:\b(?:{'|'.join(calendar.month_abbr[1:])})[a-z]*\.?|{FIGURE_BEFORE})\Z")


def _figures(text: str) -> set[tuple[str, str, str]]:
    """Each figure in digits, with the words before and behind it that may be read with it.

    Where the quotes have the very same, nothing more need be read.
    """
    found: set[tuple[str, str, str]] = set()
    for match in _FIGURE.finditer(text):
        digits, behind = match.groups()
        start, read = match.start(), ""
        if behind is not None:
            word = behind.strip(_GAP)
            read = word.lower().rstrip(".")
            if read in FIGURE_GOES_ON:
                read += " ".join(text[match.end() : match.end() + _LONGEST_BEFORE].lower().split()[:2])
            elif read not in FIGURE_BEHIND and word[:3] not in _MONTHS:
                read = ""
        found.add((_before(text, start) if start else "", digits, read))
    return found


def _before(text: str, start: int) -> str:
    """The word before a figure that begins at `start`, where that may be read with it."""
    word = text[text.rfind(" ", 0, start - 1) + 1 : start - 1] if text[start - 1] == " " else ""
    if word.isalpha() and word[0].islower():
        return ""
    words = text[max(0, start - _LONGEST_BEFORE) : start].rsplit(None, 1)
    return words[-1] if words and _READ_BEFORE.search(words[-1]) else ""


def is_in_latin(text: str) -> bool:
    """Whether at least half of a text's letters are Latin."""
    return text.isascii() or 2 * len(_LATIN.findall(text)) >= len(_LETTER.findall(text))


def is_english(corpus: Corpus, claim: Claim) -> bool:
    """Whether every text that a claim quotes is in English, or in a language that is not told."""
    for quote in claim.quotes:
        described = corpus.workspace.sources.get(quote.source)
        if described is not None and not (described.language or "en").startswith("en"):
            return False
    return True


def words_of_quotes(corpus: Corpus, claims: Sequence[Claim]) -> Words:
    """All that some claims quote, one quote behind another."""
    text = _BETWEEN_QUOTES.join([quote.exact for claim in claims for quote in claim.quotes])
    return Words(text, partial(worked_out_dates, corpus, claims))


def worked_out_dates(corpus: Corpus, claims: Iterable[Claim]) -> Iterator[DateWords]:
    """The dates that the quotes of some claims give by the day of their source, or by another date beside them."""
    return (each.given for each in relative_dates_of(corpus.workspace, claims))


def relative_dates_of(workspace: Workspace, claims: Iterable[Claim]) -> Iterator[RelativeDate]:
    """Dates that quotes give by another day, with the words that give them and the date from which they count.

    What a claim quotes of one source is one text: there, a date may stand in the quote before.
    """
    for claim in claims:
        for id_ in dict.fromkeys(quote.source for quote in claim.quotes):
            source = workspace.sources.get(id_)
            published = shown_date(source.published) if source else None
            day = published.earliest if published and published.earliest == published.latest else None
            text = _BETWEEN_QUOTES.join([quote.exact for quote in claim.quotes if quote.source == id_])
            yield from relative_dates(text, day, dates_in(text))
