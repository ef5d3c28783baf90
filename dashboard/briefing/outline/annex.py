"""The annex of a briefing: each claim that a sentence refers to, with its quotes, as pure data."""

from dataclasses import dataclass
from typing import Final

CARRIED: Final = "Sources without a quote"
"""What names the sources behind a claim; where there are links, they lead to those."""
SAID: Final = "Said"
"""What names whose words a claim gives; running text leaves it out."""


@dataclass(frozen=True, slots=True)
class AnnexQuote:
    """Words of a source."""

    words: str
    source: str
    where: str
    """`at 120–180`, `text not held`, `this quote is not in the source`."""
    source_id: str = ""


@dataclass(frozen=True, slots=True)
class AnnexEntry:
    """A claim in the annex, under the number by which sentences refer to it."""

    number: int
    claim: str
    """`event-id/claim`."""
    event: str
    """Title of its event."""
    text: str
    said: str
    verdict: str
    means: str
    """What the verdict means."""
    credibility: str
    quotes: tuple[AnnexQuote, ...]
    sources: tuple[str, ...]
    """The names of the sources to which the claim refers without a quote."""
    note: str
    allowed: tuple[str, ...]
    """Exceptions from guards, with words and reason: of the claim, and of a relation or place that it carries."""
    source_ids: tuple[str, ...] = ()
    """The ids of `sources`, in the same order."""

    @property
    def about(self) -> tuple[tuple[str, str], ...]:
        """What is told of it beside its words and quotes, each with what it is called; the first says what it is."""
        told = (
            (SAID, self.said),
            ("Event", self.event),
            ("Claim", self.claim),
            ("Credibility", self.credibility),
            (CARRIED, "; ".join(self.sources)),
            ("Check suppressed", "; ".join(self.allowed)),
            ("Note", self.note),
        )
        return tuple((name, words) for name, words in told if words)
