"""Imports into an empty workspace, and what is stored of them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import duckdb
import pytest

from dashboard.exchange.imports import LAYOUTS, ImportOutcome, ImportRequest, Progress, import_files
from dashboard.store.imports import read_dataset

FILES = Path(__file__).parent / "files"
SILENT = Progress(lambda _bytes: None, lambda _bytes: None, lambda: None)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace without records."""
    workspace = tmp_path / "workspace"
    for name in ("seeds", "events"):
        (workspace / name).mkdir(parents=True)
    return workspace


@pytest.fixture
def imported(root: Path) -> Callable[..., ImportOutcome]:
    """Import files, named or given as paths, in a format."""

    def run(form: str, *paths: str | Path, name: str | None = None, **options: Any) -> ImportOutcome:
        files = tuple(FILES / each if isinstance(each, str) else each for each in paths)
        request = ImportRequest(root, LAYOUTS[form], files, name or form, **options)
        return import_files(request, tuple(LAYOUTS.values()), SILENT)

    return run


def stored(root: Path, name: str, columns: str = "*", *, ended: bool = False) -> list[tuple[Any, ...]]:
    """The rows of a dataset, by id; or earlier states of its rows."""
    dataset = read_dataset(root, name)
    folder = root / "imports" / name / dataset.generation
    files = [str(folder / "revisions.parquet")] if ended else list(map(str, dataset.parts(root)))
    with duckdb.connect() as connection:
        rows = connection.execute(f"SELECT {columns} FROM read_parquet($files) ORDER BY row_id", {"files": files})
        return rows.fetchall()
