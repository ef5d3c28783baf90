"""Addresses of the pages, relative to one another, and where the names and marks of a card lead among them."""

from dataclasses import dataclass

from dashboard.briefing.site.publication import Publication
from dashboard.model.event import Event
from dashboard.query.citations import Citation
from dashboard.query.marks import Mark
from dashboard.text.markup import Content, Markup, element, join, words
from dashboard.views.card import CLAIMS, evidence_mark


def quote_anchor(quote: str) -> str:
    """The id of a quoted passage on the page of its source, for `EVENT/CLAIM/N`: no id has two hyphens in a row."""
    return f"q-{quote.replace('/', '--')}"


@dataclass(frozen=True, slots=True)
class SiteLinks:
    """The links of one page."""

    made: Publication
    up: str = ""
    """From the page's folder to the top: empty, or `../`."""

    def address(self, kind: str, id_: str) -> str:
        """The page of a record: `kind` is the folder of such."""
        return f"{self.up}{kind}/{id_}.html"

    def mark(self, mark: Mark) -> Markup:
        """The mark, leading to the words that it stands for."""
        shown, ground = evidence_mark(mark.word), mark.citation
        if ground is None or ground.source not in self.made.pages_of_sources:
            return shown
        name = f"{mark.word}: to the {'words' if ground.quote else 'source'}"
        return element("a", shown, href=self._cited_address(ground), class_="dl-leads", aria_label=name, title=name)

    def event(self, id_: str, content: Markup) -> Markup:
        """Leads to its page; what is not published has none."""
        return element("a", content, href=self.address("events", id_)) if id_ in self.made.by_id else content

    def record(self, kind: str, id_: str, content: Content) -> Markup:
        """Leads to the page of a thread, an actor, a place or a source."""
        return element("a", content, href=self.address(kind, id_))

    def title_of(self, event: str) -> str:
        """Its title, or its id."""
        found = self.made.workspace.events.get(event)
        return found.title if found else event

    def citation_link(self, citation: Citation, content: Markup) -> Markup:
        """Leads to the source's page, or to the quoted passage there."""
        known = citation.source in self.made.pages_of_sources
        return element("a", content, href=self._cited_address(citation)) if known else content

    def _cited_address(self, citation: Citation) -> str:
        file = self.made.files_of_quotes.get(citation.quote) if citation.quote else None
        if file is None or citation.quote is None:
            return self.address("sources", citation.source)
        return f"{self.up}sources/{file}#{quote_anchor(citation.quote)}"

    def source(self, id_: str) -> Markup:
        """The source's name, leading to its page."""
        return self.citation_link(Citation(id_), words(self.made.workspace.source_name(id_)))

    def help(self, _about: str, _term: str) -> None:
        """What marks mean is told at the foot of each page."""
        return

    def claims(self, event: str, number: int) -> Markup:
        """Further down on the same page."""
        return element("a", f"All {number} claims", href=f"#{CLAIMS}{event}")

    def highlight(self, text: str) -> Markup:
        """As it is: the search marks nothing here."""
        return join(text)

    def behind(self, _event: Event, _part: object) -> None:
        """Nothing is pointed at."""
        return
