"""`dateline source rename` and `dateline source remove`: references to a source stay true."""

from itertools import groupby
from pathlib import Path

import click

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.renaming import finish_earlier_rename, rename_and_report
from dashboard.cli.source.ids import NoSuchSource, complete_source_ids
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.model.spelling import nearest
from dashboard.store.inbox import ITEMS
from dashboard.store.record_file import stem
from dashboard.store.renaming import Reference, StillReferredTo, Target, remove_source
from dashboard.store.source_files import refuse_reserved
from dashboard.store.tree import tree_of

PROBLEMS = 1
MOST_SHOWN = 50
"""References that are listed."""


@click.command(short_help="Give a source another id, with all references to it.")
@click.argument("old", shell_complete=complete_source_ids)
@click.argument("new")
@click.option("--dry-run", is_flag=True, help="Show what would change, and write nothing.")
@workspace_option
def rename(old: str, new: str, *, dry_run: bool, workspace: Path | None) -> int:
    """Rename the source OLD to NEW: its two files, and every reference to it in events, registries, briefings, saved
    views and other descriptions. All other bytes of these files stay.

    All of it or nothing: if it is interrupted, every file is whole, and the next `dateline rename` or `dateline source`
    command that changes something finishes it.

    Exit code: 2 if nothing was renamed, otherwise 0.
    """
    root = workspace_root(workspace)
    finish_earlier_rename(root)
    id_ = stored_id(root, old)
    refuse_reserved(new)
    rename_and_report(root, Target("source", id_), new, dry_run=dry_run)
    return 0


@click.command(short_help="Remove a source that nothing refers to.")
@click.argument("id_", metavar="ID", shell_complete=complete_source_ids)
@click.option("--dry-run", is_flag=True, help="Show what would be removed, and remove nothing.")
@workspace_option
def remove(id_: str, *, dry_run: bool, workspace: Path | None) -> int:
    """Remove the description and the text of the source ID.

    While events, registries, briefings, saved views or other descriptions refer to it, it is not removed, and the
    references are listed.

    Exit code: 1 if it is not removed because of references, 2 if the command could not run, otherwise 0.
    """
    root = workspace_root(workspace)
    finish_earlier_rename(root)
    id_ = stored_id(root, id_)
    try:
        files = remove_source(root, id_, dry_run=dry_run)
    except StillReferredTo as refusal:
        say(printable(str(refusal)))
        say_lines(reference_lines(refusal.references))
        say(way_out(id_, refusal.references))
        return PROBLEMS
    words = "Would remove" if dry_run else "Removed"
    say(f"{words} {' and '.join(files)}.{' Nothing was removed: --dry-run.' if dry_run else ''}")
    return 0


def stored_id(root: Path, named: str) -> str:
    """The id of a source; a path of one of its files counts as its id. Raises `NoSuchSource`."""
    tree = tree_of(root)
    known = {stem(file) for file in (*tree.descriptions, *tree.texts)}
    id_ = named if named in known or "." not in named else stem(Path(named).name)
    if id_ not in known:
        hint = nearest(id_, known) or "`dateline source list` lists all."
        raise NoSuchSource(f"There is no source {id_}. {hint[:1].upper()}{hint[1:]}")
    return id_


def reference_lines(references: tuple[Reference, ...]) -> list[str]:
    """`events/a/b.yaml:12:9`, the first of them; then how many more there are."""
    lines = [
        printable(f"  {reference}  {'.'.join(map(str, reference.path))}")
        for _, of_file in groupby(references, key=lambda each: each.file)
        for reference in of_file
    ]
    more = len(lines) - MOST_SHOWN
    return lines if more <= 0 else [*lines[:MOST_SHOWN], f"  and {more:,} more"]


def way_out(id_: str, references: tuple[Reference, ...]) -> str:
    """What to do about references."""
    in_state = {stem(each.file) for each in references if each.path[0] == "built_on"}
    renewed = "".join(
        f" Then renew what {each} was built on: `dateline brief verify {each} --accept`." for each in sorted(in_state)
    )
    items = dict.fromkeys(stem(each.file) for each in references if each.file.startswith(f"{ITEMS}/"))
    reopened = "".join(f" Take back what was decided: `dateline inbox reopen {each}`." for each in items)
    has_lines = len(items) < len(references)
    lines = " Change these lines first: name another source, or remove the claim." if has_lines else ""
    return (
        f"{reopened}{lines}{renewed} If only the text must go, "
        f"remove `text` from seeds/{id_}.yaml and delete seeds/{id_}.txt: the source then counts as “text not held”."
    ).strip()
