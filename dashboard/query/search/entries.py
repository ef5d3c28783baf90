"""What a workspace has to be found: events with all their texts, passages of sources' texts, and names."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NamedTuple

from dashboard.evidence.sentences import Span
from dashboard.model.event import Event
from dashboard.model.geography import country_name
from dashboard.model.registry import Actor, Place, Question, Thread
from dashboard.model.source import Source, shown_date, shown_text
from dashboard.query.origins import sources_of
from dashboard.store.workspace import Workspace

PASSAGE_CHARACTERS: Final = 600
"""About so long is a passage of a source's text; it ends where a sentence or a line does, if one does."""
_ENDS: Final = re.compile(r"\n+|(?<=[.!?。！？؟])\s+")


class SearchKind(StrEnum):
    """Kinds of what can be found, in the order in which they are listed."""

    PAGE = "page"
    ACTION = "action"
    ACTOR = "actor"
    PLACE = "place"
    THREAD = "thread"
    QUESTION = "question"
    EVENT = "event"
    CLAIM = "claim"
    QUOTE = "quote"
    SOURCE = "source"
    TEXT = "text"
    BRIEFING = "briefing"
    VIEW = "view"


COMMANDS: Final = (SearchKind.PAGE, SearchKind.ACTION)
"""What is no part of the workspace."""


@dataclass(frozen=True, slots=True)
class NamedEntry:
    """Something with a name that can be found: a record of the registry, a page, an action."""

    kind: SearchKind
    id: str
    """What leads to it: its id; `thread/question` for a question."""
    title: str
    names: str = ""
    """Other names, and what it is."""
    notes: str = ""
    """What else is said of it."""


class EventTexts(NamedTuple):
    """The texts of an event, as its columns in the index."""

    title: str
    names: str
    """Actors, places, threads, outlets and tags, with their other names."""
    claims: str
    quotes: str
    notes: str
    """Dates, the type, the id, and remarks of the team."""


def texts_of_event(event: Event, workspace: Workspace) -> EventTexts:
    """All that an event is found by, as it stands in the record and the registries."""
    actors = dict.fromkeys(_actors_of(event))
    places = dict.fromkeys(_places_of(event))
    names = [
        *(name for id_ in actors for name in _names_of_actor(id_, workspace.actors)),
        *(name for id_ in places for name in _names_of_place(id_, workspace.places)),
        *map(workspace.thread_title, event.threads),
        *map(workspace.source_name, sorted(sources_of(event))),
        *event.tags,
    ]
    claims = event.claims.values()
    dates = [text for date in event.when.dates for text in (date.text, date.words())]
    notes = [event.id, event.what.type or "", *event.what.modes, event.when.as_reported or "", *dates]
    notes += [claim.note for claim in claims if claim.note]
    notes += [judgement.note for judgement in event.judgements if judgement.note]
    return EventTexts(
        event.title,
        "\n".join(names),
        "\n".join(claim.text for claim in claims),
        "\n".join(quote.exact for claim in claims for quote in claim.quotes),
        "\n".join(filter(None, notes)),
    )


def _actors_of(event: Event) -> Iterator[str]:
    for part in event.who:
        yield part.actor
        if part.assessed and part.assessed.actor:
            yield part.assessed.actor
    for claim in event.claims.values():
        yield from (actor for _, actor in claim.actors_named())


def _places_of(event: Event) -> Iterator[str]:
    where = event.where
    given = (where.reported, where.assessed.place if where.assessed else None)
    yield from filter(None, (*given, *(each.reported for each in where.also_reported)))
    yield from (each.place for each in event.toward)


def _names_of_actor(id_: str, actors: Mapping[str, Actor]) -> tuple[str, ...]:
    return actors[id_].names if id_ in actors else (id_,)


def _names_of_place(id_: str, places: Mapping[str, Place]) -> tuple[str, ...]:
    if id_ not in places:
        return (id_,)
    place = places[id_]
    return (place.name, *place.aliases, country_name(place.country))


def passages_of(text: str) -> Iterator[Span]:
    """Half-open spans that add up to the text, each of about `PASSAGE_CHARACTERS`."""
    start = 0
    for end in (*(found.end() for found in _ENDS.finditer(text)), len(text)):
        while end - start > 2 * PASSAGE_CHARACTERS:
            space = text.rfind(" ", start + 1, start + PASSAGE_CHARACTERS) + 1
            middle = space or start + PASSAGE_CHARACTERS
            yield start, middle
            start = middle
        if end - start >= PASSAGE_CHARACTERS or (end == len(text) and start < end):
            yield start, end
            start = end


def named_entries(workspace: Workspace) -> Iterator[NamedEntry]:
    """Everything in the workspace that has a name, but for events."""
    yield from map(_actor, workspace.actors.values())
    yield from map(_place, workspace.places.values())
    for thread in workspace.threads.values():
        yield NamedEntry(SearchKind.THREAD, thread.id, thread.title, "", thread.summary or "")
        yield from _questions(thread)
    yield from map(_source, workspace.sources.values())
    for briefing in workspace.briefings.values():
        yield NamedEntry(SearchKind.BRIEFING, briefing.id, briefing.title, briefing.id, briefing.scope or "")
    for view in workspace.views.values():
        yield NamedEntry(SearchKind.VIEW, view.id, view.title, "", view.words or "")


def _actor(actor: Actor) -> NamedEntry:
    offices = (office.title for office in actor.offices)
    return NamedEntry(
        SearchKind.ACTOR,
        actor.id,
        actor.name,
        _lines((*actor.aliases, *offices, country_name(actor.country))),
        actor.note or "",
    )


def _place(place: Place) -> NamedEntry:
    names = _lines((*place.aliases, country_name(place.country)))
    return NamedEntry(SearchKind.PLACE, place.id, place.name, names, place.note or "")


def _questions(thread: Thread) -> Iterator[NamedEntry]:
    for key, question in thread.questions.items():
        yield _question(thread, key, question)


def _question(thread: Thread, key: str, question: Question) -> NamedEntry:
    return NamedEntry(SearchKind.QUESTION, f"{thread.id}/{key}", question.text, thread.title, question.note or "")


def _source(source: Source) -> NamedEntry:
    published = shown_date(source.published)
    dates = (published.text, published.words()) if published else ()
    names = _lines((shown_text(source.outlet), shown_text(source.author), source.origin, source.id, *dates))
    return NamedEntry(SearchKind.SOURCE, source.id, source.name, names, _lines((source.url, source.note)))


def _lines(texts: Iterable[str | None]) -> str:
    return "\n".join(filter(None, texts))
