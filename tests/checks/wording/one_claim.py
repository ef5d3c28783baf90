"""One claim on one quote, as guards on words look at it: no workspace is written for it."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from dashboard.checks.context import ClaimContext, RegistryNames
from dashboard.checks.corpus import Corpus
from dashboard.checks.wording import GUARDS_ON_WORDS
from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event
from dashboard.model.registry import Actor, Place
from dashboard.model.source import Source
from dashboard.store.workspace import Workspace

COUNTRIES = {"france": "FR", "egypt": "EG", "kenya": "KE", "uganda": "UG"}
CITIES = {"cairo": "EG", "paris": "FR", "nairobi": "KE"}
ACTORS = {
    id_: Actor.model_validate({"id": id_, "name": id_.capitalize(), "kind": "government", "country": code})
    for id_, code in COUNTRIES.items()
}
PLACES = {
    **{
        id_: Place.model_validate({"id": id_, "name": id_.capitalize(), "country": code, "precision": "country"})
        for id_, code in COUNTRIES.items()
    },
    **{
        id_: Place.model_validate(
            {"id": id_, "name": id_.capitalize(), "country": code, "precision": "city", "latitude": 1, "longitude": 1}
        )
        for id_, code in CITIES.items()
    },
}


def objections(quote: str, text: str, **fields: Any) -> list[str]:
    """The codes of what guards on words find in a claim on one quote, which is all of its source's text."""
    return objections_in(quote, quote, text, **fields)


def objections_in(
    source_text: str,
    quote: str,
    text: str,
    *,
    actors: Mapping[str, Actor] = ACTORS,
    places: Mapping[str, Place] = PLACES,
    described: Mapping[str, Any] | None = None,
    **fields: Any,
) -> list[str]:
    """The codes of what guards on words find in a claim on one quote of a longer text, whose source is `described`."""
    claim = {"text": text, "quotes": [{"source": "note", "exact": quote}], **fields}
    event = Event.model_validate({"id": "case", "title": "A case", "claims": {"one": claim}})
    source = Source.model_validate({"id": "note", "kind": "article", "language": "en", **(described or {})})
    workspace = Workspace(Path(), {"case": event}, {"note": source}, places, actors, texts={"note": source_text})
    corpus = Corpus(workspace, Evidence())
    context = ClaimContext(corpus, RegistryNames.of(corpus), event, "one", event.claims["one"])
    return [violation.kind.code for guard in GUARDS_ON_WORDS for violation in guard(context)]


def actor(id_: str, name: str, kind: str, country: str | None = None, *aliases: str) -> Actor:
    """An entry in the registry of actors."""
    return Actor.model_validate({"id": id_, "name": name, "kind": kind, "country": country, "aliases": list(aliases)})
