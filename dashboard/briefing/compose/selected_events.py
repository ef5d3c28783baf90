"""Sentences of events that a briefing tells because of their thread: they rest on the event's being in it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from dashboard.briefing.outline import BriefingInput, BriefingSection, Statement, basis, map_statements, resting_too

_OF_EVENTS: Final = frozenset({"happened", "disputed", "unknown", "figures"})
"""Sections that tell of the selected events alone."""
_THREAD: Final = "thread:"


def with_selection(sections: Sequence[BriefingSection], chosen: BriefingInput) -> tuple[BriefingSection, ...]:
    """The sections; a sentence of an event that leaves the thread falls, for it would not be written any more."""
    selection = chosen.briefing.selection
    threads = [] if selection.events else [each.removeprefix(_THREAD) for each in selection.show if _is_thread(each)]
    keys = {f"events/{each.id}": tuple(basis.of_selection(each.event, threads)) for each in chosen.readings}

    def resting(statement: Statement) -> Statement:
        return resting_too(statement, (key for record in statement.records for key in keys.get(record, ())))

    def with_events(section: BriefingSection) -> BriefingSection:
        own = len(chosen.briefing.words.get(section.key, ()))
        blocks = (*section.blocks[:own], *(map_statements(block, resting) for block in section.blocks[own:]))
        return replace(section, blocks=blocks)

    return tuple(with_events(each) if each.key in _OF_EVENTS else each for each in sections)


def _is_thread(shown: str) -> bool:
    return shown.startswith(_THREAD)
