"""The card’s claims: first the words that carry the event most, and below the values all of them."""

from typing import Final

from dashboard.app.card.claim_article import claim_article, source_line
from dashboard.app.card.disagreement import disagreement, in_doubt
from dashboard.app.parts import button, help_link, highlighted_words, mark_link
from dashboard.app.shell import PageContext
from dashboard.query.card import CardClaim, EventCard
from dashboard.query.reading import Support
from dashboard.query.wording import verdict_counts
from dashboard.text.markup import Markup, element, join

CLAIMS: Final = "claims-of-"
"""Before the event's id: the anchor of the list of its claims."""


def lead(card: EventCard, page: PageContext) -> Markup:
    """A quote and its source, both leading to the text; without one, the claim and whose text is not held."""
    claim = card.lead
    told = element("div", _words(claim, page), _behind(claim, card, page))
    return element("div", mark_link(claim.mark, page), told, class_="dl-lead")


def _words(claim: CardClaim, page: PageContext) -> Markup:
    quote = claim.deciding_quote
    if quote is None:
        return element("p", highlighted_words(claim.text, page), class_="dl-claimed")
    return element("p", "“", highlighted_words(" ".join(quote.exact.split()), page), "”", class_="dl-quote")


def _behind(claim: CardClaim, card: EventCard, page: PageContext) -> Markup:
    """The source, what hinders a check, and the way to all claims."""
    source, number = claim.deciding_source, len(card.event.claims)
    told = source_line(source, page) if source else "Inferred by the team"
    not_held = "text not held" if source and source.described and not source.is_held else None
    all_ = None
    if number > 1:
        all_ = button("reach", f"{CLAIMS}{card.event.id}", f"All {number} claims", class_="dl-text-button")
    failed = claim.mark.support is Support.NOT_FOUND
    return element("p", join(told, not_held, all_, by=" · "), class_="dl-meta dl-failed" if failed else "dl-meta")


def claim_list(card: EventCard, page: PageContext) -> Markup:
    """Every claim of the event, under a line in which the verdicts add up."""
    event, claims = card.event, card.claims
    head = element(
        "h3",
        "Claims ",
        element("span", f"{len(event.claims)}: {verdict_counts(card.row.verdicts)}", class_="dl-count"),
        help_link("verdicts", "a verdict"),
        id=f"{CLAIMS}{event.id}",
        tabindex="-1",
        class_="dl-claims-head",
    )
    return join(
        head,
        *(disagreement(each, event.id, page) for each in claims.disputes),
        *(in_doubt(each, event.id, page) for each in claims.doubts),
        # question marks have room beside the first claim that has the whole width
        *(claim_article(each, page, explained=number == 0) for number, each in enumerate(claims.others)),
    )
