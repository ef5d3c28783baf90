"""How the dates of a column are written: every format that fits all values, and none that is only likely."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

_TIMES: Final = ("", " %H:%M", " %H:%M:%S", "T%H:%M:%S", "T%H:%M:%SZ")
_ISO: Final = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2}(?:[T ].*)?)?)?")
_NUMERIC: Final = tuple(
    f"%{a}{sign}%{b}{sign}%{year}" for sign in "/.-" for year in "Yy" for a, b in (("d", "m"), ("m", "d"))
)
_OTHERS: Final = (
    *("%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %B %Y", "%d %b %Y", "%d-%b-%Y", "%d-%b-%y", "%B %d, %Y", "%b %d, %Y"),
    *("%m/%Y", "%m.%Y", "%m-%Y", "%B %Y", "%b %Y", "%b-%Y", "%Y/%m"),
)
_EXCEL: Final = re.compile(r"[1-9]\d{4}(?:[.,]\d+)?")
_UNIX: Final = re.compile(r"-?\d{9,10}")


@dataclass(frozen=True, slots=True)
class DateFormats:
    """The formats that fit most values of a column."""

    formats: tuple[str, ...]
    """All that fit equally well; where it is one, that is sure."""
    unfit: tuple[str, ...] = ()
    """Values that none of them fits."""


def date_formats(values: Sequence[str]) -> DateFormats | None:
    """The formats of a column's values, empty ones left aside; None for a column that is no date."""
    given = list(dict.fromkeys(value for value in values if value))
    if not given:
        return None
    fitting = {form: [value for value in given if _fits(value, form)] for form in _candidates(given)}
    most = max((len(each) for each in fitting.values()), default=0)
    if most < 0.8 * len(given):
        return None
    best = tuple(form for form, each in fitting.items() if len(each) == most)
    fits = set(fitting[best[0]])
    return DateFormats(best, tuple(value for value in given if value not in fits))


def _candidates(given: Sequence[str]) -> tuple[str, ...]:
    sample = given[: min(len(given), 20)]
    if any(_ISO.fullmatch(value) for value in sample):
        return ("iso",)
    forms = tuple(form + time for form in (*_NUMERIC, *_OTHERS) for time in _TIMES)
    likely = tuple(form for form in forms if any(_fits(value, form) for value in sample))
    return likely or ("excel", "unix")


def _fits(value: str, form: str) -> bool:
    if form == "iso":
        return _ISO.fullmatch(value) is not None and _is_iso(value)
    if form == "excel":
        return _EXCEL.fullmatch(value) is not None
    if form == "unix":
        return _UNIX.fullmatch(value) is not None
    try:
        datetime.strptime(value, form).replace(tzinfo=UTC)
    except ValueError:
        return False
    return True


def _is_iso(value: str) -> bool:
    try:
        datetime.strptime(f"{value[:10]}-01-01"[:10], "%Y-%m-%d").replace(tzinfo=UTC)
    except ValueError:
        return False
    return True
