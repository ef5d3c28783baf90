"""`dateline brief list`: what briefings there are, and whether they stand."""

import json
from pathlib import Path
from typing import Any

import click

from dashboard.checks.validation import validate
from dashboard.cli.finding import format_option, workspace_option, workspace_root
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.clock import today
from dashboard.model.briefing import Briefing, OwnMarking
from dashboard.query.wording import count_words
from dashboard.store.record_file import stem
from dashboard.store.tree import tree_of


@click.command("list", short_help="List the briefings, and whether they still hold.")
@format_option
@workspace_option
def list_briefings(form: str, workspace: Path | None) -> int:
    """List the briefings of the workspace, and whether each still holds."""
    from dashboard.briefing.verify import verify_record  # brings what draws figures: no other command waits for it

    root = workspace_root(workspace)
    validation = validate(root)
    day = today()
    known = validation.workspace.briefings
    rows: list[dict[str, Any]] = []
    for id_ in map(stem, tree_of(root).briefings):
        row: dict[str, Any] = {
            "id": id_,
            "title": None,
            "as_of": None,
            "marking": None,
            "sentences": None,
            "fallen": None,
            "left": None,
        }
        if briefing := known.get(id_):
            verified = verify_record(briefing, validation, day)
            row |= {"title": briefing.title, "as_of": briefing.as_of.text, "marking": _marking(briefing)}
            row |= {"sentences": len(verified.findings), "fallen": len(verified.stale) if verified.is_known else None}
            row["left"] = len(verified.left)
        rows.append(row)
    if form == "json":
        say(json.dumps(rows, indent=2))
    else:
        say_lines(printable(_line(row)) for row in rows)
        say(count_words(len(rows), "briefing"))
    return 0


def _line(row: dict[str, Any]) -> str:
    if row["title"] is None:
        return f"{row['id']}: cannot be read; `dateline validate` shows why"
    stands = "what it was built on is not known" if row["fallen"] is None else "all hold"
    if row["fallen"]:
        stands = f"{row['fallen']:,} no longer {'holds' if row['fallen'] == 1 else 'hold'}"
    if row["left"]:
        left = row["left"]
        stands += (
            f", {count_words(left, 'record')} it was built on {'is' if left == 1 else 'are'} no longer used as before"
        )
    head = f"{row['id']}: {row['title']} ({row['marking']}, as of {row['as_of']})"
    return f"{head}, {count_words(row['sentences'], 'sentence')}, {stands}"


def _marking(briefing: Briefing) -> str:
    marking = briefing.marking
    return marking.text if isinstance(marking, OwnMarking) else f"TLP:{marking}"
