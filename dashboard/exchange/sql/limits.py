"""What one query may take."""

from typing import Final

from dashboard.exchange.documents import Limits

QUERY_LIMITS: Final = Limits(memory_bytes=1_000_000_000, cpu_seconds=10, answer_bytes=50_000_000)
ENGINE_BYTES: Final = 600_000_000
"""What DuckDB may hold of that; the tables and what is found are beside it."""
MOST_ROWS: Final = 100_000
MOST_VALUES: Final = 5_000_000
"""Values in all rows and columns, and in the lists of these: a table of yes and no has many in few bytes."""
