"""A saved view: what the reader asked for, under a name."""

from typing import Annotated

from pydantic import Field

from dashboard.model.record import Date, Id, Many, OneOf, Record, Text, Title


class SavedView(Record):
    """An entry of `events/views.yaml`: filters that a team looks through often."""

    id: Id
    """Not written in the entry: its key."""
    title: Title
    """What the list of views calls it."""
    show: Many[Annotated[str, Field(pattern=r"^[a-z-]+:.+$", max_length=200)]] = ()
    """Filters, as in the address: `thread:us-ecuador-basing`. Any value of a facet is enough, each facet counts."""
    from_: Date | None = Field(default=None, alias="from")
    """Only events that may have happened then or later."""
    to: Date | None = None
    """Only events that may have happened then or earlier."""
    words: Text | None = None
    """Words that must all occur in the title, a claim or a quote."""
    as_: Annotated[str, OneOf(("assessed", "reported"))] = Field(default="assessed", alias="as")
    """As assessed, or as reported."""
    lanes: Annotated[str, OneOf(("thread", "actor", "type", "country"))] = "thread"
    """What the timeline's lanes go by."""
