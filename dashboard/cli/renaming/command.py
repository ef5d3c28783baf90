"""`dateline rename`: an id or a key gets another name, and so does every reference to it."""

from pathlib import Path

import click

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.renaming.report import finish_earlier_rename, rename_and_report
from dashboard.store.renaming import KINDS, NotRenamed, Target, targets_named
from dashboard.store.source_files import refuse_reserved


@click.command(short_help="Rename an event, claim, place, actor, thread or source.")
@click.argument("old")
@click.argument("new")
@click.option("--kind", type=click.Choice(KINDS), help="What OLD is, if several kinds of records have this id.")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@workspace_option
def rename(old: str, new: str, *, kind: str | None, dry_run: bool, workspace: Path | None) -> int:
    """Rename OLD to NEW, with every reference to it. All other bytes of the files stay.

    OLD is the id of an event, a source, a place, an actor, a thread or a briefing; or `EVENT/KEY` for a claim or an
    amount, `THREAD/KEY` for a question. NEW is an id, or for `EVENT/KEY` the new key.

    All of it or nothing: if it is interrupted, every file is whole, and the next `dateline rename` or `dateline source`
    command that changes something finishes it.

    Exit code: 2 if nothing was renamed, otherwise 0.
    """
    root = workspace_root(workspace)
    finish_earlier_rename(root)
    target = one_target(root, old, kind)
    new = new.removeprefix(f"{target.id}/") if target.key else new
    if target.has_file:
        refuse_reserved(new)
    rename_and_report(root, target, new, dry_run=dry_run)
    return 0


def one_target(root: Path, name: str, kind: str | None) -> Target:
    """What is called `name`. Raises `NotRenamed` if nothing or several things are."""
    found = [target for target in targets_named(root, name) if kind in (None, target.kind)]
    if not found:
        what = f"There is no {kind} {name}." if kind else f"Nothing is called {name}."
        raise NotRenamed(f"{what} `dateline evidence` lists events and claims, `dateline source list` sources.")
    if len(found) > 1:
        kinds = " and ".join(f"{target.kind}" for target in found)
        raise NotRenamed(f"{name} is the name of several records: {kinds}. Choose one with --kind {found[0].kind}.")
    return found[0]
