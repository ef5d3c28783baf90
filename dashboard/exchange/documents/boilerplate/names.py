"""What the class names and attributes of an element say that it is."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.exchange.documents.boilerplate.page_tree import Node
from dashboard.exchange.documents.boilerplate.words import (
    AD_ATTRIBUTES,
    ADVERTISEMENTS,
    LABELS,
    NAMES,
    NEUTRAL,
    OTHER_PAGES,
    PAIRS,
    PLAIN_ADVERTISEMENTS,
)

_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD: Final = re.compile(r"[a-z]+")


def kind_named(name: str) -> str | None:
    """The kind that a class name or an id names, whatever it says besides of its place: `comments-section`."""
    words = frozenset(_words(name)) - NEUTRAL
    for kind, (enough, beside) in NAMES.items():
        strong = words & enough or (kind == OTHER_PAGES and any(pair <= words for pair in PAIRS))
        if strong and words <= enough | beside:
            return kind
    return None


def kinds_named(node: Node) -> list[str]:
    """The kinds that the names of an element name, each once."""
    return list(dict.fromkeys(kind for name in names_of(node) if (kind := kind_named(name))))


def id_of_threads(node: Node) -> str:
    """The id of an element that a service for comments fills; an article about comments may have any other."""
    id_ = node.attributes.get("id") or ""
    return id_ if id_.startswith("disqus") else ""


def is_plainly_advertisement(node: Node) -> bool:
    """Whether one of its names is one that sections about advertising do not have."""
    return any(not PLAIN_ADVERTISEMENTS.isdisjoint(_words(name)) for name in names_of(node))


def names_of(node: Node) -> Iterator[str]:
    """Class names, the id, the role and the like of an element."""
    attributes = node.attributes
    yield from (attributes.get("class") or "").split()
    for key in ("id", "data-testid", "data-component", "data-module", "itemprop", "role"):
        if value := attributes.get(key):
            yield value
    is_labelled = LABELS[ADVERTISEMENTS].fullmatch((attributes.get("aria-label") or "").strip())
    if is_labelled or any(key in attributes for key in AD_ATTRIBUTES):
        yield "ad"
    if "newsletter" in (attributes.get("aria-label") or "").lower():
        yield "newsletter"
    if "schema.org/Comment" in (attributes.get("itemtype") or ""):
        yield "comment"
    if "-" in node.tag:
        yield node.tag


def _words(name: str) -> list[str]:
    return _WORD.findall(_CAMEL.sub(" ", name).lower())
