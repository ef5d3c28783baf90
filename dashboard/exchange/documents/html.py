"""HTML: the article's text, and what the page says of itself. Scripts do not run and nothing is fetched."""

import re
from typing import Any, Final

from dashboard.exchange.documents.document import DocumentRefused, ReadDocument, clean_text
from dashboard.exchange.documents.encoding import decode_text
from dashboard.exchange.documents.html_given import page_metadata
from dashboard.exchange.documents.html_text import Node, TextLayout, lay_out_text

DEEPEST: Final = 5_000
"""Elements within each other; the parser's time grows with the square of it."""
LEAST_ARTICLE: Final = 200
"""Characters of an `<article>` that is taken for the page's text."""

_DECLARED = re.compile(
    rb"(?:<meta[^>]{0,200}?charset|<\?xml[^>]{0,80}?encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE
)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
_NOT_NESTED: Final = frozenset(
    {
        *("p", "li", "td", "th", "tr", "dt", "dd", "option", "br", "hr", "img", "input", "meta", "link", "source"),
        *("area", "base", "col", "embed", "track", "wbr", "path"),
    }
)
"""Never closed, or closed by the next of their kind."""


def read_html(raw: bytes, encoding: str | None = None, *, whole: bool = False) -> ReadDocument:
    """The text of a page: of its one article, else of its main part, else all. With `whole`, all that can be read.

    Raises `DocumentRefused`.
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # nothing but this needs it

    found = _DECLARED.search(raw[:4096])
    text, read_as = decode_text(raw, encoding, found[1].decode("ascii") if found else None)
    text, changed = clean_text(text)
    if _depth(text) > DEEPEST:
        raise DocumentRefused(f"The page has more than {DEEPEST:,} nested elements. Save its text instead.")
    try:
        page: Any = LexborHTMLParser(text)
    except SelectolaxError as error:  # every text is HTML: what fails is an allocation
        raise MemoryError from error
    if page.body is None:
        return ReadDocument("", page_metadata(page), read_as)
    laid, part = _main_text(page.body, whole=whole)
    done = [*read_as, *(each for each in changed if "NUL" in each), f"text taken from {part}"]
    if laid.left_out:
        done.append(f"left out: {', '.join(sorted(laid.left_out))}")
    return ReadDocument(laid.text, page_metadata(page), tuple(done))


def _main_text(body: Node, *, whole: bool) -> tuple[TextLayout, str]:
    """The text of the part that is the document's own, and what that part is."""
    if not whole:
        for selector, name in (("article", "the page's article"), ("main, [role=main]", "the page's main part")):
            parts = body.css(selector)
            if len(parts) == 1 and len((laid := lay_out_text(parts[0], whole=False)).text) >= LEAST_ARTICLE:
                return laid, name
    return lay_out_text(body, whole=whole), "the whole page"


def _depth(text: str) -> int:
    """How many elements are open within each other at most, as far as tags tell."""
    deepest = depth = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _NOT_NESTED:
            continue
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest
