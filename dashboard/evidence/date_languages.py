"""Dates in other languages: `2024年5月7日`, `2024년 5월 7일`, `7 мая 2024 года`, `7 de mayo de 2024`, `le 7 mai`.

A month's name alone is no date: `mai`, `mars` and `mayo` are words of other languages. It needs its year, or a day as
that language writes it.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Final

_NAMES: Final = (
    # Spanish, Portuguese, French, Italian, German, Dutch
    "enero febrero marzo abril mayo junio julio agosto septiembre|setiembre octubre noviembre diciembre",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "januar|jänner februar märz april mai juni juli august september oktober november dezember",
    "januari februari maart april mei juni juli augustus september oktober november december",
    # Russian, in three cases, and Ukrainian
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "январе феврале марте апреле мае июне июле августе сентябре октябре ноябре декабре",
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
)
_MONTHS: Final[Mapping[str, int]] = {
    name: number for language in _NAMES for number, names in enumerate(language.split(), 1) for name in names.split("|")
}
_ENGLISH: Final = frozenset({"april", "august", "september", "november", "december"})
"""Names that English has as well: with a capital, they are read as English."""
_WITH_CAPITAL: Final = (4, 6, 7, 8, 9)
"""German, and those in Cyrillic. Others write a small letter: `Mars 2020`, `Mayo 2024` are something else."""


def _of(*rows: int) -> str:
    """The names of some languages, with a capital first where the language may have one."""
    small = {name for row in rows for names in _NAMES[row].split() for name in names.split("|")}
    great = {name for row in {*rows} & {*_WITH_CAPITAL} for names in _NAMES[row].split() for name in names.split("|")}
    written = (f"[{name[0]}{name[0].upper()}]{name[1:]}" if name in great - _ENGLISH else name for name in small)
    return "|".join(sorted(written, key=len, reverse=True))


_DAY: Final = r"(?:[12]\d|3[01]|0?[1-9])"
_YEAR: Final = r"(?:1\d|20)\d\d"
_AND: Final = r"(?:\s*[-–—]\s*|,\s+|\s+(?:y|e|et|und|en|al?|au|bis|tot|и|по|та)\s+)"
_LIST: Final = rf"{_DAY}(?:er|º)?(?:{_AND}{_DAY}){{0,4}}"
_DAYS: Final = rf"(?<![\w.,-]){_LIST}"
_OF_YEAR: Final = rf",?\s+(?:del?\s+)?(?P<year0>{_YEAR})\b"
_IDEOGRAPHIC: Final = re.compile(
    rf"""
    (?<!\d)(?P<year>{_YEAR})\s?[年년]\s?(?P<month>1[0-2]|0?[1-9])\s?[月월](?:\s?(?P<day>{_DAY})\s?[日号號일])?
    |(?<![\d年년])(?P<month2>1[0-2]|0?[1-9])\s?[月월]\s?(?P<day2>{_DAY})\s?[日号號일]
    |(?<!\d)(?P<year3>{_YEAR})\s?[年년](?!\s?(?:度|前|间|間|来|以上|之久|多|전|간|동안|도\b|\d))
    """,
    re.VERBOSE,
)
_WITH_YEAR: Final = (
    rf"(?P<days0>{_DAYS})\.?\s+(?:de\s+|d['’])?(?P<month0>{_of(*range(10))})\b{_OF_YEAR}",
    rf"\b(?P<month0>{_of(*range(10))}){_OF_YEAR}",
)
_WITHOUT: Final = (
    rf"(?P<days0>{_DAYS})\s+de\s+(?P<month0>{_of(0, 1)})\b(?:{_OF_YEAR})?",
    rf"\b(?:[Ll]e|[Dd]u|[Aa]u)\s+(?P<days0>{_LIST})\s+(?P<month0>{_of(2)})\b(?:{_OF_YEAR})?",
    rf"\b(?:[Ii]l|[Dd]al|[Dd]el|[Aa]l)\s+(?P<days0>{_LIST})\s+(?P<month0>{_of(3)})\b(?:{_OF_YEAR})?",
    rf"(?P<days0>{_DAYS})\.\s+(?P<month0>{_of(4)})\b(?:{_OF_YEAR})?",
    rf"(?P<days0>{_DAYS})\s+(?P<month0>{_of(6, 9)})\b(?:{_OF_YEAR})?",
)
"""A day without its year, with the words or signs that the language has around it."""
_NAMED: Final = re.compile(
    "|".join(re.sub(r"(?<=[a-z])0>", f"{number}>", form) for number, form in enumerate((*_WITH_YEAR, *_WITHOUT)))
)
_MAYBE: Final = re.compile(rf"[年月년월]|\b(?:{_of(*range(10))})\b")
_DIGITS: Final = {ord("０") + digit: str(digit) for digit in range(10)}
"""Full-width digits, each as the one that is compared."""
_NUMBER: Final = re.compile(r"\d+")

ForeignDate = tuple[int | None, int | None, int | None, int, int]
"""Year, month and day, as much as is given, and the half-open span."""


def foreign_dates(text: str) -> Iterator[ForeignDate]:
    """Every date in `text` that is written as another language does, in order; one for each day of `7 y 8 de mayo`."""
    if not _MAYBE.search(text):
        return
    found = [*_ideographic(text.translate(_DIGITS)), *_with_name(text)]
    yield from sorted(found, key=lambda each: each[3])


def _ideographic(text: str) -> Iterator[ForeignDate]:
    for match in _IDEOGRAPHIC.finditer(text):
        year, month, day = (
            match["year"] or match["year3"],
            match["month"] or match["month2"],
            match["day"] or match["day2"],
        )
        yield (int(year) if year else None, int(month) if month else None, int(day) if day else None, *match.span())


def _with_name(text: str) -> Iterator[ForeignDate]:
    for match in _NAMED.finditer(text):
        given = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value}
        name = given["month"].lower()
        year = int(given["year"]) if "year" in given else None
        days: list[int | None] = [int(day) for day in _NUMBER.findall(given.get("days", ""))]
        for day in days or [None]:
            yield year, _MONTHS[name], day, *match.span()
