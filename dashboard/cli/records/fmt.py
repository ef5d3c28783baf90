"""`dateline fmt`: records' files in one form, without a word of them changed."""

from pathlib import Path

import click

from dashboard.checks.documentation import field_order
from dashboard.cli.finding import existing, is_under, names_in, workspace_option, workspace_root
from dashboard.cli.terminal import printable, say
from dashboard.query.wording import count_words
from dashboard.store.tidy import kinds_of_files, tidy_files


@click.command(short_help="Tidy the files of records.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--check", is_flag=True, help="Write nothing. List the files that are not tidy; exit code 1 if there are any."
)
@workspace_option
def fmt(paths: tuple[Path, ...], *, check: bool, workspace: Path | None) -> int:
    """Tidy the YAML files of the workspace, or those in PATHS. Words, values and comments stay as they are.

    Fields get the order of the record format, each with the comments directly above it. Dates, times and words such as
    `no` get quotation marks, so that every program reads them as text. Spaces at the ends of lines go, lines end with
    LF, and the file ends with one. Line breaks inside texts, indentation and the order of entries stay.

    A file that cannot be read, or that could say something else afterwards, is left alone and named.

    Exit code: 1 if a file was left alone (with --check, or is not tidy), 2 if the command could not run, otherwise 0.
    """
    root = workspace_root(workspace, existing(paths[0]) if paths else None)
    names = names_in(root, paths) or (".",)
    files = {file: kind for file, kind in kinds_of_files(root).items() if is_under(file, names)}
    changed = left = 0
    for result in tidy_files(root, files, field_order, write=not check):
        if result.why_not:
            left += 1
            say(printable(f"left alone: {result.file}: {result.why_not}"))
        elif result.changes:
            changed += 1
            say(printable(f"{'not tidy' if check else 'tidied'}: {result.file}"))
    alone = f", {left:,} left alone" if left else ""
    say(f"{count_words(len(files), 'file')}: {changed:,} {'not tidy' if check else 'tidied'}{alone}")
    return int(bool(left or (check and changed)))
