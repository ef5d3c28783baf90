"""What of the records rests on imported rows: events of a source that was made of one (`origin: imports/NAME#ROW`)."""

from collections.abc import Mapping
from typing import Final

from dashboard.model.source import Source
from dashboard.store.imports import IMPORTS

_AT: Final = "#"


def origin_of_row(dataset: str, row_id: str) -> str:
    """The origin of a source that is one imported row: `imports/ucdp#412`."""
    return f"{IMPORTS}/{dataset}{_AT}{row_id}"


def rows_of_sources(sources: Mapping[str, Source], dataset: str) -> dict[str, list[str]]:
    """Ids of rows of a dataset that sources are made of, each with the ids of these sources."""
    before = origin_of_row(dataset, "")
    found: dict[str, list[str]] = {}
    for id_, source in sources.items():
        if source.origin and source.origin.startswith(before):
            found.setdefault(source.origin.removeprefix(before), []).append(id_)
    return found
