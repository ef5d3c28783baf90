"""The Trust panel: what can be relied on, counted, each number leading to the events that it counts."""

from collections.abc import Collection, Mapping, Sequence
from typing import Final
from urllib.parse import urlencode

from dashboard.app.filters import value_name
from dashboard.app.parts import (
    claim_mark,
    event_link,
    evidence_mark,
    help_link,
    page_link,
    place_link,
    source_link,
    strength_of_sources,
)
from dashboard.app.shell import PageContext, shows_of, url_ids
from dashboard.evidence.corroboration import Corroboration
from dashboard.evidence.verdicts import Verdict
from dashboard.query.fields import NONE
from dashboard.query.filters import Filters
from dashboard.query.reading import Mode
from dashboard.query.tally import SuppressedCheck
from dashboard.query.trust import Trust, Verdicts
from dashboard.query.wording import count_words, reliance_words, sentence, source_date
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words

MOST_LISTED: Final = 200
"""More events are asked for by a filter: a list of them would make a long address."""


def asking(
    number: int,
    what: Mapping[str, str | Collection[str]],
    events: Collection[str],
    page: PageContext,
    noun: str = "claim",
) -> Markup:
    """`number`, leading to Situation with these filters (facet to value) beside those that are set.

    Its name says of how many `events`, and what is counted.
    """
    if not number:
        return element("span", "0")
    filters = page.asked.filters
    values = {facet: frozenset({value} if isinstance(value, str) else value) for facet, value in what.items()}
    chosen = {**filters.chosen, **values}
    shows = shows_of(Filters(chosen))
    query: dict[str, object] = {"show": shows, "from": page.asked.start, "to": page.asked.end, "words": filters.words}
    if page.mode is Mode.REPORTED:
        query["as"] = page.mode.value
    href = f"./?{urlencode({key: value for key, value in query.items() if value}, doseq=True)}"
    value = urlencode({"show": shows}, doseq=True)
    said = quantity(number, events, noun)
    return element("a", f"{number:,}", href=href, data_press="ask", data_value=value, aria_label=said, title=said)


def listing_them(
    number: int, what: Mapping[str, str | Collection[str]], events: Collection[str], page: PageContext
) -> Markup:
    """`number` of claims, leading to the very events that they are of, where no filter asks for just those."""
    if not number:
        return element("span", "0")
    if len(events) > MOST_LISTED:
        return asking(number, what, events, page)
    name = quantity(number, events)
    return place_link("", f"{number:,}", mode=page.mode, name=name, list=url_ids.encode(tuple(events)))


def quantity(number: int, events: Collection[str], noun: str = "claim") -> str:
    """The quantity in words: `3 claims, of 2 events`; `2 events`."""
    return (
        count_words(number, noun)
        if noun == "event"
        else f"{count_words(number, noun)}, of {count_words(len(events), 'event')}"
    )


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
    several = found.origins[Corroboration.SEVERAL]
    relied = element("span", reliance_words(several, found.all.claims))
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
    threads = _verdicts("By thread", "thread", found.by_thread, found.all, page, most)
    sources = _verdicts("By source", "source", found.by_report, found.all, page, most)
    counts = element("div", _origins(found, page), _reviews(found, page), _exceptions(found, page))
    return element("div", element("div", threads, sources), counts, class_="dl-trust-columns")


def _reliance(found: Trust, page: PageContext) -> Markup:
    """What can be relied on, with the way to the claims on which more than one independent source agrees."""
    several = found.origins[Corroboration.SEVERAL]
    number = asking(several, {"origins": Corroboration.SEVERAL.value}, found.resting[Corroboration.SEVERAL], page)
    told = reliance_words(several, found.all.claims).removeprefix(f"{several:,}")
    return element("p", number, told, ".", class_="dl-relied")


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


def _verdicts(
    title: str, facet: str, rows: Mapping[str, Verdicts], everything: Verdicts, page: PageContext, most: int
) -> Markup:
    """A row each, of which the four add up; the last counts every claim once."""
    heads = [element("th", evidence_mark(verdict.value), f" {_head(verdict)}", scope="col") for verdict in Verdict]
    head = element("tr", element("th", title, scope="col"), *heads, element("th", "claims", scope="col"))
    drawn = [_row(facet, key, verdicts, page) for key, verdicts in list(rows.items())[:most]]
    sums = [
        element("td", asking(number, {"verdict": verdict.value}, everything.events[verdict], page))
        for verdict, number in everything.claims.items()
    ]
    last = element("td", f"{everything.total:,}")
    foot = element("tr", element("th", "All claims, each once", scope="row"), *sums, last)
    table = element("table", element("thead", head), element("tbody", *drawn), element("tfoot", foot))
    scrolls = element("div", table, class_="dl-scroll", tabindex="0", role="region", aria_label=title)
    return join(scrolls, _left_out(facet, rows, len(drawn), everything))


def _head(verdict: Verdict) -> str:
    """The verdict in a narrow column; its mark has the whole name."""
    return verdict.value.removeprefix("quote ")


def _left_out(facet: str, rows: Mapping[str, Verdicts], listed: int, everything: Verdicts) -> Markup:
    """A line on rows that are not listed, and on rows that add up to more than all claims; nothing if neither."""
    left = len(rows) - listed
    more = join(f"{count_words(left, f'more {facet}')} not listed here: ", page_link("data", "Data")) if left else None
    overlap = sum(each.total for each in rows.values()) > everything.total
    twice = f"A claim of several {facet}s is counted in the row of each." if overlap else None
    told = join(more, twice, by=". ")
    return element("p", told, class_="dl-muted") if told.html else NOTHING


def _row(facet: str, key: str, verdicts: Verdicts, page: PageContext) -> Markup:
    leads = asking if facet == "thread" else listing_them  # an event of a thread has all its claims in it
    outlets = page.trust.outlets.get(key, ()) if facet == "source" else ()
    cells = [
        element("td", leads(number, {facet: outlets or key, "verdict": verdict.value}, verdicts.events[verdict], page))
        for verdict, number in verdicts.claims.items()
    ]
    name = _report(key, outlets, page) if outlets else _name(facet, key, page)
    return element("tr", element("th", name, scope="row"), *cells, element("td", f"{verdicts.total:,}"))


def _report(origin: str, outlets: Sequence[str], page: PageContext) -> Markup:
    """One report that several outlets repeat, on one line, which opens to each of them with its claims."""
    name = words(page.workspace.source_name(origin) if origin in page.workspace.sources else origin)
    number = element("span", strength_of_sources(page, outlets), class_="dl-muted")
    rows = [
        element(
            "li",
            _name("source", each, page),
            ", ",
            element("span", count_words(page.trust.by_source[each].total, "claim"), class_="dl-muted"),
        )
        for each in outlets
    ]
    return element("details", element("summary", name, " ", number), element("ul", *rows), class_="dl-report")


def _name(facet: str, key: str, page: PageContext) -> Markup:
    """The thread, or the source with its day, leading to its page."""
    if key == NONE:
        return join(_WITHOUT[facet])
    if facet == "thread":
        name = words(value_name(facet, key, page))
        return place_link("threads", name, mode=page.mode, thread=key) if key in page.workspace.threads else name
    source = page.workspace.sources.get(key)
    day = element("span", source_date(source), class_="dl-muted") if source and source_date(source) else None
    return join(source_link(key, page), day, by=", ")


_WITHOUT: Final = {"thread": "no thread", "source": "no source: inferred"}


def _origins(found: Trust, page: PageContext) -> Markup:
    counted_as = ", as quoted" if page.mode is Mode.REPORTED else ""
    rows: list[tuple[Content, Markup]] = [
        (value_name("origins", each.value, page), asking(number, {"origins": each.value}, found.resting[each], page))
        for each, number in found.origins.items()
        if number or each in (Corroboration.ONE, Corroboration.SEVERAL)
    ]
    head = join(f"Claims by independent sources{counted_as}", help_link("words-strength", "the strength of a claim"))
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
