"""A briefing: a chosen set of events, in order, written for people who were not there."""

from collections.abc import Iterator
from typing import Annotated, Any, Final

from pydantic import Discriminator, Field, StringConstraints, Tag

from dashboard.model import vocabularies
from dashboard.model.event import Review
from dashboard.model.record import Date, Id, Many, OneLine, OneOf, Record, Reference, Text, Title

CLAIM_PATTERN: Final = r"^[a-z0-9]+(-[a-z0-9]+)*/[a-z0-9]+(-[a-z0-9]+)*$"
RECORD_PATTERN: Final = r"^(events|sources|texts|places|actors|threads)/[a-z0-9]+(-[a-z0-9]+)*$"

FIELD_PATTERN: Final = RECORD_PATTERN.removesuffix("$") + "(#.+)?$"

ClaimReference = Annotated[str, StringConstraints(pattern=CLAIM_PATTERN, max_length=161)]
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
    """Words of the briefing's own. They are somebody's, or rest on claims, or both."""

    text: Text
    """One sentence."""
    by: Text | None = None
    """Initials of who stands for it; needed where it names no claim."""
    claims: Many[ClaimReference] = ()
    """What it rests on, each as `event-id/claim`; needed where it has no initials."""


class OwnMarking(Record):
    """A marking that is none of the Traffic Light Protocol's."""

    text: OneLine
    """As it stands on every page."""
    meaning: Text | None = None
    """What recipients may do with it."""


class Selection(Record):
    """The events that are told of: by name and in this order, or those that a filter lets through, by date."""

    events: Many[Id] = ()
    """Ids, in the order in which they are told; beside them, no filter."""
    show: Many[Annotated[str, Field(pattern=r"^[a-z-]+:.+$", max_length=200)]] = ()
    """Filters, as saved views have them: `thread:ID`. Any value of a facet is enough, each facet counts."""
    from_: Date | None = Field(default=None, alias="from")
    """Only events that may have happened then or later."""
    to: Date | None = None
    """Only events that may have happened then or earlier."""
    words: Text | None = None
    """Words that must all occur in the title, a claim or a quote."""

    @property
    def is_filter(self) -> bool:
        """Whether anything is asked for but events by name."""
        return bool(self.show or self.from_ or self.to or self.words)


class KeyJudgement(Record):
    """What the team judges (ICD 203). It is told in two sentences: how likely, and how sure the team is."""

    question: Reference
    """`thread-id/question`."""
    likelihood: Annotated[str, OneOf(vocabularies.LIKELIHOOD)]
    """That the answer will be yes, in the words of ICD 203; each stands for a range of percent."""
    confidence: Annotated[str, OneOf(vocabularies.CONFIDENCE)]
    """In the evidence and the reasoning: never in one sentence with the likelihood."""
    claims: Many[ClaimReference] = ()
    """The evidence, each claim as `event-id/claim`. Without any, the judgement is refused."""
    by: Text
    """Initials."""
    reasons: Many[Sentence] = ()
    """Why: each sentence with initials or claims of its own."""


class Options(Record):
    """How the briefing is laid out."""

    paper: Annotated[str, OneOf(vocabularies.PAPERS)] = "A4"
    """The size of its pages."""
    sections: Annotated[Many[Annotated[str, OneOf(vocabularies.BRIEFING_SECTIONS)]], Field(min_length=1)] | None = None
    """Which it has, one at least; absent: all. In one order. The annex is always there; `changes` needs `since`."""
    figures: Many[Annotated[str, OneOf(vocabularies.FIGURES)]] | None = None
    """Which figures it has; absent: both."""
    since: Title | None = None
    """Since when `changes` tells what changed: a day (in quotes), a revision of git, or a briefing's id."""


class BuiltOn(Record):
    """What the briefing rested on when it was written: by it, `dateline brief verify` tells what changed."""

    records: dict[RecordKey, Sha256] = Field(default_factory=dict)
    """Of each source's text that it quotes, the SHA-256; keys are `texts/ID`.

    Files of before have other records here, too, each as a whole: `events/ID`, `sources/ID`, `places/ID`, `actors/ID`,
    `threads/ID`. Any change of such a record is then told."""
    fields: dict[RecordKey, dict[FieldPath, ShortHash]] = Field(default_factory=dict)
    """Of each record, the fields that a sentence prints or that decide it: dotted path to the beginning of a SHA-256.

    Keys are `events/ID`, `sources/ID`, `places/ID`, `actors/ID`, `threads/ID`. Fields that were absent stand together,
    without a hash: `claims.closed.{allow,note}`."""
    verdicts: dict[ClaimReference, Annotated[str, OneOf(vocabularies.VERDICTS)]] = Field(default_factory=dict)
    """What was found of each claim."""

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
    """What it is called."""
    marking: Marking
    """Who may see it: a label of the Traffic Light Protocol 2.0, or words of the team's own."""
    for_: OneLine | None = Field(default=None, alias="for")
    """For whom it is written."""
    as_of: Date
    """The day, or the time, as of which it holds: EDTF, always quoted in the file."""
    scope: Text | None = None
    """What it covers and what it leaves out: a label, and no statement of fact."""
    selection: Selection
    """The events that it tells of."""
    bottom_line: Many[Sentence] = ()
    """What the reader must know, first."""
    judgements: Many[KeyJudgement] = ()
    """The key judgements."""
    words: dict[Annotated[str, OneOf(vocabularies.WORDED_SECTIONS)], Many[Sentence]] = Field(default_factory=dict)
    """Words of the briefing's own at the head of a section: happened, commitment, disputed, unknown or outlook."""
    options: Options = Options()
    """Paper, sections and figures."""
    review: Review = Review()
    """Whether anybody has looked at it; a draft otherwise."""
    built_on: BuiltOn | None = None
    """Written by `dateline brief`: the state of the records that it rests on."""

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
