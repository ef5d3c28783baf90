"""One claim on one quote, as guards on words look at it: no workspace is written for it."""

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
SOURCE = Source.model_validate({"id": "note", "kind": "article", "language": "en"})


def objections(quote: str, text: str, **fields: Any) -> list[str]:
    """The codes of what guards on words find in a claim on one quote, which is all of its source's text."""
    claim = {"text": text, "quotes": [{"source": "note", "exact": quote}], **fields}
    event = Event.model_validate({"id": "case", "title": "A case", "claims": {"one": claim}})
    workspace = Workspace(Path(), {"case": event}, {"note": SOURCE}, PLACES, ACTORS, texts={"note": quote})
    corpus = Corpus(workspace, Evidence())
    context = ClaimContext(corpus, RegistryNames.of(corpus), event, "one", event.claims["one"])
    return [violation.kind.code for guard in GUARDS_ON_WORDS for violation in guard(context)]
