"""An event with every field that there is, in a workspace of its own: what a sentence is based on is tried on it."""

import hashlib
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import replace
from typing import Any, get_args

from dashboard.briefing.compose.other_values import HEADINGS_OF_SOURCES
from dashboard.briefing.outline.outline import EventBlock, FigureBlock, Outline, TableBlock, statements_of
from dashboard.checks.corpus import Corpus
from dashboard.checks.validation import Validation
from dashboard.evidence.verdicts import evidence_of
from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.record import Record
from dashboard.model.registry import Actor, Place, Thread
from dashboard.model.source import Source
from dashboard.store.workspace import Workspace

KINDS: Mapping[str, type[Record]] = {
    "events": Event,
    "sources": Source,
    "places": Place,
    "actors": Actor,
    "threads": Thread,
}
TEXT = "The base closed in 2009, said Ana Paz. It cost 5 dollars. Nobody quotes this."
_EXTERNAL = {"basis": "external", "sources": ["wire"], "claims": [], "note": "A note."}

RAW: Mapping[str, Mapping[str, Any]] = {
    "events": {
        "main": {
            "title": "The base closes",
            "what": {"type": "retreat", "modes": ["withdraw"], "contexts": ["military"], "reality": "actual"},
            "threads": ["basing"],
            "commitment": {"level": "ended", "claims": ["closed"]},
            "weight": "normal",
            "tags": ["ours"],
            "when": {
                "reported": "2009",
                "as_reported": "that year",
                "lasted": False,
                "claims": ["closed"],
                "also_reported": [{"reported": "2009-09", "claims": ["cost"]}],
                "assessed": {"date": "2009-09-18", **_EXTERNAL},
            },
            "where": {
                "reported": "land",
                "as_reported": "there",
                "claims": ["closed"],
                "also_reported": [{"reported": "base", "as_reported": "at the base", "claims": ["cost"]}],
                "assessed": {"place": "base", **_EXTERNAL},
            },
            "toward": [{"place": "far", "as": "about", "claims": ["closed"], "assessed": _EXTERNAL}],
            "who": [
                {
                    "actor": "ana",
                    "role": "initiator",
                    "as_reported": "Ana Paz",
                    "claims": ["closed"],
                    "assessed": {"actor": "ben", **_EXTERNAL},
                }
            ],
            "amounts": {
                "cost": {
                    "reported": {"value": 5, "currency": "USD", "qualifier": "exact"},
                    "purpose": "upkeep",
                    "part_of": None,
                    "claims": ["cost"],
                    "also_reported": [
                        {
                            "reported": {"value": 4, "to": 6, "currency": "USD", "qualifier": "exact"},
                            "claims": ["closed"],
                        }
                    ],
                    "assessed": {
                        "value": 6,
                        "currency": "USD",
                        "qualifier": "exact",
                        "purpose": "upkeep",
                        "part_of": None,
                        **_EXTERNAL,
                    },
                }
            },
            "claims": {
                "closed": {
                    "text": "The base closed in 2009.",
                    "kind": "statement",
                    "by": "ana",
                    "by_as_reported": "Ana Paz",
                    "quotes": [{"source": "held", "exact": "closed in 2009", "prefix": "", "suffix": ""}],
                    "sources": [],
                    "credibility": 4,
                    "disputed_by": ["cost"],
                    "allow": {"name-not-quoted": {"words": ["Manta"], "reason": "A reason."}},
                    "note": "A note.",
                },
                "cost": {"text": "It cost 5 dollars.", "quotes": [{"source": "held", "exact": "It cost 5 dollars"}]},
                "asks": {"text": "Who pays?", "kind": "question", "sources": ["wire"], "question": "basing/paid"},
            },
            "relations": [{"type": "leads-to", "event": "other", "claims": [], "allow": {}, "note": "Ours."}],
            "answers": [{"question": "basing/closes", "outcome": "yes", "claims": ["closed"]}],
            "judgements": [
                {
                    "question": "basing/paid",
                    "likelihood": "likely",
                    "confidence": "low",
                    "claims": ["cost"],
                    "by": "AB",
                    "on": "2010-01-01",
                    "note": "A note.",
                }
            ],
            "review": {"status": "draft"},
        },
    },
    "sources": {
        "held": {
            "kind": "article",
            "title": "A title",
            "outlet": "The Times",
            "text": {"sha256": "0" * 64, "characters": len(TEXT)},
        },
        "wire": {
            "kind": "broadcast",
            "title": {"reported": "Wire", "assessed": {"value": "The wire", **_EXTERNAL}},
            "outlet": {"reported": "AP", "assessed": {"value": "Associated Press", **_EXTERNAL}},
            "author": {"reported": "C", "assessed": {"value": "D", **_EXTERNAL}},
            "published": {"reported": "2009", "assessed": {"date": "2009-09-19", **_EXTERNAL}},
            "accessed": "2025",
            "language": "en",
            "url": "https://example.org/1",
            "origin": "ap",
            "reliability": {"grade": "B", "reason": "Known."},
            "rights": "theirs",
            "set_aside": [{"exact": "x", "reason": "y"}],
            "parts": [{"as": "caption", "exact": "x"}],
            "note": "A note.",
        },
    },
    "places": {
        "land": {"name": "Land", "country": "EC", "precision": "country"},
        "base": {
            "name": "The base",
            "aliases": ["It"],
            "country": "EC",
            "precision": "site",
            "latitude": -0.9,
            "longitude": -80.6,
            "radius_km": 2.0,
            "sources": ["wire"],
            "allow": {"point-off-country": {"words": ["1, 2"], "reason": "A reason."}},
            "note": "A note.",
        },
        "far": {"name": "Far", "precision": "site", "latitude": 10.0, "longitude": 10.0},
    },
    "actors": {
        "ana": {
            "name": "Ana Paz",
            "kind": "person",
            "country": "EC",
            "aliases": ["A. Paz"],
            "offices": [{"title": "Minister", "when": "2009", "sources": ["wire"]}],
            "sources": ["wire"],
            "note": "A note.",
        },
        "ben": {"name": "Ben Sol", "kind": "person"},
    },
    "threads": {
        "basing": {
            "title": "Basing",
            "summary": "About a base.",
            "questions": {
                "closes": {"text": "Will it close?", "due": "2011-01-01", "note": "A note."},
                "paid": {"text": "Who will have paid?", "due": "2030-01-01", "note": "A note."},
            },
        },
    },
}

BRIEFING = Briefing.model_validate(
    {
        "id": "made",
        "title": "Made",
        "marking": "GREEN",
        "as_of": "2010-12-31",
        "selection": {"events": ["main"]},
        "bottom_line": [{"text": "It is over.", "claims": ["main/closed"]}],
    }
)


def validation_of(raw: Mapping[str, Mapping[str, Any]], base: Workspace, text: str = TEXT, **more: str) -> Validation:
    """A workspace of these records alone, with the text of `held` and `more` texts by their source."""
    kinds = {
        kind: {id_: model.model_validate({"id": id_, **fields}) for id_, fields in raw[kind].items()}
        for kind, model in KINDS.items()
    }
    texts = {"held": text, **more}
    held = {"texts": texts, "hashes": {id_: hashlib.sha256(each.encode()).hexdigest() for id_, each in texts.items()}}
    files = {id_: f"events/x/{id_}.yaml" for id_ in raw["events"]}
    workspace: Workspace = replace(base, **kinds, **held, briefings={}, files=files, problems=())
    evidence = evidence_of(workspace.events, workspace.texts)
    return Validation(Corpus(workspace, evidence), (), evidence)


def changed(kind: str, id_: str, path: tuple[str | int, ...], value: Any) -> dict[str, dict[str, Any]]:
    """The records with another value of one field; None takes it out."""
    raw: Any = deepcopy({each: dict(records) for each, records in RAW.items()})
    at = raw[kind][id_]
    for step in path[:-1]:
        at = at[step]
    if value is None:
        at.pop(path[-1], None)
    else:
        at[path[-1]] = value
    return dict(raw)


def leaves(model: type[Record], above: str = "") -> Iterator[str]:
    """Every field of a record, dotted, through lists and keys: `claims.quotes.exact`; without the id."""
    for name, field in model.model_fields.items():
        path = f"{above}{field.alias or name}"
        inner = list(_records_in(field.annotation))
        for each in inner:
            yield from leaves(each, f"{path}.")
        if not inner and path != "id":
            yield path


def _records_in(annotation: Any) -> Iterator[type[Record]]:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        yield annotation
    for each in get_args(annotation):
        yield from _records_in(each)


def labels(outline: Outline) -> dict[str, str]:
    """What each sentence is, by its words."""
    found: dict[str, str] = {}
    for section in outline.sections:
        for block in section.blocks:
            for statement in statements_of(block):
                found.setdefault(statement.text, _label(section.key, block, statement))
    return found


def _label(key: str, block: Any, statement: Any) -> str:
    claim = statement.claims[0].partition("/")[2] if statement.claims else ""
    if isinstance(block, EventBlock) and statement is block.title:
        return "headline"
    if isinstance(block, EventBlock) and statement.held:
        return f"assessed {'; '.join(value.text for value in statement.held)}"
    if isinstance(block, FigureBlock):
        return block.name
    if isinstance(block, TableBlock) and key == "commitment":
        return "rung"
    if isinstance(block, TableBlock) and key == "sources":
        return "source " + next(key for key in statement.records if key.startswith("sources/")).partition("/")[2]
    if isinstance(block, TableBlock) and block.headings == HEADINGS_OF_SOURCES:
        return f"said {_part(statement)} by {claim}"
    if isinstance(block, TableBlock):
        return statement.question or f"held {_part(statement)}"
    if statement.question:
        return "confidence" if statement.text.startswith("Confidence") else "likelihood"
    return "own words" if key == "bottom-line" else f"claim {claim}"


def _part(statement: Any) -> str:
    paths = [each.partition("#")[2].partition(".")[0] for each in statement.rests_on]
    return next(part for part in ("amounts", "who", "where", "when") if part in paths)
