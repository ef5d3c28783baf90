"""`dateline docs`: the pages that come with the program, without a network."""

import click

from dashboard.checks.documentation import GUIDES, guide, section_of
from dashboard.cli.terminal import say
from dashboard.model.spelling import nearest


@click.command(short_help="Print the record format, the problems, and the other guides.")
@click.argument("page", required=False, metavar="[PAGE]")
@click.argument("section", required=False, metavar="[SECTION]")
def docs(page: str | None, section: str | None) -> int:
    """Print a PAGE of the documentation: records, writing, problems, sources, commands, since or
    deploy. Without one, list them.

    With a SECTION, print only the sections whose heading has these words: `dateline docs records event-types`,
    `dateline docs problems quote-not-found`.
    """
    if page is None:
        say("\n".join(f"dateline docs {name:<10}{about}" for name, about in GUIDES.items()))
        return 0
    if page not in GUIDES:
        hint = nearest(page, GUIDES)
        meant = f" D{hint[1:]}" if hint else ""
        raise click.UsageError(f"There is no page {page}.{meant} Pages: {', '.join(GUIDES)}.")
    text = guide(page)
    shown = section_of(text, section) if section else text.strip()
    if not shown:
        raise click.UsageError(f"No heading of {page} has the words “{section}”.")
    say(shown)
    return 0
