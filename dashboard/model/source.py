"""A source: a document that events are read from, described in `seeds/ID.yaml`."""

from collections.abc import Iterator
from typing import Annotated, Any

from pydantic import Discriminator, Field, Tag

from dashboard.model import vocabularies
from dashboard.model.assessed import AssessedDate, AssessedText
from dashboard.model.record import Date, Id, Many, OneOf, Record, Text


class Held(Record):
    """The text in `seeds/ID.txt`, by which a change is noticed."""

    sha256: Annotated[str, Field(pattern="^[0-9a-f]{64}$")]
    """Of the bytes of `seeds/ID.txt`."""
    characters: Annotated[int, Field(ge=0)]
    """Code points."""


class Reliability(Record):
    """How far the source is to be relied on (Admiralty code)."""

    grade: Annotated[str, OneOf(vocabularies.RELIABILITY)]
    """A to F; F means unknown."""
    reason: Text | None = None
    """Why."""


class SetAside(Record):
    """A sentence that no claim needs to use."""

    exact: Text
    """The sentence, as it stands in the text."""
    reason: Text
    """Why no claim needs it."""


class TextPart(Record):
    """A part of the text that is not its body."""

    as_: Annotated[str, OneOf(vocabularies.TEXT_PARTS)] = Field(alias="as")
    """What the part is."""
    exact: Text
    """The words, as they stand in the text, once."""


class DescribedText(Record):
    """A text that the document does not give itself: as the team holds it, or both beside each other."""

    reported: Text | None = None
    """As the document itself gives it."""
    assessed: AssessedText | None = None
    """As the team holds it."""


class DescribedDate(Record):
    """A date that the document does not give itself: as the team holds it, or both beside each other."""

    reported: Date | None = None
    """As the document itself gives it."""
    assessed: AssessedDate | None = None
    """As the team holds it."""


def _how_described(value: Any) -> str:
    return "described" if isinstance(value, dict | DescribedText | DescribedDate) else "given"


SomeText = Annotated[
    Annotated[Text, Tag("given")] | Annotated[DescribedText, Tag("described")], Discriminator(_how_described)
]
SomeDate = Annotated[
    Annotated[Date, Tag("given")] | Annotated[DescribedDate, Tag("described")], Discriminator(_how_described)
]


class Source(Record):
    """A document's description. What the document does not give is absent, or assessed; there a note is enough."""

    id: Id
    """Not written in the file: the file's stem."""
    kind: Annotated[str, OneOf(vocabularies.SOURCE_KINDS)]
    """What sort of document it is."""
    title: SomeText | None = None
    """A text, if the document gives it; else `{assessed: …}`."""
    outlet: SomeText | None = None
    """Who published it: a text, or `{assessed: …}`."""
    author: SomeText | None = None
    """A text, or `{assessed: …}`."""
    published: SomeDate | None = None
    """EDTF, if the document gives it; else `{assessed: …}`."""
    accessed: Date | None = None
    """EDTF: when the team read it."""
    language: Annotated[str, Field(pattern="^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] | None = None
    """BCP 47."""
    url: Annotated[str, Field(pattern="^https?://[^\\s]+$", max_length=2000)] | None = None
    """Where it was read."""
    origin: Text | None = None
    """Whose reporting it repeats: sources with the same origin count once. Absent: the outlet's own."""
    reliability: Reliability | None = None
    """How far the source is to be relied on."""
    rights: Text | None = None
    """The licence, or who owns it."""
    text: Held | None = None
    """Absent: text not held."""
    set_aside: Many[SetAside] = ()
    """Sentences that no claim needs to use."""
    parts: Many[TextPart] = ()
    """Parts of the text that are not its body: a quote of them says little."""
    note: Text | None = None
    """A remark for the team."""

    def exceptions(self) -> Iterator[tuple[tuple[str | int, ...], dict[str, Text]]]:
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
    """The date as assessed where there is such a value, else as reported."""
    if isinstance(value, DescribedDate):
        return (value.assessed.date if value.assessed else None) or value.reported
    return value
