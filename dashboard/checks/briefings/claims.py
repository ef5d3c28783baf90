"""A briefing's sentence without initials says no more than its claims: their numbers, and their names."""

import re
from collections.abc import Iterator

from dashboard.checks.corpus import Corpus
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.evidence.sentences import sentences
from dashboard.evidence.words import (
    NUMBER_WORDS,
    Keys,
    NameWord,
    UncasedNames,
    figures_in,
    is_title,
    name_words,
    spelled_out,
    words_of,
)
from dashboard.model.briefing import Path, Sentence
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.model.source import shown_text
from dashboard.store.workspace import Workspace

NUMBER_NOT_IN_CLAIMS = kind(
    "number-not-in-claims",
    "A number that is in none of the sentence's claims",
    "A sentence without initials may only repeat its claims: every number, amount and percentage must be in their "
    "texts or quotes.",
    "correct it, name the claim that gives it, or add `by` with the initials of its author",
)
NAME_NOT_IN_CLAIMS = kind(
    "name-not-in-claims",
    "A name that is in none of the sentence's claims",
    "A sentence without initials may only use the names and months of its claims: from their texts and quotes, their "
    "event's title, or their speaker, source, actor or place.",
    "correct it, name the claim that has it, or add `by` with the initials of its author",
)


def number_of_a_sentence_stands_in_its_claims(corpus: Corpus) -> Iterator[Problem]:
    """Every number in a sentence without initials is given by a claim that it names."""
    for briefing in corpus.workspace.briefings.values():
        for path, sentence, claims in _unsigned_sentences(briefing.own_sentences(), corpus.workspace):
            given = figures_in("\n\n".join(text for _, claim in claims for text in (claim.text, *claim.exact_quotes)))
            for figure in figures_in(sentence.text):
                if not figure.is_given_by(given):
                    words = sentence.text[figure.start : figure.end].strip()
                    message = f"“{words}” is in the sentence, but in none of its claims"
                    yield corpus.problem(NUMBER_NOT_IN_CLAIMS, briefing, (*path, "text"), message)


def name_of_a_sentence_stands_in_its_claims(corpus: Corpus) -> Iterator[Problem]:
    """Every name in a sentence without initials is one that its claims have; a word that begins it may be none.

    In scripts without capitals, names are those of the registries: of the same actor or place, claims may have another.
    """
    registered = _registry_names(corpus.workspace)
    uncased = UncasedNames(registered)
    for briefing in corpus.workspace.briefings.values():
        for path, sentence, claims in _unsigned_sentences(briefing.own_sentences(), corpus.workspace):
            texts = " \n".join(text for event, claim in claims for text in _naming(event, claim, corpus.workspace))
            known = Keys(spelled_out(words_of(texts)))
            missing = [word.text for word in _names(sentence.text) if not known.have(word.key)]
            for found in uncased.named_in(sentence.text):
                names = (name for bearer in found.bearers for name in registered[bearer])
                if not any(name in texts or all(map(known.have, words_of(name))) for name in names):
                    missing.append(found.text)
            for name in missing:
                message = f"“{name}” is in the sentence, but in none of its claims"
                yield corpus.problem(NAME_NOT_IN_CLAIMS, briefing, (*path, "text"), message)


def _registry_names(workspace: Workspace) -> dict[str, tuple[str, ...]]:
    """All that actors and places are called."""
    return {
        **{f"actor/{id_}": actor.names for id_, actor in workspace.actors.items()},
        **{f"place/{id_}": (place.name, *place.aliases) for id_, place in workspace.places.items()},
    }


def _names(text: str) -> Iterator[NameWord]:
    """Words with a capital, but for numbers, titles, and those that begin a sentence: not what follows on “U.S.”."""
    starts = [start for start, _ in sentences(text)]
    for word in name_words(text):
        begins = any(start <= word.start and not re.search(r"\w", text[start : word.start]) for start in starts)
        if not (begins or word.key in NUMBER_WORDS or is_title(word.key)):
            yield word


def _unsigned_sentences(
    said: Iterator[tuple[Path, Sentence]], workspace: Workspace
) -> Iterator[tuple[Path, Sentence, list[tuple[Event, Claim]]]]:
    """Sentences based on claims alone, with those claims; if a claim is missing, another rule reports it."""
    for path, sentence in said:
        found = [_claim(reference, workspace) for reference in sentence.claims]
        claims = [each for each in found if each is not None]
        if sentence.by is None and claims and len(claims) == len(found):
            yield path, sentence, claims


def _claim(reference: str, workspace: Workspace) -> tuple[Event, Claim] | None:
    id_, _, key = reference.partition("/")
    event = workspace.events.get(id_)
    return (event, event.claims[key]) if event is not None and key in event.claims else None


def _naming(event: Event, claim: Claim, workspace: Workspace) -> Iterator[str]:
    """Every text in which a claim names somebody or something, itself or by reference."""
    yield from (event.title, claim.text, *claim.exact_quotes, *(each.words or "" for each in claim.voices))
    for id_ in sources_of_claim(claim):
        if source := workspace.sources.get(id_):
            yield from (
                shown_text(source.outlet) or "",
                shown_text(source.title) or "",
                shown_text(source.author) or "",
            )
    for actor in (*(each.actor for each in claim.voices), *(each.actor for each in event.who)):
        if found := workspace.actors.get(actor or ""):
            yield from found.names
    own = event.where.assessed.place if event.where.assessed else None
    for place in (event.where.reported, *(other.reported for other in event.where.also_reported), own):
        if at := workspace.places.get(place or ""):
            yield from (at.name, *at.aliases)


RULES = (number_of_a_sentence_stands_in_its_claims, name_of_a_sentence_stands_in_its_claims)
