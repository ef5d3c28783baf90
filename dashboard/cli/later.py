"""Commands that are imported when they run: who asks for help, a version or a completed name waits for none of them."""

from collections.abc import Callable, Mapping
from functools import partial
from importlib import import_module
from typing import Any, Final

import click

Load = Callable[[], click.Command]

NONE: Final[Mapping[str, tuple[str, str]]] = {}


class LazyGroup(click.Group):
    """A group that is told where each command is defined (`module:name`), and its line of help.

    In `commands`, which click lists and completes, stand commands of that name and line alone.
    """

    def __init__(
        self,
        name: str | None = None,
        later: Mapping[str, tuple[str, str]] = NONE,
        default: str | None = None,
        **rest: Any,
    ) -> None:
        """`default` is the command that is meant where none is named, but options of it may be."""
        super().__init__(name, **rest)
        self.default = default
        for each, (home, short_help) in later.items():
            self.add_command(LazyCommand(each, short_help, partial(_load, home)))

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments, with the default command before them where they name none and ask for no help."""
        if self.default and (not args or (args[0].startswith("-") and args[0] not in self.get_help_option_names(ctx))):
            args = [self.default, *args]
        return super().parse_args(ctx, args)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that is meant, imported, its name, and the other words."""
        name, command, rest = super().resolve_command(ctx, args)
        return name, command.load() if isinstance(command, LazyCommand) else command, rest


class LazyCommand(click.Command):
    """A placeholder for a command until it is imported."""

    def __init__(self, name: str, short_help: str, load: Load) -> None:
        super().__init__(name, short_help=short_help)
        self.load = load


def _load(home: str) -> click.Command:
    module, _, name = home.partition(":")
    command: click.Command = getattr(import_module(module), name)
    return command
