"""The page of import formats has all of them, and everything that a mapping file may say."""

from dashboard.exchange.imports import LAYOUTS, imports_page
from dashboard.exchange.imports.mapping import ColumnMapping, MappedColumn, MappedColumns
from dashboard.store.imports import ROW_COLUMNS


def test_every_format_and_field_is_on_the_page():
    """With what it loses, its warning and its licence."""
    page = imports_page()
    for layout in LAYOUTS.values():
        for text in (f"| `{layout.key}` |", layout.title, layout.licence, layout.warning, *layout.loses):
            assert text in page, (layout.key, text)
    for model in (ColumnMapping, MappedColumn, MappedColumns):
        assert all(f"| `{name}`" in page for name in model.model_fields)
        assert all(field.description for field in model.model_fields.values())
    assert all(f"| `{name}` | {column.type} |" in page for name, column in ROW_COLUMNS.items())


def test_the_bounds_are_on_the_page():
    """How long a file or an object may be, and how deep."""
    page = imports_page()
    for bound in ("64,000,000 characters", "4,000,000 characters", "100 deep"):
        assert bound in page
