"""How long something lasted, by the words, is how long it lasted by its dates."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import BOUND, NUMBER, Measure
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.model.dates import EventDate, days_spanned
from dashboard.model.event import Event

DURATION_CONTRADICTS_DATE = guard(
    "duration-contradicts-date",
    "A duration that does not match the dates",
    "A claim that gives the date of an event with `lasted` also gives a duration (`for ten years`, `lasted three "
    "days`, `ended after 90 days`). The interval is shorter or longer than that by more than one of its units. "
    "Uncertain dates and open intervals are not checked.",
    "correct the interval or the text",
)
YEARS_CONTRADICT_DATES = guard(
    "years-contradict-dates",
    "A number of years that does not match the two years",
    "A claim's text gives two years and the number of years between them (`in 1999, and ten years later, in 2009`), "
    "but the numbers do not match. A difference of one year is accepted, because parts of years may be counted or "
    "not.",
    "correct the years or the number",
)
UNIT_DAYS: Final = {"day": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.44, "year": 365.25, "decade": 3652.5}
_UNIT: Final = rf"(?P<unit>(?a:{'|'.join(UNIT_DAYS)}))s?\b"
_LASTED: Final = re.compile(
    rf"\b(?:for|last(?:ed|s|ing)(?: for)?|(?:ended|closed|ceased|expired|stopped|lifted|concluded|over|left)"
    rf"(?: [a-z]+){{0,2}} after)\s+{BOUND}{NUMBER}\s+(?:full |whole |consecutive |straight |long )?{_UNIT}(?!-)",
    re.IGNORECASE,
)
_ANY: Final = re.compile(rf"\b{NUMBER}[\s-]+(?:[a-z]+ )?{_UNIT}", re.IGNORECASE)
_OF_ANOTHER_TIME: Final = re.compile(
    r"\b(?:had|has|have|to [a-z]+)\b[^.;:]{0,60}$"
    r"|\b(?:would|could|will|should|(?-i:may)|might|must|if|supposed|meant|planned|due|scheduled|expected|likely"
    r"|sentenced|jailed|valid|lease[ds]?|rent(?:ed|s)?)\b",
    re.IGNORECASE,
)
"""Before a span, what makes it one that was planned, or was over before, or of a contract."""
_YEAR: Final = r"(?:1\d|20)\d\d"
_YEARS_LATER: Final = re.compile(
    rf"\b(?P<first>{_YEAR})\b(?P<between>[^.;]{{0,80}}?)\b{BOUND}{NUMBER}[\s-]years?\s+(?P<way>later|earlier|before|after),?"
    rf"\s+(?:that is, )?in (?:[A-Z][a-z]+ )?(?P<second>{_YEAR})\b",
    re.IGNORECASE,
)
_ANY_YEAR: Final = re.compile(rf"\b{_YEAR}\b")


def duration_fits_the_interval(corpus: Corpus) -> Iterator[Violation]:
    """What a claim that dates an event says of how long it lasted fits the interval."""
    for event in corpus.events.values():
        if event.when.lasted:
            for held, names in _certain_dates(event):
                for name in names:
                    if name in event.claims and (said := _contradiction(event.claims[name].text, held)):
                        message = f"“{said}” does not match {held.words()} ({_length(held)})"
                        path = ("claims", name, "text")
                        yield Violation(DURATION_CONTRADICTS_DATE, event, (name,), path, (said,), message)


def years_between_are_counted(corpus: Corpus) -> Iterator[Violation]:
    """So many years as a text says lie between the two that it gives."""
    for event in corpus.events.values():
        for name, claim in event.claims.items():
            if " year" not in claim.text and "-year" not in claim.text:
                continue
            for match in _YEARS_LATER.finditer(claim.text):
                said = Measure.of(match)
                if said is None or _ANY_YEAR.search(match["between"]):
                    continue
                years = int(match["second"]) - int(match["first"])
                counted = -years if match["way"].lower() in ("earlier", "before") else years
                if not _fits(said, counted, counted, 1.0):
                    message = f"from {match['first']} to {match['second']} it is {abs(years)} years"
                    words, path = (match["first"], match["number"], match["second"]), ("claims", name, "text")
                    yield Violation(YEARS_CONTRADICT_DATES, event, (name,), path, words, message)


def _certain_dates(event: Event) -> Iterator[tuple[EventDate, tuple[str, ...]]]:
    """Dates that are closed and in no doubt, each with the claims that give it.

    An assessed date that is known from elsewhere may contradict the words: that is a disagreement, and no slip.
    """
    when = event.when
    given = [(when.reported, when.claims), *((other.reported, other.claims) for other in when.also_reported)]
    if when.assessed is not None and when.assessed.basis == "quoted":
        given.append((when.assessed.date, when.assessed.claims))
    for held, names in given:
        if held and held.earliest and held.latest and not (held.uncertain or held.approximate):
            yield held, names


def _contradiction(text: str, held: EventDate) -> str:
    """The words of `text` that cannot be true if it lasted as `held` says; none where it gives several spans."""
    found = list(_LASTED.finditer(text))
    if len(found) != 1 or len(list(_ANY.finditer(text))) > 1 or _OF_ANOTHER_TIME.search(text[: found[0].start()]):
        return ""
    said = Measure.of(found[0])
    if said is None:
        return ""
    unit = UNIT_DAYS[found[0]["unit"].lower()]
    fits = _fits(said, _shortest(held) / unit, days_spanned(held) / unit, 1.0)
    return "" if fits else " ".join(found[0][0].split())


def _fits(said: Measure, shortest: float, longest: float, tolerance: float) -> bool:
    """Whether it may be as much as is said; by a tenth more or less, or by a quarter where that is rough."""
    slack = max(tolerance, said.value * (0.25 if said.roughly else 0.1))
    too_short = said.at_least and longest < said.value - slack
    too_long = said.at_most and shortest > said.value + slack
    return not (too_short or too_long)


def _shortest(held: EventDate) -> int:
    """Days that an interval has at least. What is no interval says no more than the time within which it was."""
    if not held.is_interval or held.start is None or held.end is None:
        return 0
    return max(0, (held.end.earliest - held.start.latest).days)


def _length(held: EventDate) -> str:
    days = days_spanned(held)
    return f"{days} days" if days < 800 else f"{days / UNIT_DAYS['year']:.0f} years"


GUARDS = (duration_fits_the_interval, years_between_are_counted)
