"""What a form can put into the fields of a record, with the words that are shown for it, and the record's schema."""

from collections.abc import Iterable
from functools import cache
from typing import Final

from dashboard.app.pages.add.pieces import ChoicePiece, FormChoices, pieces_of
from dashboard.app.shell import PageContext
from dashboard.cache import SharedCache
from dashboard.checks.drafts import MODELS
from dashboard.model.geography import country_name
from dashboard.model.schema import Schema, record_schema
from dashboard.query.wording import without_hyphens
from dashboard.store.workspace import Workspace

Options = dict[str, list[list[str]]]
_CHOICES: Final[SharedCache[FormChoices]] = SharedCache(4)
"""By workspace and kind of record."""
_EVENTS: Final[SharedCache[tuple[ChoicePiece, ...]]] = SharedCache(2)
"""By the events of a workspace: where it has another place, thousands of titles are as they were."""


def choices_for(kind: str, page: PageContext) -> FormChoices:
    """What the form of a record of this kind is made from: its schema, and by the kind of record what can be chosen."""
    here = page.workspace
    return _CHOICES.get((id(here), kind), here, lambda: _choices(kind, here))


def _choices(kind: str, here: Workspace) -> FormChoices:
    options = options_in(here)
    events = _EVENTS.get(id(here.events), here.events, lambda: pieces_of(_events_in(here)))
    return FormChoices.of({"schema": [_schema(kind)], **options}, events=events)


@cache
def _schema(kind: str) -> Schema:
    return record_schema(MODELS[kind])


def _events_in(here: Workspace) -> list[list[str]]:
    return [[each.id, each.title, ""] for each in here.events.values()]


def options_in(here: Workspace) -> Options:
    """By the kind of record, but for events, each id with its name and what tells it from others of that name."""
    return {
        "places": [[each.id, each.name, _country(each.country)] for each in here.places.values()],
        "actors": [[each.id, each.name, without_hyphens(each.kind)] for each in here.actors.values()],
        "threads": [[each.id, each.title, ""] for each in here.threads.values()],
        "sources": [[each, here.source_name(each), ""] for each in here.sources],
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
