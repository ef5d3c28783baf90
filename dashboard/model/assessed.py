"""What the team holds to be true, and on what basis."""

from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.allowance import Allowance
from dashboard.model.record import ActorId, ClaimKey, Date, Many, OneOf, PlaceId, Record, SourceId, Text


class Assessed(Record):
    """The team's own value, next to what the source reports. It always has a basis."""

    basis: Annotated[str, OneOf(vocabularies.BASES)]
    """quoted (a claim of this event supports it), inferred (with a note), external (with sources) or unknown."""
    sources: Many[SourceId] = ()
    """Sources that give the value; needed if the basis is `external`."""
    claims: Many[ClaimKey] = ()
    """Claims of this event that support it, if the basis is `quoted`."""
    allow: dict[str, Allowance] = Field(default_factory=dict)
    """Guards that are suppressed for this value, each for certain words, with a reason that readers see."""
    note: Text | None = None
    """The reasoning, or a remark; needed if the basis is `inferred`."""


class AssessedDate(Assessed):
    """The team's assessment of the date. Only the basis `unknown` has no date."""

    date: Date | None = None
    """EDTF, always in quotes in the file."""


class AssessedPlace(Assessed):
    """The team's assessment of the place. Only the basis `unknown` has no place."""

    place: PlaceId | None = None
    """A place of the registry."""


class AssessedActor(Assessed):
    """The team's assessment of the actor; `actor` is only needed if it differs from the actor in the record."""

    actor: ActorId | None = None
    """The actual actor, if it differs from the actor in the record."""


class AssessedText(Assessed):
    """The team's assessment of a text about a source. Only the basis `unknown` has no value."""

    value: Text | None = None
    """The text."""
