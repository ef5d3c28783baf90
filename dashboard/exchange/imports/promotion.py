"""An imported row becomes a draft event: what the publisher says is assessed, from outside, and nothing is quoted.

The row is a source without a text; every value of the draft names it. What the row does not say is left out.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from dashboard.errors import DatelineError
from dashboard.exchange.imports.resting import origin_of_row
from dashboard.model.dates import DateProblem, EventDate
from dashboard.model.event import Event
from dashboard.model.forms import free_id
from dashboard.model.geography import country_name, distance_km
from dashboard.model.registry import Place
from dashboard.model.source import Source
from dashboard.query.imports import Row
from dashboard.query.wording import count_words, day_words
from dashboard.store.authoring import NewEvent, id_of_title, write_event_with_entries, yaml_of
from dashboard.store.imports import Dataset
from dashboard.store.views_file import id_for
from dashboard.store.workspace import Workspace
from dashboard.store.yaml import yaml_text

FOLDER: Final = "imported"
_CLAIM: Final = "row"
_LONGEST_TITLE: Final = 120
_LONGEST_TEXT: Final = 4_000
_LONGEST_NAME: Final = 300
_SAME_PLACE_KM: Final = 5.0
REPORT: Final = "This row is a report: one article that names an event. Others may tell of the same event."


class NotPromoted(DatelineError):
    """A row of which no event was made."""


@dataclass(frozen=True, slots=True)
class Promotion:
    """The draft that a row makes, before it is written."""

    event: Event
    source: Source
    places: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Entries that the registry of places lacks for it."""
    remarks: tuple[str, ...] = ()
    """What somebody should know or do, each a sentence."""

    def written_as(self, folder: str) -> NewEvent:
        """The files of it."""
        source = yaml_text({key: value for key, value in self.source.as_written().items() if key != "id"})
        entries = {"places": self.places} if self.places else {}
        return NewEvent(
            folder,
            self.event.id,
            f"{yaml_of(self.event)}review: {{status: draft}}\n",
            entries,
            sources={self.source.id: f"# Text not held.\n{source}"},
        )


def promotion_of(row: Row, dataset: Dataset, workspace: Workspace) -> Promotion:
    """The draft of a row. Raises `NotPromoted` where the row is a source of the workspace already."""
    origin = origin_of_row(dataset.name, row["row_id"])
    there = sorted(id_ for id_, source in workspace.sources.items() if source.origin == origin)
    if there:
        raise NotPromoted(
            f"{dataset.name}/{row['row_id']} is the source {there[0]} already{_events_of(there[0], workspace)}."
        )
    source = _source(row, dataset, origin, {*workspace.sources, *workspace.texts})
    external = {"basis": "external", "sources": [source.id]}
    place, places = _place(row, workspace, source.id)
    title = _title(row)
    taken = {*workspace.events, *(Path(file).stem for file in (*workspace.set_aside, *workspace.not_read))}
    who, unknown = _actors(row, workspace, external)
    made: dict[str, Any] = {"id": id_of_title(title, taken), "title": title}
    if row["event_type"]:
        made["what"] = {"type": row["event_type"]}
    if date := _date(row):
        made["when"] = {"assessed": {"date": date, **external}}
    if place:
        made["where"] = {"assessed": {"place": place, **external}}
    if who:
        made["who"] = who
    if amounts := _amounts(row, external):
        made["amounts"] = amounts
    made["claims"] = {_CLAIM: {"text": _claim(row, dataset), "sources": [source.id]}}
    made["review"] = {"status": "draft"}
    return Promotion(Event.model_validate(made), source, places, tuple(_remarks(row, unknown, place, date)))


def write_promotion(root: Path, made: Promotion, folder: str = FOLDER) -> str:
    """Write the draft with its source and place, all or nothing, and over no other file; the event's file."""
    return write_event_with_entries(root, made.written_as(folder))


def _events_of(source: str, workspace: Workspace) -> str:
    using = [
        workspace.files[event.id]
        for event in workspace.events.values()
        if any(source in claim.sources for claim in event.claims.values())
    ]
    return f", of {', '.join(using[:3])}" if using else ""


def _source(row: Row, dataset: Dataset, origin: str, taken: set[str]) -> Source:
    """The row as a document that is not held."""
    wanted = id_for(f"{dataset.name} {row['row_id']}")[:70].strip("-") or "imported-row"
    its = ", ".join(filter(None, (row["source_name"], day_words(row["source_date"]) if row["source_date"] else "")))
    notes = [
        REPORT if row["kind"] == "report" else "",
        f"The publisher names as its source: {its}." if its else "",
        f"Version {row['revised']}." if row["revised"] else "",
    ]
    fields: dict[str, Any] = {
        "id": free_id(wanted, taken),
        "kind": "data-set",
        "title": _one_line(f"{dataset.title}, row {row['row_id']}")[:_LONGEST_NAME],
        "outlet": _one_line(dataset.publisher)[:_LONGEST_NAME],
        "accessed": dataset.imported[:10],
        "origin": origin,
        "rights": _one_line(dataset.licence)[:_LONGEST_NAME],
        "url": row["source_url"] if re.fullmatch(r"https?://\S{1,1990}", row["source_url"] or "") else None,
        "note": _one_line(" ".join(filter(None, notes)))[:_LONGEST_TEXT],
    }
    return Source.model_validate({name: value for name, value in fields.items() if value})


def _date(row: Row) -> str | None:
    try:
        return str(EventDate.parse(row["date"])) if row["date"] else None
    except DateProblem:
        return None


def _place(row: Row, workspace: Workspace, source: str) -> tuple[str | None, Mapping[str, Mapping[str, Any]]]:
    """The place of the registry that the row's is, or the entry that it lacks; none where the row names no place."""
    country, name = row["country"], row["place"] or ""
    point = None if row["latitude"] is None else (row["longitude"], row["latitude"])
    is_country = row["place_precision"] == "country" or not name
    if is_country:
        point, name = None, country_name(country) if country else ""
    if not name:
        return None, {}
    for each in workspace.places.values():
        if _is_same_place(each, name, country, point):
            return each.id, {}
    id_ = free_id(id_for(name) or "place", set(workspace.places))
    entry: dict[str, Any] = {"name": _one_line(name)[:_LONGEST_NAME], "precision": row["place_precision"] or "unknown"}
    if country:
        entry["country"] = country
    if point is not None:
        entry |= {"latitude": point[1], "longitude": point[0], "sources": [source]}
    elif is_country:
        entry["precision"] = "country"
    return id_, {id_: entry}


def _is_same_place(place: Place, name: str, country: str | None, point: tuple[float, float] | None) -> bool:
    """Whether both have the country, the name and, where they have points, about the same point."""
    if place.country != country or name.casefold() not in {each.casefold() for each in (place.name, *place.aliases)}:
        return False
    if point is None or place.latitude is None or place.longitude is None:
        return (point is None) == (place.latitude is None)
    return distance_km(point[1], point[0], place.latitude, place.longitude) <= _SAME_PLACE_KM


def _actors(row: Row, workspace: Workspace, external: Mapping[str, Any]) -> tuple[list[dict[str, Any]], list[str]]:
    """The parts of those whom the registry knows by that very name, and the names that it does not know."""
    known = {name.casefold(): actor.id for actor in workspace.actors.values() for name in (actor.name, *actor.aliases)}
    parts: list[dict[str, Any]] = []
    unknown: list[str] = []
    for name, role in ((row["actor1"], "initiator"), (row["actor2"], "recipient")):
        if name and (actor := known.get(name.casefold())):
            parts.append({"actor": actor, "role": role, "assessed": dict(external)})
        elif name:
            unknown.append(name)
    return parts, unknown


def _amounts(row: Row, external: Mapping[str, Any]) -> dict[str, Any]:
    """The deaths that the publisher holds most likely; a count of mentions is no amount of the event."""
    best, low, high = row["count_best"], row["count_low"], row["count_high"]
    if row["count_of"] != "deaths" or not best or best < 0:
        return {}
    note = f"The publisher gives {low or 0:,} to {high or best:,}." if {low, high} - {None, best} else None
    assessed = {"value": best, "unit": "people", **external, **({"note": note} if note else {})}
    return {"deaths": {"purpose": "killed", "assessed": assessed}}


def _title(row: Row) -> str:
    """The publisher's headline or first words; else who, and where."""
    told = _one_line(row["title"] or row["text"] or "")
    if not told:
        who = " and ".join(filter(None, (row["actor1"], row["actor2"]))) or row["type_code"] or "An event"
        told = _one_line(f"{who}, {row['place']}" if row["place"] else who)
    return told if len(told) <= _LONGEST_TITLE else told[: _LONGEST_TITLE - 1].rsplit(" ", 1)[0] + "…"


def _claim(row: Row, dataset: Dataset) -> str:
    """What the row says, in a sentence or two."""
    told = _one_line(row["text"] or row["title"] or "")
    parts = [
        f"type: {row['type_code']}" if row["type_code"] else "",
        " against ".join(filter(None, (row["actor1"], row["actor2"]))),
        ", ".join(filter(None, (row["place"], row["country_name"]))),
        _date(row) or "",
        count_words(row["count_best"], row["count_of"].removesuffix("s"))
        if row["count_of"] and row["count_best"]
        else "",
    ]
    listed = f"{dataset.title} lists: {'; '.join(filter(None, parts))}."
    return _one_line(f"{told} {listed}" if told else listed)[:_LONGEST_TEXT]


def _remarks(row: Row, unknown: list[str], place: str | None, date: str | None) -> Iterator[str]:
    if row["kind"] == "report":
        yield REPORT
    yield from (f"{name} is no actor of the registry: it stands in the claim alone." for name in unknown)
    if not place:
        yield "The row gives no place."
    if not date:
        yield "The row gives no date."


def _one_line(text: str) -> str:
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
