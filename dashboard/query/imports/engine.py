"""What runs the SQL of imported rows: DuckDB on this machine, or another engine of the same dialect."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Protocol

from dashboard.errors import DatelineError

if TYPE_CHECKING:  # maps that show no imported rows need no tables
    import pyarrow as pa

Parameters = Mapping[str, Any]


class ImportsUnreadable(DatelineError):
    """The files of imported rows cannot be asked; the message says why, and what to do."""


class QueryTooSlow(DatelineError):
    """A query of imported rows that was broken off."""


class Engine(Protocol):
    """Runs one SELECT over the table `imports`; safe with many sessions at once."""

    def run(self, sql: str, parameters: Parameters) -> "pa.Table":
        """The rows that the query finds. Parameters are `$name`. Raises `ImportsUnreadable` and `QueryTooSlow`."""
        ...
