"""`dateline inbox list`: what waits to be read, and what each item has to do with the workspace."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

import click

from dashboard.checks.validation import Validation, validate
from dashboard.cli.finding import format_option, workspace_option, workspace_root
from dashboard.cli.reports import problem_lines
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.exchange.inbox import InboxEntry, InboxOverview, ItemOverview, overview_of, read_inbox
from dashboard.model.inbox import DECISIONS
from dashboard.query.inbox import WorkspaceIndex
from dashboard.query.wording import count_words
from dashboard.store.workspace import Workspace

MOST_NAMES: Final = 6
"""So many actors, and so many places, of an item are listed as text; `--format json` has all."""


@click.command("list", short_help="List what waits to be read.")
@click.option("--all", "every", is_flag=True, help="List also the items about which something is decided.")
@format_option
@workspace_option
def list_items(form: str, *, every: bool, workspace: Path | None) -> int:
    """List what waits to be read: title, outlet, date, how much of it is new, and whom, where and what it is about.

    The inbox is the folder `inbox/` of the workspace. Put documents there (text, Markdown, HTML, PDF, DOCX), or use
    `dateline inbox add` and `dateline inbox fetch`. Nothing there is a source until you accept it.

    New is the share of the text that no stored text has. Items whose texts are nearly the same stand together: they
    are likely to repeat one report. Names are those of your actors and places; a thread is named if the text names at
    least two actors and places of its events.

    Exit code: 0, or 1 if something in the inbox cannot be read.
    """
    root = workspace_root(workspace)
    validation = validate(root)
    contents = read_inbox(root)
    entries = contents.entries if every else contents.open_entries
    overview = overview_of(contents, WorkspaceIndex(validation), entries=entries)
    if form == "json":
        say(json.dumps(overview_data(overview), indent=2))
    else:
        say_lines(overview_lines(overview, validation))
    return 1 if contents.problems else 0


def overview_lines(overview: InboxOverview, validation: Validation) -> Iterator[str]:
    """The list as text: near copies below the item that they are copies of."""
    decided = len(overview.contents.entries) - len(overview.contents.open_entries)
    number = count_words(len(overview.items), "item")
    yield f"{number}{f', {decided:,} decided' if decided else ''}." if overview.contents.entries else _EMPTY
    for group in overview.groups:
        yield ""
        yield from map(printable, item_lines(group[0], validation.workspace))
        for copy in group[1:]:
            yield printable(
                f"  near copy: {copy.entry.id}  {' · '.join(_origin_words(copy.entry))}  {copy.entry.title}"
            )
    for problem in overview.contents.problems:
        yield ""
        yield from problem_lines(problem)


_EMPTY: Final = (
    "The inbox is empty. Put documents into inbox/, or use `dateline inbox add FILE` or `dateline inbox add ADDRESS`."
)


def item_lines(item: ItemOverview, workspace: Workspace) -> Iterator[str]:
    """An item in a few lines: what it is, how much is new, and what it names."""
    entry, found = item.entry, item.analysis
    yield f"{entry.id}  {entry.title}"
    new = f"stored already, as {item.stored_as}" if item.stored_as else f"{item.new_percent} % new"
    yield "  " + " · ".join([*_origin_words(entry), f"{len(entry.text):,} characters", new])
    if item.like_sources and not item.stored_as:
        yield f"  nearly the same text as: {', '.join(item.like_sources)} (origin: {', '.join(item.origins)})"
    threads = [f"{workspace.thread_title(each.thread)} ({each.number})" for each in found.threads]
    for label, names in (
        ("threads", threads),
        ("actors", [workspace.actor_name(id_) for id_ in found.actors]),
        ("places", [workspace.place_name(id_) for id_ in found.places]),
    ):
        if names:
            more = f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else ""
            yield f"  {label}: {', '.join(names[:MOST_NAMES])}{more}"
    if decided := decision_words(entry):
        yield f"  {decided}"


def _origin_words(entry: InboxEntry) -> list[str]:
    item = entry.item
    where = item.outlet or (f"feed {item.feed}" if item.feed else "") or (entry.files[0] if entry.files else item.file)
    date = item.published.text if item.published else f"came {item.received.text}" if item.received else ""
    return [word for word in (where, date) if word]


def decision_words(entry: InboxEntry) -> str:
    """What was decided about an item; empty while it is open."""
    item = entry.item
    if item.source:
        return f"accepted as {item.source}"
    if item.same_as:
        return f"same as {item.same_as}"
    if item.set_aside:
        return f"set aside: {item.set_aside}"
    return f"the whole article is {item.article}" if item.article else ""


def overview_data(overview: InboxOverview) -> dict[str, Any]:
    """The list for programs."""
    return {
        "items": [item_data(item) for item in overview.items],
        "feeds": sorted(overview.contents.feeds.feeds),
        "problems": [
            {"file": each.file, "line": each.line, "column": each.column, "code": each.code, "message": each.message}
            for each in overview.contents.problems
        ],
    }


def item_data(item: ItemOverview) -> dict[str, Any]:
    """An item for programs, without its text."""
    entry, found = item.entry, item.analysis
    known = {name: value for name, value in entry.fields.items() if name not in DECISIONS}
    return {
        "id": entry.id,
        **known,
        "title": entry.title,
        "files": list(entry.files),
        "characters": len(entry.text),
        "new_share": round(found.new_share, 3),
        "overlaps": list(found.overlaps),
        "stored_as": item.stored_as or None,
        "copies": list(item.copies),
        "like_sources": list(item.like_sources),
        "origins": list(item.origins),
        "threads": [{"id": each.thread, "names": each.number} for each in found.threads],
        "actors": list(found.actors),
        "places": list(found.places),
        "decision": {name: getattr(entry.item, name) for name in DECISIONS if getattr(entry.item, name)} or None,
    }
