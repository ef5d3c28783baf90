"""The page of an event: its card, and what each of its claims was checked against."""

from collections.abc import Iterator

from dashboard.briefing.site.frame import page
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.model.problem import Problem
from dashboard.query.card import EventCard
from dashboard.query.fields import EventRow
from dashboard.query.marks import mark_of_claims
from dashboard.query.reading import ResolvedEvent
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, with_code, words
from dashboard.views.card import (
    claim_list,
    comparison,
    dateline,
    evidence_mark,
    facts,
    lead,
    links_of_card,
    problem_mark,
    thread_color,
    thread_square,
)

SHORT_HASH = 16


def event_page(reading: ResolvedEvent, made: Publication, before: str | None, after: str | None) -> bytes:
    """The page of one event; `before` and `after` are those beside it in time."""
    links = SiteLinks(made, "../")
    card = EventCard(EventRow(reading, made.table))
    parts = [
        _steps(before, after, links),
        _header(card, made, links),
        *_problems(card),
        lead(card, links),
        comparison(card.values, links),
        claim_list(card, links),
        links_of_card(card, links),
        _state(card, made, links),
    ]
    own = f"--dl-own:{thread_color(made.thread_index(reading.event))}"
    return page(made, reading.event.title, element("article", *parts, class_="card", style=own), links=links)


def _steps(before: str | None, after: str | None, links: SiteLinks) -> Markup:
    steps = (("Earlier", before, "prev"), ("Later", after, "next"))
    items = [
        element("a", f"{name}: ", words(links.title_of(event)), href=links.address("events", event), rel=rel)
        for name, event, rel in steps
        if event
    ]
    return element("nav", *items, class_="steps", aria_label="Events before and after in time")


def _header(card: EventCard, made: Publication, links: SiteLinks) -> Markup:
    disputed = element("b", "In dispute") if card.claims.disputes else None
    first = element("div", dateline(card, links), disputed, class_="dl-first-line")
    matters = [_thread(card, made, links), *facts(card, links)]
    below = element("div", join_all(matters, by=" "), class_="dl-matters")
    return element("header", first, element("h1", words(card.event.title)), below, class_="top")


def _thread(card: EventCard, made: Publication, links: SiteLinks) -> Markup:
    event = card.event
    if not event.threads:
        return element("span", "no thread")
    titles = [
        links.record("threads", each, words(made.workspace.thread_title(each)))
        if each in made.workspace.threads
        else words(each)
        for each in event.threads
    ]
    return element("span", thread_square(made.thread_index(event)), join_all(titles, by=", "))


def _problems(card: EventCard) -> Iterator[Markup]:
    """What stands against the record itself."""
    if card.retraction is not None:
        yield element("p", element("b", "Retracted"), ". ", words(card.retraction), class_="dl-trouble")
    yield from map(_problem, card.problems)


def _problem(problem: Problem) -> Markup:
    """A problem of the record, in words: there is nowhere to fix it here."""
    look = "dl-trouble" if str(problem.severity) == "error" else "dl-warned"
    return element("p", problem_mark(str(problem.severity)), " ", with_code(problem.message), class_=look)


def _state(card: EventCard, made: Publication, links: SiteLinks) -> Markup:
    """How each claim stood at the moment, and the hashes of what it was checked against."""
    event = card.event
    head = element("tr", *(element("th", each, scope="col") for each in ("State", "Claim", "Checked against")))
    rows = [_claim_state(key, card, made, links) for key in event.claims]
    table = element("table", element("thead", head), element("tbody", *rows), class_="state")
    record = made.hashes.of(f"events/{event.id}") or ""
    told: list[Content] = [
        f"As of {made.moment}",
        join("Record ", words(card.row.file), ", ", _hash(record)),
        join("Review: ", words(card.review)),
        words(card.review_note) if card.review_note else None,
    ]
    about = element("p", join_all(told, by=". "), ".", class_="dl-meta")
    return element("section", element("h2", "State of each claim"), about, element("div", table, class_="scroll"))


def _claim_state(key: str, card: EventCard, made: Publication, links: SiteLinks) -> Markup:
    event = card.event
    mark = mark_of_claims(event, [key], made.table)
    claim = event.claims[key]
    named = dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources])
    against = [join(links.source(each), ": ", _text_hash(each, made)) for each in named]
    cells: tuple[tuple[str, Content], ...] = (
        ("State", join(evidence_mark(mark.word), " ", mark.word)),
        ("Claim", words(claim.text)),
        ("Checked against", join_all(against, by=element("br")) if against else "the team’s own inference"),
    )
    return element("tr", *(element("td", each, data_heading=heading) for heading, each in cells))


def _text_hash(source: str, made: Publication) -> Markup:
    found = made.hashes.of(f"texts/{source}")
    return join("text ", _hash(found)) if found else join("text not held")


def _hash(digest: str) -> Markup:
    """The beginning of a SHA-256; all of it where it is pointed at."""
    return element("code", digest[:SHORT_HASH], title=f"SHA-256 {digest}") if digest else NOTHING
