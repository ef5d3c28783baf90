"""The Trust panel: what can be relied on, counted, each number leading to the events that it counts."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.filters import value_name
from dashboard.app.parts import claim_mark, event_link, help_link, page_link, source_link
from dashboard.app.shell import PageContext
from dashboard.app.trust.numbers import asking
from dashboard.app.trust.tables import verdict_table
from dashboard.evidence.corroboration import Corroboration
from dashboard.query.tally import SuppressedCheck
from dashboard.query.trust import Trust
from dashboard.query.wording import count_words, sentence
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark

MOST_ROWS: Final = 200
FEWER_ROWS: Final = 8
"""So many threads, and sources, are listed on Data and on Situation; a line below says how many are not."""
MOST_ALLOWED: Final = 50
_REVIEWS: Final = {"draft": "never reviewed (draft)"}


def trust_line(page: PageContext) -> Markup:
    """One quiet line, which opens into the whole panel; nothing where nothing is shown."""
    found = page.trust
    if not found.all.total:
        return NOTHING
    drafts = len(found.reviews["draft"])
    relied = element("span", page.reliance)
    told = [
        f"{count_words(drafts, 'event')} never reviewed",
        f"{count_words(len(found.allowed), 'check')} suppressed",
    ]
    rest = [element("span", each, class_="dl-muted") for each in told]
    summary = element("summary", join_all((element("b", "Trust"), relied, *rest), by=" "))
    return element("details", summary, _columns(found, page, FEWER_ROWS), id="trust", class_="dl-trust")


def trust_panel(page: PageContext) -> Markup:
    """The whole of it, under a heading."""
    head = element("h2", "Trust ", help_link("words-trust", "trust"), id="trust-title")
    found = page.trust
    nothing = element("p", "No events shown.", class_="dl-muted")
    return element(
        "section",
        head,
        join(_reliance(found, page), _adds_up(found, page), _columns(found, page, MOST_ROWS))
        if found.all.total
        else nothing,
        class_="dl-trust",
        aria_labelledby="trust-title",
    )


def _columns(found: Trust, page: PageContext, most: int) -> Markup:
    """Verdicts by thread and by source, `most` of each; beside them origins, reviews and exceptions."""
    threads = verdict_table("By thread", "thread", found.by_thread, found.all, page, most)
    sources = verdict_table("By source", "source", found.by_report, found.all, page, most)
    counts = element("div", _origins(found, page), _reviews(found, page), _exceptions(found, page))
    return element("div", element("div", threads, sources), counts, class_="dl-trust-columns")


def _reliance(found: Trust, page: PageContext) -> Markup:
    """What can be relied on, with the way to the claims on which more than one independent source agrees."""
    several = found.origins[Corroboration.SEVERAL]
    number = asking(several, {"origins": Corroboration.SEVERAL.value}, found.resting[Corroboration.SEVERAL], page)
    leads = element("span", " ", page_link("disagreements", "Where sources differ"))
    return element("p", number, page.reliance.removeprefix(f"{several:,}"), ".", leads, class_="dl-relied")


def _adds_up(found: Trust, page: PageContext) -> Markup:
    """`quote found 28 + questioned 1 + quote not found 0 + not checkable 23 = 52 claims`."""
    parts = [
        join(
            evidence_mark(verdict.value),
            f" {verdict.value} ",
            asking(number, {"verdict": verdict.value}, found.all.events[verdict], page),
        )
        for verdict, number in found.all.claims.items()
    ]
    total = join(
        " = ", element("b", count_words(found.all.total, "claim")), f" of {count_words(found.events, 'event')} shown"
    )
    return element("p", join_all(parts, by=" + "), total, class_="dl-adds-up")


def _origins(found: Trust, page: PageContext) -> Markup:
    rows: list[tuple[Content, Markup]] = [
        (value_name("origins", each.value, page), asking(number, {"origins": each.value}, found.resting[each], page))
        for each, number in found.origins.items()
        if number or each in (Corroboration.ONE, Corroboration.SEVERAL)
    ]
    head = join("Claims by independent sources, as quoted", help_link("words-strength", "the strength of a claim"))
    return _counts(head, found.all.total, rows)


def _reviews(found: Trust, page: PageContext) -> Markup:
    rows: list[tuple[Content, Markup]] = [
        (_REVIEWS.get(status, status), asking(len(events), {"review": status}, events, page, "event"))
        for status, events in found.reviews.items()
    ]
    return _counts(join("Events, by review"), found.events, rows)


def _counts(head: Markup, total: int, rows: Sequence[tuple[Content, Markup]]) -> Markup:
    first = element("tr", element("th", head, scope="row"), element("td", element("b", f"{total:,}")))
    drawn = [element("tr", element("td", name), element("td", number)) for name, number in rows]
    return element("table", element("tbody", first, *drawn), class_="dl-counts")


def _exceptions(found: Trust, page: PageContext) -> Markup:
    """The suppressed checks, each with its record, the check, the words and the reason."""
    title = element("h3", "Suppressed checks ", element("span", f"{len(found.allowed):,}", class_="dl-count"))
    if not found.allowed:
        return join(title, element("p", "No checks are suppressed.", class_="dl-muted"))
    rows = [
        element(
            "li",
            element("p", _of_what(each, page)),
            element("p", _which(each, page), " allows ", element("code", each.guard), words(each.allowance.scope)),
            element("p", words(sentence(each.allowance.reason)), class_="dl-muted"),
        )
        for each in found.allowed[:MOST_ALLOWED]
    ]
    left = len(found.allowed) - MOST_ALLOWED
    more = element("p", f"{left:,} more not listed here.", class_="dl-muted") if left > 0 else None
    return join(title, element("ul", *rows, class_="dl-exceptions"), more)


def _of_what(allowed: SuppressedCheck, page: PageContext) -> Markup:
    """The event that an exception is of; else the source, or the place."""
    if allowed.source:
        return source_link(allowed.source, page)
    if not allowed.event:
        return words(page.workspace.places[allowed.place].name)
    return event_link(allowed.event, words(page.title_of(allowed.event)), mode=page.mode)


def _which(allowed: SuppressedCheck, page: PageContext) -> Content:
    """The claim that allows it; else its assessed value, its relation, or the place itself."""
    if allowed.claim:
        mark = claim_mark(page.workspace.events[allowed.event], allowed.claim, page)
        return join(mark, " ", element("code", allowed.claim))
    if allowed.value:
        return join("The assessed ", allowed.value)
    if allowed.place:
        return join("The place ", element("code", allowed.place))
    return join("Its relation to ", words(page.title_of(allowed.relation)))
