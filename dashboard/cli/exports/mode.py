"""The option by which a command gives events as assessed or as reported."""

import click

from dashboard.query.reading import Mode

mode_option = click.option(
    "--as",
    "mode",
    type=click.Choice([mode.value for mode in Mode]),
    default=Mode.ASSESSED.value,
    show_default=True,
    help="Dates, places and actors as the team assesses them, or as the sources report them.",
)
