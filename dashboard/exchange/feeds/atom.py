"""What changed as an Atom feed (RFC 4287): an entry for each record.

An entry's id says which record it is about and how that now stands: whoever asks again, from whatever day, gets the
same id for the same news, and a reader shows it once.
"""

import hashlib
import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from dashboard import __version__
from dashboard.query.changes.change import Changes
from dashboard.query.changes.sections import (
    MENDED_PROBLEMS,
    NEW_PROBLEMS,
    NOT_COMPARED,
    Line,
    Section,
    sections_of,
)
from dashboard.query.wording import day_words

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
FEED: Final = "urn:dateline:changes"
GENERATOR: Final = "urn:dateline"
_NO_NEWS: Final = frozenset({NEW_PROBLEMS, MENDED_PROBLEMS, NOT_COMPARED})
_NOT_XML: Final = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def atom_feed(changes: Changes, updated: datetime) -> str:
    """The feed as XML; `updated` is the moment of the later state, in UTC. The same changes give the same bytes.

    Problems, and what could not be compared, are no news and left out.
    """
    return feed_of(sections_of(changes), changes.before.day, updated)


def feed_of(sections: Sequence[Section], since: date, updated: datetime) -> str:
    """The same of sections, of what changed after the end of the day `since`."""
    return "\n".join(_lines(sections, since, f"{updated:%Y-%m-%dT%H:%M:%SZ}")) + "\n"


def _lines(sections: Sequence[Section], since: date, updated: str) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="{NAMESPACE}">'
    yield f"  <id>{FEED}</id>"
    yield f"  <title>What changed since {_text(day_words(since))}</title>"
    yield f"  <updated>{updated}</updated>"
    yield "  <author><name>Dateline</name></author>"
    yield f'  <generator uri="{GENERATOR}" version={quoteattr(__version__)}>Dateline</generator>'
    for section in sections:
        for line in section.lines if section.title not in _NO_NEWS else ():
            yield from _entry(section, line, updated)
    yield "</feed>"


def _entry(section: Section, line: Line, updated: str) -> Iterator[str]:
    content = "\n".join((section.title, *line.details))
    yield "  <entry>"
    yield f"    <id>{entry_name(line)}</id>"
    yield f"    <title>{_text(line.text)}</title>"
    yield f"    <updated>{updated}</updated>"
    yield f"    <category term={quoteattr(line.kind)}/>"
    yield f'    <content type="text">{_text(content)}</content>'
    yield "  </entry>"


def entry_name(line: Line) -> str:
    """`urn:dateline:change:event:us-base-closed:` and a hash of how it stands."""
    stands = hashlib.sha256(line.stands.encode("utf-8", "backslashreplace")).hexdigest()[:16]
    return f"urn:dateline:change:{line.kind}:{line.id.replace('/', ':')}:{stands}"


def _text(words: str) -> str:
    """As XML may hold it, in ASCII alone; what no XML can hold is replaced by a sign that says so."""
    return escape(_NOT_XML.sub("\ufffd", words)).encode("ascii", "xmlcharrefreplace").decode()
