"""Imported rows as the dashboard asks for them: its SQL, the engine that runs it, and what pages are given."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.imports.duckdb_engine import DuckDbEngine, files_of, imports_view
    from dashboard.query.imports.engine import Engine, ImportsUnreadable, QueryTooSlow
    from dashboard.query.imports.engines import engine_over
    from dashboard.query.imports.imported_rows import (
        PAGE_ROWS,
        BinnedRows,
        CountedBin,
        DatasetCount,
        DatedRows,
        ImportedRows,
        Row,
        RowPage,
    )
    from dashboard.query.imports.linking import LinkSuggestion, likely_records
    from dashboard.query.imports.reconciling import reconcile
    from dashboard.query.imports.row_filters import RowFilters, filters_for_rows
    from dashboard.query.imports.spark_address import is_spark_address
else:
    __getattr__ = lazy(__name__, __file__)
