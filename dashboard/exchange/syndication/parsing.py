"""The entries of a feed in RSS (0.9 to 2.0, with Dublin Core and `content:encoded`) or Atom (RFC 4287)."""

import re
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from typing import Any, Final
from urllib.parse import urljoin
from xml.etree.ElementTree import Element, tostring

from dashboard.exchange.documents import DocumentRefused, as_edtf, as_language, one_line, read_document
from dashboard.exchange.syndication.feed import MOST_ENTRIES, FeedContents, FeedEntry
from dashboard.exchange.syndication.markup import feed_tree
from dashboard.model.dates import DateProblem, EventDate

_ROOTS: Final = ("rss", "rdf", "feed")
_ENTRIES: Final = ("item", "entry")
_BODIES: Final = ("encoded", "content", "description", "summary")
"""Elements that have the words of an entry; the first that has any counts."""
_DATES: Final = ("pubdate", "published", "date", "issued", "updated", "modified")
_LANGUAGE: Final = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_XML_LANGUAGE: Final = "{http://www.w3.org/XML/1998/namespace}lang"
_TAG: Final = re.compile(r"<[a-zA-Z/!][^>]*>|&#?\w+;")
_LONGEST_TITLE: Final = 500
_LONGEST_ADDRESS: Final = 2000


def parse_feed(raw: bytes, address: str, declared: str | None) -> FeedContents:
    """What the feed that was found at `address` holds. Raises `DocumentRefused`."""
    root = feed_tree(raw, declared)
    if root.tag not in _ROOTS:
        raise DocumentRefused(f"This is XML, but no feed: it begins with <{root.tag[:40]}>. RSS and Atom are read.")
    channel = root if root.tag == "feed" else next(_children(root, "channel"), root)
    listed = [each for each in root.iter() if each.tag in _ENTRIES]
    entries = _newest(listed)
    language = _text(next(_children(channel, "language"), None)) or channel.get(_XML_LANGUAGE, "")
    return FeedContents(
        _title(next(_children(channel, "title"), None)),
        as_language(language) if _LANGUAGE.fullmatch(language) else "",
        tuple(each for each in (_entry(element, address) for element in entries) if each is not None),
        len(listed) - len(entries),
    )


def _newest(listed: list[Element]) -> list[Element]:
    """The entries that are read, in the order of the feed: the newest by their dates, else the first."""
    if len(listed) <= MOST_ENTRIES:
        return listed
    dates = [_date(each) for each in listed]
    order = sorted(range(len(listed)), key=lambda place: (_moment(dates[place]), -place), reverse=True)
    return [listed[place] for place in sorted(order[:MOST_ENTRIES])]


def _moment(written: str) -> tuple[Any, ...]:
    """A date to be compared; one that is not known is older than all."""
    return (True, *EventDate.parse(written).sort_key) if written else (False,)


def _entry(element: Element, address: str) -> FeedEntry | None:
    """The entry; None where it has no words at all."""
    title, words = _title(next(_children(element, "title"), None)), _words(element)
    text = f"{title}\n\n{words}" if title and words and not words.startswith(title) else words or title
    if not text.strip():
        return None
    return FeedEntry(title, f"{text.strip()}\n", _link(element, address), _date(element), _author(element))


def _children(element: Element, *names: str) -> Iterator[Element]:
    return (each for each in element if each.tag in names)


def _text(element: Element | None) -> str:
    return one_line("".join(element.itertext())) if element is not None else ""


def _title(element: Element | None) -> str:
    """On one line and without marks of HTML, whichever of both the feed has it in."""
    title = _text(element)
    if _TAG.search(title):
        title = one_line(_plain(title)) or title
    return title[:_LONGEST_TITLE]


def _words(element: Element) -> str:
    for name in _BODIES:
        for body in _children(element, name):
            if len(body):  # elements of XHTML, or of other formats
                words = _plain(tostring(body, encoding="unicode", method="html"))
            else:
                written = body.text or ""
                words = _plain(written) if _TAG.search(written) else written
            if words.strip():
                return words.strip()
    return ""


def _plain(html: str) -> str:
    """The text of a piece of HTML; empty where it has none that can be seen."""
    try:
        return read_document(f"<!doctype html><body>{html}</body>".encode(), "html", whole=True).text
    except DocumentRefused:
        return ""


def _link(element: Element, address: str) -> str:
    """The address of what the entry is about: of several links, the one to the page itself."""
    links = [*_children(element, "link"), *(each for each in _children(element, "guid") if _is_permalink(each))]
    found = [
        (each.get("rel", "alternate") == "alternate", (each.get("href") or _text(each)).strip())
        for each in links
        if each.get("rel", "alternate") not in ("self", "edit", "enclosure", "replies", "hub")
    ]
    for _, written in sorted(found, key=lambda each: not each[0]):
        try:
            url = urljoin(address, written) if written else ""
        except ValueError:
            continue
        if re.fullmatch(r"https?://[^\s]+", url) and len(url) <= _LONGEST_ADDRESS:
            return url
    return ""


def _is_permalink(guid: Element) -> bool:
    return guid.get("isPermaLink", "true").lower() == "true" and _text(guid).startswith(("http://", "https://"))


def _date(element: Element) -> str:
    """EDTF of the first date that can be read; empty where there is none."""
    for name in _DATES:
        for each in _children(element, name):
            if date := _edtf(_text(each)):
                return date
    return ""


def _edtf(written: str) -> str:
    for read in (as_edtf, _of_mail):
        try:
            return str(EventDate.parse(read(written)))
        except (DateProblem, ValueError, TypeError, IndexError, OverflowError):
            continue
    return ""


def _of_mail(written: str) -> str:
    """`Thu, 04 Sep 2025 14:30:00 GMT` (RFC 822) as EDTF."""
    return as_edtf(parsedate_to_datetime(written).isoformat())


def _author(element: Element) -> str:
    """The name of who wrote it: RSS has an address of mail with the name behind it."""
    for each in _children(element, "creator", "author"):
        name = _text(next(_children(each, "name"), each))
        if found := re.search(r"@\S+ \((.+)\)$", name):
            name = found[1]
        if name:
            return name[:_LONGEST_TITLE]
    return ""
