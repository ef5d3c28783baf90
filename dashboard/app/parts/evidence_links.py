"""Evidence marks that can be pressed: each leads to the words that it stands for."""

from collections.abc import Iterable
from urllib.parse import urlencode

from dashboard.app.parts.links import place_link
from dashboard.app.parts.source_words import source_name
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.model.problem import Severity
from dashboard.query.citations import Citation
from dashboard.query.fields import FIELDS, EventRow, FieldEntry
from dashboard.query.ladder import level_of
from dashboard.query.marks import (
    MARK_OF_SUPPORT,
    Mark,
    mark_of_claims,
    mark_of_entry,
    mark_of_recorded,
    mark_of_reported,
)
from dashboard.query.reading import AssessedPart, Mode, Part, ResolvedEvent, Support
from dashboard.query.wording import without_hyphens
from dashboard.text.markup import NOTHING, Markup, element, join, words
from dashboard.views.card import evidence_mark, problem_mark


def evidence_link(word: str, ground: Citation | None, page: PageContext, of: str = "") -> Markup:
    """The mark whose word it is; plain where there is nothing to lead to: inferred, unknown, no such source.

    `of` tells it from others beside it.
    """
    mark = evidence_mark(word)
    if ground is None or ground.source not in page.workspace.sources:
        return mark
    leads = f"{', '.join(filter(None, (word, of)))}: to the {'words' if ground.quote else 'source'}"
    place = {"source": ground.source, "quote": ground.quote}
    return place_link("sources", mark, mode=page.mode, class_="dl-leads", name=leads, **place)


def support_mark(carried: Support, ground: Citation | None, page: PageContext, of: str = "") -> Markup:
    """The mark of a value by its support alone; `of` as in `evidence_link`."""
    return evidence_link(MARK_OF_SUPPORT[carried], ground, page, of)


def mark_link(mark: Mark, page: PageContext) -> Markup:
    """The mark, leading to the words that it stands for."""
    return evidence_link(mark.word, mark.citation, page)


def claims_mark(event: Event, claims: Iterable[str], page: PageContext) -> Markup:
    """The mark of something that is based on claims of the event."""
    return mark_link(mark_of_claims(event, tuple(claims), page.table), page)


def reported_mark(event: Event, part: Part, page: PageContext) -> Markup:
    """The mark of what the words give for a part of the event."""
    return mark_link(mark_of_reported(event, part, page.table), page)


def recorded_mark(event: Event, recorded: AssessedPart, page: PageContext, mode: Mode | None = None) -> Markup:
    """The mark of a value that has two sides, in `mode` (by default the page's own)."""
    return mark_link(mark_of_recorded(event, recorded, page.table, mode or page.mode), page)


def behind_part(event: Event, part: object) -> str | None:
    """What `claim_pointing.js` asks for where a date, a place or an amount of the event is pointed at; else None."""
    amounts = {id(each): f"amounts/{key}" for key, each in event.amounts.items()}
    known = {id(event.when): "when", id(event.where): "where", **amounts}
    of = known.get(id(part))
    return urlencode({"event": event.id, "of": of}) if of else None


def entry_mark(entry: FieldEntry, row: EventRow, page: PageContext) -> Markup:
    """The mark before an entry of a field; nothing where it has none."""
    if mark := mark_of_entry(entry, row):
        return mark_link(mark, page)
    if entry.icon in set(Severity):
        return problem_mark(entry.icon)
    return evidence_mark(entry.icon) if entry.icon else NOTHING


def word_link(text: str, ground: Citation | None, page: PageContext) -> Markup:
    """A word that links to its citation: used in a table, where other places show a mark."""
    if ground is None or ground.source not in page.workspace.sources:
        return words(text)
    name = f"{text}: to the {'words' if ground.quote else 'source'}"
    return place_link("sources", words(text), mode=page.mode, name=name, source=ground.source, quote=ground.quote)


def date_words(reading: ResolvedEvent, page: PageContext) -> Markup:
    """The date, short, after its mark; of an undated event, the words that it has instead."""
    row = EventRow(reading, page.table)
    (date,) = FIELDS["date"].entries(row)
    return join(entry_mark(date, row, page), words(date.text), by=" ")


def full_date(reading: ResolvedEvent, page: PageContext) -> Markup:
    """The date in full within a sentence, with its mark on its own line; `undated` without one."""
    date = reading.date.value
    if date is None:
        return element("span", "undated", class_="dl-muted")
    mark = recorded_mark(reading.event, reading.event.when, page)
    behind = behind_part(reading.event, reading.event.when)
    return element("span", mark, " ", words(date.words()), class_="dl-muted dl-kept", data_behind=behind)


def level_words(event: Event, page: PageContext, mode: Mode | None = None) -> Markup:
    """How far the matter had come with it, as `mode` has it (the page's own, where none is given), after its mark.

    Nothing where nobody says so.
    """
    level = level_of(event, page.evidence, mode or page.mode)
    if level is None or event.commitment is None:
        return NOTHING
    return element(
        "span", reported_mark(event, event.commitment, page), " ", without_hyphens(level[0]), class_="dl-level"
    )


def claim_mark(event: Event, key: str, page: PageContext) -> Markup:
    """The mark of one claim: its verdict, and how far it can be relied on."""
    return claims_mark(event, [key], page)


def source_link(id_: str, page: PageContext) -> Markup:
    """The source's name, leading to it; the bare id of one that is not described."""
    name = words(source_name(page, id_))
    known = id_ in page.workspace.sources
    return place_link("sources", name, mode=page.mode, source=id_) if known else name
