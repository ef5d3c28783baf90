"""Verdicts of claims: computed from where their quotes stand, never stored."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folding import FoldedText, folded
from dashboard.model.claim import Claim, Quote
from dashboard.model.event import Event


class Verdict(StrEnum):
    """Of a claim. The three add up to all claims."""

    VERIFIED = "verified"
    FAILED = "failed"
    NOT_CHECKABLE = "not checkable"


@dataclass(frozen=True, slots=True)
class QuoteFound:
    """Where a quote stands in its source's text; `finding` is None where that text is not held."""

    quote: Quote
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class ClaimEvidence:
    """What was found of one claim's quotes, and the verdict that follows."""

    verdict: Verdict
    quotes: tuple[QuoteFound, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of every claim of a workspace, by event id and claim key."""

    claims: Mapping[str, Mapping[str, ClaimEvidence]] = field(default_factory=dict)

    def of(self, event: str, claim: str) -> ClaimEvidence:
        """The evidence of one claim; not checkable where no such claim is known."""
        return self.claims.get(event, {}).get(claim, _NOTHING)

    def count(self, events: Iterable[str]) -> dict[Verdict, int]:
        """How many claims of `events` have which verdict: all three, adding up to all their claims."""
        counts = dict.fromkeys(Verdict, 0)
        for event in events:
            for evidence in self.claims.get(event, {}).values():
                counts[evidence.verdict] += 1
        return counts


_NOTHING = ClaimEvidence(Verdict.NOT_CHECKABLE)


def evidence_of(events: Mapping[str, Event], texts: Mapping[str, str]) -> Evidence:
    """Look every quote up in its source's text. `texts` maps source ids to held texts."""
    folds: dict[str, FoldedText] = {}
    return Evidence(
        {
            id_: {key: _claim_evidence(claim, texts, folds) for key, claim in event.claims.items()}
            for id_, event in events.items()
        }
    )


def _claim_evidence(claim: Claim, texts: Mapping[str, str], folds: dict[str, FoldedText]) -> ClaimEvidence:
    found = tuple(QuoteFound(quote, _find(quote, texts, folds)) for quote in claim.quotes)
    findings = [each.finding for each in found]
    if any(finding is not None and not finding.stands for finding in findings):
        return ClaimEvidence(Verdict.FAILED, found)
    if findings and all(findings):
        return ClaimEvidence(Verdict.VERIFIED, found)
    return ClaimEvidence(Verdict.NOT_CHECKABLE, found)


def _find(quote: Quote, texts: Mapping[str, str], folds: dict[str, FoldedText]) -> Finding | None:
    text = texts.get(quote.source)
    if text is None:
        return None
    if quote.source not in folds:
        folds[quote.source] = folded(text)
    return find(quote, text, folds[quote.source])
