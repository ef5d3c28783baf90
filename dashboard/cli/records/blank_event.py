"""The text of a new event: what is needed is empty, what may follow is a comment with its choices."""

from collections.abc import Collection, Iterator
from textwrap import wrap
from typing import Final

from dashboard.cli.terminal import printable
from dashboard.model import vocabularies
from dashboard.model.source import DescribedDate, DescribedText, Source, shown_date, shown_text
from dashboard.query.wording import count_words
from dashboard.store.workspace import Workspace
from dashboard.store.yaml import double_quoted

WIDEST: Final = 110
"""Characters of a line with choices."""
MOST_LINES: Final = 3
"""Lines with the ids of a registry."""


def blank_event(workspace: Workspace, title: str, source: str | None) -> str:
    """The file of an event with a claim that quotes the source; without a source, one is to be filled in."""
    return "".join(f"{line}\n" for line in _lines(workspace, title, source))


def to_fill_in(title: str, source: str | None, *, has_text: bool) -> tuple[str, ...]:
    """The fields that are empty in the file, by their paths."""
    empty = () if title else ("title",)
    if source and not has_text:
        return (*empty, "claims.said.text")
    return (*empty, "claims.said.text", *(() if source else ("claims.said.quotes.source",)), "claims.said.quotes.exact")


def _lines(workspace: Workspace, title: str, source: str | None) -> Iterator[str]:
    yield "# A new event: fill in what is empty, and take the # from the lines that you need."
    yield "# `dateline validate` lists what is missing, `dateline explain FIELD` says what a field means,"
    yield "# `dateline date PHRASE` writes a date, and `dateline docs writing` has examples."
    if source is not None:
        yield from _about_source(source, workspace.sources.get(source))
    yield f"title: {double_quoted(title)}"
    yield from _choices(
        "what: {type: }", vocabularies.EVENT_TYPES, "with the modes of the type: `dateline explain TYPE`"
    )
    yield from _choices("threads: []", workspace.threads)
    yield from _choices("commitment: {level: , claims: [said]}", vocabularies.COMMITMENT)
    yield '# when: {reported: "", claims: [said]}'
    yield "#     a date as the quote gives it, always in quotes; or none"
    yield from _choices("where: {reported: , claims: [said]}", workspace.places)
    yield "# who:"
    yield from _choices(
        "  - {actor: , role: , claims: [said]}", workspace.actors, f"role: {_words(vocabularies.ROLES)}"
    )
    yield "# amounts: {my-key: {reported: {value: , unit: , qualifier: }, claims: [said]}}"
    yield f"#     money has `currency: USD` in place of `unit`; qualifier: {_words(vocabularies.QUALIFIERS)}"
    yield "claims:"
    yield "  said:"
    yield '    text: ""'
    yield f"    # kind:  {_words(vocabularies.CLAIM_KINDS)}"
    yield "    # by:  who says it, an actor; or by_as_reported: the source's words for them"
    yield from _evidence(workspace, source)
    yield f"review: {{status: draft}}  # {_words(vocabularies.REVIEW)}"


def _about_source(id_: str, source: Source | None) -> Iterator[str]:
    """What the source's description says, and whether the document itself gives it."""
    yield "#"
    if source is None:
        yield f"# The source {id_} has no description yet, or one that cannot be read."
        return
    yield f"# Source: {printable(source.name)}" + (f" ({printable(source.language)})" if source.language else "")
    outlet = shown_text(source.outlet)
    if outlet and outlet != source.name:
        yield f"# Outlet: {printable(outlet)}{_how_known(source.outlet)}"
    date = shown_date(source.published)
    if date is None:
        yield "# Published: not known. “Yesterday” cannot be counted from it."
    else:
        counted = f"dateline date yesterday --from {date}" if str(date).count("-") == 2 else ""
        yield f"# Published: {date}{_how_known(source.published)}" + (f". Count from it: {counted}" if counted else "")


def _how_known(value: object) -> str:
    assessed = isinstance(value, DescribedText | DescribedDate) and value.assessed is not None
    return " (as assessed by the team)" if assessed else ""


def _choices(line: str, words: Collection[str], more: str = "") -> Iterator[str]:
    """A field as a comment, and below it what may be written there: all words, of a long registry the first."""
    yield f"# {line}"
    shown = wrap(", ".join(words), WIDEST, break_on_hyphens=False)
    if len(shown) > MOST_LINES:
        shown = [*shown[:MOST_LINES], f"and more: {len(words):,} in all, in events/registry/"]
    yield from (f"#     {each}" for each in (*shown, *([more] if more else ())))


def _words(words: Collection[str]) -> str:
    return ", ".join(words)


def _evidence(workspace: Workspace, source: str | None) -> Iterator[str]:
    if source is not None and source not in workspace.texts:
        yield f"    sources: [{source}]  # its text is not held: nothing can be quoted"
        return
    length = f"  # {count_words(len(workspace.texts[source]), 'character')}: seeds/{source}.txt" if source else ""
    yield "    quotes:"
    yield f"      - source: {source or double_quoted('')}{length}"
    yield '        exact: ""  # the words, copied from the text; `…` for words that you leave out'
