"""The record that the address names: its kind, its id and its file."""

from dataclasses import dataclass
from typing import Final

from dashboard.app.shell import PageContext
from dashboard.checks.documentation import field_order
from dashboard.store.editing import Order

_REGISTRIES: Final = {"place": "places", "actor": "actors", "thread": "threads"}


@dataclass(frozen=True, slots=True)
class RecordReference:
    """One record of the workspace."""

    kind: str
    """Event, source, place, actor or thread, in lower case."""
    id: str
    file: str
    """Relative to the workspace."""
    title: str
    """What it is called."""

    @property
    def name(self) -> str:
        """As the address has it."""
        return f"{self.kind}:{self.id}"

    @property
    def key(self) -> str:
        """The entry of a registry; empty where the file is the record."""
        return self.id if self.kind in _REGISTRIES else ""

    @property
    def order(self) -> Order:
        """Where its fields stand."""
        return lambda path: field_order(_REGISTRIES.get(self.kind, self.kind), path)


def record_of(name: str, page: PageContext) -> RecordReference | None:
    """The record of a name such as `event:port-closes`; None where the workspace has none."""
    kind, _, id_ = name.partition(":")
    here = page.workspace
    if kind == "event" and (event := here.events.get(id_)):
        return RecordReference(kind, id_, here.files[id_], event.title)
    if kind == "source" and id_ in here.sources:
        return RecordReference(kind, id_, f"seeds/{id_}.yaml", here.source_name(id_))
    if kind in ("place", "actor") and (entry := getattr(here, _REGISTRIES[kind]).get(id_)):
        return RecordReference(kind, id_, f"events/registry/{_REGISTRIES[kind]}.yaml", entry.name)
    if kind == "thread" and (thread := here.threads.get(id_)):
        return RecordReference(kind, id_, "events/registry/threads.yaml", thread.title)
    return None
