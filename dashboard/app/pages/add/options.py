"""What the form of an event can put into its fields, with the words that are shown for it."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from dashboard.app.shell import PageContext
from dashboard.cache import SharedCache
from dashboard.model.event import Event
from dashboard.model.geography import country_name
from dashboard.model.schema import Schema, record_schema
from dashboard.query.wording import without_hyphens
from dashboard.store.workspace import Workspace

Options = dict[str, list[list[str]]]
_OPTIONS: Final[SharedCache[Options]] = SharedCache(2)
"""By workspace."""


@cache
def event_schema() -> Schema:
    """The JSON Schema of an event: the form is made from it."""
    return record_schema(Event)


def options_for(page: PageContext) -> Options:
    """By the kind of record, each id with its name and what tells it from others of that name."""
    here = page.workspace
    return _OPTIONS.get(id(here), here, lambda: _options_in(here))


def _options_in(here: Workspace) -> Options:
    return {
        "places": [[each.id, each.name, _country(each.country)] for each in here.places.values()],
        "actors": [[each.id, each.name, without_hyphens(each.kind)] for each in here.actors.values()],
        "threads": [[each.id, each.title, ""] for each in here.threads.values()],
        "sources": [[each, here.source_name(each), ""] for each in here.sources],
        "events": [[each.id, each.title, ""] for each in here.events.values()],
        "questions": [
            [f"{thread.id}/{key}", question.text, thread.title]
            for thread in here.threads.values()
            for key, question in thread.questions.items()
        ],
        "folders": [[each, each, ""] for each in _folders(here.files.values())],
    }


def _country(code: str | None) -> str:
    return (country_name(code) or code) if code else ""


def _folders(files: Iterable[str]) -> list[str]:
    return sorted({file.split("/")[1] for file in files})
