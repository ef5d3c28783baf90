"""MISP events as JSON (its core format): an event with its attributes and objects, some of which are places."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, TextIO

from dashboard.exchange.imports.layouts.expressions import country
from dashboard.exchange.imports.layouts.json_values import BrokenValue, whole
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
    many,
    mapping,
    point,
    row,
    rows,
    semicolon_list,
    span,
    words,
)

_NEEDS: Final = ("row_id", "title", "first_day", RAW)
_PLACE: Final = "geolocation"
"""The name of the objects that are places."""


def _rows_in(stream: TextIO) -> Iterator[Row | BrokenObject]:
    events = list(_events(whole(stream)))
    if not events:
        raise NotRead("The file has no MISP event: an object `Event`, alone or in a list or `response`.")
    return rows(events, _rows)


def _events(document: Any) -> Iterator[Any]:
    """Each event, however the file wraps them: alone, in a list, or as the answer of a search."""
    listed = document.get("response", document) if isinstance(document, dict) else document
    for each in listed if isinstance(listed, list) else [listed]:
        if isinstance(each, dict) and ("Event" in each or "info" in each):
            yield each.get("Event", each)


def _rows(event: Any) -> Iterable[Row]:
    """A row for each place of an event, or else one for the event."""
    if not isinstance(event, dict) or not words(event.get("uuid")):
        raise BrokenValue("it has no uuid")
    day = day_of(event.get("date"), "date")
    if day is None:
        raise BrokenValue("it has no date")
    places = [each for each in map(mapping, many(event.get("Object"))) if each.get("name") == _PLACE]
    common = {
        "kind": "report",
        "title": words(event.get("info")),
        "type_code": semicolon_list(mapping(each).get("name") for each in many(event.get("Tag"))),
        "source_name": words(mapping(event.get("Orgc")).get("name")) or words(mapping(event.get("Org")).get("name")),
        "source_url": _link(event),
        "source_date": day_of(event.get("publish_timestamp"), "")
        if "-" in str(event.get("publish_timestamp"))
        else None,
        "revised": words(event.get("timestamp")),
    }
    if not places:
        yield row(event, **common, row_id=event["uuid"], **span(day, None))
    for each in places:
        first, last = (day_of(_moment(each, name), name) for name in ("first_seen", "last_seen"))
        days = span(first or day, last or first or day)
        yield row(_alone(event, each), **common, row_id=f"{event['uuid']}/{each.get('uuid')}", **days, **_place(each))


def _alone(event: Mapping[str, Any], place: Mapping[str, Any]) -> Mapping[str, Any]:
    """The event with this object alone, and without the attributes that stand in no object."""
    return {**event, "Object": [place], "Attribute": []}


def _moment(given: Mapping[str, Any], name: str) -> Any:
    """A moment of an object: its own, or that of its attribute."""
    return given.get(name) or _attribute(given, name.replace("_", "-"))


def _attribute(given: Mapping[str, Any], relation: str) -> Any:
    named = (mapping(each) for each in many(given.get("Attribute")))
    return next((each.get("value") for each in named if each.get("object_relation") == relation), None)


def _place(given: Mapping[str, Any]) -> Mapping[str, object]:
    city, region, state = (words(_attribute(given, name)) for name in ("city", "region", "country"))
    return {
        **point(_attribute(given, "latitude"), _attribute(given, "longitude")),
        "place": city or region or state,
        "admin1": region,
        "country": words(_attribute(given, "countrycode")),
        "country_name": state,
        "place_precision": "city" if city else "admin1" if region else "country" if state else None,
    }


def _link(event: Mapping[str, Any]) -> str | None:
    """The first attribute that is a link."""
    links = (each.get("value") for each in map(mapping, many(event.get("Attribute"))) if each.get("type") == "link")
    return next((each for each in map(words, links) if each and each.startswith(("http://", "https://"))), None)


MISP: Final = Layout(
    key="misp",
    title="MISP events, JSON",
    publisher="whoever shared the event",
    licence="that of the community which shared it; `distribution` and tags may restrict it",
    address="https://www.misp-project.org/datamodels/",
    reading=ObjectFile(_rows_in, (".json",)),
    needs=_NEEDS,
    uses=COLUMNS,
    days=DAYS,
    select={**SELECT, "country": f"coalesce({country('alpha-2', 'country')}, {country('name', 'country_name')})"},
    faults=FAULTS,
    loses=(
        "A row is an event of MISP, which is a report: it is `report` here. An event with objects `geolocation` is a "
        "row for each of them.",
        "The day is the `date` of the event, or `first_seen` and `last_seen` of the place; times of day are not kept.",
        "The place is as precise as the finest of city, region and country that is given, whatever the point; "
        "`accuracy-radius` stands only in the row as published.",
        "Attributes, other objects, galaxies, `threat_level_id`, `analysis` and `distribution` stand only in the row "
        "as published; the first link is the address of the source. Tags are the publisher's type.",
        "The file may have 64,000,000 characters: it is read as a whole.",
    ),
    warning="Look at `distribution` and at the tags (TLP) of an event before you pass its rows on.",
)
