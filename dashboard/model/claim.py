"""A claim: one statement about an event, by somebody, and what carries it."""

from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.record import Id, Many, OneOf, Record, Reference, Text


class Quote(Record):
    """Words that stand in a source's text, once (W3C TextQuoteSelector)."""

    source: Id
    """The source whose text they stand in."""
    exact: Text
    """The words as they stand in the text, which may be typed otherwise; `…` where words are left out."""
    prefix: str = ""
    """Words just before, where `exact` alone is not unique."""
    suffix: str = ""
    """Words just after, where `exact` alone is not unique."""


class Claim(Record):
    """One statement about the event, carried by quotes, or by named sources whose text is not held."""

    text: Text
    """The statement in the team's words; its numbers, dates, money and names stand in its quotes."""
    kind: Annotated[str, OneOf(vocabularies.CLAIM_KINDS)] = "fact"
    """What sort of statement it is: fact, statement, assessment or question."""
    by: Id | None = None
    """The actor who says it, for a statement or an assessment."""
    by_as_reported: Text | None = None
    """Their name in the words, where they are not in the registry or are misnamed."""
    quotes: Many[Quote] = ()
    """The words that carry it."""
    sources: Many[Id] = ()
    """Sources that carry it, whose text is not held."""
    basis: Annotated[str, OneOf(("inferred",))] | None = None
    """Only `inferred`, where there is neither a quote nor a source; needs a note."""
    credibility: Annotated[int, Field(ge=1, le=6)] | None = None
    """1 to 6, Admiralty code. Absent: not graded. 6: judged, and cannot be known."""
    disputed_by: Many[Reference] = ()
    """Claims that say otherwise: of this event, or `event-id/claim`."""
    question: Reference | None = None
    """The thread's question that it raises: `thread-id/question`."""
    allow: dict[str, Text] = Field(default_factory=dict)
    """Guards that are set aside for this claim, each with the reason, which is shown."""
    note: Text | None = None
    """What the reader should know: where it is imprecise, or what others say."""

    @property
    def exact_quotes(self) -> tuple[str, ...]:
        """The quoted words, in order."""
        return tuple(quote.exact for quote in self.quotes)
