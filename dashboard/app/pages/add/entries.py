"""Places and actors that an event needs and that the registries lack: added while it is written, each once."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from dashboard.app.shell import PageContext, cache_of_workspace, root
from dashboard.model.forms import free_id
from dashboard.model.record import Record
from dashboard.model.registry import REGISTRIES
from dashboard.store.authoring import GAZETTEER, add_entry, describe_gazetteer
from dashboard.store.views_file import id_for

CHOSEN_FROM: Final = ("places", "actors")
"""The registries from which selected words take an entry."""
_ANY_ID: Final = "entry"


def entry_of(registry: str, fields: Mapping[str, Any], page: PageContext) -> str:
    """The id of the entry with these fields: of the one that has just them, else of a new one.

    Raises `EntryNotWritten`, `GazetteerNotDescribed`.
    """
    known: Mapping[str, Record] = getattr(page.workspace, registry)
    return _id_of_the_same(registry, fields, known) or _add(registry, fields, known)


def _is_of_gazetteer(fields: Mapping[str, Any]) -> bool:
    sources = fields.get("sources")
    return isinstance(sources, list | tuple) and GAZETTEER in sources


def _id_of_the_same(registry: str, fields: Mapping[str, Any], known: Mapping[str, Record]) -> str | None:
    """The entry that has the very same fields: it was added a moment ago."""
    try:
        made = REGISTRIES[registry].model_validate({**fields, "id": _ANY_ID})
    except ValidationError:
        return None
    return next((id_ for id_, each in known.items() if each.model_copy(update={"id": _ANY_ID}) == made), None)


def _add(registry: str, fields: Mapping[str, Any], known: Mapping[str, Record]) -> str:
    """Add an entry under an id made of its name, with its source where that is the gazetteer; the id."""
    made = id_for(str(fields.get("name") or ""))
    id_ = free_id(registry.removesuffix("s") if made == "view" else made, known)
    if _is_of_gazetteer(fields):
        describe_gazetteer(root())
    add_entry(root(), registry, id_, fields)
    cache_of_workspace(root()).look()
    return id_
