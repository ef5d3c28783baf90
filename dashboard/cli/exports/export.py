"""`dateline export`: events in the formats that other programs read."""

from collections.abc import Mapping, Sequence
from datetime import UTC
from pathlib import Path
from typing import Final

import click

from dashboard.checks.validation import Validation, validate
from dashboard.cli.exports.filters import filter_options, filters_of
from dashboard.cli.exports.mode import mode_option
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.terminal import NotWritten, printable, say, say_file
from dashboard.clock import now
from dashboard.errors import DatelineError
from dashboard.exchange.exports import FORMATS, ExportedEvents, ExportFormat
from dashboard.query.filters import catalogue_in
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.store.writing import why_not_written, write_output

NO_MATCH: Final = "No events match the filters."


class NotExported(DatelineError):
    """What was asked for cannot be exported."""


@click.command(short_help="Write events in a format of other programs.")
@click.argument("form", metavar="FORMAT", type=click.Choice(list(FORMATS)))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE|DIR",
    help="Write to this file instead of printing; for a crosswalk, to this folder.",
)
@mode_option
@filter_options
@workspace_option
def export(
    form: str,
    output: Path | None,
    mode: str,
    shows: tuple[str, ...],
    start: str,
    end: str,
    words: str,
    workspace: Path | None,
) -> int:
    """Write events in FORMAT, all of them or those that pass the filters, by date.

    \b
    csv                spreadsheets: an event a row
    geojson            QGIS and other maps; has each whole record
    geoparquet         DuckDB, GeoPandas, QGIS
    json-ld            linked data: schema.org and Web Annotation; has each whole record
    ics                calendars
    atom               feed readers
    plover             political event data: a JSON object a line
    stix               OpenCTI, MISP: a STIX 2.1 bundle
    timelinejs         TimelineJS
    crosswalk-csv      five tables: events, reports, event_report, claims, quotes
    crosswalk-parquet  the same, with types

    Filters are those of the page: what stands behind `show=` in its address is a value of --show. Text formats are
    printed; geoparquet and the crosswalks are written to -o. What a format has no place for is told when it is written
    to a file, and in `dateline docs exports`.

    Exit code: 2 if the command could not run, otherwise 0, also if no events match.
    """
    chosen = FORMATS[form]
    if output is None and not chosen.is_text:
        raise NotExported(f"{chosen.title} cannot be printed. Name where to write it: `-o {chosen.file}`.")
    validation = validate(workspace_root(workspace))
    events = _events(validation, Mode(mode), shows, start, end, words)
    files = chosen.files(events)
    if not events.readings:
        click.echo(NO_MATCH, err=True)
    if aside := len(validation.workspace.set_aside):
        click.echo(f"{count_words(aside, 'event file')} could not be read: see `dateline validate`.", err=True)
    if output is None:
        say_file(files[chosen.file])
        return 0
    written = _write(chosen, files, output)
    say(f"written: {printable(str(written))} ({_count(chosen.count(events), len(events.readings))})")
    for sentence in chosen.loses:
        say(f"  {sentence}")
    return 0


def _events(
    validation: Validation, mode: Mode, shows: Sequence[str], start: str, end: str, words: str
) -> ExportedEvents:
    """The events that pass."""
    asked = filters_of(shows, start, end, words)
    catalogue = catalogue_in(mode, validation)
    return ExportedEvents(catalogue.matching(asked.filters), catalogue.table, now().astimezone(UTC))


def _count(written: int, chosen: int) -> str:
    """`18 events`, or `17 of 18 events` if the format has no place for some."""
    return count_words(chosen, "event") if written == chosen else f"{written:,} of {count_words(chosen, 'event')}"


def _write(chosen: ExportFormat, files: Mapping[str, bytes], output: Path) -> Path:
    """Write the files, each whole or not at all, and give what was written. Raises `NotWritten`."""
    target = output / chosen.file if output.is_dir() and not chosen.is_folder else output
    paths = {target / name if chosen.is_folder else target: content for name, content in files.items()}
    path = target
    if chosen.is_folder and target.exists() and not target.is_dir():
        raise NotWritten(f"{target} could not be written: it is a file. Name a folder, such as `{chosen.file}`.")
    try:
        if chosen.is_folder:
            target.mkdir(parents=True, exist_ok=True)
        for path, content in paths.items():
            write_output(path, content)
    except OSError as error:
        raise NotWritten(f"{path} could not be written: {why_not_written(error)}.") from error
    return target
