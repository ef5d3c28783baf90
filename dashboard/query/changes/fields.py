"""Changed fields of a record, by dotted path: what a value was, and what it is."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from dashboard.model.event import Event
from dashboard.model.record import Record

Json = Any
"""What a record's field is in JSON: text, number, truth, list or object; None where it is absent."""


class Unknown:
    """What stands for anything of an earlier state that is not known: a briefing keeps hashes alone. It is false."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __str__(self) -> str:
        return "unknown"


UNKNOWN: Final = Unknown()

ALSO: Final = "also_reported"
"""The field with the values of further sources."""
NAMED_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "who": ("actor", "role"),
    "toward": ("place", "as"),
    "relations": ("type", "event"),
    "answers": ("question",),
    "judgements": ("question", "by", "on"),
    ALSO: ("reported",),
}
"""Lists whose items are told apart by these fields of theirs, wherever they stand in the list."""
KEYED: Final = frozenset({*NAMED_BY, "claims", "amounts", "questions"})
"""Fields with many parts, each of which is new or removed as a whole."""
_CARRYING: Final = ("basis", "sources", "note")
"""What a value rests on, told behind the value itself."""
PARTS: Final = "*"
"""Behind a field with many parts: which there are, whatever they say."""
OF_NOTHING: Final = "nothing"
"""What an amount is part of, where the record says so: that is another thing than saying nothing."""


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field, or one part of many (a claim, an amount, somebody who took part)."""

    path: tuple[str, ...]
    """`("claims", "closed", "text")`; of items of a list, the fields that name them: `("who", "nato", "mediator")`."""
    before: Json
    """None where it was absent, `UNKNOWN` where only its hash is known."""
    after: Json
    """None where it is absent."""

    @property
    def dotted_path(self) -> str:
        """`claims.closed.text`."""
        return ".".join(self.path)


SOME_FIELD: Final = FieldChange((), UNKNOWN, "changed")
"""A record is another one, and it is not known in which of its fields."""


def field_changes(before: Record, after: Record, *, without: str = "") -> tuple[FieldChange, ...]:
    """What differs between two records of one kind, in the order of the record's fields; empty where nothing does.

    `without` is a field that is not looked at. Values that are written, but say what is so anyway, are no change.
    """
    if before == after and not getattr(before, "amounts", None):
        return ()
    one, other = fields_of(before), fields_of(after)
    for fields in (one, other):
        fields.pop(without, None)
    return in_order(_differing((), one, other), type(after))


def in_order(changes: Iterable[FieldChange], of: type[Record]) -> tuple[FieldChange, ...]:
    """Changes in the order of the record's fields; within a field a value stands before what it rests on."""
    order = {name: number for number, name in enumerate(of.model_fields)}
    return tuple(sorted(changes, key=lambda each: (order.get("".join(each.path[:1]), -1), _read_order(each.path))))


def _read_order(path: tuple[str, ...]) -> list[tuple[int, str]]:
    return [(_CARRYING.index(step) + 1 if step in _CARRYING else 0, step) for step in path]


def fields_of(record: Record) -> dict[str, Json]:
    """A record as JSON without what is absent; lists of things that have names as objects."""
    written = record.model_dump(mode="json", by_alias=True, exclude={"id"})
    if isinstance(record, Event):
        for key, amount in record.amounts.items():
            own = amount.assessed
            if own is not None and own.says_part_of and own.part_of is None:
                written["amounts"][key]["assessed"]["part_of"] = OF_NOTHING
    return {name: pruned for name, value in written.items() if (pruned := _prune(name, value)) not in (None, {}, [])}


def _prune(name: str, value: Json) -> Json:
    if isinstance(value, list) and name in NAMED_BY:
        value = _by_name(value, NAMED_BY[name])
    if isinstance(value, dict):
        pairs = ((key, _prune(key, inner)) for key, inner in value.items())
        return {key: inner for key, inner in pairs if inner not in (None, {}, [])}
    return [_prune("", each) for each in value] if isinstance(value, list) else value


def _by_name(items: list[dict[str, Json]], fields: tuple[str, ...]) -> dict[str, Json]:
    """Items by the words that name them; of two of one name, the second has a number."""
    named: dict[str, Json] = {}
    for item in items:
        name = first = ".".join(_name_of(item[field]) for field in fields)
        number = 1
        while name in named:
            number += 1
            name = f"{first}#{number}"
        named[name] = item
    return named


def name_of_value(other: Record) -> str:
    """The name of a value that a further source reports: `2009-09`, `about 30 to 35 people`."""
    return _name_of(other.model_dump(mode="json")["reported"])


def _name_of(value: Json) -> str:
    """An amount by its bound, its number or both ends, and what it is of; anything else as it stands."""
    if not isinstance(value, dict):
        return str(value)
    bound = value["qualifier"] if value["qualifier"] != "exact" else ""
    numbers = " to ".join(str(value[end]) for end in ("value", "to") if value[end] is not None)
    return " ".join(filter(None, (bound, numbers, value["currency"] or value["unit"])))


def _differing(path: tuple[str, ...], before: Json, after: Json) -> Iterator[FieldChange]:
    if before == after:
        return
    is_part = len(path) > 1 and path[-2] in KEYED
    if _is_object(before) and _is_object(after) and not (is_part and None in (before, after)):
        for key in {**(before or {}), **(after or {})}:
            yield from _differing((*path, key), (before or {}).get(key), (after or {}).get(key))
    else:
        yield FieldChange(path, before, after)


def _is_object(value: Json) -> bool:
    return value is None or isinstance(value, dict)
