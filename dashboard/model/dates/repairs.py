"""What a mistaken date was meant to be: one function for each way of writing it that can be told.

What they give has the shape of a date but may be no date; `dates` offers it only where it is one.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

Match = re.Match[str]

MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASON_NUMBERS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
DASHES: Final = "‐‑‒–—―−－"


def without_spaces(match: Match) -> str:
    """` 1999 / 2009` as 1999/2009."""
    return re.sub(r"\s*(/)\s*", r"\1", match.string.strip())


def with_digits(match: Match) -> str:
    """The digits of any script as 0 to 9."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in match.string)


def with_hyphens(match: Match) -> str:
    """Dashes of every length as hyphens, and as a slash between two years."""
    text = match.string.translate({ord(dash): "-" for dash in DASHES}).replace(" ", "")
    years = re.fullmatch(r"([0-9]{4})--?([0-9]{4})", text)
    return "/".join(years.groups()) if years else text


def of_2019(match: Match) -> str:
    """A date of the draft of 2012 as the specification of 2019 writes it."""
    text = re.sub(r"\?~|~\?", "%", match.string.split("^")[0])
    text = re.sub(r"(?<=[0-9u-])u", "X", text).replace("(", "").replace(")", "")
    first, slash, last = text.partition("/")
    return {"unknown": "", "open": ".."}.get(first, first) + slash + {"unknown": "", "open": ".."}.get(last, last)


def with_capital_x(match: Match) -> str:
    """196x as 196X."""
    return match.string.replace("x", "X")


def qualified_as_a_whole(match: Match) -> str:
    """All marks of doubt as one at the end."""
    marks = set(re.findall("[?~%]", match.string))
    return re.sub("[?~%]", "", match.string) + (marks.pop() if len(marks) == 1 else "%")


def with_clock(match: Match) -> str:
    """A day and a clock, joined by T, with seconds and without parts of them."""
    clock = match["clock"] + ("" if match["clock"].count(":") == 2 else ":00")
    return f"{match['day']}T{clock}{(match['zone'] or '').upper()}"


def with_zeros(match: Match) -> str:
    """2025-9-4 as 2025-09-04."""
    year, *rest = match[0].split("-")
    return "-".join([year, *(part.zfill(2) for part in rest)])


def in_order(match: Match) -> str:
    """The groups `year`, `month` and `day`, joined by hyphens."""
    parts = match.groupdict()
    return "-".join(parts[name].zfill(2) for name in ("year", "month", "day") if parts.get(name))


def year_first(match: Match) -> str | None:
    """Two numbers and a year: where only one order of the two is possible, or dots tell that the day is first."""
    first, mark, second, year = match.groups()
    if mark == "." or int(first) > 12:
        first, second = second, first
    elif int(second) <= 12 and first != second:
        return None
    return f"{year}-{first.zfill(2)}-{second.zfill(2)}"


def with_whole_end(match: Match) -> str:
    """2025-09-04/06 as 2025-09-04/2025-09-06."""
    start, end = match.groups()
    return f"{start}/{start[: -len(end)]}{end}"


def with_named_month(match: Match) -> str:
    """Sept 4, 2025 and 4 September 2025 as 2025-09-04."""
    month = MONTH_NAMES.index(match["month"][:3].lower()) + 1
    day = match["before"] or match["after"]
    return f"{match['year']}-{month:02}" + (f"-{day.zfill(2)}" if day else "")


def with_named_season(match: Match) -> str:
    """Spring 2025 as 2025-21."""
    return f"{match['year']}-{SEASON_NUMBERS[match['season'].lower()]}"
