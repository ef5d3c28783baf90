"""Every layout on a small file of its kind: what its rows become, and which are broken, with their reasons."""

import csv
import io
from datetime import date
from pathlib import Path

import pyarrow as pa
import pycountry
import pytest

from dashboard.exchange.exports import FORMATS
from dashboard.exchange.imports.engine import connect
from dashboard.exchange.imports.formats import LAYOUTS
from dashboard.exchange.imports.layouts import cameo
from dashboard.exchange.imports.layouts.countries import country_codes
from dashboard.exchange.imports.layouts.layout import BrokenObject, DelimitedFile
from dashboard.exchange.imports.projection import FILE, LINE, faults_sql, rows_sql

PUBLISHED = Path(__file__).parent / "published"


def rows_and_reasons(layout, text):
    """The rows that a layout makes of a file, and why others are broken."""
    if isinstance(layout.reading, DelimitedFile):
        given = layout.reading
        quoting = csv.QUOTE_MINIMAL if given.quoted else csv.QUOTE_NONE
        lines = list(csv.reader(io.StringIO(text), delimiter=given.delimiter, quoting=quoting))
        header = given.header or [name.lower() for name in lines.pop(0)]
        found = [dict(zip(header, line, strict=True)) for line in lines]
    else:
        found = list(layout.reading.read(io.StringIO(text)))
    broken = [each.reason for each in found if isinstance(each, BrokenObject)]
    rows = [each for each in found if not isinstance(each, BrokenObject)]
    columns = list(dict.fromkeys(name for row in rows for name in row)) or list(layout.needs)
    types = pa.schema([*((each, pa.string()) for each in columns), (FILE, pa.string()), (LINE, pa.int64())])
    table = [{**{name: row.get(name) or None for name in columns}, FILE: "a", LINE: n} for n, row in enumerate(rows)]
    connection = connect()
    connection.register("given", pa.Table.from_pylist(table, types))
    faults = connection.sql(faults_sql(layout, columns, "given")).to_arrow_table()["reason"].to_pylist()
    made = connection.sql(rows_sql(layout, columns, "given", has_faults=True)).to_arrow_table().to_pylist()
    return made, [*broken, *faults]


def test_fips_is_no_iso():
    """GDELT's China is Chad's neighbour in the alphabet; every code of ours is one."""
    fips = {code: ours for scheme, code, ours in country_codes() if scheme == "fips"}
    traps = {"ch": "CN", "sz": "CH", "au": "AT", "as": "AU", "gm": "DE", "rs": "RU", "iz": "IQ", "is": "IL", "ks": "KR"}
    more = {"kn": "KP", "up": "UA", "vm": "VN", "ni": "NG", "ng": "NE", "sf": "ZA", "sp": "ES", "po": "PT", "kv": "XK"}
    assert {code: fips[code] for code in {**traps, **more}} == {**traps, **more}
    assert {*fips.values()} <= {country.alpha_2 for country in pycountry.countries} | {"XK"}


@pytest.mark.parametrize(
    ("code", "ours"),
    [("010", None), ("0251", "request"), ("036", "agree"), ("081", "concede"), ("0841", "retreat"), ("087", "retreat"),
     ("090", "accuse"), ("112", "accuse"), ("1724", "coerce"), ("190", "assault"), ("2042", "assault"), ("---", None)],
)  # fmt: skip
def test_cameo_codes_have_types_of_ours(code, ours):
    """By their first digits."""
    sql = f"SELECT {cameo.event_type('code')} FROM (SELECT '{code}' AS code)"
    assert connect().execute(sql).fetchall() == [(ours,)]


def published(key, name):
    return rows_and_reasons(LAYOUTS[key], (PUBLISHED / name).read_text(encoding="utf-8"))


def shown(row, *names):
    return tuple(row[name] for name in names)


def test_gdelt_rows_are_reports():
    """With the day, the place as far as it is known, our country for FIPS, and the article."""
    (first, second, third, fourth), reasons = published("gdelt", "gdelt.export.CSV")
    assert {row["kind"] for row in (first, second, third, fourth)} == {"report"}
    assert shown(first, "row_id", "date", "type_code", "event_type") == ("1100000001", "2025-09-04", "036", "agree")
    assert shown(first, "place", "place_precision", "country") == ("Quito, Pichincha, Ecuador", "city", "EC")
    assert shown(first, "admin1", "country_name", "actor1", "actor2") == (
        *("EC18", "Ecuador", "ECUADOR", "UNITED STATES"),
    )
    assert shown(first, "count_of", "count_best", "source_name") == ("mentions", 10, "paper.example")
    assert first["source_url"].endswith('"quoted"-title')
    assert first["source_date"] == date(2025, 9, 4)
    assert shown(second, "event_type", "country", "place_precision", "admin1") == ("retreat", "IQ", "country", None)
    assert shown(third, "event_type", "latitude", "place_precision", "source_url") == (None, None, None, None)
    assert third["actor1"] == "ECUGOV"
    assert shown(fourth, "place_precision", "admin1", "country") == ("admin1", "USTX", "US")
    assert [each.split(" is ")[0] for each in reasons] == ["sqldate", "actiongeo_lat", "quadclass"]


def test_gdelt_mentions_have_no_day_of_their_own():
    """A mention belongs to an event of GDELT's, whose number begins its id."""
    rows, reasons = published("gdelt-mentions", "gdelt.mentions.CSV")
    assert len({row["row_id"] for row in rows}) == len(rows) == 3
    assert all(row["row_id"].startswith("1100000001-") and row["first_day"] is None for row in rows)
    assert {row["source_date"] for row in rows} == {date(2025, 9, 5)}
    assert [row["source_url"] for row in rows] == ["https://paper.example/a", "https://paper.example/a", None]
    assert len(reasons) == 1


def test_icews_is_as_precise_as_its_finest_column():
    """Quotation marks are letters; a statement has no type of ours."""
    (first, second), reasons = published("icews", "icews.tab")
    assert shown(first, "event_type", "type_code", "place", "place_precision", "country") == (
        *("protest", "141", "Abidjan", "city", "CI"),
    )
    assert first["actor1"].startswith('Citizen "A"')
    assert shown(second, "event_type", "place", "place_precision", "country") == (
        *(None, "Russian Federation", "country", "RU"),
    )
    assert len(reasons) == 2
    assert all("and no" in each for each in reasons)


def test_polecat_takes_none_for_nothing():
    """And its types are ours."""
    (first, second), reasons = published("polecat", "polecat.txt")
    assert shown(first, "event_type", "type_code", "place_precision", "country", "admin1") == (
        *("protest", "PROTEST-demo", "city", "EC", "Pichincha"),
    )
    assert shown(first, "source_name", "source_date") == ("A Paper", date(2025, 9, 5))
    assert shown(second, "place", "place_precision", "country", "latitude") == ("DEU", "country", "DE", None)
    assert shown(second, "type_code", "actor1") == ("CONSULT", "A; B")
    assert len(reasons) == 2


def test_plover_lines_are_rows():
    """What is no JSON, has no day or no type is told."""
    (first,), reasons = published("plover", "plover.jsonl")
    assert shown(first, "row_id", "date", "date_precision", "event_type") == (
        *("e1", "2025-09-04/2025-09-06", "days", "agree"),
    )
    assert shown(first, "actor1", "actor2", "place", "country", "place_precision") == (
        *("Ecuador; the army", "USA", "Manta", "EC", "city"),
    )
    assert shown(first, "source_name", "source_url") == ("The Paper", "https://paper.example/a")
    assert '"sector":"GOV"' in first["raw"]
    assert [len(reasons), *(word in " ".join(reasons) for word in ("dance", "no date", "91", "NaN", "twice"))] == [
        *(5, True, True, True, True, True),
    ]


@pytest.mark.parametrize("name", ["seed", "card"])
def test_our_own_exports_come_back(name, world, exported):
    """PLOVER, STIX, TimelineJS and GeoJSON of `dateline export`: each event of theirs is a row with its day."""
    events = exported(world(name))
    titles = {row.event.id: row.event.title for row in events.rows}
    for key in ("plover", "stix", "timelinejs", "geojson"):
        form = FORMATS[key]
        rows, reasons = rows_and_reasons(LAYOUTS[key], form.files(events)[form.file].decode())
        undated = sum(row.reading.date.value is None for row in events.rows)
        assert len(rows) == min(form.count(events), len(events.rows) - undated), key
        assert all(row["first_day"] and row["raw"] for row in rows), key
        assert len(reasons) in (0, undated), (key, reasons)
        if key in ("geojson", "timelinejs", "plover"):
            assert {row["row_id"] for row in rows} <= titles.keys()
        if key == "geojson":
            assert all(row["title"] == titles[row["row_id"]] for row in rows)


def test_geojson_rows_have_a_point_where_it_is_one():
    """A country or an area has none; a date may be open."""
    (first, second, third), reasons = published("geojson", "features.geojson")
    assert shown(first, "latitude", "longitude", "place_precision", "event_type") == (-0.22, -78.5, "city", "protest")
    assert first["actor1"] == "Farmers; Students"
    assert shown(second, "row_id", "title", "latitude", "date", "date_precision") == (
        *("2", "An area", None, "2009", "year"),
    )
    assert third["date"] == "2009~/.."
    assert [word in " ".join(reasons) for word in ("latitude is “-178.5”", "--mapping", "`Feature`")] == [True] * 3


@pytest.mark.parametrize(("key", "name"), [("timelinejs", "timeline.json"), ("timelinejs-sheet", "timeline.csv")])
def test_a_slide_is_a_row(key, name):
    """Its year, month or day; tags left out of its words."""
    (first, second), reasons = published(key, name)
    assert shown(first, "first_day", "last_day") == (date(2025, 9, 4), date(2025, 10, 31))
    assert first["title"].startswith("The base")
    assert shown(first, "source_name", "source_url") == ("The Paper", "https://paper.example/a.jpg")
    assert shown(second, "date", "date_precision", "title") == ("2009", "year", "A year")
    assert len(reasons) == (4 if key == "timelinejs" else 3)


def test_stix_rows_are_what_has_a_day():
    """A campaign with its one place, a sighting with its count; what has no day or is revoked is told."""
    (campaign, sighting), reasons = published("stix", "bundle.stix.json")
    assert shown(campaign, "kind", "date", "title", "country", "place_precision") == (
        *("event", "2025-09-04/2025-09-06", "Night harvest", "EC", "near"),
    )
    assert shown(campaign, "place", "latitude", "revised") == ("Quito", -0.22, "2025-09-10T00:00:00.000Z")
    assert shown(sighting, "kind", "title", "count_of", "count_best", "place") == (
        *("report", "Night harvest", "sightings", 7, "Quito"),
    )
    assert [word in " ".join(reasons) for word in ("first_seen", "revoked")] == [True, True]


def test_misp_rows_are_reports_with_their_places():
    """An event without a place is a row, too; one without a day is told."""
    (first, second), reasons = published("misp", "misp.json")
    assert shown(first, "kind", "title", "date", "place", "country", "place_precision", "latitude") == (
        *("report", "Night harvest in Quito", "2025-09-05", "Quito", "EC", "city", -0.22),
    )
    assert shown(first, "source_name", "source_url", "type_code") == ("CIRCL", "https://paper.example/a", "tlp:green")
    assert shown(second, "date", "place") == ("2025-09-04", None)
    assert reasons == ["it has no date"]
