"""`dateline source`: the documents that events are read from."""

import click

from dashboard.cli.source_add import add
from dashboard.cli.source_check import check
from dashboard.cli.source_show import list_sources, show


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, short_help="Add, check, list and show sources.")
def source() -> None:
    """Add, check, list and show sources: the documents that events are read from."""


source.add_command(add)
source.add_command(check)
source.add_command(list_sources)
source.add_command(show)
