"""`dateline new`: the file of a new event, with what must be filled in."""

from collections import Counter
from itertools import chain, count
from pathlib import Path, PurePosixPath
from typing import Final

import click
from pydantic import TypeAdapter, ValidationError

from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.records.blank_event import blank_event, to_fill_in
from dashboard.cli.source import NoSuchSource, complete_source_ids
from dashboard.cli.terminal import printable, say
from dashboard.errors import DatelineError
from dashboard.model.record import OneLine
from dashboard.model.spelling import nearest
from dashboard.store.draft_files import alone, check_id, folder_for, write_text
from dashboard.store.loading import load
from dashboard.store.record_file import stem
from dashboard.store.views_file import id_for
from dashboard.store.workspace import Workspace

FOLDER: Final = "new"
"""Where an event is put of which nothing says where it belongs."""


class EventExists(DatelineError):
    """An id that an event has already."""


class TitleRefused(DatelineError):
    """A title that no event may have."""


@click.command(short_help="Start the file of a new event.")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--from", "source", metavar="SOURCE", shell_complete=complete_source_ids, help="The source to quote.")
@click.option("--title", metavar="TEXT", default="", help="Title of the event, in your own words.")
@click.option(
    "--folder", metavar="NAME", help="Folder in events/. Default: where most events of the source are, else `new`."
)
@workspace_option
def new(id_: str | None, source: str | None, title: str, folder: str | None, *, workspace: Path | None) -> int:
    """Write `events/FOLDER/ID.yaml`, a start for an event: fields in their order, and the choices as comments.

    What is not known is empty, and `dateline validate` lists it until you fill it in. With --from, the claim quotes
    that source, and its date is in a comment. Without an ID, the title or the source makes one. Nothing is overwritten.
    """
    root = workspace_root(workspace)
    check_title(title)
    with alone(root):
        loaded = load(root)
        known = find_source(loaded, source)
        taken = {*loaded.events, *(PurePosixPath(name).stem for name in (*loaded.set_aside, *loaded.not_read))}
        if id_ in taken:
            file = loaded.files.get(id_) or next(name for name in loaded.set_aside if stem(name) == id_)
            raise EventExists(f"There is an event {id_} already: {file}. Choose another id.")
        chosen = check_id(id_) if id_ else free_id(title, known, taken)
        where = folder_for(root, folder or usual_folder(loaded, known))
        text = blank_event(loaded, title, known)
        file = write_text(root, where, chosen, text)
    say(f"written: {file}")
    say(f"fill in: {', '.join(to_fill_in(title, known, has_text=known in loaded.texts))}")
    return 0


def check_title(title: str) -> None:
    """Raise `TitleRefused` for a title that no event may have; an empty one is filled in later."""
    try:
        TypeAdapter(OneLine).validate_python(title or "A title")
    except ValidationError as error:
        raise TitleRefused(f"--title: {error.errors()[0]['msg']}. Use one line of at most 500 characters.") from error


def find_source(workspace: Workspace, named: str | None) -> str | None:
    """The source that is meant by an id, or by the path of one of its files. Raises `NoSuchSource`."""
    if named is None:
        return None
    known = {*workspace.sources, *workspace.texts}
    id_ = named if named in known else Path(named).stem
    if id_ not in known:
        hint = nearest(named, known) or "`dateline source list` lists all."
        raise NoSuchSource(f"There is no source {printable(named)}. {hint[:1].upper()}{hint[1:]}")
    return id_


def free_id(title: str, source: str | None, taken: set[str]) -> str:
    """An id that no event has: of the title, else of the source with a number, else `event-1`."""
    made = id_for(title) if title else "view"
    begun = made if made != "view" else ""
    base = begun or source or "event"
    numbered = (f"{base[:72].rstrip('-')}-{number}" for number in count(2 if begun else 1))
    return next(each for each in chain([begun] if begun else (), numbered) if each not in taken)


def usual_folder(workspace: Workspace, source: str | None) -> str:
    """The folder that has most events based on the source."""
    using = (
        PurePosixPath(workspace.files[id_]).parent.name
        for id_, event in workspace.events.items()
        for claim in event.claims.values()
        if source is not None and (source in claim.sources or any(quote.source == source for quote in claim.quotes))
    )
    return next((folder for folder, _ in Counter(using).most_common(1)), FOLDER)
