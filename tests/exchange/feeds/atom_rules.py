"""What RFC 4287 asks of a feed, as far as one that Dateline writes can break it."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from defusedxml.ElementTree import fromstring

ATOM = "{http://www.w3.org/2005/Atom}"
ONCE = ("id", "title", "updated")
KNOWN = {
    "feed": {
        *ONCE,
        "author",
        "category",
        "contributor",
        "generator",
        "icon",
        "link",
        "logo",
        "rights",
        "subtitle",
        "entry",
    },
    "entry": {
        *ONCE,
        "author",
        "category",
        "content",
        "contributor",
        "link",
        "published",
        "rights",
        "source",
        "summary",
    },
}
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)")
UUID_URN = re.compile(r"urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
"""As RFC 9562 has them, normalized as RFC 4287, 4.2.6.1, asks for: in small letters."""


def breaches(xml: str) -> list[str]:
    """Sentences of the RFC that the feed breaks, by their section; empty of one that is valid."""
    feed = fromstring(xml)
    if feed.tag != f"{ATOM}feed":
        return [f"2: the document is {feed.tag}"]
    entries = feed.findall(f"{ATOM}entry")
    found = [*_of(feed, "4.1.1"), *(each for entry in entries for each in _of(entry, "4.1.2"))]
    if not feed.findall(f"{ATOM}author") and not all(entry.findall(f"{ATOM}author") for entry in entries):
        found.append("4.1.1: neither the feed nor each entry has an author")
    ids = Counter(each.text for each in (feed, *entries) for each in each.findall(f"{ATOM}id"))
    found += [f"4.2.6: {id_} is the id of {count}" for id_, count in ids.items() if count > 1]
    latest = max((entry.findtext(f"{ATOM}updated", "") for entry in entries), default="")
    if latest > feed.findtext(f"{ATOM}updated", ""):
        found.append("4.2.15: an entry is later than its feed")
    return found


def _of(element: Element, section: str) -> Iterator[str]:
    name = element.tag.removeprefix(ATOM)
    children = Counter(child.tag.removeprefix(ATOM) for child in element)
    yield from (f"{section}: {name} has {children[child]} {child}" for child in ONCE if children[child] != 1)
    yield from (f"{section}: {name} has {child}" for child in children.keys() - KNOWN[name])
    id_, title, updated = (element.findtext(f"{ATOM}{child}", "") for child in ONCE)
    if not UUID_URN.fullmatch(id_):
        yield f"4.2.6: {id_} is no normalized IRI"
    if not title.strip():
        yield f"4.2.14: the title of {id_} is empty"
    if not MOMENT.fullmatch(updated):
        yield f"3.3: {updated} is no moment"
    if name == "entry" and not children["content"] and not children["link"]:
        yield f"4.1.2: {id_} has neither content nor a link"
    for author in element.findall(f"{ATOM}author"):
        if len(author.findall(f"{ATOM}name")) != 1 or not author.findtext(f"{ATOM}name", "").strip():
            yield "3.2.1: an author without a name"
    for category in element.findall(f"{ATOM}category"):
        if not category.get("term"):
            yield "4.2.2: a category without a term"
