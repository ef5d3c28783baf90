"""What can become of an imported row, and what has become of it."""

from dashboard.app.pages.imports.row_words import row_key
from dashboard.app.parts import button, edit_link, event_link
from dashboard.app.shell import PageContext, can_take_back, read_only, state
from dashboard.exchange.imports import origin_of_row
from dashboard.query.imports import Row
from dashboard.text.markup import NOTHING, Markup, element, join_all, words


def row_acts(row: Row, page: PageContext) -> Markup:
    """The drafts that were made of the row, or the press that makes one; and what came of the last press."""
    said = state.flash_message()
    told = element("p", words(said), class_="dl-told", role="status") if said else None
    made = _events_of(row, page)
    if made:
        links = [
            element(
                "li",
                event_link(id_, words(page.title_of(id_)), mode=page.mode),
                " ",
                edit_link("event", id_, mode=page.mode),
            )
            for id_ in made
        ]
        undo = (
            button("unpromote", row_key(row), "Undo", class_="dl-text-button") if can_take_back(row_key(row)) else None
        )
        return element(
            "div",
            element("p", "An event is made of this row:"),
            element("ul", join_all(links)),
            undo,
            told,
            class_="dl-row-acts",
        )
    if read_only():
        return told or NOTHING
    label = "Make a draft event of this report" if row["kind"] == "report" else "Make a draft event of this row"
    note = (
        "The draft has what the publisher says, assessed from outside, with this row as its source. It quotes nothing."
    )
    press = button("promote", row_key(row), label, class_="dl-save")
    return element("div", press, element("p", note, class_="dl-muted"), told, class_="dl-row-acts")


def _events_of(row: Row, page: PageContext) -> list[str]:
    """Ids of events of which a claim rests on the row."""
    origin = origin_of_row(row["dataset"], row["row_id"])
    sources = {id_ for id_, source in page.workspace.sources.items() if source.origin == origin}
    if not sources:
        return []
    return [
        event.id
        for event in page.workspace.events.values()
        if any(not sources.isdisjoint(claim.sources) for claim in event.claims.values())
    ]
