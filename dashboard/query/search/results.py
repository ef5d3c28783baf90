"""Results of a search: hits by kind with the words that were found, or what was probably meant."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.sentences import Span
from dashboard.model.event import Event
from dashboard.query.search.entries import NamedEntry, SearchKind, texts_of_event
from dashboard.query.search.index import Passage, SearchIndex
from dashboard.query.search.search_query import SearchQuery, read_query
from dashboard.query.search.spelling import Suggestion, suggestion_for
from dashboard.store.workspace import Workspace

MOST_OF_A_KIND: Final = 5
_LOOKED_AT: Final = 60
"""So many names, and events with a claim or quote, are looked at for the hits that are listed."""
ROOM: Final = 150
"""So many characters of a longer text are shown."""
_BEFORE: Final = 50


@dataclass(frozen=True, slots=True)
class LitText:
    """A text on one line, and the words in it that were searched."""

    text: str
    spans: tuple[Span, ...] = ()
    """Half-open, in code points of `text`: rising, none overlapping."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    kind: SearchKind
    id: str
    """What leads to it: the event's id for a claim or quote, the source's for a text."""
    title: LitText
    excerpt: LitText | None = None
    """The words in which it was found, where those of the title are not all."""
    where: str = ""
    """`CLAIM` for a claim, `CLAIM/0` for a quote, the offset of the passage for a text."""
    detail: str = ""
    """What tells it from others: a date, an outlet, the name by which it is also known."""


@dataclass(frozen=True, slots=True)
class HitGroup:
    """The hits of one kind."""

    kind: SearchKind
    hits: tuple[Hit, ...]
    total: int
    """How many there are; as many as are listed, or more."""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """What was found."""

    groups: tuple[HitGroup, ...]
    suggestion: Suggestion | None = None
    """What was probably meant, where nothing was found."""


def search(index: SearchIndex, typed: str) -> SearchResults:
    """What of the workspace has every word that was typed, in the order of `SearchKind`; nothing for no words."""
    query = read_query(typed)
    with index.lock:
        workspace = index.workspace
        if not query.expression or workspace is None:
            return SearchResults(())
        found = sorted(_groups(index, query, workspace), key=lambda group: list(SearchKind).index(group.kind))
        return SearchResults(tuple(found), None if found else suggestion_for(index, query))


def everything(index: SearchIndex, kinds: Collection[SearchKind]) -> SearchResults:
    """All that there is of some kinds, in the order in which the index has them."""
    with index.lock:
        entries = list(index.names.things.values())
    groups = []
    for kind in SearchKind:
        hits = tuple(Hit(kind, each.id, LitText(each.title)) for each in entries if each.kind is kind)
        if hits and kind in kinds:
            groups.append(HitGroup(kind, hits, len(hits)))
    return SearchResults(tuple(groups))


def _groups(index: SearchIndex, query: SearchQuery, workspace: Workspace) -> Iterator[HitGroup]:
    yield from _named_groups(index, query)
    events, total = index.events.find(query.expression, MOST_OF_A_KIND)
    if events:
        hits = tuple(_event_hit(event, query, workspace) for event in events)
        yield HitGroup(SearchKind.EVENT, hits, total)
    for kind, column in ((SearchKind.CLAIM, "claims"), (SearchKind.QUOTE, "quotes")):
        having, total = index.events.find(query.expression, _LOOKED_AT, (column,))
        said = [hit for event in having for hit in _statements(event, kind, query, workspace)]
        if said:
            yield HitGroup(kind, tuple(said[:MOST_OF_A_KIND]), max(total, len(said)))
    passages, total = index.passages.find(query.expression, MOST_OF_A_KIND)
    if passages:
        yield HitGroup(SearchKind.TEXT, tuple(_text_hit(each, query, workspace) for each in passages), total)


def _named_groups(index: SearchIndex, query: SearchQuery) -> Iterator[HitGroup]:
    by_kind: dict[SearchKind, list[NamedEntry]] = {}
    for entry in index.names.find(query.expression, _LOOKED_AT)[0]:
        by_kind.setdefault(entry.kind, []).append(entry)
    for kind, entries in by_kind.items():
        hits = tuple(_named_hit(entry, query) for entry in entries[:MOST_OF_A_KIND])
        yield HitGroup(kind, hits, len(entries))


def _named_hit(entry: NamedEntry, query: SearchQuery) -> Hit:
    title = _lit(entry.title, query)
    lines = (*entry.names.split("\n"), *entry.notes.split("\n"))
    other = "" if query.count_in(entry.title) == len(query.wanted_terms) else max(lines, key=query.count_in)
    return Hit(entry.kind, entry.id, title, _excerpt(other, query) if other else None)


def _event_hit(event: Event, query: SearchQuery, workspace: Workspace) -> Hit:
    title = _lit(event.title, query)
    excerpt = None
    if query.count_in(event.title) < len(query.wanted_terms):
        texts = texts_of_event(event, workspace)
        said = (text for claim in event.claims.values() for text in (claim.text, *claim.exact_quotes))
        best = max((*said, *texts.names.split("\n"), *texts.notes.split("\n")), key=query.count_in)
        excerpt = _excerpt(best, query) if query.count_in(best) else None
    dates = event.when.dates
    detail = dates[-1].short_words() if dates else "undated"
    return Hit(SearchKind.EVENT, event.id, title, excerpt, detail=detail)


def _statements(event: Event, kind: SearchKind, query: SearchQuery, workspace: Workspace) -> Iterator[Hit]:
    """The claims, or quotes, of an event that have every word."""
    title = LitText(event.title)
    for key, claim in event.claims.items():
        if kind is SearchKind.CLAIM and query.count_in(claim.text) == len(query.wanted_terms):
            yield Hit(kind, event.id, title, _excerpt(claim.text, query), key)
        for number, quote in enumerate(claim.quotes if kind is SearchKind.QUOTE else ()):
            if query.count_in(quote.exact) == len(query.wanted_terms):
                outlet = workspace.source_name(quote.source)
                yield Hit(kind, event.id, title, _excerpt(quote.exact, query), f"{key}/{number}", outlet)


def _text_hit(passage: Passage, query: SearchQuery, workspace: Workspace) -> Hit:
    start, end = passage.span
    found = workspace.sources.get(passage.source)
    title = found.name if found else passage.source
    excerpt = _excerpt(workspace.texts[passage.source][start:end], query)
    outlet = workspace.source_name(passage.source)
    return Hit(SearchKind.TEXT, passage.source, LitText(title), excerpt, str(start), "" if outlet == title else outlet)


def _lit(text: str, query: SearchQuery) -> LitText:
    line = " ".join(text.split())
    return LitText(line, tuple(query.spans_in(line)))


def _excerpt(text: str, query: SearchQuery) -> LitText:
    """`text` on one line, as far as there is room for it, from a little before the first word that was found."""
    whole = _lit(text, query)
    if len(whole.text) <= ROOM or not whole.spans:
        return LitText(whole.text[:ROOM], tuple(span for span in whole.spans if span[1] <= ROOM))
    first = max(0, min(whole.spans[0][0] - _BEFORE, len(whole.text) - ROOM))
    first = whole.text.find(" ", first, whole.spans[0][0]) + 1 or first if first else 0
    last = min(len(whole.text), first + ROOM)
    last = max(whole.text.rfind(" ", first, last), first + ROOM // 2) if last < len(whole.text) else last
    before, behind = "… " if first else "", " …" if last < len(whole.text) else ""
    return _lit(f"{before}{whole.text[first:last]}{behind}", query)
