"""Two or three events as columns, their values in rows of the same kind, so that what differs is seen."""

from collections.abc import Sequence

from dashboard.app.card import card_of
from dashboard.app.pages.events.head import COMPARISON
from dashboard.app.pages.events.table import cell
from dashboard.app.parts import PageLinks, button, event_link, mark_link, recorded_mark
from dashboard.app.shell import PageContext
from dashboard.query.card import EventCard
from dashboard.query.fields import COLUMNS, KEPT_COLUMN, EventRow, FieldEntry
from dashboard.query.interactions import ResolvedParticipant
from dashboard.query.reading import Mode, Support, support_of_reported
from dashboard.query.values import EventValue, ValueRow
from dashboard.query.wording import ROLE_LABELS, count_words
from dashboard.text.markup import NOTHING, Markup, element, join_all, words
from dashboard.views.card import claim_list, dateline, differing, thread_color, words_behind

HOW_MUCH = "How much"
_NOT_GIVEN = element("span", "not given", class_="dl-muted")
_NONE = element("span", "none", class_="dl-muted")


def side_by_side(compared: Sequence[str], page: PageContext) -> Markup:
    """The comparison of at least two known events; nothing of fewer. Unknown ids are named."""
    readings = [page.by_id[id_] for id_ in compared if id_ in page.by_id]
    unknown = [id_ for id_ in compared if id_ not in page.by_id]
    gone = element("p", "Event not found: ", words(", ".join(unknown)), class_="dl-trouble") if unknown else NOTHING
    if len(readings) < 2:
        return gone
    clear = button("compare", "", "Clear comparison", class_="dl-text-button")
    told = element("p", "Differences are underlined; shared values are faint.", class_="dl-muted")
    top = element("header", element("h2", f"{count_words(len(readings), 'event')} side by side"), told, clear)
    cards = [card_of(reading.event, page) for reading in readings]
    heads = element("tr", element("td"), *(_head(card, page) for card in cards))
    values = _values(cards, page)
    how_much = values.pop(HOW_MUCH, NOTHING)
    said_by = _row("Who says so", [claim_list(card, PageLinks(page)) for card in cards], cards, differs=None)
    rows = (*values.values(), *_roles(cards, page), how_much, *_fields(cards, page), said_by)
    drawn = element("table", element("thead", heads), element("tbody", *rows), class_="dl-side")
    said = {"aria_label": "Events side by side", "id": COMPARISON, "tabindex": "-1"}
    return element("section", top, gone, drawn, class_="dl-beside", **said)


def _head(card: EventCard, page: PageContext) -> Markup:
    event = card.event
    remove = button("compare", event.id, "Remove", name=f"Remove: {event.title}", class_="dl-text-button")
    title = event_link(event.id, words(event.title), mode=page.mode)
    own = f"--dl-own:{thread_color(page.thread_index(event))}"
    return element("th", dateline(card, PageLinks(page)), element("h3", title), remove, scope="col", style=own)


def _values(cards: Sequence[EventCard], page: PageContext) -> dict[str, Markup]:
    """Rows for when, where, toward and how much: one a kind, in the order of the card."""
    grouped = [_by_kind(card.values) for card in cards]
    kinds = dict.fromkeys(kind for groups in grouped for kind in groups if kind not in ROLE_LABELS.values())
    return {kind: _kind(kind, [groups.get(kind, []) for groups in grouped], cards, page) for kind in kinds}


def _roles(cards: Sequence[EventCard], page: PageContext) -> list[Markup]:
    """Rows for who took part: one a role; names that the others do not have in it are underlined."""
    rows = []
    parts = [card.row.actors for card in cards]
    for role, label in ROLE_LABELS.items():
        columns = [[part for part in column if part.role == role] for column in parts]
        actors = [{part.actor for part in column} for column in columns]
        if any(actors):
            shared = set.intersection(*actors)
            cells = [
                join_all(_part(part, card, page, part.actor in shared) for part in column)
                for card, column in zip(cards, columns, strict=True)
            ]
            given = [each if each.html else _NOT_GIVEN for each in cells]
            carried = [[part.carried for part in column] for column in columns]
            rows.append(_row(label, given, cards, differs=_differ(actors, carried)))
    return rows


def _part(part: ResolvedParticipant, card: EventCard, page: PageContext, is_shared: bool) -> Markup:
    name = words(page.actor_name(part.actor), None if is_shared else "dl-differs")
    return element("div", recorded_mark(card.event, part.recorded, page), element("div", name))


def _by_kind(rows: Sequence[ValueRow]) -> dict[str, list[ValueRow]]:
    found: dict[str, list[ValueRow]] = {}
    for row in rows:
        found.setdefault(row.label.partition(", ")[0], []).append(row)
    return found


def _kind(kind: str, columns: Sequence[Sequence[ValueRow]], cards: Sequence[EventCard], page: PageContext) -> Markup:
    texts = [[row.value(page.mode).text for row in column] for column in columns]
    cells = []
    for index, column in enumerate(columns):
        other = next((text for text in texts if text != texts[index]), None)
        entries = [_entry(row, _at(other, place), page) for place, row in enumerate(column)]
        cells.append(join_all(entries) if entries else _NOT_GIVEN)
    besides = [[_besides(row, page.mode) for row in column] for column in columns]
    return _row(kind, cells, cards, differs=_differ(texts, besides))


def _differ(values: Sequence[object], besides: Sequence[object]) -> bool | None:
    """Whether the values differ; None if only their support or their other side differs."""
    if any(value != values[0] for value in values):
        return True
    return False if all(each == besides[0] for each in besides) else None


def _besides(row: ValueRow, mode: Mode) -> tuple[object, ...]:
    """What there is to see of a value beside itself: how it is carried, the words it stands in, the other side."""
    read, second = row.value(mode), _second(row, mode)
    return read.mark.support, read.as_reported, second and second.text


def _at(texts: Sequence[str] | None, place: int) -> str | None:
    return texts[place] if texts and place < len(texts) else None


def _second(row: ValueRow, mode: Mode) -> EventValue | None:
    """The other side."""
    return row.reported if row.value(mode) is row.assessed else row.assessed


def _entry(row: ValueRow, other: str | None, page: PageContext) -> Markup:
    """One value as the mode has it; below, in the second voice, how the other side has it where that differs."""
    read, second = row.value(page.mode), _second(row, page.mode)
    part = row.label.partition(", ")[2]
    value = differing(read.text, other) if other and read.text else words(read.text or "not given")
    label = element("span", f"{part}: ", class_="dl-muted") if part else None
    name = "Reported" if read is row.assessed else "Assessed"
    below = None
    if second is not None and second.text != read.text:
        mark = mark_link(second.mark, page) if second.text else None
        below = element("small", mark, f" {name}: ", words(second.text or "not given"))
    mark = mark_link(read.mark, page)
    return element("div", mark, element("div", label, value, words_behind(read), below))


def _fields(cards: Sequence[EventCard], page: PageContext) -> list[Markup]:
    """The columns of the table that do not stand above with both their sides: a row for each that any event has."""
    events = [card.row for card in cards]
    rows = []
    for field in COLUMNS.values():
        cells = [cell(field, event, page) for event in events]
        if not field.has_sides and field.key != KEPT_COLUMN and any(each.html for each in cells):
            texts = [[(each.value, each.text, each.behind) for each in field.entries(event)] for event in events]
            supports = [[_support(each, event) for each in field.entries(event)] for event in events]
            drawn = [each if each.html else _NONE for each in cells]
            rows.append(_row(field.title, drawn, cards, differs=_differ(texts, supports)))
    return rows


def _support(entry: FieldEntry, row: EventRow) -> Support | None:
    """How an entry with one side is carried; None where it is not by claims."""
    return support_of_reported(row.event, entry.carried_by, row.table.evidence) if entry.carried_by else None


def _row(label: str, cells: Sequence[Markup], cards: Sequence[EventCard], *, differs: bool | None) -> Markup:
    """`differs` is None where neither is to be said, as of claims."""
    told = element("span", ", the same", class_="dl-hidden") if differs is False else None
    head = element("th", label, told, scope="row")
    drawn = [element("td", content, data_title=card.event.title) for content, card in zip(cells, cards, strict=True)]
    return element("tr", head, *drawn, class_={True: "dl-unlike", False: "dl-alike", None: None}[differs])
