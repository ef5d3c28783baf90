"""Where a mark leads: to the words that a value rests on, or to the description of a source whose text is not held."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.evidence.verdicts import ClaimEvidence, Evidence, QuoteFound, Verdict
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event

_MOST_TELLING = (Verdict.FAILED, Verdict.VERIFIED, Verdict.NOT_CHECKABLE)
"""The order in which `reading.carried_by_claims` decides."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A place in Sources."""

    source: str
    quote: str | None = None
    """`EVENT/CLAIM/N`; None where there are no words, but the source alone."""


def ground_of_claim(event: Event, key: str, evidence: Evidence) -> Ground | None:
    """The quote that its verdict follows from, else its first source; None where it has neither or is not there.

    Where no quote decides, as when all stand in a text that is not the one that was described, it is the first.
    """
    if key not in event.claims:
        return None
    found = evidence.of(event.id, key)
    deciding = [index for index, quote in enumerate(found.quotes) if _decides(quote, found)]
    for index in (*deciding, *range(len(found.quotes)))[:1]:
        return Ground(found.quotes[index].quote.source, f"{event.id}/{key}/{index}")
    sources = event.claims[key].sources
    return Ground(sources[0]) if sources else None


def ground_of_claims(event: Event, claims: Iterable[str], evidence: Evidence) -> Ground | None:
    """Of a value that rests on several claims: of the one that its mark comes from."""
    key = most_telling(event, claims, evidence)
    return None if key is None else ground_of_claim(event, key, evidence)


def most_telling(event: Event, claims: Iterable[str], evidence: Evidence) -> str | None:
    """The one of several claims that leads somewhere and decides first; None where none leads anywhere."""
    known = [key for key in claims if key in event.claims]
    ranked = sorted(known, key=lambda key: _MOST_TELLING.index(evidence.of(event.id, key).verdict))
    return next((key for key in ranked if ground_of_claim(event, key, evidence) is not None), None)


def ground_of_assessed(event: Event, assessed: Assessed, evidence: Evidence) -> Ground | None:
    """Of a value of the team's own: the words of its claims where it is quoted, its first source where external."""
    if assessed.basis == "quoted":
        return ground_of_claims(event, assessed.claims, evidence)
    return Ground(assessed.sources[0]) if assessed.basis == "external" and assessed.sources else None


def _decides(quote: QuoteFound, found: ClaimEvidence) -> bool:
    """One that fails where the claim has failed, one of a text that is not held where that is why, else any."""
    if found.verdict is Verdict.FAILED:
        return quote.finding is not None and not quote.finding.stands
    return found.verdict is Verdict.VERIFIED or quote.finding is None
