"""What describes an imported dataset is read back as it was written, or is passed over."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.store.imports.dataset import Dataset, DatasetUnreadable, ImportedFile, datasets_in, read_dataset

UCDP = Dataset(
    name="ucdp",
    format="ucdp-ged",
    title="UCDP Georeferenced Event Dataset (GED)",
    publisher="Uppsala Conflict Data Program",
    licence="CC BY 4.0",
    imported="2026-01-05T09:30:00Z",
    generation="rows-1",
    files=(ImportedFile("GEDEvent_v25_1.csv", "0" * 64, 120),),
    counts={"rows": 2, "new": 2},
)


def _write(root: Path, dataset: Dataset) -> Path:
    folder = root / "imports" / dataset.name
    (folder / dataset.generation).mkdir(parents=True)
    (folder / "dataset.json").write_text(dataset.as_json(), encoding="utf-8")
    return folder


def test_a_dataset_is_read_as_it_was_written(tmp_path: Path) -> None:
    """Names with accents as well; parts are the rows alone, in order."""
    given = replace(UCDP, title="Événements")
    folder = _write(tmp_path, given) / given.generation
    for name in ("part-2.parquet", "part-1.parquet", "revisions.parquet", "notes.txt"):
        (folder / name).touch()
    assert datasets_in(tmp_path) == (given,)
    assert [path.name for path in given.parts(tmp_path)] == ["part-1.parquet", "part-2.parquet"]


@pytest.mark.parametrize("content", ["", "[]", "{}", '{"files": 3}', '{"files": [], "colour": 1}', "\ufeff{"])
def test_one_that_cannot_be_read_hides_no_other(tmp_path: Path, content: str) -> None:
    """It is passed over in the list, and refused with its file's name by name."""
    _write(tmp_path, UCDP)
    (tmp_path / "imports" / "broken").mkdir()
    (tmp_path / "imports" / "broken" / "dataset.json").write_text(content, encoding="utf-8")
    assert [each.name for each in datasets_in(tmp_path)] == ["ucdp"]
    with pytest.raises(DatasetUnreadable, match=r"imports/broken/dataset\.json"):
        read_dataset(tmp_path, "broken")


def test_a_link_out_of_the_workspace_is_not_followed(tmp_path: Path) -> None:
    """Neither for one dataset nor for all of them."""
    outside = tmp_path / "outside"
    _write(outside, UCDP)
    root = tmp_path / "inside"
    (root / "imports").mkdir(parents=True)
    (root / "imports" / "linked").symlink_to(outside / "imports" / "ucdp")
    assert datasets_in(root) == ()
