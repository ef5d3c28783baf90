"""Moments as people say them, seen from now: `yesterday`, `24 hours`, `7 days ago`, `last week`."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final

_SPAN: Final = re.compile(
    r"(?:the )?(?:last |past )?(?:(?P<number>\d{1,4}|an?|one) )?(?P<unit>hour|day|week|month|year)s?(?: ago)?"
)
_HOURS: Final = {"hour": 1, "day": 24, "week": 7 * 24, "month": 30 * 24, "year": 365 * 24}
_MIDNIGHTS: Final = {"today": 0, "yesterday": 1}
"""Days before that which begins: since yesterday is since its beginning."""


def spoken_moment(words: str, now: datetime) -> datetime | None:
    """The moment, in UTC, that words stand for; None where they stand for none.

    A month is 30 days and a year 365; `today` and `yesterday` begin by UTC, as all days of the history do.
    """
    said = " ".join(words.lower().split())
    if said in _MIDNIGHTS:
        midnight = now.astimezone(UTC).replace(hour=0, minute=0, second=0, microsecond=0)
        return midnight - timedelta(days=_MIDNIGHTS[said])
    found = _SPAN.fullmatch(said)
    if found is None or (found["number"] is None and not said.startswith(("last", "past", "the last", "the past"))):
        return None
    number = int(found["number"]) if (found["number"] or "").isdecimal() else 1
    try:
        return now.astimezone(UTC) - timedelta(hours=number * _HOURS[found["unit"]])
    except OverflowError:  # before the calendar
        return datetime.min.replace(tzinfo=UTC)
