"""The inbox while its process is killed, or its disk is full: every file is whole, and no decision is half of one."""

from types import SimpleNamespace

import pytest

from dashboard.checks.inbox import check_inbox
from dashboard.checks.validation import validate
from dashboard.errors import DatelineError
from dashboard.exchange.documents import GivenDocument
from dashboard.exchange.inbox import (
    accept_item,
    fetch_feeds,
    find_entry,
    mark_same_as,
    read_inbox,
    reopen,
    set_aside,
    take_in,
)
from dashboard.model.inbox import DECISIONS, Feed
from dashboard.store.temporary import PREFIX, remove_leftovers
from tests.disks import no_space
from tests.exchange.inbox.feeds import ANSWERS
from tests.killing import kills

DECIDES = """
from dashboard.exchange.documents import GivenDocument
from dashboard.exchange.inbox import accept_item, find_entry, mark_same_as, read_inbox, reopen, set_aside, take_in

def entry(words):
    given = GivenDocument("", (words + "\\n").encode(), "txt")
    taken = take_in(root, given, chosen={"title": words[:40]})
    return find_entry(read_inbox(root), taken.id)

def told(id, decision):
    with open(root.parent / "told", "a", encoding="utf-8") as file:
        print(id, decision, file=file)

READY
for number in itertools.count():
    kept = entry(f"A text of {os.getpid()} that is number {number}, and is kept. " + "More of it. " * 300)
    set_aside(root, kept, f"Not ours {number}")
    reopen(root, find_entry(read_inbox(root), kept.id))
    mark_same_as(root, find_entry(read_inbox(root), kept.id), "dispatch", ["dispatch"])
    told(kept.id, "same_as")
    article = entry(f"An article of {os.getpid()} that is number {number}, and becomes a source.")
    accept_item(root, article)
    told(article.id, "source")
"""
GIVEN = GivenDocument("", b"A text that was pasted.\n", "txt")


def decided(root, number, seed):
    """Kill so often; how many decisions were told to be made by then, and all of them stand.

    After each kill, all is as one of the steps left it.
    """
    for _ in kills(DECIDES, root, number, seed=seed):
        validation = validate(root)
        assert [str(each) for each in check_inbox(validation.corpus).problems] == []
        codes = {each.code for each in validation.problems}
        assert codes <= {"source-text-undescribed"}, validation.problems  # the text came first
        contents = read_inbox(root)
        assert [str(each) for each in contents.problems] == []
        for entry in contents.entries:
            assert entry.text.endswith(("More of it. \n", "becomes a source.\n"))
    for folder in ("inbox", "inbox/items", "seeds"):
        remove_leftovers(root / folder)
        assert [each.name for each in (root / folder).iterdir() if each.name.startswith(PREFIX)] == []
    _complete(root)
    assert [str(each) for each in validate(root).problems if each.severity == "error"] == []
    told = set((root.parent / "told").read_text(encoding="utf-8").split("\n")[:-1])
    entries = read_inbox(root).entries
    stand = {f"{each.id} {name}" for each in entries for name in DECISIONS if getattr(each.item, name)}
    assert told - stand == set()
    return len(told)


def _complete(root):
    """Accept what was being accepted: the same text is not stored twice."""
    before = len(list((root / "seeds").glob("*.txt")))
    contents = read_inbox(root)
    stored = {path.read_text(encoding="utf-8") for path in (root / "seeds").glob("*.txt")}
    for entry in contents.open_entries:
        if entry.text in stored:
            accept_item(root, entry)
    assert len(list((root / "seeds").glob("*.txt"))) == before
    assert len(list((root / "seeds").glob("*.yaml"))) == before


def test_decisions_that_are_killed_leave_every_file_whole(stored):
    """Three kills; what was decided before each is there, and what was begun can be done again."""
    (stored.parent / "told").touch()
    decided(stored, 3, 31)
    assert len(read_inbox(stored).entries) > 0


@pytest.mark.proof
def test_a_hundred_kills_lose_no_decision(stored):
    """At random moments."""
    assert decided(stored, 100, 32) > 3


@pytest.fixture
def inbox(stored):
    """An item that waits and one that is set aside, and how all files are."""
    ids = [take_in(stored, GivenDocument("", words, "txt")).id for words in (b"One waits.\n", b"Two is old.\n")]
    set_aside(stored, find_entry(read_inbox(stored), ids[1]), "old")
    entries = [find_entry(read_inbox(stored), id_) for id_ in ids]
    contents = lambda: {str(each): each.read_bytes() for each in stored.rglob("*") if each.is_file()}  # noqa: E731
    return SimpleNamespace(root=stored, waits=entries[0], aside=entries[1], files=contents)


@pytest.mark.parametrize(
    "change",
    [
        lambda inbox: take_in(inbox.root, GIVEN),
        lambda inbox: set_aside(inbox.root, inbox.waits, "no"),
        lambda inbox: mark_same_as(inbox.root, inbox.waits, "dispatch", ["dispatch"]),
        lambda inbox: reopen(inbox.root, inbox.aside),
        lambda inbox: accept_item(inbox.root, inbox.waits),
    ],
    ids=["paste", "set aside", "same as", "reopen", "accept"],
)
def test_a_full_disk_changes_nothing_and_is_told(inbox, change):
    """What was pasted is not half there; with space again, it is done."""
    before = inbox.files()
    with no_space(), pytest.raises(DatelineError, match=r"File too large|disk is full"):
        change(inbox)
    assert inbox.files() == before
    change(inbox)
    assert inbox.files() != before


def test_a_feed_on_a_full_disk_is_told_and_comes_again(inbox, hostile):
    """None of its entries is half there, and it is not taken for read."""
    assert "/feed/rss" in ANSWERS
    feed = Feed(id="port", address=hostile.url("/feed/rss"), outlet="Port News")
    before = inbox.files()
    with no_space():
        (outcome,) = fetch_feeds(inbox.root, [feed], allow_private=True)
    assert outcome.refused
    assert outcome.new == 0
    assert inbox.files() == before
    (outcome,) = fetch_feeds(inbox.root, [feed], allow_private=True)
    assert (outcome.new, outcome.refused) == (2, "")
