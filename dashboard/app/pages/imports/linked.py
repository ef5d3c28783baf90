"""Suggestions: the records that a row may be about, and the rows that may be about a record, each with its reasons."""

from dashboard.app.pages.imports.row_words import row_line
from dashboard.app.parts import event_link
from dashboard.app.shell import PageContext
from dashboard.query.imports import ImportedRows, LinkSuggestion, Row, likely_records, reconcile
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

MOST_LISTED = 10


def records_of_row(row: Row, page: PageContext) -> Markup:
    """The records that the row may be about; a sentence where none is likely."""
    found = likely_records(row, page.all_readings, page.workspace.actors)[:MOST_LISTED]
    head = element("h2", "May be about")
    if not found:
        return join(head, element("p", "No record is likely by day, place, actors and words.", class_="dl-muted"))
    items = join_all(
        element("li", event_link(each.event, words(page.title_of(each.event)), mode=page.mode), _why(each))
        for each in found
    )
    note = element("p", "A suggestion: nothing is joined by it.", class_="dl-muted")
    return join(head, element("ul", items, class_="dl-linked"), note)


def rows_of_record(rows: ImportedRows, page: PageContext) -> Markup:
    """Their counts and ours for the event in the address, and the rows that may be about it; nothing without one."""
    if page.selected_id is None:
        return NOTHING
    reading = page.by_id[page.selected_id]
    link = event_link(reading.id, words(reading.event.title), mode=page.mode)
    head = element("h2", "Beside the record ", link)
    found = reconcile(rows, reading, page.all_readings, page.workspace.actors)
    if found is None:
        told = "It has no place, or no date within three months: rows cannot be set beside it."
        return element("section", head, element("p", told, class_="dl-muted"), class_="dl-beside-record")
    sentences = element("p", words(" ".join(found.sentences)))
    listed = join_all(join(row_line(each.row, page), _why(each.why)) for each in found.likely[:MOST_LISTED])
    likely = element("ul", listed, class_="dl-rows dl-imported-rows dl-linked") if found.likely else None
    return element("section", head, sentences, likely, class_="dl-beside-record")


def _why(found: LinkSuggestion) -> Markup:
    """The reasons, and the score of 100."""
    return element("small", words(f"{'; '.join(found.reasons)}. Score {100 * found.score:.0f} of 100."))
