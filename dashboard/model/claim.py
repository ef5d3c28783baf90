"""A claim: one statement about an event, by somebody, and what carries it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import Annotated

from pydantic import Field

from dashboard.model import vocabularies
from dashboard.model.allowance import Allowance
from dashboard.model.record import (
    ActorId,
    ClaimMention,
    Many,
    OneOf,
    OneOrMany,
    QuestionReference,
    Record,
    SourceId,
    Text,
)


class Quote(Record):
    """Words that are in a source's text exactly once (W3C TextQuoteSelector)."""

    source: SourceId
    """The source whose text has the words."""
    exact: Text
    """The words in the text. Quotation marks, dashes and spaces may differ. `…` replaces words that are left out, and
    words of your own stand in `[brackets]`."""
    prefix: str = ""
    """Words just before the quote, if `exact` alone is not unique."""
    suffix: str = ""
    """Words just after the quote, if `exact` alone is not unique."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody who says a claim, or passes it on: an actor of the registry, the source's words for them, or both."""

    actor: str | None
    """The id; None for one who is known by the source's words alone."""
    words: str | None
    """The source's words; None where the registry's names are in the source."""


class Claim(Record):
    """One statement about the event, based on quotes, or on named sources whose text is not held."""

    text: Text
    """The statement in the team's words. Its numbers, dates, money and names must be in its quotes."""
    kind: Annotated[str, OneOf(vocabularies.CLAIM_KINDS)] = "fact"
    """The kind of claim: fact, statement, assessment or question."""
    by: OneOrMany[ActorId] = ()
    """The actor who says it, for a statement or an assessment; a list if several say it together."""
    by_as_reported: OneOrMany[Text] = ()
    """The source's words for the speaker, if they are not in the registry or are misnamed. A list has the words for
    each of `by` in turn, and then those for speakers who are not in the registry; one text is for all of `by`."""
    quoted_by: ActorId | None = None
    """The actor who passes the speaker's words on: if Noboa says what Trump told him, Trump is `by`."""
    quoted_by_as_reported: Text | None = None
    """The source's words for the one who passes them on, if they are not in the registry or are misnamed."""
    quotes: Many[Quote] = ()
    """The words that support it."""
    sources: Many[SourceId] = ()
    """Sources that support it and whose text is not held."""
    basis: Annotated[str, OneOf(("inferred",))] | None = None
    """Only `inferred`, if there is no quote and no source; needs a note."""
    credibility: Annotated[int, Field(ge=1, le=6)] | None = None
    """1 to 6, Admiralty code. Absent: not graded. 6: the truth cannot be judged."""
    disputed_by: Many[ClaimMention] = ()
    """Claims that contradict it: of this event, or `event-id/claim`."""
    question: QuestionReference | None = None
    """The thread's question that it raises: `thread-id/question`."""
    allow: dict[str, Allowance] = Field(default_factory=dict)
    """Guards that are suppressed for this claim, each for certain words, with a reason that readers see."""
    note: Text | None = None
    """What the reader should know, for example what is imprecise, or what others say."""

    @property
    def exact_quotes(self) -> tuple[str, ...]:
        """The quoted words, in order."""
        return tuple([quote.exact for quote in self.quotes])

    @property
    def speakers(self) -> tuple[Speaker, ...]:
        """Everybody who says it, in the order of the record."""
        if not (self.by or self.by_as_reported):
            return ()
        if self.words_are_shared:
            return tuple(Speaker(actor, self.by_as_reported[0]) for actor in self.by)
        return tuple(Speaker(actor, words) for actor, words in zip_longest(self.by, self.by_as_reported))

    @property
    def words_are_shared(self) -> bool:
        """Whether one text stands for several speakers: `the two presidents`."""
        return len(self.by) > 1 and len(self.by_as_reported) == 1

    @property
    def quoter(self) -> Speaker | None:
        """Who passes the speakers' words on."""
        if self.quoted_by is None and self.quoted_by_as_reported is None:
            return None
        return Speaker(self.quoted_by, self.quoted_by_as_reported)

    @property
    def is_somebody_s(self) -> bool:
        """Whether somebody says it, or passes it on."""
        return bool(self.by or self.by_as_reported or self.quoted_by or self.quoted_by_as_reported)

    @property
    def voices(self) -> tuple[Speaker, ...]:
        """The speakers, and who passes their words on."""
        return (*self.speakers, self.quoter) if self.quoter else self.speakers

    def actors_named(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Every actor who says it or passes it on, with the path in the claim."""
        for index, actor in enumerate(self.by):
            yield ("by", index) if len(self.by) > 1 else ("by",), actor
        if self.quoted_by is not None:
            yield ("quoted_by",), self.quoted_by
