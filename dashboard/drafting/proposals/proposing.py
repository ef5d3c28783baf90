"""Events proposed from a source's text: each passes every check that a record passes, or is not shown."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.checks.context import RegistryNames
from dashboard.checks.drafts import check_event_draft
from dashboard.checks.validation import Validation, validate_workspace
from dashboard.drafting.clauses import MOST_TYPES
from dashboard.drafting.proposals.candidates import Candidate, candidates_in
from dashboard.drafting.proposals.proposal import Fields, FieldWords, Proposal, key_of_words
from dashboard.drafting.proposals.source_text import SourceText
from dashboard.evidence.words import speakers_in
from dashboard.model.problem import Problem
from dashboard.model.registry import Actor, Place
from dashboard.model.source import shown_date

_FILE: Final = "events/proposed/proposal.yaml"
_MOST_ROUNDS: Final = 8
_NOT_OF_WORDS: Final = frozenset({"gazetteer"})
_PRONOUNS: Final = frozenset({"he", "she", "they", "we", "i"})
MOST_CHARACTERS: Final = 120_000
"""Characters of a text that are read, in about five seconds: what lies behind is told of, and not proposed from."""


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a text was read to say."""

    proposals: tuple[Proposal, ...]
    withheld: int
    """Candidates that a check objects to whatever is left open: they are not shown."""
    is_cut: bool
    """Whether the text is longer than what was read."""


def propose_events(source: str, validation: Validation) -> Proposed:
    """The events that the held text of a source may tell of, by rules alone: no network, no model."""
    text = validation.workspace.texts.get(source, "")
    found = list(candidates_in(read_source(source, validation)))
    passed = pass_candidates(found, validation)
    return Proposed(passed, len(found) - len(passed), len(text) > MOST_CHARACTERS)


def read_source(source: str, validation: Validation) -> SourceText:
    """The text of a source as far as it is read, with what is known of the source."""
    text = validation.workspace.texts.get(source, "")[:MOST_CHARACTERS]
    described = validation.workspace.sources.get(source)
    kind = (described.kind if described else None) or ""
    return SourceText(source, text, day_of_source(source, validation), RegistryNames.of(validation.corpus), kind)


def pass_candidates(candidates: Sequence[Candidate], validation: Validation) -> tuple[Proposal, ...]:
    """The proposals that candidates become, each once; those that a check objects to in any case become none."""
    extended = with_entries(validation, merge_entries(each.entries() for each in candidates))
    passed = (pass_checks(each, extended) for each in candidates)
    return tuple({each.key: each for each in passed if each is not None}.values())


def day_of_source(source: str, validation: Validation) -> dt.date | None:
    """The day on which a source was published, where that is known to a day."""
    known = validation.workspace.sources.get(source)
    published = shown_date(known.published) if known else None
    return published.earliest if published and published.earliest == published.latest else None


def merge_entries(entries: Iterable[Mapping[str, Mapping[str, Fields]]]) -> dict[str, dict[str, Fields]]:
    """All entries by registry and id; of one that several need, with the aliases of each."""
    merged: dict[str, dict[str, Fields]] = {}
    for each in entries:
        for registry, named in each.items():
            for id_, fields in named.items():
                known = merged.setdefault(registry, {}).get(id_, {})
                aliases = dict.fromkeys((*known.get("aliases", ()), *fields.get("aliases", ())))
                merged[registry][id_] = {**fields, **({"aliases": list(aliases)} if aliases else {})}
    return merged


def with_entries(validation: Validation, entries: Mapping[str, Mapping[str, Fields]]) -> Validation:
    """The workspace as if its registries had the entries; those that they have stay as they are."""
    if not any(entries.values()):
        return validation
    workspace = validation.workspace
    places = {
        id_: Place.model_validate({**each, "id": id_, "sources": []}) for id_, each in entries.get("places", {}).items()
    }
    actors = {id_: Actor.model_validate({**each, "id": id_}) for id_, each in entries.get("actors", {}).items()}
    extended = replace(workspace, places={**places, **workspace.places}, actors={**actors, **workspace.actors})
    return validate_workspace(extended, validation.look)


def pass_checks(candidate: Candidate, validation: Validation) -> Proposal | None:
    """The proposal that all checks pass, with what they object to left open; None where they object to the rest."""
    for _ in range(_MOST_ROUNDS):
        fields = candidate.fields()
        found = check_event_draft(_FILE, fields, validation)
        if found.event is not None and not found.problems:
            return _proposal(candidate, fields, validation)
        better = _without_objections(candidate, found.problems, [found.path_of(each) for each in found.problems])
        if better is None:
            return None
        candidate = better
    return None


def _without_objections(
    candidate: Candidate, problems: Iterable[Problem], paths: Iterable[tuple[str | int, ...]]
) -> Candidate | None:
    for problem, written in zip(problems, paths, strict=True):
        path = tuple(problem.path or written)
        if problem.code == "said-as-fact" and candidate.claim.get("kind") is None:
            speaking = _as_statement(candidate)
            if speaking is not None:
                return speaking
        if problem.code == "speaker-differs" and (said := _said_by_pronoun(candidate)) is not None:
            return said
        if problem.code == "speaker-differs" and (alone := candidate.alone()) is not candidate:
            return alone
        given = _field_at(candidate, path)
        if given is not None:
            return candidate.without(given, f"Left open by a check: {problem.message}")
    return None


def _as_statement(candidate: Candidate) -> Candidate | None:
    """The claim as what its speaker says."""
    speaker = candidate.speaker
    if speaker:
        return replace(candidate, claim={**candidate.claim, "kind": "statement", "by": speaker})
    named = [each.text for each in speakers_in(candidate.words)]
    words = named[0] if named else ""
    if not words:
        return None
    return replace(candidate, claim={**candidate.claim, "kind": "statement", "by_as_reported": words})


def _said_by_pronoun(candidate: Candidate) -> Candidate | None:
    """The claim as what “she” says: the words do not tell who that is."""
    subject = candidate.subject
    if candidate.claim.get("kind") is not None or subject.lower() not in _PRONOUNS:
        return None
    return replace(candidate, claim={**candidate.claim, "kind": "statement", "by_as_reported": subject})


def _field_at(candidate: Candidate, path: tuple[str | int, ...]) -> FieldWords | None:
    """What the candidate fills at a path of the event."""
    if not path or path[0] not in ("when", "where", "who", "amounts"):
        return None
    filled = [each for each in candidate.filled if each.field == path[0]]
    if path[0] == "who" and len(path) > 1 and isinstance(path[1], int):
        return filled[path[1]] if path[1] < len(filled) else None
    if path[0] == "amounts" and len(path) > 1:
        return next((each for each in filled if each.key == path[1]), None)
    return filled[-1] if filled else None


def _proposal(candidate: Candidate, fields: Fields, validation: Validation) -> Proposal:
    known = validation.workspace
    return Proposal(
        key_of_words(candidate.source, candidate.words, candidate.verb),
        candidate.source,
        candidate.title,
        candidate.words,
        candidate.span,
        tuple(_types_passing(candidate, fields, validation)),
        candidate.filled,
        candidate.open,
        fields,
        candidate.entries() if known else {},
    )


def _types_passing(candidate: Candidate, fields: Fields, validation: Validation) -> Iterator[str]:
    """At most three types with which the event passes all checks."""
    left = MOST_TYPES
    for type_ in candidate.types:
        if left and not check_event_draft(_FILE, {**fields, "what": {"type": type_}}, validation).problems:
            left -= 1
            yield type_
