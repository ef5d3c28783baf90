"""Whatever is typed into any field of Add: a problem beside it, in the words of `validate`, and nothing is lost.

Fields are those of the record in `tests/records/valid/` that has nearly all of them, and the few that it lacks.
"""

import copy
import json
import math
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from dashboard.app.pages.add.draft import Draft, file_of, keep, read_kept, without_empty
from dashboard.app.pages.add.review import REQUIRED, review_draft
from dashboard.app.pages.add.writer import data_of
from dashboard.app.shell import PageContext, state
from dashboard.checks.drafts import check_event_draft
from dashboard.checks.validation import validate
from dashboard.model.event import Event
from dashboard.model.record import ID_PATTERN
from dashboard.model.schema import record_schema
from dashboard.store.loading import load
from dashboard.store.yaml import read_document, yaml_text
from tests.copying import write

SOURCE = "us-troops-ecuador"
ALL_FIELDS = Path(__file__).parents[2] / "records/valid/all-fields.yaml"
HOSTILE = {
    "no such day": "2025-02-30",
    "day of another country": "31.12.2025",
    "negative": -1,
    "zero": 0,
    "fraction": 0.5,
    "huge": 10**400,
    "infinite": math.inf,
    "not a number": math.nan,
    "emoji": "👩‍👩‍👧‍👦🎉",
    "300 characters": "x" * 300,
    "6000 characters": "long " * 1200,
    "path": "../../x",
    "device": "CON",
    "NUL": "a\0b",
    "right to left": "\u202eelif\u202c\u200f",
    "YAML": "{a: [b, - c: &d *e !!f",
    "lines of YAML": "x\nclaims: {}\n---\n",
    "formula": '=HYPERLINK("x";"y")',
    "half a sign": "\ud83d",
    "yes": True,
    "list": ["x"],
    "mapping": {"x": 1},
    "nothing": None,
}
"""What a hand types, or a program sends, by what is wrong with it."""
NEVER_IN_A_FILE = {"infinite", "not a number", "half a sign"}
"""What neither a form nor YAML can have: only a program that is no browser sends it."""
PROGRAM_WORDS = ("Traceback", "validation error", "pydantic", "<class", "Input should", "object at 0x")

Path_ = tuple[str | int, ...]


def fields_of_all() -> dict[str, Any]:
    """The event that has every field."""
    found: dict[str, Any] = read_document(ALL_FIELDS.read_bytes()).data
    key, claim = next((key, each) for key, each in found["claims"].items() if each.get("quotes"))
    claim["quotes"][0]["prefix"] = "before"
    claim["quoted_by_as_reported"] = "Analysts"
    found["what"]["modes"] = ["withdraw"]
    found["when"]["also_reported"] = [{"reported": "2009", "claims": [key]}]
    return found


def leaves(value: Any, path: Path_ = ()) -> Iterator[Path_]:
    """The way to each single value."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from leaves(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from leaves(each, (*path, index))
    else:
        yield path


def kind_of(path: Path_) -> Path_:
    """The way to a field, whichever row of a list or entry of a mapping it is in."""
    return tuple("*" if isinstance(each, int) or path[index - 1] in KEYED else each for index, each in enumerate(path))


KEYED = ("claims", "amounts", "allow")
LEAVES = list({kind_of(path): path for path in leaves(fields_of_all())}.values())
"""Each field once."""


def with_value(path: Path_, value: Any) -> dict[str, Any]:
    """The event that has every field, with another value at one of them."""
    fields = copy.deepcopy(fields_of_all())
    part: Any = fields
    for step in path[:-1]:
        part = part[step]
    part[path[-1]] = value
    return fields


def test_the_record_of_all_fields_has_each_that_the_form_has():
    """A new field of the model is tried here too, or this test says that it is not."""
    schema = record_schema(Event)
    given = {str(step) for path in LEAVES for step in path}
    of_event = set(schema["properties"])
    inner = {name for each in schema["$defs"].values() for name in each.get("properties", {})}
    assert sorted((of_event | inner) - given) == []


@pytest.fixture
def page(workspace, monkeypatch):
    """The workspace, as Add has it."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    monkeypatch.setattr(state, "recall", lambda _name: None)
    monkeypatch.setattr(state, "remember", lambda *_pair: None)
    monkeypatch.setattr(state, "reported_by", lambda _key: {})
    monkeypatch.setattr(state, "flash_message", lambda: "")
    return PageContext(validate(workspace))


def is_beside(problem: list[Any], path: Path_) -> bool:
    """Whether a problem stands at a field, in it, or at what holds it."""
    at = [str(each) for each in problem]
    field = [str(each) for each in path]
    return at == field[: len(at)] or field == at[: len(field)]


@pytest.mark.proof
@pytest.mark.parametrize("name", HOSTILE)
def test_every_field_takes_whatever_is_typed(name, page, workspace):
    """What the model refuses has a problem beside its field; all is kept as it was typed, and shown again."""
    value = HOSTILE[name]
    for path in LEAVES:
        draft = Draft(SOURCE, with_value(path, value), number=1, writer="tab")
        keep(draft)
        kept = read_kept(SOURCE)
        assert json.dumps(kept.fields) == json.dumps(draft.fields)
        seen = review_draft(kept, page)
        json.dumps(data_of(kept, seen, (0, 10), page))
        for _, severity, message, hint in seen.problems:
            assert severity in ("error", "warning")
            assert message
            assert not [each for each in PROGRAM_WORDS if each in message + hint]
        if seen.event is None:
            at = [problem for problem, *_ in seen.problems if is_beside(problem, path)]
            assert at or len(seen.problems) == 1, (path, seen.problems)
        else:
            assert read_document(seen.yaml.encode()).data, path


@pytest.mark.proof
@pytest.mark.parametrize("name", [each for each in HOSTILE if each not in NEVER_IN_A_FILE])
def test_the_problems_are_those_of_validate(name, page, workspace):
    """Each file is written as the page would, and read by the command: the same messages."""
    told: dict[str, list[str]] = {}
    for number, path in enumerate(LEAVES):
        fields = without_empty(with_value(path, HOSTILE[name]))
        file = f"events/ecuador/tried-{number}.yaml"
        found = check_event_draft(file, fields, page.validation)
        if found.event is not None or found.document.data is None:
            continue
        try:
            write(workspace, file, yaml_text(fields))
        except (ValueError, UnicodeError):  # no file can have it
            continue
        told[file] = sorted(each.message for each in found.problems)
    read = load(workspace)
    for file, messages in told.items():
        assert sorted(each.message for each in read.problems if each.file == file) == messages, file


@pytest.mark.parametrize("name", ["id", "folder"])
@pytest.mark.parametrize("value", [each for each in HOSTILE.values() if isinstance(each, str)])
def test_names_of_files_take_whatever_is_typed(name, value, page):
    """No name leads out of the workspace, and none is a device; what cannot be a name is told beside its field."""
    draft = Draft(SOURCE, {"title": "A"}, **{name: value})
    seen = review_draft(draft, page)
    assert ".." not in file_of(draft, page).split("/") or any(at == [name] for at, *_ in seen.problems)
    assert any(at == [name] for at, *_ in seen.problems) or re.fullmatch(ID_PATTERN, value)
    json.dumps(data_of(draft, seen, (0, 10), page))


def test_a_required_field_that_is_empty_is_told_as_such(page):
    """Beside it, and not on the whole."""
    assert [(at, message) for at, _, message, _ in review_draft(Draft(SOURCE), page).problems] == [
        (["title"], REQUIRED),
        (["claims"], REQUIRED),
    ]
