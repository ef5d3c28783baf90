"""Guards: an amount is bounded, and counts what it counts, as in the quotes that give it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import RegistryNames, is_english, quotes_of_claims
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import COUNT, NUMBER_WORDS, TextNumber, Words, content_words, counted_by
from dashboard.model.amount import Quantity
from dashboard.model.event import Event

QUALIFIER_NOT_QUOTED = guard(
    "qualifier-not-quoted",
    "An amount that is more or less exact than its quotes",
    "The quotes say “over”, “nearly” or “about” before the number, and the `qualifier` of the reported amount says "
    "something else: “over 345” is not 345. Without a `qualifier` an amount is exact.",
    "write the `qualifier` that the quotes give (`at-least`, `at-most` or `about`), or `allow` it with the reason",
    "warning",
)
UNIT_OF_AMOUNT_NOT_QUOTED = guard(
    "unit-of-amount-not-quoted",
    "An amount of something else than in the quotes",
    "The quotes have the number, but count something else with it than the `unit` of the reported amount.",
    "write the unit that the quotes count, quote the words that count it, or `allow` it with the reason",
    "warning",
)
_BOUNDS: Final = (
    (
        "at-least",
        "more than|over|above|at least|exceed(?:s|ed|ing)?|in excess of|upwards? of|no (?:less|fewer) than|beyond",
    ),
    ("at-most", "less than|fewer than|under|below|at most|up to|as many as|as much as|no more than|a maximum of"),
    ("at-most", "nearly|almost|close to|not quite|just under"),
    ("about", "about|around|approximately|roughly|some|an? estimated|estimated|circa|nearly|almost|close to"),
)
_BEFORE: Final = tuple(
    (which, re.compile(rf"\b({words})\s+(?:[$€£¥]\s?)?$", re.IGNORECASE)) for which, words in _BOUNDS
)
_BOUNDING: Final = re.compile(
    rf"\b(?:{'|'.join(words for _, words in _BOUNDS)})\s+(?:[$€£¥]\s?)?(?:\d|{'|'.join(sorted(NUMBER_WORDS))})",
    re.IGNORECASE,
)
"""A number that something bounds."""
_OPEN: Final = re.compile(r"\s*(?:\w+\s+){0,2}(?:or (?:more|so|less)|and counting)\b", re.IGNORECASE)
"""What leaves a number open behind it."""
_REACH: Final = 24


def amounts_are_as_quoted(corpus: Corpus, _: RegistryNames, event: Event) -> Iterator[Violation]:
    """Each reported amount has the qualifier and the unit with which its quotes give the number."""
    for key, amount in event.amounts.items():
        reported = amount.reported
        quoted = quotes_of_claims(corpus, event, amount.claims) if reported else None
        if reported is None or quoted is None or _is_plainly_given(reported, quoted):
            continue
        if not all(is_english(corpus, event.claims[name]) for name in amount.claims):
            continue
        figures = [each for each in quoted.figures if each.value == reported.value]
        if not figures:
            continue
        path = ("amounts", key, "reported")
        if bound := _other_bound(reported.qualifier, figures, quoted.text):
            message = f"the amount is `{reported.qualifier}`, but its quotes say “{bound}”"
            words: tuple[str, ...] = (reported.qualifier, bound)
            yield Violation(QUALIFIER_NOT_QUOTED, event, amount.claims, path, words, message)
        if counted := _other_thing(reported, figures, quoted):
            message = f"the amount is of “{reported.unit}”, but its quotes count “{counted}” with this number"
            words = (reported.unit or "", counted)
            yield Violation(UNIT_OF_AMOUNT_NOT_QUOTED, event, amount.claims, path, words, message)


def _is_plainly_given(reported: Quantity, quoted: Words) -> bool:
    """A quick look: whether an amount without a bound stands in quotes without one, with its unit."""
    if reported.qualifier not in ("exact", "about") or (reported.unit or "") not in quoted.text:
        return False
    return not _BOUNDING.search(quoted.text)


def _other_bound(qualifier: str, figures: Sequence[TextNumber], text: str) -> str:
    """The words that bound a number in the quotes in another way than its qualifier; nothing where one agrees."""
    words = ""
    for figure in figures:
        before = text[max(0, figure.start - _REACH) : figure.start]
        found = {which: match[1] for which, bound in _BEFORE if (match := bound.search(before))}
        if qualifier in (found or ("exact", "about")) or _OPEN.match(text, figure.end):
            return ""
        words = next(iter(found.values()), "the bare number")
    return words


def _other_thing(reported: Quantity, figures: Sequence[TextNumber], quoted: Words) -> str:
    """What the quotes count with the number, where it is something else than the unit; nothing where they agree."""
    unit = frozenset(word.root for word in content_words(reported.unit or ""))
    counted = [each for each in (counted_by(quoted.text, figure) for figure in figures) if each]
    if not unit or len(counted) < len(figures) or any(each.is_anybody or unit & set(each.roots) for each in counted):
        return ""
    written = counted_by(
        f"{reported.value} {reported.unit}", TextNumber(reported.value, COUNT, 0, len(f"{reported.value}"))
    )
    if written and written.measure and any(map(written.is_as_much_as, counted)):
        return ""
    are_measures = all(each.measure for each in counted) or bool(written and written.measure)
    return counted[0].words if are_measures or unit & quoted.roots else ""


GUARDS_ON_EVENTS = (amounts_are_as_quoted,)
