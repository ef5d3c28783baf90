"""What a page says of itself: its `<meta>` elements, its JSON-LD (schema.org), its language and canonical address."""

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from dashboard.exchange.documents.document import as_edtf, as_language, one_line

Node = Any
_MOST_JSON: Final = 1_000_000
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
