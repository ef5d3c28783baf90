"""Where the names and marks of a card lead: what a page that shows a card gives."""

from typing import Protocol

from dashboard.model.event import Event
from dashboard.query.citations import Citation
from dashboard.query.marks import Mark
from dashboard.text.markup import Markup


class CardLinks(Protocol):
    """The links of one page. A method gives its content as it is where the page has nothing to lead to."""

    def mark(self, mark: Mark) -> Markup:
        """The mark, leading to the words that it stands for."""

    def event(self, id_: str, content: Markup) -> Markup:
        """`content`, leading to the event."""

    def title_of(self, event: str) -> str:
        """The title of the event with this id; the id where there is none."""

    def citation_link(self, citation: Citation, content: Markup) -> Markup:
        """`content`, leading to the source, or to the quote in its text."""

    def source(self, id_: str) -> Markup:
        """The source's name, leading to it."""

    def help(self, about: str, term: str) -> Markup | None:
        """A sign that leads to what `term` means; None where the page has no help."""

    def claims(self, event: str, number: int) -> Markup | None:
        """The way down to all claims of the card, of which there are so many."""

    def highlight(self, text: str) -> Markup:
        """Text with what the reader searches for marked, without an isolate of its own."""

    def behind(self, event: Event, part: object) -> str | None:
        """What is asked for where a date or place of the event is pointed at."""
