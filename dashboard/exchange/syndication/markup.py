"""Bytes of a feed to a tree of elements. Entities that a document defines are refused; small faults are put right.

Many feeds are not quite XML: they use names of characters that HTML alone has, leave an ampersand as it is, or have a
control character in a title. These are put right before an XML parser sees them; what is left is refused with its line.
"""

import re
from html.entities import html5
from typing import Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring

from dashboard.exchange.documents import DocumentRefused, decode_text

_DECLARATION: Final = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_ENCODING: Final = re.compile(rb"<\?xml[^>]{0,80}?encoding\s*=\s*[\"']\s*([A-Za-z0-9_:.-]{2,40})", re.IGNORECASE)
_NOT_XML: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_AMPERSAND: Final = re.compile(
    r"(<!\[CDATA\[.*?\]\]>)|&(#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,31};)?", re.DOTALL
)
_OF_XML: Final = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})


def feed_tree(raw: bytes, declared: str | None) -> Element:
    """The root element. Names of elements are without their namespace. Raises `DocumentRefused`."""
    found = _ENCODING.search(raw[:400])
    try:
        text, _ = decode_text(raw, None, found[1].decode("ascii") if found else declared)
    except DocumentRefused as error:
        raise DocumentRefused("This is not text in the encoding that it gives, or in UTF-8.") from error
    text = _AMPERSAND.sub(_put_right, _NOT_XML.sub(" ", _DECLARATION.sub("", text.lstrip("\ufeff \t\r\n"), count=1)))
    if not text.strip():
        raise DocumentRefused("The feed is empty.")
    try:
        root: Element = fromstring(text.encode())
    except DefusedXmlException as error:
        raise DocumentRefused("The feed defines entities, as attacks on readers do. It is not read.") from error
    except ParseError as error:
        line, column = error.position
        what = "This is a web page, not a feed. Look on it for the address of its RSS or Atom feed."
        if re.match(r"(?:<!--.*?-->|\s)*<(?:!doctype html|html)", text[:1000], re.IGNORECASE | re.DOTALL):
            raise DocumentRefused(what) from error
        raise DocumentRefused(f"The feed is not well-formed XML (line {line}, column {column + 1}).") from error
    for each in root.iter():
        if isinstance(each.tag, str):
            each.tag = each.tag.rpartition("}")[2].lower() if "}" in each.tag else each.tag.rpartition(":")[2].lower()
    if root.tag == "html":
        raise DocumentRefused("This is a web page, not a feed. Look on it for the address of its RSS or Atom feed.")
    return root


def _put_right(found: re.Match[str]) -> str:
    """An ampersand as XML has it: with the name of one of its own entities, or the number of a character."""
    if found[1]:
        return found[1]
    name = found[2] or ""
    if name in _OF_XML:
        return found[0]
    if name.startswith("#"):
        number = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
        return found[0] if _is_character(number) else " "
    if name in html5:
        return "".join(f"&#{ord(each)};" for each in html5[name])
    return f"&amp;{name}"


def _is_character(number: int) -> bool:
    """Whether a number stands for a character that XML takes."""
    return 0 < number <= 0x10FFFF and not _NOT_XML.match(chr(number))
