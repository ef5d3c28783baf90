"""What the team holds to be true, and on what basis."""

from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.record import Date, Id, Many, OneOf, Record, Text


class Assessed(Record):
    """A value of the team's own, beside what the source reports. Never without a basis."""

    basis: Annotated[str, OneOf(vocabularies.BASES)]
    """quoted (a claim of this event carries it), inferred (with a note), external (with sources), unknown."""
    sources: Many[Id] = ()
    """Sources that it was read in; needed where the basis is `external`."""
    claims: Many[Id] = ()
    """Claims of this event that carry it, where the basis is `quoted`."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Guards that are set aside for this value, each with the reason, which is shown."""
    note: Text | None = None
    """The reasoning, or a remark; needed where the basis is `inferred`."""


class AssessedDate(Assessed):
    """When, as the team holds it; without a date only where the basis is `unknown`."""

    date: Date | None = None
    """EDTF, always quoted in the file."""


class AssessedPlace(Assessed):
    """Where, as the team holds it; without a place only where the basis is `unknown`."""

    place: Id | None = None
    """A place of the registry."""


class AssessedActor(Assessed):
    """Who, as the team holds it; `actor` only where it is another than the record names."""

    actor: Id | None = None
    """The actor that is meant, where it is another than the record names."""


class AssessedText(Assessed):
    """A text that describes a source; without a value only where the basis is `unknown`."""

    value: Text | None = None
    """The text."""
