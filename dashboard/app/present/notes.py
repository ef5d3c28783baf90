"""The speaker's notes: the claims that a step rests on, each with its quotes and where they stand."""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from dashboard.app.present.leading import claim_leading, source_leading
from dashboard.app.present.presented import Presented
from dashboard.briefing.outline import Entry, Quoted, Statement
from dashboard.text.markup import NOTHING, Content, Markup, element, every, joined, words

MOST_NOTED: Final = 200
"""Of more claims nobody can speak: that there are more is told in a line."""


def notes_of(statements: Iterable[Statement], made: Presented) -> Markup:
    """Each claim once, in the order in which sentences name them; the team's own sentences say whose they are."""
    all_ = list(statements)
    numbers = dict.fromkeys(number for statement in all_ for number in statement.references)
    entries = [made.outline.annex[number - 1] for number in islice(numbers, MOST_NOTED)]
    left = len(numbers) - len(entries)
    more = element("p", f"and {left:,} more {'claim' if left == 1 else 'claims'}", class_="pr-source") if left else None
    own = [element("li", words(each.text), f" Our own words, {each.by}.") for each in all_ if each.by]
    told = element("ul", *own) if own else NOTHING
    return joined(told, *(_entry(entry, made) for entry in entries), more)


def _entry(entry: Entry, made: Presented) -> Markup:
    """With marks and names of sources that lead to the words."""
    said = element("p", words(entry.said), class_="pr-source") if entry.said else None
    claim = made.chosen.numbering.claim_of(entry.claim)
    quotes = [
        _quote(quote, source_leading(held.source, words(quote.source), made, f"{entry.claim}/{index}"))
        for index, (quote, held) in enumerate(zip(entry.quotes, claim.quotes if claim else (), strict=True))
    ]
    names = zip(claim.sources if claim else (), entry.sources, strict=True)
    behind = every((source_leading(id_, words(name), made) for id_, name in names), by="; ")
    carried = element("p", "Carried without a quote by ", behind, class_="pr-source") if behind.html else None
    found = element("p", claim_leading(entry.claim, made), f" {entry.verdict}: {entry.means}", class_="pr-source")
    note = element("p", words(entry.note), class_="pr-source") if entry.note else None
    return element("article", element("p", words(entry.text or entry.claim)), said, found, *quotes, carried, note)


def _quote(quote: Quoted, source: Content) -> Markup:
    behind = element("p", source, ", ", words(quote.where), class_="pr-source")
    return element("blockquote", element("p", "“", words(quote.words), "”"), behind)
