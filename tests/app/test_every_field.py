"""A field of an event that a reader cannot see fails here: without its value, card, CSV and briefing must be others."""

import fnmatch
import json
import types
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from dashboard.app.card.card import event_card
from dashboard.app.shell.page_context import PageContext
from dashboard.briefing.compose.briefing import outline_of
from dashboard.checks.validation import validate
from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.record import Record
from dashboard.query.fields import FIELDS, csv_text
from dashboard.store.loading import Loader
from dashboard.store.yaml.strict_yaml import read_document

RECORDS = Path(__file__).resolve().parents[1] / "records" / "valid"
KEYED = {"amounts", "claims", "allow"}
"""Their keys are no fields."""
EXCEPTIONS = {
    "card": {"judgements.claims": "A briefing numbers them; on the card, a judgement stands on the whole event."},
    "csv": {
        "*.claims": "The CSV counts claims by verdict; which one carries a value is seen on the card.",
        "claims.*": "The CSV counts them by verdict.",
        "*.note": "Prose is read on the card.",
        "*.allow*": "Suppressed checks are read on the card.",
        "*.assessed.sources": "All sources of an event are in one column.",
        "amounts.*": "Of an amount, the CSV has the value with its currency or unit.",
        "answers*": "There may be several of several parts each, for which a row has no cell.",
        "judgements*": "As answers.",
        "relations*": "As answers.",
        "toward*": "As answers.",
        "review.*": "The CSV has the status.",
        "tags": "They are for filters.",
        "weight": "It decides which labels figures show.",
    },
    "briefing": {
        **{f"{key}*": "No sentence is based on what is the team's own." for key in FIELDS if FIELDS[key].is_of_team},
        "what*": "Events are told in sentences: their type and its like are for filters and figures.",
        "*.note": "The annex has the notes of claims; what the team notes of a value is read on the card.",
        "*.as_reported": "The annex has the quotes with these words.",
        "when.lasted": "It decides how the date is drawn.",
        "amounts.purpose": "The title or a claim says it.",
        "claims.quotes.prefix": "It finds the place of a quote.",
        "toward.*": "A second place is a line on the map.",
    },
}
"""Fields that are not shown there, each with the reason."""


def models_in(annotation: Any) -> Iterator[type[Record]]:
    """The records that a field of that type holds."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    elif get_origin(annotation) in (tuple, dict, Union, types.UnionType) or hasattr(annotation, "__metadata__"):
        for part in get_args(annotation):
            yield from models_in(part)


def fields_of(model: type[Record], at: str = "") -> Iterator[str]:
    """`when.assessed.date` for every field that can be written below a record, keys and numbers left out."""
    for name, field in model.model_fields.items():
        path = f"{at}.{field.alias or name}".removeprefix(".")
        if path == "id":
            continue
        yield path
        for below in models_in(field.annotation):
            yield from fields_of(below, path)


def written(node: Any, at: tuple[str | int, ...] = ()) -> Iterator[tuple[str | int, ...]]:
    """The path of everything in a document, what holds something before what it holds."""
    if at:
        yield at
    for key, value in node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ():
        yield from written(value, (*at, key))


def field_at(path: tuple[str | int, ...]) -> str:
    """The field that a path leads to: `amounts.unit` for `amounts/quays/unit`."""
    parts = [part for part in path if isinstance(part, str)]
    for keyed in KEYED & set(parts):
        del parts[parts.index(keyed) + 1 : parts.index(keyed) + 2]
    return ".".join(parts)


def without(document: dict[str, Any], path: tuple[str | int, ...]) -> dict[str, Any]:
    """A copy in which that is not written."""
    copy = deepcopy(document)
    node: Any = copy
    for step in path[:-1]:
        node = node[step]
    del node[path[-1]]
    return copy


def shown(name: str, document: dict[str, Any], loader: Loader) -> dict[str, str]:
    """What readers see of the record: nothing of one that is refused. Problems are not counted as seeing it."""
    file = loader.root / "events" / "case" / f"{name}.yaml"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(document), encoding="utf-8")
    page = PageContext(replace(validate(loader), problems=()))
    file.unlink()
    if (event := page.workspace.events.get(name)) is None:
        return dict.fromkeys(EXCEPTIONS, "")
    written = {"id": "b", "title": "B", "marking": "CLEAR", "as_of": "2026-11-28", "selection": {"events": [name]}}
    outline = outline_of(Briefing.model_validate(written), page.validation, draws=False)
    csv = csv_text([page.by_id[name]], page.table)
    return {"card": str(event_card(event, page)), "csv": csv, "briefing": f"{outline.sections}{outline.annex}"}


def test_every_field_of_an_event_is_shown(base_workspace):
    """Each is taken away from a record that has it, until that is seen, on the card, in the CSV and in a briefing."""
    loader = Loader(base_workspace)
    unseen = {place: set(fields_of(Event)) for place in EXCEPTIONS}
    records = [*RECORDS.glob("*.yaml"), *RECORDS.glob("*/events/case/*.yaml")]
    for record in sorted(records, key=lambda path: path.stem != "all-fields"):
        document = read_document(record.read_bytes()).data
        paths = [path for path in written(document) if any(field_at(path) in fields for fields in unseen.values())]
        whole = shown(record.stem, document, loader) if paths else {}
        for path in paths:
            if not any(field_at(path) in fields for fields in unseen.values()):
                continue
            now = shown(record.stem, without(document, path), loader)
            for place, fields in unseen.items():
                if now[place] != whole[place]:
                    fields.discard(field_at(path))
    for place, exceptions in EXCEPTIONS.items():
        found = {pattern: fnmatch.filter(unseen[place], pattern) for pattern in exceptions}
        assert unseen[place] == set().union(*found.values()), f"{place}: {unseen[place] - set().union(*found.values())}"
        assert all(found.values()), f"{place} shows what is excepted"
