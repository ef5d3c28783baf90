"""The page of all commands, `docs/commands.md`, made of the command line's own help."""

import re
from collections.abc import Iterator
from inspect import cleandoc
from typing import Final

import click

from dashboard.cli.later import LazyCommand

FILE: Final = "docs/commands.md"
"""Where the page lies in the project."""

_IN_MANY: Final = "workspace"
"""An option that the page describes once."""

_HEAD: Final = """# Commands

<!-- Made by `dateline schema --write` from the command line's own help. Change the help instead. -->

Plain `dateline` is the same as `dateline serve`, and so is `python -m dashboard`. `dateline COMMAND --help` shows what
this page shows; `dateline --version` shows the version.

**The workspace** is the nearest folder upwards that has `seeds/` and `events/`, or the folder that `--workspace` or the
variable `DATELINE_WORKSPACE` names. All commands except `docs` and `init` take `--workspace FOLDER`.

**Completion.** A shell completes commands, options and ids of sources and briefings after
`eval "$(_DATELINE_COMPLETE=bash_source dateline)"` (for zsh, `zsh_source`; for fish,
`_DATELINE_COMPLETE=fish_source dateline | source`).

**Variables.** `DATELINE_POLL=1` makes `serve` look at the files every second, on file systems without change
notification. `DATELINE_DEBUG=1` shows where a fault of the program lies. `BROWSER_PATH` names the Chromium or Chrome
that draws the figures of briefings. `DATELINE_LLM_ADDRESS`, `DATELINE_LLM_MODEL` and `DATELINE_LLM_KEY` set up a
language model for `draft --llm` and the page Add; without the first, none is ever asked.

**In your own repository**, [pre-commit](https://pre-commit.com) runs the checks at each commit. `REVISION` is a commit
or a tag of Dateline; a workspace in a folder needs `args: [--workspace, FOLDER]`:

```yaml
repos:
  - repo: ADDRESS-OF-DATELINE
    rev: REVISION
    hooks: [{id: dateline-validate}, {id: dateline-fmt}]
```

On GitHub, a step of a workflow that runs `dateline validate --format github` puts each problem at its line of the
change.

What `dateline since` compares, and what it writes as JSON, is in [since.md](since.md). How to run `serve` behind a
proxy with login and TLS is in [deploy.md](deploy.md).
"""


def commands_page(root: click.Command) -> str:
    """Every command below `root`, with its usage, its help and its options, as Markdown."""
    return "\n".join([_HEAD, *(_section(each) for each in _commands(click.Context(root, info_name=root.name)))])


def _commands(parent: click.Context) -> Iterator[click.Context]:
    """The commands that do something, each with the groups that it is in, by name."""
    group = parent.command
    for name, entry in sorted(group.commands.items()) if isinstance(group, click.Group) else ():
        command = entry.load() if isinstance(entry, LazyCommand) else entry
        context = click.Context(command, info_name=name, parent=parent)
        if isinstance(command, click.Group):
            yield from _commands(context)
        else:
            yield context


def _section(context: click.Context) -> str:
    pieces = " ".join(context.command.collect_usage_pieces(context))
    told = [f"## {context.command_path}", f"```\n{context.command_path} {pieces}\n```", *_paragraphs(context)]
    if rows := list(_rows(context)):
        told.append("\n".join(["| option | what it does |", "|---|---|", *rows]))
    return "\n\n".join(told) + "\n"


def _paragraphs(context: click.Context) -> Iterator[str]:
    for paragraph in cleandoc(context.command.help or "").split("\n\n"):
        yield " ".join(paragraph.split()).replace("<", "&lt;")


def _rows(context: click.Context) -> Iterator[str]:
    for option in context.command.params:
        record = option.get_help_record(context) if isinstance(option, click.Option) else None
        if record and option.name != _IN_MANY:
            names, words = (_cell(each) for each in record)
            yield f"| `{names}` | {words} |"


def _cell(text: str) -> str:
    """One line, in which a bar does not end the cell, and with what is said of the default at its end."""
    return re.sub(r" +", " ", text).replace("|", "\\|").replace("<", "&lt;")
