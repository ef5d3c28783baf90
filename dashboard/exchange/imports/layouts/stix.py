"""STIX 2.1 bundles: the few of its objects that have a day. Events of `dateline export stix` come back with theirs."""

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
from dashboard.model import vocabularies

_OWN: Final = "x-dateline-event"
_DAYS: Final = {
    _OWN: ("first_day", "last_day"),
    "campaign": ("first_seen", "last_seen"),
    "incident": ("first_seen", "last_seen"),
    "observed-data": ("first_observed", "last_observed"),
    "report": ("published", "published"),
    "sighting": ("first_seen", "last_seen"),
}
"""By the type of object: where its first and its last day stand. An incident has none of its own in version 2.1."""
_PLACES: Final = ("located-at", "originates-from", "targets")
_NEEDS: Final = ("row_id", "type_code", "first_day", RAW)
_METRES_OF_A_SITE, _METRES_OF_A_TOWN = 1_000, 30_000


def _rows_in(stream: TextIO) -> Iterator[Row | BrokenObject]:
    bundle = whole(stream)
    objects = bundle.get("objects") if isinstance(bundle, dict) else None
    if not isinstance(bundle, dict) or bundle.get("type") != "bundle" or not isinstance(objects, list):
        raise NotRead("The file is not a STIX bundle: an object of type `bundle` with a list `objects`.")
    known = _Objects(objects)
    dated = (each for each in objects if not isinstance(each, dict) or each.get("type") in _DAYS)
    return rows(dated, known.rows_of)


class _Objects:
    """The objects of a bundle, by their ids, and what relates them."""

    def __init__(self, objects: Iterable[Any]) -> None:
        self._by_id: dict[str, Mapping[str, Any]] = {}
        self._related: dict[str, list[tuple[str, str]]] = {}
        for each in map(mapping, objects):
            self._by_id[str(each.get("id"))] = each
            if each.get("type") == "relationship":
                tie = (str(each.get("relationship_type")), str(each.get("target_ref")))
                self._related.setdefault(str(each.get("source_ref")), []).append(tie)

    def rows_of(self, given: Any) -> Iterable[Row]:
        """The row of an object that has a day. Raises `BrokenValue`."""
        if not isinstance(given, dict):
            raise BrokenValue("it is not an object")
        kind, id_ = given["type"], words(given.get("id"))
        if id_ is None:
            raise BrokenValue("it has no id")
        if given.get("revoked") is True:
            raise BrokenValue("it is revoked")
        first, last = (day_of(given.get(name), name) for name in _DAYS[kind])
        if first is None and last is None:
            told = " STIX 2.1 has none for incidents" if kind == "incident" else ""
            raise BrokenValue(f"it has no {_DAYS[kind][0]}, and so no day.{told}".rstrip("."))
        reference = mapping(next(iter(many(given.get("external_references"))), None))
        own = words(given.get("event_type"))
        yield row(
            given,
            row_id=id_,
            kind="report" if kind in ("report", "sighting", "observed-data") else "event",
            **span(first, last),
            date=words(given.get("date")) if kind == _OWN else None,
            title=words(given.get("name")) or self._name(given.get("sighting_of_ref")),
            text=words(given.get("description")),
            type_code=kind,
            event_type=own if kind == _OWN and own in vocabularies.EVENT_TYPES else None,
            actor1=semicolon_list(self._names(id_, "initiated-by", "attributed-to")),
            actor2=semicolon_list(self._names(id_, "directed-at", "targets")),
            **self._place(id_, given),
            count_of="sightings" if kind == "sighting" else None,
            count_best=_count(given.get("count")) if kind == "sighting" else None,
            source_name=words(reference.get("description")) or words(reference.get("source_name")),
            source_url=words(reference.get("url")),
            revised=words(given.get("modified")),
        )

    def _name(self, id_: Any) -> str | None:
        return words(self._by_id.get(str(id_), {}).get("name"))

    def _names(self, id_: str, *relations: str) -> Iterator[str]:
        """Names of those that an object relates to so, without places."""
        for relation, target in self._related.get(id_, ()):
            if relation in relations and not target.startswith("location--"):
                yield self._name(target) or ""

    def _place(self, id_: str, given: Mapping[str, Any]) -> Mapping[str, object]:
        """The one location that an object has; of several, nothing: none of them is the place."""
        seen = [each for each in many(given.get("where_sighted_refs")) if str(each).startswith("location--")]
        related = [to for relation, to in self._related.get(id_, ()) if relation in _PLACES]
        found = [self._by_id[each] for each in dict.fromkeys([*related, *seen]) if _is_location(self._by_id.get(each))]
        if len(found) != 1:
            return {}
        (place,) = found
        at = point(place.get("latitude"), place.get("longitude"))
        return {
            **at,
            "place": words(place.get("name")) or words(place.get("city")) or words(place.get("country")),
            "admin1": words(place.get("administrative_area")),
            "country": words(place.get("country")),
            "place_precision": _precision(place, has_point=at["latitude"] is not None),
        }


def _is_location(given: Mapping[str, Any] | None) -> bool:
    return given is not None and given.get("type") == "location"


def _precision(place: Mapping[str, Any], *, has_point: bool) -> str | None:
    """As records have it: of a point, by its radius in metres; else the finest part that is named."""
    radius = place.get("precision")
    if has_point:
        if not isinstance(radius, int | float) or isinstance(radius, bool):
            return "city" if place.get("city") else None
        return "site" if radius <= _METRES_OF_A_SITE else "near" if radius <= _METRES_OF_A_TOWN else "region"
    parts = {"city": "city", "administrative_area": "admin1", "country": "country", "region": "region"}
    return next((precision for part, precision in parts.items() if place.get(part)), None)


def _count(value: Any) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and 0 <= value < 10**9 else None


STIX: Final = Layout(
    key="stix",
    title="STIX 2.1 bundle",
    publisher="whoever made the bundle",
    licence="that of the bundle, which its markings may restrict",
    address="https://docs.oasis-open.org/cti/stix/v2.1/stix-v2.1.html",
    reading=ObjectFile(_rows_in, (".json", ".stix")),
    needs=_NEEDS,
    uses=COLUMNS,
    days=DAYS,
    select={**SELECT, "country": f"coalesce({country('alpha-2', 'country')}, {country('name', 'country')})"},
    faults=FAULTS,
    loses=(
        "Rows are made of campaigns, incidents, sightings, observed data and reports, and of the events that "
        "`dateline export stix` writes. All other objects are looked at only for names and places.",
        "STIX 2.1 gives incidents no day. One with `first_seen`, as some platforms write it, is a row; others are "
        "counted with the broken rows, and so is what is revoked.",
        "A report, a sighting and observed data tell of something, and are `report` here. The day of a report is the "
        "day when it was published.",
        "Times of day are not kept: days are those of the moments in UTC.",
        "The place is the one location that an object is related to (`located-at`, `originates-from`, `targets`, or "
        "where it was sighted); of several, none is. A point with a `precision` of up to 1,000 m is a site, of up to "
        "30,000 m near, of more a region; without one, it is not known.",
        "Markings, confidence, labels, patterns and kill chains stand only in the row as published.",
        "The file may have 64,000,000 characters: it is read as a whole.",
    ),
    warning="A bundle may carry markings (TLP) that forbid to pass it on; rows keep them only as published.",
)
