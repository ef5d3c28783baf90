"""Rows of the table of sources: what names their source, any of which is enough for them to be told."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.briefing.outline.computed_fields import IN_THREAD
from dashboard.briefing.outline.decided_fields import DISPUTE
from dashboard.briefing.outline.state import HELD, IS_THERE
from dashboard.model.claim import Claim

_EVENTS: Final = "events/"
_SOURCES: Final = "sources/"


@dataclass(frozen=True, slots=True)
class NamedSource:
    """A source, and what a briefing tells that names it."""

    source: str
    events: Mapping[str, tuple[str, ...]]
    """Events (`events/ID`) to fields: of claims that name the source, `id` where an assessed value does, and those on
    which it depends that claims and values of the event are told at all."""

    def claims(self, event: str) -> frozenset[str]:
        """The claims of an event that name the source, as `event-id/claim`."""
        claims = (path.split(".")[1] for path in self.events[event] if path.startswith("claims."))
        return frozenset(f"{event.removeprefix(_EVENTS)}/{claim}" for claim in claims)

    def is_of_value(self, event: str) -> bool:
        """Whether an assessed value of the event names the source."""
        return IS_THERE in self.events[event]

    def threads(self, event: str) -> tuple[str, ...]:
        """Fields that say whether the event is in the threads because of which it is told."""
        return tuple(path for path in self.events[event] if path.startswith(IN_THREAD))


def row_of_source(keys: Iterable[str]) -> NamedSource | None:
    """The row whose keys these are; None of any other sentence: no other rests on whether a text is held."""
    listed = tuple(keys)
    source = next((key for key in listed if key.startswith(_SOURCES) and key.endswith(f"#{HELD}")), None)
    if source is None:
        return None
    events: dict[str, tuple[str, ...]] = {}
    for event, _, path in (key.partition("#") for key in listed if key.startswith(_EVENTS)):
        events[event] = (*events.get(event, ()), path)
    return NamedSource(source.removeprefix(_SOURCES).removesuffix(f"#{HELD}"), events)


def of_claim_with_source(event: str, key: str, claim: Claim, source: str) -> Iterator[str]:
    """The fields of a claim that name a source."""
    if any(quote.source == source for quote in claim.quotes):
        yield f"{_EVENTS}{event}#claims.{key}.quotes"
    if source in claim.sources:
        yield f"{_EVENTS}{event}#claims.{key}.sources"


def is_condition(key: str) -> bool:
    """Whether a sentence is told only as long as this field says so: of a thread, or of a dispute."""
    path = key.partition("#")[2]
    return path.startswith(IN_THREAD) or (path.startswith("claims.") and path.endswith(f".{DISPUTE}"))
