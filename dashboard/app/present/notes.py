"""The speaker's notes: the claims that a step rests on, each with its quotes and where they stand."""

from collections.abc import Iterable

from dashboard.app.parts.markup import NOTHING, Markup, element, joined, words
from dashboard.app.parts.signs import evidence_mark
from dashboard.briefing.outline import Entry, Outline, Quoted, Statement
from dashboard.views.marks import EVIDENCE_MARKS


def notes_of(statements: Iterable[Statement], outline: Outline) -> Markup:
    """Each claim once, in the order in which sentences name them; the team's own sentences say whose they are."""
    all_ = list(statements)
    numbers = dict.fromkeys(number for statement in all_ for number in statement.references)
    entries = [outline.annex[number - 1] for number in numbers]
    own = [element("li", words(each.text), f" Our own words, {each.by}.") for each in all_ if each.by]
    told = element("ul", *own) if own else NOTHING
    return joined(told, *(_entry(entry) for entry in entries))


def mark_of(verdict: str) -> Markup:
    """The mark of a verdict; that of the unknown where a claim is gone."""
    return evidence_mark(verdict if verdict in EVIDENCE_MARKS else "unknown")


def _entry(entry: Entry) -> Markup:
    said = element("p", words(entry.said), class_="pr-source") if entry.said else None
    quotes = [_quote(quote) for quote in entry.quotes]
    behind = "; ".join(entry.sources)
    carried = element("p", "Carried without a quote by ", words(behind), class_="pr-source") if behind else None
    verdict = element("p", mark_of(entry.verdict), f" {entry.verdict}: {entry.means}", class_="pr-source")
    note = element("p", words(entry.note), class_="pr-source") if entry.note else None
    return element("article", element("p", words(entry.text or entry.claim)), said, verdict, *quotes, carried, note)


def _quote(quote: Quoted) -> Markup:
    source = element("p", words(f"{quote.source}, {quote.where}"), class_="pr-source")
    return element("blockquote", element("p", "“", words(quote.words), "”"), source)
