"""The tables that queries are asked of: those of the crosswalk, and the places and actors of the registries."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import pyarrow as pa

from dashboard.exchange.exports import ExportedEvents, parquet, tables_of
from dashboard.query.imports import files_of, imports_view
from dashboard.store.imports import IMPORTS, ROW_COLUMNS, Dataset

Json = dict[str, Any]

_KEY: Final = {"report": "source"}
"""A report is a source, by the name that it has everywhere else."""
MEANINGS: Final[Mapping[str, str]] = {
    "events": "one row an event, as assessed or as reported",
    "sources": "one row a source that an event rests on",
    "event_report": "which source tells of which event, by how many claims and quotes",
    "claims": "one row a claim, with its verdict",
    "quotes": "one row a part of a quote, with its place in the text",
    "places": "one row a place of the registry",
    "actors": "one row an actor's part in an event",
    IMPORTS: "one row that others have published: unreviewed, and no event",
}
"""By table, what it has."""


@dataclass(frozen=True, slots=True)
class SqlTable:
    """One table."""

    meaning: str
    columns: Mapping[str, Any]
    """Types by name."""
    rows: tuple[Json, ...] = ()
    view: str = ""
    """The statement that makes it in place of `rows`, over `files` that are read where they lie."""
    files: tuple[str, ...] = ()


def imports_table(root: Path, datasets: Sequence[Dataset]) -> SqlTable:
    """The rows of all imported datasets: they stay in their files, which the query's process may read."""
    parts = files_of(root.resolve(), datasets)
    columns = {"dataset": parquet.TEXT, **{name: _TYPES[column.type] for name, column in ROW_COLUMNS.items()}}
    files = tuple(file for of_one in parts.values() for file in of_one)
    return SqlTable(MEANINGS[IMPORTS], columns, view=imports_view(parts), files=files)


_TYPES: Final = {"VARCHAR": parquet.TEXT, "DATE": parquet.DAY, "DOUBLE": parquet.NUMBER, "BIGINT": pa.int64()}


def sql_tables(events: ExportedEvents) -> Mapping[str, SqlTable]:
    """Every table by its name."""
    found = {("sources" if name == "reports" else name): each for name, each in tables_of(events).items()}
    tables = {
        name: SqlTable(MEANINGS[name], _with_source_key(each.columns), tuple(map(_with_source_key, each.rows)))
        for name, each in found.items()
    }
    return {**tables, "places": _places(events), "actors": _actors(events)}


def _with_source_key(row: Mapping[str, Any]) -> Json:
    return {_KEY.get(name, name): value for name, value in row.items()}


def _places(events: ExportedEvents) -> SqlTable:
    columns = {
        **dict.fromkeys(("place", "name", "country", "precision"), parquet.TEXT),
        **dict.fromkeys(("longitude", "latitude", "radius_km"), parquet.NUMBER),
        "aliases": parquet.TEXTS,
    }
    rows = tuple(
        {
            "place": place.id,
            "name": place.name,
            "country": place.country,
            "precision": place.precision,
            "longitude": None if place.is_area else place.longitude,
            "latitude": None if place.is_area else place.latitude,
            "radius_km": place.radius_km,
            "aliases": list(place.aliases),
        }
        for place in events.workspace.places.values()
    )
    return SqlTable(MEANINGS["places"], columns, rows)


def _actors(events: ExportedEvents) -> SqlTable:
    """A row for each part that an actor has in an event; one who is in no event has a row as well."""
    columns = dict.fromkeys(("actor", "name", "kind", "country", "event", "role", "carried"), parquet.TEXT)
    registered = events.workspace.actors

    def about(actor: str) -> Json:
        known = registered.get(actor)
        told = {"kind": known.kind, "country": known.country} if known else {}
        return {"actor": actor, "name": events.workspace.actor_name(actor), **told}

    parts = [
        {**about(part.actor), "event": row.event.id, "role": part.role, "carried": part.carried.value}
        for row in events.rows
        for part in row.actors
    ]
    idle = registered.keys() - {each["actor"] for each in parts}
    return SqlTable(MEANINGS["actors"], columns, (*parts, *map(about, sorted(idle))))
