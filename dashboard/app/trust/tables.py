"""Tables of verdicts, by thread and by report: rows in which the four add up, each number leading on."""

from collections.abc import Mapping, Sequence
from typing import Final

from dashboard.app.filters import value_name
from dashboard.app.parts import page_link, place_link, source_link, strength_of_sources
from dashboard.app.shell import PageContext
from dashboard.app.trust.numbers import asking, listing_them
from dashboard.evidence.verdicts import VERDICTS, Verdict
from dashboard.query.fields import NONE
from dashboard.query.trust import Verdicts
from dashboard.query.wording import count_words, source_date
from dashboard.text.markup import NOTHING, Markup, element, join, words
from dashboard.views.card import evidence_mark

MOST_OUTLETS: Final = 20
"""So many sources that repeat one report are named below it."""


def verdict_table(
    title: str, facet: str, rows: Mapping[str, Verdicts], everything: Verdicts, page: PageContext, most: int
) -> Markup:
    """A row each, of which the four add up; the last counts every claim once."""
    heads = [element("th", evidence_mark(verdict.value), f" {_head(verdict)}", scope="col") for verdict in VERDICTS]
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
        for each in outlets[:MOST_OUTLETS]
    ]
    left = len(outlets) - MOST_OUTLETS
    more = element("li", f"{left:,} more not listed here.", class_="dl-muted") if left > 0 else None
    return element("details", element("summary", name, " ", number), element("ul", *rows, more), class_="dl-report")


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
