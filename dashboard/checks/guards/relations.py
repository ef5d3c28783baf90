"""Guard: a claim on which a relation rests speaks of the other event."""

from collections.abc import Iterator

from dashboard.checks.context import is_english
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.named_ids import places_of
from dashboard.evidence.words import FUNCTION_WORDS, MONTHS, NUMBER_WORDS, WEEKDAYS, content_words
from dashboard.model.event import Event
from dashboard.model.vocabularies import ENGLISH
from dashboard.store.workspace import Workspace

RELATION_NOT_QUOTED = guard(
    "relation-not-quoted",
    "A relation of which its claims say nothing",
    "A relation with claims is drawn as said by them. None of their texts and quotes has a noun, verb or name of the "
    "other event, in any form: of its title, its claims and quotes, or the names of its actors and places. Dates and "
    "numbers do not count. Checked only if the claims are in English.",
    "name the claim that speaks of the other event, remove `claims` and write a `note` if the relation is your own, or "
    "`allow` it in the relation with the reason",
)
_NO_SIGN = (
    FUNCTION_WORDS | MONTHS.keys() | NUMBER_WORDS | ENGLISH["time_and_speech"] | {each.lower() for each in WEEKDAYS}
)
"""Words that any two events may share."""
_STEM_LETTERS = 5


def relation_is_quoted(corpus: Corpus) -> Iterator[Violation]:
    """The claims of a relation have a word of the other event."""
    events = corpus.workspace.events
    for event in corpus.events.values():
        for index, relation in enumerate(event.relations):
            claims = [event.claims[key] for key in relation.claims if key in event.claims]
            other = events.get(relation.event)
            if other is None or not claims or not all(is_english(corpus, claim) for claim in claims):
                continue
            said = _stems(" ".join(text for claim in claims for text in (claim.text, *claim.exact_quotes)))
            if any(not said.isdisjoint(_stems(text)) for text in _words_of(other, corpus.workspace)):
                continue
            told = " and ".join(f"`{key}`" for key in relation.claims)
            message = f"{told} {'has' if len(claims) == 1 else 'have'} no word of `{other.id}` (“{other.title}”)"
            path = ("relations", index)
            yield Violation(RELATION_NOT_QUOTED, event, (), path, (other.id,), message, part=path)


def _words_of(event: Event, workspace: Workspace) -> Iterator[str]:
    """Whatever a text may call an event by: its words, and the names of those who are in it."""
    yield event.title
    for claim in event.claims.values():
        yield from (claim.text, *claim.exact_quotes)
    actors = {*(part.actor for part in event.who), *(id_ for each in event.claims.values() for id_ in each.by)}
    yield from (name for id_ in actors if id_ in workspace.actors for name in workspace.actors[id_].names)
    for id_ in {id_ for _, id_ in places_of(event)} & workspace.places.keys():
        yield from (workspace.places[id_].name, *workspace.places[id_].aliases)


def _stems(text: str) -> set[str]:
    return {word.root[:_STEM_LETTERS] for word in content_words(text) if word.text.lower() not in _NO_SIGN}


GUARDS = (relation_is_quoted,)
