"""`dateline annotations`: claims as W3C Web Annotations, and draft events from them."""

import errno
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import click

from dashboard.checks.validation import validate
from dashboard.cli.evidence import chosen_claims, refuse_unknown_source
from dashboard.cli.finding import is_under, workspace_option, workspace_root
from dashboard.cli.given_file import read_regular
from dashboard.cli.terminal import printable, say_lines, write_lines
from dashboard.errors import DatelineError
from dashboard.evidence.verdicts import evidence_of
from dashboard.exchange.web_annotation import (
    MOST_BYTES,
    Drafts,
    annotations_in,
    collection_lines,
    drafts,
    next_page,
    parse_json,
)
from dashboard.model.problem import Problem
from dashboard.query.wording import count_words
from dashboard.store.draft_files import alone, folder_for, write_drafts
from dashboard.store.loading import load


class AnnotationsNotRead(DatelineError):
    """A file of annotations that cannot be opened."""


@click.command("import", short_help="Make draft events from annotations.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
@click.option(
    "--folder", metavar="NAME", default="imported", show_default=True, help="Folder in events/ for the drafts."
)
@click.option("--source", metavar="ID", help="The source of all the annotations, whatever address they give.")
@workspace_option
def import_(file: Path, folder: str, source: str | None, workspace: Path | None) -> int:
    """Make draft events from a FILE of annotations: W3C JSON-LD or a Hypothesis export. `-` reads standard input.

    Claims are exchanged, not events: a draft has a title and claims; you add its date, place, actors and the rest.
    Annotations with the same event, the same tag, or else the same source become one event. A source is recognised by
    its `url`. Nothing is overwritten; a claim that is already here word for word is reported and skipped. Quotes that
    are not in the source are written too, and reported as `dateline validate` reports them.

    Exit code: 1 if something was refused or a draft has an error, 2 if the command could not run, otherwise 0.
    """
    root = workspace_root(workspace)
    document = parse_json(_read_input(file))
    with alone(root):
        made, files = _import_drafts(root, document, folder, source)
    problems = [each for each in validate(root).problems if is_under(each.file, files)] if files else []
    say_lines(_report_lines(made, files, problems))
    if further := next_page(document):
        click.echo(printable(f"not read: the next page, {further}. Get it and import it as well"), err=True)
    return int(bool(made.refused) or any(problem.severity == "error" for problem in problems))


def _import_drafts(root: Path, document: object, folder: str, source: str | None) -> tuple[Drafts, tuple[str, ...]]:
    """Drafts under ids that no event has, and their files."""
    loaded = load(root)
    if source is not None:
        refuse_unknown_source(loaded, source)
    where = folder_for(root, folder)
    taken = {*loaded.events, *(PurePosixPath(name).stem for name in (*loaded.set_aside, *loaded.not_read))}
    made = drafts(annotations_in(document), loaded, taken, source)
    return made, write_drafts(root, where, made.events)


def _read_input(file: Path) -> bytes:
    """The file's bytes: at most one more than can be parsed, which shows that it is too large."""
    if str(file) == "-":
        return sys.stdin.buffer.read(MOST_BYTES + 1)
    try:
        return read_regular(file, MOST_BYTES + 1)
    except OSError as error:
        pipe = f" Pipe its content: `dateline annotations import - < {file}`." if error.errno == errno.EINVAL else ""
        raise AnnotationsNotRead(f"{file} cannot be read: {error.strerror}.{pipe}") from error


def _report_lines(made: Drafts, files: tuple[str, ...], problems: list[Problem]) -> Iterator[str]:
    for name, event in zip(files, made.events, strict=True):
        yield f"written: {name} ({count_words(len(event.claims), 'claim')})"
    for name in made.here:
        yield f"already here: {name}"
    for refused in made.refused:
        yield printable(f"refused: {refused}")
    if any("not a source in this workspace" in refused.reason for refused in made.refused):
        yield "  add the source (dateline source add), add the `url` to its description, or name it with --source"
    for problem in problems:
        yield printable(str(problem))
        yield from (f"  {printable(line)}" for line in problem.hint.splitlines())
    claims = sum(len(event.claims) for event in made.events)
    here = f"{len(made.here):,} already here, " if made.here else ""
    drafts, found = count_words(len(files), "draft event"), count_words(len(problems), "problem")
    yield f"{count_words(claims, 'claim')} in {drafts}; {here}{len(made.refused):,} refused, {found}"


@click.command("export", short_help="Write claims as W3C Web Annotations.")
@click.argument("id_", required=False, metavar="[EVENT|SOURCE]")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of printing."
)
@workspace_option
def export(id_: str | None, output: Path | None, workspace: Path | None) -> int:
    """Write claims as one collection of W3C Web Annotations: each claim with its text, its quotes and their positions.

    Claims are exchanged, not events. Every field of a claim is written; of its event, only the title (as a tag) and who
    reviewed it, not the date, place, actors, amounts or threads.

    With the id of an EVENT, only its claims. With the id of a SOURCE, only claims that quote or name it. An inferred
    claim is annotated to its event. Positions refer to the stored texts. Where the standard has no term, Dateline uses
    its own (`dateline:by`, `dateline:credibility`, in `urn:dateline:terms#`), which other programs ignore.
    """
    loaded = load(workspace_root(workspace))
    claims = chosen_claims(loaded, id_)
    lines = collection_lines(loaded, evidence_of(loaded.events, loaded.texts, altered=loaded.altered_sources), claims)
    if output is None:
        say_lines(lines)
    else:
        write_lines(output, lines)
    return 0
