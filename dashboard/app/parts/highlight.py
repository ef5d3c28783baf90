"""Words of records and texts: with what the reader searches for marked, and a quote in its sentence."""

from dashboard.app.parts.evidence_links import claim_mark
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.texts import excerpt_of, marks
from dashboard.text.markup import NOTHING, Markup, element, join, join_all


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
