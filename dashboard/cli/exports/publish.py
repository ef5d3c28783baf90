"""`dateline publish`: the dashboard as a folder of pages, for readers without Dateline."""

import sys
from collections.abc import Iterable, Iterator
from datetime import UTC
from pathlib import Path

import click

from dashboard.briefing.figures import INSTALL
from dashboard.briefing.site import Publication, check_folder, put_folder, refuse_inside, site_files
from dashboard.checks.validation import validate
from dashboard.cli.exports.filters import filter_options, filters_of
from dashboard.cli.exports.mode import mode_option
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.terminal import printable, say
from dashboard.clock import now
from dashboard.evidence.verdicts import Verdict
from dashboard.query.filters import catalogue_in
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.store.git import commit_of_records


@click.command(short_help="Write the dashboard as a folder of pages.")
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@mode_option
@filter_options
@click.option("--texts", "whole_texts", is_flag=True, help="Publish the stored texts of sources whole.")
@workspace_option
def publish(
    folder: Path,
    mode: str,
    shows: tuple[str, ...],
    start: str,
    end: str,
    words: str,
    workspace: Path | None,
    *,
    whole_texts: bool,
) -> int:
    """Write the dashboard, or the events that pass the filters, as pages in the folder DIR.

    Whoever has the folder opens `index.html` in a browser, from a disk or any web server: Dateline, a network and, but
    for filters, search and zoom, JavaScript are not needed. Situation with map and timeline, Events, a page for each
    event with its claims, quotes and marks, Threads, Actors, Places, Sources, Trust and Search. Each page says of which
    moment it is, by which filters, and what each claim was checked against.

    Of a source's text, only the sentences that are quoted are published; with --texts, all of it. Related events that
    the filters leave out, and claims of them that dispute a published one, are named without a page of their own; notes
    and reviews are published: look before you pass the folder on.

    DIR is written whole or stays as it was. A DIR that is there is replaced if it is empty or was written by `dateline
    publish` and not changed since. The same records at the same moment give the same bytes. An installed Chromium or
    Chrome draws the figures (`BROWSER_PATH` names one); without it, the pages say that they are missing.

    Exit code: 2 if the command could not run, otherwise 0.
    """
    root = workspace_root(workspace)
    asked = filters_of(shows, start, end, words)
    refuse_inside(folder, root)
    check_folder(folder)
    validation = validate(root)
    catalogue = catalogue_in(Mode(mode), validation)
    commit, has_changes = commit_of_records(root)
    made = Publication(
        validation,
        catalogue.table,
        catalogue.matching(asked.filters),
        catalogue.readings,
        asked,
        now().astimezone(UTC),
        commit,
        has_changes,
        whole_texts,
    )
    files, lacking = site_files(made)
    number, size = put_folder(folder, _with_progress(files, len(made.readings)))
    say(f"written: {printable(str(folder))} ({made.counts}, {count_words(number, 'file')}, {size / 1_000_000:.1f} MB)")
    if not made.readings:
        click.echo("No events match the filters.", err=True)
    if failed := made.trust.all.claims[Verdict.NOT_FOUND]:
        click.echo(f"{count_words(failed, 'claim')} with a quote that is not found; the pages say so", err=True)
    if aside := len(validation.workspace.set_aside):
        click.echo(f"{count_words(aside, 'event file')} could not be read: see `dateline validate`.", err=True)
    if lacking:
        click.echo(f"figures are {lacking}; {INSTALL}", err=True)
    return 0


def _with_progress(files: Iterable[tuple[str, bytes]], events: int) -> Iterator[tuple[str, bytes]]:
    """The files; on a terminal, a bar shows how many of the `events` have their pages."""
    if not sys.stderr.isatty():
        yield from files
        return
    with click.progressbar(length=events, label="pages", file=sys.stderr) as bar:
        for name, content in files:
            if name.startswith("events/"):
                bar.update(1)
            yield name, content
