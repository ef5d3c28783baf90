"""`dateline validate`: what is wrong in the records, and where."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

import click

from dashboard.briefing.outline import problems_of
from dashboard.checks.inbox import check_inbox
from dashboard.checks.validation import Validation
from dashboard.checks.validation import validate as validation_of
from dashboard.cli.finding import existing, is_under, names_in, workspace_option, workspace_root
from dashboard.cli.reports import Report, as_github, as_json, as_text
from dashboard.cli.terminal import say
from dashboard.store.workspace import Workspace

FOLDERS: Final = ("seeds", "events", "inbox")
WRITERS: dict[str, Callable[[Report], str]] = {"text": as_text, "json": as_json, "github": as_github}


@click.command(short_help="List the problems in the records, with file and line.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True, help="Output format."
)
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
@click.option("--watch", is_flag=True, help="Print the problems again whenever a file changes, until Ctrl-C.")
@workspace_option
def validate(paths: tuple[Path, ...], form: str, *, strict: bool, watch: bool, workspace: Path | None) -> int:
    """Check every record of the workspace and say what is wrong, where, and how to fix it.

    The list of feeds and what is kept of the items in `inbox/` are checked too; documents there are not opened.

    With PATHS, only the problems of these files and folders are shown. The whole workspace is still read, because
    records refer to each other.

    With --watch, it goes on: after each change only what changed is read, and the problems are printed anew.

    Exit code: 1 if there is an error (with --strict, or a warning), 2 if the command could not run, otherwise 0; with
    --watch 0 after Ctrl-C.
    """
    root = workspace_root(workspace, existing(paths[0]) if paths else None)
    names = names_in(root, paths, FOLDERS) or (".",)
    if watch:
        if form != "text":
            raise click.UsageError("--watch prints text. Leave out --format.")
        return follow(root, names)
    report = report_of(validation_of(root), names)
    say(WRITERS[form](report))
    return int(report.fails(strict=strict))


def follow(root: Path, names: Sequence[str]) -> int:
    """Print the problems of these files and folders at each change, until Ctrl-C."""
    from dashboard.cli.validation_watch import ValidationWatch

    try:
        ValidationWatch(root, lambda validation: as_text(report_of(validation, names))).run()
    except KeyboardInterrupt:
        return 0


def report_of(validation: Validation, names: Sequence[str]) -> Report:
    """What `validation` found and looked at in the files and folders that `names` gives."""
    workspace, inbox = validation.workspace, check_inbox(validation.corpus)
    found = (*validation.problems, *problems_of(validation), *inbox.problems)
    problems = sorted(found, key=lambda problem: problem.sort_key)
    return Report(
        root=workspace.root,
        problems=tuple(problem for problem in problems if is_under(problem.file, names)),
        files=sum(is_under(file, names) for file in files_of(workspace) | inbox.files),
        events=sum(is_under(file, names) for file in workspace.files.values()),
        skipped=sum(is_under(file, names) for file in skipped_of(workspace) | inbox.skipped),
    )


def files_of(workspace: Workspace) -> frozenset[str]:
    """The files that were looked at, whether or not they could be used."""
    return frozenset((*workspace.documents, *skipped_of(workspace)))


def skipped_of(workspace: Workspace) -> frozenset[str]:
    """The files that cannot be used: not YAML, no record of the model, or with a name under which none is read."""
    unread = (each.file for each in workspace.problems if each.file.endswith(".yaml"))
    return frozenset(
        (*workspace.set_aside, *workspace.not_read, *(file for file in unread if file not in workspace.documents))
    )
