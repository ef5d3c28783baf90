"""Names of the registries where they stand in a text: what was marked once is proposed wherever it stands."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard.checks.context import RegistryNames
from dashboard.evidence.sentences import Span


@dataclass(frozen=True, slots=True)
class KnownName:
    """A name at its place in a text, of one place or actor; one name may be of several."""

    registry: str
    """`places` or `actors`."""
    id: str
    start: int
    end: int
    """Half-open, in code points."""


def known_names(text: str, span: Span, registered: RegistryNames) -> Iterator[KnownName]:
    """Every name of a place or actor in a part of a text, in its order."""
    first, last = span
    for mention in registered.about.named_in(text[first:last]):
        for bearer in sorted(mention.bearers):
            kind, _, id_ = bearer.partition("/")
            yield KnownName(f"{kind}s", id_, first + mention.start, first + mention.end)
