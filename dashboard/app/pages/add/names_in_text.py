"""Names of the registries in the text that is read: those in sight, and those in the quotes that the event lacks."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from dashboard.app.pages.add.draft import Draft
from dashboard.app.pages.add.review import EventReview
from dashboard.app.shell import PageContext
from dashboard.checks.context import RegistryNames
from dashboard.drafting.known_names import KnownName, known_names
from dashboard.evidence.sentences import Span
from dashboard.store.workspace import Workspace

_FIELDS: Final = {"places": ("where", "toward"), "actors": ("who", "claims")}
"""Fields of an event that name entries of a registry."""
Row = list[str | int]
"""Registry, id, shown name, start and end of one name in the text."""


def names_in_text(draft: Draft, seen: EventReview, part: Span, page: PageContext) -> dict[str, list[Row]]:
    """The names in the `part` of the text that is shown; and of those in the quotes, what no field has yet."""
    here = page.workspace
    text, registered = here.texts[draft.source], RegistryNames.of(page.validation.corpus)
    quoted = (name for span in seen.spans_in(draft.source) for name in known_names(text, span, registered))
    taken = {kind: set(_ids_in([draft.fields.get(field) for field in fields])) for kind, fields in _FIELDS.items()}
    missing: dict[tuple[str, str], KnownName] = {}
    for name in quoted:
        if name.id not in taken[name.registry]:
            missing.setdefault((name.registry, name.id), name)
    return {
        "in_sight": [_row(name, here) for name in known_names(text, part, registered)],
        "in_quotes": [_row(name, here) for name in missing.values()],
    }


def _row(name: KnownName, here: Workspace) -> Row:
    entries: Mapping[str, Any] = getattr(here, name.registry)
    return [name.registry, name.id, entries[name.id].name, name.start, name.end]


def _ids_in(value: Any) -> Iterator[str]:
    """Every text in a value: an id that a field has is among them."""
    if isinstance(value, Mapping):
        value = value.values()
    if isinstance(value, str):
        yield value
    elif value is not None and not isinstance(value, int | float | bool):
        for each in value:
            yield from _ids_in(each)
