"""`dateline brief`: briefings are begun, written, listed, and looked through again."""

import click

from dashboard.cli.later import LazyGroup


@click.group(
    cls=LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    short_help="Start, build, list and verify briefings.",
)
def brief() -> None:
    """Start, build, list and verify briefings: events in order, where each sentence is traceable."""


@brief.later("build", "Build a briefing as HTML, PDF, DOCX, PPTX and Markdown.")
def _build() -> click.Command:
    from dashboard.cli.brief.build import build

    return build


@brief.later("list", "List the briefings, and whether they still hold.")
def _list_briefings() -> click.Command:
    from dashboard.cli.brief.list import list_briefings

    return list_briefings


@brief.later("new", "Start a briefing, as a draft.")
def _new() -> click.Command:
    from dashboard.cli.brief.new import new

    return new


@brief.later("verify", "Check whether each sentence still holds.")
def _verify() -> click.Command:
    from dashboard.cli.brief.verify import verify

    return verify
