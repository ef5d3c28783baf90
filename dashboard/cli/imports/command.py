"""`dateline import`: files of published events, in the field's formats, into a dataset beside the records."""

import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import click

from dashboard.checks.validation import validate
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.imports.records import import_records
from dashboard.cli.terminal import printable, say_file, say_lines
from dashboard.exchange.imports import (
    CSV,
    LAYOUTS,
    MAPPED,
    ImportOutcome,
    ImportRequest,
    Progress,
    import_files,
    layout_of,
    propose,
    rows_of_sources,
)
from dashboard.query.sources import Sources
from dashboard.query.wording import count_words
from dashboard.store.imports import BROKEN_FILE, IMPORTS, datasets_in
from dashboard.store.loading import load

_COUNTS: Final = (
    ("new", "new"),
    ("changed", "changed"),
    ("same", "unchanged"),
    ("vanished", "vanished"),
    ("deleted", "deleted by the publisher"),
    ("older", "older than what is there, and left out"),
    ("duplicate", "repeated in the files, and left out"),
)
_MOST_SHOWN: Final = 20
RECORDS: Final = "records"


@click.command("import", short_help="Import published events beside the records.")
@click.argument("form", metavar="FORMAT", required=False, type=click.Choice([*LAYOUTS, CSV, RECORDS]))
@click.argument("files", metavar="FILE…", nargs=-1, type=click.Path(path_type=Path))
@click.option("--into", "name", metavar="NAME", help="The name of the dataset. Default: the format's.")
@click.option(
    "--whole/--part",
    "is_whole",
    default=None,
    help="Whether the files are a whole release: then rows that they lack have vanished. Default: as the format is "
    "published.",
)
@click.option(
    "--mapping",
    type=click.Path(path_type=Path),
    metavar="YAML",
    help="For csv, and geojson if you like: the file that says which of their columns each of ours is.",
)
@click.option("--propose", "proposes", is_flag=True, help="Print a mapping for FILE instead, with what is not sure.")
@click.option(
    "--folder", metavar="NAME", default="imported", show_default=True, help="For records: the folder in events/."
)
@click.option("--list", "lists", is_flag=True, help="List the formats, and what has been imported, instead.")
@workspace_option
def import_(
    form: str | None,
    files: tuple[Path, ...],
    name: str | None,
    mapping: Path | None,
    folder: str,
    workspace: Path | None,
    *,
    proposes: bool,
    is_whole: bool | None,
    lists: bool,
) -> int:
    """Import published events from files in FORMAT, plain, compressed (gzip) or in an archive (ZIP).

    \b
    ucdp            UCDP Georeferenced Event Dataset (GED), CSV
    ucdp-candidate  UCDP Candidate Events, CSV
    acled           ACLED, CSV; also its list of deleted rows
    gdelt           GDELT 2.0 events: a row is a report, not an event
    gdelt-mentions  GDELT 2.0 mentions
    icews           ICEWS, until April 2023
    polecat         POLECAT, which follows ICEWS
    plover          PLOVER 2.0 as JSON lines
    csv             any table, with --mapping
    geojson         GeoJSON, with or without --mapping
    timelinejs, timelinejs-sheet, stix, misp
    records         whole records that `dateline export geojson` or `json-ld` wrote


    The rows go into `imports/NAME/`, beside the records: they are unreviewed, never events of yours, and apart in every
    count. Importing the next release into the same dataset tells what is new, changed and vanished, and which events
    of yours rest on such rows. An import that was cut off goes on where it was when the command is repeated; until it
    is done, what was there stays. Broken rows are in `imports/NAME/broken.csv`, with file, line and reason.

    Exit code: 1 if rows are broken, 2 if the command could not run, otherwise 0.
    """
    if form == RECORDS and files:
        return import_records(files, folder, workspace)
    if proposes:
        if form not in MAPPED or len(files) != 1:
            raise click.UsageError(f"--propose looks at one file: `dateline import {CSV} FILE --propose`.")
        say_file(propose(files[0]).encode())
        return 0
    root = workspace_root(workspace)
    if lists:
        say_lines(_listing(root))
        return 0
    if form is None or not files:
        raise click.UsageError(f"Name a format and files: `dateline import {form or 'ucdp'} FILE`. --list has them.")
    layout = layout_of(form, mapping)
    named = name or layout.key
    resting = rows_of_sources(load(root).sources, named)
    request = ImportRequest(root, layout, files, named, is_whole, tuple(resting))
    with _progress() as progress:
        outcome = import_files(request, tuple(LAYOUTS.values()), progress)
    say_lines(map(printable, [*_summary(outcome), *_resting(root, outcome, resting)]))
    if layout.warning:
        click.echo(layout.warning, err=True)
    return 1 if outcome.first_broken else 0


def _summary(outcome: ImportOutcome) -> Iterator[str]:
    """What came of the import, a line each."""
    dataset, counts = outcome.dataset, outcome.dataset.counts
    if outcome.was_resumed:
        yield "An import of these files that was cut off has been completed."
    yield f"{count_words(counts['rows'], 'row')} in {IMPORTS}/{dataset.name}: {dataset.title}"
    yield f"  {dataset.publisher}, {dataset.licence}"
    for key, words in _COUNTS:
        if counts[key]:
            yield f"  {counts[key]:,} {words}"
    for remark in outcome.remarks:
        yield f"  {remark}"
    if outcome.first_broken:
        file, line, reason = outcome.first_broken
        told = count_words(counts["broken"], "row is broken", "rows are broken")
        yield f"  {told}: see {IMPORTS}/{dataset.name}/{BROKEN_FILE}"
        yield f"    the first: {file}, line {line:,}: {reason}"


def _resting(root: Path, outcome: ImportOutcome, resting: Mapping[str, Sequence[str]]) -> Iterator[str]:
    """Which events rest on rows that are no longer what they were."""
    ended = [(row, "changed") for row in outcome.merged.changed] + [(row, "gone") for row in outcome.merged.vanished]
    if not ended:
        return
    entries = Sources(validate(root)).entries
    yield f"{count_words(len(ended), 'row')} that your records rest on changed or vanished:"
    for row, what in ended[:_MOST_SHOWN]:
        events = dict.fromkeys(event for source in resting[row] for event in entries[source].resting.events)
        yield f"  {row} {what}: {', '.join(events) or 'no event'} (source {', '.join(resting[row])})"
    if len(ended) > _MOST_SHOWN:
        yield f"  and {len(ended) - _MOST_SHOWN:,} more"


def _listing(root: Path) -> Iterator[str]:
    """The formats, and the datasets of the workspace."""
    yield "Formats:"
    width = max(map(len, LAYOUTS))
    for layout in LAYOUTS.values():
        yield f"  {layout.key:{width}}  {layout.title} ({layout.licence})"
    yield ""
    found = datasets_in(root)
    yield "Imported:" if found else "Nothing has been imported."
    for dataset in found:
        broken = dataset.counts.get("broken", 0)
        yield printable(
            f"  {dataset.name}: {count_words(dataset.counts.get('rows', 0), 'row')} of {dataset.format}, imported "
            f"{dataset.imported}{f', {broken:,} broken' if broken else ''}"
        )


@contextmanager
def _progress() -> Iterator[Progress]:
    """A bar on a terminal; nothing where the output goes elsewhere."""
    if not sys.stderr.isatty():
        yield Progress(lambda _bytes: None, lambda _bytes: None, lambda: None)
        return
    with click.progressbar(length=0, label="reading", file=sys.stderr, show_pos=False) as bar:

        def begin(number: int) -> None:
            bar.length = number

        def merge() -> None:
            bar.label = "comparing"
            bar.update(0)
            bar.render_progress()

        yield Progress(begin, bar.update, merge)
