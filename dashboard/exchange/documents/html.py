"""HTML: the article's text, and what the page says of itself. Scripts do not run and nothing is fetched."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dashboard.exchange.documents.boilerplate import Boilerplate, Node, lines_as_elements
from dashboard.exchange.documents.document import (
    DocumentRefused,
    ReadDocument,
    as_edtf,
    as_language,
    clean_text,
    one_line,
)
from dashboard.exchange.documents.encoding import decode_text
from dashboard.exchange.documents.html_text import TextLayout, lay_out_text, leave_out_beside

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
_MOST_JSON: Final = 1_000_000
_BESIDE: Final = frozenset({"aside", "nav", "footer", "li"})
"""An `<article>` in one of these is a teaser of another page, or a comment."""
_METAS: Final[Mapping[str, tuple[str, ...]]] = {
    "title": ("og:title", "dc.title", "dcterms.title", "citation_title"),
    "author": ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"),
    "outlet": ("og:site_name", "dc.publisher", "dcterms.publisher", "citation_journal_title"),
    "published": (
        *("article:published_time", "datepublished", "citation_publication_date", "dcterms.issued", "dc.date.issued"),
        *("dcterms.date", "dc.date", "parsely-pub-date", "pubdate", "publish-date", "date"),
    ),
    "language": ("dc.language", "dcterms.language"),
    "url": ("og:url",),
}
"""Field of a description to the names, in lower case, of the elements that give it; the first that does counts."""


def read_html(
    raw: bytes, encoding: str | None = None, declared: str | None = None, *, whole: bool = False
) -> ReadDocument:
    """The text of a page: of its one article, else of its main part, else all. With `whole`, all that can be read.

    Raises `DocumentRefused`.
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError  # nothing but this needs it

    found = _DECLARED.search(raw[:4096])
    text, read_as = decode_text(raw, encoding, declared or (found[1].decode("ascii") if found else None))
    text, changed = clean_text(text)
    if _depth(text) > DEEPEST:
        raise DocumentRefused(f"The page has more than {DEEPEST:,} nested elements. Save its text instead.")
    try:
        page: Any = LexborHTMLParser(text)
    except SelectolaxError as error:  # every text is HTML: what fails is an allocation
        raise MemoryError from error
    if page.body is None:
        return ReadDocument("", page_metadata(page), read_as)
    lines_as_elements(page.body)
    laid, part = _main_text(page.body, whole=whole)
    done = [*read_as, *(each for each in changed if "NUL" in each), f"text taken from {part}"]
    return ReadDocument(laid.text, page_metadata(page), (*done, *laid.phrases), _remarks(laid))


def _remarks(laid: TextLayout) -> tuple[str, ...]:
    """What is said where something was judged by its look: somebody who knows the page may know better."""
    return ("If part of the article was left out, add it with --whole.",) if laid.was_judged else ()


def _main_text(body: Node, *, whole: bool) -> tuple[TextLayout, str]:
    """The text of the part that is the document's own, and what that part is."""
    if whole:
        return lay_out_text(body), "the whole page"
    boilerplate = Boilerplate(body)
    for selector, name in (("article", "the page's article"), ("main, [role=main]", "the page's main part")):
        parts = [each for each in body.css(selector) if _is_alone(each, selector, boilerplate)]
        if len(parts) == 1 and len((laid := lay_out_text(parts[0], boilerplate)).text) >= LEAST_ARTICLE:
            leave_out_beside(body, parts[0], boilerplate, laid)
            return laid, name
    return lay_out_text(body, boilerplate), "the whole page"


def _is_alone(part: Node, selector: str, boilerplate: Boilerplate) -> bool:
    """Whether it stands in no other, as an article's comments do, nor in a list beside it."""
    above = part.parent
    while above is not None and above.tag != "body":
        if above.tag in _BESIDE or above.tag == selector or boilerplate.kind_of(above):
            return False
        above = above.parent
    return True


def _depth(text: str) -> int:
    """How many elements are open within each other at most, as far as tags tell."""
    deepest = depth = 0
    for tag in _TAG.finditer(text):
        if tag[2].lower() in _NOT_NESTED:
            continue
        depth = max(depth - 1, 0) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest


def page_metadata(page: Any) -> dict[str, str]:
    """What the page gives, by field of a source's description: as it stands there, dates as EDTF has them."""
    metas, structured = _metas(page), _json_ld(page)
    given = {field: next((metas[name] for name in names if name in metas), "") for field, names in _METAS.items()}
    root = (page.root.attributes if page.root is not None else {}) or {}
    title, canonical = page.css_first("title"), page.css_first("link[rel=canonical]")
    given["title"] = given["title"] or structured.get("title", "") or one_line(title.text() if title else "")
    given["author"] = _name(given["author"]) or structured.get("author", "")
    given["outlet"] = given["outlet"] or structured.get("outlet", "")
    given["published"] = as_edtf(given["published"] or structured.get("published", "") or _time(page))
    given["language"] = as_language(one_line(root.get("lang")) or given["language"])
    given["url"] = one_line(canonical.attributes.get("href") if canonical else "") or given["url"]
    given["kind"] = "article" if "article" in (metas.get("og:type", "").lower(), structured.get("kind")) else ""
    return {field: value for field, value in given.items() if value}


def _metas(page: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for meta in page.css("meta[content]"):
        attributes = meta.attributes
        value = one_line(attributes.get("content"))
        for key in ("property", "name", "itemprop"):
            if value and (name := one_line(attributes.get(key)).lower()):
                found.setdefault(name, value)
    return found


def _time(page: Any) -> str:
    """The `<time>` that is marked as that of publication."""
    marked = page.css_first("time[pubdate][datetime], time[itemprop=datePublished][datetime]")
    return one_line(marked.attributes.get("datetime")) if marked else ""


def _json_ld(page: Any) -> dict[str, str]:
    """Metadata from the first JSON-LD object that has a date of publication or a headline."""
    for script in page.css('script[type="application/ld+json"]'):
        for thing in _things(script.text()):
            if "datePublished" in thing or "headline" in thing:
                return {
                    "title": one_line(thing.get("headline")),
                    "author": _names(thing.get("author")),
                    "outlet": _names(thing.get("publisher")),
                    "published": one_line(thing.get("datePublished")),
                    "kind": "article" if _is_article(thing.get("@type")) else "",
                }
    return {}


def _things(text: str) -> Iterator[Mapping[str, Any]]:
    """The objects at the top of a piece of JSON-LD, those of its `@graph` included."""
    try:
        data = json.loads(text) if len(text) <= _MOST_JSON else None
    except (ValueError, RecursionError):
        return
    for thing in data if isinstance(data, list) else [data]:
        if isinstance(thing, dict):
            yield thing
            graph = thing.get("@graph")
            yield from (each for each in graph if isinstance(each, dict)) if isinstance(graph, list) else ()


def _is_article(types: Any) -> bool:
    """Whether it is an `Article` of schema.org, or one of its kinds, such as `NewsArticle`."""
    return any(
        isinstance(each, str) and each.endswith("Article") for each in (types if isinstance(types, list) else [types])
    )


def _names(value: Any) -> str:
    """`A, B` of a person, an organisation, a text, or a list of them."""
    each = value if isinstance(value, list) else [value]
    return ", ".join(
        filter(None, (_name(one_line(part.get("name") if isinstance(part, dict) else part)) for part in each))
    )


def _name(text: str) -> str:
    """Nothing for an address, which some pages give in a name's place."""
    return "" if text.startswith(("http://", "https://")) else text
