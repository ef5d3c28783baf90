"""One claim on the card: quotes, sources, strength, grades in words, notes."""

from dashboard.app.card.value_words import suppressed_checks
from dashboard.app.parts import (
    claim_mark,
    evidence_mark,
    help_link,
    highlighted_words,
    place_link,
    quote_in_sentence,
    reliability_line,
    source_name,
    strength_of_sources,
)
from dashboard.app.shell import PageContext
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.evidence.finding import Finding
from dashboard.evidence.verdicts import QuoteFound
from dashboard.model.claim import Claim
from dashboard.model.vocabularies import CREDIBILITY
from dashboard.query.disagreements import ClaimOfEvent, is_claim
from dashboard.query.wording import INSERTED, credibility_words, source_date
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words


def claim_article(
    said: ClaimOfEvent, page: PageContext, *, id_: str | None, explained: bool = False, note_below: bool = False
) -> Markup:
    """One claim, with its mark. `explained`, grades lead to what they mean; `note_below`, its note is elsewhere."""
    event, key, claim = said.event, said.key, said.claim
    evidence = page.evidence.of(event.id, key)
    quotes = [
        join(quote_in_sentence(found, page), _where_it_stands(found, f"{event.id}/{key}/{index}", page))
        for index, found in enumerate(evidence.quotes)
    ]
    own = element("p", highlighted_words(claim.text, page), class_="dl-own" if quotes else "dl-claimed")
    lines = (
        _sources(claim, page),
        _strength(claim, page, explained=explained),
        _grades(claim, page, explained=explained),
        *_remarks(said, page, note_below=note_below),
    )
    meta = join_all(element("p", line, class_="dl-meta") for line in lines if line.html)
    body = element("div", join(*quotes), _said_by(claim, page), own, meta)
    return element("article", claim_mark(event, key, page), body, class_="dl-claim", id=id_)


def _where_it_stands(found: QuoteFound, quote: str, page: PageContext) -> Markup:
    """The source, linked to the quote (`EVENT/CLAIM/N`) in its text, and the code points where the quote is."""
    source = found.quote.source
    finding = found.finding
    if finding is None:
        place = "text not held"
    elif finding.stands:
        spans = " and ".join(f"{start}–{end}" for start, end in finding.spans)
        place = f"at {spans}{_how_it_differs(finding)}"
    elif finding.is_ambiguous:
        place = f"found {len(finding.places)} times: it is not clear which one is meant"
    else:
        place = "this quote is not in the source"
    failed = finding is not None and not finding.stands
    return element(
        "p", join(_source(source, page, quote), place, by=", "), class_="dl-meta dl-failed" if failed else "dl-meta"
    )


def _how_it_differs(finding: Finding) -> str:
    """What the quote has otherwise than its source; empty where it is the same."""
    if finding.beside_insertions:
        return f"; {INSERTED}"
    if finding.exactly:
        return ""
    return ", ignoring differences in quotation marks, dashes, spaces and the first letter’s case"


def _source(id_: str, page: PageContext, quote: str | None = None) -> Markup:
    """The source's name, leading to it, or to the quote in its text; and its date."""
    source = page.workspace.sources.get(id_)
    name = words(source_name(page, id_))
    if source is None:
        return join(name, " (not described)")
    linked = place_link("sources", name, mode=page.mode, source=id_, quote=quote)
    return join(linked, source_date(source), by=", ")


def _sources(claim: Claim, page: PageContext) -> Markup:
    """Sources that carry it without a quote."""
    names = join_all([_source(id_, page) for id_ in claim.sources], by="; ")
    held = [id_ for id_ in claim.sources if id_ in page.workspace.texts]
    not_held = "" if not claim.sources or held else ". Text not held" if len(claim.sources) == 1 else ". Texts not held"
    inferred = "Inferred by the team" if claim.basis == "inferred" else None
    return join(names, not_held, inferred)


def _strength(claim: Claim, page: PageContext, *, explained: bool) -> Markup:
    """The number of independent sources: a line of its own, apart from reliability and credibility."""
    named = sources_of_claim(claim)
    if not named:
        return NOTHING
    asked = help_link("words-strength", "the strength of a claim") if explained else None
    return join("Based on: ", strength_of_sources(page, named), asked)


def _grades(claim: Claim, page: PageContext, *, explained: bool) -> Markup:
    """The reliability of each source and the credibility of the claim, in words; if `explained`, with links to Help."""
    ids = tuple(dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources]))
    graded = [(id_, source) for id_ in ids if (source := page.workspace.sources.get(id_)) is not None]
    alike = len({reliability_line(source) for _, source in graded}) == 1
    named = [("Source" if len(graded) == 1 else "Sources", graded[0][1])] if alike else []
    named = named or [(source_name(page, id_), source) for id_, source in graded]
    of_sources = [join(words(name), ": ", reliability_line(source)) for name, source in named]
    asked = help_link("reliability", "a source’s grade") if explained and of_sources else None
    of_claim = help_link("credibility", "a claim’s grade") if explained else None
    sources = join(join_all(of_sources, by=". "), asked, ". ") if of_sources else None
    return join(sources, "Claim: ", credibility(claim.credibility), of_claim)


def credibility(grade: int | None) -> Markup:
    """A claim's credibility in words; one that cannot be known has its mark, as in `reliability_line`."""
    unknown = grade == max(CREDIBILITY)
    return join(evidence_mark("unknown") if unknown else None, credibility_words(grade), by=" ")


def _said_by(claim: Claim, page: PageContext) -> Markup | None:
    """Who made the statement, assessment or question; None for a fact that nobody is named for."""
    name = words(page.actor_name(claim.by)) if claim.by else None
    as_reported = words(f"“{claim.by_as_reported}”") if claim.by_as_reported else None
    if claim.kind == "fact" and name is None and as_reported is None:
        return None
    who = join(name, as_reported, by=", in the words ")
    return element(
        "p",
        claim.kind.capitalize() if claim.kind != "fact" else "Said",
        join(" by ", who) if who.html else None,
        class_="dl-meta",
    )


def _remarks(said: ClaimOfEvent, page: PageContext, *, note_below: bool) -> list[Markup]:
    claim, events = said.claim, page.workspace.events
    gone = [each for each in claim.disputed_by if not is_claim(said.event, each, events)]
    lines = [join(element("b", "Disputed by "), words(each), " (claim not found)") for each in gone]
    if claim.question:
        lines.append(join("Raises ", words(page.question_text(claim.question))))
    lines += suppressed_checks(claim.allow.items())
    if claim.note and not note_below:
        lines.append(join("Note: ", words(claim.note)))
    return lines
