"""Candidate events of a text: each of one clause of one sentence, before any check has looked at it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any, Final

from dashboard.drafting.clauses import EventClause, event_clauses, is_told_by_somebody
from dashboard.drafting.marks import Selection, mark_claim
from dashboard.drafting.proposals.actors import UNKNOWN_ACTOR, ActorContext, ClauseActor, actors_of_clause
from dashboard.drafting.proposals.amounts import ClauseAmount, amounts_of_clause
from dashboard.drafting.proposals.dates import ClauseDate, date_of_clause
from dashboard.drafting.proposals.lead import goes_on_with_lead
from dashboard.drafting.proposals.places import ClausePlace, place_of_clause
from dashboard.drafting.proposals.proposal import Fields, FieldWords, OpenField
from dashboard.drafting.proposals.source_text import (
    EarlierSentences,
    Lead,
    SourceText,
    YearGiven,
    only_year,
    year_after,
)
from dashboard.drafting.quotes import NotQuotable, quote_of
from dashboard.drafting.titles import LONGEST_TITLE
from dashboard.evidence.sentences import Span, sentences
from dashboard.evidence.words import dates_in

_ENDED: Final = re.compile(r"[.!?…][”’\"')\]]*$")
_QUOTATION: Final = re.compile(r"\s*[“‘\"].*[”’\"]\s*$", re.DOTALL)
_CUT: Final = re.compile(r"[,;:]\s|\s[–—]\s")
_UNSEEN: Final = "\ufeff\u200b\u200e\u200f"
"""Signs that no record may begin a claim with: a byte order mark, and what is as invisible."""
_LONGEST_SENTENCE: Final = 1200
_DAY: Final = len("2021-06-01")


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

    def alone(self) -> "Candidate":
        """The candidate with nothing that another sentence gives; itself where none does."""
        others = [each for each in self.filled if not self.span[0] <= each.span[0] < self.span[1]]
        if not others:
            return self
        left = self
        for each in others:
            left = left.without(each, "The words do not say it, and another sentence may speak of something else")
        return replace(left, claim={**self.claim, "quotes": self.claim["quotes"][:1]})

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
                called = {"as_reported": each.as_reported} if each.as_reported else {}
                found.setdefault("who", []).append({"actor": each.value, "role": each.role, **called, **carried})
            else:
                found.setdefault("amounts", {})[each.key] = {"reported": each.value, **carried}
        return {**found, "claims": {self.claim_key: self.claim}}

    def entries(self) -> dict[str, dict[str, Fields]]:
        """What the registries lack of what it names, by registry."""
        named = {each.value for each in self.filled if each.field in ("where", "who")}
        every = {"places": self.places, "actors": self.actors}
        found = {name: {id_: one for id_, one in entries.items() if id_ in named} for name, entries in every.items()}
        return {name: entries for name, entries in found.items() if entries}


def candidates_in(read: SourceText) -> Iterator[Candidate]:
    """The candidates of a text, in its order."""
    earlier = EarlierSentences()
    for first, end in sentences(read.text):
        start = first + len(read.text[first:end]) - len(read.text[first:end].lstrip(_UNSEEN))
        sentence = read.text[start:end]
        if not _ENDED.search(sentence):
            year = only_year(sentence)
            earlier = replace(earlier, heading=YearGiven(year, (start, end)) if year else None)
            continue
        if end - start <= _LONGEST_SENTENCE:
            for clause in event_clauses(sentence):
                for found in candidate_of(read, (start, end), clause, earlier):
                    earlier = replace(earlier, lead=earlier.lead or _lead_of(found, read))
                    yield found
        earlier = replace(earlier, year=year_after(sentence, (start, end), earlier.year))
        if earlier.heading and any(each.year not in (None, earlier.heading.year) for each in dates_in(sentence)):
            earlier = replace(earlier, heading=None)


def _lead_of(found: Candidate, read: SourceText) -> Lead | None:
    """What holds in all of a release, where this is the first of its events that gives a day and who acts."""
    date = next((each for each in found.filled if each.field == "when"), None)
    place = next((each for each in found.filled if each.field == "where"), None)
    if read.kind != "press-release" or date is None or not found.speaker or len(date.value["reported"]) != _DAY:
        return None
    return Lead(found.span, date, place, found.places.get(place.value) if place else None, found.speaker)


def candidate_of(
    read: SourceText, span: Span, clause: EventClause, earlier: EarlierSentences | None = None
) -> Iterator[Candidate]:
    """The candidate of a clause of the sentence at `span`; none where it cannot be quoted, or gives nothing."""
    try:
        made = _candidate(read, span, clause, earlier or EarlierSentences())
    except NotQuotable:
        return
    when = next((each.value["reported"] for each in made.filled if each.field == "when"), "")
    if clause.is_noun and (not when or (read.published and when > str(read.published))):
        return
    if made.filled or clause.tells_of_agents or any(each.reason == UNKNOWN_ACTOR for each in made.open):
        yield made


def _candidate(read: SourceText, span: Span, clause: EventClause, earlier: EarlierSentences) -> Candidate:
    sentence = read.text[span[0] : span[1]]
    made = mark_claim({}, Selection(read.source, read.text, span, read.published), read.registered).fields
    ((key, claim),) = made["claims"].items()
    by_line = read.by_line
    actors, open_actors = actors_of_clause(clause, ActorContext(read.registered, read.names, read.text, by_line))
    amounts, open_amounts = amounts_of_clause(clause, sentence)
    date = date_of_clause(clause, read.published, earlier.year_for(span[0]))
    place = place_of_clause(clause, read.text, read.registered)
    given = [each for each in (date, place, *actors, *amounts) if not isinstance(each, OpenField)]
    found = [_field_words(each, sentence, span[0]) for each in given]
    open_ = [each for each in (date, place) if isinstance(each, OpenField)]
    places = {place.id: place.entry} if isinstance(place, ClausePlace) and place.entry else {}
    beside = {date.year_from.span} if isinstance(date, ClauseDate) and date.year_from else set()
    if by_line and any(each.is_by_line for each in actors):
        beside.add(by_line[1])
    acting = next((each.id for each in actors if each.role == "initiator"), "")
    subject = " ".join(sentence[clause.subject[0] : clause.subject[1]].split())
    if (lead := earlier.lead) and goes_on_with_lead(clause, lead, acting, subject):
        open_, more = _of_lead(open_, lead)
        if more:
            found = [*more, *found]
            beside.add(lead.span)
            places |= {lead.place.value: lead.place_entry} if lead.place_entry and lead.place in more else {}
    quotes = [quote_of(read.source, read.text, each).model_dump(exclude_defaults=True) for each in sorted(beside)]
    return Candidate(
        read.source,
        span,
        " ".join(sentence.split()),
        clause.verb,
        clause.types,
        _title(sentence, clause),
        key,
        {**claim, "quotes": [*claim["quotes"], *quotes]},
        subject,
        acting,
        tuple(found),
        (*open_, *open_actors, *open_amounts),
        places,
        {each.id: each.entry for each in actors if each.entry},
    )


def _of_lead(open_: list[OpenField], lead: Lead) -> tuple[list[OpenField], list[FieldWords]]:
    """What stays open, and what the first sentence of the release gives instead."""
    given = {each.field: each for each in (lead.date, lead.place) if each}
    taken = [given[each.field] for each in open_ if each.field in given and not each.words]
    fields = {each.field for each in taken}
    return [each for each in open_ if each.field not in fields], taken


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
        return FieldWords("who", each.id, words, span, role=each.role, as_reported=each.as_reported)
    return FieldWords("amounts", each.quantity, words, span, key=each.key)


def _title(sentence: str, clause: EventClause) -> str:
    """The clause from its subject on, behind whoever reports it; a sign of omission shows where words are missing."""
    start = clause.subject[0]
    if quoted := _QUOTATION.match(sentence, 0, start):
        said = f"{sentence[start : clause.verb_end]}: {quoted[0].strip()}"
        return _cut_title(said, 0, clause.verb_end - start)
    if not is_told_by_somebody(sentence[:start]):
        start = 0 if sentence[clause.subject[1] : clause.verb_start].strip() == "to" else start
        return _cut_title(sentence[start : clause.stop], clause.verb_start - start, clause.verb_end - start)
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
