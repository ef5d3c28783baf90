"""The card’s claims: first the words that carry the event most, and below the values all of them."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.card.claim_article import claim_article
from dashboard.app.card.disagreement import CardContext, disagreement, in_doubt
from dashboard.app.parts import button, claim_mark, help_link, highlighted_words, place_link, source_name
from dashboard.app.shell import PageContext
from dashboard.evidence.verdicts import Verdict
from dashboard.model.event import Event
from dashboard.query.citations import Citation, citation_of_claim, deciding_claim
from dashboard.query.disagreements import ClaimOfEvent, Disagreement, disagreements_of, doubtful_claims
from dashboard.query.wording import source_date, verdict_counts
from dashboard.text.markup import NOTHING, Markup, element, join, words

CLAIMS: Final = "claims-of-"
"""Before the event's id: the anchor of the list of its claims."""


def lead(event: Event, page: PageContext) -> Markup:
    """A quote and its source, both leading to the text; without one, the claim and whose text is not held.

    Claims that nothing contradicts come first. All of them stand further down, below the values.
    """
    undisputed = sorted(event.claims, key=lambda key: bool(event.claims[key].disputed_by))
    key = deciding_claim(event, undisputed, page.evidence) or next(iter(undisputed), None)
    if key is None:
        return NOTHING
    ground = citation_of_claim(event, key, page.evidence)
    told = element("div", _words(event, key, ground, page), _behind(event, key, ground, page))
    return element("div", claim_mark(event, key, page), told, class_="dl-lead")


def _words(event: Event, key: str, ground: Citation | None, page: PageContext) -> Markup:
    if ground is None or ground.quote is None:
        return element("p", highlighted_words(event.claims[key].text, page), class_="dl-claimed")
    quote = event.claims[key].quotes[int(ground.quote.rpartition("/")[2])]
    return element("p", "“", highlighted_words(" ".join(quote.exact.split()), page), "”", class_="dl-quote")


def _behind(event: Event, key: str, ground: Citation | None, page: PageContext) -> Markup:
    """The source, what hinders a check, and the way to all claims."""
    parts = _source(ground, page) if ground else [join("Inferred by the team")]
    if len(event.claims) > 1:
        all_ = f"All {len(event.claims)} claims"
        parts.append(button("reach", f"{CLAIMS}{event.id}", all_, class_="dl-text-button"))
    failed = page.evidence.of(event.id, key).verdict is Verdict.NOT_FOUND
    return element("p", join(*parts, by=" · "), class_="dl-meta dl-failed" if failed else "dl-meta")


def _source(ground: Citation, page: PageContext) -> list[Markup]:
    source = page.workspace.sources.get(ground.source)
    name = words(source_name(page, ground.source))
    if source is None:
        return [join(name, " (not described)")]
    linked = place_link("sources", name, mode=page.mode, source=ground.source, quote=ground.quote)
    held = [] if ground.source in page.workspace.texts else [join("text not held")]
    return [join(linked, source_date(source), by=", "), *held]


def claim_list(event: Event, page: PageContext, disagreements: Sequence[Disagreement] | None = None) -> Markup:
    """Every claim of the event, under a line in which the verdicts add up; `disagreements` where they are known."""
    counts = page.evidence.count([event.id])
    sums = verdict_counts(counts)
    head = element(
        "h3",
        "Claims ",
        element("span", f"{len(event.claims)}: {sums}", class_="dl-count"),
        help_link("verdicts", "a verdict"),
        id=f"{CLAIMS}{event.id}",
        tabindex="-1",
        class_="dl-claims-head",
    )
    found = disagreements
    if found is None:
        found = disagreements_of(event, page.workspace.events, page.evidence)
    above: set[tuple[str, str]] = set()
    parts: list[Markup] = []
    explained = True  # question marks have room beside the first claim that has the whole width
    for each in found:
        parts.append(disagreement(each, CardContext(page, event.id, frozenset(above))))
        above |= {said.at for said in (each.claim, *each.others)}
    for said in doubtful_claims(event, found):
        parts.append(in_doubt(said, CardContext(page, event.id, frozenset(above))))
        above.add(said.at)
    for key in event.claims:
        said = ClaimOfEvent(event, key)
        if said.at not in above:
            parts.append(claim_article(said, page, id_=f"claim-{event.id}/{key}", explained=explained))
            explained = False
    return join(head, *parts)
