"""A workspace of any size: valid, of one source text, and no two of its texts alike."""

import datetime as dt
import hashlib
import random
from pathlib import Path

PLACES = {
    "quito": ("Quito", "EC", -0.22985, -78.52495),
    "seoul": ("Seoul", "KR", 37.566, 126.9784),
    "paris": ("Paris", "FR", 48.85341, 2.3488),
    "berlin": ("Berlin", "DE", 52.52437, 13.41053),
    "nairobi": ("Nairobi", "KE", -1.28333, 36.81667),
    "ankara": ("Ankara", "TR", 39.91987, 32.85427),
    "cairo": ("Cairo", "EG", 30.06263, 31.24967),
    "hanoi": ("Hanoi", "VN", 21.0245, 105.84117),
    "madrid": ("Madrid", "ES", 40.4165, -3.70256),
    "warsaw": ("Warsaw", "PL", 52.22977, 21.01178),
}
ACTORS = {
    "northern-council": "Northern Council",
    "river-union": "River Union",
    "harbour-board": "Harbour Board",
    "border-office": "Border Office",
    "grain-office": "Grain Office",
}
THREADS = ("ports", "borders", "grain", "rivers")
GOODS = ("tonnes of grain", "crates of tools", "rolls of cable", "sacks of seed", "lengths of pipe")
TYPES = {
    "delivered": "aid",
    "promised": "agree",
    "withheld": "sanction",
    "returned": "cooperate",
    "inspected": "consult",
}
"""By deed, the type of event that goes with it."""
FIRST_DAY = dt.date(2001, 1, 1)
DAYS = 9_000
FOLDER_SIZE = 500


def generate(root: Path, count: int) -> Path:
    """Write a workspace of `count` events to `root`, the same for the same count, and return `root`."""
    chance = random.Random(count)
    sentences = []
    for number in range(count):
        folder = root / "events" / f"part-{number // FOLDER_SIZE:03}"
        folder.mkdir(parents=True, exist_ok=True)
        record, quotes = event(number, chance)
        (folder / f"event-{number:06}.yaml").write_text(record, encoding="utf-8")
        sentences += quotes
    write_source(root, " ".join(sentences))
    write_registry(root)
    return root


def event(number: int, chance: random.Random) -> tuple[str, list[str]]:
    """One record as YAML, of the length of those of the seed workspace, and the sentences that it quotes."""
    place, (city, *_) = chance.choice(list(PLACES.items()))
    (actor, name), (other, recipient) = chance.sample(list(ACTORS.items()), 2)
    thread, goods, deed = (chance.choice(choices) for choices in (THREADS, GOODS, tuple(TYPES)))
    kind = TYPES[deed]
    day = FIRST_DAY + dt.timedelta(days=chance.randrange(DAYS))
    cost, weight = chance.randrange(1, 900) * 1_000 + number % 1_000, chance.randrange(2, 900)
    dated = f"{day.day} {day:%B %Y}"
    fact = f"On {dated} the {name} {deed} {weight} {goods} to the {recipient} in {city} under contract {number:06}"
    said = f"Officials put the price of contract {number:06} at {cost} dollars"
    record = f"""\
title: {name} {deed} {weight} {goods} ({number})
what: {{type: {kind}, contexts: [economic]}}
threads: [{thread}]
when:
  reported: "{day.isoformat()}"
  claims: [done]
where:
  reported: {place}
  claims: [done]
who:
  - {{actor: {actor}, role: initiator, as_reported: {name}, claims: [done]}}
  - {{actor: {other}, role: recipient, as_reported: {recipient}, claims: [done]}}
amounts:
  price:
    reported: {{value: {cost}, currency: USD}}
    purpose: what was agreed on under contract {number:06}
    claims: [priced]
claims:
  done:
    text: The {name} {deed} {weight} {goods} to the {recipient} in {city} on {dated}, under contract {number:06}.
    quotes:
      - source: ledger
        exact: >-
          {fact}
    credibility: {2 + number % 5}
  priced:
    kind: statement
    text: Contract {number:06} was said to be worth {cost} dollars.
    by_as_reported: Officials
    quotes:
      - source: ledger
        exact: {said}
    note: >-
      Officials were not named; the sum is theirs, and nobody else has given one for contract {number:06} so far.
review: {{status: draft}}
"""
    return record, [f"{fact}.", f"{said}."]


def write_source(root: Path, text: str) -> None:
    """The one source text, described, and a gazetteer whose text is not held."""
    seeds = root / "seeds"
    seeds.mkdir(parents=True)
    data = f"{text}\n".encode()
    (seeds / "ledger.txt").write_bytes(data)
    described = f"text: {{sha256: {hashlib.sha256(data).hexdigest()}, characters: {len(text) + 1}}}"
    (seeds / "ledger.yaml").write_text(f"kind: article\nlanguage: en\n{described}\n", encoding="utf-8")
    (seeds / "gazetteer.yaml").write_text("kind: data-set\nlanguage: en\n", encoding="utf-8")


def write_registry(root: Path) -> None:
    """Places, actors and threads that the events name."""
    registry = root / "events" / "registry"
    registry.mkdir(parents=True, exist_ok=True)
    places = (
        f"{id_}: {{name: {name}, country: {country}, precision: city, latitude: {latitude}, longitude: {longitude}, "
        "sources: [gazetteer]}\n"
        for id_, (name, country, latitude, longitude) in PLACES.items()
    )
    (registry / "places.yaml").write_text("".join(places), encoding="utf-8")
    actors = (f"{id_}: {{name: {name}, kind: government}}\n" for id_, name in ACTORS.items())
    (registry / "actors.yaml").write_text("".join(actors), encoding="utf-8")
    threads = (f"{id_}: {{title: About {id_}}}\n" for id_ in THREADS)
    (registry / "threads.yaml").write_text("".join(threads), encoding="utf-8")
