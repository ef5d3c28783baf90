"""A briefing: a chosen set of events, in order, written for people who were not there."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag

from dashboard.model import vocabularies
from dashboard.model.event import Review
from dashboard.model.record import (
    IDS_OF,
    PATTERN_WORDS,
    Date,
    EventId,
    FilterTerm,
    Id,
    Many,
    OneLine,
    OneOf,
    QuestionReference,
    Record,
    Text,
    Title,
)

CLAIM_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
RECORD_PATTERN: Final = r"^(events|sources|texts|places|actors|threads)/[a-z0-9]+(-[a-z0-9]+)*$"

FIELD_PATTERN: Final = RECORD_PATTERN.removesuffix("$") + "(#.+)?$"

ClaimReference = Annotated[
    str,
    StringConstraints(pattern=CLAIM_PATTERN, max_length=161),
    Field(json_schema_extra={IDS_OF: "claims", PATTERN_WORDS: "An event and its claim: `port-closes/closed`."}),
]
"""`event-id/claim`."""
RecordKey = Annotated[str, StringConstraints(pattern=RECORD_PATTERN, max_length=100)]
"""`events/us-base-closed`, `texts/us-troops-ecuador`."""
FieldKey = Annotated[str, StringConstraints(pattern=FIELD_PATTERN, max_length=1000)]
"""A record, or a field of it by its dotted path: `events/us-base-closed#claims.closed.text`."""
FieldPath = Annotated[str, StringConstraints(min_length=1, max_length=900)]
Sha256 = Annotated[str, StringConstraints(pattern="^[0-9a-f]{64}$")]
ShortHash = Annotated[str, StringConstraints(pattern="^([0-9a-f]{12})?$")]
"""The first 12 digits of a SHA-256: enough to notice a change, and no proof against who means to deceive."""

Path = tuple[str | int, ...]


class Sentence(Record):
    """A sentence of the briefing. It has an author, or is based on claims, or both."""

    text: Text
    """One sentence."""
    by: Text | None = None
    """Initials of the author; needed if it names no claim."""
    claims: Many[ClaimReference] = ()
    """The claims that it is based on, each as `event-id/claim`; needed if it has no initials."""


class OwnMarking(Record):
    """The team's own marking, outside the Traffic Light Protocol."""

    text: OneLine
    """The text that every page shows."""
    meaning: Text | None = None
    """What recipients may do with it."""


class Selection(Record):
    """The events of the briefing: a list in this order, or all events that match a filter, by date."""

    events: Many[EventId] = ()
    """Ids, in the order of the briefing. A list and a filter cannot be combined."""
    show: Many[FilterTerm] = ()
    """Filters, as in saved views: `thread:ID`, or `thread:-ID` for events that are not of it.

    Values of one facet are alternatives; all facets must match.
    """
    from_: Date | None = Field(default=None, alias="from")
    """Only events that may have happened on this day or later."""
    to: Date | None = None
    """Only events that may have happened on this day or earlier."""
    words: Text | None = None
    """Words that must all occur in the title, a claim or a quote."""

    @property
    def is_filter(self) -> bool:
        """Whether anything is asked for but events by name."""
        return bool(self.show or self.from_ or self.to or self.words)


class KeyJudgement(Record):
    """A judgement of the team (ICD 203). The briefing gives likelihood and confidence in two sentences."""

    question: QuestionReference
    """`thread-id/question`."""
    likelihood: Annotated[str, OneOf(vocabularies.LIKELIHOOD)]
    """How likely the answer is yes, in the words of ICD 203. Each word is a range of percent."""
    confidence: Annotated[str, OneOf(vocabularies.CONFIDENCE)]
    """Confidence in the evidence and the reasoning. It is never in one sentence with the likelihood."""
    claims: Many[ClaimReference] = ()
    """The evidence, each claim as `event-id/claim`. A judgement without claims is an error."""
    by: Text
    """Initials."""
    reasons: Many[Sentence] = ()
    """The reasons. Each sentence has initials or claims."""


class Options(Record):
    """The layout of the briefing."""

    paper: Annotated[str, OneOf(vocabularies.PAPERS)] = "A4"
    """The page size."""
    sections: Annotated[Many[Annotated[str, OneOf(vocabularies.BRIEFING_SECTIONS)]], Field(min_length=1)] | None = None
    """At least one; if absent, all. The order is fixed. The annex is always included; `changes` needs `since`."""
    figures: Many[Annotated[str, OneOf(vocabularies.FIGURES)]] | None = None
    """Its figures; if absent, both."""
    since: Title | None = None
    """The start for `changes`: a day (in quotes), a git revision, or the id of a briefing."""


_EARLIER_WORDS: Final = {"verified": "quote found", "failed": "quote not found"}
"""What files of before call a verdict."""
RecordedVerdict = Annotated[
    str,
    BeforeValidator(lambda word: _EARLIER_WORDS.get(word, word) if isinstance(word, str) else word),
    OneOf(vocabularies.VERDICTS),
]


class BuiltOn(Record):
    """What the briefing was based on when it was built. `dateline brief verify` uses it to find changes."""

    records: dict[RecordKey, Sha256] = Field(default_factory=dict)
    """The SHA-256 of each source text that it quotes; keys are `texts/ID`.

    Older files also have whole records here: `events/ID`, `sources/ID`, `places/ID`, `actors/ID`, `threads/ID`. Any
    change of such a record is then reported."""
    fields: dict[RecordKey, dict[FieldPath, ShortHash]] = Field(default_factory=dict)
    """For each record, the fields that a sentence is based on: dotted path to the start of a SHA-256.

    Keys are `events/ID`, `sources/ID`, `places/ID`, `actors/ID`, `threads/ID`. Absent fields are grouped,
    without a hash: `claims.closed.{allow,note}`."""
    verdicts: dict[ClaimReference, RecordedVerdict] = Field(default_factory=dict)
    """The verdict of each claim."""

    @property
    def keys(self) -> tuple[RecordKey, ...]:
        """Every record and text that is told of, in order."""
        return tuple(sorted({*self.records, *self.fields}))

    @property
    def is_by_record(self) -> bool:
        """Whether it tells of records as a whole, as files of before do: which field changed is then not known."""
        return not self.fields and any(not key.startswith("texts/") for key in self.records)


def _how_marked(value: Any) -> str:
    return "own" if isinstance(value, dict | OwnMarking) else "tlp"


Marking = Annotated[
    Annotated[Annotated[str, OneOf(vocabularies.TLP)], Tag("tlp")] | Annotated[OwnMarking, Tag("own")],
    Discriminator(_how_marked),
]


class Briefing(Record):
    """One YAML file `events/briefings/ID.yaml`. Its id is the file's stem."""

    id: Id
    """Not written in the file: the file's stem."""
    title: OneLine
    """Its title."""
    marking: Marking
    """Who may see it: a label of the Traffic Light Protocol 2.0, or the team's own words."""
    for_: OneLine | None = Field(default=None, alias="for")
    """The intended readers."""
    as_of: Date
    """The day or time that it describes: EDTF, always in quotes in the file."""
    scope: Text | None = None
    """What it covers and what it leaves out: a label, not a statement of fact."""
    selection: Selection
    """The events that it covers."""
    bottom_line: Many[Sentence] = ()
    """What the reader must know first."""
    judgements: Many[KeyJudgement] = ()
    """The key judgements."""
    words: dict[Annotated[str, OneOf(vocabularies.WORDED_SECTIONS)], Many[Sentence]] = Field(default_factory=dict)
    """Sentences at the start of a section: happened, commitment, disputed, unknown or outlook."""
    options: Options = Options()
    """Paper, sections and figures."""
    review: Review = Review()
    """The state of its review; without one it is a draft."""
    built_on: BuiltOn | None = None
    """Written by `dateline brief`: the state of the records that it is based on."""

    def own_sentences(self) -> Iterator[tuple[Path, Sentence]]:
        """Every sentence in it, with its path in the file."""
        for index, sentence in enumerate(self.bottom_line):
            yield ("bottom_line", index), sentence
        for number, judgement in enumerate(self.judgements):
            for index, sentence in enumerate(judgement.reasons):
                yield ("judgements", number, "reasons", index), sentence
        for section, sentences in self.words.items():
            for index, sentence in enumerate(sentences):
                yield ("words", section, index), sentence

    def claims_named(self) -> Iterator[tuple[Path, tuple[str, ...]]]:
        """Every list of claims in it, as `event-id/claim`, with its path in the file."""
        for path, sentence in self.own_sentences():
            yield (*path, "claims"), sentence.claims
        for index, judgement in enumerate(self.judgements):
            yield ("judgements", index, "claims"), judgement.claims
