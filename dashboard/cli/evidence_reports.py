"""Reports of evidence: for people, by event; for programs, as JSON. Line by line, for there may be very many."""

import json
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dashboard.cli.terminal import printable
from dashboard.evidence.verdicts import ClaimEvidence, Evidence, QuoteFound, Verdict
from dashboard.model.claim import Claim
from dashboard.query.wording import count_words
from dashboard.store.workspace import Workspace


@dataclass(frozen=True)
class EvidenceReport:
    """The claims that are shown, by event id and claim key, in the order of the workspace."""

    workspace: Workspace
    evidence: Evidence
    claims: Sequence[tuple[str, str]]

    @cached_property
    def counts(self) -> Mapping[Verdict, int]:
        """The number of claims by verdict, which add up to all that are shown."""
        counts = dict.fromkeys(Verdict, 0)
        for event, key in self.claims:
            counts[self.evidence.of(event, key).verdict] += 1
        return counts


def as_json(report: EvidenceReport) -> Iterator[str]:
    """One object, a claim a line; offsets are half-open, in code points. ASCII alone."""
    yield '{"claims": ['
    last = len(report.claims) - 1
    for number, (event, key) in enumerate(report.claims):
        evidence = report.evidence.of(event, key)
        entry = {
            "event": event,
            "claim": key,
            "verdict": _word(evidence.verdict),
            "quotes": [_quote(found) for found in evidence.quotes],
        }
        yield f"  {json.dumps(entry)}{'' if number == last else ','}"
    counts = {_word(verdict): count for verdict, count in report.counts.items()}
    yield f'], "counts": {json.dumps(counts)}}}'


def _quote(found: QuoteFound) -> dict[str, object]:
    """Spans are those of the one place at which it stands: none where it stands nowhere, or more than once."""
    spans = found.finding.spans if found.finding is not None else ()
    return {"source": found.quote.source, "exact": found.quote.exact, "spans": spans}


def _word(verdict: Verdict) -> str:
    return verdict.value.replace(" ", "-")


def as_text(report: EvidenceReport) -> Iterator[str]:
    """Claims by event: the verdict, the statement, and where its words stand. Then a summary."""
    lines = _Lines(report.workspace.texts)
    shown = None
    for event_id, key in report.claims:
        event = report.workspace.events[event_id]
        if event_id != shown:
            shown = event_id
            yield printable(f"{event_id}: {event.title}")
        evidence = report.evidence.of(event_id, key)
        yield printable(f"  {key}: {evidence.verdict}. {_one_line(event.claims[key].text)}")
        yield from _grounds(event.claims[key], evidence, lines)
    yield summary(report)


def summary(report: EvidenceReport) -> str:
    """One sentence: the claims, which add up, and what was left out."""
    events = len({event for event, _ in report.claims})
    verdicts = ", ".join(f"{count:,} {verdict}" for verdict, count in report.counts.items())
    told = f"{count_words(len(report.claims), 'claim')} of {count_words(events, 'event')}: {verdicts}"
    left_out = len(report.workspace.set_aside)
    more = "; not counted: " + count_words(left_out, "file") + " that could not be read (see `dateline validate`)"
    return told + (more if left_out else "")


def _grounds(claim: Claim, evidence: ClaimEvidence, lines: "_Lines") -> Iterator[str]:
    for found in evidence.quotes:
        yield printable(f"    “{_one_line(found.quote.exact)}”")
        yield printable(f"      {_where(found, lines)}")
    if claim.sources:
        yield f"    without a quote: {', '.join(claim.sources)}"
    if not evidence.quotes and not claim.sources:
        yield printable(f"    inferred: {_one_line(claim.note or '')}")


def _where(found: QuoteFound, lines: "_Lines") -> str:
    source, finding = found.quote.source, found.finding
    if finding is None:
        return f"{source}: text not held"
    if finding.is_ambiguous:
        return f"{source}: found {len(finding.places)} times"
    if not finding.stands:
        return f"{source}: not found"
    places = " and ".join(
        f"line {lines.number(source, start)}, characters {start}-{end}" for start, end in finding.spans
    )
    return f"{source}: {places}" + ("" if finding.exactly else " (typed differently there)")


def _one_line(text: str) -> str:
    return " ".join(text.split())


class _Lines:
    """Offsets of texts to lines; each text is read through once."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._ends: dict[str, list[int]] = {}

    def number(self, source: str, offset: int) -> int:
        """The line that the character at `offset` is in, from 1."""
        if source not in self._ends:
            self._ends[source] = [at for at, letter in enumerate(self._texts[source]) if letter == "\n"]
        return bisect_right(self._ends[source], offset - 1) + 1
