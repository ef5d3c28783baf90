"""Renames, keeps the state of briefings up to date, and says what was changed."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from dashboard.cli.terminal import printable, say, say_lines
from dashboard.query.wording import count_words
from dashboard.store.renaming import RenameReport, Target, finish_interrupted, rename
from dashboard.store.text_file import read_bytes
from dashboard.store.tree import tree_of

if TYPE_CHECKING:
    from dashboard.checks.validation import Validation


def finish_earlier_rename(root: Path) -> None:
    """Finish what an earlier command began and could not end, and say so on standard error."""
    report = finish_interrupted(root)
    if report is not None:
        what = f"rename of {report.target.name} to {report.new}" if report.new else f"removal of {report.target.name}"
        sys.stderr.write(printable(f"dateline: Finished the {what}, which was interrupted.") + "\n")


def rename_and_report(root: Path, target: Target, new: str, *, dry_run: bool) -> None:
    """Rename `target` to `new`, and print what was changed. Raises `NotRenamed`.

    What briefings were built on is kept as true as it was: what had not changed for them before is no change now.
    """
    before = _validate_for_briefings(root) if not dry_run else None
    report = rename(root, target, new, dry_run=dry_run)
    say_lines(rename_lines(report, dry_run=dry_run))
    if before is not None:
        for id_ in _renew_states(root, before):
            say(printable(f"events/briefings/{id_}.yaml: what it was built on follows the rename."))


def _validate_for_briefings(root: Path) -> "Validation | None":
    """The workspace as it is, checked; None if no briefing says what it was built on."""
    from dashboard.checks.validation import validate

    names = (root / file for file in tree_of(root).briefings)
    if not any(isinstance(raw := read_bytes(name), bytes) and b"built_on" in raw for name in names):
        return None
    return validate(root)


def _renew_states(root: Path, before: "Validation") -> Iterator[str]:
    from dashboard.briefing.outline import carry_states
    from dashboard.checks.validation import validate
    from dashboard.store.briefing_files import BriefingNotWritten, set_built_on

    after = validate(root)
    for id_, state in carry_states(before, after):
        try:
            set_built_on(root, after.workspace.briefings[id_], state)
        except BriefingNotWritten as error:
            sys.stderr.write(printable(f"dateline: {error} `dateline brief verify {id_} --accept` renews it.") + "\n")
        else:
            yield id_


def rename_lines(report: RenameReport, *, dry_run: bool) -> Iterator[str]:
    """What was renamed: the files that have new names, and those in which references changed."""
    target = report.target
    new = target.as_named(report.new).name
    yield printable(f"{'Would rename' if dry_run else 'Renamed'} {target.kind} {target.name} to {new}.")
    for old_file, new_file in report.moves:
        yield printable(f"  {old_file} → {new_file}")
    files = [(file, number) for file, number in report.files if number]
    for file, number in files:
        yield printable(f"  {file}: {count_words(number, 'reference')}")
    total = sum(number for _, number in files)
    yield f"{count_words(total, 'reference')} in {count_words(len(files), 'file')}."
    if dry_run:
        yield "Nothing was written: --dry-run."
