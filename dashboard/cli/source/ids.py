"""The sources that a command is about."""

from pathlib import Path
from typing import Final

import click
from click.shell_completion import CompletionItem

from dashboard.cli.finding import workspace_root
from dashboard.errors import DatelineError
from dashboard.model.spelling import nearest
from dashboard.query.sources import Sources
from dashboard.store.record_file import stem
from dashboard.store.tree import tree_of

MOST_OFFERED: Final = 500


class NoSuchSource(DatelineError):
    """An id that no source has."""


def complete_source_ids(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The ids that begin so, for a shell that completes them; none outside a workspace."""
    named = context.params.get("workspace")
    try:
        tree = tree_of(workspace_root(Path(named) if named else None))
    except (DatelineError, OSError):
        return []
    ids = sorted({stem(file) for file in (*tree.descriptions, *tree.texts)})
    return [CompletionItem(id_) for id_ in ids if id_.startswith(incomplete)][:MOST_OFFERED]


def known_ids(sources: Sources) -> set[str]:
    """The ids of all sources, including those that cannot be read."""
    files = (problem.file for problem in sources.validation.problems)
    of_sources = (file for file in files if file.startswith("seeds/") and file.endswith((".yaml", ".txt")))
    return {*sources.entries, *map(stem, of_sources)}


def source_ids(sources: Sources, ids: tuple[str, ...]) -> tuple[str, ...]:
    """`ids`, each once; a path of one of a source's files counts as its id. Raises `NoSuchSource`."""
    known = known_ids(sources)
    found = dict.fromkeys(id_ if id_ in known else stem(Path(id_).name) if "." in id_ else id_ for id_ in ids)
    for id_ in found:
        if id_ not in known:
            hint = nearest(id_, known) or "`dateline source list` lists all."
            raise NoSuchSource(f"There is no source {id_}. {hint[:1].upper()}{hint[1:]}")
    return tuple(found)
