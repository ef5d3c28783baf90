"""`dateline query`: SQL over the records."""

import sys
from collections.abc import Iterator, Mapping
from datetime import UTC
from pathlib import Path

import click

from dashboard.checks.validation import validate
from dashboard.cli.exports.mode import mode_option
from dashboard.cli.finding import workspace_option, workspace_root
from dashboard.cli.terminal import NotWritten, printable, say, say_file, say_lines
from dashboard.clock import now
from dashboard.exchange.exports import ExportedEvents
from dashboard.exchange.sql import QueryRefused, QueryResult, SqlTable, imports_table, run_query, sql_tables
from dashboard.query.filters import Filters, catalogue_in
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words
from dashboard.store.imports import IMPORTS, datasets_in
from dashboard.store.writing import why_not_written, write_output

FORMATS = ("text", "json", "csv", "parquet")
_ON_A_SCREEN = 1_000


@click.command(short_help="Ask the records with SQL.")
@click.argument("sql", required=False)
@click.option("--tables", "lists", is_flag=True, help="List the tables with their columns instead.")
@click.option("--format", "form", type=click.Choice(FORMATS), default="text", show_default=True, help="Output format.")
@mode_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), metavar="FILE", help="Write to this file instead of printing."
)
@workspace_option
def query(sql: str | None, form: str, mode: str, output: Path | None, workspace: Path | None, *, lists: bool) -> int:
    """Ask the records of the workspace with SQL, in the dialect of DuckDB. `-` reads the query from standard input.

    \b
    dateline query "SELECT type, count(*) FROM events GROUP BY ALL"
    dateline query "FROM quotes JOIN events USING (event) WHERE exact ILIKE '%drones%'"
    dateline query --tables

    A query is one statement that only reads, of the tables that --tables lists: those of the records, and `imports`
    where rows of others have been imported. It runs in a process that sees neither
    files nor network, with at most 10 seconds of the processor and 1 GB of memory, and gives at most 100,000 rows; of
    text, 1,000.

    Exit code: 2 if the command could not run, otherwise 0.
    """
    validation = validate(workspace_root(workspace))
    catalogue = catalogue_in(Mode(mode), validation)
    tables = sql_tables(ExportedEvents(catalogue.matching(Filters()), catalogue.table, now().astimezone(UTC)))
    if datasets := datasets_in(validation.workspace.root):
        tables = {**tables, IMPORTS: imports_table(validation.workspace.root, datasets)}
    if lists:
        say_lines(_tables(tables))
        return 0
    if sql is None:
        raise click.UsageError("Write a query, or `--tables` for what there is to ask.")
    if form == "parquet" and output is None:
        raise QueryRefused("Parquet cannot be printed. Name where to write it: `-o found.parquet`.")
    asked = sys.stdin.read().removeprefix("\ufeff") if sql == "-" else sql
    found = run_query(asked, tables, _ON_A_SCREEN) if form == "text" else run_query(asked, tables)
    if output is not None:
        _write(output, found.parquet() if form == "parquet" else _file(found, form))
        say(f"written: {printable(str(output))} ({count_words(len(found.rows), 'row')})")
    elif form == "text" or sys.stdout.isatty():
        shown = _file(found, form).replace("\r\n", "\n").removeprefix("\ufeff").removesuffix("\n")
        say_lines(map(printable, shown.split("\n")))
    else:
        say_file(_file(found, form).encode())
    if not found.is_whole:
        click.echo(f"There are more rows than these {len(found.rows):,}.", err=True)
    return 0


def _file(found: QueryResult, form: str) -> str:
    if form == "text":
        return "".join(f"{line}\n" for line in found.text())
    return found.json() if form == "json" else found.csv()


def _write(output: Path, content: bytes | str) -> None:
    """Raises `NotWritten`."""
    try:
        write_output(output, content)
    except OSError as error:
        raise NotWritten(f"{output} could not be written: {why_not_written(error)}.") from error


def _tables(tables: Mapping[str, SqlTable]) -> Iterator[str]:
    for name, table in tables.items():
        yield f"{name}: {table.meaning}"
        for column, kind in table.columns.items():
            yield f"  {column:<16} {kind}"
