"""What rests on a source, as a list: events with their claims, and quotes that do not stand."""

import re
from collections.abc import Mapping
from typing import Final

from dashboard.app.parts import claim_mark, date_words, place_link
from dashboard.app.shell import PageContext
from dashboard.checks.quotes import QUOTE_AMBIGUOUS, QUOTE_NOT_FOUND
from dashboard.evidence.verdicts import Verdict
from dashboard.model.event import Event
from dashboard.query.sources import QuoteAt, SourceEntry
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, thread_square

_CODES: Final = {QUOTE_NOT_FOUND.code, QUOTE_AMBIGUOUS.code}
_OFFSET: Final = re.compile(r"at offset (\d+)")
MOST_EVENTS: Final = 200


def resting_list(entry: SourceEntry, page: PageContext, chosen: str | None) -> Markup:
    """Every event that uses the source, with the claims that name it; of those that quote it, the words.

    `chosen` is the key of the quote that was asked for.
    """
    events = list(entry.resting.events)
    if not events and not entry.resting.entries:
        return element("p", "Nothing uses it yet.", class_="dl-muted")
    head = element("h2", "Used by ", element("span", count_words(len(events), "event"), class_="dl-count"))
    left_out = len(events) - MOST_EVENTS
    more = element("p", f"{count_words(left_out, 'more event')} not listed here.") if left_out > 0 else NOTHING
    claims: dict[str, list[str]] = {}
    for event, key in entry.resting.claims:
        claims.setdefault(event, []).append(key)
    rows = join_all(_event(id_, claims.get(id_, []), entry, page, chosen) for id_ in events[:MOST_EVENTS])
    return join(head if events else NOTHING, rows, more, _entries(entry))


def quotes_that_fail(entry: SourceEntry, page: PageContext, chosen: str | None) -> Markup:
    """Quotes that name the source and do not stand in its text, once; nothing where there are none."""
    failing = [quote for quote in entry.resting.quotes if not quote.spans]
    if not failing:
        return NOTHING
    head = element("h2", "Quotes not found ", element("span", f"{len(failing):,}", class_="dl-count"))
    hints = {(each.file, each.line, each.column): each.hint for each in page.validation.problems if each.code in _CODES}
    rows = join_all(_failing(quote, hints, page, chosen) for quote in failing[:MOST_EVENTS])
    return element("section", head, rows, class_="dl-failing")


def _event(id_: str, keys: list[str], entry: SourceEntry, page: PageContext, chosen: str | None) -> Markup:
    event = page.workspace.events[id_]
    title = place_link("", words(event.title), mode=page.mode, event=id_)
    date = element("span", date_words(page.by_id[id_], page))
    head = element("h3", thread_square(page.thread_index(event)), title, date)
    claims = [_claim(event, key, entry, page, chosen) for key in keys]
    alone = element("p", "Only the event’s values name it.", class_="dl-muted") if not claims else None
    return element("article", head, *claims, alone, class_="dl-resting")


def _claim(event: Event, key: str, entry: SourceEntry, page: PageContext, chosen: str | None) -> Markup:
    verdict = page.evidence.of(event.id, key).verdict
    by_others = verdict in (Verdict.FOUND, Verdict.QUESTIONED) and entry.id not in page.workspace.texts
    told = element("span", " Its quote is found in another source.", class_="dl-muted") if by_others else None
    quotes = join_all(
        _quote(quote.exact, is_chosen=chosen == f"{event.id}/{key}/{index}")
        for index, quote in enumerate(event.claims[key].quotes)
        if quote.source == entry.id
    )
    body = element("div", quotes, element("span", words(event.claims[key].text), told))
    return element("div", claim_mark(event, key, page), body, class_="dl-resting-claim")


def _quote(exact: str, *, is_chosen: bool) -> Markup:
    """Words that are said to stand in a text that is not here."""
    arrives = {"data_arrive": "center", "tabindex": "-1"} if is_chosen else {}
    class_ = "dl-quote dl-reached" if is_chosen else "dl-quote"
    return element("blockquote", "“", words(exact.strip()), "”", class_=class_, **arrives)


def _entries(entry: SourceEntry) -> Markup:
    names = dict.fromkeys(entry.resting.entries)
    if not names:
        return NOTHING
    listed = join_all((words(name) for name in names), by=", ")
    return join(element("h2", "Places and actors that name it"), element("p", listed))


def _failing(
    quote: QuoteAt, hints: Mapping[tuple[str, int, int], str], page: PageContext, chosen: str | None
) -> Markup:
    finding = quote.found.finding
    told = f"Found {len(finding.places)} times." if finding and finding.is_ambiguous else "Not in this text."
    words_of_it = element("blockquote", "“", words(quote.found.quote.exact.strip()), "”", class_="dl-quote")
    title = place_link("", words(page.title_of(quote.event)), mode=page.mode, event=quote.event)
    file = page.workspace.files[quote.event]
    at = page.workspace.position(file, ("claims", quote.claim, "quotes", quote.index, "exact"))
    nearest = _nearest(hints.get((file, *at), ""), quote.found.quote.source, page)
    body = element("div", words_of_it, element("p", title, " ", told, class_="dl-meta dl-failed"), nearest)
    is_chosen = quote.key == chosen
    return element(
        "article",
        evidence_mark("quote not found"),
        body,
        class_="dl-claim dl-reached" if is_chosen else "dl-claim",
        data_arrive="center" if is_chosen else None,
        tabindex="-1" if is_chosen else None,
    )


def _nearest(hint: str, source: str, page: PageContext) -> Markup:
    """What validation suggests for a quote that does not stand, leading to the words that are most like it."""
    if not hint:
        return NOTHING
    at = _OFFSET.search(hint)
    told = words(f"{hint[:1].upper()}{hint[1:]}")
    link = place_link("sources", "Show these words", mode=page.mode, source=source, at=at[1]) if at else None
    return element("p", told, " ", link, class_="dl-meta")
