"""Words of records and texts: with what the reader searches for marked, and a quote in its sentence."""

from collections.abc import Sequence

from dashboard.app.parts.evidence_links import claim_mark
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.texts import SentencePart, excerpt_of, marks
from dashboard.text.markup import NOTHING, Markup, element, join, join_all


def quote_in_sentence(exact: str, sentence: Sequence[SentencePart], page: PageContext) -> Markup:
    """The quoted words between quotation marks, and around them the rest of the source's sentence, muted.

    As the text has them (`sentence_of`); as the record has them, and nothing around, where `sentence` is empty.
    """
    if not sentence:
        return element("blockquote", "“", highlighted_words(exact.strip(), page), "”", class_="dl-quote")
    told = element("bdi", join_all(_stretch(each, page) for each in sentence), dir="auto")
    return element("blockquote", told, class_="dl-quote" if sentence[0].is_quoted else "dl-quote dl-in-sentence")


def _stretch(stretch: SentencePart, page: PageContext) -> Markup:
    if stretch.is_quoted:
        return element("span", "“", highlight_hits(stretch.text.strip(), page), "”", class_="dl-exact")
    return element("span", stretch.text, class_="dl-around")


def highlighted_words(text: str, page: PageContext) -> Markup:
    """Text as `words` shows it, with what is searched for marked."""
    return element("bdi", highlight_hits(text, page), dir="auto")


def highlight_hits(text: str, page: PageContext) -> Markup:
    """`text` with the words of the search marked, without an isolate of its own."""
    spans = marks(text, page.asked.filters.words)
    pieces: list[Markup | str] = []
    done = 0
    for start, end in spans:
        pieces += [text[done:start], element("mark", text[start:end], class_="dl-hit")]
        done = end
    return join_all([*pieces, text[done:]])


def excerpt_line(event: Event, page: PageContext) -> Markup:
    """The claim or quote that has the words of the search; nothing if the title has them all."""
    asked = page.asked.filters.words
    searched = page.catalogue.texts.get(event.id) if asked.strip() else None
    excerpt = excerpt_of(event, searched, asked) if searched else None
    if excerpt is None:
        return NOTHING
    text = highlighted_words(excerpt.text, page)
    told = join("“", text, "”") if excerpt.is_quoted else text
    return element("span", claim_mark(event, excerpt.claim, page), " ", told, class_="dl-excerpt")
