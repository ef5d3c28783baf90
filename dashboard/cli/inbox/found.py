"""The inbox of a workspace as commands read it, and the names that complete there."""

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from dashboard.cli.finding import workspace_root
from dashboard.errors import DatelineError
from dashboard.exchange.inbox import InboxContents, InboxEntry, find_entry, read_inbox


def entry_named(root: Path, named: str) -> tuple[InboxContents, InboxEntry]:
    """The inbox, and the item that somebody named. Raises `NoSuchItem`."""
    contents = read_inbox(root)
    return contents, find_entry(contents, named)


def complete_items(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Ids of open items, with their titles, for shells that complete."""
    try:
        contents = read_inbox(workspace_root(context.params.get("workspace")))
    except (DatelineError, OSError):
        return []
    return [
        CompletionItem(entry.id, help=entry.title)
        for entry in contents.open_entries
        if entry.id.startswith(incomplete.lower())
    ]
