"""Verdicts of claims: computed from where their quotes stand and what checks object to, never stored."""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Final

from dashboard.evidence.finding import Finding, find
from dashboard.evidence.folded_text import FoldedText
from dashboard.evidence.folding import fold_once
from dashboard.evidence.searching import SearchedText
from dashboard.model.claim import Claim, Quote
from dashboard.model.event import Event
from dashboard.model.pickled_values import PickledByValues
from dashboard.store.workspace import PathInRecord


class Verdict(StrEnum):
    """The verdict of a claim. The four of `VERDICTS` add up to all claims of a workspace that was checked."""

    FOUND = "quote found"
    """All its quotes stand in texts that are held, and no check objects. Whether it is true, no machine can say."""
    QUESTIONED = "questioned"
    """All its quotes stand, and a check that is an error objects to what the claim makes of them."""
    NOT_FOUND = "quote not found"
    """A quote does not stand in its source's text, or stands there more than once."""
    NOT_CHECKABLE = "not checkable"
    """It rests on sources alone, on a text that is not held or is not the one that was described, or is inferred."""
    CHECKING = "being checked"
    """All its quotes stand; the checks that may object have not been made yet. Pages alone have it, never a file."""


VERDICTS: Final = (Verdict.FOUND, Verdict.QUESTIONED, Verdict.NOT_FOUND, Verdict.NOT_CHECKABLE)
"""The verdicts of claims that have been checked."""


@dataclass(frozen=True, slots=True)
class QuoteFound(PickledByValues):
    """A quote and where it is in its source's text; `finding` is None if that text is not held."""

    quote: Quote
    finding: Finding | None


@dataclass(frozen=True, slots=True)
class ClaimEvidence(PickledByValues):
    """What was found of one claim's quotes, and the verdict that follows."""

    verdict: Verdict
    quotes: tuple[QuoteFound, ...] = ()

    @property
    def all_stand(self) -> bool:
        """Whether there are quotes and each stands, once, in the text that is there, be it the one described or not."""
        return bool(self.quotes) and all(each.finding is not None and each.finding.stands for each in self.quotes)

    @property
    def is_of_changed_text(self) -> bool:
        """Whether its quotes stand, and it is not checkable only because a source's text was changed unaccepted."""
        return self.verdict is Verdict.NOT_CHECKABLE and self.all_stand


@dataclass(frozen=True, slots=True)
class Evidence:
    """The evidence of every claim of a workspace, by event id and claim key."""

    claims: Mapping[str, Mapping[str, ClaimEvidence]] = field(default_factory=dict)
    objections: Mapping[str, frozenset[PathInRecord]] = field(default_factory=dict)
    """By event id, the paths in its record to which a check that is an error objects."""
    unchecked: Set[str] = frozenset()
    """Ids of events whose checks have not been made yet."""

    def of(self, event: str, claim: str) -> ClaimEvidence:
        """The evidence of one claim; not checkable where no such claim is known."""
        return self.claims.get(event, {}).get(claim, _NOTHING)

    def is_questioned(self, event: str, part: PathInRecord, *, assessed: bool = False) -> bool:
        """Whether a check objects to what the words give for a `part` of an event, or to the team's own value."""
        steps = (
            path[len(part) : len(part) + 1] for path in self.objections.get(event, ()) if path[: len(part)] == part
        )
        return any(step == ("assessed",) if assessed else step not in _OTHER_VALUES for step in steps)

    def after_checks(self, objections: Mapping[str, frozenset[PathInRecord]]) -> "Evidence":
        """This evidence as it is after the checks: claims with found quotes to which one objects are questioned."""
        claims = dict(self.claims)
        for event, paths in objections.items():
            keys = {path[1] for path in paths if path[0] == "claims" and len(path) > 1}
            claims[event] = {
                key: _question(found) if key in keys else found for key, found in claims.get(event, {}).items()
            }
        return Evidence(claims, objections)

    def before_checks(self, unchecked: Set[str]) -> "Evidence":
        """This evidence while the checks of some events are being made: of no claim of theirs it says that it holds.

        That a quote is not found, or cannot be looked up, is known by now, and no check changes it.
        """
        claims = dict(self.claims)
        for event in unchecked:
            claims[event] = {
                key: replace(found, verdict=Verdict.CHECKING) if found.verdict is Verdict.FOUND else found
                for key, found in claims.get(event, {}).items()
            }
        return replace(self, claims=claims, unchecked=unchecked)

    def count(self, events: Iterable[str]) -> dict[Verdict, int]:
        """How many claims of `events` have which verdict: all four, adding up to all their claims.

        Those that are being checked are counted only where there are some.
        """
        counts = dict.fromkeys(VERDICTS, 0)
        for event in events:
            for evidence in self.claims.get(event, {}).values():
                counts[evidence.verdict] = counts.get(evidence.verdict, 0) + 1
        return counts


_OTHER_VALUES: Final = (("assessed",), ("also_reported",))
"""Steps in the path of an objection to a value that stands beside the reported one."""


@dataclass(frozen=True, slots=True)
class EarlierEvidence:
    """What was looked up before, and in what: what has not changed since need not be looked up again."""

    events: Mapping[str, Event] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    evidence: Evidence = field(default_factory=Evidence)
    altered: Set[str] = frozenset()

    def of(self, event: Event, texts: Mapping[str, str], altered: Set[str]) -> Mapping[str, ClaimEvidence] | None:
        """The evidence of an event that is the very same record, quoting texts that are the same; else None."""
        if self.events.get(event.id) is not event:
            return None
        quoted = {quote.source for claim in event.claims.values() for quote in claim.quotes}
        same = all(texts.get(source) == self.texts.get(source) for source in quoted)
        same = same and quoted & altered == quoted & self.altered
        return self.evidence.claims.get(event.id) if same else None


def _question(found: ClaimEvidence) -> ClaimEvidence:
    return replace(found, verdict=Verdict.QUESTIONED) if found.verdict is Verdict.FOUND else found


_NOTHING = ClaimEvidence(Verdict.NOT_CHECKABLE)
_NOTHING_EARLIER = EarlierEvidence()


def evidence_of(
    events: Mapping[str, Event],
    texts: Mapping[str, str],
    earlier: EarlierEvidence = _NOTHING_EARLIER,
    altered: Set[str] = frozenset(),
) -> Evidence:
    """Look every quote up in its source's text. `texts` maps source ids to held texts.

    `altered` are sources whose text is not the one that was described: what does not stand there fails, and what still
    does is not checkable, as those were not the words. With `earlier`, only those of events that are other records than
    then, or that quote a text that is another.
    """
    searched = {source: _SourceText(text) for source, text in texts.items()}
    return Evidence(
        {
            id_: earlier.of(event, texts, altered) or _event_evidence(event, searched, altered)
            for id_, event in events.items()
        }
    )


class _SourceText:
    """A source's text, searched for many quotes; folded only if one of them does not stand there exactly."""

    def __init__(self, text: str) -> None:
        self.exactly = SearchedText(text)

    @cached_property
    def folding(self) -> FoldedText:
        """The text, folded."""
        return fold_once(self.exactly.text)


def _event_evidence(
    event: Event, searched: Mapping[str, _SourceText], altered: Set[str]
) -> Mapping[str, ClaimEvidence]:
    return {key: _claim_evidence(claim, searched, altered) for key, claim in event.claims.items()}


def _claim_evidence(claim: Claim, searched: Mapping[str, _SourceText], altered: Set[str]) -> ClaimEvidence:
    found = tuple(QuoteFound(quote, _find(quote, searched.get(quote.source))) for quote in claim.quotes)
    findings = [each.finding for each in found]
    if any(finding is not None and not finding.stands for finding in findings):
        return ClaimEvidence(Verdict.NOT_FOUND, found)
    if findings and all(findings) and altered.isdisjoint(quote.source for quote in claim.quotes):
        return ClaimEvidence(Verdict.FOUND, found)
    return ClaimEvidence(Verdict.NOT_CHECKABLE, found)


def _find(quote: Quote, searched: _SourceText | None) -> Finding | None:
    return None if searched is None else find(quote, searched.exactly, lambda: searched.folding)
