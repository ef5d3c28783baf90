"""What is asked of imported rows is what plain Python finds in the same rows."""

import datetime as dt
import subprocess
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator
from math import floor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.model.geography import BoundingBox
from dashboard.query.filters import Filters
from dashboard.query.imports import DuckDbEngine, ImportedRows, RowFilters, filters_for_rows
from dashboard.query.imports.row_filters import MapBin
from dashboard.store.imports import datasets_in
from tests.datasets import row, write_rows

WORLD = BoundingBox(-180, -90, 180, 90)
days = st.dates(dt.date(2023, 12, 1), dt.date(2024, 2, 28))
places = st.none() | st.tuples(st.integers(-180, 180).map(lambda each: each / 2 * 1.0), st.integers(-90, 90).map(float))
names = st.sampled_from([None, "Gao", "Jalālābād", "100%", "a_b", "Kidal's \\ road", "Москва"])
words = st.sampled_from(["gao", "JALALABAD", "%", "_", "road", "\\", "москва", "bridge", "nowhere"])


@st.composite
def some_rows(draw: Any) -> list[dict[str, Any]]:
    """Rows of two datasets; some without a day, a point, a country or a type."""
    rows = []
    for number in range(draw(st.integers(0, 12))):
        day = draw(st.none() | days)
        place = draw(places)
        rows.append(
            row(
                number,
                dataset=draw(st.sampled_from(["ged", "news"])),
                kind=draw(st.sampled_from(["event", "report"])),
                first_day=day,
                last_day=day and day + dt.timedelta(draw(st.sampled_from([0, 0, 6, 30]))),
                country=draw(st.sampled_from([None, "ML", "UA"])),
                event_type=draw(st.sampled_from([None, "assault", "protest"])),
                place=draw(names),
                text=draw(names),
                longitude=place and place[0],
                latitude=place and place[1],
            )
        )
    return rows


filters_of = st.builds(
    RowFilters,
    start=st.none() | days,
    end=st.none() | days,
    countries=st.sets(st.sampled_from(["ML", "UA", "none"]), max_size=2).map(frozenset),
    not_types=st.sets(st.sampled_from(["assault", "none"]), max_size=1).map(frozenset),
    areas=st.sampled_from([(), (BoundingBox(-10, 0, 10, 50),), (BoundingBox(170, -90, -170, 90),)]),
    words=st.lists(words, max_size=2).map(tuple),
    datasets=st.sampled_from([frozenset(), frozenset({"ged"})]),
)


def without_accents(text: str) -> str:
    """The text as names are compared."""
    return "".join(c for c in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(c))


def passes(each: dict[str, Any], asked: RowFilters) -> bool:
    """Whether plain Python lets the row through."""
    first, last = each["first_day"], each["last_day"]
    named = [each[name] or "" for name in ("place", "admin1", "country_name", "actor1", "actor2")]
    texts = [each["text"] or "", each["title"] or ""]
    return (
        (asked.start is None or (last is not None and last >= asked.start))
        and (asked.end is None or (first is not None and first <= asked.end))
        and (not asked.countries or (each["country"] or "none") in asked.countries)
        and (each["event_type"] or "none") not in asked.not_types
        and (
            not asked.areas
            or (each["latitude"] is not None and any(a.holds(each["longitude"], each["latitude"]) for a in asked.areas))
        )
        and (not asked.datasets or each["dataset"] in asked.datasets)
        and all(
            any(word.lower() in text.lower() for text in texts)
            or any(without_accents(word) in without_accents(name) for name in named)
            for word in asked.words
        )
    )


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(every=some_rows(), asked=filters_of, step=st.sampled_from([0.5, 1.0, 7.5]))
def test_a_query_finds_what_plain_python_finds(every, asked, step):
    """Counts, days, bins and pages of rows are those of the rows that pass."""
    with TemporaryDirectory() as folder:
        rows = _imported(Path(folder), every)
        left = [each for each in every if passes(each, asked)]
        counts = rows.counts(asked)
        assert {name: each.rows for name, each in counts.items()} == {
            name: sum(each["dataset"] == name for each in left) for name in ("ged", "news")
        }
        assert sum(each.reports for each in counts.values()) == sum(each["kind"] == "report" for each in left)
        assert sum(each.placed for each in counts.values()) == sum(each["latitude"] is not None for each in left)
        assert {(each.dataset, each.first, each.last): each.rows for each in rows.densities(asked).days} == Counter(
            (each["dataset"], each["first_day"], each["last_day"]) for each in left if each["first_day"]
        )
        assert {(each.bin.across, each.bin.up): each.rows for each in rows.bins(asked, step, WORLD).bins} == Counter(
            (floor((each["longitude"] + 180) / step), floor((each["latitude"] + 90) / step))
            for each in left
            if each["latitude"] is not None
        )
        paged = [each for part in range(5) for each in _of_part(rows, asked, part)]
        key = lambda each: (each["first_day"] is None, -(each["first_day"] or dt.date.max).toordinal(), each["dataset"])  # noqa: E731
        assert [each["row_id"] for each in paged] == [
            each["row_id"] for each in sorted(left, key=lambda each: (*key(each), each["line"]))
        ]


def _of_part(rows: ImportedRows, asked: RowFilters, part: int) -> Iterator[Any]:
    page = rows.page(asked, part, 4)
    if page.offset == part * 4:  # beyond the last page, the last one is given again
        yield from page.rows


def _imported(folder: Path, every: list[dict[str, Any]]) -> ImportedRows:
    for name in ("ged", "news"):
        of_one = [{key: each[key] for key in each if key != "dataset"} for each in every if each["dataset"] == name]
        write_rows(folder, of_one, name)
    datasets = datasets_in(folder)
    return ImportedRows(datasets, DuckDbEngine(folder, datasets))


def test_a_bin_has_the_rows_that_it_counts(tmp_path):
    """What is listed for a bin of the map is what the bin counted."""
    write_rows(tmp_path, [row(each, latitude=each * 0.7, longitude=each * -1.3) for each in range(40)])
    rows = ImportedRows(datasets_in(tmp_path), DuckDbEngine(tmp_path, datasets_in(tmp_path)))
    binned = rows.bins(RowFilters(), 10.0, WORLD)
    step, found = binned.step, binned.bins
    assert sum(each.rows for each in found) == 40
    for each in found:
        assert rows.page(RowFilters(bin=MapBin.parse(str(each.bin))), 0).total == each.rows
        assert each.bin.box.east - each.bin.box.west == step


def test_too_many_bins_become_coarser(tmp_path, monkeypatch):
    """Of more bins than can be drawn, four become one until they can; none of their rows is lost."""
    monkeypatch.setattr("dashboard.query.imports.imported_rows.MOST_BINS", 10)
    write_rows(tmp_path, [row(each, latitude=each * 0.9, longitude=each * 1.1 - 60) for each in range(90)])
    rows = ImportedRows(datasets_in(tmp_path), DuckDbEngine(tmp_path, datasets_in(tmp_path)))
    coarse = rows.bins(RowFilters(), 0.5, WORLD)
    step, found = coarse.step, coarse.bins
    fine = rows.bins(RowFilters(), step, WORLD).bins
    assert step in (8.0, 16.0, 32.0)
    assert found == fine
    assert sum(each.rows for each in found) == 90


def test_filters_of_a_page_are_those_that_rows_can_answer():
    """Rows are asked for dates, words, countries, types and areas; what else is set does not apply to them."""
    chosen = {"country": frozenset({"ML", "-UA"}), "thread": frozenset({"sahel"}), "area": frozenset({"-10,0,10,50"})}
    asked, left = filters_for_rows(Filters(chosen, dt.date(2024, 1, 1), None, "gao bridge"))
    assert asked.countries == {"ML"}
    assert asked.not_countries == {"UA"}
    assert asked.areas == (BoundingBox(-10, 0, 10, 50),)
    assert asked.words == ("gao", "bridge")
    assert asked.start == dt.date(2024, 1, 1)
    assert left == ("thread",)


@pytest.mark.parametrize("text", ["", "1,2", "0,1,1", "x,1,1", "1,99999999,1", "nan,1,1", "1,1.5,2"])
def test_what_is_no_bin_is_refused(text):
    """An address that names no bin of the map lists nothing."""
    assert MapBin.parse(text) is None


def test_one_row_has_every_column(tmp_path):
    """A row is found by its dataset and its own id, with all that was published of it."""
    write_rows(tmp_path, [row(1), row(2, raw='{"best": "3"}')])
    rows = ImportedRows(datasets_in(tmp_path), DuckDbEngine(tmp_path, datasets_in(tmp_path)))
    found = rows.row("ged", "row-2")
    assert found is not None
    assert found["raw"] == '{"best": "3"}'
    assert rows.row("ged", "row-3") is None
    assert rows.row("' OR true --", "row-2") is None


def test_rows_near_a_place_come_in_order_of_distance(tmp_path):
    """Candidates are of the days asked for, near the point or in the country; the nearest is the first."""
    write_rows(
        tmp_path,
        [
            row(1, latitude=17.2),
            row(2, latitude=16.3),
            row(3, first_day=dt.date(2024, 5, 1)),
            row(4, latitude=50.0, longitude=30.0, country="UA"),
            row(5, latitude=None, longitude=None),
        ],
    )
    rows = ImportedRows(datasets_in(tmp_path), DuckDbEngine(tmp_path, datasets_in(tmp_path)))
    day = dt.date(2024, 3, 5)
    assert [each["row_id"] for each in rows.near(day, day, (0.0, 16.3), "ML", 9)] == ["row-2", "row-1", "row-5"]
    assert [each["row_id"] for each in rows.near(day, day, None, "UA", 9)] == ["row-4"]


def test_a_figure_without_imported_rows_brings_no_engine() -> None:
    """Tables and engines start threads and take time: briefings, and the checks behind them, need neither."""
    script = "import sys, dashboard.views.map, dashboard.views.map.map_input; print('pyarrow' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
