"""Where the names and marks of a card lead within the dashboard."""

from dataclasses import dataclass

from dashboard.app.parts.evidence_links import behind_part, mark_link, source_link
from dashboard.app.parts.highlight import highlight_hits
from dashboard.app.parts.links import button, event_link, help_link, place_link
from dashboard.app.shell import PageContext
from dashboard.model.event import Event
from dashboard.query.citations import Citation
from dashboard.query.marks import Mark
from dashboard.text.markup import Markup
from dashboard.views.card import CLAIMS


@dataclass(frozen=True, slots=True)
class PageLinks:
    """The links of a card that a page of the dashboard shows."""

    page: PageContext

    def mark(self, mark: Mark) -> Markup:
        """The mark, leading to the words that it stands for."""
        return mark_link(mark, self.page)

    def event(self, id_: str, content: Markup) -> Markup:
        """Selects the event."""
        return event_link(id_, content, mode=self.page.mode)

    def title_of(self, event: str) -> str:
        """Its title, or its id."""
        return self.page.title_of(event)

    def citation_link(self, citation: Citation, content: Markup) -> Markup:
        """Leads to the reader of the source's text."""
        return place_link("sources", content, mode=self.page.mode, source=citation.source, quote=citation.quote)

    def source(self, id_: str) -> Markup:
        """The source's name, leading to it."""
        return source_link(id_, self.page)

    def help(self, about: str, term: str) -> Markup:
        """Leads to the page Help."""
        return help_link(about, term)

    def claims(self, event: str, number: int) -> Markup:
        """Scrolls down to them."""
        return button("reach", f"{CLAIMS}{event}", f"All {number} claims", class_="dl-text-button")

    def highlight(self, text: str) -> Markup:
        """Marks the words of the search."""
        return highlight_hits(text, self.page)

    def behind(self, event: Event, part: object) -> str | None:
        """What `claim_pointing.js` asks for."""
        return behind_part(event, part)
