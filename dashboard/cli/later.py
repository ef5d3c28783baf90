"""Commands that are imported when they run: who asks for help, a version or a completed name waits for none of them."""

from collections.abc import Callable

import click

Load = Callable[[], click.Command]


class LazyGroup(click.Group):
    """A group that is told the name and the line of help of each command, and how to import it.

    In `commands`, which click lists and completes, stand commands of that name and line alone.
    """

    def later(self, name: str, short_help: str) -> Callable[[Load], Load]:
        """Add the command that the decorated function imports; `short_help` is that command's own."""

        def add(load: Load) -> Load:
            self.add_command(LazyCommand(name, short_help, load))
            return load

        return add

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
