"""Guards: a title gives no number, and no name, that its event has not."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from dashboard.checks.context import RegistryNames, is_in_latin
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.giving import date_words
from dashboard.checks.guard_registry import guard
from dashboard.checks.named_ids import actors_of, places_of
from dashboard.checks.wording import is_name_at_its_beginning, is_no_name, may_be_a_name
from dashboard.evidence.words import (
    COUNT,
    COUNTRY_KEYS,
    CURRENCIES,
    FIGURE_BEHIND,
    NUMBER_WORDS,
    DateWords,
    NameWord,
    TextNumber,
    Words,
    is_derived,
    is_named_otherwise,
    root_of,
    without_possessive,
)
from dashboard.model.amount import Amount
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.geography import country_name
from dashboard.model.problem import ProblemKind
from dashboard.model.vocabularies import ENGLISH

TITLE_NUMBER_NOT_CLAIMED = guard(
    "title-number-not-claimed",
    "A number in the title that is not in the event",
    "The team writes the title, but its numbers, amounts and dates must be in the event: in the text or the quotes of "
    "a claim, in an amount, or in the date.",
    "correct the title, add the claim that gives the number, or `allow` it in a claim with the reason",
    "warning",
)
TITLE_NAME_NOT_CLAIMED = guard(
    "title-name-not-claimed",
    "A name in the title that is not in the event",
    "Every name in a title must be in the event: in the text or the quotes of a claim, or as an actor, a place, or "
    "the country of one of them. The first word always has a capital: it is checked if it is in the registry, if "
    "another name follows, or if it may be a name because no quoted text writes it with a small letter.",
    "correct the title, add the claim or the actor that it names, or `allow` it in a claim with the reason",
    "warning",
)
TITLE_OVERCLAIMS = guard(
    "title-overclaims",
    "A stronger verb in the title than in the event",
    "The title has a strong verb (“abolishes”, “declares”, “surrenders”, “kills”) that no claim or quote of the event "
    "has in any form.",
    "use a verb of the claims, add the claim that says it, or `allow` it in a claim with the reason",
    "warning",
)
_STRONG: Final = frozenset(map(root_of, ENGLISH["strong_verbs"]))
MOST_SMALL: Final = 0.34
"""Share of words without a capital up to which a title has capitals throughout: then they tell no names."""
LEAST_WORDS: Final = 4
"""The fewest capitalised words that a title needs to count as written in capitals throughout."""

_SIGNS: Final = ".,;:!?()“”‘’\"'"
_BARE: Final = re.compile(r"\(?0*(\d+)\)?[.,:;]?")
_ALONE: Final = re.compile(r"(?<![\d.,$€£¥])0*(\d+)(?![\d.,]*\d)")
_COUNTS: Final = re.compile(rf"[ \u00a0]?(?:%|(?:{'|'.join(sorted(FIGURE_BEHIND - {'%'}))})\b)", re.IGNORECASE)
"""Behind a number, what it is a number of."""


def title_says_no_more(corpus: Corpus, registered: RegistryNames, event: Event) -> Iterator[Violation]:
    """Every number and name in a title is in the event's claims, in their quotes, or in its own fields."""
    given = Words("\n\n".join(_texts(event)))
    given_words = set(given.text.split())
    residue = [word for word in event.title.split() if word not in given_words]
    if not residue or not is_in_latin(event.title):
        return
    said = Words(event.title)
    if any(_may_be_a_number(word) and not _stands_alone(word, event.title, given.text) for word in residue):
        figures = [(each.start, each.end) for each in said.figures if not _gives_figure(event, given, each)]
        dates = [(each.start, each.end) for each in said.dates if not _gives_date(event, given, each)]
        for start, end in dict.fromkeys((*figures, *dates)):
            yield _violation(TITLE_NUMBER_NOT_CLAIMED, event, event.title[start:end].strip())
    others = [word for word in residue if root_of(word.strip(_SIGNS)) in _STRONG]
    if strong := [word.strip(_SIGNS) for word in others if root_of(word.strip(_SIGNS)) not in given.roots]:
        yield _violation(TITLE_OVERCLAIMS, event, *strong)
    if all(word == word.lower() for word in residue):
        return
    small = [registered.written_small(corpus, source) for source in _quoted_sources(event)]
    names = [word for word in _names(said, registered, small) if without_possessive(word.text) not in given_words]
    if names := [word for word in names if not _has_name(corpus, registered, event, given, word)]:
        yield _violation(TITLE_NAME_NOT_CLAIMED, event, *dict.fromkeys(without_possessive(word.text) for word in names))


def _texts(event: Event) -> Iterator[str]:
    """All texts of an event that may give names and numbers: claims, quotes, reported words, amounts."""
    for claim in event.claims.values():
        yield claim.text
        yield from claim.exact_quotes
        yield claim.by_as_reported or ""
    yield from (event.when.as_reported or "", event.where.as_reported or "")
    yield from (part.as_reported or "" for part in event.who)
    yield from (text for amount in event.amounts.values() for text in _of_amount(amount))


def _of_amount(amount: Amount) -> Iterator[str]:
    for given in (amount.reported, amount.assessed):
        yield (given.unit if given else None) or ""
    yield amount.purpose or ""


def _may_be_a_number(word: str) -> bool:
    return any(map(str.isdigit, word)) or not NUMBER_WORDS.isdisjoint(word.lower().strip(".,:;").split("-"))


def _stands_alone(word: str, title: str, text: str) -> bool:
    """Whether a bare number of a title stands in a text, of nothing else: a quick look that spares a close one."""
    bare = _BARE.fullmatch(word)
    if bare is None or _COUNTS.match(title, title.find(word) + len(word)):
        return False
    return bare[1] in _ALONE.findall(text)


def _gives_figure(event: Event, given: Words, figure: TextNumber) -> bool:
    if given.gives(figure) or figure.is_given_by(_amounts(event)) or is_derived(figure, event.title, given):
        return True
    return figure.value == 2 and figure.unit == COUNT and given.carries_two


def _amounts(event: Event) -> Iterator[TextNumber]:
    """What its amounts come to."""
    for amount in event.amounts.values():
        for each in (amount.reported, amount.assessed):
            if each is not None and each.value is not None:
                unit = CURRENCIES.get(each.currency, each.currency) if each.currency else COUNT
                yield TextNumber(each.value, unit, 0, 0)


def _gives_date(event: Event, given: Words, said: DateWords) -> bool:
    """Whether its words give it, or its date, as reported or as assessed, may be the one that a title gives."""
    if given.given_dates.gives(said) or (said.month is None and Decimal(said.year or 0) in given.units):
        return True
    assessed = event.when.assessed.date if event.when.assessed else None
    return any(_overlap(held, said) for held in (event.when.reported, assessed) if held is not None)


def _overlap(held: EventDate, said: DateWords) -> bool:
    if said.year is None:
        ends = [each for part in held.text.split("/") for each in date_words(part)]
        return any(each.month == said.month and said.day in (None, each.day) for each in ends)
    years = range(said.year, said.year + (10 if said.is_decade else 1))
    earliest, latest = held.earliest or date.min, held.latest or date.max
    in_month = [said.month] if said.month else range(1, 13)
    return any(
        (earliest.year, earliest.month) <= (year, month) <= (latest.year, latest.month)
        for year in years
        for month in in_month
    )


def _quoted_sources(event: Event) -> set[str]:
    return {quote.source for claim in event.claims.values() for quote in claim.quotes}


def _names(said: Words, registered: RegistryNames, small: Sequence[frozenset[str]]) -> Iterator[NameWord]:
    """The words of a title that are names; of one with capitals throughout, those that the registry or a map knows."""
    words = said.names
    others = [word for word in said.text.split() if word[:1].islower()]
    throughout = len(words) >= LEAST_WORDS and len(others) <= MOST_SMALL * (len(words) + len(others))
    for index, word in enumerate(words):
        if is_no_name(word):
            continue
        if throughout:
            if word.key in registered.known or word.key in COUNTRY_KEYS:
                yield word
        elif (
            not word.begins_sentence
            or is_name_at_its_beginning(word, words[index + 1 : index + 2], registered)
            or may_be_a_name(word, small)
        ):
            yield word


def _has_name(corpus: Corpus, registered: RegistryNames, event: Event, given: Words, word: NameWord) -> bool:
    """Whether the event has the name in its words, in another form or under another name, or in its fields."""
    known = registered.known
    if any(known.has_form(bearer, word.key) for bearer in _bearers(event)):
        return True
    if given.keys.have(word.key) or word.key in given.initials:
        return True
    if is_named_otherwise(word, event.title, given.keys):
        return True
    if any(known.has_form(bearer, word.key) for bearer in known.named_by(given.keys)):
        return True
    return Words(" ".join(_countries(corpus, event))).keys.have(word.key)


def _bearers(event: Event) -> Iterator[str]:
    yield from (f"actor/{id_}" for _, id_ in actors_of(event))
    yield from (f"place/{id_}" for _, id_ in places_of(event))


def _countries(corpus: Corpus, event: Event) -> Iterator[str]:
    """The names of the countries of the event's actors and places."""
    workspace = corpus.workspace
    held = [*(workspace.actors.get(id_) for _, id_ in actors_of(event))]
    codes = {each.country for each in held if each}
    codes |= {each.country for _, id_ in places_of(event) if (each := workspace.places.get(id_))}
    yield from (country_name(code) for code in codes if code)


def _violation(kind: ProblemKind, event: Event, *words: str) -> Violation:
    return Violation(kind, event, tuple(event.claims), ("title",), words, _message)


def _message(words: Sequence[str]) -> str:
    told, are = "”, “".join(words), "is" if len(words) == 1 else "are"
    return f"“{told}” {are} in the title, but in no claim or field of the event"


GUARDS_ON_EVENTS = (title_says_no_more,)
