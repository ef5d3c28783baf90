"""The card: everything that is known of one event, and who says so."""

from collections.abc import Sequence

from dashboard.app.card.claims import claim_list, lead
from dashboard.app.card.comparison import comparison
from dashboard.app.card.value_words import suppressed_checks
from dashboard.app.parts import (
    button,
    claims_mark,
    entry_mark,
    event_link,
    help_link,
    highlighted_words,
    problem_lines,
    thread_color,
    thread_square,
)
from dashboard.app.shell import PageContext
from dashboard.checks.named_ids import places_of
from dashboard.model.event import Event, Relation
from dashboard.query.disagreements import disagreements_of
from dashboard.query.fields import FIELDS, EventRow, Field, FieldEntry
from dashboard.query.wording import likelihood_words
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


OUTGOING = {
    "leads-to": "Leads to",
    "responds-to": "Responds to",
    "part-of": "Part of",
    "repeats": "Repeats",
    "conflates": "Conflates",
}
INCOMING = {
    "leads-to": "Follows from",
    "responds-to": "Answered by",
    "part-of": "Includes",
    "repeats": "Repeated by",
    "conflates": "Conflated in",
}

STAYS_IN_SIGHT = 120
"""A longer title, in characters, scrolls away with the body: it would leave no room for it."""


def event_card(event: Event, page: PageContext) -> Markup:
    """The card of `event`, with a body that scrolls and a foot that stays."""
    disagreements = disagreements_of(event, page.workspace.events, page.evidence)
    body = join(
        _header(event, page, is_disputed=bool(disagreements)),
        _troubles(event, page),
        lead(event, page),
        comparison(event, page),
        claim_list(event, page, disagreements),
        _links(event, page),
    )
    style = f"--dl-own:{thread_color(page.thread_index(event))}"
    inner = (element("div", body, class_="dl-body", tabindex="0"), _foot(event, page))
    return element("section", *inner, class_="dl-card", aria_label=f"Event: {event.title}", style=style)


def dateline(event: Event, page: PageContext) -> Markup:
    """`QUITO, 4 September 2025` and the short rule."""
    reading = page.by_id[event.id]
    place, date = reading.place.value, reading.date.value
    where = element("span", words(place.name), class_="dl-place") if place else None
    undated = join("undated, ", words(f"“{event.when.as_reported}”")) if event.when.as_reported else join("undated")
    return element("p", join(where, words(date.words()) if date else undated, by=", "), class_="dl-dateline")


def _header(event: Event, page: PageContext, *, is_disputed: bool) -> Markup:
    clear = button("clear", "", join("Clear ", element("kbd", "Esc")), class_="dl-clear")
    matters = [_thread(event, page), *_fields(event, page)]
    line = element(
        "div", element("div", join_all(matters, by=" "), class_="dl-matters"), clear, class_="dl-under-title"
    )
    long = "dl-long" if len(event.title) > STAYS_IN_SIGHT else None
    disputed = element("b", "In dispute") if is_disputed else None
    first = element("div", dateline(event, page), disputed, class_="dl-first-line")
    return element("header", first, element("h2", highlighted_words(event.title, page)), line, class_=long)


def _thread(event: Event, page: PageContext) -> Markup:
    titles = ", ".join(map(page.workspace.thread_title, event.threads))
    return element("span", thread_square(page.thread_index(event)), words(titles)) if titles else _matter("no thread")


def _matter(text: str, about: str | None = None, mark: Markup = NOTHING) -> Markup:
    return element("span", mark, " " if mark.html else None, text, help_link(about, f"“{text}”") if about else None)


def _fields(event: Event, page: PageContext) -> list[Markup]:
    """Commitment, type with its modes, and what is out of the ordinary; each with what Help says of it."""
    row = EventRow(page.by_id[event.id], page.table)
    shown = [field for place in ("first", "head") for field in FIELDS.values() if field.card == place]
    return [_field(field, entry, row, page) for field in shown for entry in field.entries(row)]


def _field(field: Field, entry: FieldEntry, row: EventRow, page: PageContext) -> Markup:
    about = f"{field.help}-{entry.value}" if field.help else None
    return _matter(entry.on_card or entry.text, about, entry_mark(entry, row, page))


def _troubles(event: Event, page: PageContext) -> Markup:
    """What stands against the record itself: that it is retracted, and its problems."""
    review = event.review
    retracted = NOTHING
    if review.status == "retracted":
        retracted = element("p", element("b", "Retracted"), ". ", words(review.note or ""), class_="dl-trouble")
    return join(retracted, problem_lines(page.problems_of.get(event.id, ())))


def _links(event: Event, page: PageContext) -> Markup:
    """Relations both ways, answers, judgements, contexts and tags; and what is set aside for its places."""
    lines = [_relation(OUTGOING[each.type], each.event, event, each, page) for each in event.relations]
    for other in page.workspace.events.values():
        lines += [
            _relation(INCOMING[each.type], other.id, other, each, page)
            for each in other.relations
            if each.event == event.id
        ]
    for answer in event.answers:
        lines.append(
            _line(
                "Answers",
                join(
                    words(page.question_text(answer.question)),
                    " ",
                    _mark(event, answer.claims, page),
                    element("b", answer.outcome),
                ),
            )
        )
    for judgement in event.judgements:
        made = f"{judgement.by}, {judgement.on.words()}"
        held = f"{likelihood_words(judgement.likelihood).capitalize()}. Confidence: {judgement.confidence}. "
        note = join(" ", words(judgement.note)) if judgement.note else None
        lines.append(
            _line(
                "Judged",
                join(
                    words(page.question_text(judgement.question)),
                    " ",
                    element("b", held),
                    words(made),
                    note,
                    help_link("likelihood", "a likelihood"),
                ),
            )
        )
    row = EventRow(page.by_id[event.id], page.table)
    for field in FIELDS.values():
        if field.card == "foot" and (entries := field.entries(row)):
            lines.append(_line(field.title, words(", ".join(each.text for each in entries))))
    for id_ in dict.fromkeys(place for _path, place in places_of(event)):
        if place := page.workspace.places.get(id_):
            lines += [
                _line("Place", join(words(place.name), ". ", each)) for each in suppressed_checks(place.allow.items())
            ]
    return element("div", *lines, class_="dl-links") if lines else NOTHING


def _mark(event: Event, claims: Sequence[str], page: PageContext) -> Markup:
    """The mark of the claims that say so; none where the team alone does."""
    return join(claims_mark(event, claims, page), " ") if claims else NOTHING


def _relation(label: str, other: str, event: Event, relation: Relation, page: PageContext) -> Markup:
    """`event` is the one whose record has the relation."""
    known = other in page.workspace.events
    title = words(page.title_of(other))
    target = event_link(other, title, mode=page.mode) if known else join(title, " (event not found)")
    own = " The team’s own link." if not relation.claims else ""
    note = join(" ", words(relation.note)) if relation.note else None
    allowed = [join(" ", each) for each in suppressed_checks(relation.allow.items())]
    remark = element("span", own, note, *allowed, class_="dl-muted") if own or note or allowed else None
    return _line(join(_mark(event, relation.claims, page), label), join(target, remark))


def _line(label: Content, content: Markup) -> Markup:
    return element("p", element("span", label, class_="dl-label"), " ", element("span", content))


def _foot(event: Event, page: PageContext) -> Markup:
    file = page.workspace.files.get(event.id, "")
    line, _ = page.workspace.position(file, ("title",), key=True)
    review = event.review
    details = (review.status, f"by {review.by}" if review.by else "", review.on.words() if review.on else "")
    status = " ".join(filter(None, details))
    note = element("span", words(review.note)) if review.note and review.status != "retracted" else None
    key = element("button", "What the marks mean", type="button", popovertarget="dl-key", class_="dl-text-button")
    place = element("span", words(f"{file}:{line}"), class_="dl-file")
    return element("footer", join(place, element("span", status), note, key, by=" "))
