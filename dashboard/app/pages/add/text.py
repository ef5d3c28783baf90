"""The text of a source, to select words in: every character stands for one of the text, and nothing is a link."""

from functools import lru_cache
from typing import Final

from dashboard.app.parts import pager
from dashboard.app.shell import PageContext
from dashboard.query.sources import SourceEntry
from dashboard.query.texts import MarkKind, ReadText, TextPiece, paragraphs_of
from dashboard.text.markup import NOTHING, Markup, element, join, join_all

_SAME_LENGTH: Final = {"\r": " ", "\0": "\ufffd", "\f": " "}
"""What a browser, or the cutting into paragraphs, would read as another number of characters."""
_TOLD: Final = "Text of the source: arrows select words, Shift takes more, N selects the next underlined name"


def readable_text(
    entry: SourceEntry, known: ReadText, part: int, page: PageContext, *, record: str | None = None
) -> Markup:
    """One part of the text, paragraph by paragraph, each with the offset of its first character.

    Its other parts are shown by the page Add, or beside the `record` that is edited.
    """
    spans = known.parts
    part = min(part, len(spans) - 1)
    language = entry.source.language if entry.source else None
    rows = join_all(
        element(
            "div",
            element("span", f"{each.number:,}", class_="dl-line-number", aria_hidden="true"),
            element("p", *map(_piece, each.pieces), dir="auto", lang=language, class_="dl-selectable"),
            class_="dl-line",
            data_start=str(each.start),
        )
        for each in paragraphs_of(_as_shown(known.text), known.marks, spans[part])
    )
    start, end = spans[part]
    place = "edit" if record else "add"
    told = f"characters {start + 1:,} to {end:,} of {len(known.text):,}"
    pages = (
        pager(place, part, len(spans), told, mode=page.mode, name="Parts", source=entry.id, record=record)
        if len(spans) > 1
        else NOTHING
    )
    return join(
        pages,
        element(
            "div",
            rows,
            class_="dl-lines dl-to-select",
            tabindex="0",
            role="group",
            aria_label=_TOLD,
            data_source=entry.id,
        ),
    )


@lru_cache(maxsize=2)
def _as_shown(text: str) -> str:
    """The text with each of `_SAME_LENGTH` written as the page can have it: the same object where there is none."""
    for character, shown in _SAME_LENGTH.items():
        text = text.replace(character, shown)
    return text


def _piece(piece: TextPiece) -> Markup:
    kinds = {mark.kind for mark in piece.marks}
    words = join(piece.text.replace("\n", " "))
    if MarkKind.QUOTE in kinds:
        return element("span", words, class_="dl-is-quoted")
    if MarkKind.ASIDE in kinds or MarkKind.PART in kinds:
        return element("span", words, class_="dl-set-aside")
    return words
