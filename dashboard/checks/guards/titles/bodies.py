"""Guard: the army, the police or a court of a title is in the event: in its words, or among its actors."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guards.titles.words import TITLE_OVERCLAIMS
from dashboard.checks.named_ids import actors_of
from dashboard.model.event import Event

_FORCES: Final = (
    r"arm(?:y|ies)|armed|soldier\w*|troop\w*|militar\w+|forces?|servicem[ae]n|servicewom[ae]n|regiment\w*"
    r"|battalion\w*|brigade\w*"
    r"|division\w*|command\w*|guards?|generals?|colonels?|admirals?|officers?|junta|navy|naval|marines?"
    r"|air force|peacekeep\w+"
    r"|legion\w*|airm[ae]n|sailors?|warships?|recruits?|conscripts?|barracks|garrison\w*|paratroop\w*|infantry"
    r"|corps|defen[cs]e"
    r"|war|warplanes?|jets?|missiles?|artillery|tanks?|coast ?guard|fleet|patrol\w*|conting\w+|units?|regime"
)
_SORTS: Final = (
    (
        re.compile(r"\b(?:army|soldiers|troops)\b", re.IGNORECASE),
        re.compile(rf"\b(?:{_FORCES})\b", re.IGNORECASE),
        "armed-",
    ),
    (
        re.compile(r"\bpolice(?:m[ae]n)?\b", re.IGNORECASE),
        re.compile(
            r"\b(?:polic\w+|officers?|constab\w+|gendarm\w+|security|law enforcement|paramilitar\w+|detectives?"
            r"|cops?|carabinieri"
            r"|commissioner|inspectors?|arrest\w*|detain\w*|custody|sheriff\w*|troopers?|riot|forces?|guards?"
            r"|authorities|FBI|prefect\w*|patrol\w*)\b",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        re.compile(r"\b(?:court|judges?|tribunal)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:courts?|judg\w+|tribunals?|justices?|magistrat\w+|jur(?:y|ies|ors?)|trials?|tried|bench"
            r"|sentenc\w+|convict\w+"
            r"|verdict\w*|rul(?:ed|es|ing|ings)|prosecut\w+|lawsuits?|appeals?|ICC|ICJ|ICTY|legal|arbitrat\w+|acquit\w*"
            r"|bail|plead\w*|pled|hearing\w*)\b",
            re.IGNORECASE,
        ),
        "",
    ),
    (
        re.compile(r"\b(?:parliament|lawmakers|senate)\b", re.IGNORECASE),
        re.compile(
            r"\b(?:parliament\w*|lawmak\w+|deput(?:y|ies)|assembl\w+|senat\w+|house|congress\w*|legislat\w+|mps?"
            r"|duma|knesset"
            r"|chambers?|diet|sejm|bundestag|majlis|lok sabha|commons|lords|vot(?:e|es|ed|ing)|representatives?"
            r"|rada|seim|seimas"
            r"|riksdag|storting|cortes|bills?|law|ratif\w+|committee|party|parties)\b",
            re.IGNORECASE,
        ),
        "",
    ),
)
"""Bodies that a title may name by their sort, words any of which lets it, and how the kinds of such actors begin."""
_SUBJECT: Final = re.compile(r"(?:(?:The|An?|Its?|Our) )?[A-Za-z’'-]+[^s\s] ")
_OBJECT: Final = re.compile(r"\Z|,? (?:the|an?|that|it|its|this|these|whether|how)\b")
"""What stands before and behind a verb of somebody who judges."""
_QUICK: Final = (
    "army",
    "soldiers",
    "troops",
    "polic",
    "court",
    "judge",
    "tribunal",
    "parliament",
    "lawmakers",
    "senate",
)


def title_names_bodies_of_its_event(context: EventContext) -> Iterator[Violation]:
    """Every army, police, court or parliament of a title has its like in the event's words, or among its actors."""
    event = context.event
    lower = event.title.lower()
    if not any(each in lower for each in _QUICK) or not context.is_english:
        return
    given = "\n".join((*context.sentences, *_fields(event)))
    for told, alike, kinds in _SORTS:
        match = told.search(event.title)
        if match is None or _is_verb(match) or alike.search(given) or _is_among_actors(context, alike, kinds):
            continue
        message = f"“{match[0]}” is in the title, but the event has no word and no actor of that sort"
        yield Violation(TITLE_OVERCLAIMS, event, tuple(event.claims), ("title",), (match[0],), message)
        return


def _is_verb(match: re.Match[str]) -> bool:
    """Whether it is “judges” of “The team judges the ceasefire fragile”."""
    before, behind = match.string[: match.start()], match.string[match.end() :]
    is_third_person = match[0].lower() == "judges" and _SUBJECT.fullmatch(before) is not None
    return is_third_person and _OBJECT.match(behind) is not None


def _fields(event: Event) -> Iterator[str]:
    yield from (part.as_reported for part in event.who if part.as_reported)
    yield from (each.words for claim in event.claims.values() for each in claim.voices if each.words)


def _is_among_actors(context: EventContext, alike: re.Pattern[str], kinds: str) -> bool:
    held = (context.corpus.workspace.actors.get(id_) for _, id_ in actors_of(context.event))
    return any(
        (kinds and actor.kind.startswith(kinds)) or any(map(alike.search, actor.names)) for actor in held if actor
    )
