"""The card's claims: those against one another first, in columns, then the others."""

from collections.abc import Sequence

from dashboard.app.card.claim_article import claim_article
from dashboard.app.card.disagreement import CardContext, disagreement, in_doubt
from dashboard.app.card.lead import CLAIMS
from dashboard.app.parts import help_link
from dashboard.app.shell import PageContext
from dashboard.evidence.verdicts import Verdict
from dashboard.model.event import Event
from dashboard.query.disagreements import ClaimOfEvent, Disagreement, disagreements_of, doubtful_claims
from dashboard.text.markup import Markup, element, join


def claim_list(event: Event, page: PageContext, disagreements: Sequence[Disagreement] | None = None) -> Markup:
    """Every claim of the event, under a line in which the verdicts add up; `disagreements` where they are known."""
    counts = page.evidence.count([event.id])
    sums = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict)
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
