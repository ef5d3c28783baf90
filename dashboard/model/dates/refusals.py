"""Why a text that has no form of a date is refused, and what its writer may have meant."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard.model.dates import repairs as repairs
from dashboard.model.dates.problems import DateProblem, date_problem

Match = re.Match[str]


def _cannot_tell(_match: Match) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Mistake:
    """A form that is refused with `code`."""

    code: str
    message: str
    """What is wrong, after the text itself."""

    form: re.Pattern[str]
    meant: Callable[[Match], str | None] = _cannot_tell
    """What to write in its place, if that can be told; whether that is a date is not yet known."""


def _mistakes(
    code: str, message: str, *forms: str | tuple[str, Callable[[Match], str | None]], flags: int = 0
) -> tuple[Mistake, ...]:
    """One mistake for each form, which is an expression alone or with its repair."""
    pairs = [(form, _cannot_tell) if isinstance(form, str) else form for form in forms]
    return tuple(Mistake(code, message, re.compile(form, flags), meant) for form, meant in pairs)


DATE: Final = "([0-9]{4}(?:-[0-9]{2}){0,2})"

MONTH: Final = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)

IN_WORDS: Final = _mistakes(
    "date-in-words",
    "is written in words",
    (
        rf"^(?:(?P<before>[0-9]{{1,2}})(?:st|nd|rd|th)? )?{MONTH},? "
        r"(?:(?P<after>[0-9]{1,2})(?:st|nd|rd|th)?,? )?(?P<year>[0-9]{4})\Z",
        repairs.with_named_month,
    ),
    (r"^(?P<season>spring|summer|autumn|fall|winter) (?:of )?(?P<year>[0-9]{4})\Z", repairs.with_named_season),
    (r"^(?:the )?([0-9]{3})0['’]?s\Z", lambda match: f"{match[1]}X"),
    (rf"^(?:about|around|circa|ca?\.?) ?{DATE}\Z", lambda match: f"{match[1]}~"),
    (rf"^since {DATE}\Z", lambda match: f"{match[1]}/.."),
    (rf"^(?:until|till) {DATE}\Z", lambda match: f"../{match[1]}"),
    (rf"^(?:from )?{DATE} (?:to|until|till) {DATE}\Z", lambda match: f"{match[1]}/{match[2]}"),
    flags=re.IGNORECASE,
)

MISTAKES: Final[tuple[Mistake, ...]] = (
    *_mistakes(
        "date-spaces", "has spaces around it or its slash", (r"^\s|\s\Z|[0-9X.]\s+/|/\s", repairs.without_spaces)
    ),
    *_mistakes("date-foreign-digits", "has digits other than 0 to 9", (r"[^\D0-9]", repairs.with_digits)),
    *_mistakes(
        "date-dash",
        "has a dash instead of a hyphen or a slash",
        (rf"[{repairs.DASHES}]", repairs.with_hyphens),
    ),
    *_mistakes(
        "date-empty",
        "only says that the date is not known",
        r"^(?:unknown|undated|none|null|n/?a|n\.?d\.?|tb[acd]|open|[?~%-]+|\.\.)\Z",
        flags=re.IGNORECASE,
    ),
    *_mistakes("date-set", "is a set of dates, which is EDTF level 2", r"^[\[{].*[\]}]\Z"),
    *_mistakes(
        "date-old-draft",
        "is written as in the draft of 2012",
        (r"^(?:unknown|open)/|/(?:unknown|open)\Z", repairs.of_2019),
        (r"^(?=.*u)[0-9u][0-9u/?~.-]*\Z", repairs.of_2019),
        (r"^[0-9X/-]*(?:\?~|~\?)[0-9X/?~.-]*\Z", repairs.of_2019),
        (r"^[0-9?~-]*\([0-9?~-]+\)[0-9()?~-]*\Z|^[0-9]{4}-[0-9]{2}\^", repairs.of_2019),
        r"^y-?[0-9]",
    ),
    *_mistakes(
        "date-lowercase-x",
        "has a lower-case x instead of a digit",
        (r"^(?=.*x)[0-9xX?~%/.-]+\Z", repairs.with_capital_x),
    ),
    *_mistakes(
        "date-exponent-year", "is a year with an exponent, which is EDTF level 2", r"^Y?-?[0-9]+E[0-9]+(?:S[0-9]+)?\Z"
    ),
    *_mistakes(
        "date-significant-digits", "is a year with significant digits, which is EDTF level 2", r"^Y?-?[0-9]+S[0-9]+\Z"
    ),
    *_mistakes("date-short-year", "has a year with fewer than four digits", r"^[0-9X]{1,3}[?~%]?\Z"),
    *_mistakes("date-long-year", "is a year that begins with Y", r"^Y-?[0-9]+[?~%]?\Z"),
    *_mistakes("date-negative-year", "is a year before 0001", r"^-[0-9]{4}"),
    *_mistakes(
        "date-qualified-twice",
        "has more than one mark of doubt",
        (r"^[0-9X-]+[?~%]{2,}\Z", repairs.qualified_as_a_whole),
    ),
    *_mistakes(
        "date-qualified-part",
        "has a mark of doubt on one part, which is EDTF level 2",
        (r"^[0-9X-]*[?~%][0-9X?~%-]*\Z", repairs.qualified_as_a_whole),
    ),
    *_mistakes(
        "date-unspecified",
        "has unspecified digits in a place that EDTF level 1 does not allow",
        r"^(?=.*X)[0-9X]{4}(?:-[0-9X]{2}){0,2}[?~%]?\Z",
    ),
    *_mistakes(
        "date-time-form",
        "has a time in another form",
        (
            r"^(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[Tt ](?P<clock>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?)(?:[.,][0-9]+)? ?"
            r"(?P<zone>[Zz]|[+-][0-9]{2}(?::[0-9]{2})?)?\Z",
            repairs.with_clock,
        ),
        r"^[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]",
        (r"^([0-9]{4}-[0-9]{2}-[0-9]{2})(?:Z|[+-][0-9]{2}:[0-9]{2})\Z", lambda match: match[1]),
    ),
    *_mistakes(
        "date-not-padded",
        "has a month or day with one digit",
        (r"^[0-9]{4}-(?![0-9]{2}-[0-9]{2}\Z)[0-9]{1,2}(?:-[0-9]{1,2})?\Z", repairs.with_zeros),
    ),
    *_mistakes(
        "date-other-order",
        "is not joined by hyphens",
        (r"^(?P<year>[0-9]{4})([/. ])(?P<month>[0-9]{1,2})(?:\2(?P<day>[0-9]{1,2}))?\Z", repairs.in_order),
    ),
    *_mistakes(
        "date-other-order",
        "does not start with the year",
        (r"^(?P<month>[0-9]{1,2})[/.-](?P<year>[0-9]{4})\Z", repairs.in_order),
        (r"^([0-9]{1,2})([/. -])([0-9]{1,2})\2([0-9]{4})\Z", repairs.year_first),
        r"^[0-9]{1,2}([/. -])[0-9]{1,2}\1[0-9]{2}\Z",
    ),
    *_mistakes(
        "date-basic-format",
        "has no hyphens",
        (r"^(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?:T[0-9].*)?\Z", repairs.in_order),
    ),
    *_mistakes(
        "date-week-or-ordinal", "is a week or a day of the year", r"^[0-9]{4}(?:-?W[0-9]{2}(?:-?[1-7])?|-[0-9]{3})\Z"
    ),
    *_mistakes("date-duration", "contains a length of time", r"(?:^|/)P(?=[0-9T])[0-9YMWDTHS.]+(?:/|\Z)"),
    *_mistakes("date-year-range", "has a year outside 0001 to 9999", r"^(?:\+[0-9]{4,}|[0-9]{5,})(?:-[0-9]{2}){0,2}\Z"),
    *_mistakes(
        "date-dash",
        "has a hyphen instead of the slash of an interval",
        (r"^[0-9]{4} ?--? ?[0-9]{4}\Z", repairs.with_hyphens),
    ),
    *_mistakes(
        "date-interval-end",
        "has a shortened second date",
        (rf"^{DATE}/([0-9]{{2}}(?:-[0-9]{{2}})?)\Z", repairs.with_whole_end),
    ),
    *IN_WORDS,
)
"""In order: the first that is found in a text says why it is refused."""


MAX_CHARACTERS: Final = 100

SHOWN_CHARACTERS: Final = 60

SOUND_SIDE: Final = re.compile(r"\.\.|(?:[0-9X]{4}(?:-[0-9X]{2}(?:-[0-9X]{2})?)?[?~%]?)?")
"""A side of an interval that is not what is wrong with the interval."""


def why_refused(text: str) -> DateProblem:
    """The problem of a text that is neither a date's form nor two of them with a slash between."""
    if not text:
        return date_problem("date-empty", "the date is empty")
    if len(text) > MAX_CHARACTERS:
        return date_problem(
            "date-too-long", f"{message_excerpt(text)} has {len(text)} characters, more than {MAX_CHARACTERS}"
        )
    for mistake in MISTAKES:
        if match := mistake.form.search(text):
            return date_problem(mistake.code, f"{message_excerpt(text)} {mistake.message}", meant=mistake.meant(match))
    sides = text.split("/")
    if len(sides) == 2:
        return _why_side_refused(text, sides)
    if len(sides) > 2:
        return date_problem("date-interval-parts", f"{message_excerpt(text)} has more than one slash")
    return date_problem("date-not-edtf", f"{message_excerpt(text)} is not an EDTF date")


def message_excerpt(text: str) -> str:
    """A text as a message shows it: short, and with nothing in it that a terminal would obey."""
    start = text[:SHOWN_CHARACTERS]
    visible = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in start)
    return f"“{visible}{'…' if len(text) > SHOWN_CHARACTERS else ''}”"


def _why_side_refused(text: str, sides: list[str]) -> DateProblem:
    """The problem of the first side that is refused, and what the whole was meant to be, where that can be told."""
    whys = [None if SOUND_SIDE.fullmatch(side) else why_refused(side) for side in sides]
    why = next((why for why in whys if why), None)
    if why is None or why.code == "date-not-edtf":
        return date_problem("date-interval-end", f"{message_excerpt(text)} has an end that is not a date")
    meant = [why.meant if why else side for why, side in zip(whys, sides, strict=True)]
    whole = None if None in meant else "/".join(str(side) for side in meant)
    return date_problem(why.code, f"{message_excerpt(text)}: {why.message}", meant=whole)
