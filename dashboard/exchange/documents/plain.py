"""Plain text and Markdown: stored as they are, if they are UTF-8 with LF between lines."""

import re

from dashboard.exchange.documents.document import ReadDocument, cleaned, one_line
from dashboard.exchange.documents.encoding import decoded

_HEADING = re.compile(r"\s*# +(?P<title>[^\n]*)")


def read_plain(raw: bytes, encoding: str | None = None) -> ReadDocument:
    """The text as it is. Raises `DocumentRefused`."""
    text, read_as = decoded(raw, encoding)
    text, changed = cleaned(text)
    return ReadDocument(text, done=(*read_as, *changed))


def read_markdown(raw: bytes, encoding: str | None = None) -> ReadDocument:
    """The text as it is, marks included; where it begins with a heading, that is its title."""
    document = read_plain(raw, encoding)
    heading = _HEADING.match(document.text)
    title = one_line(_unclosed(heading["title"])) if heading else ""
    return ReadDocument(document.text, {"title": title} if title else {}, document.done)


def _unclosed(heading: str) -> str:
    """A heading without the `#` that may stand behind it, apart from its words."""
    heading = heading.strip()
    words = heading.rstrip("#")
    return words if not words or words[-1] == " " else heading
