"""The shape of a record, by path: its classes, keys and dates."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, get_args, get_origin

from pydantic.fields import FieldInfo

from dashboard.model.dates import EventDate
from dashboard.model.record import Record
from dashboard.store.yaml import Path


def model_at(model: type[Record], path: Path) -> type[Record] | None:
    """The record class that stands at `path` of one of class `model`."""
    annotation: Any = model
    for step in path:
        if isinstance(step, int):
            continue
        if (values := _values_of(annotation)) is not None:
            annotation = values
            continue
        owner = record_in(annotation)
        field = next((info for name, info in fields_of(owner) if step in (name, info.alias)), None)
        if field is None:
            return None
        annotation = field.annotation
    return record_in(annotation)


def fields_of(owner: type[Record] | None) -> Iterable[tuple[str, FieldInfo]]:
    """The fields of a record's class, by name; none of no class."""
    return owner.model_fields.items() if owner else ()


def _values_of(annotation: Any) -> Any:
    """What the values of a mapping from ids are; None where the annotation is no such mapping."""
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    return next((found for part in get_args(annotation) if (found := _values_of(part)) is not None), None)


def record_in(annotation: Any) -> type[Record] | None:
    """The first record class in an annotation."""
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return annotation
    return next((found for part in get_args(annotation) if (found := record_in(part))), None)


def written_keys(model: type[Record]) -> list[str]:
    """The keys that a record of this class may have in a file."""
    return [written_name(model, name) for name in model.model_fields if name != "id"]


def written_name(model: type[Record], name: str) -> str:
    """How a field is written in a file: `as` for `as_`."""
    return model.model_fields[name].alias or name


def date_paths(record: Record, above: Path = ()) -> Iterator[Path]:
    """Paths of all dates in a record."""
    for name in type(record).model_fields:
        yield from _date_paths_in(getattr(record, name), (*above, written_name(type(record), name)))


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
