"""The card’s claims: first the words that carry the event most, and below the values all of them."""

from typing import Final

from dashboard.query.card import CardClaim, EventCard
from dashboard.query.reading import Support
from dashboard.query.wording import verdict_counts
from dashboard.text.markup import Markup, element, join
from dashboard.views.card.claim_article import claim_article, source_line
from dashboard.views.card.disagreement import disagreement, in_doubt
from dashboard.views.card.links import CardLinks
from dashboard.views.card.quotes import highlighted_words

CLAIMS: Final = "claims-of-"
"""Before the event's id: the anchor of the list of its claims."""


def lead(card: EventCard, links: CardLinks) -> Markup:
    """A quote and its source, both leading to the text; without one, the claim and whose text is not held."""
    claim = card.lead
    told = element("div", _words(claim, links), _behind(claim, card, links))
    return element("div", links.mark(claim.mark), told, class_="dl-lead")


def _words(claim: CardClaim, links: CardLinks) -> Markup:
    quote = claim.deciding_quote
    if quote is None:
        return element("p", highlighted_words(claim.text, links), class_="dl-claimed")
    return element("p", "“", highlighted_words(" ".join(quote.exact.split()), links), "”", class_="dl-quote")


def _behind(claim: CardClaim, card: EventCard, links: CardLinks) -> Markup:
    """The source, what hinders a check, and the way to all claims."""
    source, number = claim.deciding_source, len(card.event.claims)
    told = source_line(source, links) if source else "Inferred by the team"
    not_held = "text not held" if source and source.described and not source.is_held else None
    all_ = links.claims(card.event.id, number) if number > 1 else None
    failed = claim.mark.support is Support.NOT_FOUND
    return element("p", join(told, not_held, all_, by=" · "), class_="dl-meta dl-failed" if failed else "dl-meta")


def claim_list(card: EventCard, links: CardLinks) -> Markup:
    """Every claim of the event, under a line in which the verdicts add up."""
    event, claims = card.event, card.claims
    head = element(
        "h3",
        "Claims ",
        element("span", f"{len(event.claims)}: {verdict_counts(card.row.verdicts)}", class_="dl-count"),
        links.help("verdicts", "a verdict"),
        id=f"{CLAIMS}{event.id}",
        tabindex="-1",
        class_="dl-claims-head",
    )
    return join(
        head,
        *(disagreement(each, event.id, links) for each in claims.disputes),
        *(in_doubt(each, event.id, links) for each in claims.doubts),
        # question marks have room beside the first claim that has the whole width
        *(claim_article(each, links, explained=number == 0) for number, each in enumerate(claims.others)),
    )
