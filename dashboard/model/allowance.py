"""What `allow` says of one guard: the words that it may find, and why they are right."""

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Strict, WithJsonSchema, model_validator
from pydantic_core import PydanticCustomError

from dashboard.model.record import Record, Text

Words = Annotated[
    tuple[Text, ...],
    Strict(strict=False),  # YAML gives lists; a strict tuple would refuse them
    BeforeValidator(lambda given: tuple(given) if isinstance(given, list | tuple) else (given,)),
]
"""One text, or a list of texts; kept as a tuple."""


def _refuse_placeholder(reason: str) -> str:
    if not any(map(str.isalnum, reason)):
        raise PydanticCustomError(
            "text-empty", "the reason is still to be written", {"hint": "write why they are right"}
        )
    return reason


class Allowance(Record):
    """An exception from one guard, for the words that it names. Whatever else the guard finds is still a problem."""

    words: Annotated[
        Words,
        WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}, "minItems": 1}]}),
    ]
    """The words that the guard may find, as its message gives them: a text, or a list of texts."""
    reason: Annotated[Text, AfterValidator(_refuse_placeholder)]
    """Why they are right. Readers see it."""

    @model_validator(mode="before")
    @classmethod
    def _without_words(cls, given: Any) -> Any:
        """Older records have the reason alone: they are read, and told to name the words."""
        if isinstance(given, str):
            return {"words": (), "reason": given}
        return {"words": (), **given} if isinstance(given, dict) else given

    @property
    def scope(self) -> str:
        """Behind the guard's name, the words that it is for: ` for “15”, “16”`; nothing where it names none."""
        return f" for {in_quotes(self.words)}" if self.words else ""


def in_quotes(words: Iterable[str]) -> str:
    """Words in quotation marks, one after the other."""
    return ", ".join(f"“{word}”" for word in words)
