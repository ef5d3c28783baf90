"""Places, actors and threads: what events refer to. None of them names an event."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Final

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.allowance import Allowance
from dashboard.model.record import PATTERN_WORDS, Date, Id, Many, OneOf, Record, SourceId, Text, Title

CountryCode = Annotated[
    str, Field(pattern="^[A-Z]{2}$", json_schema_extra={PATTERN_WORDS: "Two capital letters of ISO 3166-1: `EC`."})
]
"""ISO 3166-1 alpha-2."""


_OPEN_KM: Final = {"site": 2.0, "city": 15.0, "near": 30.0}
"""By precision: how far from its point a place may be meant, where it has no radius."""


class Place(Record):
    """A place of the registry: a point, or an area without a point."""

    id: Id
    """Not written in the entry: its key."""
    name: Title
    """The name that is shown."""
    aliases: Many[Text] = ()
    """Other names."""
    country: CountryCode | None = None
    """ISO 3166-1 alpha-2; XK for Kosovo."""
    precision: Annotated[str, OneOf(vocabularies.PLACE_PRECISIONS)]
    """How exactly the place is known. Countries and regions are drawn as areas, never as pins."""
    latitude: Annotated[float, Field(ge=-90, le=90)] | None = None
    """Degrees north, WGS 84."""
    longitude: Annotated[float, Field(ge=-180, le=180)] | None = None
    """Degrees east, WGS 84."""
    radius_km: Annotated[float, Field(gt=0, le=5000)] | None = None
    """The place is somewhere within this radius, which is drawn as a ring."""
    sources: Many[SourceId] = ()
    """Sources that say where it is."""
    allow: dict[str, Allowance] = Field(default_factory=dict)
    """Guards that are suppressed for this place, each for certain words, with a reason that readers see."""
    note: Text | None = None
    """A remark for the team."""

    def exceptions(self) -> Iterator[tuple[tuple[str | int, ...], dict[str, Allowance]]]:
        """What sets guards aside, as far as it does: its own `allow`, with the path of what that is of."""
        if self.allow:
            yield (), self.allow

    @property
    def is_area(self) -> bool:
        """Whether only the country or region is known."""
        return self.latitude is None or self.precision in ("country", "region")

    @property
    def open_km(self) -> float:
        """How far from its point, in kilometres, the place may be meant."""
        return self.radius_km or _OPEN_KM.get(self.precision, 0.0)


class Office(Record):
    """An office that a person held."""

    title: Text
    """The name that is shown."""
    when: Date | None = None
    """EDTF, usually an interval."""
    sources: Many[SourceId] = ()
    """Sources for it."""


class Actor(Record):
    """A person, government or other organisation in events."""

    id: Id
    """Not written in the entry: its key."""
    name: Title
    """The name that is shown."""
    kind: Annotated[str, OneOf(vocabularies.ACTOR_KINDS)]
    """The kind of actor."""
    country: CountryCode | None = None
    """ISO 3166-1 alpha-2; XK for Kosovo."""
    aliases: Many[Text] = ()
    """Other names that count as this name."""
    offices: Many[Office] = ()
    """Offices that a person held."""
    sources: Many[SourceId] = ()
    """Sources for these facts."""
    note: Text | None = None
    """A remark for the team."""

    @property
    def names(self) -> tuple[str, ...]:
        """The name and the aliases."""
        return (self.name, *self.aliases)


class Question(Record):
    """An open question of a thread, asked by the team."""

    text: Text
    """The question."""
    due: Date | None = None
    """EDTF: when the answer is due."""
    note: Text | None = None
    """A remark for the team."""


class Thread(Record):
    """A storyline that events belong to."""

    id: Id
    """Not written in the entry: its key."""
    title: Title
    """The name that is shown."""
    summary: Text | None = None
    """What it is about, in a sentence or two."""
    questions: dict[Id, Question] = Field(default_factory=dict)
    """Open questions, by key."""


REGISTRIES: Final[Mapping[str, type[Record]]] = {"places": Place, "actors": Actor, "threads": Thread}
"""Many entries a file, by id: `events/registry/NAME.yaml`."""
