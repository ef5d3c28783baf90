"""The Atom feed: well-formed, complete, and the same for the same changes."""

import datetime as dt
import re
from pathlib import Path
from xml.etree.ElementTree import Element

import pytest
from defusedxml.ElementTree import fromstring

from dashboard.checks.validation import validate
from dashboard.exchange.feeds.atom import NAMESPACE, atom_feed
from dashboard.query.changes.change import Changes
from dashboard.query.changes.comparison import changes_between
from dashboard.query.changes.state import State

AT = dt.datetime(2025, 9, 11, 10, 30, tzinfo=dt.UTC)
EVENT = 'title: "%s"\nwhen: {reported: "2025-09-09", claims: [closed]}\nclaims: {closed: {text: So., sources: [voa]}}\n'
HOSTILE = "<script>alert(1)</script> & ]]> \\uFFFE \\U0001F600 “x”"


@pytest.fixture
def changes(tmp_path: Path) -> Changes:
    """One event is new, with a hostile title; one has another title; one is gone."""
    before, after = tmp_path / "before", tmp_path / "after"
    for root in (before, after):
        (root / "events" / "a").mkdir(parents=True)
        (root / "seeds").mkdir()
    (before / "events/a/gone.yaml").write_text(EVENT % "Gone", encoding="utf-8")
    (before / "events/a/stays.yaml").write_text(EVENT % "One", encoding="utf-8")
    (after / "events/a/stays.yaml").write_text(EVENT % "Another", encoding="utf-8")
    words = "Nothing of what is said here was said of anything that is gone by now."
    new = (EVENT % HOSTILE).replace("So.", words)
    (after / "events/a/taken.yaml").write_text(new, encoding="utf-8")
    return changes_between(State(dt.date(2025, 9, 4), validate(before)), State(dt.date(2025, 9, 11), validate(after)))


def entries(feed: str) -> list[Element]:
    return fromstring(feed).findall(f"{{{NAMESPACE}}}entry")


def text(element: Element, name: str) -> str:
    return element.findtext(f"{{{NAMESPACE}}}{name}") or ""


def test_a_feed_has_what_rfc_4287_asks_for(changes: Changes) -> None:
    """Id, title, date and author of the feed; id, title, date and content of each entry, ids unique."""
    feed = fromstring(atom_feed(changes, AT))
    assert feed.tag == f"{{{NAMESPACE}}}feed"
    assert (text(feed, "id"), text(feed, "updated")) == ("urn:dateline:changes", "2025-09-11T10:30:00Z")
    assert feed.find(f"{{{NAMESPACE}}}author/{{{NAMESPACE}}}name") is not None
    found = entries(atom_feed(changes, AT))
    assert len({text(entry, "id") for entry in found}) == len(found) == 3
    for entry in found:
        assert re.fullmatch(r"urn:dateline:change:event:[a-z-]+:[0-9a-f]{16}", text(entry, "id"))
        assert text(entry, "updated") == "2025-09-11T10:30:00Z"
        assert text(entry, "title")
        assert text(entry, "content")


def test_hostile_words_are_words(changes: Changes) -> None:
    """Markup is text, and what no XML can hold is replaced; the feed is ASCII whatever the terminal."""
    feed = atom_feed(changes, AT)
    [new] = [entry for entry in entries(feed) if ":taken:" in text(entry, "id")]
    assert text(new, "title").startswith("taken: <script>alert(1)</script> & ]]> \ufffd \U0001f600 “x”")
    assert feed.isascii()


def test_the_same_changes_give_the_same_bytes(changes: Changes) -> None:
    """Nothing depends on the clock or on chance."""
    assert atom_feed(changes, AT) == atom_feed(changes, AT)


def test_the_same_news_has_the_same_id_from_whatever_day_one_asks(changes: Changes) -> None:
    """A reader that asks every week for two weeks shows nothing twice."""
    longer = changes_between(State(dt.date(2025, 8, 1), changes.before.validation), changes.after)
    assert [text(entry, "id") for entry in entries(atom_feed(longer, AT))] == [
        text(entry, "id") for entry in entries(atom_feed(changes, AT))
    ]
    assert entries(atom_feed(changes_between(changes.after, changes.after), AT)) == []
