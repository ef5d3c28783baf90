"""One claim on the card: quotes, sources, strength, grades in words, notes."""

from collections.abc import Iterator

from dashboard.model.vocabularies import CREDIBILITY
from dashboard.query.card import CardClaim, CardQuote, CardSource
from dashboard.query.wording import credibility_words, source_date
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card.icons import evidence_mark
from dashboard.views.card.links import CardLinks
from dashboard.views.card.quotes import highlighted_words, quote_in_sentence
from dashboard.views.card.source_words import reliability_line, said_by, strength_line
from dashboard.views.card.value_words import suppressed_check


def claim_article(claim: CardClaim, links: CardLinks, *, explained: bool = False, note_below: bool = False) -> Markup:
    """One claim, with its mark. `explained`, grades lead to what they mean; `note_below`, its note is elsewhere."""
    quotes = [
        join(quote_in_sentence(each.exact, each.sentence, links), _where_it_stands(each, links))
        for each in claim.quotes
    ]
    own = element("p", highlighted_words(claim.text, links), class_="dl-own" if quotes else "dl-claimed")
    lines = (
        _sources(claim, links),
        _strength(claim, links, explained=explained),
        _grades(claim, links, explained=explained),
        *_remarks(claim, note_below=note_below),
    )
    meta = join_all(element("p", line, class_="dl-meta") for line in lines if line.html)
    body = element("div", join(*quotes), _said_by(claim), own, meta)
    id_ = f"claim-{claim.event}/{claim.key}" if claim.is_first else None
    return element("article", links.mark(claim.mark), body, class_="dl-claim", id=id_)


def source_line(source: CardSource, links: CardLinks) -> Markup:
    """The source's name, leading to it, or to the quote in its text; and its date."""
    name = words(source.name)
    if source.described is None:
        return join(name, " (not described)")
    return join(links.citation_link(source.citation, name), source_date(source.described), by=", ")


def _where_it_stands(quote: CardQuote, links: CardLinks) -> Markup:
    """The source, linked to the quote in its text, and the code points where the quote is."""
    told = join(source_line(quote.source, links), quote.place, by=", ")
    return element("p", told, class_="dl-meta dl-failed" if quote.has_failed else "dl-meta")


def _sources(claim: CardClaim, links: CardLinks) -> Markup:
    """Sources that carry it without a quote."""
    sources = claim.sources
    names = join_all((source_line(each, links) for each in sources), by="; ")
    not_held = None
    if sources and not any(each.is_held for each in sources):
        not_held = ". Text not held" if len(sources) == 1 else ". Texts not held"
    return join(names, not_held, "Inferred by the team" if claim.is_inferred else None)


def _strength(claim: CardClaim, links: CardLinks, *, explained: bool) -> Markup:
    """The number of independent sources: a line of its own, apart from reliability and credibility."""
    if claim.strength is None:
        return NOTHING
    asked = links.help("words-strength", "the strength of a claim") if explained else None
    return join("Based on: ", strength_line(claim.strength), asked)


def _grades(claim: CardClaim, links: CardLinks, *, explained: bool) -> Markup:
    """The reliability of each source and the credibility of the claim, in words; if `explained`, with links to Help."""
    of_sources = [join(words(name), ": ", reliability_line(source)) for name, source in claim.grades]
    asked = links.help("reliability", "a source’s grade") if explained and of_sources else None
    of_claim = links.help("credibility", "a claim’s grade") if explained else None
    sources = join(join_all(of_sources, by=". "), asked, ". ") if of_sources else None
    return join(sources, "Claim: ", credibility(claim.credibility), of_claim)


def credibility(grade: int | None) -> Markup:
    """A claim's credibility in words; one that cannot be known has its mark, as in `reliability_line`."""
    unknown = grade == max(CREDIBILITY)
    return join(evidence_mark("unknown") if unknown else None, credibility_words(grade), by=" ")


def _said_by(claim: CardClaim) -> Markup | None:
    """Who made the statement, assessment or question; None for a fact that nobody is named for."""
    if not claim.said:
        return None
    who = said_by(claim.speakers_in_full)
    return element("p", claim.said, join(" by ", who) if who.html else None, class_="dl-meta")


def _remarks(claim: CardClaim, *, note_below: bool) -> Iterator[Markup]:
    for each in claim.not_found:
        yield join(element("b", "Disputed by "), words(each), " (claim not found)")
    if claim.question:
        yield join("Raises ", words(claim.question))
    yield from (suppressed_check(*each) for each in claim.suppressed)
    if claim.note and not note_below:
        yield join("Note: ", words(claim.note))
