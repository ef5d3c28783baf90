"""SQL over the records: what is asked is checked, then run by DuckDB in a process that sees no file and no network."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.exchange.sql.results import QueryResult
    from dashboard.exchange.sql.running import run_query
    from dashboard.exchange.sql.statement import QueryRefused
    from dashboard.exchange.sql.tables import SqlTable, imports_table, sql_tables
else:
    __getattr__ = lazy(__name__, __file__)
