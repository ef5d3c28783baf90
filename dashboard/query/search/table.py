"""One table of the index: lines of texts in SQLite's full-text search (FTS5), and what each line is of."""

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, Generic, TypeVar

Thing = TypeVar("Thing")

MOST_RANKED: Final = 3_000
"""With more hits than this the latest lines come first: to rank them takes longer than a hand waits."""
MOST_COUNTED: Final = 10_000
_TOKENS: Final = "unicode61 remove_diacritics 0 categories ''L* N* Co M*''"
_COUNT: Final = (
    "SELECT count(*) FROM (SELECT 1 FROM lines WHERE lines MATCH ? "
    "AND rowid NOT IN (SELECT line FROM forgotten) LIMIT ?)"
)
_FIND: Final = "SELECT rowid FROM lines WHERE lines MATCH ? AND rowid NOT IN (SELECT line FROM forgotten) "
_BEST: Final = _FIND + "ORDER BY rank, rowid DESC LIMIT ?"
_LATEST: Final = _FIND + "ORDER BY rowid DESC LIMIT ?"


class SearchTable(Generic[Thing]):
    """Lines that are found by their texts. SQLite keeps the words of those that are forgotten; they are passed over."""

    def __init__(self, weights: Mapping[str, int]) -> None:
        """An empty table. `weights`: its columns, and what a word is worth in each."""
        self.things: dict[int, Thing] = {}
        """By the number of the line."""
        self._columns = tuple(weights)
        self._next = 1
        self._connection = sqlite3.connect(":memory:", check_same_thread=False)
        columns = ", ".join(weights)
        self._connection.execute(
            f"CREATE VIRTUAL TABLE lines USING fts5({columns}, content='', prefix='2 3', tokenize='{_TOKENS}')"
        )
        self._connection.execute("CREATE VIRTUAL TABLE vocabulary USING fts5vocab(lines, 'row')")
        self._connection.execute("CREATE TABLE forgotten (line INTEGER PRIMARY KEY)")
        rank = f"bm25({', '.join(map(str, weights.values()))})"
        self._connection.execute("INSERT INTO lines(lines, rank) VALUES ('rank', ?)", (rank,))

    @property
    def forgotten(self) -> int:
        """The number of lines that are passed over."""
        return self._next - 1 - len(self.things)

    def forget(self, line: int) -> Thing:
        """Find this line no more."""
        with self._connection:
            self._connection.execute("INSERT INTO forgotten VALUES (?)", (line,))
        return self.things.pop(line)

    def add(self, things: Sequence[Thing], texts: Iterable[Sequence[str]]) -> range:
        """Add a line for each thing, with its text in each column, in the form in which it is searched."""
        lines = range(self._next, self._next + len(things))
        marks = ", ".join("?" * (len(self._columns) + 1))
        columns = ", ".join(self._columns)
        with self._connection:
            self._connection.executemany(
                f"INSERT INTO lines(rowid, {columns}) VALUES ({marks})",  # noqa: S608  columns of our own
                ((line, *each) for line, each in zip(lines, texts, strict=True)),
            )
        self.things.update(zip(lines, things, strict=True))
        self._next = lines.stop
        return lines

    def find(self, expression: str, most: int, columns: Sequence[str] = ()) -> tuple[list[Thing], int]:
        """Things that have what an expression of FTS5 asks for, the best first, and how many there are.

        `columns`: where it must stand; without any, anywhere. No more than `MOST_COUNTED` are counted.
        """
        asked = f"{{{' '.join(columns)}}} : ({expression})" if columns else expression
        (total,) = self._numbers(_COUNT, asked, MOST_COUNTED)
        found = self._numbers(_LATEST if total > MOST_RANKED else _BEST, asked, most) if total else ()
        return [self.things[line] for line in found], total

    def words(self) -> Iterator[tuple[str, int]]:
        """Every word, and in how many lines it stands."""
        yield from self._connection.execute("SELECT term, doc FROM vocabulary")

    def _numbers(self, statement: str, asked: str, most: int) -> Iterator[int]:
        return (number for (number,) in self._connection.execute(statement, (asked, most)))
