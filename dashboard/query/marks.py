"""The marks of what an event says: the word for how a thing is carried, and the place to which the mark leads."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.model.event import Commitment, Event
from dashboard.query.citations import Citation, citation_of_assessed, citation_of_claims
from dashboard.query.fields import EventRow, EventTable, FieldEntry
from dashboard.query.reading import (
    AssessedPart,
    Mode,
    Part,
    Support,
    support_of_assessed,
    support_of_claims,
    support_of_reported,
)

MARK_OF_SUPPORT: Final = {
    Support.QUOTED: "quote found",
    Support.QUESTIONED: "questioned",
    Support.NOT_FOUND: "quote not found",
    Support.EXTERNAL: "from another source",
    Support.NOT_CHECKABLE: "not checkable",
    Support.INFERRED: "inferred",
    Support.CHECKING: "being checked",
    Support.UNKNOWN: "unknown",
}
"""The word of the mark of a value by its support alone."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What a mark says."""

    support: Support
    word: str
    """Its name: where quotes carry the value, how far they can be relied on."""
    citation: Citation | None = None
    """Where it leads."""


UNKNOWN_MARK: Final = Mark(Support.UNKNOWN, MARK_OF_SUPPORT[Support.UNKNOWN])


def mark_of_claims(event: Event, claims: Sequence[str], table: EventTable) -> Mark:
    """The mark of something that is based on claims of the event."""
    carried = support_of_claims(event, claims, table.evidence)
    word = MARK_OF_SUPPORT[carried]
    if carried is Support.QUOTED:
        word = table.reliances.of_claims(event, claims).value
    return Mark(carried, word, citation_of_claims(event, claims, table.evidence))


def mark_of_reported(event: Event, part: Part, table: EventTable) -> Mark:
    """The mark of what the words give for a part of the event."""
    citation = citation_of_claims(event, part.claims, table.evidence)
    return make_mark(support_of_reported(event, part, table.evidence), event, part, table, citation)


def mark_of_recorded(event: Event, part: AssessedPart, table: EventTable, mode: Mode) -> Mark:
    """The mark of a value that has two sides, in `mode`: of the assessed one if the team has a value of its own."""
    if part.assessed is None or mode is Mode.REPORTED:
        return mark_of_reported(event, part, table)
    citation = citation_of_assessed(event, part.assessed, table.evidence)
    carried = support_of_assessed(event, part, table.evidence)
    return make_mark(carried, event, part, table, citation, assessed=True)


def mark_of_entry(entry: FieldEntry, row: EventRow) -> Mark | None:
    """The mark of an entry of a field; None where nothing in the record carries it."""
    match entry.carried_by:
        case None:
            return None
        case Commitment() as commitment:
            return mark_of_reported(row.event, commitment, row.table)
        case recorded:
            return mark_of_recorded(row.event, recorded, row.table, row.table.mode)


def make_mark(
    carried: Support,
    event: Event,
    part: Part,
    table: EventTable,
    citation: Citation | None = None,
    *,
    assessed: bool = False,
) -> Mark:
    """The mark of a part of the event that is carried so: of what the words give for it, or of the team's own value."""
    word = MARK_OF_SUPPORT[carried]
    if carried is Support.QUOTED:
        word = table.reliances.of_part(event, part, assessed=assessed).value
    return Mark(carried, word, citation)
