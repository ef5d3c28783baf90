"""What the card says first: the words that carry the event most, which a press on its mark is to lead to."""

from typing import Final

from dashboard.app.parts import button, claim_mark, highlighted_words, place_link, source_name
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.citations import Citation, citation_of_claim, deciding_claim
from dashboard.query.wording import source_date
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
    failed = page.evidence.of(event.id, key).verdict.value == "failed"
    return element("p", join(*parts, by=" · "), class_="dl-meta dl-failed" if failed else "dl-meta")


def _source(ground: Citation, page: PageContext) -> list[Markup]:
    source = page.workspace.sources.get(ground.source)
    name = words(source_name(page, ground.source))
    if source is None:
        return [join(name, " (not described)")]
    linked = place_link("sources", name, mode=page.mode, source=ground.source, quote=ground.quote)
    held = [] if ground.source in page.workspace.texts else [join("text not held")]
    return [join(linked, source_date(source), by=", "), *held]
