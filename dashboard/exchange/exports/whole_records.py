"""What formats that keep whole records have beside the events: the sources and registry entries that these name."""

from collections.abc import Mapping
from typing import Final

from dashboard.exchange.exports.exported_events import ExportedEvents
from dashboard.model.record import Record
from dashboard.store.renaming import names_in

KINDS: Final = ("sources", "places", "actors", "threads")
_KIND_NAMED: Final = {
    "source": "sources",
    "place": "places",
    "actor": "actors",
    "thread": "threads",
    "question": "threads",
}
"""By what a field names, the kind of record that has it."""


def named_records(events: ExportedEvents) -> Mapping[str, Mapping[str, Record]]:
    """By kind and id, the records that events name, in whatever field, and those that these name in turn."""
    here = events.workspace
    known: Mapping[str, Mapping[str, Record]] = {
        "sources": here.sources,
        "places": here.places,
        "actors": here.actors,
        "threads": here.threads,
    }
    found: dict[str, dict[str, Record]] = {kind: {} for kind in KINDS}
    waiting = [("event", row.event.as_written()) for row in events.rows]
    while waiting:
        for names, written in names_in(*waiting.pop()):
            kind, id_ = _KIND_NAMED.get(names, ""), written.partition("/")[0]
            record = known.get(kind, {}).get(id_)
            if record is not None and id_ not in found[kind]:
                found[kind][id_] = record
                fields = record.as_written()
                waiting.append(("source", fields) if kind == "sources" else (kind, {id_: fields}))
    return {kind: dict(sorted(found[kind].items())) for kind in KINDS}
