"""What changed as an Atom feed (RFC 4287): an entry for each record.

Ids are UUIDs (RFC 9562) made of the workspace's identity: permanent, unique, and nobody's name is in them; a `tag:`
would take a domain or an address that its author holds (RFC 4151, 2.1). An entry's id is that of the record and of how
it now stands: whoever asks again, from whatever day, gets the same id for the same news, with the moment at which it
became known, and a reader shows it once.
"""

import platform
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final
from uuid import UUID, uuid5
from xml.sax.saxutils import escape, quoteattr

from dashboard import __version__
from dashboard.query.changes import (
    FIXED_PROBLEMS,
    NEW_PROBLEMS,
    NOT_COMPARED,
    ChangeLine,
    ChangeSection,
    NamedState,
    known_moments,
)
from dashboard.query.wording import day_words
from dashboard.store.git import History, HistoryUnreadable

NAMESPACE: Final = "http://www.w3.org/2005/Atom"
_IDS: Final = UUID("10d451f5-4cc0-4f99-bc7b-2def34f6897d")
_NO_NEWS: Final = frozenset({NEW_PROBLEMS, FIXED_PROBLEMS, NOT_COMPARED})
_NOT_XML: Final = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed is made of."""

    sections: Sequence[ChangeSection]
    since: date
    """What changed after the end of this day is in it."""
    workspace: str
    """What tells it from other workspaces; only hashes of it are written."""
    known: Mapping[ChangeLine, datetime]
    """When each became known, in UTC; of what is left out, all that is known is `since`."""
    title: str | None = None
    """The workspace's, where it has one. The name of a folder is this machine's, and not for those who follow."""

    @property
    def news(self) -> tuple[tuple[ChangeSection, ChangeLine], ...]:
        """Without problems and what could not be compared."""
        return tuple(
            (section, line) for section in self.sections if section.title not in _NO_NEWS for line in section.lines
        )

    @property
    def end(self) -> datetime:
        """The last second of the day from which changes are listed, in UTC."""
        return datetime.combine(self.since, time(23, 59, 59), UTC)

    def update_time(self, line: ChangeLine) -> datetime:
        """When it became known."""
        return self.known.get(line, self.end)

    def name(self, *parts: str) -> str:
        """`urn:uuid:` and a UUID: of the feed itself without parts."""
        told = "\0".join((self.workspace, *parts)).encode("utf-8", "backslashreplace")
        return f"urn:uuid:{uuid5(_IDS, told.decode())}"


def feed_of(sections: Sequence[ChangeSection], since: date, commit: str, until: NamedState, root: Path) -> Feed:
    """The feed of changes since a day; `commit` is that of the earlier state, empty where that has none."""
    known = known_moments((line for section in sections for line in section.lines), root, commit, until)
    about = until.state.validation.workspace.about
    return Feed(sections, since, identity_of(root), known, about.title if about else None)


def atom(feed: Feed) -> str:
    """The feed as XML. The same changes give the same bytes, whenever one asks."""
    return "\n".join(_lines(feed)) + "\n"


def _lines(feed: Feed) -> Iterator[str]:
    updated = max((feed.update_time(line) for _, line in feed.news), default=feed.end)
    yield '<?xml version="1.0" encoding="utf-8"?>'
    yield f'<feed xmlns="{NAMESPACE}">'
    yield f"  <id>{feed.name()}</id>"
    of = f"{feed.title.strip()}: what" if feed.title else "What"
    yield f"  <title>{_text(of)} changed since {_text(day_words(feed.since))}</title>"
    yield f"  <updated>{_stamp(updated)}</updated>"
    yield "  <author><name>Dateline</name></author>"
    yield f"  <generator version={quoteattr(__version__)}>Dateline</generator>"
    for section, line in feed.news:
        yield from _entry(feed, section, line)
    yield "</feed>"


def _entry(feed: Feed, section: ChangeSection, line: ChangeLine) -> Iterator[str]:
    content = "\n".join((section.title, *line.details))
    yield "  <entry>"
    yield f"    <id>{feed.name(line.kind, line.id, line.stands)}</id>"
    yield f"    <title>{_text(line.text)}</title>"
    yield f"    <updated>{_stamp(feed.update_time(line))}</updated>"
    yield f"    <category term={quoteattr(line.kind)}/>"
    yield f'    <content type="text">{_text(content)}</content>'
    yield "  </entry>"


def _stamp(moment: datetime) -> str:
    """The moment as RFC 3339 writes it, in UTC."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _text(words: str) -> str:
    """The words escaped for XML, in ASCII alone; what XML cannot hold becomes U+FFFD."""
    return escape(_NOT_XML.sub("\ufffd", words)).encode("ascii", "xmlcharrefreplace").decode()


def identity_of(root: Path) -> str:
    """The first commit of its history and its folder there, which all clones share; else this machine and its path.

    For hashing: it may name folders of this machine.
    """
    try:
        known = History(root).identity()
    except HistoryUnreadable:
        known = None
    return f"git:{known}" if known else f"path:{platform.node()}:{root.resolve().as_posix()}"
