"""Speaker notes: for each claim that a slide rests on, its words, what was found, and the quotes."""

from collections.abc import Iterable, Iterator

from dashboard.briefing.office_words import about, notes_of, numbers_of
from dashboard.briefing.outline import Entry, Statement

INTRO = "What this slide rests on:"


def notes(statements: Iterable[Statement], entries: dict[int, Entry], more: Iterable[str] = ()) -> list[str]:
    """A paragraph each. `more` stands first: what the slide has no room for."""
    numbers = dict.fromkeys(number for each in statements for number in each.references)
    lines = list(more)
    if numbers:
        lines.append(INTRO)
    for number in sorted(numbers):
        lines.extend(_entry(entries[number]))
    return lines


def row_line(statement: Statement) -> str:
    """A row in one line: `Quito: city: external [19–22] (2 verified, 2 not checkable)`."""
    carried = notes_of(statement)
    return " ".join(
        each for each in (statement.text, numbers_of(statement.references), f"({carried})" if carried else "") if each
    )


def _entry(entry: Entry) -> Iterator[str]:
    yield f"[{entry.number}] {entry.text or entry.claim} ({entry.verdict}: {entry.means})"
    for quote in entry.quotes:
        yield f"“{quote.words}” {quote.source}, {quote.where}"
    yield " · ".join(about(entry))
