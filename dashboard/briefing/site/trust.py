"""How far the published events can be relied on, in numbers that add up."""

from collections.abc import Iterator, Mapping

from dashboard.briefing.site.frame import heading
from dashboard.briefing.site.links import SiteLinks
from dashboard.briefing.site.publication import Publication
from dashboard.evidence.verdicts import Verdict
from dashboard.query.fields import FACETS, NONE
from dashboard.query.trust import Verdicts
from dashboard.query.wording import count_words, sentence
from dashboard.text.markup import Content, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark

MOST_ROWS = 500


def trust_page(made: Publication, links: SiteLinks) -> Markup:
    """What stands on the page."""
    found = made.trust
    parts = [
        join(evidence_mark(verdict.value), f" {verdict.value} ", element("b", f"{number:,}"))
        for verdict, number in found.all.claims.items()
    ]
    adds_up = join(join_all(parts, by=" + "), f" = {count_words(found.all.total, 'claim')}")
    return join(
        heading("Trust", adds_up),
        element("div", *_small_tables(made), class_="columns"),
        _table("By thread", found.by_thread, _thread_names(made, links)),
        _table("By source", found.by_source, _source_names(made, links)),
        _suppressed_checks(made, links),
    )


def _small_tables(made: Publication) -> Iterator[Markup]:
    found = made.trust
    origins = FACETS["origins"]
    by_origin = [(origins.name_of(each.value, made.table), number) for each, number in found.origins.items()]
    yield _counts("Claims by independent sources, as quoted", by_origin)
    yield _counts("Events by review", [(status, len(events)) for status, events in found.reviews.items()])


def _counts(title: str, rows: list[tuple[str, int]]) -> Markup:
    drawn = [element("tr", element("th", name, scope="row"), element("td", f"{number:,}")) for name, number in rows]
    return element("section", element("h2", title), element("table", element("tbody", *drawn), class_="counts"))


def _thread_names(made: Publication, links: SiteLinks) -> Mapping[str, Content]:
    titles = {id_: words(made.workspace.thread_title(id_)) for id_ in made.trust.by_thread if id_ != NONE}
    shown = {id_: links.record("threads", id_, title) for id_, title in titles.items() if id_ in made.workspace.threads}
    return {**titles, **shown, NONE: "no thread"}


def _source_names(made: Publication, links: SiteLinks) -> Mapping[str, Content]:
    return {**{id_: links.source(id_) for id_ in made.trust.by_source if id_ != NONE}, NONE: "inferred by the team"}


def _table(title: str, rows: Mapping[str, Verdicts], names: Mapping[str, Content]) -> Markup:
    head = element("tr", element("th", "", scope="col"), *(element("th", each.value, scope="col") for each in Verdict))
    drawn = [
        element("tr", element("th", names[key], scope="row"), *(element("td", f"{n:,}") for n in row.claims.values()))
        for key, row in list(rows.items())[:MOST_ROWS]
    ]
    left = len(rows) - MOST_ROWS
    more = element("p", f"{left:,} more not listed here.", class_="dl-muted") if left > 0 else None
    table = element("table", element("thead", head), element("tbody", *drawn), class_="counts")
    return element("section", element("h2", title), element("div", table, class_="scroll", tabindex="0"), more)


def _suppressed_checks(made: Publication, links: SiteLinks) -> Markup:
    """Checks that the records of published events suppress, each with its reason."""
    found = made.trust.allowed
    of_events = [each for each in found if each.event]
    items = [
        element(
            "li",
            links.event(each.event, words(links.title_of(each.event))),
            ": ",
            element("code", each.guard),
            words(each.allowance.scope),
            ": ",
            words(sentence(each.allowance.reason)),
        )
        for each in of_events[:MOST_ROWS]
    ]
    told = element("ul", *items) if items else element("p", "No checks are suppressed.", class_="dl-muted")
    head = element("h2", "Suppressed checks ", element("span", f"{len(of_events):,}", class_="dl-count"))
    return element("section", head, told, class_="suppressed")
