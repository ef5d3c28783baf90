"""A quote in the sentence of its source."""

from collections.abc import Sequence

from dashboard.query.texts import SentencePart
from dashboard.text.markup import Markup, element, join_all
from dashboard.views.card.links import CardLinks


def quote_in_sentence(exact: str, sentence: Sequence[SentencePart], links: CardLinks) -> Markup:
    """The quoted words between quotation marks, and around them the rest of the source's sentence, muted.

    As the text has them (`sentence_of`); as the record has them, and nothing around, where `sentence` is empty.
    """
    if not sentence:
        return element("blockquote", "“", highlighted_words(exact.strip(), links), "”", class_="dl-quote")
    told = element("bdi", join_all(_stretch(each, links) for each in sentence), dir="auto")
    return element("blockquote", told, class_="dl-quote" if sentence[0].is_quoted else "dl-quote dl-in-sentence")


def _stretch(stretch: SentencePart, links: CardLinks) -> Markup:
    if stretch.is_quoted:
        return element("span", "“", links.highlight(stretch.text.strip()), "”", class_="dl-exact")
    return element("span", stretch.text, class_="dl-around")


def highlighted_words(text: str, links: CardLinks) -> Markup:
    """Text as `words` shows it, with what is searched for marked."""
    return element("bdi", links.highlight(text), dir="auto")
