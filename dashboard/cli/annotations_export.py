"""`dateline annotations export`: claims as W3C Web Annotations."""

from pathlib import Path

import click

from dashboard.cli.evidence import chosen_claims
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.output_file import write_lines
from dashboard.cli.terminal import say_lines
from dashboard.evidence.verdicts import evidence_of
from dashboard.exchange.web_annotation.writing import collection_lines
from dashboard.store.loading import load


@click.command("export", short_help="Print claims as one annotation collection.")
@click.argument("id_", required=False, metavar="[EVENT|SOURCE]")
@click.option("-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write here instead of printing.")
@workspace_option
def export(id_: str | None, output: Path | None, workspace: Path | None) -> int:
    """Print claims as one annotation collection: each with its text, its quotes and where they stand.

    Claims are exchanged, not events: all that a claim has goes along, and of its event the title, as a tag, and who
    reviewed it; neither date, place, actors, amounts, threads nor what else an event says.

    With the id of an EVENT, its claims alone; with that of a SOURCE, those that quote or name it. A claim that the team
    inferred is annotated to its event. Positions are of the texts as they are held. What the standard has no word for,
    such as who says a claim, has terms of Dateline's own (`dateline:by`), which other programs pass over.
    """
    loaded = load(workspace_root(workspace))
    claims = chosen_claims(loaded, id_)
    lines = collection_lines(loaded, evidence_of(loaded.events, loaded.texts, altered=loaded.altered), claims)
    if output is None:
        say_lines(lines)
    else:
        write_lines(output, lines)
    return 0
