"""`dateline brief build`: a briefing is written, in the formats that are asked for."""

import datetime as dt
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dashboard.briefing.formats import FORMATS, figures_for, undrawn_in
from dashboard.briefing.outline import Outline
from dashboard.briefing.sealed import sealed
from dashboard.briefing.stills import INSTALL, Figures
from dashboard.cli.brief_file import asked_briefing, completed
from dashboard.cli.finding import workspace_option
from dashboard.cli.reports import problem_lines
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.errors import DatelineError
from dashboard.evidence.verdicts import Verdict
from dashboard.query.wording import counted
from dashboard.store.writing import write_new, write_whole


class NotBuilt(DatelineError):
    """A file that could not be written; nothing was overwritten."""


@click.command()
@click.argument("file", metavar="FILE|ID", shell_complete=completed)
@click.option(
    "--format", "forms", type=click.Choice(list(FORMATS)), multiple=True, help="Once for each; without it: all."
)
@click.option("--out", type=click.Path(path_type=Path), default=Path(), metavar="DIR", help="Without it: here.")
@click.option("--force", is_flag=True, help="Write over files that are there.")
@workspace_option
def build(file: str, forms: tuple[str, ...], out: Path, *, force: bool, workspace: Path | None) -> int:
    """Write the briefing of FILE, or of that ID: `ID.html`, `ID.md` and so on. Of the same records, the same bytes.

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
    targets = {form: out / f"{asked.briefing.id}.{form}" for form in forms or tuple(FORMATS)}
    if not force and (taken := [str(each) for each in targets.values() if each.exists() or each.is_symlink()]):
        raise NotBuilt(f"{', '.join(taken)}: there already. Nothing was written; --force writes over it.")
    with _progress(len(targets) + 1) as step:
        step("figures")
        figures = figures_for(targets, outline, drawer_of(asked.briefing, asked.validation))
        for form, target in targets.items():
            step(form)
            put(target, FORMATS[form].write(outline, seal, figures), force=force)
    say_lines(printable(f"written: {target}") for target in targets.values())
    _remark(outline, figures)
    for script, package in undrawn_in(targets, outline):
        click.echo(f"words in {script} are not drawn: that takes a font; install {package}", err=True)
    verified = verify_record(asked.briefing, asked.validation, dt.datetime.now(dt.UTC).astimezone().date())
    if not verified.is_known:
        click.echo("the record does not say what it was built on: `dateline brief verify --accept` adds it", err=True)
    elif not verified.stands:
        click.echo("its records changed since it was last looked through: see `dateline brief verify`", err=True)
    return 0


def put(target: Path, content: str | bytes, *, force: bool) -> None:
    """Write a whole file. Raises `NotBuilt`."""
    if target.parent.exists() and not target.parent.is_dir():
        raise NotBuilt(f"{target} could not be written: {target.parent} is no folder. Name another one with --out.")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        (write_whole if force else write_new)(target, content)
    except FileExistsError as error:
        raise NotBuilt(f"{target} is there already. --force writes over it.") from error
    except OSError as error:
        raise NotBuilt(f"{target} could not be written: {error.strerror}. Name another folder with --out.") from error


@contextmanager
def _progress(steps: int) -> Iterator[Callable[[str], None]]:
    """What a step calls as it begins, with its name. A bar is drawn on a terminal alone, and is gone at the end."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    shown = click.progressbar(length=steps, file=sys.stderr, item_show_func=lambda name: name and f"{name} ...")
    with shown as bar:
        yield lambda name: bar.update(1, name)


def _remark(outline: Outline, figures: Figures) -> None:
    failed = sum(Verdict.FAILED in statement.verdicts for statement in outline.statements())
    if failed:
        click.echo(f"{counted(failed, 'sentence')} rest on a quote that does not stand, and say so", err=True)
    if figures.lacking:
        click.echo(f"figures are {figures.lacking}; {INSTALL}", err=True)
