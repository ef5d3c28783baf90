"""An event on the wall: its dateline and headline, where reports and the team differ, and the words that carry it."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from itertools import islice
from typing import Final

from dashboard.app.card import card_of
from dashboard.app.pages.present.evidence_links import claim_link, source_link
from dashboard.app.pages.present.presentation import Presentation, StepContent, WallStep
from dashboard.app.parts import mark_link
from dashboard.briefing.outline import AnnexEntry, AnnexQuote, EventBlock, Statement, statements_of
from dashboard.evidence.verdicts import Verdict
from dashboard.query.card import CardClaim, CardSource, EventCard
from dashboard.query.reliance import Reliance
from dashboard.query.values import EventValue, ValueRow
from dashboard.query.wording import credibility_words, reliability_words, source_date
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, words
from dashboard.views.card import thread_color

MOST_NOTED: Final = 200
"""The most claims in the speaker's notes, since nobody can speak about more; one line counts the others."""


def notes_of(statements: Iterable[Statement], made: Presentation) -> Markup:
    """The claims that the sentences name, each once, in order; the team's own sentences say whose they are."""
    all_ = list(statements)
    numbers = dict.fromkeys(number for statement in all_ for number in statement.references)
    entries = [made.outline.annex[number - 1] for number in islice(numbers, MOST_NOTED)]
    left = len(numbers) - len(entries)
    more = element("p", f"and {left:,} more {'claim' if left == 1 else 'claims'}", class_="pr-source") if left else None
    own = [element("li", words(each.text), f" Our own words, {each.by}.") for each in all_ if each.by]
    told = element("ul", *own) if own else NOTHING
    return join(told, *(_entry(entry, made) for entry in entries), more)


def _entry(entry: AnnexEntry, made: Presentation) -> Markup:
    """A claim's entry, with marks and names of sources that link to the words."""
    said = element("p", words(entry.said), class_="pr-source") if entry.said else None
    claim = made.briefing_input.numbering.claim_of(entry.claim)
    quotes = [
        _quote(quote, source_link(held.source, words(quote.source), made, f"{entry.claim}/{index}"))
        for index, (quote, held) in enumerate(zip(entry.quotes, claim.quotes if claim else (), strict=True))
    ]
    names = zip(claim.sources if claim else (), entry.sources, strict=True)
    behind = join_all((source_link(id_, words(name), made) for id_, name in names), by="; ")
    carried = element("p", "Supported without a quote by ", behind, class_="pr-source") if behind.html else None
    found = element("p", claim_link(entry.claim, made), f" {entry.verdict}: {entry.means}", class_="pr-source")
    note = element("p", words(entry.note), class_="pr-source") if entry.note else None
    return element("article", element("p", words(entry.text or entry.claim)), said, found, *quotes, carried, note)


def _quote(quote: AnnexQuote, source: Content) -> Markup:
    behind = element("p", source, ", ", words(quote.where), class_="pr-source")
    return element("blockquote", element("p", "“", words(quote.words), "”"), behind)


_SCALE: Final = re.compile(r"(?<=\d) (?=[mbt]r?illion\b)")
"""No line breaks there: $13.5 alone would be read as dollars."""


def event_step(told: EventBlock, made: Presentation) -> WallStep:
    """Map and timeline go along with it."""
    return WallStep("event", told.title.text, partial(_content, told, made), told.id, figures=("map", "timeline"))


def _content(told: EventBlock, made: Presentation) -> StepContent:
    card = card_of(made.page.workspace.events[told.id], made.page)
    color = f"--dl-own:{thread_color(made.page.thread_index(card.event))}"
    claims = list(_carrying(told, card, made))
    dateline = element("p", _dateline(told, card, made), class_="pr-dateline", style=color)
    gone = element("strong", " Retracted.") if told.review == "retracted" else None
    head = join(dateline, element("h1", words(told.title.text), gone))
    blocks = (*_differing(card, color, made), *claims[:1])
    return StepContent(head, blocks, tuple(claims[1:]), notes_of(statements_of(told), made))


def _dateline(told: EventBlock, card: EventCard, made: Presentation) -> Markup:
    """Place and date, each behind its mark; what is not known has none."""
    dated_at, placed_at = (mark_link(row.value(made.mode).mark, made.page) for row in card.values[:2])
    where = placed_at if told.place.basis else None
    when = dated_at if told.date.basis else None
    place = element("span", words(told.place.text), class_="dl-place")
    placed = element("span", where, " " if where else None, place, ",", class_="pr-where")
    dated = element("span", when, " " if when else None, words(told.date.text), class_="pr-when")
    return element("span", placed, " ", dated)


def _differing(card: EventCard, color: str, made: Presentation) -> Iterator[Markup]:
    """Values that are reported otherwise than the team holds them, side by side."""
    for row in card.values:
        if row.assessed is not None and row.reported.text and row.assessed.text != row.reported.text:
            yield _side_by_side(row, row.assessed, color, made)
        elif row.reported.differs:
            yield _sources_side_by_side(row, color, made)


def _side_by_side(row: ValueRow, assessed: EventValue, color: str, made: Presentation) -> Markup:
    label = row.label.partition(",")[0]
    reported = _value(f"{label}, reported", row.reported, "pr-reported", made)
    held = _value("Assessed", assessed, "pr-assessed", made)
    return element("div", reported, held, class_="pr-differing", style=color)


def _sources_side_by_side(row: ValueRow, color: str, made: Presentation) -> Markup:
    """The values of sources that differ, where the team holds none of its own."""
    label = row.label.partition(",")[0]
    values = (EventValue(each.name, each.mark) for each in row.reported.parts)
    columns = (_value(f"{label}, reported", each, "pr-reported", made) for each in values)
    return element("div", *columns, class_="pr-differing", style=color)


def _value(label: str, cell: EventValue, class_: str, made: Presentation) -> Markup:
    text = element("p", words(_SCALE.sub("\u00a0", cell.text)), class_="pr-value")
    carried = element("p", mark_link(cell.mark, made.page), f" {cell.mark.word}", class_="pr-carried")
    return element("div", element("p", label, class_="pr-label"), text, carried, class_=class_)


_FIRST: Final = (Reliance.RELIED_ON, Reliance.FOUND, Reliance.IN_DOUBT)
"""The claims whose quotes are found, in their order on the wall."""


def _carrying(told: EventBlock, card: EventCard, made: Presentation) -> Iterator[Markup]:
    """What can be relied on first, then other claims with a quote that stands; then those in the team's words."""
    numbers = dict.fromkeys(number for each in told.statements for number in each.references)
    entries = [made.outline.annex[number - 1] for number in numbers]
    entries.sort(key=lambda entry: _FIRST.index(entry.verdict) if entry.verdict in _FIRST else len(_FIRST))
    for entry in entries:
        key = entry.claim.partition("/")[2]
        if key in card.event.claims:
            yield _claim(entry, card.claim(key), made)


def _claim(entry: AnnexEntry, claim: CardClaim, made: Presentation) -> Markup:
    if entry.verdict in (*_FIRST, Verdict.QUESTIONED) and claim.quotes:
        quote = claim.quotes[0]
        said = element("p", "“", words(" ".join(quote.exact.split())), "”", class_="pr-quote")
        return element("div", said, _source(quote.source, claim, entry, made), class_="pr-claim")
    said = element("p", words(entry.text), class_="pr-sentence")
    sources = claim.every_source
    behind = _source(sources[0], claim, entry, made) if sources else _verdict(entry, made)
    return element("div", said, behind, class_="pr-claim")


def _source(behind: CardSource, claim: CardClaim, entry: AnnexEntry, made: Presentation) -> Markup:
    source = behind.described
    name = source.name if source else behind.name
    when = source_date(source) if source else ""
    grades = f"Source: {reliability_words(source)}. Claim: {credibility_words(claim.credibility)}"
    named = join(claim_link(entry.claim, made), " ", words(", ".join(filter(None, (name, when)))))
    return join(element("p", named, class_="pr-source"), element("p", grades, class_="pr-source"))


def _verdict(entry: AnnexEntry, made: Presentation) -> Markup:
    return element("p", claim_link(entry.claim, made), f" {entry.verdict}", class_="pr-source")
