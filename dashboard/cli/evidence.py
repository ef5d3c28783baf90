"""`dateline evidence`: what each claim rests on, and whether its words stand."""

from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

import click

from dashboard.cli.evidence_reports import EvidenceReport, as_json, as_text
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.terminal import say_lines
from dashboard.errors import DatelineError
from dashboard.evidence.verdicts import Verdict, evidence_of
from dashboard.model.event import Event
from dashboard.store.loading import load
from dashboard.store.model_errors import nearest
from dashboard.store.workspace import Workspace

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

    Exit code: 1 if a claim fails, 2 if the command could not run, otherwise 0.
    """
    loaded = load(workspace_root(workspace))
    report = EvidenceReport(
        loaded,
        evidence_of(loaded.events, loaded.texts, altered=loaded.altered_sources),
        tuple(chosen_claims(loaded, id_)),
    )
    say_lines(WRITERS[form](report))
    return int(report.counts[Verdict.FAILED] > 0)


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
