"""`dateline brief build`: a briefing is written, in the formats that are asked for."""

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dashboard.briefing.figures import INSTALL, Figures
from dashboard.briefing.formats import FORMATS, figures_for, undrawn_in
from dashboard.briefing.manifest import manifest_of
from dashboard.briefing.outline import Outline
from dashboard.cli.brief.file import complete_briefing_ids, find_briefing
from dashboard.cli.finding import workspace_option
from dashboard.cli.reports import problem_lines
from dashboard.cli.terminal import printable, say, say_lines
from dashboard.clock import today
from dashboard.errors import DatelineError
from dashboard.evidence.verdicts import Verdict
from dashboard.query.wording import count_words
from dashboard.store.writing import why_not_written, write_new, write_output


class NotBuilt(DatelineError):
    """A file that could not be written; nothing was overwritten."""


@click.command(short_help="Build a briefing as HTML, PDF, DOCX, PPTX and Markdown.")
@click.argument("file", metavar="FILE|ID", shell_complete=complete_briefing_ids)
@click.option(
    "--format",
    "forms",
    type=click.Choice(list(FORMATS)),
    multiple=True,
    help="Format to build. Repeat it for more. Default: all.",
)
@click.option(
    "--out",
    type=click.Path(path_type=Path),
    default=Path(),
    metavar="DIR",
    help="Folder to write to. Default: the current folder.",
)
@click.option("--force", is_flag=True, help="Overwrite existing files.")
@workspace_option
def build(file: str, forms: tuple[str, ...], out: Path, *, force: bool, workspace: Path | None) -> int:
    """Build the briefing in FILE, or with this ID: `ID.html`, `ID.pdf` and so on. The same records give the same bytes.

    HTML is one file that works offline, with map and timeline. PDF is tagged, for print. DOCX and PPTX have real
    styles, tables and notes. In Markdown, GitHub links each reference to its quotes. An installed Chromium or Chrome
    draws the figures (`BROWSER_PATH` names one); without it, the files say that the figures are missing.

    A briefing with an error is not built. The files carry what they are based on, so that `dateline brief verify` can
    tell later whether they still hold.

    Exit code: 1 if the briefing has an error, 2 if the command could not run, otherwise 0.
    """
    from dashboard.briefing.compose import outline_of
    from dashboard.briefing.figures import drawer_of
    from dashboard.briefing.verify import judged_too_late, verify_record

    asked = find_briefing(file, workspace)
    if asked.briefing is None or asked.errors:
        say_lines(line for problem in asked.errors for line in problem_lines(problem))
        say(f"not built: {count_words(len(asked.errors), 'error')} in {printable(asked.file)}")
        return 1
    briefing, validation = asked.briefing, asked.validation
    targets = {form: out / f"{briefing.id}.{form}" for form in forms or tuple(FORMATS)}
    if not force and (taken := [str(each) for each in targets.values() if each.exists() or each.is_symlink()]):
        raise NotBuilt(f"{', '.join(taken)} already exists. Nothing was written. Use --force to overwrite.")
    _make_folder(out)
    outline = outline_of(briefing, validation)
    seal = manifest_of(outline, validation, briefing)
    written = {}
    with _progress(len(targets) + 1) as step:
        step("figures")
        figures = figures_for(targets, outline, drawer_of(briefing, validation))
        for form in targets:
            step(form)
            written[form] = FORMATS[form].write(outline, seal, figures)
    for form, target in targets.items():
        write_file(target, written[form], force=force)
        say(printable(f"written: {target}"))
    _remark(outline, targets, figures)
    day = today()
    for question, why in judged_too_late(outline, validation, day).items():
        click.echo(printable(f"the judgement of {question} no longer holds: {why}"), err=True)
    verified = verify_record(briefing, validation, day)
    if not verified.is_known:
        click.echo("the record does not say what it was built on: `dateline brief verify --accept` adds it", err=True)
    else:
        if verified.with_changes or verified.left:
            click.echo("its records changed since it was last checked: see `dateline brief verify`", err=True)
        if questions := verified.question_words():
            click.echo(f"{questions}, shown as open in the briefing: see `dateline brief verify`", err=True)
    return 0


def write_file(target: Path, content: bytes, *, force: bool) -> None:
    """Write a whole file. Raises `NotBuilt`."""
    try:
        (write_output if force else write_new)(target, content)
    except FileExistsError as error:
        raise NotBuilt(f"{target} already exists. Use --force to overwrite it.") from error
    except OSError as error:
        raise NotBuilt(f"{target} could not be written: {why_not_written(error)}.") from error


def _make_folder(out: Path) -> None:
    """Make the folder before anything is drawn, since drawing takes time."""
    if out.exists() and not out.is_dir():
        raise NotBuilt(f"{out} is not a folder. Name another one with --out.")
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NotBuilt(
            f"{out} could not be written: {why_not_written(error)}, or name another folder with --out."
        ) from error


@contextmanager
def _progress(steps: int) -> Iterator[Callable[[str], None]]:
    """What a step calls as it begins, with its name. A bar is drawn on a terminal alone."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    shown = click.progressbar(length=steps, file=sys.stderr, item_show_func=lambda name: name and f"{name} ...")
    with shown as bar:
        yield lambda name: bar.update(1, name)


def _remark(outline: Outline, forms: Iterable[str], figures: Figures) -> None:
    """What the reader of the documents will see is not right."""
    failed = sum(Verdict.NOT_FOUND in statement.verdicts for statement in outline.statements())
    if failed:
        resting = count_words(failed, "sentence is based", "sentences are based")
        click.echo(f"{resting} on a quote that is not found; the documents say so", err=True)
    for section in outline.sections:
        if section.key == "changes" and not section.blocks:
            click.echo(printable(section.empty), err=True)
    if figures.lacking:
        click.echo(f"figures are {figures.lacking}; {INSTALL}", err=True)
    for script, package in undrawn_in(forms, outline):
        click.echo(f"text in {script} cannot be drawn without a font; install {package}", err=True)
