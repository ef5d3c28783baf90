"""The fields of an event, each declared once, and what is made of them: table, CSV, facets."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.query.fields.csv_writing import csv_file, write_csv
    from dashboard.query.fields.event_fields import DRAWN_BY_SEVERAL, FIELDS
    from dashboard.query.fields.event_row import EventRow, EventTable, table_of
    from dashboard.query.fields.field import NONE, Facet, Field, FieldEntry
    from dashboard.query.fields.table import (
        COLUMNS,
        CSV_COLUMNS,
        FACETS,
        FIRST_SORT,
        KEPT_COLUMN,
        Order,
        TablePage,
        columns_of,
        csv_text,
        first_columns,
        order_of,
        page_of,
        sort_events,
    )
else:
    __getattr__ = lazy(__name__, __file__)
