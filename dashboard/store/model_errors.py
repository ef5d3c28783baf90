"""From what pydantic found wrong in a record to problems at their line, with the fix."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from dashboard.model.forms import value_hint
from dashboard.model.problem import KINDS, Problem, ProblemKind
from dashboard.model.record import ID_PATTERN, Record
from dashboard.model.spelling import nearest
from dashboard.model.vocabularies import CREDIBILITY
from dashboard.store.breach_kinds import (
    DATE_NOT_QUOTED,
    ID_MALFORMED,
    INVALID,
    KEY_MISSING,
    KEY_UNKNOWN,
    MALFORMED,
    NOT_IN_VOCABULARY,
    NOTHING_IN_IT,
    OUT_OF_RANGE,
    TEXT_TOO_LONG,
    WRONG_TYPE,
)
from dashboard.store.record_shape import fields_of, model_at, written_keys, written_name
from dashboard.store.yaml import Document, Path, double_quoted, scalar

_WORDS = {
    str: "text",
    int: "a number",
    float: "a number",
    bool: "true or false",
    list: "a list",
    dict: "a mapping",
    type(None): "nothing",
}
_TAKES = {
    "string_type": "text",
    "int_type": "a whole number",
    "int_from_float": "a whole number",
    "float_type": "a number",
    "bool_type": "true or false",
    "dict_type": "a mapping",
    "mapping_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "tuple_type": "a list",
    "list_type": "a list",
}
MOST_LONGITUDE = 180
SWAPPED = "correct the number; perhaps latitude and longitude are swapped"
_RANGES = {"greater_than": "gt", "greater_than_equal": "ge", "less_than": "lt", "less_than_equal": "le"}


def model_problems(
    error: ValidationError, model: type[Record], document: Document, file: str, above: Path = ()
) -> Iterator[Problem]:
    """A problem for each thing that `error` holds against the data at `above` in the document."""
    data: Any = document.data
    for step in above:
        data = data[step]
    for details in error.errors(include_url=False):
        path, is_key = _path_in(data, details["loc"])
        problem_kind, message, hint = _describe_error(details, model, path, document, above)
        on_key = is_key or problem_kind is KEY_UNKNOWN
        yield problem_kind.at(file, document.position((*above, *path), key=on_key), message, hint)


def _path_in(data: Any, loc: tuple[int | str, ...]) -> tuple[Path, bool]:
    """The part of pydantic's location that is a path in the data, and whether it means a key."""
    path: list[str | int] = []
    for index, step in enumerate(loc):
        if step == "[key]":
            return tuple(path), True
        inside = isinstance(data, Mapping) and step in data
        if inside or (isinstance(data, list) and isinstance(step, int)):
            path.append(step)
            data = data[step]
        elif index == len(loc) - 1 and isinstance(data, Mapping):
            path.append(step)
    return tuple(path), False


def _describe_error(
    details: ErrorDetails, model: type[Record], path: Path, document: Document, above: Path
) -> tuple[ProblemKind, str, str]:
    code, context, name = details["type"], details.get("ctx", {}), _path_words(path)
    if code.startswith("date-"):
        if code != "date-empty" and document.is_plain((*above, *path)):
            hint = f'put it in quotes: `"{details["input"]}"`'
            if isinstance(details["input"], str) and context["hint"]:
                hint = f"put it in quotes, as EDTF: {context['hint']}"
            return DATE_NOT_QUOTED, f"{name} is not in quotes", hint
        return KINDS[code], context["message"], context["hint"]
    if code == "extra_forbidden":
        return _unknown_key(model, path, details["input"])
    if code == "missing":
        return KEY_MISSING, f"{name} is missing", _missing_hint(model, path)
    if code == "value-not-in-vocabulary":
        words = context["words"]
        hint = nearest(context["written"], words)
        return NOT_IN_VOCABULARY, details["msg"], f"{hint} {_word_list(words)}".strip()
    if code in _TAKES:
        return (
            WRONG_TYPE,
            f"{name} is {_kind_of(details['input'])}; it takes {_TAKES[code]}",
            _shape_hint(code, model, path, details["input"]),
        )
    if code in KINDS:
        return KINDS[code], f"{name}: {details['msg']}" if path else details["msg"], context.get("hint", "")
    return _of_value(details, name)


def _of_value(details: ErrorDetails, name: str) -> tuple[ProblemKind, str, str]:
    code, context = details["type"], details.get("ctx", {})
    if code == "string_pattern_mismatch":
        is_id = str(context["pattern"]).startswith(ID_PATTERN[:-1])
        hint = value_hint(str(details["loc"][-1]), details["input"], context["pattern"])
        return (
            (ID_MALFORMED if is_id else MALFORMED),
            (f"“{details['input']}” is not in the form that {name} needs"),
            hint,
        )
    if code == "string_too_long":
        return (
            TEXT_TOO_LONG,
            f"{name} has {len(details['input']):,} characters, more than {context['max_length']:,}",
            "",
        )
    if code in _RANGES:
        hint = SWAPPED if details["loc"][-1] == "latitude" and abs(details["input"]) <= MOST_LONGITUDE else ""
        return OUT_OF_RANGE, f"{name} is {details['input']}, which is out of range ({details['msg'].lower()})", hint
    if code in ("too_short", "string_too_short"):
        return NOTHING_IN_IT, f"{name} is empty", ""
    return INVALID, f"{name}: {details['msg'].lower()}", ""


_OTHER_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "date": ("reported", "published"),
    "place": ("reported",),
    "location": ("where", "reported"),
    "day": ("reported",),
    "text": ("exact",),
    "words": ("exact",),
    "speaker": ("by",),
    "publisher": ("outlet",),
    "link": ("url",),
    "headline": ("title",),
    "actors": ("who",),
}
"""What is written for a field, and the fields that it is meant for, the first that there is."""


def _unknown_key(model: type[Record], path: Path, value: Any) -> tuple[ProblemKind, str, str]:
    owner = model_at(model, path[:-1])
    fields = written_keys(owner) if owner else []
    where = f"in `{dotted_path(path[:-1])}`" if path[:-1] else "here"
    other = next((each for each in _OTHER_WORDS.get(str(path[-1]), ()) if each in fields), None)
    hint = (
        nearest(str(path[-1]), fields)
        or (f"did you mean `{other}`?" if other else "")
        or f"the fields are {', '.join(fields)}"
    )
    before, colon, after = str(path[-1]).partition(":")
    if value is None and colon and before in fields:
        hint = f"put a space after the colon: `{before}: {after}`"
    elif value is None and " " in str(path[-1]):
        hint = "if it is the rest of a sentence, put the sentence in quotes: inside `{}` a comma ends a value"
    return KEY_UNKNOWN, f"there is no field `{path[-1]}` {where}", hint


def _missing_hint(model: type[Record], path: Path) -> str:
    """The line to add, and what it says."""
    owner, name = model_at(model, path[:-1]), str(path[-1])
    described = next((field.description for key, field in fields_of(owner) if name in (key, field.alias)), None)
    first = (described or "").split(". ")[0].rstrip(".")
    part = model_at(model, path)
    value = _fields_to_write(part) if part else "…"
    if first == "By key":
        value, first = f"{{KEY: {value}}}", ""
    return f"add `{name}: {value}`{f' ({first})' if first else ''}"


def _fields_to_write(owner: type[Record]) -> str:
    """A record as it is begun: `{actor: …, role: …}`, with the fields that it needs, or else its first two."""
    required = [
        written_name(owner, name) for name, info in owner.model_fields.items() if info.is_required() and name != "id"
    ]
    return f"{{{', '.join(f'{name}: …' for name in required or written_keys(owner)[:2])}}}"


def _shape_hint(code: str, model: type[Record], path: Path, written: Any) -> str:
    """The entry as it is to be written, with what was written in it where that may stay."""
    if not path:
        return ""
    name, owner = path[-1], model_at(model, path)
    shown = scalar(str(written)) if isinstance(written, str | int | float) and str(written).strip() else "…"
    match code:
        case "tuple_type" | "list_type":
            value = f"[{_fields_to_write(owner) if owner else shown}]"
        case "dict_type" | "mapping_type":
            value = f"{{KEY: {_fields_to_write(owner) if owner else '…'}}}"
        case "model_type" | "model_attributes_type":
            value = _fields_to_write(owner) if owner else "{…}"
        case "string_type":
            value = double_quoted(str(written)) if isinstance(written, int | float) else "…"
        case "bool_type":
            return f"write `{name}: true` or `{name}: false`"
        case _:
            return _grade_hint(written) if name == "credibility" else f"write `{name}: 2`"
    return f"write `{name}: {value}`" if isinstance(name, str) else f"write `{value}`"


def _grade_hint(written: Any) -> str:
    """The number of the credibility that was written as a word; else all of them."""
    said = str(written).strip().lower()
    grade = next((grade for grade, words in CREDIBILITY.items() if said and words.startswith(said)), None)
    if grade is not None:
        return f"write `credibility: {grade}` ({CREDIBILITY[grade]})"
    return f"write its number: {', '.join(f'{grade} ({words})' for grade, words in CREDIBILITY.items())}"


def _path_words(path: Path) -> str:
    return f"`{dotted_path(path)}`" if path else "the record"


def dotted_path(path: Path) -> str:
    """`when.assessed.date`, `who.0`."""
    return ".".join(str(step) for step in path)


def _kind_of(value: Any) -> str:
    return _WORDS.get(type(value), "something else")


def _word_list(words: Any) -> str:
    return f"the words are {', '.join(map(str, words))}"
