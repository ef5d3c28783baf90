"""What a phrase may mean, and why one is refused: what the readers of phrases share."""

from calendar import month_name
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

MONTHS: Final[Mapping[str, int]] = {
    **{name.lower(): number for number, name in enumerate(month_name) if number},
    **{name[:3].lower(): number for number, name in enumerate(month_name) if number},
    "sept": 9,
}
MONTH: Final = rf"(?P<month>{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
DAY: Final = r"(?P<day>3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
YEAR: Final = r"(?P<year>[12]\d{3})"
SEASONS: Final[Mapping[str, int]] = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
SEASON: Final = rf"(?P<season>{'|'.join(SEASONS)})"
WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
WEEKDAY: Final = rf"(?P<weekday>{'|'.join(WEEKDAYS)})"

WORDS_KEPT: Final = "EDTF cannot say all of it: keep the source's words in `as_reported`."
NORTHERN: Final = "Seasons are those of the northern hemisphere. If the text means the southern one, write the months."


class PhraseProblem(ValueError):
    """A phrase that gives no date, or none that can be told; the message says why, and what to write."""


@dataclass(frozen=True, slots=True)
class PhraseDate:
    """A date that a phrase may mean."""

    edtf: str
    says_more: bool = False
    """Whether the words say something that EDTF does not: `early`, `late`, one of two days."""
    notes: tuple[str, ...] = ()
    when: str = ""
    """When the phrase means this; empty where it has one meaning."""


Reader = Callable[[str, date | None], list[PhraseDate]]
"""Reads a phrase in small letters, counted from a day where one is given. No dates where it is another's to read."""


def iso(year: int, month: int | None = None, day: int | None = None) -> str:
    """`2025`, `2025-09`, `2025-09-04`."""
    return "-".join([f"{year:04}", *(f"{part:02}" for part in (month, day) if part)])


def require_day(day: date | None, phrase: str) -> date:
    """The day from which a phrase is counted. Raises `PhraseProblem` where none is given."""
    if day is None:
        raise PhraseProblem(
            f"“{phrase}” depends on the day when it was written. Give that day: --from 2025-03-04, "
            "for example the source's date of publication."
        )
    return day
