"""One actor: who they are, under which names, and how much they did, by quadrant."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from dashboard.app.pages.actors.words import behind, kind_words, quad_line, source_link
from dashboard.app.parts import claims_mark, edit_link, event_link, help_link, place_link
from dashboard.app.shell import PageContext
from dashboard.model.geography import country_name
from dashboard.model.registry import Office
from dashboard.query.actors import Dossier, Naming
from dashboard.query.interactions import Quad, counts_by_quad
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

MOST_NAMES: Final = 20
MOST_PLACES: Final = 3


def profile(dossier: Dossier, page: PageContext) -> Markup:
    """The actor's facts, counts by quadrant and names, shown in place of the card."""
    parts = (_facts(dossier, page), _quadrants(dossier), _namings(dossier, page))
    body = element("div", *parts, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card dl-profile", aria_label=f"About {dossier.name}")


def unknown_actor(id_: str, page: PageContext) -> Markup:
    """The address names an actor that there is not."""
    told = element("p", "This workspace has no actor ", element("code", words(id_)), ".")
    back = element("p", place_link("actors", "Show all actors", mode=page.mode))
    return element("section", element("h1", "Actor not found"), told, back, class_="dl-first-steps")


def _facts(dossier: Dossier, page: PageContext) -> Markup:
    actor = dossier.actor
    if actor is None:
        told = "Events name this actor, but it is not in the registry. Only its id is known."
        return join(element("h2", "About"), element("p", told, class_="dl-muted"))
    rows = [
        _fact("Kind", join(kind_words(dossier).capitalize())),
        _fact("Country", join(country_name(actor.country)) if actor.country else NOTHING),
        _fact("Also", join_all([words(alias) for alias in actor.aliases], by=", ")),
        _fact("Offices", join_all(element("div", _office(office, page)) for office in actor.offices)),
        _fact("Sources", join_all([source_link(id_, page) for id_ in actor.sources], by="; ")),
        _fact("Note", words(actor.note) if actor.note else NOTHING),
    ]
    head = element("h2", "About ", edit_link("actor", actor.id, mode=page.mode))
    return join(head, element("table", *rows, class_="dl-facts"))


def _fact(label: str, content: Markup) -> Markup:
    return element("tr", element("th", label, scope="row"), element("td", content)) if content.html else NOTHING


def _office(office: Office, page: PageContext) -> Markup:
    when = element("span", ", ", words(office.when.words())) if office.when else NOTHING
    sources = join_all([source_link(id_, page) for id_ in office.sources], by="; ")
    told = sources if sources.html else join("no source given")
    return join(words(office.title), when, element("small", told))


def _quadrants(dossier: Dossier) -> Markup:
    """Counts of both sides, which add up; only quadrants that occur."""
    did, received = counts_by_quad(dossier.did), counts_by_quad(dossier.received)
    head = element(
        "tr",
        element("td"),
        *(element("th", name, scope="col", class_="dl-number") for name in ("Did", "Target of")),
    )
    rows = [
        element(
            "tr",
            element("th", quad_line(quad), quad.value, scope="row"),
            element("td", f"{did[quad]:,}", class_="dl-number"),
            element("td", f"{received[quad]:,}", class_="dl-number"),
        )
        for quad in Quad
        if did[quad] or received[quad]
    ]
    if not rows:
        return join(
            element("h2", "Actions"),
            element("p", "No actions by them or towards them.", class_="dl-muted"),
        )
    totals = [element("td", f"{sum(counts.values()):,}", class_="dl-number") for counts in (did, received)]
    total = element("tr", element("th", "all actions", scope="row"), *totals, class_="dl-total")
    table = element("table", element("thead", head), element("tbody", *rows, total), class_="dl-quadrants")
    ask = help_link("event-types", "a quadrant")
    return join(element("h2", "Actions, by PLOVER quadrant ", ask), table)


def _namings(dossier: Dossier, page: PageContext) -> Markup:
    """The list of reported names: for each, its first events, who uses it, and the team's remark."""
    by_words: dict[str, list[Naming]] = defaultdict(list)
    for naming in dossier.namings:
        by_words[naming.words].append(naming)
    if not by_words:
        return NOTHING
    rows = [_naming(named, page) for named in list(by_words.values())[:MOST_NAMES]]
    left = len(by_words) - len(rows)
    more = element("p", f"{left:,} more names not listed here.", class_="dl-muted") if left > 0 else None
    head = element("h2", "Reported as ", behind(f"{len(by_words):,}"))
    return join(head, element("ul", *rows, class_="dl-marked-rows"), more)


def _naming(named: Sequence[Naming], page: PageContext) -> Markup:
    """The mark is that of the first; each further event has its own."""
    first = named[0]
    places = [_where(naming, page) for naming in named[:MOST_PLACES]]
    left = len(named) - MOST_PLACES
    more = element("small", f"and in {left:,} more") if left > 0 else None
    meant = " The record names a different actor." if any(each.is_somebody_else for each in named) else None
    said = words(f"“{first.words}”", class_="dl-said-so")
    mark = claims_mark(first.reading.event, first.claims, page)
    return element("li", mark, element("span", said, meant, *places, more))


def _where(naming: Naming, page: PageContext) -> Markup:
    """`in EVENT, by SOURCE. Note.`"""
    event = naming.reading.event
    sources = dict.fromkeys(
        quote.source for key in naming.claims if key in event.claims for quote in event.claims[key].quotes
    )
    by = join_all([source_link(id_, page) for id_ in sources], by="; ")
    link = join("in ", event_link(event.id, words(event.title), mode=page.mode))
    told = join(link, join("by ", by) if by.html else None, by=", ")
    return element("small", join(told, words(naming.note) if naming.note else None, by=". "))
