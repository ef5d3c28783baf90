"""Imported rows on pages: apart from every record, in the page Imports and on Situation."""

import datetime as dt
import json

import pytest

from tests.datasets import row, write_rows
from tests.worlds import build

MANTA = {"latitude": -0.95, "longitude": -80.68}


@pytest.fixture(scope="module")
def imported(tmp_path_factory):
    """A workspace with two imported datasets."""
    return build("imports", tmp_path_factory.mktemp("imports") / "here")


def test_a_workspace_without_imports_sees_nothing_of_them(page, root):
    """No switch, no page in the bar, nothing in the figures, whatever the address asks for."""
    seen = page(root, imported="on", rows="bin:4,1,1")
    assert seen.text("imported") == ""
    assert "imports" not in seen.data("bar")["html"].lower()
    assert "unreviewed" not in seen.text("card")
    assert '"square"' not in seen.data("map")["figure"]


def test_imported_rows_are_shown_once_they_are_switched_on(page, imported):
    """Off by default; on, map and timeline have marks that list rows, and the line says what they are."""
    off, on = page(imported), page(imported, imported="on")
    assert "Imported rows 4" in off.text("imported")
    assert "unreviewed" not in off.data("map")["figure"]
    assert "Imported, unreviewed: 4 rows of gdelt and ged, 1 of them reports" in on.text("imported")
    for figure in ("map", "timeline"):
        assert [mark for mark in on.data(figure)["marks"] if len(mark) > 4 and mark[4] == "rows"]


def test_counts_of_records_know_no_imported_row(page, imported):
    """Sentence, overview and trust say the same with rows as without."""
    off, on = page(imported), page(imported, imported="on")
    for part in ("sentence", "card", "trust", "filters", "tables"):
        if part != "tables":
            assert on.text(part) == off.text(part), part


def test_a_press_on_a_mark_lists_its_rows(page, imported):
    """In the card's place, with what each row is; another mark of the address lists nothing."""
    on = page(imported, imported="on")
    bins = [mark[5] for mark in on.data("map")["marks"] if len(mark) > 4 and mark[4] == "rows"]
    seen = page(imported, imported="on", rows=bins[0])
    assert "behind this mark" in seen.text("card")
    assert "unreviewed" in seen.text("card")
    assert "Soldiers and rebels" in seen.text("card") or "Fighting reported" in seen.text("card")
    assert "behind this mark" not in page(imported, imported="on", rows="bin:x").text("card")
    assert "behind this mark" not in page(imported, rows=bins[0]).text("card")


def test_filters_that_rows_cannot_answer_are_named(page, imported):
    """Dates and countries apply to them; a thread does not, and that is said."""
    seen = page(imported, imported="on", show="thread:us-ecuador-basing", from_="2024-03-06")
    assert "The filter thread does not apply to imported rows." in seen.text("imported")
    assert "2 rows" in seen.text("imported")


def test_rows_that_cannot_be_read_are_told(page, tmp_path):
    """Records are shown all the same."""
    here = build("imports", tmp_path / "here")
    for part in (here / "imports").glob("*/*/*.parquet"):
        part.write_bytes(b"no parquet")
    seen = page(here, imported="on")
    assert "Import the dataset again" in seen.text("imported")
    assert "18 of 18" in seen.text("sentence")
    assert "Import the dataset again" in page(here, page="imports").text("imports")


def test_a_new_generation_is_shown(page, tmp_path):
    """As soon as `dataset.json` names it, whatever was asked before."""
    here = build("imports", tmp_path / "here")
    assert "4 imported rows" in page(here, page="imports").text("imports")
    write_rows(here, [row(number) for number in range(1, 8)], "ged", generation="two")
    assert "8 imported rows" in page(here, page="imports").text("imports")


def test_a_page_of_rows_is_a_page(page, tmp_path):
    """Of many rows, fifty are sent, with steps to the others."""
    here = build("empty", tmp_path / "here")
    write_rows(here, [row(number) for number in range(120)], "ged")
    seen = page(here, page="imports", part="3")
    assert "Imported rows 101 to 120 of 120" in seen.text("imports")
    assert seen.data("imports")["html"].count("<tr") == 1 + 1 + 1 + 20
    assert len(json.dumps(seen.data("imports"))) < 60_000


def test_a_row_says_which_record_it_may_be_about(page, tmp_path):
    """With the reasons; and the record, beside which rows it stands."""
    here = build("imports", tmp_path / "here")
    write_rows(
        here,
        [
            row(
                1,
                first_day=dt.date(2009, 9, 18),
                country="EC",
                text="The military base closed at the request of Correa.",
                **MANTA,
            )
        ],
        "bases",
    )
    sheet = page(here, page="imports", row="bases/row-1").text("imports")
    assert "May be about" in sheet
    assert "The U.S. base in Ecuador closes" in sheet
    assert "both name" not in sheet
    beside = page(here, page="imports", event="us-base-closed").text("imports")
    assert "Beside the record" in beside
    assert "bases has 1 row" in beside
    assert "Rows beside this record" in page(here, imported="on", event="us-base-closed").text("imported")


def test_a_row_is_made_a_draft_by_one_press(page, tmp_path, monkeypatch):
    """Not with --read-only; and who made it sees the event at the row, and can take it back."""
    here = build("imports", tmp_path / "here")
    assert 'data-press="promote"' in page(here, page="imports", row="ged/row-2").data("imports")["html"]
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    assert 'data-press="promote"' not in page(here, page="imports", row="ged/row-2").data("imports")["html"]
