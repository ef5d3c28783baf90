"""The Atom feed: well-formed, complete, and the same for the same changes."""

import datetime as dt

import pytest
from defusedxml.ElementTree import fromstring

from dashboard.checks.validation import validate
from dashboard.exchange.feeds.atom_feed import NAMESPACE, Feed, atom
from dashboard.query.changes.comparison import changes_between
from dashboard.query.changes.sections import sections_of
from dashboard.query.changes.states import State
from tests.exchange.feeds.atom_rules import breaches

AT = dt.datetime(2025, 9, 11, 10, 30, tzinfo=dt.UTC)
EVENT = 'title: "%s"\nwhen: {reported: "2025-09-09", claims: [closed]}\nclaims: {closed: {text: So., sources: [voa]}}\n'
HOSTILE = "<script>alert(1)</script> & ]]> \\uFFFE \\U0001F600 “x”"


@pytest.fixture
def changes(tmp_path):
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


def atom_feed(changes, workspace="git:1a2b:", at=AT):
    """The feed of a workspace, all of it known at one moment, or at none that anybody knows."""
    sections = sections_of(changes)
    known = {line: at for section in sections for line in section.lines} if at else {}
    return atom(Feed(sections, changes.before.day, workspace, known))


def entries(feed):
    return fromstring(feed).findall(f"{{{NAMESPACE}}}entry")


def text(element, name):
    return element.findtext(f"{{{NAMESPACE}}}{name}") or ""


def test_a_feed_has_what_rfc_4287_asks_for(changes):
    """Id, title, date and author of the feed; id, title, date and content of each entry; also where nothing changed."""
    feed = atom_feed(changes)
    assert breaches(feed) == []
    assert [text(entry, "updated") for entry in entries(feed)] == ["2025-09-11T10:30:00Z"] * 3
    assert all(text(entry, "content") for entry in entries(feed))
    nothing = atom_feed(changes_between(changes.after, changes.after))
    assert (breaches(nothing), entries(nothing)) == ([], [])


def test_a_feed_is_called_after_its_workspace(changes):
    """By its title, as text; without one, nothing of this machine is in it."""
    feed = Feed(sections_of(changes), changes.before.day, "git:1a2b:", {}, "Bases <b>&</b> more\n")
    assert text(fromstring(atom(feed)), "title") == "Bases <b>&</b> more: what changed since 4 September 2025"
    assert breaches(atom(feed)) == []
    assert text(fromstring(atom_feed(changes)), "title") == "What changed since 4 September 2025"


@pytest.mark.parametrize(
    ("part", "other", "breach"),
    [
        ("<author><name>Dateline</name></author>", "", "4.1.1: neither"),
        ("  <title>What changed", "  <title/><title>What changed", "4.1.1: feed has 2 title"),
        ("urn:uuid:", "urn:dateline:", "4.2.6"),
        ("T10:30:00Z", " 10:30", "3.3"),
        ('<content type="text">', '<summary type="text">', "4.1.2"),
    ],
)
def test_the_rules_find_what_breaks_them(changes, part, other, breach):
    """Else they would pass any feed."""
    feed = atom_feed(changes).replace(part, other)
    feed = feed.replace("</content>", "</summary>") if "summary" in other else feed
    assert any(each.startswith(breach) for each in breaches(feed))


def test_each_workspace_has_ids_of_its_own(changes):
    """The same record, that stands as it does elsewhere, is another piece of news there; nobody reads where it lies."""
    one, other = (atom_feed(changes, workspace) for workspace in ("path:host:/home/ana", "path:host:/home/ben"))
    names = [{text(each, "id") for each in (fromstring(feed), *entries(feed))} for feed in (one, other)]
    assert (len(names[0]), names[0] & names[1]) == (4, set())
    assert "ana" not in one


def test_what_nobody_knows_the_moment_of_has_the_day_that_was_asked_about(changes):
    """Not that of asking: tomorrow it is the same."""
    feed = atom_feed(changes, at=None)
    assert {text(each, "updated") for each in (fromstring(feed), *entries(feed))} == {"2025-09-04T23:59:59Z"}


def test_hostile_words_are_words(changes):
    """Markup is text, and what no XML can hold is replaced; the feed is ASCII whatever the terminal."""
    feed = atom_feed(changes)
    assert breaches(feed) == []
    [new] = [entry for entry in entries(feed) if "taken" in text(entry, "title")]
    assert text(new, "title").startswith("taken: <script>alert(1)</script> & ]]> \ufffd \U0001f600 “x”")
    assert feed.isascii()


def test_the_same_changes_give_the_same_bytes(changes):
    """Nothing depends on the clock or on chance."""
    assert atom_feed(changes) == atom_feed(changes)


def test_the_same_news_has_the_same_id_from_whatever_day_one_asks(changes):
    """A reader that asks every week for two weeks shows nothing twice."""
    longer = changes_between(State(dt.date(2025, 8, 1), changes.before.validation), changes.after)
    assert [text(entry, "id") for entry in entries(atom_feed(longer))] == [
        text(entry, "id") for entry in entries(atom_feed(changes))
    ]
