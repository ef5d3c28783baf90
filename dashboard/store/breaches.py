"""From what pydantic found wrong in a record to problems at their line, with the mend."""

from collections.abc import Iterator, Mapping
from typing import Any, get_args

from pydantic import ValidationError
from pydantic_core import ErrorDetails
from rapidfuzz import fuzz, process

from dashboard.model.date_problems import DATE_PROBLEMS
from dashboard.model.dates import EventDate
from dashboard.model.problem import KINDS, Problem, ProblemKind, kind
from dashboard.model.record import ID_PATTERN, Record
from dashboard.store.strict_yaml import Document, Path

KEY_UNKNOWN = kind(
    "key-unknown",
    "A key that no record has",
    "Records are closed, so that a misspelled key is not silently ignored.",
    "look the field up in `events/README.md`, or leave it out",
)
KEY_MISSING = kind(
    "key-missing",
    "A key is missing",
    "The record cannot do without this field.",
    "add it; `events/README.md` says what it holds",
)
WRONG_TYPE = kind(
    "value-wrong-type",
    "A value of the wrong type",
    "Types are strict: a number in quotes is text, a word is no list, and one of these is never taken for another.",
    "write the type that `events/README.md` gives for the field",
)
NOT_IN_VOCABULARY = kind(
    "value-not-in-vocabulary",
    "A word outside the vocabulary",
    "The field takes one of a fixed set of words, so that records can be counted and compared.",
    "take a word of the list in `events/README.md`",
)
MALFORMED = kind(
    "value-malformed",
    "A value of the wrong form",
    "The field has a fixed form (a country is two capitals, a currency three, a hash 64 hexadecimal digits).",
    "write it as `events/README.md` shows",
)
ID_MALFORMED = kind(
    "id-malformed",
    "An id of the wrong form",
    "Ids and keys are lower-case letters and digits, joined by single hyphens, at most 80 characters: they are file "
    "names, parts of an address, and the same on every machine.",
    "write it like `us-base-closed`",
)
OUT_OF_RANGE = kind(
    "value-out-of-range",
    "A number outside its range",
    "A latitude lies within -90 and 90, a longitude within -180 and 180, a credibility within 1 and 6, an amount above 0 "
    "and below 1e15.",
    "correct the number",
)
TEXT_EMPTY = kind(
    "text-empty",
    "A text is empty",
    "A text holds at least one visible character.",
    "write the words, or leave the key out",
)
TEXT_TOO_LONG = kind(
    "text-too-long",
    "A text is too long",
    "A title has at most 500 characters, another text 5,000.",
    "shorten it; long passages belong in `seeds/ID.txt`",
)
NOTHING_IN_IT = kind(
    "value-empty",
    "Nothing is in it",
    "The field must hold at least one entry. An event needs a claim: no mark without a quote or a named source behind "
    "it.",
    "add an entry",
)
DATE_NOT_QUOTED = kind(
    "date-not-quoted",
    "A date without quotes",
    "Unquoted, other programs read a year as a number and a day as a date of their own.",
    'put it in quotes: `"2009"`',
)
INVALID = kind(
    "value-invalid",
    "A value that does not fit",
    "The value breaks a rule of the field.",
    "correct it as `events/README.md` says",
)

for _code, _title, _explanation, _mend in DATE_PROBLEMS:
    if _code not in KINDS:
        kind(_code, _title, _explanation, _mend)

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
_RANGES = {"greater_than": "gt", "greater_than_equal": "ge", "less_than": "lt", "less_than_equal": "le"}


def breaches(
    error: ValidationError, model: type[Record], document: Document, file: str, above: Path = ()
) -> Iterator[Problem]:
    """A problem for each thing that `error` holds against the data at `above` in the document."""
    data: Any = document.data
    for step in above:
        data = data[step]
    for details in error.errors(include_url=False):
        path, is_key = _path_in(data, details["loc"])
        problem_kind, message, hint = _breach(details, model, path, document, above)
        on_key = is_key or problem_kind is KEY_UNKNOWN
        yield problem_kind.at(file, document.position((*above, *path), key=on_key), message, hint)


def nearest(word: str, words: Any) -> str:
    """“did you mean …?” for the nearest of `words`, or nothing where none is near."""
    found = process.extractOne(word, list(words), scorer=fuzz.ratio, score_cutoff=60)
    return f"did you mean `{found[0]}`?" if found else ""


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


def _breach(
    details: ErrorDetails, model: type[Record], path: Path, document: Document, above: Path
) -> tuple[ProblemKind, str, str]:
    code, context, name = details["type"], details.get("ctx", {}), _named(path)
    if code.startswith("date-"):
        if code != "date-empty" and document.is_plain((*above, *path)):
            return DATE_NOT_QUOTED, f"{name} is not in quotes", f'put it in quotes: `"{details["input"]}"`'
        return KINDS[code], context["message"], context["hint"]
    if code == "extra_forbidden":
        return _unknown_key(model, path)
    if code == "missing":
        return KEY_MISSING, f"{name} is missing", ""
    if code == "value-not-in-vocabulary":
        words = context["words"]
        hint = nearest(context["written"], words)
        return NOT_IN_VOCABULARY, details["msg"], f"{hint} {_listed(words)}".strip()
    if code in _TAKES:
        return (
            WRONG_TYPE,
            f"{name} is {_kind_of(details['input'])}; it takes {_TAKES[code]}",
            _shape_hint(code, model, path),
        )
    if code in KINDS:
        return KINDS[code], f"{name}: {details['msg']}", context.get("hint", "")
    return _of_value(details, name)


def _of_value(details: ErrorDetails, name: str) -> tuple[ProblemKind, str, str]:
    code, context = details["type"], details.get("ctx", {})
    if code == "string_pattern_mismatch":
        is_id = str(context["pattern"]).startswith(ID_PATTERN[:-1])
        return (ID_MALFORMED if is_id else MALFORMED), f"“{details['input']}” has not the form that {name} takes", ""
    if code == "string_too_long":
        return (
            TEXT_TOO_LONG,
            f"{name} has {len(details['input']):,} characters, more than {context['max_length']:,}",
            "",
        )
    if code in _RANGES:
        return OUT_OF_RANGE, f"{name} is {details['input']}, which is out of its range ({details['msg'].lower()})", ""
    if code in ("too_short", "string_too_short"):
        return NOTHING_IN_IT, f"{name} is empty", ""
    return INVALID, f"{name}: {details['msg'].lower()}", ""


def _unknown_key(model: type[Record], path: Path) -> tuple[ProblemKind, str, str]:
    if path == ("id",):
        return (
            KEY_UNKNOWN,
            "`id` is not written in the record",
            "leave it out: the file's name, or the entry's key, is the id",
        )
    owner = _model_at(model, path[:-1])
    fields = _keys(owner) if owner else []
    where = f"in `{_dotted(path[:-1])}`" if path[:-1] else "here"
    hint = nearest(str(path[-1]), fields) or f"the fields are {', '.join(fields)}"
    return KEY_UNKNOWN, f"there is no field `{path[-1]}` {where}", hint


def _shape_hint(code: str, model: type[Record], path: Path) -> str:
    owner = _model_at(model, path)
    if code != "model_type" or owner is None or not path:
        return ""
    required = [_alias(owner, name) for name, info in owner.model_fields.items() if info.is_required() and name != "id"]
    shown = ", ".join(f"{name}: …" for name in required or _keys(owner)[:2])
    return f"write `{path[-1]}: {{{shown}}}`" if isinstance(path[-1], str) else f"write `{{{shown}}}`"


def _model_at(model: type[Record], path: Path) -> type[Record] | None:
    """The record class that stands at `path` of one of class `model`."""
    annotation: Any = model
    for step in path:
        owner = _record_in(annotation)
        if owner is not None and isinstance(step, str):
            field = next((info for name, info in owner.model_fields.items() if step in (name, info.alias)), None)
            if field is None:
                return None
            annotation = field.annotation
    return _record_in(annotation)


def _record_in(annotation: Any) -> type[Record] | None:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := _record_in(part))), None)


def _keys(model: type[Record]) -> list[str]:
    return [_alias(model, name) for name in model.model_fields if name != "id"]


def _alias(model: type[Record], name: str) -> str:
    return model.model_fields[name].alias or name


def date_paths(record: Record, above: Path = ()) -> Iterator[Path]:
    """Where in a record dates stand."""
    for name in type(record).model_fields:
        yield from _date_paths_in(getattr(record, name), (*above, _alias(type(record), name)))


def _date_paths_in(value: Any, path: Path) -> Iterator[Path]:
    if isinstance(value, EventDate):
        yield path
    elif isinstance(value, Record):
        yield from date_paths(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _date_paths_in(item, (*path, index))
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield from _date_paths_in(item, (*path, key))


def _named(path: Path) -> str:
    return f"`{_dotted(path)}`" if path else "the record"


def _dotted(path: Path) -> str:
    return ".".join(str(step) for step in path)


def _kind_of(value: Any) -> str:
    return _WORDS.get(type(value), "something else")


def _listed(words: Any) -> str:
    words = list(words)
    shown = ", ".join(str(word) for word in words[:12])
    return f"the words are {shown}{' and more: see `events/README.md`' if len(words) > 12 else ''}"
