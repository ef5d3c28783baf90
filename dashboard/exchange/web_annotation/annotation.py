"""An annotation as it is taken in: what is said, and of which words of which resource."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class SelectedText:
    """Words of a resource, or, without `exact`, all of it."""

    source: str
    """The resource's IRI."""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    quote: int | None = None
    """The number that all parts of one quote share, in order; None if the words are no such part."""
    recorded: "SelectedText | None" = None
    """The whole quote as the record writes it, if Dateline wrote the annotation and says so; else None."""


@dataclass(frozen=True, slots=True)
class Annotation:
    """One annotation, whatever program made it."""

    number: int
    """From 1, in the order of the file."""
    id: str
    text: str
    """Empty where words are only highlighted."""
    kind: str
    note: str
    tags: tuple[str, ...]
    targets: tuple[SelectedText, ...]
    terms: Mapping[str, Any] = field(default_factory=dict)
    """Other fields of a claim, by name, as they are written."""


class Unusable(Exception):
    """Why nothing can be made of one annotation."""


@dataclass(frozen=True, slots=True)
class RefusedAnnotation:
    """An annotation that nothing can be made of, and why."""

    number: int
    id: str
    reason: str

    def __str__(self) -> str:
        named = f" ({self.id})" if self.id else ""
        return f"annotation {self.number}{named}: {self.reason}"
