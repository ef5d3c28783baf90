"""The outline of a briefing: all that it says, as pure data. Every writer writes the same one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dashboard.briefing.outline.annex import AnnexEntry
from dashboard.briefing.outline.words import evidence_words


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence. It is somebody's own, or rests on claims, or both, or it tells a value of the team's with its basis.

    Only a row that states nothing of the world is none of these: a source's description, or a question of a thread.
    """

    text: str
    by: str = ""
    """Initials of who stands for it; empty where it is not the team's own."""
    references: tuple[int, ...] = ()
    """Numbers of entries of the annex."""
    claims: tuple[str, ...] = ()
    """The claims behind these numbers, as `event-id/claim`."""
    verdicts: tuple[str, ...] = ()
    """Each one's verdict, `inferred`, or `gone`. Empty for a headline or a judgement.

    These are the team's own: a mark on them would say that they are in the sources. It stands beside the claims.
    """
    doubt: str = ""
    """What speaks against a claim of it: `disputed, doubtful (4)`; empty where nothing does."""
    said: str = ""
    """Whose words the claim gives: `Statement by Marco Rubio`."""
    rests_on: tuple[str, ...] = ()
    """Keys of the fields that it rests on: `events/ID#title`, `places/ID#name`."""
    question: str = ""
    """The question (`thread-id/question`) of a judgement, or of a row that gives a question's status; else empty."""
    stood: str = ""
    """The status in such a row: the answer, or else open, due or overdue. Empty for a judgement."""
    held: "tuple[ValueWithBasis, ...]" = ()
    """Values of the team's own that it tells, in order: in its text, the basis stands in brackets behind each."""

    @property
    def records(self) -> tuple[str, ...]:
        """Keys of the records that those are fields of, in order: `events/ID`."""
        return tuple(sorted({key.partition("#")[0] for key in self.rests_on}))

    @property
    def evidence(self) -> str:
        """What was found of its claims, and what speaks against them, in words; empty where it names none."""
        return "; ".join(each for each in (evidence_words(self.verdicts), self.doubt) if each)


@dataclass(frozen=True, slots=True)
class ValueWithBasis:
    """A value as the team holds it, in words, and how that is carried."""

    text: str
    basis: str
    """`quoted`, `external: Associated Press, 18 September 2009`; empty where there is no value."""
    sources: tuple[tuple[str, str], ...] = ()
    """Id and name of each source that the basis names, in its order."""


@dataclass(frozen=True, slots=True)
class EventBlock:
    """An event."""

    id: str
    title: Statement
    """Its headline, which rests on all that it claims."""
    date: ValueWithBasis
    place: ValueWithBasis
    review: str
    """draft, reviewed or retracted."""
    statements: tuple[Statement, ...]
    """Its claims, but for questions; then what the team holds of actors and amounts that no words report."""


@dataclass(frozen=True, slots=True)
class Opponent:
    """A claim that contradicts another one of its block."""

    statement: Statement
    against: tuple[int, ...] = ()
    """Numbers of the claims before it that it contradicts, beside the first of the block."""
    is_against_first: bool = True

    @property
    def lead(self) -> str:
        """`Against it`, `Against it and claim 7`, `Against claims 7 and 9`: what stands before its words."""
        named = [f"{number}" for number in self.against]
        listed = " and ".join(each for each in (", ".join(named[:-1]), *named[-1:]) if each)
        further = f"claim{'s' if len(named) > 1 else ''} {listed}" if named else ""
        return f"Against {' and '.join(each for each in ('it' if self.is_against_first else '', further) if each)}"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """A claim, and all that contradict it or, through others, belong to the same dispute."""

    claim: Statement
    others: tuple[Opponent, ...]


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row of a table; it is read as one sentence."""

    cells: tuple[str, ...]
    statement: Statement
    """What carries it; its text is the cells, joined."""
    held: ValueWithBasis | None = None
    """The value of the team's own that it tells; then its last cell is the value's basis."""
    field: str = ""
    """The path of that value in its event: `when`, `where`, `who.0`, `amounts.cost`."""


@dataclass(frozen=True, slots=True)
class TableBlock:
    """A table. Its last column, of references, is there if a row has some."""

    headings: tuple[str, ...]
    """The headings of the cells of each row."""
    rows: tuple[TableRow, ...]
    reference_heading: str = "Based on"

    @property
    def has_references(self) -> bool:
        """Whether a row refers to claims."""
        return any(row.statement.references for row in self.rows)

    @property
    def all_headings(self) -> tuple[str, ...]:
        """The headings, with that of the references."""
        return (*self.headings, self.reference_heading) if self.has_references else self.headings


@dataclass(frozen=True, slots=True)
class FigureBlock:
    """A figure's place: which one, and the same in words and as a table."""

    name: str
    """map or timeline."""
    title: str
    description: str
    table: TableBlock


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """A heading over the blocks that follow, up to the next heading: a label, not a statement."""

    text: str


Block = HeadingBlock | Statement | EventBlock | Contradiction | TableBlock | FigureBlock


@dataclass(frozen=True, slots=True)
class BriefingSection:
    """A part of the briefing; one that has nothing to say is left out, or says so in `empty`."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class MarkingLabel:
    """Who may see the briefing."""

    text: str
    """`TLP:CLEAR`, or the team's own words."""
    meaning: str
    color: str = ""
    """The colour of the letters (`#rrggbb`), on `ground`; both are empty if the marking is the team's own."""
    ground: str = ""


@dataclass(frozen=True, slots=True)
class Outline:
    """A briefing, section by section."""

    id: str
    title: str
    marking: MarkingLabel
    audience: str
    as_of: str
    """In words."""
    scope: str
    review: str
    """`Draft: nobody has reviewed this briefing.`"""
    counts: str
    """How many events and claims it rests on: the verdicts add up."""
    verdicts: tuple[tuple[str, str], ...]
    """The words by which sentences tell their evidence, each with what it means."""
    paper: str
    sections: tuple[BriefingSection, ...]
    annex: tuple[AnnexEntry, ...]
    credits: tuple[str, ...]
    """Notices for the vocabularies that the briefing uses, and a note on what the manifest of a written file proves."""
    day: date = date.max
    """The last day on which it holds."""

    @property
    def head(self) -> tuple[tuple[str, str], ...]:
        """What stands below the title: names and words."""
        lines = (("For", self.audience), ("As of", self.as_of), ("Scope", self.scope))
        return tuple((name, words) for name, words in lines if words)

    def statements(self) -> Iterator[Statement]:
        """Every sentence, in order; rows of tables and of figures count as one each."""
        for section in self.sections:
            for block in section.blocks:
                yield from statements_of(block)


def statements_of(block: Block) -> Iterator[Statement]:
    """The sentences of one block."""
    match block:
        case Statement():
            yield block
        case EventBlock():
            yield block.title
            yield from block.statements
        case Contradiction():
            yield block.claim
            yield from (each.statement for each in block.others)
        case TableBlock():
            yield from (row.statement for row in block.rows)
        case FigureBlock():
            yield from (row.statement for row in block.table.rows)
