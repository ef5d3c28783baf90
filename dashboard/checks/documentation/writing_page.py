"""The guide “the article says, you write”: words of articles, and the lines of a record for each."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, Final

from dashboard.store.yaml import read_document

_HEAD: Final = """\
# The article says, you write

Words as they stand in articles, and the lines of an event for them. Every row was checked like a record: the words
stand in the quote of a claim, and the lines say no more than the words. `dateline explain WORD` explains a word or a
field, and `dateline date PHRASE` writes a date."""


@dataclass(frozen=True, slots=True)
class WritingExample:
    """A row of the table, with the whole event that it is taken from."""

    subject: str
    says: str
    """Words of the article."""
    text: str
    """The source's text, published on 4 March 2025."""
    write: tuple[str, ...]
    """Lines to write for them, each a part of the event or of the registry."""
    why: str
    event: str
    """The whole event, as YAML."""


def writing_examples() -> tuple[WritingExample, ...]:
    """All rows, by their subjects."""
    return tuple(WritingExample(**{**row, "write": tuple(row["write"])}) for row in _data()["rows"])


def example_registries() -> dict[str, dict[str, Any]]:
    """The places and actors that the events of the rows name."""
    return {name: _data()[name] for name in ("places", "actors")}


def writing_page() -> str:
    """The whole page, in Markdown."""
    parts = [_HEAD]
    for subject, rows in groupby(writing_examples(), lambda row: row.subject):
        lines = [f"## {subject}", "", "| the article says | you write | why |", "|---|---|---|"]
        parts.append("\n".join([*lines, *map(_row, rows)]))
    return "\n\n".join(parts) + "\n"


def _row(row: WritingExample) -> str:
    write = " and ".join(f"`{line}`" for line in row.write)
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in (f"“{row.says}”", write, row.why)) + " |"


@cache
def _data() -> dict[str, Any]:
    return read_document((files("dashboard.checks") / "examples" / "writing.yaml").read_bytes()).data or {}
