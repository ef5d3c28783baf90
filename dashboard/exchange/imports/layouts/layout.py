"""What a layout declares: whose files these are, how they are read, and what of them each of our columns is."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TextIO

_COLUMN: Final = re.compile(r"\{([^{}]+)\}")


@dataclass(frozen=True, slots=True)
class DelimitedFile:
    """A table as text: a line is a row, its fields stand between delimiters, and quotation marks may enclose them."""

    delimiter: str = ","
    """The publisher's own. Of a file with a header, another one is recognised: spreadsheets write `;`."""
    header: tuple[str, ...] = ()
    """The columns, in order, of files that have no header (GDELT); empty for files that begin with one."""
    quoted: bool = True
    """Whether a quotation mark encloses a field. In GDELT's files it is a letter as any other."""
    endings: tuple[str, ...] = (".csv", ".tsv", ".tab", ".txt")
    """Which files of an archive are read."""


@dataclass(frozen=True, slots=True)
class BrokenObject:
    """An object of a file that cannot be read as a row."""

    reason: str
    """What is wrong, as a part of a sentence: `the event has no id`."""
    content: str
    """The object as it was found."""


@dataclass(frozen=True, slots=True)
class ObjectFile:
    """A file of objects, such as JSON: a function gives one row after the other, in the order of the file."""

    read: Callable[[TextIO], Iterator[Mapping[str, str | None] | BrokenObject]]
    """Fields by name, as text. The file is read as it goes, never whole where that can be.

    Raises `NotRead`, with what is wrong and what to do, for a file that is not of this kind at all."""
    endings: tuple[str, ...] = (".json", ".jsonl", ".geojson")
    """Which files of an archive are read."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that makes a row unusable; the first one that a row has is the reason that is given."""

    condition: str
    """In SQL, over the publisher's columns; NULL counts as no."""
    reason: str
    """What is wrong; `{column}` stands for what the row has there: `latitude is {latitude}`."""

    @property
    def reason_sql(self) -> str:
        """The reason, as SQL that gives its words for each row."""
        parts = _COLUMN.split(self.reason)
        words = [f"'{each.replace(chr(39), chr(39) * 2)}'" for each in parts[::2]]
        columns = [f"left(coalesce({_identifier(each)}, ''), 60)" for each in parts[1::2]]
        mixed = [each for pair in zip(words, columns, strict=False) for each in pair]
        return " || ".join([*mixed, words[-1]])


def _identifier(column: str) -> str:
    """A column's name as SQL."""
    return '"' + column.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True)
class Layout:
    """One format of published events.

    Names of the publisher's columns are in lower case, whatever the file has. Of those that a file does not have,
    `needs` must all be there; the others are NULL. In SQL (DuckDB), all are text; an empty field is NULL.
    """

    key: str
    """The word that `dateline import` takes, and the name of the dataset if nobody gives another."""
    title: str
    publisher: str
    licence: str
    """As the publisher names it: `CC BY 4.0`."""
    address: str
    """Where the publisher describes the data."""
    reading: DelimitedFile | ObjectFile
    needs: tuple[str, ...]
    """Columns without which it is not this format, by which it is told from others."""
    uses: tuple[str, ...]
    """All other columns that the SQL below speaks of; older and newer releases may lack some."""
    days: tuple[str, str]
    """The SQL of the earliest and of the latest day that the row may have been. `first_day`, `last_day`, `date` and
    `date_precision` are made of them."""
    select: Mapping[str, str]
    """For each other one of our columns (`ROW_COLUMNS`) that it can give, the SQL of its value; `row_id` is a must.

    `hash`, `file`, `line` and `raw` are made for every layout alike. A value of the wrong type becomes NULL."""
    loses: tuple[str, ...]
    """What of the file has no place among our columns, or a coarser one, a sentence each."""
    faults: tuple[Fault, ...] = ()
    is_whole: bool = False
    """Whether its files are the whole of a release: then rows of the last import that they lack have vanished."""
    warning: str = ""
    """What whoever imports it must know: that its licence forbids to publish it."""
    aliases: Mapping[str, str] = field(default_factory=dict)
    """Other names that columns had in some release, with the ones used here."""
    deletions: str = ""
    """The column that names a row, in lists of deleted rows that the publisher has; a file with this column and no
    more of `needs` is such a list."""

    @property
    def columns(self) -> tuple[str, ...]:
        """Every column of the publisher's that its SQL may speak of."""
        return tuple(dict.fromkeys((*self.needs, *self.uses)))
