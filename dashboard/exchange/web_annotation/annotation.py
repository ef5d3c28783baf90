"""An annotation as it is taken in: what is said, and of which words of which resource."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Selected:
    """Words of a resource, or, without `exact`, all of it."""

    source: str
    """The resource's IRI."""
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    quote: int | None = None
    """Those with the same number are parts of one quote, in order."""


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
    targets: tuple[Selected, ...]


@dataclass(frozen=True, slots=True)
class Refused:
    """An annotation that nothing can be made of, and why."""

    number: int
    id: str
    reason: str

    def __str__(self) -> str:
        named = f" ({self.id})" if self.id else ""
        return f"annotation {self.number}{named}: {self.reason}"
