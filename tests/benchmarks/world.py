"""A workspace as unequal as life: real cities all over the world, a few busy threads and actors, and many quiet ones.

`python -m tests.benchmarks.world FOLDER COUNT` writes one to look at: `dateline serve --workspace FOLDER`.
"""

import datetime as dt
import hashlib
import random
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from typing import Final, Generic, Self, TypeVar

import pycountry

from tests.benchmarks.cities import City, read_cities

Item = TypeVar("Item")

TODAY: Final = dt.date(2026, 11, 27)
YEARS: Final = 25
ORGANISATIONS: Final = (
    "African Union", "Arab League", "European Union", "Gulf Cooperation Council", "International Red Cross", "NATO",
    "Organization of American States", "World Bank", "World Food Programme", "World Health Organization",
)  # fmt: skip
TOPICS: Final = (
    "ports", "borders", "grain", "rivers", "fishing rights", "gas pipelines", "prisoners", "sanctions", "elections",
    "refugees", "air bases", "water", "debt", "vaccines", "railways", "uranium", "satellites", "undersea cables",
)  # fmt: skip
DEEDS: Final = {
    "signed a note on": "agree",
    "opened talks on": "consult",
    "walked out of talks on": "reject",
    "asked for talks on": "request",
    "held a vote in support of work on": "support",
}
"""What is done, to its type."""
GOODS: Final = (
    "anchors", "barley", "cables", "cement", "chairs", "clocks", "copper", "cotton", "dredgers", "engines", "ferries",
    "flour", "glass", "grapes", "hides", "honey", "iron", "jute", "lamps", "leather", "lemons", "linen", "maize",
    "marble", "matches", "nickel", "oats", "olives", "paper", "pearls", "pepper", "pumps", "quinine", "rafts", "rice",
    "rope", "rubber", "salt", "sand", "silk", "soap", "steel", "sugar", "tar", "tea", "tin", "timber", "wax", "wool",
)  # fmt: skip
FEW_LANDS: Final = 30
"""So many countries have nine events in ten; the others share what is left."""


@dataclass
class Choice(Generic[Item]):
    """Items of which the first are drawn far more often than the last, by Zipf's law."""

    items: Sequence[Item]
    exponent: float = 1.0
    _sums: list[float] = field(init=False)

    def __post_init__(self) -> None:
        self._sums = list(accumulate(1 / rank**self.exponent for rank in range(1, len(self.items) + 1)))

    def draw(self, chance: random.Random) -> Item:
        """One of the items."""
        return chance.choices(self.items, cum_weights=self._sums)[0]


@dataclass
class World:
    """What events are made of."""

    chance: random.Random
    cities: dict[str, list[City]]
    """By country."""
    lands: Choice[str]
    threads: Choice[str]
    named: set[City] = field(default_factory=set)
    actors: dict[str, str] = field(default_factory=dict)
    """Name by id, of those that an event names."""
    home: dict[str, str] = field(default_factory=dict)
    """The country of each government among them, by id."""

    @classmethod
    def of(cls, count: int) -> Self:
        """The world of a workspace of `count` events: always the same for the same count."""
        chance = random.Random(count)
        cities: dict[str, list[City]] = {}
        for city in read_cities():
            if pycountry.countries.get(alpha_2=city.country):
                cities.setdefault(city.country, []).append(city)
        lands = sorted(cities)
        chance.shuffle(lands)
        exponent = 1.1 if count > FEW_LANDS else 0.5
        return cls(chance, cities, Choice(lands, exponent), Choice(TOPICS, 1.2))

    def city(self) -> City:
        """A city, more often a large one of a busy country."""
        found = Choice(self.cities[self.lands.draw(self.chance)]).draw(self.chance)
        self.named.add(found)
        return found

    def actor(self, near: City) -> tuple[str, str]:
        """Id and name of who acts: mostly the government of that country or of another, else an organisation."""
        kind, land = self.chance.random(), ""
        if kind < 0.2:
            name = Choice(ORGANISATIONS).draw(self.chance)
        else:
            land = near.country if kind < 0.6 else self.lands.draw(self.chance)
            name = f"government of {_name_of_country(land)}"
        id_ = hashlib.sha256(name.encode()).hexdigest()[:10]
        self.actors[f"actor-{id_}"] = name
        if land:
            self.home[f"actor-{id_}"] = land
        return f"actor-{id_}", name

    def day(self) -> dt.date:
        """A day: more of late than long ago, and often in a week in which much happens."""
        chance = self.chance
        ago = min(chance.expovariate(1 / 900), YEARS * 365)
        if chance.random() < 0.3:
            ago = (ago // 400) * 400 + chance.randrange(7)
        return TODAY - dt.timedelta(days=int(ago))


def generate_world(root: Path, count: int) -> Path:
    """Write a workspace of `count` events to the empty folder `root`, the same for the same count; return `root`."""
    world = World.of(count)
    sentences: list[str] = []
    for number in range(count):
        record, quotes = _event(number, world)
        folder = root / "events" / f"part-{number // 500:03}"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"event-{number:06}.yaml").write_text(record, encoding="utf-8")
        sentences += quotes
    _write_sources(root, sentences)
    _write_registry(root, world)
    return root


def _event(number: int, world: World) -> tuple[str, list[str]]:
    """One record as YAML, and the sentences that it quotes."""
    chance, city, day = world.chance, world.city(), world.day()
    (actor, name), (other, recipient) = world.actor(city), world.actor(city)
    topic, (deed, kind) = world.threads.draw(chance), chance.choice(tuple(DEEDS.items()))
    dated = f"{day.day} {day:%B %Y}"
    lists = ", ".join(chance.sample(GOODS, 4))
    fact = f"On {dated} the {name} {deed} {topic} with the {recipient} in {city.name}, paper {number:06} ({lists})"
    weight = chance.choices(("major", "normal", "minor"), (1, 12, 5))[0]
    head = f"""\
title: {_quoted(f"{name[0].upper()}{name[1:]} {deed} {topic} in {city.name}")}
what: {{type: {kind}, contexts: [diplomatic]}}
threads: [{_slug(topic)}]
weight: {weight}
{_when(day, chance)}{_where(city, number, chance)}who:
  - {{actor: {actor}, role: initiator, as_reported: {_quoted(name)}, claims: [done]}}
"""
    if other != actor:
        head += f"  - {{actor: {other}, role: recipient, as_reported: {_quoted(recipient)}, claims: [done]}}\n"
    source = f"wire-{number % 7}"
    claims, quotes = _claims(number, source, fact, recipient, chance)
    return head + claims, quotes


def _when(day: dt.date, chance: random.Random) -> str:
    """The date: mostly a day, sometimes a month, a year or in doubt; one event in fifty has none."""
    kind = chance.random()
    if kind < 0.02:
        return ""
    written = (
        f"{day:%Y-%m-%d}"
        if kind < 0.85
        else f"{day:%Y-%m}"
        if kind < 0.93
        else f"{day:%Y}"
        if kind < 0.97
        else f"{day:%Y-%m-%d}?"
    )
    return f'when: {{reported: "{written}", claims: [done]}}\n'


def _where(city: City, number: int, chance: random.Random) -> str:
    """The place: mostly the city, sometimes only its country; one event in fifty has none."""
    kind = chance.random()
    if kind < 0.02:
        return ""
    if kind < 0.08:
        note = f"Paper {number:06} was told of in the country’s press alone."
        return (
            f"where:\n  assessed: {{place: {_land_id(city.country)}, basis: external, sources: [gazetteer], "
            f"note: {_quoted(note)}}}\n"
        )
    return f"where: {{reported: {city.id}, claims: [done]}}\n"


def _claims(
    number: int, source: str, fact: str, recipient: str, chance: random.Random
) -> tuple[str, list[tuple[str, str]]]:
    graded = f"\n    credibility: {chance.randint(2, 5)}" if chance.random() < 0.4 else ""
    disputed = chance.random() < 0.05
    opponent = "\n    disputed_by: [denied]" if disputed else ""
    text = f"""claims:
  done:
    text: {_quoted(fact + ".")}
    quotes:
      - {{source: {source}, exact: {_quoted(fact)}}}{graded}{opponent}
"""
    quotes = [(source, f"{fact}.")]
    if disputed:
        denied = f"The {recipient} denied paper {number:06}"
        text += f"""\
  denied:
    kind: statement
    text: {_quoted(denied + ".")}
    by_as_reported: {_quoted(recipient)}
    quotes:
      - {{source: wire-{(number + 1) % 7}, exact: {_quoted(denied)}}}
"""
        quotes.append((f"wire-{(number + 1) % 7}", f"{denied}."))
    return text, quotes


def _write_sources(root: Path, sentences: Sequence[tuple[str, str]]) -> None:
    """Seven texts of as many outlets, and a gazetteer whose text is not held."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    for source in (f"wire-{number}" for number in range(7)):
        text = "\n\n".join(words for name, words in sentences if name == source) + "\n"
        data = text.encode()
        (seeds / f"{source}.txt").write_bytes(data)
        described = f"text: {{sha256: {hashlib.sha256(data).hexdigest()}, characters: {len(text)}}}"
        (seeds / f"{source}.yaml").write_text(f"kind: article\nlanguage: en\n{described}\n", encoding="utf-8")
    (seeds / "gazetteer.yaml").write_text("kind: data-set\nlanguage: en\n", encoding="utf-8")


def _write_registry(root: Path, world: World) -> None:
    """Places, actors and threads that the events name, and the countries of the places."""
    registry = root / "events" / "registry"
    registry.mkdir(parents=True, exist_ok=True)
    lands = sorted({city.country for city in world.named})
    places = [
        f"{city.id}: {{name: {_quoted(city.name)}, country: {_quoted(city.country)}, precision: city, "
        f"latitude: {city.latitude}, longitude: {city.longitude}, sources: [gazetteer]}}\n"
        for city in sorted(world.named)
    ] + [
        f"{_land_id(land)}: {{name: {_quoted(_name_of_country(land))}, country: {_quoted(land)}, precision: country}}\n"
        for land in lands
    ]
    (registry / "places.yaml").write_text("".join(places), encoding="utf-8")
    actors = [
        f"{id_}: {{name: {_quoted(name)}, kind: {_kind_of_actor(name)}{_in_country(world.home.get(id_))}}}\n"
        for id_, name in sorted(world.actors.items())
    ]
    (registry / "actors.yaml").write_text("".join(actors), encoding="utf-8")
    threads = [
        f"{_slug(topic)}:\n  title: {topic.capitalize()}\n  questions:\n"
        f'    agreed: {{text: "Will there be a treaty on {topic}?", due: "{TODAY.year + index % 3}-12-31"}}\n'
        for index, topic in enumerate(TOPICS)
    ]
    (registry / "threads.yaml").write_text("".join(threads), encoding="utf-8")


def _in_country(land: str | None) -> str:
    return f", country: {_quoted(land)}" if land else ""


def _kind_of_actor(name: str) -> str:
    return "international-organisation" if name in ORGANISATIONS else "government"


def _name_of_country(code: str) -> str:
    country = pycountry.countries.get(alpha_2=code)
    return str(getattr(country, "common_name", country.name)).split(",")[0]


def _land_id(code: str) -> str:
    return f"land-{code.lower()}"


def _slug(words: str) -> str:
    return words.replace(" ", "-")


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


if __name__ == "__main__":
    generate_world(Path(sys.argv[1]), int(sys.argv[2]))
