"""`dateline explain`: what a problem, a field or a word of a vocabulary means, and how to write it."""

from collections.abc import Iterator
from textwrap import wrap
from typing import Final

import click
from click.shell_completion import CompletionItem

from dashboard.checks.documentation import Explanation, explanations_of, known_names, nearest_name
from dashboard.cli.terminal import printable, say
from dashboard.model.dates import EventDate

WIDTH: Final = 100


def complete_names(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The codes, fields and words that begin so, for a shell that completes them."""
    return [CompletionItem(name) for name in known_names() if name.startswith(incomplete)]


@click.command(short_help="Explain a problem, a field or a word.")
@click.argument("name", metavar="CODE|FIELD|WORD", shell_complete=complete_names)
def explain(name: str) -> int:
    """Explain the CODE of a problem, a FIELD of a record or a WORD of a vocabulary, such as an event type.

    A field is named by its path, or by the end of it: `claims.quotes.exact`, `quotes.exact`, `exact`. It needs no
    workspace.

    Exit code: 2 if there is no such name, otherwise 0.
    """
    found = explanations_of(name)
    if not found:
        raise click.UsageError(_unknown(name))
    say("\n\n".join("\n".join(_lines(each)) for each in found))
    return 0


def _lines(explanation: Explanation) -> Iterator[str]:
    yield f"{explanation.name}: {explanation.what}"
    for paragraph in (explanation.meaning, *explanation.write):
        yield from wrap(paragraph, WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False)
    if explanation.example:
        yield f"  {explanation.example_title}:"
        yield from (f"    {line}" for line in explanation.example.splitlines())


def _unknown(name: str) -> str:
    hint = nearest_name(name)
    if hint:
        return f"There is no problem, field or word {printable(name)}. D{hint[1:]}"
    if _is_date(name):
        return f"{name} is a date. Read it with: dateline date {name}"
    return (
        f"There is no problem, field or word {printable(name)}. `dateline docs records` lists fields and words, "
        "`dateline docs problems` the problems."
    )


def _is_date(name: str) -> bool:
    try:
        return bool(EventDate.parse(name))
    except ValueError:
        return False
