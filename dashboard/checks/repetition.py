"""Nothing is listed twice."""

from collections.abc import Hashable, Iterator, Sequence

from dashboard.checks.corpus import AnyRecord, Corpus
from dashboard.checks.named_ids import described_values
from dashboard.model.claim import Quote
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.model.registry import Actor, Place
from dashboard.store.workspace import PathInRecord

LISTED_TWICE = kind(
    "listed-twice",
    "A repeated entry in a list",
    "Entries of lists are counted, so a repeated entry would count twice.",
    "remove one of them",
)

Listed = Iterator[tuple[PathInRecord, Sequence[Hashable]]]
"""Lists, each with where it stands; of records, what makes each the same as another."""


def nothing_is_listed_twice(corpus: Corpus) -> Iterator[Problem]:
    """No list of a record has the same entry twice."""
    for record, path, items in _lists(corpus):
        if len(set(items)) == len(items):
            continue
        first: dict[Hashable, int] = {}
        for index, item in enumerate(items):
            if first.setdefault(item, index) != index:
                message = f"this is the same as entry {first[item] + 1} of the list"
                yield corpus.problem(LISTED_TWICE, record, (*path, index), message)


def _lists(corpus: Corpus) -> Iterator[tuple[AnyRecord, PathInRecord, Sequence[Hashable]]]:
    workspace = corpus.workspace
    for event in corpus.events.values():
        for path, items in _lists_of_event(event):
            yield event, path, items
    for source in workspace.sources.values():
        for path, assessed in described_values(source):
            yield source, (*path, "sources"), assessed.sources
    for briefing in workspace.briefings.values():
        yield briefing, ("selection", "events"), briefing.selection.events
        yield briefing, ("selection", "show"), briefing.selection.show
        for path, claims in briefing.claims_named():
            yield briefing, path, claims
    entries: list[Place | Actor] = [*workspace.places.values(), *workspace.actors.values()]
    for entry in entries:
        yield entry, ("aliases",), entry.aliases
        yield entry, ("sources",), entry.sources


def _plain_lists(event: Event) -> Listed:
    """The lists of an event that hold words and ids alone."""
    yield ("threads",), event.threads
    yield ("tags",), event.tags
    yield ("what", "modes"), event.what.modes
    yield ("what", "contexts"), event.what.contexts
    yield from event.claims_named()
    for key, claim in event.claims.items():
        for name in ("sources", "disputed_by", "by", "by_as_reported"):
            yield ("claims", key, name), getattr(claim, name)
    for path, assessed in event.assessed_values():
        yield (*path, "sources"), assessed.sources


def _lists_of_event(event: Event) -> Listed:
    """The lists of an event that have more than one entry, each with its path."""
    for path, listed in _plain_lists(event):
        if len(listed) > 1:
            yield path, listed
    for key, claim in event.claims.items():
        if len(claim.quotes) > 1:
            yield ("claims", key, "quotes"), [_words_of(quote) for quote in claim.quotes]
    if len(event.toward) > 1:
        yield ("toward",), [(toward.place, toward.as_) for toward in event.toward]
    if len(event.who) > 1:
        yield ("who",), [(part.actor, part.role) for part in event.who]
    if len(event.relations) > 1:
        yield ("relations",), [(relation.type, relation.event) for relation in event.relations]
    if len(event.answers) > 1:
        yield ("answers",), [answer.question for answer in event.answers]


def _words_of(quote: Quote) -> tuple[str, str, str, str]:
    return quote.source, quote.exact, quote.prefix, quote.suffix


RULES = (nothing_is_listed_twice,)
