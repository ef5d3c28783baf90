"""What a workspace is about: its name and a summary, for whoever opens it for the first time."""

from dashboard.model.record import Id, OneLine, Record, Text


class About(Record):
    """The file `events/workspace.yaml`. If it is absent, the workspace has the name of its folder."""

    id: Id
    """Not written in the file: its name."""
    title: OneLine
    """The name of the workspace, on one line: `U.S. bases abroad`."""
    summary: Text | None = None
    """What it is about, in a few sentences."""
