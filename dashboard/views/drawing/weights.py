"""The weight of events, by the team's own word: what marks are sized by, if the reader asks for it.

Amounts are of many units, and how many sources tell of an event says how well it is known: neither is its weight.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.model.event import Event

WEIGHT_AREAS: Final[Mapping[str, float]] = {"minor": 0.5, "normal": 1.0, "major": 2.0}
"""Word to the area of its mark, where that of a normal event is 1. Each is twice the one before."""


def has_weight(event: Event) -> bool:
    """Whether the record gives it. Without, the event counts as normal, and nobody has said so."""
    return "weight" in event.model_fields_set


def load_of(events: Iterable[Event]) -> float:
    """The weight of events together, a normal one being 1."""
    return sum(WEIGHT_AREAS[event.weight] for event in events)


def weight_words(events: Iterable[Event]) -> str:
    """`weight major`; of several `weight: 2 major, 3 not given`."""
    counts = Counter(event.weight if has_weight(event) else "not given" for event in events)
    if counts.total() == 1:
        return f"weight {next(iter(counts))}"
    ordered = [word for word in ("major", "normal", "minor", "not given") if counts[word]]
    return "weight: " + ", ".join(f"{counts[word]:,} {word}" for word in ordered)
