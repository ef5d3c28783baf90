"""GeoJSON and GeoParquet: by other people's readers, and record for record."""

import io
import json
from dataclasses import replace

import geojson
import pyarrow.parquet as pq
import pytest
import shapely

from dashboard.exchange.exports import FORMATS
from dashboard.model.event import Event
from dashboard.model.registry import REGISTRIES
from dashboard.model.source import Source


def features_of(events):
    content = FORMATS["geojson"].files(events)["events.geojson"].decode()
    assert geojson.loads(content).is_valid
    return json.loads(content)["features"]


def parquet_of(events):
    return pq.read_table(io.BytesIO(FORMATS["geoparquet"].files(events)["events.parquet"]))


@pytest.mark.parametrize("name", ["seed", "card", "voices", "copies"])
def test_geojson_gives_every_record_back(name, world, exported):
    """Whatever a record has, be it an explicit nothing, is in it; so are the sources that it names."""
    events = exported(world(name))
    content = json.loads(FORMATS["geojson"].files(events)["events.geojson"])
    back = [Event.model_validate(each["properties"]["record"]) for each in content["features"]]
    assert back == [reading.event for reading in events.readings]
    assert [each.model_fields_set for each in back] == [row.event.model_fields_set for row in events.rows]
    sources = {id_: Source.model_validate(each) for id_, each in content["sources"].items()}
    assert sources.items() >= {source.id: source for source in events.sources}.items()
    for registry, model in REGISTRIES.items():
        known = getattr(events.workspace, registry)
        entries = {id_: model.model_validate(each) for id_, each in content[registry].items()}
        assert entries.items() <= known.items()
        if name == "seed":
            assert entries, "every event of it names some"


def test_a_point_is_longitude_first_and_a_country_has_none(world, exported, hostile):
    """RFC 7946, 3.1.1; and no pin where only the country is known."""
    by_id = {each["id"]: each for each in features_of(exported(world("seed")))}
    base = by_id["us-base-closed"]
    assert base["geometry"] == {"type": "Point", "coordinates": [-80.6788, -0.9461]}
    assert base["properties"]["place_carried"] in ("quoted", "external", "inferred")
    (nowhere,) = features_of(hostile)
    assert nowhere["geometry"] is None
    assert (nowhere["properties"]["country"], nowhere["properties"]["place_precision"]) == ("EC", "country")
    assert (nowhere["properties"]["date_from"], nowhere["properties"]["date_to"]) == ("2009-01-01", None)


def test_geojson_has_the_words_of_each_quote(world, exported):
    """With the span in the held text, in code points."""
    events = exported(world("seed"))
    texts, quotes = events.workspace.texts, 0
    for feature in features_of(events):
        for claim in feature["properties"]["claims"]:
            for quote in claim["quotes"]:
                if quote["spans"] and "…" not in quote["exact"]:
                    ((start, end),) = quote["spans"]
                    assert texts[quote["source"]][start:end].split() == quote["exact"].split()
                    quotes += 1
    assert quotes


def test_geoparquet_is_version_1_1(world, exported):
    """Metadata as the standard has them, the box around all points, and each point as WKB."""
    events = exported(world("seed"))
    table = parquet_of(events)
    told = json.loads(table.schema.metadata[b"geo"])
    assert (told["version"], told["primary_column"]) == ("1.1.0", "geometry")
    column = told["columns"]["geometry"]
    assert (column["encoding"], column["geometry_types"]) == ("WKB", ["Point"])
    points = [shapely.from_wkb(each) for each in table["geometry"].to_pylist() if each]
    assert list(shapely.total_bounds(points)) == column["bbox"]
    by_id = dict(zip(table["id"].to_pylist(), table["geometry"].to_pylist(), strict=True))
    here = {each["id"]: each["geometry"] and tuple(each["geometry"]["coordinates"]) for each in features_of(events)}
    assert {id_: point and shapely.from_wkb(point).coords[0] for id_, point in by_id.items()} == here


def test_geoparquet_has_types_where_nothing_is_known(hostile, world, exported):
    """The schema is that of any other file, also of one without events."""
    assert parquet_of(hostile).schema.equals(parquet_of(exported(world("port"))).schema)
    assert parquet_of(hostile).schema.equals(parquet_of(replace(hostile, readings=())).schema)
    assert parquet_of(hostile)["geometry"].to_pylist() == [None]


def test_geoparquet_tells_how_far_a_place_may_be_from_its_point(doubtful):
    """A pin alone says more than the source."""
    rows = {each["id"]: each for each in parquet_of(doubtful).to_pylist()}
    assert (rows["doubtful"]["place_precision"], rows["doubtful"]["place_radius_km"]) == ("near", 30.0)
