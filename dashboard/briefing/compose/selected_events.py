"""Sentences of events that a briefing tells because of their thread: they rest on the event's being in it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from dashboard.briefing.outline import BriefingInput, BriefingSection, Statement, basis, map_statements, resting_too

_OF_EVENTS: Final = frozenset({"happened", "disputed", "unknown", "figures"})
"""Sections that tell of the selected events alone."""
_THREAD: Final = "thread:"


def with_selection(sections: Sequence[BriefingSection], chosen: BriefingInput) -> tuple[BriefingSection, ...]:
    """The sections; a sentence of an event that leaves the thread falls, for it would not be written any more."""
    keys = selection_keys(chosen)

    def resting(statement: Statement) -> Statement:
        return resting_too(statement, (key for event in _events_of(statement) for key in keys.get(event, ())))

    def with_events(section: BriefingSection) -> BriefingSection:
        own = len(chosen.briefing.words.get(section.key, ()))
        blocks = (*section.blocks[:own], *(map_statements(block, resting) for block in section.blocks[own:]))
        return replace(section, blocks=blocks)

    return tuple(with_events(each) if each.key in _OF_EVENTS else each for each in sections)


def _events_of(statement: Statement) -> Iterable[str]:
    """The events that a sentence tells of: those of its claims, for it may name an amount of another event."""
    return {f"events/{claim.partition('/')[0]}" for claim in statement.claims} or statement.records


def selection_keys(chosen: BriefingInput) -> dict[str, tuple[str, ...]]:
    """The events that are told (`events/ID`), each with the keys of the fields because of which it is."""
    selection = chosen.briefing.selection
    threads = [] if selection.events else [each.removeprefix(_THREAD) for each in selection.show if _is_thread(each)]
    return {f"events/{each.id}": tuple(basis.of_selection(each.event, threads)) for each in chosen.readings}


def _is_thread(shown: str) -> bool:
    return shown.startswith(_THREAD)
