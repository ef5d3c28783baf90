"""Notes in the margin of a text: which event uses the words, as what, and who disputes it."""

from collections.abc import Mapping, Sequence

from dashboard.app.parts import link_attributes, place_link
from dashboard.app.shell import PageContext
from dashboard.evidence.coverage import Passage
from dashboard.evidence.verdicts import Verdict
from dashboard.model import vocabularies
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.time_and_place import OtherPlace, Where
from dashboard.query.disagreements import opponents_of
from dashboard.query.sources import QuoteAt
from dashboard.query.wording import (
    amount_words,
    count_words,
    credibility_words,
    reported_amount_words,
    speaker_words,
)
from dashboard.text.markup import Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, thread_color


def mark_id(key: str) -> str:
    """The id of the words that a quote or a sentence set aside marks."""
    return f"words-{key.replace('/', '--')}"


def notes_of(notes: Sequence[Markup], verdicts: Sequence[Verdict], id_: str) -> Markup:
    """The notes of a paragraph: in the margin, or folded below it where there is none (`reader.js`)."""
    signs = [evidence_mark(verdict) for verdict in dict.fromkeys(verdicts)]
    summary = element("summary", *signs, count_words(len(notes), "note"))
    return element("details", summary, *notes, class_="dl-line-notes dl-folds", id=id_)


def note_of_quotes(
    quotes: Sequence[QuoteAt], numbers: Mapping[str, int], page: PageContext, source: str, at: str, chosen: str | None
) -> Markup:
    """One event's claims that quote the same words, by the number that stands before these. `at` is their key."""
    first = quotes[0]
    event = page.workspace.events[first.event]
    claims = [event.claims[quote.claim] for quote in quotes]
    told = _claim_words(event, first.claim, claims[0], page) if len(claims) == 1 else count_words(len(claims), "claim")
    disputed = any(opponents_of(event, quote.claim, page.workspace.places) for quote in quotes)
    lines = (
        element("span", words(told), class_="dl-muted") if told else None,
        element("b", "Disputed") if disputed else None,
    )
    title = element("a", words(event.title), **link_attributes("", mode=page.mode, event=event.id))
    is_chosen = any(quote.key == chosen for quote in quotes)
    links = join_all((_number(quote, numbers[quote.key], source, page) for quote in quotes), by=" ")
    marks = join_all(map(evidence_mark, dict.fromkeys(quote.verdict for quote in quotes)))
    return element(
        "div",
        element("p", links, marks, title),
        *(element("p", line) for line in lines if line),
        class_="dl-note dl-reached" if is_chosen else "dl-note",
        style=f"--dl-own:{thread_color(page.thread_index(event))}",
        data_at=mark_id(at),
        data_quotes=" ".join(str(numbers[quote.key]) for quote in quotes),
    )


def _number(quote: QuoteAt, number: int, source: str, page: PageContext) -> Markup:
    """Leads to the words, which the address then names."""
    name = f"Show quote {number} in the text"
    return place_link(
        "sources", f"{number}", mode=page.mode, class_="dl-quote-number", name=name, source=source, quote=quote.key
    )


def note_of_passage(passage: Passage, at: str) -> Markup:
    """Why no claim needs a sentence, or what part it is."""
    if passage.part:
        told = join(element("b", passage.part.capitalize()), ": ", vocabularies.TEXT_PARTS[passage.part], ".")
    else:
        told = join("Set aside. ", words(passage.reason))
    return element("div", element("p", told, class_="dl-muted"), class_="dl-note dl-note-aside", data_at=mark_id(at))


def _claim_words(event: Event, key: str, claim: Claim, page: PageContext) -> str:
    """The speaker and the credibility of a claim; of a plain fact, the values that are based on it."""
    by = speaker_words(claim, page.actor_name)
    said = f"{by}, {claim.kind}" if by else claim.kind if claim.kind != "fact" else ""
    grade = credibility_words(claim.credibility) if claim.credibility else ""
    parts = [said] if said else list(_values(event, key, page))
    return ". ".join(part[:1].upper() + part[1:] for part in (*parts, grade) if part)


def _values(event: Event, key: str, page: PageContext) -> list[str]:
    """The reported values that the claim carries, in a few words each."""
    found = []
    if key in event.when.claims:
        when = event.when
        found.append(when.reported.words() if when.reported else f"Undated: “{when.as_reported}”")
    found += [each.reported.words() for each in event.when.also_reported if key in each.claims]
    places: Sequence[Where | OtherPlace] = (event.where, *event.where.also_reported)
    found += [page.place_name(each.reported) for each in places if key in each.claims and each.reported]
    for amount in event.amounts.values():
        found += filter(None, [reported_amount_words(amount)] if key in amount.claims else [])
        found += [amount_words(each.reported) for each in amount.also_reported if key in each.claims]
    if key in (event.commitment.claims if event.commitment else ()):
        found.append(event.commitment.level if event.commitment else "")
    return [", ".join(found)] if found else []
