"""A quote as a page shows it: in the sentence of the source in which it stands."""

from collections.abc import Mapping

from dashboard.app.parts.highlight import highlight_hits, highlighted_words
from dashboard.app.shell import PageContext
from dashboard.evidence.verdicts import QuoteFound
from dashboard.query.texts import SentencePart, quoted_sentence
from dashboard.text.markup import Markup, element, join_all


def quote_in_sentence(found: QuoteFound, page: PageContext, texts: Mapping[str, str] | None = None) -> Markup:
    """The quoted words between quotation marks, and around them the rest of the source's sentence, muted.

    As the text has them, where they stand in one that is held; else as the record has them, and nothing around.
    `texts`, by source, are those of another state than is shown.
    """
    text = (page.workspace.texts if texts is None else texts).get(found.quote.source)
    stretches = quoted_sentence(text, found.finding.spans) if text is not None and found.finding else ()
    if not stretches:
        return element("blockquote", "“", highlighted_words(found.quote.exact.strip(), page), "”", class_="dl-quote")
    sentence = element("bdi", join_all(_stretch(each, page) for each in stretches), dir="auto")
    return element("blockquote", sentence, class_="dl-quote" if stretches[0].is_quoted else "dl-quote dl-in-sentence")


def _stretch(stretch: SentencePart, page: PageContext) -> Markup:
    if stretch.is_quoted:
        return element("span", "“", highlight_hits(stretch.text.strip(), page), "”", class_="dl-exact")
    return element("span", stretch.text, class_="dl-around")
