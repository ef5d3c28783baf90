"""The numbers and dates of a title that neither the words of its event give nor its fields."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from typing import Final

from dashboard.checks.context import EventContext, worked_out_dates
from dashboard.checks.corpus import Corpus
from dashboard.checks.giving import date_words
from dashboard.evidence.derived_numbers import is_derived, longest_list
from dashboard.evidence.words import (
    COUNT,
    CURRENCIES,
    FIGURE_BEHIND,
    MONTHS,
    NUMBER_WORDS,
    ROUGH_WORDS,
    WEEKDAYS,
    DateWords,
    TextNumber,
    Words,
    rough_numbers_in,
)
from dashboard.model.dates import EventDate
from dashboard.model.event import Event

Span = tuple[int, int]
_SIGNS: Final = ".,;:!?()“”‘’\"'"
_BARE: Final = re.compile(r"\(?0*(\d+)\)?[.,:;]?")
_ALONE: Final = re.compile(r"\d(?<![\d.,$€£¥]\d)\d*(?![\d.,]*\d)")
"""It begins with the digit, not with what may not stand before: so it is found several times as fast."""
_COUNTS: Final = re.compile(rf"[ \u00a0]?(?:%|(?:{'|'.join(sorted(FIGURE_BEHIND - {'%'}))})\b)", re.IGNORECASE)
"""Behind a number, what it is a number of."""
_NAMES_OF_MONTHS: Final = {number: name.capitalize() for name, number in reversed(MONTHS.items()) if name != "sept"}
_OFTEN_OTHER_WORDS: Final = ("March", "May")
"""They are months where a small word before them says so: “workers march” may have a capital in a headline."""
_MONTH: Final = re.compile(
    rf"\b(?:{'|'.join(each for each in _NAMES_OF_MONTHS.values() if each not in _OFTEN_OTHER_WORDS)}"
    rf"|(?<=\b[Ii]n )(?:{'|'.join(_OFTEN_OTHER_WORDS)}))\b"
)
_WEEKDAY: Final = re.compile(rf"\b(?:{'|'.join(WEEKDAYS)})\b")
_CALENDAR: Final = frozenset((*(name.capitalize() for name in MONTHS), *WEEKDAYS))
_WEEK: Final = 7


def unclaimed_numbers(context: EventContext, given: Words, residue: Sequence[str]) -> list[str]:
    """The numbers and dates of the title, as it has them, that nothing in the event gives.

    `given` are the texts of the event, and `residue` the words of the title that are not among theirs. Names of months
    and days, and numbers of rough size, have other words in another language: they are read if all quotes are English.
    """
    event = context.event
    others = [word.strip(_SIGNS) for word in residue]
    is_rough = not ROUGH_WORDS.isdisjoint(map(str.lower, others))
    is_dated = not _CALENDAR.isdisjoint(re.sub("['’]s$", "", word) for word in others)
    has_number = any(_may_be_a_number(word) and not _stands_alone(word, event.title, given.text) for word in residue)
    if not (is_rough or is_dated or has_number):
        return []
    said, spans = Words(event.title), list[Span]()
    reads_words = (is_rough or is_dated) and context.is_english
    rough = [(each.start, each.end) for each in rough_numbers_in(event.title)]
    if has_number:
        spans += _exact_numbers(event, given, said, rough)
    if reads_words and is_rough:
        spans += _rough_numbers(event, given)
    if reads_words and is_dated:
        spans += _months(event, given, said)
        spans += _weekdays(context.corpus, event, given)
    return list(dict.fromkeys(event.title[start:end].strip() for start, end in sorted(spans)))


def _may_be_a_number(word: str) -> bool:
    return any(map(str.isdigit, word)) or not NUMBER_WORDS.isdisjoint(word.lower().strip(".,:;").split("-"))


def _stands_alone(word: str, title: str, text: str) -> bool:
    """Whether a bare number of a title stands in a text, of nothing else: a quick look that spares a close one."""
    bare = _BARE.fullmatch(word)
    if bare is None or _COUNTS.match(title, title.find(word) + len(word)):
        return False
    return any(bare[1] == (each.lstrip("0") or "0") for each in _ALONE.findall(text))


def _exact_numbers(event: Event, given: Words, said: Words, rough: Sequence[Span]) -> Iterator[Span]:
    """Figures that are no part of a number of rough size, and dates of a day or a year."""
    for figure in said.figures:
        is_part = any(start <= figure.start and figure.end <= end for start, end in rough)
        if not is_part and not _gives_figure(event, given, figure):
            yield figure.start, figure.end
    for each in said.dates:
        if (each.day or each.year) and not _gives_date(event, given, each):
            yield each.start, each.end


def _gives_figure(event: Event, given: Words, figure: TextNumber) -> bool:
    if given.gives(figure) or figure.is_given_by(_amounts(event)) or is_derived(figure, event.title, given):
        return True
    return figure.value == 2 and figure.unit == COUNT and given.carries_two


def _amounts(event: Event) -> Iterator[TextNumber]:
    """What its amounts come to."""
    for amount in event.amounts.values():
        for each in (amount.reported, *(other.reported for other in amount.also_reported), amount.assessed):
            if each is not None and each.value is not None:
                unit = CURRENCIES.get(each.currency, each.currency) if each.currency else COUNT
                yield from (TextNumber(end, unit, 0, 0) for end in (each.value, each.to) if end is not None)


def _rough_numbers(event: Event, given: Words) -> Iterator[Span]:
    """Numbers of rough size of which the event has none like them: no figure, no amount, and no list so long."""
    figures, others = [*given.figures, *_amounts(event)], list(rough_numbers_in(given.text))
    for rough in rough_numbers_in(event.title):
        if not rough.is_given_by(figures, others) and not rough.may_be(longest_list(given.text)):
            yield rough.start, rough.end


def _months(event: Event, given: Words, said: Words) -> Iterator[Span]:
    """Months that no text names, and in which no date of the event may lie; with a day or a year, the whole date."""
    dated = [each for each in said.dates if each.day or each.year]
    yield from ((each.start, each.end) for each in dated if each.month and not _gives_date(event, given, each))
    whole = [(each.start, each.end) for each in dated]
    named = [(match.span(), MONTHS[match[0].lower()]) for match in _MONTH.finditer(event.title)]
    named += [((each.start, each.end), each.month) for each in said.dates if each.month and not (each.day or each.year)]
    for (start, end), month in dict.fromkeys(named):
        is_part = any(first <= start and end <= last for first, last in whole)
        if not is_part and not _gives_date(event, given, DateWords(None, month, None, start, end)):
            name = _NAMES_OF_MONTHS[month]
            if not re.search(rf"\b(?:{name}|{name[:3]})\b", given.text):
                yield start, end


def _weekdays(corpus: Corpus, event: Event, given: Words) -> Iterator[Span]:
    """Days of the week that no text names, and on which no date of the event or of its texts lies."""
    worked_out = worked_out_dates(corpus, event.claims.values())
    in_texts = {day.weekday() for each in (*given.dates, *worked_out) if (day := _day_of(each))}
    for match in _WEEKDAY.finditer(event.title):
        name, weekday = match[0], WEEKDAYS.index(match[0])
        is_given = weekday in in_texts or any(_may_be_on(held, weekday) for held in _dates(event))
        if not is_given and not re.search(rf"\b(?:{name}|{name[:3]}(?:s|r|rs)?\b)", given.text):
            yield match.span()


def _day_of(words: DateWords) -> date | None:
    """The day that words give; None where they give none, or one that does not exist."""
    try:
        return date(words.year, words.month, words.day) if words.year and words.month and words.day else None
    except ValueError:
        return None


def _may_be_on(held: EventDate, weekday: int) -> bool:
    """Whether a day that a date allows is this day of the week."""
    if held.in_doubt or held.earliest is None or held.latest is None:
        return True
    days = min((held.latest - held.earliest).days + 1, _WEEK)
    return (weekday - held.earliest.weekday()) % _WEEK < days


def _dates(event: Event) -> Iterator[EventDate]:
    """The event's dates, as reported and as assessed."""
    yield from event.when.dates


def _gives_date(event: Event, given: Words, said: DateWords) -> bool:
    """Whether its words give it, or its date, as reported or as assessed, may be the one that a title gives."""
    if given.given_dates.gives(said) or (said.month is None and Decimal(said.year or 0) in given.units):
        return True
    return any(_overlap(held, said) for held in _dates(event))


def _overlap(held: EventDate, said: DateWords) -> bool:
    if said.year is None and said.day is None:
        return said.month is None or _may_be_in(held, said.month)
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


def _may_be_in(held: EventDate, month: int) -> bool:
    """Whether a day that a date allows is in this month; of one in doubt, in a month beside it."""
    if held.earliest is None or held.latest is None:
        return True
    first, last = (each.year * 12 + each.month for each in (held.earliest, held.latest))
    doubt = int(held.uncertain or held.approximate)
    return (month - first + doubt) % 12 <= last - first + 2 * doubt
