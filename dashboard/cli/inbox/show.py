"""`dateline inbox show`: one item, with its text."""

import json
from pathlib import Path

import click

from dashboard.checks.validation import validate
from dashboard.cli.finding import format_option, workspace_option, workspace_root
from dashboard.cli.inbox.found import complete_items, entry_named
from dashboard.cli.inbox.list import item_data, item_lines
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.exchange.inbox import overview_of
from dashboard.query.inbox import WorkspaceIndex


@click.command(short_help="Show one item with its text.")
@click.argument("item", metavar="ITEM", shell_complete=complete_items)
@format_option
@workspace_option
def show(item: str, form: str, *, workspace: Path | None) -> int:
    """Show one item: what is known of it, what it has to do with the workspace, and its text.

    ITEM is its id, the beginning of it, or the name of a file in `inbox/`.
    """
    root = workspace_root(workspace)
    contents, entry = entry_named(root, item)
    validation = validate(root)
    entries = [each for each in contents.entries if each.item.is_open or each.id == entry.id]
    overview = overview_of(contents, WorkspaceIndex(validation), entries=entries)
    found = next(each for each in overview.items if each.entry.id == entry.id)
    if form == "json":
        say(json.dumps({**item_data(found), "text": entry.text}, indent=2))
        return 0
    say_lines(map(printable, item_lines(found, validation.workspace)))
    if entry.item.url:
        say(printable(f"  address: {entry.item.url}"))
    if found.copies:
        say(f"  near copies: {', '.join(found.copies)}")
    say("")
    say_lines(map(printable, entry.text.rstrip("\n").split("\n")))
    return 0
