"""A claim: one statement about an event, by somebody, and what carries it."""

from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.allowance import Allowance
from dashboard.model.record import Id, Many, OneOf, Record, Reference, Text


class Quote(Record):
    """Words that are in a source's text exactly once (W3C TextQuoteSelector)."""

    source: Id
    """The source whose text has the words."""
    exact: Text
    """The words in the text. Quotation marks, dashes and spaces may differ. `…` replaces words that are left out, and
    words of your own stand in `[brackets]`."""
    prefix: str = ""
    """Words just before the quote, if `exact` alone is not unique."""
    suffix: str = ""
    """Words just after the quote, if `exact` alone is not unique."""


class Claim(Record):
    """One statement about the event, based on quotes, or on named sources whose text is not held."""

    text: Text
    """The statement in the team's words. Its numbers, dates, money and names must be in its quotes."""
    kind: Annotated[str, OneOf(vocabularies.CLAIM_KINDS)] = "fact"
    """The kind of claim: fact, statement, assessment or question."""
    by: Id | None = None
    """The actor who says it, for a statement or an assessment."""
    by_as_reported: Text | None = None
    """The source's words for the speaker, if they are not in the registry or are misnamed."""
    quotes: Many[Quote] = ()
    """The words that support it."""
    sources: Many[Id] = ()
    """Sources that support it and whose text is not held."""
    basis: Annotated[str, OneOf(("inferred",))] | None = None
    """Only `inferred`, if there is no quote and no source; needs a note."""
    credibility: Annotated[int, Field(ge=1, le=6)] | None = None
    """1 to 6, Admiralty code. Absent: not graded. 6: the truth cannot be judged."""
    disputed_by: Many[Reference] = ()
    """Claims that contradict it: of this event, or `event-id/claim`."""
    question: Reference | None = None
    """The thread's question that it raises: `thread-id/question`."""
    allow: dict[str, Allowance] = Field(default_factory=dict)
    """Guards that are suppressed for this claim, each for certain words, with a reason that readers see."""
    note: Text | None = None
    """What the reader should know, for example what is imprecise, or what others say."""

    @property
    def exact_quotes(self) -> tuple[str, ...]:
        """The quoted words, in order."""
        return tuple(quote.exact for quote in self.quotes)
