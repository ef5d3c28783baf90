"""`dateline promote`: draft events of imported rows."""

from collections.abc import Iterator
from pathlib import Path

import click

from dashboard.checks.validation import validate
from dashboard.cli.finding import is_under, workspace_option, workspace_root
from dashboard.cli.terminal import printable, say_lines
from dashboard.errors import DatelineError
from dashboard.exchange.imports import FOLDER, NotPromoted, promotion_of, write_promotion
from dashboard.model.spelling import nearest
from dashboard.query.imports import DuckDbEngine, ImportedRows
from dashboard.query.wording import count_words
from dashboard.store.imports import Dataset, datasets_in
from dashboard.store.loading import load


class NoSuchRow(DatelineError):
    """A dataset or a row that the workspace does not have."""


@click.command(short_help="Make draft events of imported rows.")
@click.argument("dataset", metavar="DATASET")
@click.argument("row_ids", metavar="ROW…", nargs=-1, required=True)
@click.option("--folder", metavar="NAME", default=FOLDER, show_default=True, help="Folder in events/ for the drafts.")
@workspace_option
def promote(dataset: str, row_ids: tuple[str, ...], folder: str, workspace: Path | None) -> int:
    """Make a draft event of each ROW of an imported DATASET, with the row as its source.

    Every value is assessed, from outside: nothing of a row is quoted, and what it does not say is left out. The row
    becomes a source without a text, by whose origin (`imports/DATASET#ROW`) it is known again: of a row that is a
    source already, no second event is made. A row of GDELT is a report, and no event: that is told, and written into
    the source. Nothing is overwritten.

    Exit code: 1 if a row was refused or a draft has an error, 2 if the command could not run, otherwise 0.
    """
    root = workspace_root(workspace)
    described = _dataset(root, dataset)
    rows = ImportedRows([described], DuckDbEngine(root, [described]))
    lines: list[str] = []
    files: list[str] = []
    refused = 0
    for row_id in dict.fromkeys(row_ids):
        row = rows.row(dataset, row_id)
        if row is None:
            raise NoSuchRow(f"{dataset} has no row {row_id}. {_so_far(files)}")
        try:
            made = promotion_of(row, described, load(root))
        except NotPromoted as error:
            refused += 1
            lines.append(f"refused: {error}")
            continue
        files.append(write_promotion(root, made, folder))
        lines += [f"written: {files[-1]}, seeds/{made.source.id}.yaml", *(f"  {remark}" for remark in made.remarks)]
    problems = [each for each in validate(root).problems if is_under(each.file, files)] if files else []
    say_lines(map(printable, _report(lines, files, refused, map(str, problems))))
    return int(bool(refused) or any(each.severity == "error" for each in problems))


def _dataset(root: Path, name: str) -> Dataset:
    every = {each.name: each for each in datasets_in(root)}
    if name not in every:
        known = f"There are {', '.join(every)}." if every else "There are none: `dateline import` reads them."
        raise NoSuchRow(f"There is no imported dataset {printable(name)}. {nearest(name, every) or known}")
    return every[name]


def _so_far(files: list[str]) -> str:
    return (
        f"Before it, {count_words(len(files), 'draft was', 'drafts were')} written."
        if files
        else "Nothing was written."
    )


def _report(lines: list[str], files: list[str], refused: int, problems: Iterator[str]) -> Iterator[str]:
    yield from lines
    yield from problems
    yield f"{count_words(len(files), 'draft')} written, {refused:,} refused"
