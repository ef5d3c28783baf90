"""`dateline import records`: events and sources that another workspace has exported, written as its files."""

import errno
from collections.abc import Iterator, Sequence
from pathlib import Path

from dashboard.checks.validation import validate
from dashboard.cli.finding import is_under, workspace_root
from dashboard.cli.terminal import printable, say_lines
from dashboard.errors import DatelineError
from dashboard.exchange.imports import NewRecord, Outcome, RefusedRecord, SameRecord, outcomes
from dashboard.model.problem import Problem
from dashboard.query.wording import count_words
from dashboard.store.authoring import write_record_files
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
    with alone(root):
        for file in files:
            made = _outcomes(root, file, folder_for(root, folder))
            write_record_files(root, {each.file: each.text for each in made if isinstance(each, NewRecord)})
            found += made
    written = tuple(each.file for each in found if isinstance(each, NewRecord))
    problems = [each for each in validate(root).problems if is_under(each.file, written)] if written else []
    say_lines(_report_lines(found, problems))
    is_bad = any(problem.severity == "error" for problem in problems)
    return int(is_bad or any(isinstance(each, RefusedRecord) for each in found))


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
        elif isinstance(each, RefusedRecord):
            yield printable(f"refused: {each.what}: {each.reason}")
    for problem in problems[:_MOST_PROBLEMS]:
        yield printable(str(problem))
    if len(problems) > _MOST_PROBLEMS:
        yield f"and {len(problems) - _MOST_PROBLEMS:,} more: `dateline validate`"
    counts = {kind: sum(isinstance(each, kind) for each in found) for kind in (NewRecord, SameRecord, RefusedRecord)}
    written = count_words(counts[NewRecord], "record")
    yield (
        f"{written} written, {counts[SameRecord]:,} already here, {counts[RefusedRecord]:,} refused, "
        f"{count_words(len(problems), 'problem')}"
    )
