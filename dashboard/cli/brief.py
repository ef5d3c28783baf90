"""`dateline brief`: briefings are begun, written, listed, and looked through again."""

import click

from dashboard.cli.later import LaterGroup


@click.group(
    cls=LaterGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    short_help="Begin, write, list and verify briefings.",
)
def brief() -> None:
    """Begin, write, list and verify briefings: events told in order, each sentence traceable."""


@brief.later("build", "Write a briefing, in the formats that are asked for.")
def _build() -> click.Command:
    from dashboard.cli.brief_build import build

    return build


@brief.later("list", "Name every briefing, and whether it still stands.")
def _list_briefings() -> click.Command:
    from dashboard.cli.brief_list import list_briefings

    return list_briefings


@brief.later("new", "Begin a briefing, as a draft.")
def _new() -> click.Command:
    from dashboard.cli.brief_new import new

    return new


@brief.later("verify", "Say whether each sentence still stands.")
def _verify() -> click.Command:
    from dashboard.cli.brief_verify import verify

    return verify
