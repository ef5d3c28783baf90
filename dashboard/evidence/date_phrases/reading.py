"""A phrase as it is typed, and the EDTF to write for it: the readers in their order."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from dashboard.evidence.date_phrases.phrase import PhraseDate, PhraseProblem, Reader
from dashboard.evidence.date_phrases.points import part_of, read_point
from dashboard.evidence.date_phrases.relative import read_relative
from dashboard.evidence.date_phrases.spans import read_open, read_range, read_section, read_two
from dashboard.model.dates import DateProblem, EventDate

MOST_CHARACTERS: Final = 200
MOST_LAYERS: Final = 4
"""How many words such as `since`, `about` and `early` may stand before one date."""

_DASHES: Final = re.compile("[‐‑‒–—―−]")
_AROUND: Final = re.compile(r"^[\s\"'“”‘’(\[]+|[\s\"'“”‘’)\],.;:!]+$")
_BEFORE: Final = re.compile(
    r"(?:sometime |some time |at some time |it was |back )*(?:in|on|during|at|of|within|around) (?=.)"
)
_ABOUT: Final = re.compile(
    r"(?:on or about|on or around|about|around|circa|approximately|approx\.?|roughly|near|ca\.?|c\.) ?(?P<rest>.+)"
    r"|(?P<rest2>.+) or so"
)
_PERHAPS: Final = re.compile(
    r"(?:perhaps|possibly|probably|maybe|reportedly|apparently|allegedly|likely)(?: in| on)? (?P<rest>.+)"
)
_PART: Final = re.compile(
    r"(?:the )?(?:very )?(?P<part>early|late|mid|middle|beginning|start|end|close|first days|last days|first weeks"
    r"|last weeks|later|earlier)(?:(?: of|-in| in)?(?: the)?[ -])(?P<rest>.+)"
)
_NOTHING: Final = re.compile(
    r"(?:recently|lately|soon|shortly|earlier|later|now|then|formerly|previously|long ago|once|in recent \w+"
    r"|in the \w+ past|the other day|unknown|undated|n/?a|tb[acd]"
    r"|in (?:the )?(?:near )?future|at the time|some time ago|of late)"
)
_BEFORE_CHRIST: Final = re.compile(r".*\d ?(?:b\.?c\.?(?:e\.?)?)")
_WITH_LAST_YEAR: Final = re.compile(r"(?P<rest>.*[a-z\d].*?),? (?:of )?(?P<which>last|this|next) year")
_YEARS: Final = {"last": -1, "this": 0, "next": 1}
_TWO_DIGITS: Final = re.compile(r".*['’]\d\d")


@dataclass(frozen=True, slots=True)
class DateReading:
    """A date to write for a phrase."""

    date: EventDate
    as_reported: str = ""
    """The words to keep beside it, where they say more than EDTF can; else empty."""
    notes: tuple[str, ...] = ()
    when: str = ""
    """When the phrase means this; empty where it has one meaning."""


def read_phrase(phrase: str, day: date | None = None) -> tuple[DateReading, ...]:
    """What a phrase may mean: one reading, or several of which the text must tell which.

    What is EDTF already is read as that. `day` is the one from which relative phrases count. Raises `PhraseProblem`.
    """
    typed = phrase.strip()
    if len(typed) > MOST_CHARACTERS:
        raise PhraseProblem(f"The phrase has {len(typed):,} characters. Give only the words for the date.")
    try:
        return (DateReading(EventDate.parse(typed), notes=_notes_on_edtf(typed)),)
    except DateProblem as problem:
        refused = problem
    found = _read_plain(_plain(typed), day)
    if not found:
        raise PhraseProblem(_why_unread(typed, refused))
    return tuple(_reading(each, _AROUND.sub("", typed)) for each in found)


def _reading(found: PhraseDate, words: str) -> DateReading:
    try:
        read = EventDate.parse(found.edtf)
    except DateProblem as problem:
        raise PhraseProblem(
            f"{problem.message[:1].upper()}{problem.message[1:]}. {_sentence(problem.hint_outside_records)}"
        ) from problem
    return DateReading(read, words if found.says_more else "", tuple(dict.fromkeys(found.notes)), found.when)


def _plain(text: str) -> str:
    """Small letters, hyphens, single spaces; without quotation marks and full stops around it."""
    text = _DASHES.sub("-", unicodedata.normalize("NFKC", text)).lower()
    return " ".join(_AROUND.sub("", " ".join(text.split())).split())


def _read_plain(text: str, day: date | None, layers: int = 0) -> list[PhraseDate]:
    """The first reader that knows the phrase; a word before it (`about`, `since`, `early`) is read, then the rest."""
    if layers > MOST_LAYERS or not text:
        return []

    def deeper(rest: str, from_day: date | None) -> list[PhraseDate]:
        return _read_plain(rest, from_day, layers + 1)

    if _NOTHING.fullmatch(text):
        raise PhraseProblem(f"“{text}” gives no date. Leave `reported` out, and put the words in `as_reported`.")
    if _BEFORE_CHRIST.fullmatch(text):
        raise PhraseProblem("Years here are 0001 to 9999. Leave the date out, and put the words in `as_reported`.")
    for found in _candidates(text, day, deeper):
        if found:
            return found
    return []


def _candidates(text: str, day: date | None, deeper: Reader) -> Iterator[list[PhraseDate]]:
    """What each reader makes of a phrase, in the order in which they are asked."""
    yield read_point(text, day)
    yield read_relative(text, day)
    yield read_section(text, deeper, day)
    if (match := _WITH_LAST_YEAR.fullmatch(text)) and day is not None:
        yield deeper(f"{match['rest']} {day.year + _YEARS[match['which']]:04}", day)
    if match := _ABOUT.fullmatch(text):
        yield [_mark(each, "~") for each in deeper(match["rest"] or match["rest2"], day)]
    if match := _PERHAPS.fullmatch(text):
        yield [_mark(each, "?") for each in deeper(match["rest"], day)]
    if match := _PART.fullmatch(text):
        yield [part_of(each) for each in deeper(match["rest"], day)]
    yield read_range(text, deeper, day)
    yield read_open(text, deeper, day)
    yield read_two(text, deeper, day)
    if match := _BEFORE.match(text):
        yield deeper(text[match.end() :], day)


def _mark(found: PhraseDate, mark: str) -> PhraseDate:
    """The date with a mark of doubt; with both, `%`. A time or an interval takes none: the words are kept beside it."""
    edtf = found.edtf
    if "T" in edtf or "/" in edtf:
        return part_of(found)
    if edtf[-1] in "~?%":
        return replace(found, edtf=edtf if edtf[-1] in (mark, "%") else f"{edtf[:-1]}%")
    return replace(found, edtf=f"{edtf}{mark}")


def _notes_on_edtf(text: str) -> tuple[str, ...]:
    """What a reader may have meant by a date that can be taken for something else."""
    if match := re.fullmatch(r"([12]\d)(\d\d)-(2[1-4])", text):
        century, year, last = match.groups()
        if int(last) > int(year):
            return (f"EDTF reads this as a season. For the years, write {century}{year}/{century}{last}.",)
    return ()


def _why_unread(typed: str, refused: DateProblem) -> str:
    if _TWO_DIGITS.fullmatch(typed):
        return f"“{typed}” has a year of two digits. Write all four."
    if refused.meant is not None or refused.code not in ("date-not-edtf", "date-in-words", "date-interval-end"):
        return f"{refused.message[:1].upper()}{refused.message[1:]}. {_sentence(refused.hint_outside_records)}"
    return (
        f"“{typed}” cannot be read as a date. Write it with a year, such as `4 September 2025`, `early May 2024`, "
        "`between 3 and 5 May 2024`, `since 2021`, `about 1999`, or as EDTF, such as `2025-09-04`."
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}{'' if text.endswith(('.', '?')) else '.'}"
