"""The guide: a mapping that fits a table's header and values, and everything about it that is not sure."""

import json
import re
import unicodedata
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Final

from dashboard.exchange.imports.mapping.date_formats import DateFormats, date_formats
from dashboard.exchange.imports.mapping.mapping import CHOOSE, PRECISIONS
from dashboard.exchange.imports.mapping.sample import Sample, sample_of
from dashboard.model import vocabularies
from dashboard.model.geography import country_called
from dashboard.store.yaml import double_quoted

_NAMES: Final[dict[str, list[str]]] = json.loads(
    (files("dashboard.exchange.imports.mapping") / "column_names.json").read_text(encoding="utf-8")
)
"""By our column: names that such a column has in tables, in several languages, the most telling first."""
_COUNTS: Final = ("count_low", "count_best", "count_high")
_DATES: Final = ("date", "first_day", "last_day", "source_date")
_POINT: Final = re.compile(
    r"(?:POINT)?\s*[(\[]?\s*([-+]?\d{1,3}(?:[.,]\d+)?)\s*[,; ]\s*([-+]?\d{1,3}(?:[.,]\d+)?)\s*[)\]]?"
)
_NUMBER: Final = re.compile(r"[-+]?\d+(?:[.,]\d+)?")
_MOST_WORDS: Final = 30
_MOST_LATITUDE: Final = 90


def propose(path: Path) -> str:
    """A mapping file, as YAML, for the table in a file. Raises `NotRead`, `OSError`."""
    sample = sample_of(path)
    guide = _Guide(sample)
    lines = list(guide.lines())
    count = f"{sample.rows:,} rows, all of them" if sample.is_all else f"the first {sample.rows:,} rows"
    head = [
        f"# Proposed from the header of {_comment(path.name)} and {count}. Look at each line, then save it and import:",
        f"#   dateline import {sample.form} FILE --mapping THIS-FILE --into NAME",
        *(f"# {each}" for each in sample.remarks),
        *(f"# Unsure: {each}" for each in guide.unsure),
        *([f"# Not used: {', '.join(map(_comment, guide.left_over))}"] if guide.left_over else []),
    ]
    top = [
        'title: ""  # what the data are called',
        'publisher: ""  # who publishes them',
        'licence: ""  # on what terms',
    ]
    decimal = [f"decimal: {double_quoted(guide.decimal)}"] if guide.decimal != "." else []
    return "\n".join([*head, *top, *decimal, "columns:", *lines]) + "\n"


class _Guide:
    """What is made of a sample, and what about it is not sure."""

    def __init__(self, sample: Sample) -> None:
        self._sample = sample
        self.unsure: list[str] = []
        self._found = self._by_name()
        self.decimal = self._decimal()
        self._check_coordinates()

    @property
    def left_over(self) -> list[str]:
        """Columns that the mapping does not name."""
        return [name for name in self._sample.columns if name not in self._found.values()]

    def _by_name(self) -> dict[str, str]:
        """Their column for each of ours, by its name; each of theirs is used once."""
        found: dict[str, str] = {}
        keys = {_key(name): name for name in reversed(list(self._sample.columns))}
        for ours, names in _NAMES.items():
            theirs = next((keys[key] for name in names if (key := _key(name)) in keys), None)
            if theirs and theirs not in found.values() and self._can_be(ours, theirs):
                found[ours] = theirs
        if "date" in found and "first_day" in found:
            self.unsure.append(
                f"two columns may be the day: {found['date']} and {found['first_day']}; the second is used"
            )
            del found["date"]
        if not {"date", "first_day"} & found.keys() and (theirs := self._only_dates(found)):
            found["date"] = theirs
            self.unsure.append(
                f"“{_comment(theirs)}” is taken for the day because its values are dates, not by its name"
            )
        if "last_day" in found and "first_day" not in found:
            del found["last_day"]
        if ("latitude" in found) != ("longitude" in found):
            lonely = found.pop("latitude", None) or found.pop("longitude", None)
            self.unsure.append(f"“{_comment(str(lonely))}” looks like one coordinate, and the other is not there")
        if "latitude" in found:
            found.pop("point", None)
        if "date" not in found and "first_day" not in found:
            self.unsure.append("no column looks like a day: name one as `date`, with its `format`")
        return found

    def _can_be(self, ours: str, theirs: str) -> bool:
        """Whether the values allow it."""
        values = self._values(theirs)
        if ours in _DATES:
            return date_formats(values) is not None
        if ours in ("latitude", "longitude", *_COUNTS):
            return bool(values) and sum(_NUMBER.fullmatch(value) is not None for value in values) >= 0.8 * len(values)
        if ours == "point":
            return bool(values) and sum(_POINT.fullmatch(value) is not None for value in values) >= 0.8 * len(values)
        if ours == "source_url":
            return any(value.startswith(("http://", "https://")) for value in values)
        return bool(values)

    def _only_dates(self, found: dict[str, str]) -> str | None:
        """The one column, used for nothing else, whose values are dates; None for none or several."""
        names = [name for name in self._sample.columns if name not in found.values()]
        dated = [
            name for name in names if (formats := date_formats(self._values(name))) and "excel" not in formats.formats
        ]
        return dated[0] if len(dated) == 1 else None

    def _values(self, name: str) -> list[str]:
        return [value for value in self._sample.columns[name] if value]

    def _decimal(self) -> str:
        numbers = [
            value
            for ours in ("latitude", "longitude")
            if ours in self._found
            for value in self._values(self._found[ours])
        ]
        if "point" in self._found and any(";" in value for value in self._values(self._found["point"])):
            numbers += [value.partition(";")[0] for value in self._values(self._found["point"])]
        commas = sum("," in value for value in numbers)
        if commas and any("." in value for value in numbers):
            self.unsure.append("coordinates have decimal points in some rows and decimal commas in others")
        return "," if commas > len(numbers) / 2 else "."

    def _check_coordinates(self) -> None:
        if "latitude" not in self._found:
            return
        highest = [
            max(
                (
                    abs(float(value.replace(",", ".")))
                    for value in self._values(self._found[ours])
                    if _NUMBER.fullmatch(value)
                ),
                default=0,
            )
            for ours in ("latitude", "longitude")
        ]
        if highest[0] > _MOST_LATITUDE >= highest[1]:
            self.unsure.append("latitudes go beyond 90 and longitudes do not: the two columns may be exchanged")
        elif highest[0] > _MOST_LATITUDE:
            self.unsure.append("latitudes go beyond 90: these rows are refused, or the numbers are no degrees")

    def lines(self) -> Iterator[str]:
        """The lines of `columns`."""
        for ours in _NAMES:
            if ours not in self._found:
                continue
            theirs = self._found[ours]
            more = self._more(ours, theirs)
            yield f"  {ours}: {{column: {double_quoted(theirs)}{more}}}"
            if ours == "type_code":
                yield from self._types(theirs)
            if ours in _COUNTS and ours == "count_best":
                yield '  count_of: {constant: "deaths"}'
                self.unsure.append(f"“{_comment(theirs)}” is taken for a number of deaths")

    def _more(self, ours: str, theirs: str) -> str:
        if ours in _DATES and (formats := date_formats(self._values(theirs))):
            return self._format(theirs, formats)
        if ours == "country":
            return f", codes: {self._codes(theirs)}"
        if ours == "point":
            return f", order: {self._order(theirs)}"
        if ours in ("date_precision", "place_precision"):
            return self._words(ours, theirs)
        if ours == "row_id" and len(set(self._sample.columns[theirs])) < self._sample.rows:
            self.unsure.append(f"“{_comment(theirs)}” is not another in every row: it may be no id")
        return ""

    def _format(self, theirs: str, formats: DateFormats) -> str:
        if formats.unfit:
            shown = ", ".join(f"“{_comment(value)[:40]}”" for value in formats.unfit[:3])
            self.unsure.append(f"{len(formats.unfit):,} values of “{_comment(theirs)}” are no such dates: {shown}")
        if len(formats.formats) == 1:
            (form,) = formats.formats
            if "%y" in form:
                self.unsure.append(f"“{_comment(theirs)}” has years of two digits: 69 to 99 are read as 1969 to 1999")
            if form in ("excel", "unix"):
                self.unsure.append(
                    f"“{_comment(theirs)}” has numbers, which may be days as {form} counts them, or no days"
                )
            return f", format: {double_quoted(form)}"
        example = next(iter(self._values(theirs)), "")
        both = " and ".join(formats.formats)
        self.unsure.append(
            f"{both} fit every value of “{_comment(theirs)}”, such as “{_comment(example)}”: no day in it is above 12. "
            f"Write one of them in place of `{CHOOSE}`"
        )
        return f", format: {CHOOSE}"

    def _codes(self, theirs: str) -> str:
        values = set(self._values(theirs))
        if all(value.isdigit() for value in values):
            self.unsure.append(
                f"“{_comment(theirs)}” has numbers, taken for ISO 3166-1 (`numeric`); `gw` are Gleditsch and Ward's"
            )
            return "numeric"
        if all(len(value) == 2 for value in values):
            self.unsure.append(
                f"“{_comment(theirs)}” has two letters, taken for ISO 3166-1 (`alpha-2`); GDELT and others have `fips`"
            )
            return "alpha-2"
        if all(len(value) == 3 for value in values):
            return "alpha-3"
        unknown = sorted(value for value in values if not country_called(value))
        if unknown:
            self.unsure.append(f"names of countries that may not be known: {', '.join(map(_comment, unknown[:5]))}")
        return "name"

    def _order(self, theirs: str) -> str:
        pairs = [found for value in self._values(theirs) if (found := _POINT.fullmatch(value))]
        first, second = (
            max((abs(float(pair[part].replace(",", "."))) for pair in pairs), default=0.0) for part in (1, 2)
        )
        if first > _MOST_LATITUDE >= second or any(value.startswith("POINT") for value in self._values(theirs)):
            return "longitude-latitude"
        if first <= _MOST_LATITUDE < second:
            return "latitude-longitude"
        self.unsure.append(
            f"which number of “{_comment(theirs)}” is the latitude: none is above 90. Write latitude-longitude or "
            f"longitude-latitude in place of `{CHOOSE}`"
        )
        return CHOOSE

    def _words(self, ours: str, theirs: str) -> str:
        known = PRECISIONS if ours == "date_precision" else tuple(vocabularies.PLACE_PRECISIONS)
        values = sorted(set(self._values(theirs)))[:_MOST_WORDS]
        self.unsure.append(f"what the values of “{_comment(theirs)}” mean: give a word for each, of {', '.join(known)}")
        same = {value: value.lower() for value in values if value.lower() in known}
        shown = ", ".join(f"{double_quoted(value)}: {same.get(value, CHOOSE)}" for value in values)
        return f", words: {{{shown}}}"

    def _types(self, theirs: str) -> Iterator[str]:
        """Our types for theirs, where they have the same name; the others are left to whoever knows them."""
        values = sorted(set(self._values(theirs)))
        if len(values) > _MOST_WORDS:
            self.unsure.append(
                f"“{_comment(theirs)}” has {len(values):,} values: none is given a type of ours (`event_type`)"
            )
            return
        ours = {value: value.lower() for value in values if value.lower() in vocabularies.EVENT_TYPES}
        rest = [value for value in values if value not in ours]
        yield (
            f"  # event_type: {{column: {double_quoted(theirs)}, words: {{"
            + ", ".join(f"{double_quoted(value)}: {ours.get(value, '')}" for value in values)
            + "}}"
        )
        if rest:
            self.unsure.append("which of our types theirs are (`event_type`, a comment below; `dateline explain aid`)")


def _key(name: str) -> str:
    """A name as it is compared: without case, accents and signs between words."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9.]+", "_", plain).strip("_").replace("_", "")


def _comment(text: str) -> str:
    """Words of the table in a comment, on its line."""
    return "".join(sign if sign.isprintable() else " " for sign in text)[:120]
