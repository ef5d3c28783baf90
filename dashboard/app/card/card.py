"""The card: everything that is known of one event, and who says so."""

from typing import Final

from dashboard.app.parts import (
    EARLIER,
    LATER,
    PageLinks,
    button,
    edit_link,
    event_link,
    highlighted_words,
    problem_lines,
)
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.card import EventCard
from dashboard.query.fields import EventRow
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import (
    claim_list,
    comparison,
    dateline,
    facts,
    lead,
    links_of_card,
    thread_color,
    thread_square,
)


def selected_card(page: PageContext) -> Markup | None:
    """The card of the selected event, or one that says that there is none of this id; None if none is selected."""
    if page.selected is None:
        return None
    event = page.workspace.events.get(page.selected)
    return event_card(event, page) if event else missing_event(page.selected, page)


def missing_event(id_: str, page: PageContext) -> Markup:
    """A card that says there is no such event, or why its file was skipped."""
    aside = next((file for file in page.workspace.set_aside if file.endswith(f"/{id_}.yaml")), None)
    title = "This event was skipped" if aside else "Event not found"
    told = _set_aside(aside, page) if aside else _unknown(id_)
    clear = button("clear", "", "Show the overview", class_="dl-text-button")
    body = element("div", element("h2", title), told, clear, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card", aria_label=title)


def _unknown(id_: str) -> Markup:
    return element("p", "This workspace has no event ", element("code", words(id_)), ". It may have been renamed.")


def _set_aside(file: str, page: PageContext) -> Markup:
    wrong = problem_lines(each for each in page.validation.problems if each.file == file)
    return join(element("p", "Its file cannot be used: ", element("code", words(file))), wrong)


STAYS_IN_SIGHT: Final = 120
"""A longer title, in characters, scrolls away with the body: it would leave no room for it."""


def card_of(event: Event, page: PageContext) -> EventCard:
    """What the card of `event` says."""
    return EventCard(EventRow(page.by_id[event.id], page.table))


def event_card(event: Event, page: PageContext) -> Markup:
    """The card of `event`, with a body that scrolls and a foot that stays."""
    card, links = card_of(event, page), PageLinks(page)
    body = join(
        _header(card, page),
        _troubles(card),
        lead(card, links),
        comparison(card.values, links),
        claim_list(card, links),
        links_of_card(card, links),
    )
    style = f"--dl-own:{thread_color(page.thread_index(event))}"
    inner = (element("div", body, class_="dl-body", tabindex="0"), _foot(card, page))
    return element("section", *inner, class_="dl-card", aria_label=f"Event: {event.title}", style=style)


def _header(card: EventCard, page: PageContext) -> Markup:
    clear = button("clear", "", join("Clear ", element("kbd", "Esc")), class_="dl-clear")
    onward = element("span", _steps(card, page), clear, class_="dl-onward")
    matters = [_thread(card, page), *facts(card, PageLinks(page))]
    line = element(
        "div", element("div", join_all(matters, by=" "), class_="dl-matters"), onward, class_="dl-under-title"
    )
    title = card.event.title
    long = "dl-long" if len(title) > STAYS_IN_SIGHT else None
    disputed = element("b", "In dispute") if card.claims.disputes else None
    first = element("div", dateline(card, PageLinks(page)), disputed, class_="dl-first-line")
    return element("header", first, element("h2", highlighted_words(title, page)), line, class_=long)


def _steps(card: EventCard, page: PageContext) -> Markup:
    """The events before and after this one, of those that are shown, in time."""
    ids = page.once("their order", lambda: [reading.id for reading in page.readings])
    if card.event.id not in ids or len(ids) < 2:
        return NOTHING
    at = ids.index(card.event.id)
    before, after = ids[at - 1] if at else None, ids[at + 1] if at + 1 < len(ids) else None
    steps = (("‹", "Earlier event", EARLIER, before), ("›", "Later event", LATER, after))
    return element("span", *(_step(*each, page) for each in steps), class_="dl-steps")


def _step(sign: str, name: str, key: str, event: str | None, page: PageContext) -> Markup:
    if event is None:
        return element("span", sign, class_="dl-step dl-muted", aria_hidden="true")
    title = f"{name}: {page.title_of(event)}"
    return event_link(event, sign, mode=page.mode, class_="dl-step", name=title, key=key)


def _thread(card: EventCard, page: PageContext) -> Markup:
    if not card.threads:
        return element("span", "no thread")
    return element("span", thread_square(page.thread_index(card.event)), words(card.threads))


def _troubles(card: EventCard) -> Markup:
    """What stands against the record itself: that it is retracted, and its problems."""
    retracted = None
    if card.retraction is not None:
        retracted = element("p", element("b", "Retracted"), ". ", words(card.retraction), class_="dl-trouble")
    return join(retracted, problem_lines(card.problems))


def _foot(card: EventCard, page: PageContext) -> Markup:
    note = element("span", words(card.review_note)) if card.review_note else None
    key = element("button", "What the marks mean", type="button", popovertarget="dl-key", class_="dl-text-button")
    place = element("span", words(card.file), class_="dl-file")
    edit = edit_link("event", card.event.id, mode=page.mode)
    edit_place = _edit_place(card, page)
    where = element("span", join(place, element("span", card.review), note, by=" "))
    return element("footer", join(where, element("span", join(edit, edit_place, key, by=" ")), by=" "))


def _edit_place(card: EventCard, page: PageContext) -> Markup | None:
    """Leads to the form of the place at which the event is drawn: places have no page of their own."""
    place = card.row.reading.place.value
    return edit_link("place", place.id, mode=page.mode, content="Edit place") if place else None
