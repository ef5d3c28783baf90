"""The annex in HTML: every claim that a sentence refers to, with its quotes, and the way back to the sentences."""

from collections.abc import Iterable, Iterator
from typing import Final

from dashboard.briefing.html.marks import mark
from dashboard.briefing.html.sentences import Sentences, back_links
from dashboard.briefing.outline import CARRIED, AnnexEntry, AnnexQuote
from dashboard.text.markup import Markup, element, join, join_all, line

TITLE: Final = "Annex: claims and quotes"
_BACK: Final = "Used in"


def annex(entries: Iterable[AnnexEntry], sentences: Sentences) -> Markup:
    """All entries, by number."""
    heading = element("h2", TITLE, id="annex-heading")
    listed = [_entry(entry, sentences) for entry in entries]
    return element("section", heading, *listed, class_="annex", id="annex", aria_labelledby="annex-heading")


def _entry(entry: AnnexEntry, sentences: Sentences) -> Markup:
    number = element("span", f"{entry.number}", class_="number")
    text = element("p", line(entry.text or entry.claim), class_="claim")
    verdict = element("p", mark(entry.verdict), " ", line(f"{entry.verdict}: {entry.means}"), class_="verdict")
    quotes = [_quote(quote, sentences) for quote in entry.quotes]
    said = [
        element("div", element("dt", name), element("dd", value), class_="back" if name == _BACK else None)
        for name, value in _meta(entry, sentences)
    ]
    body = element("div", text, verdict, *quotes, element("dl", *said))
    return element("article", number, body, class_="entry", id=f"R{entry.number}", aria_label=f"Claim {entry.number}")


def _quote(quote: AnnexQuote, sentences: Sentences) -> Markup:
    source = element("p", sentences.source(quote.source_id, quote.source), ", ", line(quote.where), class_="source")
    return element("blockquote", element("p", "“", line(quote.words), "”"), source)


def _meta(entry: AnnexEntry, sentences: Sentences) -> Iterator[tuple[str, Markup]]:
    named = zip(entry.source_ids, entry.sources, strict=True)
    carried = join_all([sentences.source(*each) for each in named], "; ")
    yield from ((name, carried if name == CARRIED else line(text)) for name, text in entry.about)
    if anchors := sentences.mentions.get(entry.number):
        yield _BACK, join(back_links(anchors))
