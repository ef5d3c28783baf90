"""Each item is shown beside the workspace: what of it is new, what it repeats, and whom and where it names."""

import random
import time

import pytest

from dashboard.checks.validation import validate
from dashboard.exchange.documents import GivenDocument
from dashboard.exchange.inbox import mark_same_as, overview_of, read_inbox, reopen, set_aside, take_in
from dashboard.exchange.inbox.deciding import NoReason, NoSuchItem, find_entry
from dashboard.query.inbox import WorkspaceIndex
from dashboard.store.inbox import InboxNotChanged
from tests.exchange.inbox.conftest import DISPATCH

OTHER = (
    "A storm of the night before broke two cranes in the yard of Balmore, and the ferries to the islands stay in port "
    "until Friday. The company says that nobody was hurt, and that the grain of the silo is dry, while insurers ask "
    "why the warning of the coast guard came so late.\n"
)


@pytest.fixture
def overview(stored):
    """The overview of texts that are taken in one after the other."""

    def look(*texts):
        for number, text in enumerate(texts):
            take_in(stored, GivenDocument("", text.encode()), {"published": f"2025-09-{number + 10:02}"})
        return overview_of(read_inbox(stored), WorkspaceIndex(validate(stored)))

    return look


def test_a_stored_text_is_not_new(overview):
    """It says as which source it is stored."""
    (item,) = overview(DISPATCH).items
    assert (item.new_percent, item.stored_as, item.origins) == (0, "dispatch", ("harbour-wire",))


def test_a_text_of_its_own_is_new(overview):
    """Nothing is shared by chance."""
    (item,) = overview(OTHER).items
    assert (item.new_percent, item.stored_as, item.like_sources) == (100, "", ())


def test_a_text_that_repeats_half_is_half_new(overview):
    """The share is that of its letters."""
    (item,) = overview(OTHER + DISPATCH).items
    assert 45 < item.new_percent < 55
    assert item.analysis.overlaps == ("dispatch",)


def test_a_little_that_is_new_is_not_nothing(overview):
    """0 is said where nothing at all is new, and 100 where everything is."""
    (item,) = overview(DISPATCH * 20 + "Zxq.").items
    assert item.new_percent == 1


def test_near_copies_stand_in_one_group(overview):
    """The earliest first; other items are groups of their own."""
    first, second = OTHER.replace("Friday", "Monday"), OTHER.replace("Balmore", "Ardmore")
    found = overview(first, DISPATCH.replace("Tuesday", "Monday"), second)
    sizes = [[item.entry.item.published.text for item in group] for group in found.groups]
    assert sizes == [["2025-09-10", "2025-09-12"], ["2025-09-11"]]
    assert found.groups[0][0].copies == (found.groups[0][1].entry.id,)
    assert found.groups[1][0].like_sources == ("dispatch",)


def test_names_of_the_registry_are_found(workspace):
    """Actors, places, and the threads of whose events at least two are named."""
    text = "Marco Rubio flew to Manta, where Daniel Noboa met him. Rubio spoke of drones for Ecuador.\n"
    take_in(workspace, GivenDocument("", text.encode()))
    (item,) = overview_of(read_inbox(workspace), WorkspaceIndex(validate(workspace))).items
    assert item.analysis.actors[0] == "marco-rubio"
    assert "manta" in item.analysis.places
    assert [match.thread for match in item.analysis.threads] == ["us-ecuador-basing"]
    assert item.analysis.threads[0].number >= 2


def test_one_name_makes_no_thread(workspace):
    """A country alone is in every story."""
    take_in(workspace, GivenDocument("", b"A fair in Manta sells hats.\n"))
    (item,) = overview_of(read_inbox(workspace), WorkspaceIndex(validate(workspace))).items
    assert item.analysis.places == ("manta",)
    assert item.analysis.threads == ()


def test_a_decided_item_is_listed_no_more(stored):
    """Until it is opened again."""
    take_in(stored, GivenDocument("", OTHER.encode()))
    (entry,) = read_inbox(stored).entries
    set_aside(stored, entry, " Opinion ")
    found = read_inbox(stored)
    assert found.open_entries == ()
    assert found.entries[0].item.set_aside == "Opinion"
    with pytest.raises(InboxNotChanged, match="decided already"):
        mark_same_as(stored, found.entries[0], "dispatch", {"dispatch"})
    reopen(stored, read_inbox(stored).entries[0])
    assert len(read_inbox(stored).open_entries) == 1
    mark_same_as(stored, read_inbox(stored).entries[0], "dispatch", {"dispatch"})
    assert read_inbox(stored).entries[0].item.same_as == "dispatch"


def test_a_decision_needs_its_reason_and_its_source(stored):
    """The sentence says which are there."""
    take_in(stored, GivenDocument("", OTHER.encode()))
    (entry,) = read_inbox(stored).entries
    with pytest.raises(NoReason, match="Say why"):
        set_aside(stored, entry, " ")
    with pytest.raises(NoSuchItem, match="Did you mean `dispatch`"):
        mark_same_as(stored, entry, "dispach", {"dispatch"})
    assert read_inbox(stored).entries[0].item.is_open


def test_an_item_is_named_by_the_beginning_of_its_id(stored):
    """Or by its file; one digit would name too many."""
    (stored / "inbox").mkdir()
    (stored / "inbox" / "a b.txt").write_text(OTHER)
    found = read_inbox(stored)
    (entry,) = found.entries
    assert find_entry(found, entry.id[:6].upper()) == find_entry(found, "a b.txt") == find_entry(found, "inbox/a b.txt")
    for named in (entry.id[:2], "nothing", ""):
        with pytest.raises(NoSuchItem):
            find_entry(found, named)


@pytest.mark.proof
def test_two_hundred_items_and_five_megabytes_are_quick(workspace):
    """The first look takes a few seconds, and another after one more item well under one."""
    chance = random.Random(1)
    words = ["".join(chance.choices("abcdefghijklmnop", k=chance.randrange(2, 9))) for _ in range(5000)]
    for number in range(200):
        text = " ".join(chance.choices(words, k=600))
        take_in(workspace, GivenDocument("", f"{text}\n".encode()), {"title": f"Item {number}"})
    (workspace / "inbox" / "large.txt").write_text(" ".join(chance.choices(words, k=900_000)))
    index = WorkspaceIndex(validate(workspace))
    begun = time.monotonic()
    found = overview_of(read_inbox(workspace), index)
    assert len(found.items) == 201
    assert time.monotonic() - begun < 15
    take_in(workspace, GivenDocument("", b"One more.\n"))
    begun = time.monotonic()
    assert len(overview_of(read_inbox(workspace), index, earlier=found.compared).items) == 202
    assert time.monotonic() - begun < 3
