"""The card's claims: quotes, sources, grades in words, notes, what disputes what."""

from dashboard.app.parts.links import event_link, help_link, place_link
from dashboard.app.parts.markup import Markup, element, every, joined, words
from dashboard.app.parts.signs import evidence_mark
from dashboard.app.parts.wording import (
    counted,
    credibility_words,
    origins,
    reliability_words,
    sentence,
    source_date,
    source_name,
)
from dashboard.app.shown import Shown
from dashboard.evidence.verdicts import QuoteFound, Verdict
from dashboard.model.claim import Claim
from dashboard.model.event import Event


def claim_list(event: Event, shown: Shown) -> Markup:
    """Every claim of the event, under a line in which the verdicts add up."""
    counts = shown.evidence.count([event.id])
    sums = ", ".join(f"{counts[verdict]} {verdict.value}" for verdict in Verdict)
    head = element(
        "h3",
        "Claims ",
        element("span", f"{len(event.claims)}: {sums}", class_="dl-count"),
        help_link("verdicts", "a verdict"),
    )
    return joined(
        head,
        every(
            _claim(event, key, claim, shown, is_first=index == 0)
            for index, (key, claim) in enumerate(event.claims.items())
        ),
    )


def _claim(event: Event, key: str, claim: Claim, shown: Shown, *, is_first: bool) -> Markup:
    evidence = shown.evidence.of(event.id, key)
    quotes = [
        joined(_quote(found), _where_it_stands(found, f"{event.id}/{key}/{index}", shown))
        for index, found in enumerate(evidence.quotes)
    ]
    own = element("p", words(claim.text), class_="dl-own" if quotes else "dl-claimed")
    said = _said_by(claim, shown)
    lines = (_sources(claim, shown), _grades(claim, shown, explained=is_first), *_remarks(event, key, claim, shown))
    meta = every(element("p", line, class_="dl-meta") for line in lines if line.html)
    body = element("div", joined(*quotes), said, own, meta)
    id_ = f"claim-{event.id}/{key}"  # two events may stand on one page
    return element("article", evidence_mark(evidence.verdict.value), body, class_="dl-claim", id=id_)


def _quote(found: QuoteFound) -> Markup:
    return element("blockquote", "“", words(found.quote.exact.strip()), "”", class_="dl-quote")


def _where_it_stands(found: QuoteFound, quote: str, shown: Shown) -> Markup:
    """Which source, leading to the quote (`EVENT/CLAIM/N`) in its text, and at which code points."""
    source = found.quote.source
    finding = found.finding
    if finding is None:
        place = "text not held"
    elif finding.stands:
        spans = " and ".join(f"{start}–{end}" for start, end in finding.spans)
        place = f"at {spans}" + ("" if finding.exactly else ", after folding quotes, dashes and spaces")
    elif finding.is_ambiguous:
        place = f"stands {len(finding.places)} times: which is meant is not clear"
    else:
        place = "these words do not stand in the source"
    failed = finding is not None and not finding.stands
    return element(
        "p", joined(_source(source, shown, quote), place, by=", "), class_="dl-meta dl-failed" if failed else "dl-meta"
    )


def _source(id_: str, shown: Shown, quote: str | None = None) -> Markup:
    """The source's name, leading to it, or to the quote in its text; and its date."""
    source = shown.workspace.sources.get(id_)
    name = words(source_name(shown, id_))
    if source is None:
        return joined(name, " (not described)")
    linked = place_link("sources", name, mode=shown.mode, source=id_, quote=quote)
    return joined(linked, source_date(source), by=", ")


def _sources(claim: Claim, shown: Shown) -> Markup:
    """Sources that carry it without a quote, and how many origins all its sources have."""
    names = every([_source(id_, shown) for id_ in claim.sources], by="; ")
    held = [id_ for id_ in claim.sources if id_ in shown.workspace.texts]
    not_held = "" if not claim.sources or held else ". Text not held" if len(claim.sources) == 1 else ". Texts not held"
    every_source = tuple(dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources]))
    count = f". {len(every_source)} sources, {counted(origins(shown, every_source), 'origin')}"
    inferred = "Inferred by the team" if claim.basis == "inferred" else None
    return joined(names, not_held, count if len(every_source) > 1 else None, inferred)


def _grades(claim: Claim, shown: Shown, *, explained: bool) -> Markup:
    """Both grades in words: of each source, and of the claim; `explained`, with links to what they mean."""
    ids = tuple(dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources]))
    graded = [(id_, source) for id_ in ids if (source := shown.workspace.sources.get(id_)) is not None]
    of_sources = [
        joined(words("Source" if len(graded) == 1 else source_name(shown, id_)), f": {reliability_words(source)}. ")
        for id_, source in graded
    ]
    asked = help_link("reliability", "a source’s grade") if explained and of_sources else None
    of_claim = help_link("credibility", "a claim’s grade") if explained else None
    return joined(*of_sources, asked, f"Claim: {credibility_words(claim.credibility)}", of_claim)


def _said_by(claim: Claim, shown: Shown) -> Markup | None:
    """Whose statement, assessment or question it is."""
    name = words(shown.actor_name(claim.by)) if claim.by else None
    as_reported = words(f"“{claim.by_as_reported}”") if claim.by_as_reported else None
    if claim.kind == "fact" and name is None and as_reported is None:
        return None
    who = joined(name, as_reported, by=", in the words ")
    return element(
        "p",
        claim.kind.capitalize() if claim.kind != "fact" else "Said",
        joined(" by ", who) if who.html else None,
        class_="dl-meta",
    )


def _remarks(event: Event, key: str, claim: Claim, shown: Shown) -> list[Markup]:
    lines = [joined(element("b", "Disputed by "), _other_claim(event, each, shown)) for each in claim.disputed_by]
    lines += [
        joined(element("b", "Disputes "), _other_claim(event, each, shown)) for each in _disputes(event, key, shown)
    ]
    if claim.question:
        lines.append(joined("Raises ", words(shown.question_text(claim.question))))
    lines += [
        joined(f"Exception allowed ({guard}): ", words(sentence(reason))) for guard, reason in claim.allow.items()
    ]
    if claim.note:
        lines.append(joined("Note: ", words(claim.note)))
    return lines


def _disputes(event: Event, key: str, shown: Shown) -> list[str]:
    """References to the claims that name this one in their `disputed_by`."""
    found = [other for other, claim in event.claims.items() if key in claim.disputed_by]
    reference = f"{event.id}/{key}"
    for other in shown.workspace.events.values():
        found += [f"{other.id}/{name}" for name, claim in other.claims.items() if reference in claim.disputed_by]
    return found


def _other_claim(event: Event, reference: str, shown: Shown) -> Markup:
    """The other claim's text; where it is another event's, behind a link to that."""
    id_, _, key = reference.rpartition("/")
    other = shown.workspace.events.get(id_) if id_ else event
    claim = other.claims.get(key) if other else None
    text = (
        joined("“", words(claim.exact_quotes[0].strip()), "”")
        if claim and claim.quotes
        else words(claim.text if claim else reference)
    )
    if other is None or other.id == event.id:
        return text
    return joined(text, " in ", event_link(other.id, words(other.title), mode=shown.mode))
