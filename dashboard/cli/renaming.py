"""What commands that rename say."""

import sys
from collections.abc import Iterator
from pathlib import Path

from dashboard.cli.terminal import printable
from dashboard.query.wording import count_words
from dashboard.store.renaming import RenameReport, finish_interrupted


def finish_earlier_rename(root: Path) -> None:
    """Finish what an earlier command began and could not end, and say so on standard error."""
    report = finish_interrupted(root)
    if report is not None:
        what = f"rename of {report.target.name} to {report.new}" if report.new else f"removal of {report.target.name}"
        sys.stderr.write(printable(f"dateline: Finished the {what}, which was interrupted.") + "\n")


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
