"""Nothing is listed twice."""

from collections.abc import Hashable, Iterator, Sequence

from dashboard.checks.corpus import AnyRecord, Corpus
from dashboard.checks.named import described_values
from dashboard.model.claim import Quote
from dashboard.model.event import Event
from dashboard.model.problem import Problem, kind
from dashboard.model.registry import Actor, Place
from dashboard.store.workspace import PathInRecord

LISTED_TWICE = kind(
    "listed-twice",
    "The same twice in a list",
    "Lists are counted: what stands twice would count twice.",
    "leave one of them out",
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
                message = f"the same stands in place {first[item] + 1} of this list"
                yield corpus.problem(LISTED_TWICE, record, (*path, index), message)


def _lists(corpus: Corpus) -> Iterator[tuple[AnyRecord, PathInRecord, Sequence[Hashable]]]:
    workspace = corpus.workspace
    for event in workspace.events.values():
        for path, items in _lists_of_event(event):
            if len(items) > 1:
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


def _lists_of_event(event: Event) -> Listed:
    yield ("threads",), event.threads
    yield ("tags",), event.tags
    yield ("what", "modes"), event.what.modes
    yield ("what", "contexts"), event.what.contexts
    yield from event.claims_named()
    for key, claim in event.claims.items():
        yield ("claims", key, "quotes"), [_words_of(quote) for quote in claim.quotes]
        yield ("claims", key, "sources"), claim.sources
        yield ("claims", key, "disputed_by"), claim.disputed_by
    for path, assessed in event.assessed_values():
        yield (*path, "sources"), assessed.sources
    yield ("toward",), [(toward.place, toward.as_) for toward in event.toward]
    yield ("who",), [(part.actor, part.role) for part in event.who]
    yield ("relations",), [(relation.type, relation.event) for relation in event.relations]
    yield ("answers",), [answer.question for answer in event.answers]


def _words_of(quote: Quote) -> tuple[str, str, str, str]:
    return quote.source, quote.exact, quote.prefix, quote.suffix


RULES = (nothing_is_listed_twice,)
