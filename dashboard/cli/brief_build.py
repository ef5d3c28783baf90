"""`dateline brief build`: a briefing is written, in the formats that are asked for."""

import datetime as dt
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

import click

from dashboard.briefing import html, markdown
from dashboard.briefing.html_figures import Draw
from dashboard.briefing.outline import Outline
from dashboard.briefing.sealed import Sealed, sealed
from dashboard.cli.brief_file import asked_briefing, completed
from dashboard.cli.finding import workspace_option
from dashboard.cli.reports import problem_lines
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.errors import DatelineError
from dashboard.evidence.verdicts import Verdict
from dashboard.query.wording import counted
from dashboard.store.writing import write_new, write_whole

WRITERS: Final[Mapping[str, Callable[[Outline, Sealed, Draw], str]]] = {
    "html": html.html,
    "md": lambda outline, seal, _draw: markdown.markdown(outline, seal),
}
"""By the ending of the file."""


class NotBuilt(DatelineError):
    """A file that could not be written; nothing was overwritten."""


@click.command()
@click.argument("file", metavar="FILE|ID", shell_complete=completed)
@click.option(
    "--format", "forms", type=click.Choice(list(WRITERS)), multiple=True, help="Once for each; without it: all."
)
@click.option("--out", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="Without it: here.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
@workspace_option
def build(file: str, forms: tuple[str, ...], out: Path, *, force: bool, workspace: Path | None) -> int:
    """Write the briefing of FILE, or of that ID: `ID.html`, `ID.md`. Of the same records it is the same, byte for byte.

    What is wrong with the briefing itself keeps it from being written. The files carry the state of what they rest on:
    `dateline brief verify` tells later whether they still stand.

    Exits with 1 where the briefing has an error, 2 where it could not run, else 0.
    """
    from dashboard.briefing.composing import outline_of  # brings what draws figures: no other command waits for it
    from dashboard.briefing.figures import drawer_of
    from dashboard.briefing.verify import verify_record

    asked = asked_briefing(file, workspace)
    if asked.briefing is None or asked.errors:
        say_lines(line for problem in asked.errors for line in problem_lines(problem))
        say(f"not built: {counted(len(asked.errors), 'error')} in {printable(asked.file)}")
        return 1
    outline = outline_of(asked.briefing, asked.validation)
    seal = sealed(outline, asked.validation, asked.briefing.as_of.text)
    targets = [out / f"{asked.briefing.id}.{form}" for form in forms or tuple(WRITERS)]
    if not force and (taken := [str(target) for target in targets if target.exists() or target.is_symlink()]):
        raise NotBuilt(f"{', '.join(taken)}: there already. Nothing was written; --force writes over it.")
    draw = drawer_of(asked.briefing, asked.validation)
    for target in targets:
        put(target, WRITERS[target.suffix[1:]](outline, seal, draw), force=force)
        say(printable(f"written: {target}"))
    _remark(outline)
    verified = verify_record(asked.briefing, asked.validation, dt.datetime.now(dt.UTC).astimezone().date())
    if not verified.is_known:
        click.echo("the record does not say what it was built on: `dateline brief verify --accept` adds it", err=True)
    elif not verified.stands:
        click.echo("its records changed since it was last looked through: see `dateline brief verify`", err=True)
    return 0


def put(target: Path, text: str, *, force: bool) -> None:
    """Write a whole file. Raises `NotBuilt`."""
    if target.parent.exists() and not target.parent.is_dir():
        raise NotBuilt(f"{target} could not be written: {target.parent} is no folder. Name another one with --out.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        (write_whole if force else write_new)(target, text)
    except FileExistsError as error:
        raise NotBuilt(f"{target} is there already. --force writes over it.") from error
    except OSError as error:
        raise NotBuilt(f"{target} could not be written: {error.strerror}. Name another folder with --out.") from error


def _remark(outline: Outline) -> None:
    failed = sum(Verdict.FAILED in statement.verdicts for statement in outline.statements())
    if failed:
        click.echo(f"{counted(failed, 'sentence')} rest on a quote that does not stand, and say so", err=True)
