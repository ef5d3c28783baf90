"""`dateline since`: what changed, and whether the world changed or only what is known of it."""

from collections.abc import Callable
from pathlib import Path

import click

from dashboard.briefing.since import Baseline, BriefingUnreadable, StateComparison, baseline, compare
from dashboard.checks.validation import Validation, validate
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.since.reports import as_json, as_text
from dashboard.cli.terminal import printable, say_lines, write_lines
from dashboard.clock import now
from dashboard.exchange.feeds import atom, calendar, dates_ahead, feed_of
from dashboard.query.changes import state_at, state_now
from dashboard.store.briefing_files import FOLDER
from dashboard.store.git import HistoryUnreadable, NoSuchRevision


def _atom(report: StateComparison, *, whole: bool) -> list[str]:  # noqa: ARG001  a feed is always whole
    feed = feed_of(report.sections, report.since.day, report.since.commit, report.until, report.root)
    return atom(feed).removesuffix("\n").split("\n")


def _ics(report: StateComparison, *, whole: bool) -> list[str]:  # noqa: ARG001  and so is a calendar
    """Lines end with CR LF there, also where they are printed."""
    if not dates_ahead(report.until.state):
        click.echo("no dates ahead: no open question has a due date, and no event is in the future", err=True)
    return calendar(report.until.state, report.until.instant).removesuffix("\n").split("\n")


WRITERS: dict[str, Callable[..., list[str]]] = {"text": as_text, "json": as_json, "atom": _atom, "ics": _ics}


@click.command(short_help="Show what changed since a date, revision or briefing.")
@click.argument("since_", metavar="DATE|REVISION|BRIEFING")
@click.option("--until", metavar="DATE|REVISION", help="The later state. Default: the files as they are now.")
@click.option(
    "--format", "form", type=click.Choice(list(WRITERS)), default="text", show_default=True, help="Output format."
)
@click.option("--all", "whole", is_flag=True, help="In text, print every line of every list.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of printing."
)
@workspace_option
def since(
    since_: str, until: str | None, form: str, output: Path | None, workspace: Path | None, *, whole: bool
) -> int:
    """Show what changed since a DATE (2025-09-04: the end of that day), a REVISION that git knows, or a BRIEFING.

    A DATE may also be said as seen from now: yesterday, "24 hours", "7 days", "last month".

    For a BRIEFING (its id or its file), Dateline finds the commit that has the records that the briefing was built on.
    Without such a commit, or without git, the hashes in the briefing tell which records changed, but not what they said
    before.

    New events are listed in two groups: those that happened since, and those that happened before but were learned
    since. Days are in UTC. A day stands for the last commit by its end, by commit date and along first parents. Nothing
    in the repository is changed or run.

    The format ics has the dates ahead: due questions and future events in the later state.

    Exit code: 2 if the command could not run, otherwise 0, whether or not anything changed.
    """
    root = workspace_root(workspace)
    validation = validate(root)
    before = _before(_id_of_file(since_, root) or since_, root, validation)
    after = state_at(root, until) if until is not None else state_now(root, now(), validation)
    report = compare(before, after, root)
    if before.notes and form != "text":
        click.echo(printable(" ".join(before.notes)), err=True)
    lines = WRITERS[form](report, whole=whole or output is not None)
    if output is None:
        say_lines(lines)
    else:
        write_lines(output, lines)
    return 0


def _before(named: str, root: Path, validation: Validation) -> Baseline:
    """The earlier state; without a history, the message names the briefings that it can be told since all the same."""
    try:
        return baseline(named, root, validation)
    except (NoSuchRevision, BriefingUnreadable):
        raise
    except HistoryUnreadable as error:
        briefings = validation.workspace.briefings.items()
        known = [id_ for id_, each in briefings if each.built_on is not None and each.built_on.keys]
        if not known:
            raise
        told = f"Changes since a briefing can still be shown: `dateline since {known[0]}`"
        others = f" (or {', '.join(known[1:4])})" if known[1:] else ""
        raise HistoryUnreadable(f"{error} {told}{others}.") from error


def _id_of_file(named: str, root: Path) -> str:
    """The id of a briefing that is named by its file, in whatever folder the command runs; empty for anything else."""
    path = Path(named)
    is_one = path.suffix == ".yaml" and path.is_file() and path.resolve().parent == (root / FOLDER).resolve()
    return path.stem if is_one else ""
