"""A quote as a page shows it: in the sentence of the source in which it stands."""

from dashboard.app.parts.markup import Markup, element, every, words
from dashboard.app.shown import Shown
from dashboard.evidence.verdicts import QuoteFound
from dashboard.query.quoted_sentence import Stretch, quoted_sentence


def quote_in_sentence(found: QuoteFound, shown: Shown) -> Markup:
    """The quoted words between quotation marks, and around them the rest of the source's sentence, muted.

    As the text has them, where they stand in one that is held; else as the record has them, and nothing around.
    """
    text = shown.workspace.texts.get(found.quote.source)
    stretches = quoted_sentence(text, found.finding.spans) if text is not None and found.finding else ()
    if not stretches:
        return element("blockquote", "“", words(found.quote.exact.strip()), "”", class_="dl-quote")
    sentence = element("bdi", every(map(_stretch, stretches)), dir="auto")
    return element("blockquote", sentence, class_="dl-quote" if stretches[0].is_quoted else "dl-quote dl-in-sentence")


def _stretch(stretch: Stretch) -> Markup:
    if stretch.is_quoted:
        return element("span", "“", stretch.text.strip(), "”", class_="dl-exact")
    return element("span", stretch.text, class_="dl-around")
