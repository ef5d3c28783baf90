"""`dateline import` with each format: from a file to rows that can be looked at, and whole records back into files."""

import csv
import errno
import io
import json
import zipfile
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from dashboard.exchange.imports.reading import inputs
from dashboard.store.authoring import record_files
from dashboard.store.imports import read_dataset
from dashboard.store.writing import write_new

PUBLISHED = Path(__file__).parent.parent / "exchange" / "imports" / "published"
FILES = {
    "gdelt": ("gdelt.export.CSV", 4),
    "gdelt-mentions": ("gdelt.mentions.CSV", 3),
    "icews": ("icews.tab", 2),
    "polecat": ("polecat.txt", 2),
    "plover": ("plover.jsonl", 1),
    "geojson": ("features.geojson", 3),
    "timelinejs": ("timeline.json", 2),
    "timelinejs-sheet": ("timeline.csv", 2),
    "stix": ("bundle.stix.json", 2),
    "misp": ("misp.json", 2),
}
"""By format: a file of it, and how many of its rows are whole. Each has broken ones, too."""


def rows_of(root, name):
    parts = read_dataset(root, name).parts(root)
    return pa.concat_tables(pq.read_table(part) for part in parts).sort_by("line").to_pylist()


@pytest.mark.parametrize("form", FILES)
@pytest.mark.parametrize("is_packed", [False, True])
def test_every_format_is_imported(form, is_packed, dateline, empty_workspace, tmp_path):
    """Plain or in an archive; broken rows are counted, and each has its reason."""
    name, whole = FILES[form]
    file = PUBLISHED / name
    if is_packed:
        file = tmp_path / f"{name}.zip"
        with zipfile.ZipFile(file, "w") as archive:
            archive.write(PUBLISHED / name, name)
    ended = dateline("import", form, file, "--workspace", empty_workspace)
    assert ended.code == 1, ended.err
    rows = rows_of(empty_workspace, form)
    assert len(rows) == whole
    assert all(row["row_id"] and row["hash"] and json.loads(row["raw"]) for row in rows)
    broken = (empty_workspace / "imports" / form / "broken.csv").read_text(encoding="utf-8").splitlines()
    assert len(broken) > 1
    again = dateline("import", form, file, "--workspace", empty_workspace)
    assert f"{whole} unchanged" in again.out


def test_gdelt_is_warned_of(dateline, empty_workspace):
    """Reports are no events."""
    ended = dateline("import", "gdelt", PUBLISHED / "gdelt.export.CSV", "--workspace", empty_workspace)
    assert "GDELT counts reports, not events" in ended.err


MAPPING = """\
title: Incidents
publisher: A ministry
licence: CC0
columns:
  row_id: {column: ID}
  date: {column: Day, format: "%d/%m/%Y"}
  place: {column: Where}
"""


def test_a_table_needs_a_mapping_and_the_guide_proposes_one(dateline, empty_workspace, tmp_path):
    """What the guide prints is a mapping, once somebody has filled in what only they know."""
    table = tmp_path / "table.csv"
    table.write_text("ID,Day,City\n1,14/09/2025,Quito\n2,15/09/2025,Manta\n", encoding="utf-8")
    ended = dateline("import", "csv", table, "--workspace", empty_workspace)
    assert (ended.code, "--propose" in ended.err) == (2, True)
    proposed = dateline("import", "csv", table, "--propose")
    assert proposed.code == 0
    mapping = tmp_path / "mapping.yaml"
    mapping.write_text(proposed.out.replace('""', "x"), encoding="utf-8")
    arguments = ("--mapping", mapping, "--into", "ministry", "--workspace", empty_workspace)
    ended = dateline("import", "csv", table, *arguments)
    assert ended.code == 0, ended.err
    assert [row["place"] for row in rows_of(empty_workspace, "ministry")] == ["Quito", "Manta"]
    assert dateline("import", "gdelt", table, *arguments).code == 2


def test_a_mapping_of_columns_that_are_not_there_is_told(dateline, empty_workspace, tmp_path):
    """And nothing is imported."""
    (tmp_path / "mapping.yaml").write_text(MAPPING, encoding="utf-8")
    (tmp_path / "table.csv").write_text("ID,Day\n1,14/09/2025\n", encoding="utf-8")
    ended = dateline(
        "import", "csv", tmp_path / "table.csv", "--mapping", tmp_path / "mapping.yaml", "--workspace", empty_workspace
    )
    assert (ended.code, "where" in ended.err) == (2, True)
    assert not (empty_workspace / "imports").exists() or not any((empty_workspace / "imports").glob("*/dataset.json"))


@pytest.mark.parametrize("form", ["geojson", "json-ld"])
def test_records_come_back_as_files(form, dateline, world, empty_workspace, tmp_path):
    """All of an export, and again nothing; a different one is named, and stays."""
    export = tmp_path / "export"
    assert dateline("export", form, "--workspace", world("seed"), "-o", export).code == 0
    ended = dateline("import", "records", export, "--folder", "theirs", "--workspace", empty_workspace)
    assert ended.code == 1, "the text of a source is not here"
    events = sorted(path.stem for path in (empty_workspace / "events" / "theirs").iterdir())
    assert len(events) == 18
    assert f"written: events/theirs/{events[0]}.yaml" in ended.out
    again = dateline("import", "records", export, "--workspace", empty_workspace)
    assert again.code == 0
    assert again.out.startswith("0 records written, ")
    file = empty_workspace / "events" / "theirs" / f"{events[0]}.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("title: ", "title: My "), encoding="utf-8")
    changed = file.read_bytes()
    ended = dateline("import", "records", export, "--workspace", empty_workspace)
    assert ended.code == 1
    assert f"refused: event {events[0]}: " in ended.out
    assert file.read_bytes() == changed


def test_records_of_a_file_that_has_none(dateline, empty_workspace, tmp_path):
    """Or that is not there, or a folder."""
    (tmp_path / "a.json").write_text("[]", encoding="utf-8")
    for file, reason in (
        (tmp_path / "a.json", "no whole records"),
        (tmp_path / "b", "no such file"),
        (tmp_path, "regular"),
    ):
        ended = dateline("import", "records", file, "--workspace", empty_workspace)
        assert (ended.code, reason in ended.err) == (2, True), ended.err


HOSTILE = {
    "deep": ("geojson", '{"type": "FeatureCollection", "features": [' + "[" * 100_000 + "]" * 100_000 + "]}"),
    "nan": ("geojson", '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": NaN}]}'),
    "twice": ("geojson", '{"type": "FeatureCollection", "features": [{"type": "Feature", "id": 1, "id": 2}]}'),
    "surrogate": (
        "geojson",
        '{"type": "FeatureCollection", "features": [{"type": "Feature", "geometry": null, "properties": '
        '{"date": "2025", "title": "\\ud800"}}]}',
    ),
    "huge": ("plover", '{"id": "' + "x" * 5_000_000 + '"}\n'),
    "deep line": ("plover", "[" * 100_000 + "]" * 100_000 + "\n"),
    "no object": ("plover", "1\n"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_object_is_a_broken_row(name, dateline, empty_workspace, tmp_path):
    """The command ends with a sentence; beside a good row, only the bad one is left out."""
    form, text = HOSTILE[name]
    file = tmp_path / "file.json"
    good = '{"type": "Feature", "id": "good", "geometry": null, "properties": {"date": "2025"}}'
    if form == "geojson":
        text = text.replace('"features": [', f'"features": [{good}, ')
    else:
        text += '{"id": "good", "date": "2025-09-04", "event": ["AID"]}\n'
    file.write_text(text, encoding="utf-8")
    ended = dateline("import", form, file, "--workspace", empty_workspace)
    assert ended.code == 1, ended.err
    assert "1 row is broken" in ended.out
    assert [row["row_id"] for row in rows_of(empty_workspace, form)] == ["good"]


@pytest.mark.parametrize("form", ["geojson", "timelinejs", "stix", "misp"])
@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b"1", b'{"a": ', b"\xff\xfe{\x00}\x00", b'{"type": "caf\xe9"}', b"[" * 100_000, b"\x00" * 100],
)
def test_what_is_no_such_file_is_told(form, content, dateline, empty_workspace, tmp_path):
    """In a sentence, and nothing is there afterwards."""
    (tmp_path / "file.json").write_bytes(content)
    ended = dateline("import", form, tmp_path / "file.json", "--workspace", empty_workspace)
    assert ended.code == 2
    assert ended.err.startswith("dateline: ")
    assert "This is an error in Dateline" not in ended.err
    assert not list(empty_workspace.glob("imports/*/dataset.json"))


def test_names_in_an_archive_lead_nowhere(dateline, empty_workspace, tmp_path):
    """Nothing is unpacked to disk: a member called `../../x.csv` is read like any other."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("../../x.CSV", (PUBLISHED / "gdelt.export.CSV").read_bytes())
    (tmp_path / "a" / "b").mkdir(parents=True)
    (tmp_path / "a" / "b" / "gdelt.zip").write_bytes(packed.getvalue())
    dateline("import", "gdelt", tmp_path / "a" / "b" / "gdelt.zip", "--workspace", empty_workspace)
    assert len(rows_of(empty_workspace, "gdelt")) == 4
    assert not list(tmp_path.rglob("x.CSV"))


def test_a_zip_bomb_is_told(dateline, empty_workspace, tmp_path, monkeypatch):
    """Of JSON as of tables."""
    monkeypatch.setattr(inputs, "_SMALL_BYTES", 1_000_000)
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.geojson", "w") as opened:
        opened.write(b'{"type": "FeatureCollection", "features": ["')
        for _ in range(5):
            opened.write(b"0" * 1_000_000)
    ended = dateline("import", "geojson", bomb, "--workspace", empty_workspace)
    assert ended.code == 2
    assert not list(empty_workspace.glob("imports/*/dataset.json"))


def test_the_guide_looks_at_one_table(dateline, tmp_path):
    """Of a format whose columns are not known."""
    for arguments in (("csv", "--propose"), ("gdelt", "a", "--propose"), ("csv", "a", "b", "--propose")):
        ended = dateline("import", *arguments)
        assert (ended.code, "--propose looks at one file" in ended.err) == (2, True)
    ended = dateline("import", "csv", tmp_path / "absent.csv", "--propose")
    assert (ended.code, "absent.csv" in ended.err) == (2, True)


def test_records_that_were_cut_off_are_completed(dateline, world, empty_workspace, tmp_path, monkeypatch):
    """Each file is whole or not there; the same command writes the others."""
    export = tmp_path / "export"
    dateline("export", "geojson", "--workspace", world("seed"), "-o", export)
    written = []

    def write(path, text):
        if len(written) == 5:
            raise OSError(errno.ENOSPC, "full", str(path))
        written.append(path)
        write_new(path, text)

    with monkeypatch.context() as patched:
        patched.setattr(record_files, "write_new", write)
        ended = dateline("import", "records", export, "--workspace", empty_workspace)
    assert (ended.code, "the disk is full" in ended.err) == (2, True)
    assert sorted(empty_workspace.rglob("*.yaml")) == sorted(written)
    again = dateline("import", "records", export, "--workspace", empty_workspace)
    assert ", 5 already here, 0 refused" in again.out


@pytest.mark.parametrize(
    ("delimiter", "quoting"), [(",", csv.QUOTE_MINIMAL), ("\t", csv.QUOTE_ALL), (";", csv.QUOTE_ALL)]
)
def test_a_table_that_another_program_saved_is_read(delimiter, quoting, dateline, empty_workspace, tmp_path):
    """With quotation marks around fields, which the publisher's own files do not have."""
    lines = (PUBLISHED / "polecat.txt").read_text(encoding="utf-8").splitlines()
    header, *rest = (line.split("\t") for line in lines)
    rest = [[each.replace("Farmers", 'Farmers, "Union"; all') for each in row] for row in rest]
    with (tmp_path / "saved.csv").open("w", newline="", encoding="utf-8") as opened:
        csv.writer(opened, delimiter=delimiter, quoting=quoting).writerows([header, *rest])
    dateline("import", "polecat", tmp_path / "saved.csv", "--workspace", empty_workspace)
    found = rows_of(empty_workspace, "polecat")
    assert [row["actor1"] for row in found] == ['Farmers, "Union"; all', "A; B"]
