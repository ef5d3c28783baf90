"""When and where an event happened, by each source that says so and by the team."""

from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.assessed import Assessed, AssessedDate, AssessedPlace
from dashboard.model.record import ClaimKey, Date, Many, OneOf, PlaceId, Record, Text


class OtherDate(Record):
    """The date that another source gives, or another claim of the same source."""

    reported: Date
    """EDTF, always in quotes in the file."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes give this date."""


class When(Record):
    """When it happened, as reported and as assessed."""

    reported: Date | None = None
    """EDTF, always in quotes in the file; absent if the source gives no date."""
    as_reported: Text | None = None
    """The source's words, if EDTF cannot express them: `Earlier this year`."""
    lasted: bool = False
    """True if it lasted for the whole interval, like a base. Otherwise it happened at some time within it."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes give the date or the words."""
    also_reported: Many[OtherDate] = ()
    """Other dates, if sources differ. `reported` is the one that is drawn if there is no assessed date."""
    assessed: AssessedDate | None = None
    """The team's assessment of the date, next to the reported one."""

    @property
    def dates(self) -> tuple[Date, ...]:
        """Every date that is given: by each source, and by the team."""
        given = (self.reported, *(other.reported for other in self.also_reported))
        return tuple(date for date in (*given, self.assessed.date if self.assessed else None) if date is not None)


class OtherPlace(Record):
    """The place that another source gives, or another claim of the same source."""

    reported: PlaceId
    """A place of the registry."""
    as_reported: Text | None = None
    """The source's words, if they name the place in another way than the registry."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes give this place."""


class Where(Record):
    """The place where it happened, or was said, as reported and as assessed."""

    reported: PlaceId | None = None
    """A place of the registry."""
    as_reported: Text | None = None
    """The source's words, if they name the place in another way than the registry."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes give the place."""
    also_reported: Many[OtherPlace] = ()
    """Other places, if sources differ. `reported` is the one that is drawn if there is no assessed place."""
    assessed: AssessedPlace | None = None
    """The team's assessment of the place, next to the reported one."""


class Toward(Record):
    """A second place, drawn as a thin line from the mark."""

    place: PlaceId
    """A place of the registry."""
    as_: Annotated[str, OneOf(vocabularies.TOWARD)] = Field(alias="as")
    """about (a remark), destination or target."""
    claims: Many[ClaimKey] = ()
    """Claims of this event whose quotes give the place."""
    assessed: Assessed | None = None
    """The basis, if no held text gives it."""
