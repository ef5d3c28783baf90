"""The target of a mark's link: the quote that supports a value, or the source if its text is not held."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.evidence.verdicts import ClaimEvidence, Evidence, QuoteFound, Verdict
from dashboard.model.assessed import Assessed
from dashboard.model.event import Event

_MOST_TELLING = (Verdict.NOT_FOUND, Verdict.FOUND, Verdict.CHECKING, Verdict.QUESTIONED, Verdict.NOT_CHECKABLE)
"""The order in which `support_of_claims` decides."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in Sources."""

    source: str
    quote: str | None = None
    """`EVENT/CLAIM/N`; None where there are no words, but the source alone."""


def citation_of_claim(event: Event, key: str, evidence: Evidence) -> Citation | None:
    """The quote that its verdict follows from, else its first source; None where it has neither or is not there.

    Where no quote decides, as when all stand in a text that is not the one that was described, it is the first.
    """
    if key not in event.claims:
        return None
    found = evidence.of(event.id, key)
    deciding = [index for index, quote in enumerate(found.quotes) if _decides(quote, found)]
    for index in (*deciding, *range(len(found.quotes)))[:1]:
        return Citation(found.quotes[index].quote.source, f"{event.id}/{key}/{index}")
    sources = event.claims[key].sources
    return Citation(sources[0]) if sources else None


def citation_of_claims(event: Event, claims: Iterable[str], evidence: Evidence) -> Citation | None:
    """The citation of a value with several claims: that of the claim from which its mark comes."""
    key = deciding_claim(event, claims, evidence)
    return None if key is None else citation_of_claim(event, key, evidence)


def deciding_claim(event: Event, claims: Iterable[str], evidence: Evidence) -> str | None:
    """The one of several claims that leads somewhere and decides first; None where none leads anywhere."""
    known = [key for key in claims if key in event.claims]
    ranked = sorted(known, key=lambda key: _MOST_TELLING.index(evidence.of(event.id, key).verdict))
    return next((key for key in ranked if citation_of_claim(event, key, evidence) is not None), None)


def citation_of_assessed(event: Event, assessed: Assessed, evidence: Evidence) -> Citation | None:
    """The citation of the team's own value: of its claims if it is quoted, its first source if it is external."""
    if assessed.basis == "quoted":
        return citation_of_claims(event, assessed.claims, evidence)
    return Citation(assessed.sources[0]) if assessed.basis == "external" and assessed.sources else None


def _decides(quote: QuoteFound, found: ClaimEvidence) -> bool:
    """Whether this quote explains the verdict: one not found, or without a held text; where all are found, any."""
    if found.verdict is Verdict.NOT_FOUND:
        return quote.finding is not None and not quote.finding.stands
    return found.verdict in (Verdict.FOUND, Verdict.CHECKING, Verdict.QUESTIONED) or quote.finding is None
