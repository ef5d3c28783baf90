"""Who takes part in an event clause: its subject, and whom its verb is done to; never a name that is merely near."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Final

from dashboard.checks.context import RegistryNames
from dashboard.drafting.clauses import EventClause
from dashboard.drafting.people import WORD, TextNames
from dashboard.drafting.proposals.actor_entries import (
    ActorEntry,
    country_entry,
    force_entry,
    named_entry,
    seat_country,
)
from dashboard.drafting.proposals.objects import NAME, agents_of_clause, objects_of_clause
from dashboard.drafting.proposals.places import is_country_noun
from dashboard.drafting.proposals.proposal import OpenField
from dashboard.evidence.words import is_title, key_of
from dashboard.model.forms import country_named
from dashboard.model.vocabularies import COUNTRY_FORMS

_WHOLE: Final = re.compile(rf"^(?:[Tt]he\s+)?(?P<name>{NAME})(?:\s+\.+)?\s*$")
_GOVERNMENT: Final = re.compile(
    rf"^(?:(?:[Tt]he\s+)?(?:(?:new|interim|transitional|military|caretaker)\s+)?(?P<owner>{NAME})(?:’s"
    rf"|'s)?\s+[Gg]overnment"
    rf"|[Tt]he\s+[Gg]overnment\s+of\s+(?:the\s+)?(?P<of>{NAME}))\s*$"
)
_JOINT: Final = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_ENDS_IN_NAME: Final = re.compile(rf"{WORD}(?:\s+[Gg]overnment)?\s*$")
_SHARED_HEAD: Final = re.compile(r"(?<!States)(?<=s)\s+of\b|\b(?:from|in|to|at|between|among)\b")
"""What names several, or people of somewhere: what follows “and” may belong to it."""
_WITH_OTHERS: Final = re.compile(r"\s+and\s+(?:his|her|its|their)\s+[\w ’'-]+$")
"""Who is named with people who are not: “Jumblatt and his allies”."""
_ENOUGH: Final = 80
_OF_PLACES: Final = frozenset({"hosted", "celebrated", "won", "lost"})
"""Verbs whose subject may be a town itself, and not the government that sits there."""
_PRONOUNS: Final = frozenset(
    {"I", "We", "He", "She", "It", "They", "You", "This", "That", "These", "Those", "Both", "Some"}
)
UNKNOWN_ACTOR: Final = "The registry has no such actor"
"""Why an actor is left open whose name is told."""


@dataclass(frozen=True, slots=True)
class ClauseActor:
    """An actor of a clause."""

    id: str
    role: str
    words: str
    start: int
    end: int
    """Half-open, within the sentence."""
    entry: dict[str, Any] | None
    """What the registry lacks; None where it has the actor."""
    as_reported: str = ""
    """The words, where they are no name of the actor: the seat of a government."""
    is_by_line: bool = False
    """Whether “I” is who signs the text, whose line has to be quoted as well."""


@dataclass(frozen=True, slots=True)
class ActorContext:
    """By what names are read: the registries, and all of the text."""

    registered: RegistryNames
    names: TextNames
    text: str
    by_line: tuple[str, tuple[int, int]] | None = None
    """Who signs the text, and the span of that line."""

    @property
    def known_ids(self) -> set[str]:
        """The ids that the registry of actors has."""
        return {each.removeprefix("actor/") for each in self.registered.names}


def actors_of_clause(clause: EventClause, context: ActorContext) -> tuple[list[ClauseActor], list[OpenField]]:
    """The actors that a clause names as taking part, with their roles, and the words that name nobody for certain."""
    found: list[ClauseActor] = []
    open_: list[OpenField] = []
    parts = [*_subjects(clause), *_others(clause)]
    for start, end, role in parts:
        read = _read_actor(clause, start, end, role, context)
        if isinstance(read, ClauseActor):
            if all(each.id != read.id for each in found):
                found.append(read)
        else:
            open_.append(read)
    if not parts:
        open_.append(OpenField("who", "The words do not name who acts"))
    return found, open_


def _subjects(clause: EventClause) -> Iterator[tuple[int, int, str]]:
    role = "recipient" if clause.is_passive or clause.is_suffered else "initiator"
    yield from ((first, last, role) for first, last in _parts(clause.sentence, *clause.subject))


def _others(clause: EventClause) -> Iterator[tuple[int, int, str]]:
    for each in agents_of_clause(clause):
        yield (*each, "initiator")
    for first, last in objects_of_clause(clause):
        yield from ((*span, "recipient") for span in _parts(clause.sentence, first, last))


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, or those of the names that commas and “and” join in it."""
    words = text[start:end]
    if followed := _WITH_OTHERS.search(words):
        words = words[: followed.start()]
        end = start + followed.start()
    cuts = [each.span() for each in _JOINT.finditer(words)]
    parts = [(before[1], after[0]) for before, after in pairwise([(0, 0), *cuts, (len(words), len(words))])]
    if cuts and all(_is_one_of_several(words[first:last]) for first, last in parts):
        yield from ((start + first, start + last) for first, last in parts)
        return
    yield start, end


def _is_one_of_several(words: str) -> bool:
    """Whether the words name somebody without the others: of “the ministers of Brazil and Chile”, neither part does."""
    return bool(_ENDS_IN_NAME.search(words)) and not _SHARED_HEAD.search(words)


def _read_actor(clause: EventClause, start: int, end: int, role: str, context: ActorContext) -> ClauseActor | OpenField:
    """The one actor that all of the words name; else why it is open."""
    words = clause.sentence[start:end].rstrip()
    told = " ".join(words.split())
    if match := _GOVERNMENT.match(words):
        name = "owner" if match["owner"] else "of"
        return _country_or_open(match[name], (start, match.span(name)), role, told, context, is_people=True)
    match = _WHOLE.match(words)
    if told == "I" and context.by_line and (signed := _other_actor(context.by_line[0], start, role, context)):
        return replace(signed, words=told, end=start + len(words), as_reported=told, is_by_line=True)
    if told in _PRONOUNS:
        return OpenField("who", "A pronoun does not say who acts", told)
    if match is None:
        return _other_actor(words, start, role, context) or OpenField(
            "who", "Who acts is no name that stands alone", told[:_ENOUGH]
        )
    begin, last = match.span("name")
    name = " ".join(match["name"].split())
    known = [each for each in context.registered.about.named_in(name) if each.end == len(name)]
    ids = sorted({id_ for each in known for id_ in _actors_among(each.bearers)})
    if len(ids) == 1 and _is_title(name[: known[0].start]):
        if country_named(known[0].text) and (known[0].start > 0 or not is_country_noun(known[0].text)):
            return OpenField("who", "The words name more than a country", told)
        return ClauseActor(ids[0], role, known[0].text, start + begin + known[0].start, start + last, None)
    if len(ids) > 1:
        return OpenField("who", "Several actors have that name", told)
    if role == "initiator" and clause.verb not in _OF_PLACES and (country := seat_country(name, context.text)):
        found = _country_or_open(country, (start, (begin, last)), role, told, context, is_people=False)
        return replace(found, words=name, as_reported=name) if isinstance(found, ClauseActor) else found
    government = _country_or_open(name, (start, (begin, last)), role, told, context, is_people=False)
    if isinstance(government, ClauseActor) or ids:
        return government
    if context.names.holder(told):
        return _other_actor(words, start, role, context) or government
    return _other_actor(match["name"], start + begin, role, context) or government


def _actors_among(bearers: Iterable[str]) -> Iterator[str]:
    """The ids of actors, of all those who bear a name."""
    return (id_ for kind, _, id_ in (each.partition("/") for each in bearers) if kind == "actor")


def _other_actor(words: str, start: int, role: str, context: ActorContext) -> ClauseActor | None:
    """The armed force, or the person or organisation, that words name whom neither registry nor countries have."""
    told = " ".join(words.split())
    entry = force_entry(words, context.known_ids) or named_entry(told, context.names, context.known_ids)
    if entry is None:
        return None
    person = context.names.person(told) or context.names.holder(told)
    known = [each for each in context.registered.about.named_in(person or "") if each.end == len(person or "")]
    ids = sorted({id_ for each in known for id_ in _actors_among(each.bearers)})
    if len(ids) == 1 and person:
        return ClauseActor(ids[0], role, told, start, start + len(words), None, told)
    return _of_entry(entry, role, told, start, start + len(words))


def _of_entry(entry: ActorEntry, role: str, words: str, start: int, end: int) -> ClauseActor:
    return ClauseActor(entry.id, role, words, start, end, entry.fields, entry.as_reported)


def _is_title(words: str) -> bool:
    """Whether the words before a name are offices, countries and small words alone, of the one who is named."""
    rest = words.split()
    return not any(each in ("and", "for") for each in rest) and all(
        not each[0].isupper() or is_title(key_of(each)) or country_named(each) or _is_of_country(each) for each in rest
    )


def _is_of_country(word: str) -> bool:
    return any(word in forms for forms in COUNTRY_FORMS)


def _country_or_open(
    name: str, at: tuple[int, tuple[int, int]], role: str, told: str, context: ActorContext, *, is_people: bool
) -> ClauseActor | OpenField:
    """The government of the country that a name is; nobody else is made up."""
    name = " ".join(name.split())
    known = [each for each in context.registered.about.named_in(name) if (each.start, each.end) == (0, len(name))]
    ids = sorted({id_ for each in known for id_ in _actors_among(each.bearers)})
    start, (begin, end) = at
    if len(ids) == 1:
        return ClauseActor(ids[0], role, name, start + begin, start + end, None)
    entry = None if ids else country_entry(name, context.text, context.known_ids, is_people=is_people)
    if entry is None:
        return OpenField("who", UNKNOWN_ACTOR, told[:_ENOUGH])
    return _of_entry(entry, role, name, start + begin, start + end)
