"""What a form can put into the fields of a record, with the words that are shown for it, and the record's schema."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from typing import Final

from dashboard.app.pages.add.pieces import FormChoices
from dashboard.app.shell import PageContext
from dashboard.cache import SharedCache
from dashboard.checks.drafts import MODELS
from dashboard.model.geography import country_name
from dashboard.model.schema import Schema, record_schema
from dashboard.query.wording import without_hyphens
from dashboard.store.workspace import Workspace

Options = dict[str, list[list[str]]]
MOST_SENT: Final = 200
"""A list of more is not sent: a field is completed by what `found_options` finds for what is typed."""
MOST_FOUND: Final = 50
_CHOICES: Final[SharedCache[FormChoices]] = SharedCache(4)
"""By workspace and kind of record."""
_SEARCHED: Final[SharedCache[tuple[tuple[str, list[str]], ...]]] = SharedCache(8)
"""Options with the text in which words are found, by workspace and kind."""


def choices_for(kind: str, page: PageContext) -> FormChoices:
    """What the form of a record of this kind is made from: its schema, and by the kind of record what can be chosen.

    Of the kinds in the list `many` there are too many to be sent.
    """
    here = page.workspace
    return _CHOICES.get((id(here), kind), here, lambda: _choices(kind, here))


def _choices(kind: str, here: Workspace) -> FormChoices:
    few: Options = {}
    many: list[str] = []
    for name, options in _OPTIONS.items():
        rows = list(islice(options(here), MOST_SENT + 1))
        if len(rows) > MOST_SENT:
            many.append(name)
        else:
            few[name] = rows
    return FormChoices.of({"schema": [_schema(kind)], "many": many, **few})


def found_options(kind: str, typed: str, here: Workspace) -> list[list[str]]:
    """The first whose id or name has all the words that were typed; before them, what is just that."""
    if kind not in _OPTIONS:
        return []
    rows = _SEARCHED.get((id(here), kind), here, lambda: tuple(_with_texts(kind, here)))
    asked, exactly = typed.casefold().split(), typed.strip()
    found = [row for text, row in rows if all(word in text for word in asked)]
    exact = [row for row in found if exactly in row[:2]] if exactly else []
    return [*exact, *islice((row for row in found if row not in exact), MOST_FOUND)][:MOST_FOUND]


def _with_texts(kind: str, here: Workspace) -> Iterator[tuple[str, list[str]]]:
    return ((f"{row[0]} {row[1]}".casefold(), row) for row in _OPTIONS[kind](here))


@cache
def _schema(kind: str) -> Schema:
    return record_schema(MODELS[kind])


_OPTIONS: Final[Mapping[str, Callable[[Workspace], Iterator[list[str]]]]] = {
    "events": lambda here: ([each.id, each.title, ""] for each in here.events.values()),
    "places": lambda here: ([each.id, each.name, _country(each.country)] for each in here.places.values()),
    "actors": lambda here: ([each.id, each.name, without_hyphens(each.kind)] for each in here.actors.values()),
    "threads": lambda here: ([each.id, each.title, ""] for each in here.threads.values()),
    "sources": lambda here: ([each, here.source_name(each), ""] for each in here.sources),
    "questions": lambda here: (
        [f"{thread.id}/{key}", question.text, thread.title]
        for thread in here.threads.values()
        for key, question in thread.questions.items()
    ),
    "folders": lambda here: ([each, each, ""] for each in _folders(here.files.values())),
}
"""By the kind of record: each id with its name and what tells it from others of that name."""


def _country(code: str | None) -> str:
    return (country_name(code) or code) if code else ""


def _folders(files: Iterable[str]) -> list[str]:
    return sorted({file.split("/")[1] for file in files})
