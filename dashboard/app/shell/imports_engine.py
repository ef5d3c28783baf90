"""The engine that imported rows are asked of: the one that whoever started the server has chosen."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from dashboard.query.imports import DuckDbEngine, Engine, SparkEngine
from dashboard.store.imports import IMPORTS, Dataset

ENGINE_VARIABLE: Final = "DATELINE_ENGINE"
"""Environment variable with the address of a Spark Connect server; empty: this machine asks."""
DATA_VARIABLE: Final = "DATELINE_DATA"
"""Environment variable with the folder of imports as that server sees it; empty: its path on this machine."""


def engine_over(folder: Path, datasets: Sequence[Dataset]) -> Engine:
    """Spark's where it is asked for, else DuckDB. Raises `ImportsUnreadable`."""
    if address := os.environ.get(ENGINE_VARIABLE, ""):
        return SparkEngine(address, os.environ.get(DATA_VARIABLE, "") or str(folder / IMPORTS), datasets)
    return DuckDbEngine(folder, datasets)
