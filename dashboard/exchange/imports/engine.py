"""The database that imports are made with: in memory, with limits, and the table of countries."""

from pathlib import Path
from typing import Final

import duckdb
import pyarrow as pa

from dashboard.exchange.imports.layouts import country_codes

MEMORY_LIMIT: Final = "1GB"
_THREADS: Final = 2


def connect(spill: Path | None = None) -> duckdb.DuckDBPyConnection:
    """A new database; what does not fit into its memory goes into the folder `spill`, if there is one."""
    connection = duckdb.connect(
        ":memory:",
        config={
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "memory_limit": MEMORY_LIMIT,
            "temp_directory": str(spill) if spill else "",
            "threads": _THREADS,
        },
    )
    connection.execute("SET TimeZone = 'UTC'")
    connection.execute("SET enable_progress_bar = false")
    schemes, codes, alpha_2 = zip(*country_codes(), strict=True)
    connection.register("given", pa.table({"scheme": schemes, "code": codes, "alpha_2": alpha_2}))
    connection.execute("CREATE TABLE countries AS SELECT * FROM given")
    connection.unregister("given")
    return connection
