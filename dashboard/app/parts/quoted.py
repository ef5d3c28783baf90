"""A quote as a page shows it: in the sentence of the source in which it stands."""

from collections.abc import Mapping

from dashboard.app.parts.highlight import hits_marked, words_searched
from dashboard.app.shell import Shown
from dashboard.evidence.verdicts import QuoteFound
from dashboard.query.texts import Stretch, quoted_sentence
from dashboard.text.markup import Markup, element, every


def quote_in_sentence(found: QuoteFound, shown: Shown, texts: Mapping[str, str] | None = None) -> Markup:
    """The quoted words between quotation marks, and around them the rest of the source's sentence, muted.

    As the text has them, where they stand in one that is held; else as the record has them, and nothing around.
    `texts`, by source, are those of another state than is shown.
    """
    text = (shown.workspace.texts if texts is None else texts).get(found.quote.source)
    stretches = quoted_sentence(text, found.finding.spans) if text is not None and found.finding else ()
    if not stretches:
        return element("blockquote", "“", words_searched(found.quote.exact.strip(), shown), "”", class_="dl-quote")
    sentence = element("bdi", every(_stretch(each, shown) for each in stretches), dir="auto")
    return element("blockquote", sentence, class_="dl-quote" if stretches[0].is_quoted else "dl-quote dl-in-sentence")


def _stretch(stretch: Stretch, shown: Shown) -> Markup:
    if stretch.is_quoted:
        return element("span", "“", hits_marked(stretch.text.strip(), shown), "”", class_="dl-exact")
    return element("span", stretch.text, class_="dl-around")
