"""Rows of sources: they rest on all that names the source, for without any of it they would not be told."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from dashboard.briefing.compose.selected_events import selection_keys
from dashboard.briefing.outline import (
    IN_THREAD,
    IS_THERE,
    BriefingInput,
    BriefingSection,
    Statement,
    is_condition,
    map_statements,
    of_claim_with_source,
    resting_too,
    row_of_source,
    statements_of,
)
from dashboard.evidence.corroboration import sources_of_claim


def with_naming(sections: Sequence[BriefingSection], chosen: BriefingInput) -> tuple[BriefingSection, ...]:
    """The sections; a row of a source falls when nothing that is told names the source any more."""
    naming: defaultdict[tuple[str, str], list[frozenset[str]]] = defaultdict(list)
    for source, event, keys in (*_claims(sections, chosen), *_values(chosen)):
        naming[source, event].append(keys)
    further: defaultdict[str, set[str]] = defaultdict(set)
    for (source, _), found in naming.items():
        further[source] |= _any_of(found)

    def resting(statement: Statement) -> Statement:
        row = row_of_source(statement.rests_on)
        return statement if row is None else resting_too(statement, further[row.source])

    return tuple(
        replace(each, blocks=tuple(map_statements(block, resting) for block in each.blocks))
        if each.key == "sources"
        else each
        for each in sections
    )


def _claims(sections: Iterable[BriefingSection], chosen: BriefingInput) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Sources of the claims that are referred to, with their event and the fields on which that depends."""
    for claim, conditions in _conditions(sections).items():
        id_, _, key = claim.partition("/")
        found = chosen.numbering.claim_of(claim)
        for source in sources_of_claim(found) if found else ():
            yield source, id_, conditions.union(of_claim_with_source(id_, key, found, source) if found else ())


def _values(chosen: BriefingInput) -> Iterator[tuple[str, str, frozenset[str]]]:
    """Sources of the values that the team holds of the events told, in the same way."""
    selection = selection_keys(chosen)
    for reading in chosen.readings:
        event = f"events/{reading.id}"
        for source in {source for _, each in reading.event.assessed_values() for source in each.sources}:
            yield source, reading.id, frozenset({f"{event}#{IS_THERE}", *selection[event]})


def _conditions(sections: Iterable[BriefingSection]) -> dict[str, frozenset[str]]:
    """Claims that sentences refer to, each with the fields without which none of these sentences would be told."""
    found: dict[str, frozenset[str]] = {}
    for statement in (each for section in sections for block in section.blocks for each in statements_of(block)):
        conditions = [key for key in statement.rests_on if is_condition(key)]
        for claim in statement.claims:
            event, _, key = claim.partition("/")
            begin = (f"events/{event}#{IN_THREAD}", f"events/{event}#claims.{key}.")
            own = frozenset(each for each in conditions if each.startswith(begin))
            found[claim] = found[claim] & own if claim in found else own
    return found


def _any_of(found: Sequence[frozenset[str]]) -> frozenset[str]:
    """The fields of all; those of threads where nothing of the event is told without them."""
    every = frozenset().union(*found)
    depends = all(any(map(_is_of_thread, keys)) for keys in found)
    return every if depends else frozenset(key for key in every if not _is_of_thread(key))


def _is_of_thread(key: str) -> bool:
    return key.partition("#")[2].startswith(IN_THREAD)
