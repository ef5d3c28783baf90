"""Candidate events of a text: each of one clause of one sentence, before any check has looked at it."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.checks.context import RegistryNames
from dashboard.drafting.marks import LONGEST_TITLE, Selection, mark_claim
from dashboard.drafting.proposals.actors import UNKNOWN_ACTOR, ClauseActor, actors_of_clause
from dashboard.drafting.proposals.amounts import ClauseAmount, amounts_of_clause
from dashboard.drafting.proposals.clauses import EventClause, event_clauses
from dashboard.drafting.proposals.dates import ClauseDate, date_of_clause
from dashboard.drafting.proposals.denials import is_told_by_somebody
from dashboard.drafting.proposals.places import ClausePlace, place_of_clause
from dashboard.drafting.proposals.proposal import Fields, FieldWords, OpenField
from dashboard.drafting.quotes import NotQuotable, quote_of
from dashboard.evidence.sentences import Span, sentences
from dashboard.evidence.words import dates_in

_ENDED: Final = re.compile(r"[.!?…][”’\"')\]]*$")
_CUT: Final = re.compile(r"[,;:]\s|\s[–—]\s")
_UNSEEN: Final = "\ufeff\u200b\u200e\u200f"
"""Signs that no record may begin a claim with: a byte order mark, and what is as invisible."""
_LONGEST_SENTENCE: Final = 1200


@dataclass(frozen=True, slots=True)
class Candidate:
    """An event that a clause may tell of."""

    source: str
    span: Span
    words: str
    verb: str
    types: tuple[str, ...]
    title: str
    claim_key: str
    claim: Fields
    subject: str
    """The words before the verb."""
    speaker: str
    """The actor that is the verb's subject; empty where none is known."""
    filled: tuple[FieldWords, ...]
    open: tuple[OpenField, ...]
    places: dict[str, Fields]
    actors: dict[str, Fields]

    def without(self, given: FieldWords, reason: str) -> "Candidate":
        """The candidate with a field left open."""
        filled = tuple(each for each in self.filled if each is not given)
        return replace(self, filled=filled, open=(*self.open, OpenField(given.field, reason, given.words)))

    def fields(self) -> Fields:
        """The event as its file would have it."""
        found: Fields = {"title": self.title}
        carried = {"claims": [self.claim_key]}
        for each in self.filled:
            if each.field == "when":
                found["when"] = {**each.value, **carried}
            elif each.field == "where":
                found["where"] = {"reported": each.value, **carried}
            elif each.field == "who":
                found.setdefault("who", []).append({"actor": each.value, "role": each.role, **carried})
            else:
                found.setdefault("amounts", {})[each.key] = {"reported": each.value, **carried}
        return {**found, "claims": {self.claim_key: self.claim}}

    def entries(self) -> dict[str, dict[str, Fields]]:
        """What the registries lack of what it names, by registry."""
        named = {each.value for each in self.filled if each.field in ("where", "who")}
        every = {"places": self.places, "actors": self.actors}
        found = {name: {id_: one for id_, one in entries.items() if id_ in named} for name, entries in every.items()}
        return {name: entries for name, entries in found.items() if entries}


@dataclass(frozen=True, slots=True)
class _Heading:
    """The heading above some sentences, and the only year that it gives."""

    year: int
    span: Span


def candidates_in(source: str, text: str, published: dt.date | None, registered: RegistryNames) -> Iterator[Candidate]:
    """The candidates of a text, in its order."""
    heading: _Heading | None = None
    for first, end in sentences(text):
        start = first + len(text[first:end]) - len(text[first:end].lstrip(_UNSEEN))
        sentence = text[start:end]
        if not _ENDED.search(sentence):
            year = _only_year(sentence)
            heading = _Heading(year, (start, end)) if year else None
            continue
        if end - start <= _LONGEST_SENTENCE:
            for clause in event_clauses(sentence):
                yield from candidate_of(source, text, (start, end), clause, published, registered, heading)
        if heading and any(each.year not in (None, heading.year) for each in dates_in(sentence)):
            heading = None


def candidate_of(
    source: str,
    text: str,
    span: Span,
    clause: EventClause,
    published: dt.date | None,
    registered: RegistryNames,
    heading: _Heading | None = None,
) -> Iterator[Candidate]:
    """The candidate of a clause of the sentence at `span`; none where it cannot be quoted, or gives nothing."""
    try:
        made = _candidate(source, text, span, clause, published, heading, registered)
    except NotQuotable:
        return
    if made.filled or any(each.reason == UNKNOWN_ACTOR for each in made.open):
        yield made


def _only_year(heading: str) -> int | None:
    """The one year that a heading gives."""
    years = {each.year for each in dates_in(heading)}
    return next(iter(years)) if len(years) == 1 else None


def _candidate(
    source: str,
    text: str,
    span: Span,
    clause: EventClause,
    published: dt.date | None,
    heading: _Heading | None,
    registered: RegistryNames,
) -> Candidate:
    start = span[0]
    sentence = text[start : span[1]]
    made = mark_claim({}, Selection(source, text, span, published), registered).fields
    ((key, claim),) = made["claims"].items()
    actors, open_actors = actors_of_clause(clause, registered)
    amounts, open_amounts = amounts_of_clause(clause, sentence)
    date = date_of_clause(clause, published, heading.year if heading else None)
    if heading and isinstance(date, ClauseDate) and date.is_of_heading:
        quote = quote_of(source, text, heading.span).model_dump(exclude_defaults=True)
        claim = {**claim, "quotes": [*claim["quotes"], quote]}
    place = place_of_clause(clause, text, registered)
    open_: list[OpenField] = []
    given: list[ClauseDate | ClausePlace | ClauseActor | ClauseAmount] = []
    for each in (date, place):
        if isinstance(each, OpenField):
            open_.append(each)
        else:
            given.append(each)
    found = [_field_words(each, sentence, start) for each in (*given, *actors, *amounts)]
    subject = " ".join(sentence[clause.subject[0] : clause.subject[1]].split())
    return Candidate(
        source,
        span,
        " ".join(sentence.split()),
        clause.verb,
        clause.types,
        _title(sentence, clause),
        key,
        claim,
        subject,
        next((each.id for each in actors if each.role == "initiator"), ""),
        tuple(found),
        (*open_, *open_actors, *open_amounts),
        {place.id: place.entry} if isinstance(place, ClausePlace) and place.entry else {},
        {each.id: each.entry for each in actors if each.entry},
    )


def _field_words(each: ClauseDate | ClausePlace | ClauseActor | ClauseAmount, sentence: str, offset: int) -> FieldWords:
    """A value with the words that give it, by their place in the whole text."""
    words = " ".join(sentence[each.start : each.end].split())
    span = offset + each.start, offset + each.end
    if isinstance(each, ClauseDate):
        value: Any = {"reported": str(each.date)}
        if each.as_reported:
            value["as_reported"] = words.rstrip(",")
        return FieldWords("when", value, words.rstrip(","), span)
    if isinstance(each, ClausePlace):
        return FieldWords("where", each.id, words, span)
    if isinstance(each, ClauseActor):
        return FieldWords("who", each.id, words, span, role=each.role)
    return FieldWords("amounts", each.quantity, words, span, key=each.key)


def _title(sentence: str, clause: EventClause) -> str:
    """The clause from its subject on, behind whoever reports it; a sign of omission shows where words are missing."""
    start = clause.subject[0]
    if not is_told_by_somebody(sentence[:start]):
        return _cut_title(sentence[start:], clause.verb_start - start, clause.verb_end - start)
    whole = _bare(sentence)
    if len(whole) <= LONGEST_TITLE:
        return whole[:1].upper() + whole[1:]
    rest = f"… {sentence[start:]}"
    return _cut_title(rest, clause.verb_start - start + 2, clause.verb_end - start + 2)


def _bare(words: str) -> str:
    return " ".join(words.split()).rstrip(".!?…。！？")


def _cut_title(words: str, verb_start: int, verb_end: int) -> str:
    """The words as a title, cut behind the verb if they are long."""
    bare = _bare(words)
    if len(bare) > LONGEST_TITLE:
        cuts = [match.start() for match in _CUT.finditer(bare) if verb_end < match.start() < LONGEST_TITLE]
        shorter = bare[: cuts[-1]] if cuts else bare[:LONGEST_TITLE].rpartition(" ")[0]
        if not shorter:  # a word longer than a title: what follows it has to do
            return f"… {words[verb_start:]}"[:LONGEST_TITLE].rpartition(" ")[0]
        bare = f"{shorter} …"
    return bare[:1].upper() + bare[1:]
