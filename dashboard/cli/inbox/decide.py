"""`dateline inbox accept`, `set-aside`, `same-as`, `reopen`: what becomes of an item."""

from pathlib import Path

import click

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.inbox.found import complete_items, entry_named
from dashboard.cli.renaming import finish_earlier_rename
from dashboard.cli.source import complete_source_ids
from dashboard.cli.terminal import printable, say
from dashboard.exchange.documents import taken_ids
from dashboard.exchange.inbox import accept_item, mark_same_as, reopen, set_aside

item_argument = click.argument("item", metavar="ITEM", shell_complete=complete_items)


@click.command(short_help="Make an item a source.")
@item_argument
@click.option("--id", "id_", metavar="ID", help="Id of the source. Default: made from the title or the file name.")
@workspace_option
def accept(item: str, id_: str | None, *, workspace: Path | None) -> int:
    """Store the text of an item as a source, with a description of what is known of it.

    The item keeps the id of the source, and is listed no more. A document in `inbox/` stays where it is.
    """
    root = workspace_root(workspace)
    finish_earlier_rename(root)
    contents, entry = entry_named(root, item)
    made = accept_item(root, entry, contents.feeds.feeds.get(entry.item.feed or ""), id_)
    for file in made.files:
        say(file)
    for remark in made.remarks:
        say(printable(remark))
    say(f"Next: open the page Add of `dateline serve`, or start an event: dateline new --from {made.id} ID")
    return 0


@click.command("set-aside", short_help="Set an item aside, with a reason.")
@item_argument
@click.option("--reason", required=True, metavar="TEXT", help="Why the team does not use it.")
@workspace_option
def set_item_aside(item: str, reason: str, *, workspace: Path | None) -> int:
    """Set an item aside: it is listed no more, and others see why. Its text is kept."""
    root = workspace_root(workspace)
    _, entry = entry_named(root, item)
    set_aside(root, entry, reason)
    say(printable(f"Set aside: {entry.title}"))
    say(f"To take it back: dateline inbox reopen {entry.id}")
    return 0


@click.command("same-as", short_help="Say that an item repeats a source.")
@item_argument
@click.argument("source", metavar="SOURCE", shell_complete=complete_source_ids)
@workspace_option
def same_as(item: str, source: str, *, workspace: Path | None) -> int:
    """Say that an item repeats what a stored SOURCE says. It is listed no more, and no second source is made."""
    root = workspace_root(workspace)
    _, entry = entry_named(root, item)
    mark_same_as(root, entry, source, taken_ids(root))
    say(printable(f"Same as {source}: {entry.title}"))
    say(f"To take it back: dateline inbox reopen {entry.id}")
    return 0


@click.command("reopen", short_help="Take back what was decided about an item.")
@item_argument
@workspace_option
def reopen_item(item: str, *, workspace: Path | None) -> int:
    """Take back what was decided about an item: it waits to be read again. A source that was made of it stays."""
    root = workspace_root(workspace)
    _, entry = entry_named(root, item)
    reopen(root, entry)
    say(printable(f"Open again: {entry.title}"))
    return 0
