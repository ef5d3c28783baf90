"""GeoJSON (RFC 7946): a feature is a row. Without a mapping, properties are those of `dateline export geojson`."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TextIO

from dashboard.exchange.imports.layouts.expressions import country
from dashboard.exchange.imports.layouts.json_values import BrokenValue, JsonMember, canonical, members, parse
from dashboard.exchange.imports.layouts.layout import BrokenObject, Layout, ObjectFile
from dashboard.exchange.imports.layouts.not_read import NotRead
from dashboard.exchange.imports.layouts.prepared import (
    COLUMNS,
    DAYS,
    FAULTS,
    RAW,
    SELECT,
    Row,
    day_of,
    mapping,
    point,
    row,
    rows,
    semicolon_list,
    span,
    words,
)
from dashboard.model import vocabularies
from dashboard.model.dates import EventDate

_NEEDS: Final = ("row_id", "title", "first_day", RAW)
_FEATURE, _COLLECTION = "Feature", "FeatureCollection"
_SAME_SYSTEMS: Final = ("CRS84", "EPSG::4326", "EPSG:4326")
_MOST_DOTTED: Final = 200


def features(stream: TextIO) -> Iterator[Any]:
    """Every feature of a file, one at a time; a `BrokenObject` for one that cannot be read. Raises `NotRead`."""
    is_collection = False
    for member in members(stream, ("features",)):
        if member.key == "crs":
            _refuse_other_system(member)
        elif member.key == "features" and member.number:
            is_collection = True
            yield _feature(member)
        elif member.key == "features":
            is_collection = member.text == "[]" or is_collection
        elif member.key == "type" and member.text not in (f'"{_COLLECTION}"', f'"{_FEATURE}"'):
            raise NotRead(f"The file is not GeoJSON: its type is {(member.text or '')[:60]}, not `{_COLLECTION}`.")
        elif member.key == "":
            raise NotRead(f"The file is not GeoJSON: it is a list, and not a `{_COLLECTION}`.")
    if not is_collection:
        raise NotRead(f"The file is not GeoJSON: it is no `{_COLLECTION}` with a list `features`.")


def _feature(member: JsonMember) -> Any:
    if member.text is None:
        return BrokenObject("it is longer than is read", "")
    try:
        feature = parse(member.text)
    except BrokenValue as error:
        return BrokenObject(str(error), member.text[:200])
    if not isinstance(feature, dict) or feature.get("type") != _FEATURE:
        return BrokenObject(f"it is no object of type `{_FEATURE}`", member.text[:200])
    return feature


def _refuse_other_system(member: JsonMember) -> None:
    """Since RFC 7946 there is one; files of before may have any."""
    text = member.text or ""
    if text != "null" and not any(name in text for name in _SAME_SYSTEMS):
        raise NotRead(f"The file has another coordinate system ({text[:120]}). Save it again in WGS 84 (EPSG:4326).")


def place_of(feature: Mapping[str, Any]) -> dict[str, float | None]:
    """The point of a feature; nothing for areas, lines and several points. Raises `BrokenValue`."""
    geometry = mapping(feature.get("geometry"))
    coordinates = geometry.get("coordinates")
    if geometry.get("type") != "Point":
        return {"latitude": None, "longitude": None}
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        raise BrokenValue("its point has no two coordinates")
    return point(coordinates[1], coordinates[0])


def flat_properties(feature: Mapping[str, Any]) -> dict[str, str | None]:
    """What a mapping may name: `id`, properties (nested ones as `a.b`), and the point. Raises `BrokenValue`."""
    found: dict[str, str | None] = {}
    _flatten(mapping(feature.get("properties")), "", found)
    at = place_of(feature)
    return {
        "id": _text(feature.get("id")),
        **found,
        "geometry.type": words(mapping(feature.get("geometry")).get("type")),
        "geometry.latitude": _text(at["latitude"]),
        "geometry.longitude": _text(at["longitude"]),
    }


def _flatten(given: Mapping[str, Any], prefix: str, found: dict[str, str | None]) -> None:
    for name, value in given.items():
        if isinstance(value, dict) and len(prefix) < _MOST_DOTTED:
            _flatten(value, f"{prefix}{name}.", found)
        else:
            found[f"{prefix}{name}"] = _text(value)


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None if value is None else canonical(value)


def _rows_in(stream: TextIO) -> Iterator[Row | BrokenObject]:
    return rows(features(stream), _rows)


def _rows(feature: Any) -> Iterable[Row]:
    told = mapping(feature.get("properties"))
    first, last = day_of(told.get("date_from"), "date_from"), day_of(told.get("date_to"), "date_to")
    edtf = words(told.get("date"))
    if not (first or last):
        when = _date(edtf)
        first, last = when.earliest, when.latest
        if first is None and last is None:
            raise BrokenValue("its date has neither a first nor a last day")
    kind = words(told.get("type"))
    precision = words(told.get("place_precision"))
    yield row(
        feature,
        row_id=_text(feature.get("id")) or _text(told.get("id")),
        kind="event",
        **span(first, last),
        date=edtf if edtf and EventDate.parse(edtf) else None,
        title=words(told.get("title")) or words(told.get("name")),
        text=words(told.get("description")),
        type_code=kind,
        event_type=kind if kind in vocabularies.EVENT_TYPES else None,
        actor1=_actors(told.get("actors")),
        place=words(told.get("place")),
        country=words(told.get("country")),
        **place_of(feature),
        place_precision=precision if precision in vocabularies.PLACE_PRECISIONS else None,
        source_name=_actors(told.get("source_ids")),
        source_url=words(told.get("url")),
    )


def _date(edtf: str | None) -> EventDate:
    if edtf is None:
        raise BrokenValue("it has no date: name the property that has it in a mapping (`--mapping FILE`)")
    try:
        return EventDate.parse(edtf)
    except ValueError as error:
        raise BrokenValue(f"date is “{edtf[:60]}”, and no date such as 2025-09-04") from error


def _actors(value: Any) -> str | None:
    return semicolon_list(value) if isinstance(value, list) else words(value)


GEOJSON: Final = Layout(
    key="geojson",
    title="GeoJSON",
    publisher="whoever made the file",
    licence="that of the file",
    address="https://www.rfc-editor.org/rfc/rfc7946",
    reading=ObjectFile(_rows_in, (".geojson", ".json")),
    needs=_NEEDS,
    uses=COLUMNS,
    days=DAYS,
    select={**SELECT, "country": f"coalesce({country('alpha-2', 'country')}, {country('name', 'country')})"},
    faults=FAULTS,
    loses=(
        "Without a mapping, the properties are those of `dateline export geojson`: title, date, date_from, date_to, "
        "type, actors, place, place_precision and country. `dateline import csv FILE.geojson --propose` proposes a "
        "mapping.",
        "Rows are no records: those of our own export come back whole with `dateline import records`.",
        "A point is a point. Areas, lines and several points have none here, and stand only in the row as published.",
        "Coordinates are longitude and latitude in WGS 84, as RFC 7946 asks; a file with another `crs` is refused.",
        "A feature may have 4,000,000 characters, and is nested at most 100 deep; the file may have any length.",
    ),
)
