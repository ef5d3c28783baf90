"""Imported datasets, as files: rows that others published lie in `imports/NAME/`, beside the records.

`imports/NAME/dataset.json` says what was imported, from which files and under which licence; it is small, and is meant
for git. The rows lie in `imports/NAME/GENERATION/*.parquet`; each import writes a new generation beside the last one,
and `dataset.json` names the one that counts, so that an import which is cut off changes nothing.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.store.tree import is_inside

IMPORTS: Final = "imports"
DATASET_FILE: Final = "dataset.json"
REVISIONS_FILE: Final = "revisions.parquet"
"""Beside the rows: earlier states of rows that the publisher has changed, and rows that have vanished."""
BROKEN_FILE: Final = "broken.csv"
"""Beside `dataset.json`: rows that could not be read, with file, line and reason."""


class DatasetUnreadable(DatelineError):
    """What describes an imported dataset cannot be read."""


@dataclass(frozen=True, slots=True)
class ImportedFile:
    """One file that rows were read from."""

    name: str
    """Without its folder, which is somebody's own."""
    sha256: str
    bytes: int


@dataclass(frozen=True, slots=True)
class Dataset:
    """What `dataset.json` says of an import."""

    name: str
    """The name of its folder below `imports/`."""
    format: str
    """The word that `dateline import` takes."""
    title: str
    """`UCDP Georeferenced Event Dataset (GED)`."""
    publisher: str
    licence: str
    imported: str
    """When, in UTC, to the second."""
    generation: str
    """The folder that its rows lie in."""
    files: tuple[ImportedFile, ...]
    counts: Mapping[str, int] = field(default_factory=dict)
    """Numbers of the last import: rows, new, changed, vanished, same, broken."""

    def parts(self, root: Path) -> tuple[Path, ...]:
        """The Parquet files of its rows, without those of earlier states."""
        folder = root / IMPORTS / self.name / self.generation
        return tuple(sorted(path for path in folder.glob("*.parquet") if path.name != REVISIONS_FILE))

    def as_json(self) -> str:
        """The content of `dataset.json`."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=2) + "\n"


def datasets_in(root: Path) -> tuple[Dataset, ...]:
    """Every imported dataset of a workspace that can be read, by name."""
    if not is_inside(root, IMPORTS):
        return ()
    names = sorted(path.parent.name for path in (root / IMPORTS).glob(f"*/{DATASET_FILE}"))
    found = (_dataset_or_none(root, name) for name in names if is_inside(root, f"{IMPORTS}/{name}"))
    return tuple(each for each in found if each)


def _dataset_or_none(root: Path, name: str) -> Dataset | None:
    try:
        return read_dataset(root, name)
    except DatasetUnreadable:
        return None


def read_dataset(root: Path, name: str) -> Dataset:
    """The dataset of this name. Raises `DatasetUnreadable`."""
    file = f"{IMPORTS}/{name}/{DATASET_FILE}"
    try:
        told: dict[str, Any] = json.loads((root / file).read_text(encoding="utf-8"))
        files = tuple(ImportedFile(**each) for each in told.pop("files"))
        return Dataset(**{**told, "name": name, "files": files})
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise DatasetUnreadable(f"{file} cannot be read ({error}). Import the dataset again.") from error
