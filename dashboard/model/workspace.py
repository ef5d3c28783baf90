"""Records of a workspace as a whole: what it is about, and the views that its team has saved."""

from typing import Annotated

from pydantic import Field

from dashboard.model.record import Date, FilterTerm, Id, Many, OneLine, OneOf, Record, Text, Title


class About(Record):
    """The file `events/workspace.yaml`. If it is absent, the workspace has the name of its folder."""

    id: Id
    """Not written in the file: its name."""
    title: OneLine
    """The name of the workspace, on one line: `U.S. bases abroad`."""
    summary: Text | None = None
    """What it is about, in a few sentences."""


class SavedView(Record):
    """An entry of `events/views.yaml`: filters that a team uses often."""

    id: Id
    """Not written in the entry: its key."""
    title: Title
    """Its name in the list of views."""
    show: Many[FilterTerm] = ()
    """Filters, as in the address: `thread:ID`. Values of one facet are alternatives; all facets must match."""
    from_: Date | None = Field(default=None, alias="from")
    """Only events that may have happened on this day or later."""
    to: Date | None = None
    """Only events that may have happened on this day or earlier."""
    words: Text | None = None
    """Words that must all occur in the title, a claim or a quote."""
    as_: Annotated[str, OneOf(("assessed", "reported"))] = Field(default="assessed", alias="as")
    """Assessed or reported values."""
    lanes: Annotated[str, OneOf(("thread", "actor", "type", "country"))] = "thread"
    """What the lanes of the timeline show."""
    layer: Annotated[str, OneOf(("marks", "weights", "countries", "hexagons"))] = "marks"
    """As what the map shows events."""
