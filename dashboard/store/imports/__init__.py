"""Imported datasets as files: rows that others published, in Parquet beside the records, each with its own columns."""

from typing import TYPE_CHECKING

from dashboard.doors import lazy

if TYPE_CHECKING:
    from dashboard.store.imports.columns import ROW_COLUMNS
    from dashboard.store.imports.dataset import (
        BROKEN_FILE,
        DATASET_FILE,
        IMPORTS,
        REVISIONS_FILE,
        Dataset,
        ImportedFile,
        datasets_in,
        read_dataset,
    )
else:
    __getattr__ = lazy(__name__, __file__)
