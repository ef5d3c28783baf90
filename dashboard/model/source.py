"""A source: a document that events are read from, described in `seeds/ID.yaml`."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from dashboard.model import vocabularies
from dashboard.model.allowance import Allowance
from dashboard.model.assessed import AssessedDate, AssessedText
from dashboard.model.record import PATTERN_WORDS, Date, Id, Many, OneOf, Record, Text

LanguageTag = Annotated[
    str,
    Field(pattern="^[a-z]{2,3}(-[A-Za-z0-9]+)*$", json_schema_extra={PATTERN_WORDS: "A tag of BCP 47: `en`, `pt-BR`."}),
]
WebAddress = Annotated[
    str,
    Field(
        pattern="^https?://[^\\s]+$",
        max_length=2000,
        json_schema_extra={PATTERN_WORDS: "An address with its `https://`."},
    ),
]


class Held(Record):
    """The hash and length of the text in `seeds/ID.txt`, to detect changes."""

    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """SHA-256 of the bytes of `seeds/ID.txt`."""
    characters: Annotated[int, Field(ge=0)]
    """The number of code points."""


class Reliability(Record):
    """How reliable the source is (Admiralty code)."""

    grade: Annotated[str, OneOf(vocabularies.RELIABILITY)]
    """A to F; F means that it cannot be judged."""
    reason: Text | None = None
    """Why."""


class SetAside(Record):
    """A sentence that no claim needs to use."""

    exact: Text
    """The sentence, as in the text."""
    reason: Text
    """Why no claim needs it."""


class TextPart(Record):
    """A part of the text that is not its main text."""

    as_: Annotated[str, OneOf(vocabularies.TEXT_PARTS)] = Field(alias="as")
    """What the part is."""
    exact: Text
    """The words, which must be in the text exactly once."""


class DescribedText(Record):
    """A text with the team's assessment, with or without what the document gives."""

    reported: Text | None = None
    """What the document gives."""
    assessed: AssessedText | None = None
    """The team's assessment."""


class DescribedDate(Record):
    """A date with the team's assessment, with or without what the document gives."""

    reported: Date | None = None
    """What the document gives."""
    assessed: AssessedDate | None = None
    """The team's assessment."""


def _how_described(value: Any) -> str:
    return "described" if isinstance(value, dict | DescribedText | DescribedDate) else "given"


SomeText = Annotated[
    Annotated[Text, Tag("given")] | Annotated[DescribedText, Tag("described")], Discriminator(_how_described)
]
SomeDate = Annotated[
    Annotated[Date, Tag("given")] | Annotated[DescribedDate, Tag("described")], Discriminator(_how_described)
]


class Source(Record):
    """The description of a document. What it does not give is absent or assessed; then a note is enough."""

    id: Id
    """Not written in the file: the file's stem."""
    kind: Annotated[str, OneOf(vocabularies.SOURCE_KINDS)]
    """The kind of document."""
    title: SomeText | None = None
    """Text if the document gives it, otherwise `{assessed: …}`."""
    outlet: SomeText | None = None
    """The publisher: text, or `{assessed: …}`."""
    author: SomeText | None = None
    """Text, or `{assessed: …}`."""
    published: SomeDate | None = None
    """EDTF if the document gives it, otherwise `{assessed: …}`."""
    accessed: Date | None = None
    """EDTF: the day when the team read it."""
    language: LanguageTag | None = None
    """BCP 47."""
    url: WebAddress | None = None
    """The address of the document."""
    origin: Text | None = None
    """The original report that it repeats. Sources with the same origin count once. Absent: the outlet's own
    report; texts that are nearly the same count as one until each has an origin."""
    reliability: Reliability | None = None
    """How reliable the source is."""
    rights: Text | None = None
    """The licence, or the owner."""
    text: Held | None = None
    """Absent: text not held."""
    set_aside: Many[SetAside] = ()
    """Sentences that no claim needs to use."""
    parts: Many[TextPart] = ()
    """Parts of the text that are not its main text; quotes from them prove little."""
    note: Text | None = None
    """A remark for the team."""

    def exceptions(self) -> Iterator[tuple[tuple[str | int, ...], dict[str, Allowance]]]:
        """What sets guards aside, as far as it does: `allow` of its assessed values, with the path of each."""
        for field in ("title", "outlet", "author", "published"):
            value = getattr(self, field)
            if isinstance(value, DescribedText | DescribedDate) and value.assessed and value.assessed.allow:
                yield (field, "assessed"), value.assessed.allow

    @property
    def name(self) -> str:
        """What to call it in a line: its title, else its outlet, else its id."""
        return shown_text(self.title) or shown_text(self.outlet) or self.id


def shown_text(value: str | DescribedText | None) -> str | None:
    """The text as assessed where there is such a value, else as reported."""
    if isinstance(value, DescribedText):
        return (value.assessed.value if value.assessed else None) or value.reported
    return value


def shown_date(value: Date | DescribedDate | None) -> Date | None:
    """The assessed date where there is such a value, else as reported."""
    if isinstance(value, DescribedDate):
        return (value.assessed.date if value.assessed else None) or value.reported
    return value
