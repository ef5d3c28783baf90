"""What a sentence is based on, field by field: what it prints, and what decides it. Nothing else fells it.

Tags, weight, notes that are not shown and the state of a review are the team's, and no sentence is based on them; of a
review, only that it retracts its event.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from dashboard.briefing.outline.computed_fields import FIRST_THREAD, GROUP, HEADLINE, IN_ENTRIES, IN_THREAD, RETRACTED
from dashboard.briefing.outline.decided_fields import (
    ATTRIBUTION,
    DISPUTE,
    EXCEPTIONS,
    IN_WORDS,
    OPPONENTS,
    RELIANCE,
    SUPPORT,
)
from dashboard.briefing.outline.state import IS_THERE, NAME
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.assessed import Assessed
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.query.changes import PARTS
from dashboard.store.workspace import Workspace

OF_A_CLAIM: Final = tuple(name for name in Claim.model_fields if name != "question")
"""The fields of a claim on which a sentence rests if it prints the claim."""
IN_THE_ANNEX: Final = ("allow", "note")
"""Fields of a claim that the annex alone tells: the team wrote them beside it, and its own words rest on neither."""
SPEAKERS: Final = ("by", "by_as_reported", "quoted_by", "quoted_by_as_reported")
"""The fields of a claim that say who says it: a sentence is another one by them where its `ATTRIBUTION` is."""
OF_A_SPOT: Final = ("name", "precision", "latitude", "longitude", "radius_km")
"""The fields of a place on which its mark on a map depends; of an area, its country too."""


def of_claim(event: Event, key: str) -> Iterator[str]:
    """A claim in its words: all that it says, and the names of those who say it."""
    yield from of_ground(event, key)
    yield from of_annex_entry(event, key)
    yield from fields_of_event(event, f"claims.{key}.{IN_WORDS}")


def of_annex_entry(event: Event, key: str) -> Iterator[str]:
    """What the annex tells of a claim beside its words: the team's notes, and the names of those who say it."""
    if key in event.claims:
        yield from fields_of_event(event, *(f"claims.{key}.{field}" for field in IN_THE_ANNEX))
    yield from of_speakers(event, key)


def of_whole_entry(event: Event, key: str) -> Iterator[str]:
    """All that the annex tells of a claim: of one that sentences refer to, but that none has or rests on."""
    claim = event.claims.get(key)
    if claim is None:
        return
    told = (*(each for each in OF_A_CLAIM if each != "disputed_by"), ATTRIBUTION)
    yield from fields_of_event(event, *(f"claims.{key}.{field}" for field in told))
    yield from (f"sources/{id_}#{IS_THERE}" for id_ in sorted(sources_of_claim(claim)))
    yield from of_speakers(event, key)


def of_title_of_entry(event: Event) -> Iterator[str]:
    """The headline by which the annex names the event of a claim."""
    yield from fields_of_event(event, IN_ENTRIES)


def of_source_names(event: Event, key: str) -> Iterator[str]:
    """The names by which the annex tells the sources of a claim."""
    claim = event.claims.get(key)
    yield from (f"sources/{id_}#{NAME}" for id_ in sorted(sources_of_claim(claim) if claim else ()))


def of_speakers(event: Event, key: str) -> Iterator[str]:
    """The names of those who say a claim."""
    claim = event.claims.get(key)
    named = claim.actors_named() if claim else ()
    yield from (f"actors/{actor}#name" for actor in dict.fromkeys(actor for _, actor in named))


def of_ground(event: Event, key: str) -> Iterator[str]:
    """A claim on which the team's own words rest: all that it says, and who says it, whatever they are called.

    How far one can rely on it belongs to that: its sources, its grade, and what contradicts it.
    """
    claim = event.claims.get(key)
    if claim is None:
        return
    fields = (*(each for each in OF_A_CLAIM if each not in IN_THE_ANNEX), OPPONENTS, ATTRIBUTION)
    yield from fields_of_event(event, *(f"claims.{key}.{field}" for field in fields))
    yield from (f"sources/{id_}#{IS_THERE}" for id_ in sorted(sources_of_claim(claim)))


def of_carrier(event: Event, key: str) -> Iterator[str]:
    """A claim to which a value or a headline refers. Its verdict is told apart; its words are not printed there.

    Its mark says how far one can rely on it: other claims, grades and the origins of its sources decide that.
    """
    yield from fields_of_event(event, RETRACTED, f"claims.{key}.basis", f"claims.{key}.{RELIANCE}")


def of_title(event: Event) -> Iterator[str]:
    """The headline alone."""
    yield from fields_of_event(event, "title", RETRACTED)


def of_retraction(event: Event) -> Iterator[str]:
    """That the event is not retracted: of a sentence that does not print its headline."""
    yield from fields_of_event(event, RETRACTED)


def of_headline(event: Event) -> Iterator[str]:
    """The headline with the date and the place that stand below it, among the claims of its event and in its thread."""
    yield from of_title(event)
    yield from fields_of_event(event, GROUP, HEADLINE)
    yield from of_date(event)
    yield from of_place(event)


def of_date(event: Event) -> Iterator[str]:
    """The date as the team holds it, how that is carried, and by which sources from outside."""
    yield from _of_shown_date(event)
    yield from of_support(event, "when", event.when.assessed)


def of_bare_date(event: Event) -> Iterator[str]:
    """The date as the team holds it, whatever carries it."""
    yield from fields_of_event(event, "when.assessed.date")
    if event.when.assessed is None:
        yield from fields_of_event(event, "when.reported")


def _of_shown_date(event: Event) -> Iterator[str]:
    yield from of_bare_date(event)
    yield from fields_of_event(event, f"when.{SUPPORT}")


def of_place(event: Event) -> Iterator[str]:
    """The place as the team holds it, its name, how it is carried, and by which sources from outside."""
    yield from _of_shown_place(event)
    yield from of_support(event, "where", event.where.assessed)


def _of_shown_place(event: Event) -> Iterator[str]:
    where = event.where
    yield from fields_of_event(event, "where.assessed.place", f"where.{SUPPORT}")
    if where.assessed is None:
        yield from fields_of_event(event, "where.reported")
        yield from of_place_names(where.reported)
    else:
        yield from of_place_names(where.assessed.place)


def of_level(event: Event) -> Iterator[str]:
    """How far the matter had come."""
    yield from fields_of_event(event, "commitment.level", "commitment.claims")


def of_rung(event: Event, thread: str) -> Iterator[str]:
    """How far the matter had come, and when, as it stands below a thread."""
    yield from of_level(event)
    yield from of_membership(event, thread)
    yield from of_bare_date(event)


def of_membership(event: Event, thread: str) -> Iterator[str]:
    """That the event belongs to a thread."""
    yield from fields_of_event(event, f"{IN_THREAD}{thread}")


def of_contradiction(event: Event, key: str) -> Iterator[str]:
    """The claims that contradict a claim."""
    yield from fields_of_event(event, f"claims.{key}.{DISPUTE}")


def of_missing(event: Event, *, date: bool, place: bool, rung: bool) -> Iterator[str]:
    """What is said not to be known."""
    yield from fields_of_event(event, f"claims.{PARTS}")
    if date:
        yield from fields_of_event(event, "when.reported", "when.assessed.date")
    if place:
        yield from fields_of_event(event, "where.reported", "where.assessed.place")
        yield from of_place_names(event.where.assessed.place if event.where.assessed else event.where.reported)
    if rung:
        yield from fields_of_event(event, "commitment.level", "commitment.claims")


def of_map_row(event: Event, workspace: Workspace) -> Iterator[str]:
    """The event on the map: its mark, in the colour of its thread, and the lines to second places.

    Without a place it is in the table below the map alone.
    """
    yield from of_title(event)
    yield from fields_of_event(event, f"claims.{PARTS}")
    yield from _of_shown_place(event)
    shown = event.where.assessed.place if event.where.assessed else event.where.reported
    if shown not in workspace.places:
        return
    yield from fields_of_event(event, FIRST_THREAD, f"toward.{PARTS}")
    for id_ in (shown, *(each.place for each in event.toward)):
        place = workspace.places.get(id_ or "")
        yield from (f"places/{id_}#{field}" for field in OF_A_SPOT if id_)
        if place and place.is_area:
            yield f"places/{id_}#country"


def of_timeline_row(event: Event, workspace: Workspace) -> Iterator[str]:
    """The event on the timeline, in the lane of its thread: a mark, or a bar where its date is no single day."""
    yield from of_title(event)
    yield from fields_of_event(event, FIRST_THREAD, f"claims.{PARTS}")
    yield from _of_shown_date(event)
    when = event.when.assessed.date if event.when.assessed else event.when.reported
    if when is not None and (when.earliest is None or when.earliest != when.latest):
        yield from fields_of_event(event, "when.lasted")
    first = next(iter(event.threads), None)
    if first in workspace.threads:
        yield f"threads/{first}#title"


def of_field(event: Event, path: str) -> Iterator[str]:
    """Any field, by its dotted path."""
    yield from fields_of_event(event, path)


def of_exceptions(event: Event, keys: Iterable[str], *, of_none: bool) -> Iterator[str]:
    """Exceptions from checks that the annex tells at claims of an event; `of_none`: those that are of none of them."""
    yield from fields_of_event(
        event, *(f"claims.{key}.{EXCEPTIONS}" for key in keys), *([EXCEPTIONS] if of_none else [])
    )


def fields_of_event(event: Event, *paths: str) -> Iterator[str]:
    """Keys of fields of an event."""
    return (f"events/{event.id}#{path}" for path in paths)


def of_support(event: Event, part: str, assessed: Assessed | None) -> Iterator[str]:
    """The basis of a value of the team's, and the sources that are told of one from outside."""
    if assessed is None:
        return
    yield from fields_of_event(event, f"{part}.assessed.basis")
    if assessed.basis == "external":
        yield from fields_of_event(event, f"{part}.assessed.sources")
        yield from (f"sources/{id_}#{NAME}" for id_ in assessed.sources)


def of_place_names(*ids: str | None) -> Iterator[str]:
    """Keys of the names of places, whether or not they are registered."""
    return (f"places/{id_}#name" for id_ in ids if id_)
