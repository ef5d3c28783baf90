"""A mapping file: read strictly, its SQL says what rows are and what is wrong with one; the guide guesses nothing."""

import csv
import json
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard.exchange.imports.engine import connect
from dashboard.exchange.imports.layouts import NotRead
from dashboard.exchange.imports.mapping import mapped_layout, propose
from dashboard.exchange.imports.projection import FILE, LINE, faults_sql
from dashboard.store.yaml import double_quoted, read_document
from tests.exchange.imports.test_published import rows_and_reasons, shown

HEAD = "title: Incidents\npublisher: A ministry\nlicence: CC0\n"
TABLE = """\
ID,Day,Until,Where,Point,Land,Kind,Dead,Link
1,04/09/2025,06/09/2025,Quito,"-0.22, -78.5",Ecuador,riot,"1,200",https://paper.example/a
2,09/2025,,,,Peru,dance,,the paper
3,2025,,,"(-12.05 -77.04)",PE,riot,0,
"""
MAPPING = """\
columns:
  row_id: {column: ID}
  first_day: {column: Day, format: ["%d/%m/%Y", "%m/%Y", "%Y"]}
  last_day: {column: Until, format: "%d/%m/%Y"}
  place: {column: [Where, Land]}
  point: {column: Point, order: latitude-longitude}
  country: {column: Land, codes: name}
  type_code: {column: Kind}
  event_type: {column: Kind, words: {riot: protest}}
  place_precision: {constant: city}
  count_of: {constant: deaths}
  count_best: {column: Dead}
  source_url: {column: Link}
"""


@pytest.fixture
def mapped(tmp_path):
    """A function that makes a layout of a mapping's text."""

    def layout(text, form="csv"):
        (tmp_path / "mapping.yaml").write_text(text, encoding="utf-8")
        return mapped_layout(form, tmp_path / "mapping.yaml")

    return layout


def test_a_mapping_makes_rows(mapped):
    """Days, months and years by the format that fits; a point in one column; our words for theirs."""
    layout = mapped(HEAD + MAPPING)
    (first, second, third), reasons = rows_and_reasons(layout, TABLE)
    assert reasons == []
    assert shown(first, "row_id", "date", "latitude", "longitude") == ("1", "2025-09-04/2025-09-06", -0.22, -78.5)
    assert shown(first, "country", "country_name", "event_type", "count_best") == ("EC", "Ecuador", "protest", 1200)
    assert shown(first, "place_precision", "count_of", "kind") == ("city", "deaths", "event")
    assert first["source_url"] == "https://paper.example/a"
    assert shown(second, "date", "date_precision", "place", "event_type") == ("2025-09", "month", "Peru", None)
    assert shown(second, "latitude", "count_best", "source_url") == (None, None, None)
    assert shown(third, "date", "latitude", "country") == ("2025", -12.05, None)
    assert (layout.title, layout.publisher, layout.licence) == ("Incidents", "A ministry", "CC0")


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (",04/09/2025,,,,,,,", "it has no ID"),
        ("1,,,,,,,,", "it has no Day"),
        ("1,31/09/2025,,,,,,,", "Day is “31/09/2025”, and not written as %d/%m/%Y or %m/%Y or %Y"),
        ("1,2025-09-04,,,,,,,", "Day is “2025-09-04”, and not written as %d/%m/%Y or %m/%Y or %Y"),
        ("1,04/09/2025,03/09/2025,,,,,,", "it ends before it begins"),
        ('1,04/09/2025,,,"91, 0",,,,', "Point is “91, 0”, and no latitude-longitude"),
        ("1,04/09/2025,,,Quito,,,,", "Point is “Quito”, and no latitude-longitude"),
        ("1,04/09/2025,,,,,,some,", "Dead is “some”, not a number of 0 or more"),
        ("1,04/09/25,,,,,,,", "Day is “04/09/25”, and not written as %d/%m/%Y or %m/%Y or %Y"),
        ("1,04/09/2025,,,,,,12.5,", "Dead is “12.5”, not a number of 0 or more"),
        ("1,04/09/2025,,,,,,0x10,", "Dead is “0x10”, not a number of 0 or more"),
        ("1,04/09/2025,,,,,,nan,", "Dead is “nan”, not a number of 0 or more"),
        ("1,04/09/2025,,,,,,-1,", "Dead is “-1”, not a number of 0 or more"),
    ],
)
def test_a_row_that_does_not_fit_is_told(row, reason, mapped):
    """By the column and what stands in it."""
    rows, reasons = rows_and_reasons(mapped(HEAD + MAPPING), TABLE.splitlines()[0] + "\n" + row + "\n")
    assert (rows, reasons) == ([], [reason])


@pytest.mark.parametrize(
    ("format_", "text", "days"),
    [
        ("iso", "2025-09-04T12:00:00Z", (date(2025, 9, 4), date(2025, 9, 4))),
        ("iso", "2025-02", (date(2025, 2, 1), date(2025, 2, 28))),
        ("iso", "2024", (date(2024, 1, 1), date(2024, 12, 31))),
        ("excel", "45904", (date(2025, 9, 4), date(2025, 9, 4))),
        ("excel", "45904.75", (date(2025, 9, 4), date(2025, 9, 4))),
        ("unix", "1757000000", (date(2025, 9, 4), date(2025, 9, 4))),
        ("%m/%d/%Y %H:%M", "09/04/2025 23:59", (date(2025, 9, 4), date(2025, 9, 4))),
        ("%B %d; %Y", "September 4; 2025", (date(2025, 9, 4), date(2025, 9, 4))),
        ("%b %Y", "Feb 2024", (date(2024, 2, 1), date(2024, 2, 29))),
    ],
)
def test_dates_are_as_precise_as_their_format(format_, text, days, mapped):
    """Special formats have names."""
    layout = mapped(HEAD + f'columns: {{date: {{column: d, format: "{format_}"}}}}')
    (row,), reasons = rows_and_reasons(layout, f"d\n{text}\n")
    assert reasons == []
    assert shown(row, "first_day", "last_day") == days


def test_the_table_may_say_how_far_a_date_is_known(mapped):
    """In its own words."""
    words = "{D: day, M: month, Y: year}"
    layout = mapped(
        HEAD + f"columns:\n  date: {{column: d, format: iso}}\n  date_precision: {{column: p, words: {words}}}\n"
    )
    rows, _ = rows_and_reasons(layout, "d,p\n2025-09-04,D\n2025-09-04,M\n2025-09-04,Y\n2025-09-04,\n")
    assert [row["date"] for row in rows] == ["2025-09-04", "2025-09", "2025", "2025-09-04"]


def test_decimal_commas_are_no_thousands(mapped):
    """With `decimal: ","`, a point is between thousands of counts, and none is in a coordinate."""
    columns = "{date: {column: d, format: iso}, latitude: {column: b}, longitude: {column: l}, count_best: {column: n}}"
    layout = mapped(HEAD + f'decimal: ","\ncolumns: {columns}\n')
    rows, reasons = rows_and_reasons(layout, 'd,b,l,n\n2025,"-0,22","-78,5",1.200\n2025,-0.22,"-78,5",1\n')
    assert [shown(row, "latitude", "longitude", "count_best") for row in rows] == [(-0.22, -78.5, 1200)]
    assert reasons == ["b is “-0.22”, not a number between -90 and 90"]


@pytest.mark.parametrize("text", ["nan", "inf", "1_0", "0x1", "1e1", "90.1", "1,5", "1 N", "--1", "."])
def test_a_coordinate_is_a_plain_number(text, mapped):
    """Not all that a program takes for one."""
    columns = "{date: {column: d, format: iso}, latitude: {column: b}, longitude: {column: l}}"
    rows, reasons = rows_and_reasons(mapped(HEAD + f"columns: {columns}\n"), f'd,b,l\n2025,"{text}",1\n')
    assert (rows, reasons) == ([], [f"b is “{text}”, not a number between -90 and 90"])


@pytest.mark.parametrize(
    ("text", "count"), [("12", 12), ("12.0", 12), ("1,200", 1200), ("1 200 300", 1200300), ("0", 0)]
)
def test_a_count_is_a_whole_number(text, count, mapped):
    """With signs between its thousands, or the zero that spreadsheets write."""
    columns = "{date: {column: d, format: iso}, count_best: {column: n}}"
    (row,), _ = rows_and_reasons(mapped(HEAD + f"columns: {columns}\n"), f'd,n\n2025,"{text}"\n')
    assert row["count_best"] == count


def test_names_and_words_of_theirs_are_data(mapped):
    """Quotation marks, braces and statements in them are letters."""
    name = """it''s "{a}"; DROP TABLE countries"""
    layout = mapped(HEAD + f"columns:\n  date: {{column: d, format: iso}}\n  title: {{column: '{name}'}}\n")
    header = name.replace("''", "'").replace('"', '""')
    (row,), reasons = rows_and_reasons(layout, f'd,"{header}"\n2025,x\n')
    assert (row["title"], reasons) == ("x", [])


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "mapping.yaml"),
        ("title: x\ntitle: y\n", "here again"),
        (HEAD + "columns: {}\n", "either `date` or `first_day`"),
        (HEAD + "columns: {date: {column: d}}\n", "`date` needs a `format`"),
        (HEAD + "columns: {date: {column: d, format: choose}}\n", "choose how the date is written"),
        (HEAD + 'columns: {date: {column: d, format: "%q"}}\n', "no format of a date"),
        (HEAD + 'columns: {date: {column: d, format: "%d"}}\n', "no format of a date"),
        (HEAD + "columns: {date: {column: d, constant: c, format: iso}}\n", "either `column` or `constant`"),
        (HEAD + "columns: {day: {column: d}}\n", "day"),
        (HEAD + "columns: {date: {column: d, format: iso}, latitude: {column: b}}\n", "`latitude` and `longitude`"),
        (HEAD + "columns: {date: {column: d, format: iso}, point: {column: p}}\n", "needs an `order`"),
        (HEAD + "columns: {date: {column: d, format: iso}, country: {column: c}}\n", "needs `codes`"),
        (HEAD + "columns: {date: {column: d, format: iso}, title: {column: t, format: iso}}\n", "is not for `title`"),
        (HEAD + "columns: {date: {column: d, format: iso}, event_type: {constant: dance}}\n", "“dance” is not a word"),
        ("columns: {date: {column: d, format: iso}}\n", "title"),
    ],
)
def test_a_mapping_is_strict(text, reason, mapped):
    """What is wrong is told with its line."""
    with pytest.raises(NotRead, match=r"mapping\.yaml:\d+:\d+") as caught:
        mapped(text)
    assert reason in str(caught.value)


def test_geojson_by_a_mapping(mapped):
    """Properties by their names, nested ones with a dot, and the point."""
    columns = """\
columns:
  row_id: {column: id}
  date: {column: when.day, format: "%d.%m.%Y"}
  title: {column: Name}
  latitude: {column: geometry.latitude}
  longitude: {column: geometry.longitude}
"""
    feature = {
        "type": "Feature",
        "id": 7,
        "geometry": {"type": "Point", "coordinates": [-78.5, -0.22]},
        "properties": {"Name": "x", "when": {"day": "04.09.2025"}},
    }
    bad = {**feature, "geometry": {"type": "Point", "coordinates": ["east", 0]}}
    document = {"type": "FeatureCollection", "features": [feature, bad]}
    (row,), reasons = rows_and_reasons(mapped(HEAD + columns, "geojson"), json.dumps(document))
    assert shown(row, "row_id", "date", "title", "latitude", "longitude") == ("7", "2025-09-04", "x", -0.22, -78.5)
    assert json.loads(row["raw"]) == feature
    assert "east" in reasons[0]


def proposed(tmp_path, text, name="table.csv", encoding="utf-8"):
    (tmp_path / name).write_text(text, encoding=encoding)
    return propose(tmp_path / name)


def filled(text, **chosen):
    """A proposal in which somebody has written what it leaves open."""
    for name in ("title", "publisher", "licence"):
        text = text.replace(f'{name}: ""', f"{name}: x")
    for old, new in chosen.items():
        text = text.replace(f"{old}: choose", f"{old}: {new}")
    return text


EUROPEAN = """\
ID;Datum;Ort;Land;Breite;Länge;Art;Tote;Quelle;Notiz
1;14.09.2025;Quito;Ecuador;-0,22;-78,5;Protest;1.200;El Comercio;a
2;05.09.2025;Guayaquil;Ecuador;-2,19;-79,88;Riot;0;El Universo;b
"""


def test_a_proposal_is_a_mapping(tmp_path, mapped):
    """Of a table with European decimals and dates; it is refused until its title, publisher and licence are written."""
    text = proposed(tmp_path, EUROPEAN)
    with pytest.raises(NotRead, match="title"):
        mapped(text)
    layout = mapped(filled(text))
    layout = replace(layout, reading=replace(layout.reading, delimiter=";"))
    (first, second), reasons = rows_and_reasons(layout, EUROPEAN)
    assert reasons == []
    assert shown(first, "date", "latitude", "count_best", "country") == ("2025-09-14", -0.22, 1200, "EC")
    assert shown(second, "date", "longitude", "source_name") == ("2025-09-05", -79.88, "El Universo")
    assert 'decimal: ","' in text
    assert 'date: {column: "Datum", format: "%d.%m.%Y"}' in text
    assert "# Not used: Notiz" in text
    assert "taken for a number of deaths" in text


@pytest.mark.parametrize(
    ("dates", "form"),
    [
        (("14/09/2025", "05/09/2025"), '"%d/%m/%Y"'),
        (("09/14/2025", "09/05/2025"), '"%m/%d/%Y"'),
        (("04/09/2025", "05/09/2025"), "choose"),
        (("4 September 2025", "14 May 2025"), '"%d %B %Y"'),
        (("2025-09-04", "2025-09"), '"iso"'),
        (("20250904", "20250905"), '"%Y%m%d"'),
    ],
)
def test_day_and_month_are_never_guessed(dates, form, tmp_path, mapped):
    """Where both orders fit every value, whoever knows the table chooses; nothing is imported until then."""
    text = proposed(tmp_path, "id,date\n" + "".join(f"{n},{each}\n" for n, each in enumerate(dates)))
    assert f"format: {form}}}" in text
    if form == "choose":
        assert "%d/%m/%Y and %m/%d/%Y fit every value" in text
        with pytest.raises(NotRead, match="choose how the date is written"):
            mapped(filled(text))
        mapped(filled(text, format='"%d/%m/%Y"'))
    else:
        mapped(filled(text))


def test_the_order_of_a_point_is_not_guessed_either(tmp_path, mapped):
    """Where a number is above 90, it is a longitude."""
    sure = proposed(tmp_path, 'date,coords\n2025-09-04,"48.85, 102.35"\n2025-09-04,"-1.5, 3"\n')
    assert "order: latitude-longitude" in sure
    unsure = proposed(tmp_path, 'date,coords\n2025-09-04,"48.85, 2.35"\n')
    assert "order: choose" in unsure
    assert "none is above 90" in unsure
    with pytest.raises(NotRead, match="choose"):
        mapped(filled(unsure))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("date,lat,lon\n2025-09-04,100.5,10\n", "may be exchanged"),
        ("date,lat\n2025-09-04,10\n", "one coordinate"),
        ("lat,lon\n1,2\n", "no column looks like a day"),
        ("date,lat,lon\n2025-09-04,1.5,2\nsome day,1.5,2" + "".join(f"\n2025-09-{n},1,2" for n in range(10, 20)),
         "“some day”"),
        ("id,date\n1,2025-09-04\n1,2025-09-04\n", "may be no id"),
        ("date,country\n2025-09-04,Atlantis\n", "Atlantis"),
        ("date,country\n2025-09-04,EC\n", "`fips`"),
        ("date,a\n2025-09-04\n", "another number of fields"),
        ("vorfall_am,a\n2025-09-04,x\n", "because its values are dates"),
        ("date\n04.09.25\n14.09.25\n", "two digits"),
    ],
)  # fmt: skip
def test_what_is_not_sure_is_told(text, said, tmp_path):
    """In a comment above the mapping."""
    comments = [line for line in proposed(tmp_path, text).splitlines() if line.startswith("#")]
    assert any(said in line for line in comments), comments


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "no header"),
        ("a,a\n1,2\n", "called “a”"),
        (",".join(f"c{n}" for n in range(3_000)) + "\n", "3,000 columns"),
    ],
)
def test_what_is_no_table_is_told(text, reason, tmp_path):
    """And nothing is proposed."""
    with pytest.raises(NotRead, match=reason):
        proposed(tmp_path, text)


def test_another_encoding_is_told(tmp_path):
    """Accents of Windows are read, and to be looked at."""
    assert "Windows-1252" in proposed(tmp_path, "Fecha,Título\n2025-09-04,Día\n", encoding="cp1252")
    assert 'title: {column: "Título"}' in proposed(tmp_path, "Fecha,Título\n2025-09-04,Día\n", encoding="cp1252")


def test_a_proposal_for_geojson(tmp_path, mapped):
    """Names its properties and the point."""
    feature = {
        "type": "Feature",
        "geometry": {"type": "Point", "coordinates": [-78.5, -0.22]},
        "properties": {"name": "x", "date": "2025-09-04"},
    }
    text = proposed(tmp_path, json.dumps({"type": "FeatureCollection", "features": [feature]}), "a.geojson")
    assert "dateline import geojson FILE" in text
    assert 'latitude: {column: "geometry.latitude"}' in text
    (row,), _ = rows_and_reasons(mapped(filled(text), "geojson"), (tmp_path / "a.geojson").read_text(encoding="utf-8"))
    assert shown(row, "title", "date", "latitude") == ("x", "2025-09-04", -0.22)


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=12)
HOSTILE_NAMES = st.sampled_from(
    [
        'date"',
        "'; DROP TABLE countries; --",
        "{date}",
        "a{b}c",
        "date\nday",
        "# lat",
        "lon: x",
        "\u202edate",
        "date " * 30,
    ]
)


@settings(max_examples=20)
@given(st.lists(NAMES | HOSTILE_NAMES, min_size=1, max_size=5, unique_by=lambda name: name.strip().lower()), st.data())
def test_any_table_gives_a_proposal_that_can_be_read(names, data):
    """Whatever its columns are called and have in them: strict YAML, and SQL that runs."""
    values = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8) | st.sampled_from(
        ["2025-09-04", "04/09/2025", "1.5", "-0,22; -78,5", "EC", "http://x", "{date}", "'"]
    )
    rows = data.draw(st.lists(st.lists(values, min_size=len(names), max_size=len(names)), min_size=1, max_size=4))
    with tempfile.TemporaryDirectory() as folder:
        table, mapping = Path(folder) / "table.csv", Path(folder) / "mapping.yaml"
        with table.open("w", newline="", encoding="utf-8") as opened:
            csv.writer(opened).writerows([names, *rows])
        try:
            text = propose(table)
        except NotRead:
            return
        document = read_document(text.encode())
        assert [each for each in document.problems if each.severity == "error"] == [], text
        columns = "columns:\n" + "".join(
            f"  {ours}: {{column: {double_quoted(name)}{more}}}\n"
            for ours, more, name in (("date", ", format: iso", names[0]), ("title", "", names[-1]))
        )
        mapping.write_text(HEAD + columns, encoding="utf-8")
        try:
            layout = mapped_layout("csv", mapping)
        except NotRead:  # a name of spaces or control characters is no text of ours
            return
    row = {name.lower(): "no day" for name in layout.needs}
    assert len(sql_reasons(layout, row)) == 1


def sql_reasons(layout, row):
    """Why a row is broken, by the layout's SQL."""
    connection = connect()
    types = pa.schema([*((each, pa.string()) for each in row), (FILE, pa.string()), (LINE, pa.int64())])
    connection.register("given", pa.Table.from_pylist([{**row, FILE: "a", LINE: 1}], types))
    found = connection.sql(faults_sql(layout, list(row), "given")).to_arrow_table()
    return found["reason"].to_pylist()
