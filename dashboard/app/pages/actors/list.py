"""The list of actors, by country, with how much there is of each; and who is named outside the registry."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from dashboard.app.pages.actors.words import NOT_REGISTERED, actor_link, actor_sign, behind, kind_words
from dashboard.app.parts import claim_mark, claims_mark, event_link, pager
from dashboard.app.shell import PageContext
from dashboard.model.geography import country_name
from dashboard.query.actors import Cast, Dossier, Naming, Unregistered
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join_all, words

ROWS: Final = 200
"""So many actors stand on the page at once."""
MOST_NAMINGS: Final = 60
EXAMPLE: Final = "port-authority: {name: Port Authority, kind: government, country: EC}\n"


def actor_list(cast: Cast, page: PageContext, part: int) -> Markup:
    """One part of all actors, in the card's place."""
    dossiers = sorted(cast.dossiers.values(), key=_sort_key)
    parts = max(1, -(-len(dossiers) // ROWS))
    at = min(max(part, 0), parts - 1)
    groups = groupby(dossiers[at * ROWS : (at + 1) * ROWS], key=_country)
    columns = ("Did", "Target of", "Said")
    head = element(
        "tr",
        element("th", "Actor", scope="col"),
        *(element("th", name, scope="col", class_="dl-number") for name in columns),
    )
    counts = Counter(_country(dossier) for dossier in dossiers)
    bodies = [_group(country, list(group), counts[country], page) for country, group in groups]
    table = element("table", element("thead", head), *bodies, class_="dl-actor-list")
    steps = pager("actors", at, parts, f"{ROWS} actors per page", mode=page.mode)
    body = element("div", table, steps, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card", aria_label="Actors by country")


def no_actors() -> Markup:
    """A section that says there are no actors yet, and what to do."""
    told = element(
        "p", "An actor is a person, government or other body that events name. Add the first one to the registry:"
    )
    where = element("p", element("code", "events/registry/actors.yaml"))
    return element("section", told, where, element("pre", EXAMPLE), class_="dl-first-steps")


def below_the_list(cast: Cast, page: PageContext) -> Markup:
    """Three columns: how many of which kind, who is reported under another name, who speaks and is not registered."""
    return element(
        "div", _kinds(cast), _namings(cast, page), _unregistered_speakers(cast, page), class_="dl-actor-columns"
    )


def _country(dossier: Dossier) -> str:
    return country_name(dossier.actor.country) if dossier.actor else NOT_REGISTERED.capitalize()


def _sort_key(dossier: Dossier) -> tuple[bool, bool, str, str, str]:
    """Sort key of an actor: by country, then by name; without a country, then unregistered, last."""
    actor = dossier.actor
    return (
        actor is None,
        actor is None or actor.country is None,
        _country(dossier),
        dossier.name.casefold(),
        dossier.id,
    )


def _group(country: str, dossiers: Sequence[Dossier], number: int, page: PageContext) -> Markup:
    head = element("th", country, " ", behind(f"{number:,}"), colspan="4", scope="rowgroup")
    return element("tbody", element("tr", head), *(_row(dossier, page) for dossier in dossiers))


def _row(dossier: Dossier, page: PageContext) -> Markup:
    kind = element("small", kind_words(dossier))
    name = element("td", actor_sign(dossier), element("span", actor_link(dossier.id, dossier.name, page), " ", kind))
    numbers = (len(dossier.did), len(dossier.received), len(dossier.sayings))
    return element("tr", name, *(_number(number) for number in numbers))


def _number(number: int) -> Markup:
    return element("td", f"{number:,}" if number else element("span", "0", class_="dl-muted"), class_="dl-number")


def _kinds(cast: Cast) -> Markup:
    kinds = Counter(kind_words(dossier) for dossier in cast.dossiers.values())
    rows = [
        element("tr", element("td", kind.capitalize()), element("td", f"{number:,}"))
        for kind, number in sorted(kinds.items(), key=lambda item: (-item[1], item[0]))
    ]
    total = element("tr", element("th", "All", scope="row"), element("td", element("b", f"{len(cast.dossiers):,}")))
    table = element("table", *rows, total, class_="dl-counts")
    return element("section", element("h2", "By kind"), table)


def _namings(cast: Cast, page: PageContext) -> Markup:
    """Everybody whom the words call otherwise than the registry does: never made an alias by itself."""
    found: dict[tuple[str, str], list[Naming]] = defaultdict(list)
    for dossier in cast.dossiers.values():
        for naming in dossier.namings:
            found[dossier.id, naming.words].append(naming)
    rows = [_naming(cast.dossiers[id_], named, page) for (id_, _), named in list(found.items())[:MOST_NAMINGS]]
    told = element("p", "All names as reported are in the registry.", class_="dl-muted")
    body = element("ul", *rows, class_="dl-marked-rows") if rows else told
    head = element("h2", "Reported under other names ", behind(f"{len(found):,}"))
    return element("section", head, body, _more(len(found)))


def _naming(dossier: Dossier, named: Sequence[Naming], page: PageContext) -> Markup:
    """The words, for whom they stand, and the first event that has them."""
    first = named[0]
    link = event_link(first.reading.id, words(first.reading.event.title), mode=page.mode)
    place = element("small", "in ", link, f" and {len(named) - 1:,} more" if len(named) > 1 else None)
    said = words(f"“{first.words}”", class_="dl-said-so")
    whom = actor_link(dossier.id, dossier.name, page)
    mark = claims_mark(first.reading.event, first.claims, page)
    return element("li", mark, element("span", said, " for ", whom, place))


def _unregistered_speakers(cast: Cast, page: PageContext) -> Markup:
    found = [each for each in cast.unregistered if each.sayings]
    rows = [_speaker(each, page) for each in found[:MOST_NAMINGS]]
    body = (
        element("ul", join_all(rows), class_="dl-marked-rows")
        if rows
        else element("p", "All speakers are in the registry.", class_="dl-muted")
    )
    head = element("h2", "Speakers not in the registry ", behind(f"{len(found):,}"))
    return element("section", head, body, _more(len(found)))


def _speaker(speaker: Unregistered, page: PageContext) -> Markup:
    """The words, the first event that has them, and in how many claims more they speak."""
    first = speaker.sayings[0]
    event, more = first.reading.event, len(speaker.sayings) - 1
    link = event_link(event.id, words(event.title), mode=page.mode)
    place = element("small", "in ", link, f" and {count_words(more, 'more claim')}" if more else None)
    said = words(f"“{speaker.words}”", class_="dl-said-so")
    return element("li", claim_mark(event, first.key, page), element("span", said, place))


def _more(number: int) -> Markup:
    left = number - MOST_NAMINGS
    return element("p", f"{left:,} more not listed here.", class_="dl-muted") if left > 0 else NOTHING
