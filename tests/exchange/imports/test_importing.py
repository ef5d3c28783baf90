"""Imports beside what is there: what is new, changed and gone, what is broken, and what is refused."""

import csv
import json

import pytest

from dashboard.exchange.imports.layouts import NotRead
from dashboard.store.imports import datasets_in
from dashboard.store.lock import only_process_at
from tests.exchange.imports.conftest import FILES, stored

GED = (FILES / "ucdp-25.1.csv").read_text(encoding="utf-8")
ACLED = (FILES / "acled.csv").read_text(encoding="utf-8")


def rows_of(text):
    """The rows of a file, as dicts."""
    return list(csv.DictReader(text.splitlines(keepends=True)))


def with_rows(path, rows):
    """A file of these rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def numbers(outcome):
    """The counts that are not zero."""
    return {key: number for key, number in outcome.dataset.counts.items() if number}


def test_dates_and_places_of_ucdp(root, imported):
    """Each precision becomes one of ours; a name that two states have had is the one that is."""
    imported("ucdp", "ucdp-25.1.csv")
    columns = "row_id, date, date_precision, place_precision, country, count_low, count_best, count_high"
    assert stored(root, "ucdp", columns) == [
        ("900001", "2024-03-04", "day", "city", "CD", 5, 5, 7),
        ("900002", "2024-03-04/2024-03-10", "days", "near", "CD", 9, 12, 20),
        ("900003", "2024-02", "month", "admin1", "YE", 5, 5, 7),
        ("900004", "2023", "year", "country", "CI", 5, 5, 7),
        ("900005", "2024-04-27/2024-05-07", "days", "region", "SZ", 0, 1, 1),
    ]


def test_older_releases_of_ucdp(root, imported):
    """With other names for the numbers of deaths, other dates, and Windows letters."""
    assert imported("ucdp", "ucdp-17.1.csv").remarks == ("ucdp-17.1.csv is not UTF-8: it was read as Windows-1252.",)
    assert stored(root, "ucdp", "row_id, date, count_best, place, country") == [
        ("700001", "2016-07-01", 4, "São Lorne", "CD"),
        ("700002", "2016-08-01/2016-08-03", 1, "Port Lorne town", "BA"),
    ]


def test_dates_and_places_of_acled(root, imported):
    """Its weeks and months are spans; the time of its last change is kept."""
    imported("acled", "acled.csv")
    assert stored(root, "acled", "row_id, date, place_precision, country, event_type, revised") == [
        ("LOR101", "2025-03-04", "city", "CD", "assault", "2025-03-11T13:33:20Z"),
        ("LOR102", "2025-03-03/2025-03-09", "near", "CD", "protest", "2025-03-11T13:33:20Z"),
        ("LOR103", "2025-03", "admin1", "XK", "agree", "2025-03-12T17:20:00Z"),
    ]


def test_a_row_is_kept_as_it_was_published(root, imported):
    """With its file, the line that it begins on, and all its fields."""
    imported("ucdp", "ucdp-25.1.csv")
    rows = stored(root, "ucdp", "row_id, file, line, raw")
    assert [(file, line) for _, file, line, _ in rows] == [("ucdp-25.1.csv", each) for each in (2, 3, 5, 6, 7)]
    assert [json.loads(raw) for *_, raw in rows] == [
        {key: value or None for key, value in row.items()} for row in rows_of(GED)
    ]


def test_the_next_release_is_compared(root, imported, tmp_path):
    """Row by row; what changed and what vanished stays readable as it was."""
    assert numbers(imported("ucdp", "ucdp-25.1.csv")) == {"rows": 5, "new": 5}
    assert numbers(imported("ucdp", "ucdp-25.1.csv")) == {"rows": 5, "same": 5}
    rows = rows_of(GED)
    next_one = [{**rows[0], "best": "6"}, *rows[1:4], {**rows[4], "id": "900006"}]
    outcome = imported("ucdp", with_rows(tmp_path / "next.csv", next_one), asked=("900001", "900002", "900005", "x"))
    assert numbers(outcome) == {"rows": 5, "new": 1, "changed": 1, "same": 3, "vanished": 1}
    assert (outcome.merged.changed, outcome.merged.vanished) == (("900001",), ("900005",))
    assert stored(root, "ucdp", "row_id, count_best")[0] == ("900001", 6)
    before = [("900001", 5, "changed"), ("900005", 1, "vanished")]
    assert stored(root, "ucdp", "row_id, count_best, ending", ended=True) == before
    imported("ucdp", "ucdp-25.1.csv")
    assert [row[0] for row in stored(root, "ucdp", "row_id", ended=True)] == ["900001", "900001", "900005", "900006"]


def test_a_part_leaves_the_rest(root, imported, tmp_path):
    """Rows that it lacks stay; rows from before what is there do not come back."""
    imported("acled", "acled.csv")
    rows = rows_of(ACLED)
    part = [{**rows[0], "timestamp": "1", "notes": "Older."}, {**rows[1], "timestamp": "1800000000", "notes": "Newer."}]
    outcome = imported("acled", with_rows(tmp_path / "part.csv", part))
    assert numbers(outcome) == {"rows": 3, "changed": 1, "older": 1}
    texts = dict(stored(root, "acled", "row_id, text"))
    assert (texts["LOR101"][:15], texts["LOR102"]) == ("On 4 March 2025", "Newer.")
    assert [each.name for each in outcome.dataset.files] == ["acled.csv", "part.csv"]


def test_rows_that_the_publisher_deleted_go(root, imported):
    """By its list of them, which is no release of rows."""
    imported("acled", "acled.csv")
    outcome = imported("acled", "acled-deleted.csv", asked=("LOR102",))
    assert numbers(outcome) == {"rows": 2, "deleted": 1}
    assert outcome.merged.vanished == ("LOR102",)
    assert stored(root, "acled", "row_id, ending", ended=True) == [("LOR102", "deleted")]


def test_of_rows_that_are_repeated_the_latest_counts(root, imported, tmp_path):
    """By the time of their change; without one, the last in the files."""
    row = rows_of(ACLED)[0]
    rows = [{**row, "timestamp": "1800000000", "notes": "Newer."}, row, {**row, "event_id_cnty": "LOR7"}]
    assert numbers(imported("acled", with_rows(tmp_path / "a.csv", rows))) == {"rows": 2, "new": 2, "duplicate": 1}
    assert stored(root, "acled", "row_id, text")[0] == ("LOR101", "Newer.")
    row = rows_of(GED)[0]
    paths = [with_rows(tmp_path / f"{best}.csv", [{**row, "best": best}]) for best in "12"]
    assert numbers(imported("ucdp", *paths)) == {"rows": 1, "new": 1, "duplicate": 1}
    assert stored(root, "ucdp", "count_best, file") == [(2, "2.csv")]


def test_broken_rows_are_named(root, imported, tmp_path):
    """With file, line, reason and the row, in a file beside; the others are imported."""
    rows = rows_of(GED)
    bad = [
        {**rows[0], "latitude": "95.2"},
        {**rows[1], "date_start": "in March"},
        {**rows[2], "where_prec": "Coast province"},
        {**rows[3], "date_end": "2022-01-01"},
        {**rows[0], "id": ""},
        {**rows[0], "best": "12.5"},
        {**rows[0], "date_start": "4/3/24"},
        {**rows[0], "longitude": "nan"},
    ]
    path = with_rows(tmp_path / "bad.csv", [*bad, rows[4]])
    with path.open("a") as file:
        file.write("=1+1,2\n")
    outcome = imported("ucdp", path)
    assert numbers(outcome) == {"rows": 1, "new": 1, "broken": 9}
    with (root / "imports" / "ucdp" / "broken.csv").open(encoding="utf-8-sig", newline="") as file:
        told = list(csv.DictReader(file))
    assert [each["reason"] for each in told] == [
        "latitude is “95.2”, not a number between -90 and 90",
        "date_start is “in March”, and no date",
        "where_prec is “Coast province”, not 1 to 7",
        "date_end (2022-01-01) is before date_start (2023-01-01 00:00:00.000)",
        "it has no id",
        "best is “12.5”, and no number",
        "date_start is “4/3/24”, and no date",
        "longitude is “nan”, not a number between -180 and 180",
        "it has 2 fields, and there are 49 columns",
    ]
    assert [each["line"] for each in told] == ["2", "3", "5", "6", "7", "8", "9", "10", "12"]
    assert {each["file"] for each in told} == {"bad.csv"}
    assert told[-1]["row"] == "'=1+1,2"
    imported("ucdp", "ucdp-25.1.csv")
    assert not (root / "imports" / "ucdp" / "broken.csv").exists()


@pytest.mark.parametrize(
    ("form", "file", "told"),
    [
        (
            "ucdp",
            "acled.csv",
            r"acled\.csv, line 1: this is not UCDP .* looks like ACLED.*`dateline import acled acled",
        ),
        ("acled", "ucdp-25.1.csv", r"looks like UCDP .*`dateline import ucdp ucdp-25\.1\.csv`"),
        ("ucdp", "acled-deleted.csv", r"It has `event_id_cnty`, `deleted_timestamp`\. Take the file as the publisher"),
    ],
)
def test_another_format_is_recognised(root, imported, form, file, told):
    """And the command that reads it is said; nothing is left behind."""
    with pytest.raises(NotRead, match=told):
        imported(form, file)
    assert not (root / "imports").exists()
    assert list((root / ".dateline" / "imports").rglob("*")) == []


def test_json_is_no_table(imported, tmp_path):
    """What it is, and where to look, is said."""
    (tmp_path / "a.json").write_text('{"id": 1, "type_of_violence": 2}\n')
    with pytest.raises(NotRead, match="It begins as JSON does"):
        imported("ucdp", tmp_path / "a.json")


def test_half_a_release_is_asked_about(root, imported, tmp_path):
    """Most of what was there would vanish; said to be whole, it does, and said to be a part, nothing does."""
    imported("ucdp", "ucdp-25.1.csv")
    path = with_rows(tmp_path / "two.csv", rows_of(GED)[:2])
    with pytest.raises(NotRead, match=r"3 of the 5 rows .* Say --part"):
        imported("ucdp", path)
    assert len(stored(root, "ucdp")) == 5
    assert numbers(imported("ucdp", path, is_whole=False)) == {"rows": 5, "same": 2}
    assert numbers(imported("ucdp", path, is_whole=True)) == {"rows": 2, "same": 2, "vanished": 3}


def test_a_file_without_any_good_row_changes_nothing(root, imported, tmp_path):
    """The first one is told."""
    imported("ucdp", "ucdp-25.1.csv")
    rows = [{**row, "date_prec": "9"} for row in rows_of(GED)]
    with pytest.raises(NotRead, match=r"bad\.csv, line 2: date_prec is “9”, not 1 to 5\. None of 5 rows"):
        imported("ucdp", with_rows(tmp_path / "bad.csv", rows))
    (tmp_path / "none.csv").write_text(GED.split("\n")[0])
    with pytest.raises(NotRead, match="no rows below its header"):
        imported("ucdp", tmp_path / "none.csv")
    assert len(stored(root, "ucdp")) == 5


@pytest.mark.parametrize("name", ["", "A", "../up", "a b", "con", "x" * 61, "-a"])
def test_a_name_is_a_plain_word(imported, name):
    """It is a folder's, on every system."""
    with pytest.raises(NotRead, match="cannot be the name"):
        imported("ucdp", "ucdp-25.1.csv", name=name or ".")


def test_a_dataset_has_one_format(imported):
    """Rows of two publishers are not mixed."""
    imported("ucdp", "ucdp-25.1.csv", name="mine")
    with pytest.raises(NotRead, match=r"`imports/mine` has rows of UCDP .*--into acled-2"):
        imported("acled", "acled.csv", name="mine")


def test_two_imports_into_one_dataset_do_not_meet(root, imported):
    """The second is refused at once; into another one it goes on."""
    (root / ".dateline" / "imports").mkdir(parents=True)
    with only_process_at(root / ".dateline" / "imports" / "ucdp.lock"):
        with pytest.raises(NotRead, match="under way"):
            imported("ucdp", "ucdp-25.1.csv")
        imported("ucdp", "ucdp-25.1.csv", name="other")
    imported("ucdp", "ucdp-25.1.csv")
    assert [each.name for each in datasets_in(root)] == ["other", "ucdp"]


def test_nothing_is_written_behind_a_link_out_of_the_workspace(root, imported, tmp_path):
    """Neither rows nor what is staged."""
    (tmp_path / "outside").mkdir()
    (root / "imports").mkdir()
    (root / "imports" / "ucdp").symlink_to(tmp_path / "outside")
    with pytest.raises(NotRead, match="link out of the workspace"):
        imported("ucdp", "ucdp-25.1.csv")
    assert list((tmp_path / "outside").iterdir()) == []


def test_many_small_imports_leave_few_files(root, imported, tmp_path):
    """As those of a publisher that has a file a day."""
    row = rows_of(ACLED)[0]
    for number in range(40):
        imported("acled", with_rows(tmp_path / "a.csv", [{**row, "event_id_cnty": f"LOR{number:02}"}]))
    assert len(stored(root, "acled")) == 40
    assert len(datasets_in(root)[0].parts(root)) < 35


def test_rows_are_kept_out_of_git(root, imported):
    """What describes them is not."""
    imported("ucdp", "ucdp-25.1.csv")
    assert (root / "imports" / ".gitignore").read_text().split("\n")[1:] == ["*.parquet", "broken.csv", ""]
