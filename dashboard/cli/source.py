"""`dateline source`: the documents that events are read from."""

import click

from dashboard.cli.later import LaterGroup


@click.group(
    cls=LaterGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    short_help="Add, check, list and show sources.",
)
def source() -> None:
    """Add, check, list and show sources: the documents that events are read from."""


@source.later("add", "Store the text of a document and describe it.")
def _add() -> click.Command:
    from dashboard.cli.source_add import add

    return add


@source.later("check", "Tell which texts changed, and which quotes fell.")
def _check() -> click.Command:
    from dashboard.cli.source_check import check

    return check


@source.later("list", "All sources, a line each.")
def _list_sources() -> click.Command:
    from dashboard.cli.source_show import list_sources

    return list_sources


@source.later("show", "One source, and what rests on it.")
def _show() -> click.Command:
    from dashboard.cli.source_show import show

    return show
