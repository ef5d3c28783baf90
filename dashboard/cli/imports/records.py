"""`dateline import records`: events and sources that another workspace has exported, written as its files."""

import errno
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from dashboard.checks.validation import validate
from dashboard.cli.finding import is_under, workspace_root
from dashboard.cli.terminal import printable, say_lines
from dashboard.errors import DatelineError
from dashboard.exchange.imports import NewEntry, NewRecord, Outcome, RefusedRecord, SameRecord, outcomes
from dashboard.model.problem import Problem
from dashboard.query.wording import count_words
from dashboard.store.authoring import write_entries, write_record_files
from dashboard.store.draft_files import alone, folder_for
from dashboard.store.loading import load

_MOST_PROBLEMS = 20


class FileNotOpened(DatelineError):
    """A file that cannot be opened."""


def import_records(files: Sequence[Path], folder: str, workspace: Path | None) -> int:
    """Write the events and sources of exported files into a workspace; 1 if one was refused or has an error, else 0."""
    root = workspace_root(workspace)
    if not_a_file := next((file for file in files if file.exists() and not file.is_file()), None):
        raise FileNotOpened(f"{not_a_file} cannot be read: it is not a regular file.")
    found: list[Outcome] = []
    for file in files:
        found += _write(root, file, folder_for(root, folder))
    registries = {_registry_file(each) for each in found if isinstance(each, NewEntry)}
    written = (*(each.file for each in found if isinstance(each, NewRecord)), *registries)
    problems = [each for each in validate(root).problems if is_under(each.file, written)] if written else []
    say_lines(_report_lines(found, problems))
    is_bad = any(problem.severity == "error" for problem in problems)
    return int(is_bad or any(isinstance(each, RefusedRecord) for each in found))


def _write(root: Path, file: Path, folder: str) -> list[Outcome]:
    """Write what a file has; the same again writes what a failure left out. Raises `DatelineError`."""
    found = _outcomes(root, file, folder)
    entries: dict[str, dict[str, Mapping[str, Any]]] = {}
    for each in found:
        if isinstance(each, NewEntry):
            entries.setdefault(each.registry, {})[each.id] = each.fields
    with alone(root):
        write_record_files(root, {each.file: each.text for each in found if isinstance(each, NewRecord)})
    if entries:
        write_entries(root, entries)
    return found


def _registry_file(entry: NewEntry) -> str:
    return f"events/registry/{entry.registry}.yaml"


def _outcomes(root: Path, file: Path, folder: str) -> list[Outcome]:
    workspace = load(root)
    try:
        with file.open(encoding="utf-8-sig") as stream:
            return list(outcomes(stream, workspace, folder))
    except OSError as error:
        reason = "there is no such file" if error.errno == errno.ENOENT else error.strerror
        raise FileNotOpened(f"{file} cannot be read: {reason}.") from error


def _report_lines(found: Sequence[Outcome], problems: Sequence[Problem]) -> Iterator[str]:
    for each in found:
        if isinstance(each, NewRecord):
            yield f"written: {each.file}"
        elif isinstance(each, NewEntry):
            yield f"written: {each.id} in {_registry_file(each)}"
        elif isinstance(each, RefusedRecord):
            yield printable(f"refused: {each.what}: {each.reason}")
    for problem in problems[:_MOST_PROBLEMS]:
        yield printable(str(problem))
    if len(problems) > _MOST_PROBLEMS:
        yield f"and {len(problems) - _MOST_PROBLEMS:,} more: `dateline validate`"
    counts = Counter(type(each) for each in found)
    written = count_words(counts[NewRecord] + counts[NewEntry], "record")
    yield (
        f"{written} written, {counts[SameRecord]:,} already here, {counts[RefusedRecord]:,} refused, "
        f"{count_words(len(problems), 'problem')}"
    )
