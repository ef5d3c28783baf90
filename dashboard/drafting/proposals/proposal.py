"""A proposal: an event that a program read from a text, with the words of each field, and what it left open."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final

from dashboard.evidence.sentences import Span

Fields = dict[str, Any]
TYPED: Final = "what"
"""The field of which a proposal has up to three values, and the event none until somebody accepts it."""
NOTE: Final = "Proposed by a program from the words of the source. A person accepted it; nobody has reviewed it yet."


@dataclass(frozen=True, slots=True)
class FieldWords:
    """A field that is filled, and the words of the source that give it."""

    field: str
    """`when`, `where`, `who` or `amounts`."""
    value: Any
    """As the event has it: an EDTF date, the id of a place or an actor, an amount."""
    words: str
    span: Span
    """Half-open, in code points of the source's text."""
    role: str = ""
    """An actor's."""
    key: str = ""
    """An amount's."""
    as_reported: str = ""
    """The words for an actor, where they are no name of it."""


@dataclass(frozen=True, slots=True)
class OpenField:
    """A field that is left empty, and why."""

    field: str
    reason: str
    words: str = ""
    """The words that may give it; empty where there are none."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """A candidate event. It is no record until a person accepts it."""

    key: str
    """A hash of its words and their source: by it, a refused proposal is known again."""
    source: str
    title: str
    words: str
    """The words that it quotes, on one line."""
    span: Span
    """Half-open, in code points of the source's text."""
    types: tuple[str, ...]
    """At most three types that it may have, most likely first."""
    filled: tuple[FieldWords, ...]
    open: tuple[OpenField, ...]
    fields: Fields
    """The event as its file would have it, without a type."""
    entries: Mapping[str, Mapping[str, Fields]] = field(default_factory=dict)
    """By registry (`places`, `actors`), entries by id that the event needs and the registry lacks."""
    proposed_by: str = "rules"
    """`rules`, or the name of the language model that was asked."""

    def accepted_fields(self, type_: str | None = None) -> Fields:
        """The event for a person who accepts it with one of its types; it says that nobody has reviewed it."""
        fields: Fields = {**self.fields, "review": {"status": "draft", "note": NOTE}}
        if type_ and type_ in self.types:
            fields["what"] = {"type": type_}
        return fields

    def as_data(self) -> dict[str, Any]:
        """The proposal for programs."""
        return {
            "key": self.key,
            "proposed_by": self.proposed_by,
            "title": self.title,
            "words": self.words,
            "span": list(self.span),
            "types": list(self.types),
            "filled": [
                {
                    "field": each.field,
                    "value": each.value,
                    "words": each.words,
                    "span": list(each.span),
                    **({"role": each.role} if each.role else {}),
                    **({"key": each.key} if each.key else {}),
                }
                for each in self.filled
            ],
            "open": [{"field": each.field, "reason": each.reason, "words": each.words} for each in self.open],
            "new_entries": {name: dict(entries) for name, entries in self.entries.items()},
            "event": self.fields,
        }


def key_of_words(source: str, words: str, verb: str = "") -> str:
    """Eight hexadecimal digits that stand for the words of a source."""
    return sha256("\0".join((source, " ".join(words.split()), verb)).encode("utf-8", "replace")).hexdigest()[:8]
