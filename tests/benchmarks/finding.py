"""Quotes against texts: what finding them costs, beside a plain `str.find` of the very words."""

import gc
import random
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.evidence.verdicts import Verdict, evidence_of
from dashboard.model.event import Event

TEXTS = 1_000
CHARACTERS = 20_000
QUOTES = 10_000
QUOTES_OF_AN_EVENT = 10
_WORDS = [
    "base",
    "talks",
    "harbour",
    "minister",
    "agreed",
    "troops",
    "withdrew",
    "announced",
    "budget",
    "million",
    "signed",
    "treaty",
    "denied",
    "visit",
    "airport",
    "north",
    "south",
    "president",
    "parliament",
    "vote",
    "sanctions",
    "aid",
    "drones",
    "navy",
    "border",
    "police",
    "court",
    "ruling",
    "election",
    "government",
]


@dataclass(frozen=True, slots=True)
class Sought:
    """The same words three ways: as they stand, typed otherwise, and with some in their middle left out."""

    texts: Mapping[str, str]
    exactly: Mapping[str, Event]
    folded: Mapping[str, Event]
    in_parts: Mapping[str, Event]
    plain: Sequence[tuple[str, str]]
    """Source and words of each quote, for `str.find`."""


def sought(texts: int = TEXTS, quotes: int = QUOTES) -> Sought:
    """Texts of words and numbers by chance, the same each time, and quotes from all over them."""
    chance = random.Random(2009)
    written = {f"s{number}": _text(chance) for number in range(texts)}
    plain = []
    for number in range(quotes):
        source = f"s{number % texts}"
        start = chance.randrange(CHARACTERS - 200)
        plain.append((source, written[source][start : start + 120].strip()))
    return Sought(
        written,
        _events(plain, lambda words: words),
        _events(plain, lambda words: words.replace("“", '"').replace("\n", "  ").replace("—", "-") + " \u200b"),
        _events(plain, lambda words: f"{words[:50]} … {words[-50:]}"),
        plain,
    )


def plainly_found(sought_: Sought) -> list[int]:
    """What any program that looks for these words does at least."""
    return [sought_.texts[source].find(words) for source, words in sought_.plain]


def seconds_of(events: Mapping[str, Event], texts: Mapping[str, str]) -> float:
    """How long it takes to look every quote up. All of them stand, or the figure would be of something else."""
    gc.collect()
    begun = time.perf_counter()
    evidence = evidence_of(events, texts)
    took = time.perf_counter() - begun
    counts = evidence.count(events)
    if counts[Verdict.FOUND] != sum(counts.values()):
        raise ValueError(f"not all of the quotes stand: {counts}")
    return took


def seconds_plainly(sought_: Sought) -> float:
    """The same by `str.find`."""
    gc.collect()
    begun = time.perf_counter()
    found = plainly_found(sought_)
    took = time.perf_counter() - begun
    if min(found) < 0:
        raise ValueError("not all of the words stand")
    return took


def _text(chance: random.Random) -> str:
    pieces: list[str] = []
    length = 0
    while length < CHARACTERS:
        first, second, sign = chance.choice(_WORDS), chance.choice(_WORDS), chance.choice(("", ",", " —", " “so”"))
        piece = f"{first} {second}{sign} {chance.randrange(10**6)}"
        pieces.append(piece)
        length += len(piece) + 1
    return "".join(f"{piece}{chance.choice(('  ', ' ', ' ', chr(10)))}" for piece in pieces)


def _events(plain: Sequence[tuple[str, str]], typed: Callable[[str], str]) -> Mapping[str, Event]:
    events = {}
    for start in range(0, len(plain), QUOTES_OF_AN_EVENT):
        claims = {
            f"c{number}": {"text": "A claim.", "quotes": [{"source": source, "exact": typed(words)}]}
            for number, (source, words) in enumerate(plain[start : start + QUOTES_OF_AN_EVENT])
        }
        id_ = f"e{start}"
        events[id_] = Event.model_validate({"id": id_, "title": "An event", "claims": claims})
    return events
