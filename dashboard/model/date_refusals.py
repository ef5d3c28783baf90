"""What a text that has no form of a date was meant to be, so that its refusal can say what to write."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.model.date_problems import DateProblem, date_problem

MAX_CHARACTERS: Final = 100

Match = re.Match[str]

MONTH_NAMES: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
SEASON_NUMBERS: Final = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
DASHES: Final = str.maketrans({dash: "-" for dash in "‐‑‒–—―−－"})


def _nothing(_match: Match) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Refusal:
    """A form that is recognised in order to be refused."""

    code: str
    form: re.Pattern[str]
    message: str
    """What is wrong, after the text itself."""

    meant: Callable[[Match], str | None] = _nothing
    """What to write in its place, if that can be told; whether it is a date is not yet known."""


def why_refused(text: str) -> DateProblem:
    """The problem of a text that is neither a date's form nor two of them with a slash between."""
    if not text:
        return date_problem("date-empty", "the date is empty")
    if len(text) > MAX_CHARACTERS:
        return date_problem("date-too-long", f"{shown(text)} has {len(text)} characters, more than {MAX_CHARACTERS}")
    for refusal in REFUSALS:
        if match := refusal.form.search(text):
            return date_problem(refusal.code, f"{shown(text)} {refusal.message}", meant=refusal.meant(match))
    sides = text.split("/")
    if len(sides) == 2:
        return _why_side_refused(text, sides)
    if len(sides) > 2:
        return date_problem("date-interval-parts", f"{shown(text)} has more than one slash")
    return date_problem("date-not-edtf", f"{shown(text)} is not an EDTF date")


def shown(text: str) -> str:
    """A text as a message shows it: short, and with nothing in it that a terminal would obey."""
    visible = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in text[:60])
    return f"“{visible}…”" if len(text) > 60 else f"“{visible}”"


def _why_side_refused(text: str, sides: list[str]) -> DateProblem:
    """The first side that is refused on its own, with what the whole was meant to be where both can be told."""
    whys = [None if re.fullmatch(PLAIN_SIDE, side) else why_refused(side) for side in sides]
    why = next((why for why in whys if why), None)
    if why is None or why.code == "date-not-edtf":
        return date_problem("date-interval-end", f"{shown(text)} has an end that is no date")
    meant = [why.meant if why else side for why, side in zip(whys, sides, strict=True)]
    whole = None if None in meant else "/".join(str(side) for side in meant)
    return date_problem(why.code, f"{shown(text)}: {why.message}", meant=whole)


def _digits(match: Match) -> str:
    return "".join(str(unicodedata.digit(letter, letter)) for letter in match.string)


def _hyphens(match: Match) -> str:
    text = match.string.translate(DASHES).replace(" ", "")
    years = re.fullmatch(r"([0-9]{4})--?([0-9]{4})", text)
    return "/".join(years.groups()) if years else text


def _newer(match: Match) -> str:
    """A date of the draft of 2012 as the specification of 2019 writes it."""
    text = re.sub(r"\?~|~\?", "%", match.string.split("^")[0])
    text = re.sub(r"(?<=[0-9u-])[u]", "X", text).replace("(", "").replace(")", "")
    first, slash, last = text.partition("/")
    return first.removeprefix("unknown") + slash + {"open": "..", "unknown": ""}.get(last, last)


def _year_first(match: Match) -> str | None:
    return f"{match['year']}-{int(match['month']):02}-{int(match['day']):02}"


def _padded(match: Match) -> str:
    year, *rest = match[0].split("-")
    return "-".join([year, *(part.zfill(2) for part in rest)])


def _day_and_month(match: Match) -> str | None:
    """Year first, where only one order of the other two is possible or the dots say which."""
    first, mark, second, year = match.groups()
    if len(year) != 4:
        return None
    if mark == "." or int(first) > 12:
        return f"{year}-{int(second):02}-{int(first):02}"
    return f"{year}-{int(first):02}-{int(second):02}" if int(second) > 12 else None


def _named_month(match: Match) -> str:
    month = MONTH_NAMES.index(match["month"][:3].lower()) + 1
    day = match["before"] or match["after"]
    return f"{match['year']}-{month:02}" + (f"-{int(day):02}" if day else "")


def _season(match: Match) -> str:
    return f"{match['year']}-{SEASON_NUMBERS[match['season'].lower()]}"


def _qualified(match: Match) -> str:
    """All marks of doubt as one at the end."""
    marks = set(re.findall("[?~%]", match.string))
    mark = marks.pop() if len(marks) == 1 else "%"
    return re.sub("[?~%]", "", match.string) + mark


def _timed(match: Match) -> str:
    clock = match["clock"] + ("" if match["clock"].count(":") == 2 else ":00")
    return f"{match['day']}T{clock}{(match['zone'] or '').upper()}"


def _basic(match: Match) -> str:
    return f"{match[1]}-{match[2]}-{match[3]}"


PLAIN_SIDE: Final = r"\.\.|(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?)?"
"""A side of an interval that is not what is wrong with it."""

_MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)


def _refusal(code: str, form: str, message: str, meant: Callable[[Match], str | None] = _nothing) -> Refusal:
    return Refusal(code, re.compile(form), message, meant)


REFUSALS: Final[tuple[Refusal, ...]] = (
    _refusal("date-spaces", r"^\s|\s\Z|\s/|/\s", "has spaces around it or its slash", lambda m: re.sub(r"^\s+|\s+\Z|\s*(/)\s*", r"\1", m.string)),
    _refusal("date-foreign-digits", r"[^\D0-9]", "has digits other than 0 to 9", _digits),
    _refusal("date-dash", "[‐‑‒–—―−－]", "has a dash where a hyphen or a slash stands", _hyphens),
    _refusal("date-set", r"[\[\]{}]", "is a set of dates, which is EDTF level 2"),
    _refusal("date-old-draft", r"(?:^|/)(?:unknown|open)(?:/|\Z)|\?~|~\?|^[0-9u]*[0-9]u|-u|uu|^y-?[0-9]|^[0-9()-]*[()]|[0-9]\^", "is written as in the draft of 2012", _newer),
    _refusal("date-lowercase-x", r"^[0-9xX?~%/.-]*x[0-9xX?~%/.-]*\Z", "has a lower-case x for a digit", lambda m: m.string.replace("x", "X")),
    _refusal("date-exponent-year", r"^Y?-?[0-9]+E[0-9]+(?:S[0-9]+)?[?~%]?\Z", "is a year with an exponent, which is EDTF level 2"),
    _refusal("date-significant-digits", r"^Y?-?[0-9]+S[0-9]+[?~%]?\Z", "is a year with significant digits, which is EDTF level 2"),
    _refusal("date-long-year", r"^Y-?[0-9]+[?~%]?\Z", "is a year beyond four digits"),
    _refusal("date-negative-year", r"^-[0-9]{4}", "is a year before 0001"),
    _refusal("date-qualified-twice", r"^[0-9X-]+[?~%]{2,}\Z", "has more than one mark of doubt", _qualified),
    _refusal("date-qualified-part", r"^[0-9X-]*[?~%][0-9X?~%-]*\Z", "has a mark of doubt on a part of it, which is EDTF level 2", _qualified),
    _refusal("date-unspecified", r"^(?=.*X)[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?\Z", "leaves digits unspecified in a way that EDTF level 1 does not have"),
    _refusal("date-time-form", r"^(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)? ?(?P<zone>[Zz]|[+-][0-9]{2}(?::[0-9]{2})?)?\Z", "has its time in another form", _timed),
    _refusal("date-time-form", r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]", "has its time in another form"),
    _refusal("date-not-padded", r"^[0-9]{4}-[0-9]{1,2}(?:-[0-9]{1,2})?\Z", "has a month or day of one digit", _padded),
    _refusal("date-other-order", r"^(?P<year>[0-9]{4})(?P<mark>[/.])(?P<month>[0-9]{1,2})(?P=mark)(?P<day>[0-9]{1,2})\Z", "is not joined by hyphens", _year_first),
    _refusal("date-other-order", r"^([0-9]{4})[/.]([0-9]{1,2})\Z", "is not joined by hyphens", lambda m: f"{m[1]}-{int(m[2]):02}"),
    _refusal("date-other-order", r"^([0-9]{1,2})[/.-]([0-9]{4})\Z", "does not begin with its year", lambda m: f"{m[2]}-{int(m[1]):02}"),
    _refusal("date-other-order", r"^([0-9]{1,2})([/. -])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})\Z", "does not begin with its year", _day_and_month),
    _refusal("date-basic-format", r"^([0-9]{4})([0-9]{2})([0-9]{2})(?:T.*)?\Z", "has no hyphens", _basic),
    _refusal("date-week-or-ordinal", r"^[0-9]{4}-?(?:W[0-9]{2}(?:-?[1-7])?|[0-9]{3})\Z", "is a week or a day of the year"),
    _refusal("date-duration", r"(?:^|/)P(?:[0-9]+[YMWD])*(?:T.*)?(?:/|\Z)", "has a length of time in it"),
    _refusal("date-year-range", r"^\+?[0-9]{5,}(?:-[0-9]{2}){0,2}\Z|^\+[0-9]{4}", "has a year outside 0001 to 9999"),
    _refusal("date-short-year", r"^[0-9]{1,3}[?~%]?\Z", "has a year of fewer than four digits"),
    _refusal("date-dash", r"^([0-9]{4})--?([0-9]{4})\Z", "has a hyphen where the slash of an interval stands", _hyphens),
    _refusal("date-in-words", rf"(?i)^(?:(?P<before>[0-9]{{1,2}})(?:st|nd|rd|th)? )?{_MONTH} (?:(?P<after>[0-9]{{1,2}})(?:st|nd|rd|th)?,? )?(?P<year>[0-9]{{4}})\Z", "is written in words", _named_month),
    _refusal("date-in-words", r"(?i)^(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<year>[0-9]{4})\Z", "is written in words", _season),
    _refusal("date-in-words", r"(?i)^(?:the )?([0-9]{3})0['’]?s\Z", "is written in words", lambda m: f"{m[1]}X"),
    _refusal("date-in-words", r"(?i)^(?:about|around|circa|ca?\.?) ?([0-9]{4}(?:-[0-9]{2}){0,2})\Z", "is written in words", lambda m: f"{m[1]}~"),
    _refusal("date-in-words", r"(?i)^since ([0-9]{4}(?:-[0-9]{2}){0,2})\Z", "is written in words", lambda m: f"{m[1]}/.."),
    _refusal("date-in-words", r"(?i)^(?:until|till) ([0-9]{4}(?:-[0-9]{2}){0,2})\Z", "is written in words", lambda m: f"../{m[1]}"),
    _refusal("date-in-words", r"(?i)^(?:from )?([0-9]{4}(?:-[0-9]{2}){0,2}) to ([0-9]{4}(?:-[0-9]{2}){0,2})\Z", "is written in words", lambda m: f"{m[1]}/{m[2]}"),
)  # fmt: skip
"""In order: the first that is found in a text says why it is refused. What they find is ASCII, but for spaces and dashes."""
