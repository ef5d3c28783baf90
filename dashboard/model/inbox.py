"""What waits in the inbox of a workspace: articles that are no sources yet, and the feeds that bring some."""

import textwrap
from typing import Annotated, Final

from pydantic import model_validator
from pydantic_core import PydanticCustomError

from dashboard.model import vocabularies
from dashboard.model.problem import kind
from dashboard.model.record import Date, Id, OneLine, OneOf, Record, SourceId, Text, Title
from dashboard.model.source import LanguageTag, Reliability, WebAddress

DECISIONS = ("source", "same_as", "set_aside", "article")
"""Fields of an item, one of which says what became of it."""

_TIMES: Final = {2: "twice", 3: "three times", 4: "four times"}
_DECIDED_TWICE: Final = kind(
    "item-decided-twice",
    "Two decisions about an item of the inbox",
    "An item became a source, is the same as one, is set aside, or its article was fetched: one of these. Where two "
    "people decided on two branches, git may keep the lines of both.",
    "keep one of the lines in the item's file, and remove the other",
)


class Feed(Record):
    """An entry of `inbox/feeds.yaml`: an RSS or Atom feed that brings articles into the inbox."""

    id: Id
    """Not written in the entry: its key."""
    address: WebAddress
    """The address of the feed. It is fetched only when somebody asks for it."""
    outlet: OneLine
    """The publisher, for the description of a source."""
    language: LanguageTag | None = None
    """BCP 47. Absent: as the feed says."""
    kind: Annotated[str, OneOf(vocabularies.SOURCE_KINDS)] | None = None
    """The kind of document. Absent: article."""
    reliability: Reliability | None = None
    """How reliable the publisher is, and why: its bias, for example. A source made of an item begins with this."""
    articles: bool = False
    """Whether the page of each entry is fetched too. Otherwise the text of an item is what the feed itself has."""
    note: Text | None = None
    """A remark for the team."""


class InboxItem(Record):
    """What is known of an item of the inbox, and what became of it: `inbox/items/ID.yaml`."""

    id: Id
    """Not written in the file: the beginning of the SHA-256 of the text."""
    title: Title | None = None
    """The title that the document or the feed gives."""
    outlet: Title | None = None
    """The publisher."""
    author: Title | None = None
    """Who wrote it."""
    published: Date | None = None
    """EDTF: the date of publication."""
    language: LanguageTag | None = None
    """BCP 47."""
    kind: Annotated[str, OneOf(vocabularies.SOURCE_KINDS)] | None = None
    """The kind of document."""
    url: WebAddress | None = None
    """The address of the document."""
    file: Title | None = None
    """The name of the file that it came from."""
    feed: Id | None = None
    """The feed that brought it, as `inbox/feeds.yaml` calls it."""
    received: Date | None = None
    """EDTF: the day when it came."""
    source: SourceId | None = None
    """It became this source."""
    same_as: SourceId | None = None
    """It says the same as this source, and is not stored again."""
    set_aside: Text | None = None
    """Why the team does not use it."""
    article: Id | None = None
    """The item that has the whole article; this one has the words of the feed."""

    @model_validator(mode="after")
    def _has_one_end(self) -> "InboxItem":
        found = [name for name in DECISIONS if getattr(self, name) is not None]
        if len(found) > 1:
            told = " and ".join(self._decision(name) for name in found)
            lines = " or ".join(f"`{name}: {getattr(self, name)}`" for name in found)
            hint = (
                f"decide which holds, keep one of the lines {lines} in inbox/items/{self.id}.yaml, and remove the rest"
            )
            raise PydanticCustomError(
                _DECIDED_TWICE.code,
                "decided {often}: {told}",
                {"often": _TIMES[len(found)], "told": told, "hint": hint},
            )
        return self

    def _decision(self, name: str) -> str:
        value = getattr(self, name)
        return {
            "source": f"it became the source `{value}` (seeds/{value}.yaml)",
            "same_as": f"it is the same as the source `{value}` (seeds/{value}.yaml)",
            "set_aside": f"it is set aside: “{textwrap.shorten(value, 80)}”",
            "article": f"its article is the item `{value}` (inbox/items/{value}.yaml)",
        }[name]

    @property
    def is_open(self) -> bool:
        """Whether it still waits to be read."""
        return all(getattr(self, name) is None for name in DECISIONS)
