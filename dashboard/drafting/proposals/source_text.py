"""A text that is read for events, with what is known of its source, and what its earlier sentences gave."""

import datetime as dt
import re
from dataclasses import dataclass
from typing import Any, Final

from dashboard.checks.context import RegistryNames
from dashboard.drafting.people import ROLES_PATTERN, TextNames, names_of
from dashboard.drafting.proposals.proposal import FieldWords
from dashboard.evidence.sentences import Span
from dashboard.evidence.words import DateWords, dates_in

_BY_LINE: Final = re.compile(
    rf"\ufeff?\s*(?P<name>[A-ZÀ-Þ][^\n,]{{3,60}}),\s+[^\n.]*?\b(?:{ROLES_PATTERN})\b[^\n.]*(?=\n|$)"
)
_NEAR: Final = 3000
"""Characters behind a date in which a day without its year may be of the same year."""


@dataclass(frozen=True, slots=True)
class SourceText:
    """The text of a source."""

    source: str
    text: str
    published: dt.date | None
    """The day of the source, where it is known to a day."""
    registered: RegistryNames
    kind: str = ""
    """`press-release`, `article`, ...; empty where the source is not described."""

    @property
    def names(self) -> TextNames:
        """Whom the text names."""
        return names_of(self.text)

    @property
    def by_line(self) -> tuple[str, Span] | None:
        """Who signs the text in its first line, and the span of that line: “Ana Ruiz, Secretary of State”."""
        match = _BY_LINE.match(self.text)
        if match is None or self.names.person(match["name"]) is None:
            return None
        return match["name"], (match.start("name"), match.end())


@dataclass(frozen=True, slots=True)
class YearGiven:
    """A year, with the passage that gives it."""

    year: int
    span: Span
    month: int = 0
    """From here on a day without its year is of this year; 0 where the passage is the heading above."""
    day: int = 0

    def reaches(self, month: int, day: int | None) -> bool:
        """Whether a day lies behind the date that gave the year, so that it may be of that year."""
        return (self.month, self.day) <= (month, day or 31)


@dataclass(frozen=True, slots=True)
class Lead:
    """When and where the first sentence of a release says that its event was, and who acted there."""

    span: Span
    date: FieldWords
    place: FieldWords | None
    """None where the sentence gives no place."""
    place_entry: dict[str, Any] | None
    actor: str


@dataclass(frozen=True, slots=True)
class EarlierSentences:
    """What sentences before one gave that may hold in it."""

    heading: YearGiven | None = None
    """The heading above, and the only year that it gives."""
    year: YearGiven | None = None
    """The last year that a sentence gave with a month."""
    lead: Lead | None = None

    def year_for(self, start: int) -> YearGiven | None:
        """The year for a sentence that begins at `start`: that of the heading, else of the date before it."""
        if self.heading:
            return self.heading
        return self.year if self.year and start - self.year.span[1] <= _NEAR else None


def only_year(words: str) -> int | None:
    """The one year that words give."""
    years = {each.year for each in dates_in(words)}
    return next(iter(years)) if len(years) == 1 else None


def year_after(sentence: str, span: Span, before: YearGiven | None) -> YearGiven | None:
    """The year that holds behind a sentence: the one that it gives with a month; none where it names another."""
    dates = [each for each in dates_in(sentence) if each.year]
    if not dates:
        return before
    dated = [each for each in dates if each.month]
    if len({each.year for each in dates}) > 1 or not dated:
        return before if before and {each.year for each in dates} == {before.year} else None
    last: DateWords = dated[-1]
    return YearGiven(last.year or 0, span, last.month or 1, last.day or 1)
