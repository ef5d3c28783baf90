"""How often a suggestion of which record a row is about is right: on pairs that were written and labelled for it."""

import csv
import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from dashboard.model.claim import Claim
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.registry import Actor, Place
from dashboard.query.imports import LinkSuggestion, likely_records
from dashboard.query.reading import ResolvedEvent, Support, SupportedValue
from tests.datasets import row

PAIRS: Final = Path(__file__).parents[1] / "query" / "imports" / "linked_pairs.tsv"


@dataclass(frozen=True)
class LabelledPair:
    """A record and a row, and whether somebody who read both holds them for the same event."""

    is_same: bool
    title: str
    suggested: LinkSuggestion | None


def pairs() -> Iterator[LabelledPair]:
    """Every pair with what is suggested for it."""
    with PAIRS.open(encoding="utf-8", newline="") as file:
        for each in csv.DictReader(file, delimiter="\t"):
            latitude, longitude = map(float, each["point"].split(","))
            place = Place(
                id="here",
                name="Here",
                country=each["country"],
                precision="city",
                latitude=latitude,
                longitude=longitude,
            )
            names = [name for name in each["actors"].split("; ") if name]
            actors = {f"a-{at}": Actor(id=f"a-{at}", name=name, kind="other") for at, name in enumerate(names)}
            fields = {
                "id": "record",
                "title": each["title"],
                "who": [{"actor": actor, "role": "mentioned"} for actor in actors],
                "claims": {"it": Claim(text=each["claim"], sources=("somebody",))},
            }
            reading = ResolvedEvent(
                Event.model_validate(fields),
                SupportedValue(EventDate.parse(each["date"]), Support.EXTERNAL),
                SupportedValue(place, Support.EXTERNAL),
                (),
            )
            first, _, last = each["days"].partition("/")
            at = dict(zip(("latitude", "longitude"), map(float, each["row_point"].split(",")), strict=True))
            told = {name: each[name] or None for name in ("actor1", "actor2", "text")}
            days = {"first_day": dt.date.fromisoformat(first), "last_day": dt.date.fromisoformat(last or first)}
            published = row(1, **{**told, **at, **days}, country=each["row_country"], type_code=None)
            found = likely_records(published, [reading], actors)
            yield LabelledPair(each["same"] == "1", each["title"], found[0] if found else None)


def precision_and_recall() -> tuple[float, float, int]:
    """The share of suggestions that are right, the share of true pairs that are suggested, and the number of pairs."""
    every = list(pairs())
    suggested = [each for each in every if each.suggested]
    right = sum(each.is_same for each in suggested)
    return right / max(len(suggested), 1), right / sum(each.is_same for each in every), len(every)


if __name__ == "__main__":
    for pair in pairs():
        if pair.is_same != bool(pair.suggested):
            print("missed" if pair.is_same else "wrong", pair.title, pair.suggested)  # noqa: T201
    print(precision_and_recall())  # noqa: T201
