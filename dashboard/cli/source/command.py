"""`dateline source`: the documents that events are read from."""

import click

from dashboard.cli.later import LazyGroup


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    short_help="Add, check, list and show sources.",
)
def source() -> None:
    """Add, check, list and show sources: the documents that events are read from."""


@source.later("add", "Add a document as a source.")
def _add() -> click.Command:
    from dashboard.cli.source.add import add

    return add


@source.later("check", "Check whether stored texts changed, and which quotes fail.")
def _check() -> click.Command:
    from dashboard.cli.source.check import check

    return check


@source.later("list", "List all sources.")
def _list_sources() -> click.Command:
    from dashboard.cli.source.show import list_sources

    return list_sources


@source.later("show", "Show one source, and what is based on it.")
def _show() -> click.Command:
    from dashboard.cli.source.show import show

    return show
