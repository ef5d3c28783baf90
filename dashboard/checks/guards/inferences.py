"""Guards: what an event infers against its quotes has a note that says why."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.values import reported_quantities
from dashboard.evidence.words import WEEKDAYS, DateWords, Words, dates_in, weekdays_in
from dashboard.model.amount import Amount, AssessedAmount, Quantity
from dashboard.model.assessed import AssessedDate
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.source import shown_date

INFERENCE_UNEXPLAINED = guard(
    "inference-unexplained",
    "A value inferred against the quotes, and no note says why",
    "The basis `inferred` lets a date or an amount differ from what the quotes of its claims give, if its `note` says "
    "why. Here they give another day (“4 to 11 May” for 14 May), another day of the week, or another number, and the "
    "note explains something else, such as the year. A date that the note itself gives, or counts (“two days after”, "
    "“the night before”), is explained; so is a day on which a quoted source was published.",
    "write the value that the words give, say in the `note` why it differs, or `allow` it with the reason",
    "warning",
)
_EXPLAINS: Final = re.compile(
    r"\b(?:not|but|although|though|however|despite|wrong\w*|err\w*|mistak\w+|mis\w+|differ\w*|actual\w*|correct\w*"
    r"|rather|instead|earlier|later|before|after\w*|next|previous\w*|following|preced\w+|eve|night|midnight|overnight"
    r"|zones?|local|UTC|GMT|calendars?|Julian|Gregorian|style|elsewhere|another|others?|older|yesterday|tomorrow"
    r"|contradict\w*|disput\w+|unlikely|probabl\w+|likely|implausib\w+|impossib\w+)\b",
    re.IGNORECASE,
)
"""What a note has that tells of a difference."""
_COUNTS_DAYS: Final = re.compile(
    r"\b(?:days?|nights?|mornings?|evenings?|weeks?|hours?) (?:before|after|later|earlier|ago|old\w*)\b"
    r"|\b(?:next|following"
    r"|previous|same) (?:day|night|morning)\b|\b(?:eve|midnight|overnight|zones?|local|UTC|GMT|calendars?|yesterday"
    r"|tomorrow|wrong\w*|err\w*|mistak\w+|misprint\w*|not|but|until)\b",
    re.IGNORECASE,
)
"""What leads from one day of the week to another."""
_COUNTS: Final = re.compile(
    r"\d|\b(?:sum\w*|totals?|add\w*|plus|minus|together|both|count\w*|inclu\w+|exclu\w+|without|with|less|more|fewer"
    r"|mean|average|median|half|twice|doubl\w+|round\w*|revis\w+|updat\w+|convert\w*|rates?|worth|per|times|each|parts?"
    r"|shares?|estimat\w+|least|most|except|only|also|subtract\w*|deduct\w*|multipl\w+|divid\w+|remain\w*|rest|dozens?"
    r"|one|two|three|four|five|six|seven|eight|nine|ten|all|every|range|middle|figures?|numbers?)\b",
    re.IGNORECASE,
)
"""What a note has that tells how another number comes about."""
_MORE: Final = Decimal("1.3")
"""An amount may be so much more than what is one at least: 60 for “over 50”."""
_BACKGROUND: Final = re.compile(
    r"\b(?:of|since|before|after|until|till|by|from|through|for|the|last|next|previous|due|scheduled|set|expected)\s\Z",
    re.IGNORECASE,
)
"""Before a date that need not be the event's own: “the accord of 4 May”, “by 4 May”."""
_RELATIVE: Final = re.compile(
    r"\b(?:days?|weeks?|months?|later|earlier|ago|eve|night|yesterday|today|tomorrow|overnight|before|after"
    r"|until|since)\b",
    re.IGNORECASE,
)


def inferences_are_explained(context: EventContext) -> Iterator[Violation]:
    """A date or an amount that is inferred is such as the quotes give it, or its note says why it is not."""
    assessed = context.event.when.assessed
    if assessed is not None and assessed.basis == "inferred" and assessed.date is not None:
        yield from _date(context, assessed, assessed.date)
    for key, amount in context.event.amounts.items():
        if amount.assessed is not None and amount.assessed.basis == "inferred" and amount.assessed.value is not None:
            yield from _amount(context.event, key, amount, amount.assessed)


def _date(context: EventContext, assessed: AssessedDate, inferred: EventDate) -> Iterator[Violation]:
    event, note = context.event, assessed.note or ""
    claims = assessed.claims or event.when.claims
    quoted = context.quotes_of(claims)
    if inferred.earliest is None or inferred.latest is None or inferred.approximate or inferred.uncertain:
        return
    if quoted is None or not context.are_english(claims) or _gives(dates_in(note), inferred):
        return
    words = event.when.as_reported or ""
    given = _days_given(words, quoted, inferred, _days_of_publication(context, claims))
    if given and not _EXPLAINS.search(note):
        yield _of_date(event, inferred, claims, given)
    elif not given and (others := _other_weekdays(words, note, quoted, inferred)):
        yield _of_date(event, inferred, claims, others)


def _of_date(event: Event, inferred: EventDate, claims: tuple[str, ...], given: str) -> Violation:
    message = f"“{inferred.text}” is inferred, but the words give “{given}”, and the note does not say why"
    path = ("when", "assessed")
    return Violation(INFERENCE_UNEXPLAINED, event, claims, (*path, "date"), (inferred.text, given), message, part=path)


def _days_given(words: str, quoted: Words, inferred: EventDate, published: Sequence[date]) -> str:
    """The words that give other days than those inferred, and none of these; nothing where they give one of them.

    The words as reported are of the event's own date; what the quotes give may be of another, and an event may be of
    the day on which somebody wrote of it.
    """
    if reported := [each for each in dates_in(words) if each.month is not None]:
        shown = words[reported[0].start : reported[0].end]
        if _gives(reported, inferred) or any(map(quoted.given_dates.gives, _ends(inferred))):
            return ""
        return shown
    days = [each for each in dates_in(quoted.text) if each.day is not None]
    own = [each for each in days if not _BACKGROUND.search(quoted.text[: each.start][-_LOOK_BACK:])]
    if not own or len(own) < len(days) or _gives(days, inferred) or _RELATIVE.search(quoted.text):
        return ""
    is_of_source = any(_spans(inferred, each) for day in published for each in (day, day - timedelta(days=1)))
    return "" if is_of_source else quoted.text[own[0].start : own[0].end]


_LOOK_BACK: Final = 16


def _ends(inferred: EventDate) -> Iterator[DateWords]:
    for day in {inferred.earliest, inferred.latest}:
        if day is not None:
            yield DateWords(day.year, day.month, day.day, 0, 0)


def _gives(dates: Sequence[DateWords], inferred: EventDate) -> bool:
    """Whether one of some dates lies within what is inferred; of one without a year, in a year of this."""
    return any(_meets(each, inferred) for each in dates if each.month is not None)


def _meets(given: DateWords, inferred: EventDate) -> bool:
    first, last = inferred.earliest, inferred.latest
    if first is None or last is None or given.month is None:
        return False
    for year in [given.year] if given.year is not None else range(first.year, last.year + 1):
        if given.day is None:
            if (first.year, first.month) <= (year, given.month) <= (last.year, last.month):
                return True
        elif (day := _day(replace(given, year=year))) is not None and first <= day <= last:
            return True
    return False


def _day(given: DateWords) -> date | None:
    try:
        return date(given.year or 0, given.month or 0, given.day or 0)
    except ValueError:
        return None


def _spans(inferred: EventDate, day: date) -> bool:
    first, last = inferred.earliest, inferred.latest
    return first is not None and last is not None and first <= day <= last


def _days_of_publication(context: EventContext, claims: Sequence[str]) -> list[date]:
    """The days on which the sources that some claims quote were published."""
    sources = context.corpus.workspace.sources
    named = {
        quote.source for key in claims if key in context.event.claims for quote in context.event.claims[key].quotes
    }
    days = (shown_date(sources[id_].published) for id_ in sorted(named) if id_ in sources)
    return [day.earliest for day in days if day is not None and day.earliest is not None]


def _other_weekdays(words: str, note: str, quoted: Words, inferred: EventDate) -> str:
    """The days of the week that words or the note name, where what is inferred is one day, and none of them."""
    if inferred.earliest is None or inferred.earliest != inferred.latest or _COUNTS_DAYS.search(f"{words} {note}"):
        return ""
    named = weekdays_in(words) | weekdays_in(note)
    if not named or (not weekdays_in(words) and _RELATIVE.search(quoted.text)):
        return ""
    day = WEEKDAYS[inferred.earliest.weekday()]
    return "" if day in named else " and ".join(sorted(named))


def _amount(event: Event, key: str, amount: Amount, assessed: AssessedAmount) -> Iterator[Violation]:
    """An amount that is another than each source reports, in the same currency or unit."""
    note = assessed.note or ""
    reported = [quantity for _, quantity, _ in reported_quantities(key, amount)]
    same = [each for each in reported if (each.currency, each.unit) == (assessed.currency, assessed.unit)]
    if not same or any(_allows(each, assessed) for each in reported) or _COUNTS.search(note) or _EXPLAINS.search(note):
        return
    told, given = f"{assessed.value:,f}", f"{same[0].value:,f}"
    message = f"“{told}” is inferred, but “{given}” is reported, and the note does not say why"
    path = ("amounts", key, "assessed")
    claims = assessed.claims or amount.claims
    yield Violation(INFERENCE_UNEXPLAINED, event, claims, (*path, "value"), (told, given), message, part=path)


def _allows(reported: Quantity, assessed: AssessedAmount) -> bool:
    """Whether an assessed amount is what is reported, or only more exact: 310 for “over 300”."""
    low, high, value = reported.value, reported.to or reported.value, assessed.value
    if value is None or low is None or high is None:
        return True
    return {
        "at-least": low <= value <= low * _MORE,
        "at-most": high <= value * _MORE and value <= high,
        "about": abs(value - low) * 10 <= low * 3,
    }.get(reported.qualifier, low <= value <= high)


GUARDS_ON_EVENTS = (inferences_are_explained,)
