"""Places and actors that an event needs and that the registries lack: added while it is written, each once."""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import ValidationError

from dashboard.app.shell import PageContext, cache_of_workspace, root
from dashboard.checks.drafts import check_record_draft
from dashboard.errors import DatelineError
from dashboard.model.forms import free_id
from dashboard.model.problem import Severity
from dashboard.model.record import Record
from dashboard.model.registry import REGISTRIES
from dashboard.store.authoring import GAZETTEER, REGISTRY_FOLDER, Entries, write_entries
from dashboard.store.views_file import id_for


class EntryWrong(DatelineError):
    """A new entry to which validation would object; the message is its own."""


CHOSEN_FROM: Final = ("places", "actors")
"""The registries from which selected words take an entry."""
_ANY_ID: Final = "entry"


def ids_for(entries: Entries, page: PageContext) -> dict[str, dict[str, str]]:
    """By registry and wanted id, the id that each entry has or will have: of the one with just its fields, else new."""
    return {registry: _ids_for(registry, each, getattr(page.workspace, registry)) for registry, each in entries.items()}


def refuse_wrong_entry(registry: str, id_: str, fields: Mapping[str, Any], page: PageContext) -> None:
    """Raise `EntryWrong` for an entry to which validation would object: a site without a point, a country unknown.

    One whose point the gazetteer gives is right, and its description is written with it.
    """
    if GAZETTEER in (fields.get("sources") or ()):
        return
    checked = check_record_draft(
        registry.removesuffix("s"), f"{REGISTRY_FOLDER}/{registry}.yaml", id_, fields, page.validation
    )
    wrong = next((each for each in checked.problems if each.severity is Severity.ERROR), None)
    if wrong is not None:
        raise EntryWrong(f"{wrong.message}. {wrong.hint[:1].upper()}{wrong.hint[1:]}".strip())


def add_entries(
    entries: Entries, ids: Mapping[str, Mapping[str, str]], page: PageContext
) -> dict[str, tuple[str, ...]]:
    """Add the entries that the registries lack, under their `ids`: all or none. By registry, the ids that are new.

    Raises `EntryNotWritten`, `GazetteerNotDescribed`, `EventNotSaved`.
    """
    lacking = {
        registry: {
            ids[registry][wanted]: fields
            for wanted, fields in each.items()
            if ids[registry][wanted] not in getattr(page.workspace, registry)
        }
        for registry, each in entries.items()
    }
    if any(lacking.values()):
        write_entries(root(), lacking)
        cache_of_workspace(root()).look()
    return {registry: tuple(each) for registry, each in lacking.items() if each}


def _id_of_the_same(registry: str, fields: Mapping[str, Any], known: Mapping[str, Record]) -> str | None:
    """The entry that has the very same fields: it was added a moment ago."""
    try:
        made = REGISTRIES[registry].model_validate({**fields, "id": _ANY_ID})
    except ValidationError:
        return None
    return next((id_ for id_, each in known.items() if each.model_copy(update={"id": _ANY_ID}) == made), None)


def _ids_for(registry: str, entries: Mapping[str, Mapping[str, Any]], known: Mapping[str, Record]) -> dict[str, str]:
    ids: dict[str, str] = {}
    for wanted, fields in entries.items():
        made = id_for(str(fields.get("name") or ""))
        free = free_id(registry.removesuffix("s") if made == "view" else made, {*known, *ids.values()})
        ids[wanted] = _id_of_the_same(registry, fields, known) or free
    return ids
