"""Claims as the card has them: words and who says them, quotes and sources, verdicts and grades."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dashboard.evidence.corroboration import Strength, strength_of
from dashboard.evidence.finding import Finding
from dashboard.evidence.verdicts import QuoteFound
from dashboard.model.allowance import Allowance
from dashboard.model.claim import Claim
from dashboard.model.source import Source
from dashboard.query.citations import Citation
from dashboard.query.disagreements import ClaimOfEvent, is_claim
from dashboard.query.fields import EventTable
from dashboard.query.marks import Mark, mark_of_claims
from dashboard.query.texts import SentencePart, sentence_of
from dashboard.query.wording import INSERTED, SpeakerPiece, reliability_words, speaker_pieces


@dataclass(frozen=True, slots=True)
class CardSource:
    """A source that a claim names."""

    citation: Citation
    """Where its name leads: to the source, or to a quote in its text."""
    name: str
    described: Source | None
    """Its description; where there is none, its name leads nowhere."""
    is_held: bool
    """Whether its text is there."""


@dataclass(frozen=True, slots=True)
class CardQuote:
    """Words that a claim rests on."""

    exact: str
    """As the record has them."""
    sentence: tuple[SentencePart, ...]
    """As the text has them, in their sentence; empty where they stand in no text that is held."""
    source: CardSource
    place: str
    """Where they are in the text, or why that is not known: `at 4–20`."""
    has_failed: bool


@dataclass(frozen=True, slots=True)
class CardClaim:
    """One claim of an event."""

    event: str
    event_title: str
    key: str
    is_first: bool
    """Whether it is of the card's event, and does not stand further up on the card already."""
    text: str
    mark: Mark
    said: str
    """Before the speakers: `Said`, `Assessment`; empty for a fact that nobody is named for."""
    speakers: tuple[SpeakerPiece, ...]
    """Who says it, and who quotes them; empty where nobody is named."""
    speakers_in_full: tuple[SpeakerPiece, ...]
    """With the source's words for those who are in the registry."""
    quotes: tuple[CardQuote, ...]
    sources: tuple[CardSource, ...]
    """The sources that carry it without a quote."""
    every_source: tuple[CardSource, ...]
    """All that it names, the quoted ones first; each once."""
    is_inferred: bool
    strength: Strength | None
    """None where it names no source."""
    grades: tuple[tuple[str, Source], ...]
    """A source of each reliability with its name; where all are alike, one alone, named `Source` or `Sources`."""
    credibility: int | None
    not_found: tuple[str, ...]
    """References to claims that dispute it, as written, where there is no such claim."""
    question: str
    """The question that it raises."""
    suppressed: tuple[tuple[str, Allowance], ...]
    """Guards that are suppressed for it, each with the words and the reason."""
    note: str

    @property
    def at(self) -> tuple[str, str]:
        """Id of the event and key: what tells it from every other."""
        return (self.event, self.key)

    @property
    def deciding_quote(self) -> CardQuote | None:
        """The quote that its mark leads to."""
        return next((each for each in self.quotes if each.source.citation == self.mark.citation), None)

    @property
    def deciding_source(self) -> CardSource | None:
        """The source that its mark leads to, be it to a quote in its text; None if the mark leads nowhere."""
        quote = self.deciding_quote
        return quote.source if quote else next(iter(self.sources), None)


def claim_of(said: ClaimOfEvent, table: EventTable, *, is_first: bool = True) -> CardClaim:
    """The claim as the card has it."""
    event, claim, workspace = said.event, said.claim, table.workspace
    every_source = tuple(_sources(dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources]), table))
    return CardClaim(
        event=event.id,
        event_title=event.title,
        key=said.key,
        is_first=is_first,
        text=claim.text,
        mark=mark_of_claims(event, [said.key], table),
        said=_saying_word(claim),
        speakers=speaker_pieces(claim, workspace.actor_name),
        speakers_in_full=speaker_pieces(claim, workspace.actor_name, in_full=True),
        quotes=tuple(_quotes(said, table)),
        sources=tuple(_sources(claim.sources, table)),
        every_source=every_source,
        is_inferred=claim.basis == "inferred",
        strength=strength_of((each.citation.source for each in every_source), table.sources) if every_source else None,
        grades=_grades(every_source),
        credibility=claim.credibility,
        not_found=tuple(each for each in claim.disputed_by if not is_claim(event, each, workspace.events)),
        question=workspace.question_text(claim.question) if claim.question else "",
        suppressed=tuple(claim.allow.items()),
        note=claim.note or "",
    )


def _sources(ids: Iterable[str], table: EventTable) -> Iterator[CardSource]:
    """The sources of these ids, each leading to itself."""
    return (source_of(Citation(id_), table) for id_ in ids)


def source_of(citation: Citation, table: EventTable) -> CardSource:
    """The source of a citation, as the card has it."""
    id_, here = citation.source, table.workspace
    return CardSource(citation, here.source_name(id_), here.sources.get(id_), id_ in here.texts)


def _saying_word(claim: Claim) -> str:
    if claim.kind != "fact":
        return claim.kind.capitalize()
    return "Said" if claim.is_somebody_s else ""


def _quotes(said: ClaimOfEvent, table: EventTable) -> Iterator[CardQuote]:
    for index, found in enumerate(table.evidence.of(*said.at).quotes):
        source = source_of(Citation(found.quote.source, f"{said.event.id}/{said.key}/{index}"), table)
        sentence = sentence_of(found, table.workspace.texts)
        has_failed = found.finding is not None and not found.finding.stands
        yield CardQuote(found.quote.exact, sentence, source, _place(found), has_failed)


def _place(found: QuoteFound) -> str:
    """The code points where the quote is."""
    finding = found.finding
    if finding is None:
        return "text not held"
    if finding.stands:
        spans = " and ".join(f"{start}–{end}" for start, end in finding.spans)
        return f"at {spans}{_how_it_differs(finding)}"
    if finding.is_ambiguous:
        return f"found {len(finding.places)} times: it is not clear which one is meant"
    return "this quote is not in the source"


def _how_it_differs(finding: Finding) -> str:
    """What the quote has otherwise than its source; empty where it is the same."""
    if finding.beside_insertions:
        return f"; {INSERTED}"
    if finding.exactly:
        return ""
    return ", ignoring differences in quotation marks, dashes, spaces and the first letter’s case"


def _grades(sources: Iterable[CardSource]) -> tuple[tuple[str, Source], ...]:
    graded = [(each.name, each.described) for each in sources if each.described is not None]
    if len({reliability_words(source) for _, source in graded}) == 1:
        return (("Source" if len(graded) == 1 else "Sources", graded[0][1]),)
    return tuple(graded)
