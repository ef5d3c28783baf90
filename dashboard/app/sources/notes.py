"""Notes in the margin of a text: which event uses the words, as what, and who disputes it."""

from collections.abc import Sequence

from dashboard.app.parts.links import leading_to
from dashboard.app.parts.markup import Markup, element, joined, words
from dashboard.app.parts.signs import evidence_mark, thread_color
from dashboard.app.parts.wording import amount_words, counted, credibility_words
from dashboard.app.shown import Shown
from dashboard.model.claim import Claim
from dashboard.model.event import Event
from dashboard.model.source import SetAside
from dashboard.query.sources import QuoteAt


def mark_id(key: str) -> str:
    """The id of the words that a quote or a sentence set aside marks."""
    return f"words-{key.replace('/', '--')}"


def note_of_quotes(quotes: Sequence[QuoteAt], shown: Shown, at: str, chosen: str | None) -> Markup:
    """One event's claims that quote the same words. `at` is the id of these."""
    first = quotes[0]
    event = shown.workspace.events[first.event]
    claims = [event.claims[quote.claim] for quote in quotes]
    told = _told(event, first.claim, claims[0], shown) if len(claims) == 1 else counted(len(claims), "claim")
    disputed = any(claim.disputed_by for claim in claims)
    lines = (
        element("span", words(told), class_="dl-muted") if told else None,
        element("b", "Disputed") if disputed else None,
    )
    title = element("a", words(event.title), **leading_to("", mode=shown.mode, event=event.id))
    is_chosen = any(quote.key == chosen for quote in quotes)
    return element(
        "div",
        element("p", evidence_mark(first.verdict), title),
        *(element("p", line) for line in lines if line),
        class_="dl-note dl-reached" if is_chosen else "dl-note",
        style=f"--dl-own:{thread_color(shown.thread_index(event))}",
        data_at=at,
    )


def note_of_aside(sentence: SetAside, at: str) -> Markup:
    """Why no claim needs a sentence."""
    told = joined("Set aside. ", words(sentence.reason))
    return element("div", element("p", told, class_="dl-muted"), class_="dl-note dl-note-aside", data_at=at)


def _told(event: Event, key: str, claim: Claim, shown: Shown) -> str:
    """Who says it and how credible it is; of a plain fact, the values that rest on it."""
    by = shown.actor_name(claim.by) if claim.by else claim.by_as_reported
    said = f"{by}, {claim.kind}" if by else claim.kind if claim.kind != "fact" else ""
    grade = credibility_words(claim.credibility) if claim.credibility else ""
    parts = [said] if said else list(_values(event, key, shown))
    return ". ".join(part[:1].upper() + part[1:] for part in (*parts, grade) if part)


def _values(event: Event, key: str, shown: Shown) -> list[str]:
    """The reported values that the claim carries, in a few words each."""
    found = []
    if key in event.when.claims:
        when = event.when
        found.append(when.reported.words() if when.reported else f"Undated: “{when.as_reported}”")
    if key in event.where.claims and event.where.reported:
        found.append(shown.place_name(event.where.reported))
    found += [
        amount_words(amount.reported) for amount in event.amounts.values() if key in amount.claims and amount.reported
    ]
    if key in (event.commitment.claims if event.commitment else ()):
        found.append(event.commitment.level if event.commitment else "")
    return [", ".join(found)] if found else []
