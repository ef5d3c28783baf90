"""Places, actors and threads: what events refer to. None of them names an event."""

from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.record import Date, Id, Many, OneOf, Record, Text, Title

CountryCode = Annotated[str, Field(pattern="^[A-Z]{2}$")]
"""ISO 3166-1 alpha-2."""


class Place(Record):
    """A place of the registry: a point, or an area with no point of its own."""

    id: Id
    """Not written in the entry: its key."""
    name: Title
    aliases: Many[Text] = ()
    country: CountryCode | None = None
    precision: Annotated[str, OneOf(vocabularies.PLACE_PRECISIONS)]
    """How near it is known. Country and region are drawn as an area, never as a pin."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north, WGS 84."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east, WGS 84."""
    radius_km: Annotated[float, Field(gt=0, le=5000)] | None = None
    """The place is somewhere within; drawn as a ring."""
    sources: Many[Id] = ()
    note: Text | None = None

    @property
    def is_area(self) -> bool:
        """Whether only the country or region is known."""
        return self.latitude is None or self.precision in ("country", "region")


class Office(Record):
    """An office that a person held."""

    title: Text
    when: Date | None = None
    sources: Many[Id] = ()


class Actor(Record):
    """A person, government or other body that events speak of."""

    id: Id
    """Not written in the entry: its key."""
    name: Title
    kind: Annotated[str, OneOf(vocabularies.ACTOR_KINDS)]
    country: CountryCode | None = None
    aliases: Many[Text] = ()
    offices: Many[Office] = ()
    sources: Many[Id] = ()
    note: Text | None = None

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


class Question(Record):
    """An open question of a thread: the team's own."""

    text: Text
    due: Date | None = None
    note: Text | None = None


class Thread(Record):
    """A storyline that events belong to."""

    id: Id
    """Not written in the entry: its key."""
    title: Title
    summary: Text | None = None
    questions: dict[Id, Question] = Field(default_factory=dict)
