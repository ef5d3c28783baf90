"""What the reader searches for, marked in the words of a record."""

from dashboard.app.parts.evidence_links import claim_mark
from dashboard.app.shell import Shown
from dashboard.model.event import Event
from dashboard.query.texts import excerpt_of, marks
from dashboard.text.markup import NOTHING, Markup, element, every, joined


def words_searched(text: str, shown: Shown) -> Markup:
    """Text as `words` shows it, with what is searched for marked."""
    return element("bdi", hits_marked(text, shown), dir="auto")


def hits_marked(text: str, shown: Shown) -> Markup:
    """The same without an isolate of its own."""
    spans = marks(text, shown.asked.filters.words)
    pieces: list[Markup | str] = []
    done = 0
    for start, end in spans:
        pieces += [text[done:start], element("mark", text[start:end], class_="dl-hit")]
        done = end
    return every([*pieces, text[done:]])


def found_elsewhere(event: Event, shown: Shown) -> Markup:
    """Where the title does not have all that is searched for: the words of the claim or quote that has it."""
    searched = shown.catalogue.searched
    asked = shown.asked.filters.words
    excerpt = excerpt_of(event, searched[event.id], asked) if asked.strip() and event.id in searched else None
    if excerpt is None:
        return NOTHING
    text = words_searched(excerpt.text, shown)
    told = joined("“", text, "”") if excerpt.is_quoted else text
    return element("span", claim_mark(event, excerpt.claim, shown), " ", told, class_="dl-excerpt")
