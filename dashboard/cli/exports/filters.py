"""The options by which a command asks for some of the events, as the address of a page does."""

from collections.abc import Callable, Sequence
from typing import Any

import click

from dashboard.errors import DatelineError
from dashboard.query.filters import FilterQuery, parse_query


class NotAFilter(DatelineError):
    """What was asked for is no filter."""


_OPTIONS = (
    click.option(
        "--show",
        "shows",
        metavar="FILTER:VALUE",
        multiple=True,
        help="Only events with this value, such as thread:ID, country:EC or type:aid. Repeat it for more.",
    ),
    click.option("--from", "start", metavar="DATE", default="", help="Only events on this date (EDTF) or later."),
    click.option("--to", "end", metavar="DATE", default="", help="Only events on this date (EDTF) or earlier."),
    click.option("--words", metavar="TEXT", default="", help="Only events that have all these words."),
)


def filter_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """The command with them, in their order: `shows`, `start`, `end` and `words`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def filters_of(shows: Sequence[str], start: str, end: str, words: str) -> FilterQuery:
    """The filters that were asked for. Raises `NotAFilter`."""
    asked = parse_query(shows, start, end, words)
    if asked.refused:
        raise NotAFilter(". ".join(asked.refused).replace(" in the address", "") + ".")
    return asked
