"""Nobody is called by an office outside the time that the registry gives for it."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import OfficeMention, Offices
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.claim import Claim
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.model.source import shown_date
from dashboard.store.workspace import PathInRecord, Workspace

OFFICE_NOT_HELD = guard(
    "office-not-held",
    "An office that the person did not hold at the time",
    "A claim or its quote gives a person an office (`President Rafael Correa`). According to the registry, they held "
    "it neither at the time of the event nor when its sources were published. `then-President` means the office at "
    "the time of the event; `former` and `ex-` mean that it was over when the source was written. Not checked if the "
    "words name a year of the office, if a date is uncertain, or if the registry gives no dates for the office.",
    "correct the date, the name, or the office's `when` in `events/registry/actors.yaml`",
)
_QUALIFIER: Final = re.compile(r"([A-Za-z]+)(?:[- ]|, )$")
_FORMER: Final = frozenset({"former", "ex", "late", "past", "onetime"})
_ANOTHER_OFFICE: Final = (
    *("vice", "deputy", "acting", "interim", "future", "incoming", "assistant", "under", "next", "candidate"),
    *("shadow", "be", "proclaimed", "aspiring", "elect", "designate", "honorary", "associate", "co"),
)
"""Words before a title that make it another one: `vice president`, `would-be president`."""
_YEAR: Final = re.compile(r"\b(?:1\d|20)\d\d\b")


def office_was_held(corpus: Corpus) -> Iterator[Violation]:
    """Whoever is called by an office held it when the event was, or when that was told."""
    offices = Offices(corpus.workspace)
    for event in corpus.events.values() if offices else ():
        for name, claim in event.claims.items():
            for path, text in _texts(name, claim):
                wrong = [each for each in offices.called_in(text) if not _may_be(corpus.workspace, event, name, each)]
                if wrong:
                    yield Violation(OFFICE_NOT_HELD, event, (name,), path, (wrong[0].words,), _message(wrong[0]))
                    break


def _texts(name: str, claim: Claim) -> Iterator[tuple[PathInRecord, str]]:
    yield ("claims", name, "text"), claim.text
    for index, quote in enumerate(claim.quotes):
        yield ("claims", name, "quotes", index, "exact"), quote.exact


def _message(called: OfficeMention) -> str:
    holder = called.holders[0]
    when = " and ".join(term.words() for term in holder.terms)
    return f"“{called.words}” is not of this time: by the registry, {holder.name} held the office {when}"


def _may_be(workspace: Workspace, event: Event, name: str, called: OfficeMention) -> bool:
    """Whether it may be right of one of those whom it may mean, as far as dates say."""
    claim, dates = event.claims[name], _dates(event)
    if not dates or any(_names_a_year(claim, holder.terms) for holder in called.holders):
        return True
    found = _QUALIFIER.search(called.before[-24:])
    qualifier = found[1].lower() if found else ""
    if qualifier in _ANOTHER_OFFICE:
        return True
    told = _publication_dates(workspace, claim)
    all_terms = [holder.terms for holder in called.holders]
    if qualifier in _FORMER:
        return not told or not all(_is_to_end(each, terms) for each in (*dates, *told) for terms in all_terms)
    if qualifier == "then":
        speaks_of_another_time = name not in event.when.claims and not all(
            _is_to_begin(each, terms) for each in dates for terms in all_terms
        )
        return speaks_of_another_time or any(_meets(each, terms) for each in dates for terms in all_terms)
    return any(_meets(each, terms) for each in (*dates, *told) for terms in all_terms)


def _dates(event: Event) -> tuple[EventDate, ...]:
    """The event's dates as reported and as assessed; none if one of them is in doubt."""
    dates = event.when.dates
    return () if any(each.uncertain or each.approximate for each in dates) else dates


def _publication_dates(workspace: Workspace, claim: Claim) -> list[EventDate]:
    """When the claim's sources were published, as far as that is known."""
    sources = (workspace.sources.get(id_) for id_ in sources_of_claim(claim))
    dates = (shown_date(source.published) for source in sources if source is not None)
    return [each for each in dates if each is not None]


def _names_a_year(claim: Claim, terms: Sequence[EventDate]) -> bool:
    years = [int(year) for words in (claim.text, *claim.exact_quotes) for year in _YEAR.findall(words)]
    return any(
        (term.earliest is None or term.earliest.year <= year) and (term.latest is None or year <= term.latest.year)
        for term in terms
        for year in years
    )


def _meets(each: EventDate, terms: Sequence[EventDate]) -> bool:
    """Whether a day that the date allows may lie in one of the terms."""
    return any(
        (each.latest is None or term.earliest is None or term.earliest <= each.latest)
        and (each.earliest is None or term.latest is None or each.earliest <= term.latest)
        for term in terms
    )


def _is_to_begin(each: EventDate, terms: Sequence[EventDate]) -> bool:
    """Whether every term began after the date."""
    latest = each.latest
    return latest is not None and all(term.earliest is not None and latest < term.earliest for term in terms)


def _is_to_end(each: EventDate, terms: Sequence[EventDate]) -> bool:
    """Whether every term ended after the date, if ever."""
    latest = each.latest
    ends = [term.end.earliest if term.is_interval and term.end else None for term in terms]
    return latest is not None and all(
        term.open_end or (end is not None and latest < end) for term, end in zip(terms, ends, strict=True)
    )


GUARDS = (office_was_held,)
