"""Events as rows, and rows as files."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.tables.csv_writing import csv_file
    from dashboard.query.tables.table import (
        COLUMNS,
        KEPT_COLUMN,
        EventTable,
        Order,
        TablePage,
        columns_of,
        first_columns,
        order_of,
        page_of,
        sort_events,
    )
    from dashboard.query.tables.table_csv import csv_text
else:
    __getattr__ = lazy(__name__, __file__)
