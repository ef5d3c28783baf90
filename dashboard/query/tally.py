"""Counts that add up: every file, event, claim and source stands in exactly one row."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.checks.validation import Validation
from dashboard.model.allowance import Allowance
from dashboard.model.event import Event
from dashboard.model.registry import Place
from dashboard.model.source import Source
from dashboard.query.reading import ResolvedEvent
from dashboard.query.sources import Sources, TextState


@dataclass(frozen=True, slots=True)
class Tally:
    """One count and the parts that it falls into."""

    title: str
    parts: Mapping[str, int]

    @property
    def total(self) -> int:
        """The sum of the parts."""
        return sum(self.parts.values())


@dataclass(frozen=True, slots=True)
class SuppressedCheck:
    """A guard that is set aside: for a claim, a relation or an assessed value of an event, a place, or a source."""

    guard: str
    allowance: Allowance
    """For which words, and why."""
    event: str = ""
    claim: str = ""
    relation: str = ""
    """The event that `event` is related to."""
    value: str = ""
    """The assessed value, in words."""
    place: str = ""
    source: str = ""


FILES: Final = ("drawn", "drawn, marked with a problem", "set aside", "not read")
PLACES: Final = (
    "on map and timeline",
    "undated, on the map only",
    "unplaced, on the timeline only",
    "undated and unplaced",
    "filtered out",
)

_VALUES: Final = {"when": "date", "where": "place", "toward": "second place", "who": "actor", "published": "date"}


def tallies(validation: Validation, shown: Sequence[ResolvedEvent]) -> tuple[Tally, ...]:
    """Event files, events, claims of the events `shown`, sources by the state of their text."""
    return (_files(validation), _events(validation, shown), _claims(validation, shown), _sources(validation))


def suppressed_in_event(event: Event) -> Iterator[SuppressedCheck]:
    """Every exception of one event: of its claims, its relations, its assessed values."""
    for path, exceptions in event.exceptions():
        for guard, allowance in exceptions.items():
            match path:
                case ("claims", str(key)):
                    yield SuppressedCheck(guard, allowance, event=event.id, claim=key)
                case ("relations", int(index)):
                    yield SuppressedCheck(guard, allowance, event=event.id, relation=event.relations[index].event)
                case _:
                    yield SuppressedCheck(guard, allowance, event=event.id, value=value_words(path))


def suppressed_in_record(record: Place | Source) -> Iterator[SuppressedCheck]:
    """Every exception of a place, or of a source's description."""
    for path, exceptions in record.exceptions():
        for guard, allowance in exceptions.items():
            if isinstance(record, Place):
                yield SuppressedCheck(guard, allowance, place=record.id)
            else:
                yield SuppressedCheck(guard, allowance, source=record.id, value=value_words(path))


def value_words(path: Sequence[str | int]) -> str:
    """What to call the assessed value that stands at `path`: `date`, `amount works`."""
    name = str(path[0])
    return f"amount {path[1]}" if name == "amounts" else _VALUES.get(name, name)


def _files(validation: Validation) -> Tally:
    workspace = validation.workspace
    marked = len({problem.file for problem in validation.problems} & set(workspace.files.values()))
    not_read = sum(file.startswith("events/") for file in workspace.not_read)
    counts = (len(workspace.events) - marked, marked, len(workspace.set_aside), not_read)
    return Tally("Event files", dict(zip(FILES, counts, strict=True)))


def _events(validation: Validation, shown: Sequence[ResolvedEvent]) -> Tally:
    where = Counter((reading.date.value is None, reading.place.value is None) for reading in shown)
    counts = (
        where[False, False],
        where[True, False],
        where[False, True],
        where[True, True],
        len(validation.workspace.events) - len(shown),
    )
    return Tally("Events", dict(zip(PLACES, counts, strict=True)))


def _claims(validation: Validation, shown: Sequence[ResolvedEvent]) -> Tally:
    verdicts = validation.evidence.count(reading.id for reading in shown)
    return Tally("Claims, of events shown", {verdict.value: number for verdict, number in verdicts.items()})


def _sources(validation: Validation) -> Tally:
    states = Counter(Sources(validation).states.values())
    return Tally("Sources, by their text", {state.value: states[state] for state in TextState})
