"""What the card says below its title and above it: where and when, and what kind of matter it is."""

from collections.abc import Iterator

from dashboard.query.card import CardFact, EventCard
from dashboard.text.markup import Markup, element, join, words
from dashboard.views.card.links import CardLinks


def dateline(card: EventCard, links: CardLinks) -> Markup:
    """`QUITO, 4 September 2025` and the short rule."""
    event, where, when = card.event, None, None
    if card.place:
        where = element("span", words(card.place), class_="dl-place", data_behind=links.behind(event, event.where))
    if card.date:
        when = element("span", words(card.date), data_behind=links.behind(event, event.when))
    as_reported = event.when.as_reported
    undated = join("undated, ", words(f"“{as_reported}”")) if as_reported else join("undated")
    return element("p", join(where, when or undated, by=", "), class_="dl-dateline")


def facts(card: EventCard, links: CardLinks) -> Iterator[Markup]:
    """Commitment, type, and what is out of the ordinary, each after its mark."""
    return (_fact(each, links) for each in card.facts)


def _fact(fact: CardFact, links: CardLinks) -> Markup:
    mark = join(links.mark(fact.mark), " ") if fact.mark else None
    return element("span", mark, fact.text, links.help(fact.help, f"“{fact.text}”") if fact.help else None)
