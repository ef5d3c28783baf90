"""`dateline evidence`: what each claim rests on, and whether its words stand."""

import json
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath

import click

from dashboard.checks.validation import validate
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.terminal import printable, say_lines
from dashboard.errors import DatelineError
from dashboard.evidence.verdicts import VERDICTS, ClaimEvidence, Evidence, QuoteFound, Verdict
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.spelling import nearest
from dashboard.query.wording import INSERTED, count_words, verdict_counts
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
        counts = dict.fromkeys(VERDICTS, 0)
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
    verdicts = verdict_counts(report.counts)
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
    how = INSERTED if finding.beside_insertions else "typed differently there"
    return f"{source}: {places}" + ("" if finding.exactly else f" ({how})")


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


WRITERS: dict[str, Callable[[EvidenceReport], Iterator[str]]] = {"text": as_text, "json": as_json}


class NoSuchRecord(DatelineError):
    """An id that is neither an event's nor a source's."""


@click.command(short_help="Show the evidence for each claim.")
@click.argument("id_", required=False, metavar="[EVENT|SOURCE]")
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True, help="Output format."
)
@workspace_option
def evidence(id_: str | None, form: str, workspace: Path | None) -> int:
    """Show the evidence for each claim: its verdict, its quotes, and where the quoted words are in the source.

    With the id of an EVENT, only its claims. With the id of a SOURCE, only claims that quote or name it. Offsets count
    code points; the end is not included.

    Exit code: 1 if a quote is not found or a check objects, 2 if the command could not run, otherwise 0.
    """
    checked = validate(workspace_root(workspace))
    loaded = checked.workspace
    report = EvidenceReport(loaded, checked.evidence, tuple(chosen_claims(loaded, id_)))
    say_lines(WRITERS[form](report))
    return int(report.counts[Verdict.NOT_FOUND] + report.counts[Verdict.QUESTIONED] > 0)


def chosen_claims(workspace: Workspace, id_: str | None) -> Iterator[tuple[str, str]]:
    """Event and key of every claim, of one event's, or of those that rest on one source. Raises `NoSuchRecord`.

    An id that an event and a source share stands for both.
    """
    if id_ is not None and id_ not in known_ids(workspace):
        raise NoSuchRecord(_not_known(workspace, id_))
    for event in workspace.events.values():
        for key in event.claims:
            if id_ in (None, event.id) or id_ in sources_of_claim(event, key):
                yield event.id, key


def known_ids(workspace: Workspace) -> dict[str, None]:
    """The ids of events, of described sources and of texts."""
    return dict.fromkeys([*workspace.events, *workspace.sources, *workspace.texts])


def sources_of_claim(event: Event, key: str) -> frozenset[str]:
    """The sources that a claim quotes or names."""
    claim = event.claims[key]
    return frozenset([*claim.sources, *(quote.source for quote in claim.quotes)])


def refuse_unknown_source(workspace: Workspace, id_: str) -> None:
    """Raises `NoSuchRecord` where `id_` is no source's."""
    sources = {**workspace.sources, **workspace.texts}
    if id_ not in sources:
        guess = nearest(id_, sources)
        raise NoSuchRecord(f"There is no source {id_}; {guess or '`dateline evidence` lists the sources in use.'}")


def _not_known(workspace: Workspace, id_: str) -> str:
    aside = next((file for file in workspace.set_aside if PurePosixPath(file).stem == id_), None)
    if aside is not None:
        return f"{aside} could not be read; `dateline validate {aside}` shows why."
    guess = nearest(id_, known_ids(workspace))
    told = f"There is no event or source {id_}"
    return f"{told}; {guess}" if guess else f"{told}. `dateline evidence` without an id lists all events."
