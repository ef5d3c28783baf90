"""The card: everything that is known of one event, and who says so."""

from typing import Final

from dashboard.app.card.claims import claim_list, lead
from dashboard.app.card.comparison import comparison
from dashboard.app.card.value_words import suppressed_check
from dashboard.app.parts import (
    EARLIER,
    LATER,
    behind_part,
    button,
    edit_link,
    event_link,
    help_link,
    highlighted_words,
    mark_link,
    problem_lines,
    thread_color,
    thread_square,
)
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.card import CardAnswer, CardFact, CardJudgement, CardRelation, EventCard
from dashboard.query.fields import EventRow
from dashboard.query.marks import Mark
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words


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


MOST_RELATIONS: Final = 40
"""So many relations are listed, the event's own first."""


def card_of(event: Event, page: PageContext) -> EventCard:
    """What the card of `event` says."""
    return EventCard(EventRow(page.by_id[event.id], page.table))


def event_card(event: Event, page: PageContext) -> Markup:
    """The card of `event`, with a body that scrolls and a foot that stays."""
    card = card_of(event, page)
    body = join(
        _header(card, page),
        _troubles(card),
        lead(card, page),
        comparison(card.values, page),
        claim_list(card, page),
        _links(card, page),
    )
    style = f"--dl-own:{thread_color(page.thread_index(event))}"
    inner = (element("div", body, class_="dl-body", tabindex="0"), _foot(card, page))
    return element("section", *inner, class_="dl-card", aria_label=f"Event: {event.title}", style=style)


def dateline(card: EventCard) -> Markup:
    """`QUITO, 4 September 2025` and the short rule."""
    event, where, when = card.event, None, None
    if card.place:
        where = element("span", words(card.place), class_="dl-place", data_behind=behind_part(event, event.where))
    if card.date:
        when = element("span", words(card.date), data_behind=behind_part(event, event.when))
    as_reported = event.when.as_reported
    undated = join("undated, ", words(f"“{as_reported}”")) if as_reported else join("undated")
    return element("p", join(where, when or undated, by=", "), class_="dl-dateline")


def _header(card: EventCard, page: PageContext) -> Markup:
    clear = button("clear", "", join("Clear ", element("kbd", "Esc")), class_="dl-clear")
    onward = element("span", _steps(card, page), clear, class_="dl-onward")
    matters = [_thread(card, page), *(_fact(each, page) for each in card.facts)]
    line = element(
        "div", element("div", join_all(matters, by=" "), class_="dl-matters"), onward, class_="dl-under-title"
    )
    title = card.event.title
    long = "dl-long" if len(title) > STAYS_IN_SIGHT else None
    disputed = element("b", "In dispute") if card.claims.disputes else None
    first = element("div", dateline(card), disputed, class_="dl-first-line")
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


def _fact(fact: CardFact, page: PageContext) -> Markup:
    mark = join(mark_link(fact.mark, page), " ") if fact.mark else None
    return element("span", mark, fact.text, help_link(fact.help, f"“{fact.text}”") if fact.help else None)


def _troubles(card: EventCard) -> Markup:
    """What stands against the record itself: that it is retracted, and its problems."""
    retracted = None
    if card.retraction is not None:
        retracted = element("p", element("b", "Retracted"), ". ", words(card.retraction), class_="dl-trouble")
    return join(retracted, problem_lines(card.problems))


def _links(card: EventCard, page: PageContext) -> Markup:
    """Relations both ways, answers, judgements, contexts and tags; and what is set aside for its places."""
    relations = list(card.relations)
    left = len(relations) - MOST_RELATIONS
    lines = [
        *(_relation(each, page) for each in relations[:MOST_RELATIONS]),
        *([_line("", join(f"{count_words(left, 'more relation')} not listed here."))] if left > 0 else ()),
        *(_answer(each, page) for each in card.answers),
        *map(_judgement, card.judgements),
        *(_line(title, words(text)) for title, text in card.fields),
        *(_line("Place", join(words(name), ". ", suppressed_check(*each))) for name, each in card.place_checks),
    ]
    return element("div", *lines, class_="dl-links") if lines else NOTHING


def _mark(mark: Mark | None, page: PageContext) -> Markup:
    """The mark of the claims that say so; none where the team alone does."""
    return join(mark_link(mark, page), " ") if mark else NOTHING


def _relation(relation: CardRelation, page: PageContext) -> Markup:
    title = words(relation.title)
    is_known, mode = relation.is_known, page.mode
    target = event_link(relation.event, title, mode=mode) if is_known else join(title, " (event not found)")
    own = "" if relation.mark else " The team’s own link."
    note = join(" ", words(relation.note)) if relation.note else None
    allowed = [join(" ", suppressed_check(*each)) for each in relation.suppressed]
    remark = element("span", own, note, *allowed, class_="dl-muted") if own or note or allowed else None
    return _line(join(_mark(relation.mark, page), relation.label), join(target, remark))


def _answer(answer: CardAnswer, page: PageContext) -> Markup:
    outcome = element("b", answer.outcome)
    return _line("Answers", join(words(answer.question), " ", _mark(answer.mark, page), outcome))


def _judgement(judgement: CardJudgement) -> Markup:
    question, judged = words(judgement.question), element("b", f"{judgement.judged} ")
    note = join(" ", words(judgement.note)) if judgement.note else None
    asked = help_link("likelihood", "a likelihood")
    return _line("Judged", join(question, " ", judged, words(judgement.made), note, asked))


def _line(label: Content, content: Markup) -> Markup:
    return element("p", element("span", label, class_="dl-label"), " ", element("span", content))


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
