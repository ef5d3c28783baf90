"""What changed as an Atom feed (RFC 4287): an entry for each record.

Ids are UUIDs (RFC 9562) made of the workspace's identity: permanent, unique, and nobody's name is in them; a `tag:`
would take a domain or an address that its author holds (RFC 4151, 2.1). An entry's id is that of the record and of how
it now stands: whoever asks again, from whatever day, gets the same id for the same news, with the moment at which it
became known, and a reader shows it once.
"""

import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Final
from xml.sax.saxutils import quoteattr

from dashboard import __version__
from dashboard.exchange.feeds.atom_parts import NAMESPACE, permanent_uuid, rfc3339, xml_text
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

_NO_NEWS: Final = frozenset({NEW_PROBLEMS, FIXED_PROBLEMS, NOT_COMPARED})


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
        return f"urn:uuid:{permanent_uuid(self.workspace, *parts)}"


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
    yield f"  <title>{xml_text(of)} changed since {xml_text(day_words(feed.since))}</title>"
    yield f"  <updated>{rfc3339(updated)}</updated>"
    yield "  <author><name>Dateline</name></author>"
    yield f"  <generator version={quoteattr(__version__)}>Dateline</generator>"
    for section, line in feed.news:
        yield from _entry(feed, section, line)
    yield "</feed>"


def _entry(feed: Feed, section: ChangeSection, line: ChangeLine) -> Iterator[str]:
    content = "\n".join((section.title, *line.details))
    yield "  <entry>"
    yield f"    <id>{feed.name(line.kind, line.id, line.stands)}</id>"
    yield f"    <title>{xml_text(line.text)}</title>"
    yield f"    <updated>{rfc3339(feed.update_time(line))}</updated>"
    yield f"    <category term={quoteattr(line.kind)}/>"
    yield f'    <content type="text">{xml_text(content)}</content>'
    yield "  </entry>"


def identity_of(root: Path) -> str:
    """The first commit of its history and its folder there, which all clones share; else this machine and its path.

    For hashing: it may name folders of this machine.
    """
    try:
        known = History(root).identity()
    except HistoryUnreadable:
        known = None
    return f"git:{known}" if known else f"path:{platform.node()}:{root.resolve().as_posix()}"
