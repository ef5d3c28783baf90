"""`dateline annotations export`: claims as W3C Web Annotations."""

from pathlib import Path

import click

from dashboard.cli.evidence import chosen_claims
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.output_file import write_lines
from dashboard.cli.terminal import say_lines
from dashboard.evidence.verdicts import evidence_of
from dashboard.exchange.web_annotation import collection_lines
from dashboard.store.loading import load


@click.command("export", short_help="Write claims as W3C Web Annotations.")
@click.argument("id_", required=False, metavar="[EVENT|SOURCE]")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of printing."
)
@workspace_option
def export(id_: str | None, output: Path | None, workspace: Path | None) -> int:
    """Write claims as one collection of W3C Web Annotations: each claim with its text, its quotes and their positions.

    Claims are exchanged, not events. Every field of a claim is written; of its event, only the title (as a tag) and who
    reviewed it, not the date, place, actors, amounts or threads.

    With the id of an EVENT, only its claims. With the id of a SOURCE, only claims that quote or name it. An inferred
    claim is annotated to its event. Positions refer to the stored texts. Where the standard has no term, Dateline uses
    its own (`dateline:by`, `dateline:credibility`, in `urn:dateline:terms#`), which other programs ignore.
    """
    loaded = load(workspace_root(workspace))
    claims = chosen_claims(loaded, id_)
    lines = collection_lines(loaded, evidence_of(loaded.events, loaded.texts, altered=loaded.altered_sources), claims)
    if output is None:
        say_lines(lines)
    else:
        write_lines(output, lines)
    return 0
