"""What disputes what in a thread: two claims against one another, each with its mark and who carries it."""

from typing import Final

from dashboard.app.parts import claim_mark, event_of_thread, page_link, source_name, strength_of_sources
from dashboard.app.shell import PageContext
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.claim import Claim
from dashboard.query.disagreements import ClaimOfEvent, Dispute
from dashboard.query.threads import Story
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

MOST: Final = 60
"""So many pairs are listed; the page of disagreements has them all, in parts."""


def thread_disputes(story: Story, page: PageContext) -> Markup:
    """The pairs, of very many the first; nothing where nothing is disputed."""
    number, out = len(story.disputes), story.disputes_left_out
    if not number and not out:
        return NOTHING
    head = element("h2", "Disputed ", element("span", f"{number:,}", class_="dl-count"))
    rows = join_all(element("li", _pair(each, story.thread.id, page)) for each in story.disputes[:MOST])
    more = (
        element("p", f"{number - MOST:,} more: ", page_link("disagreements", "Disagreements"))
        if number > MOST
        else None
    )
    left = f"{count_words(out, 'dispute')} left out: as reported, quotes do not support both sides." if out else None
    note = element("p", left, class_="dl-muted") if left else None
    return element("section", head, element("ul", rows, class_="dl-disputes") if number else None, more, note)


def claim_sources(claim: Claim, page: PageContext) -> list[str]:
    """Names of the sources that carry a claim, each once."""
    ids = [*(quote.source for quote in claim.quotes), *claim.sources]
    return list(dict.fromkeys(source_name(page, id_) for id_ in ids))


def _pair(dispute: Dispute, thread: str, page: PageContext) -> Markup:
    one, other = _statement(dispute.claim, page), _statement(dispute.other, page)
    if dispute.claim.event.id == dispute.other.event.id:
        where = element("p", event_of_thread(dispute.claim.event.id, dispute.claim.event.title, thread, page.mode))
        return join(one, _against(), other, element("div", where, class_="dl-meta"))
    return join(one, _where(dispute.claim, thread, page), _against(), other, _where(dispute.other, thread, page))


def _against() -> Markup:
    return element("p", "against", class_="dl-against")


def _where(said: ClaimOfEvent, thread: str, page: PageContext) -> Markup:
    return element("div", event_of_thread(said.event.id, said.event.title, thread, page.mode), class_="dl-meta")


def _statement(said: ClaimOfEvent, page: PageContext) -> Markup:
    """The quoted words in quotation marks; for a claim without a quote, the team's own words without any."""
    claim = said.claim
    text = join("“", words(claim.exact_quotes[0].strip()), "”") if claim.quotes else words(claim.text)
    names = claim_sources(claim, page)
    strength = strength_of_sources(page, sources_of_claim(claim))
    by = element("span", " ", words(", ".join(names)), " (", strength, ")", class_="dl-muted") if names else None
    return element("div", claim_mark(said.event, said.key, page), element("p", text, by), class_="dl-said")
