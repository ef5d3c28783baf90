"""`dateline rename`: references follow, and what briefings were built on stays as true as it was."""

import pytest

from tests.copying import edit

BRIEFING = "us-troops-in-ecuador"


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("us-troops-ecuador", "article", "source"),
        ("us-base-closed", "base-closed", "event"),
        ("us-base-closed/closed", "closure", "claim"),
        ("us-drones-for-navy/drones", "navy-drones", "amount"),
        ("ecuador", "land-of-ecuador", "place"),
        ("united-states", "usa", "actor"),
        ("us-ecuador-basing", "basing", "thread"),
        ("us-ecuador-basing/permanent-base", "base", "question"),
        (BRIEFING, "troops", "briefing"),
    ],
)
def test_a_briefing_holds_after_a_rename(dateline, workspace, old, new, kind):
    """Each of its sentences, and no problem is new."""
    assert dateline("rename", old, new, "--kind", kind, "--workspace", workspace).code == 0
    briefing = new if kind == "briefing" else BRIEFING
    ended = dateline("brief", "verify", briefing, "--workspace", workspace)
    assert (ended.code, "131 of 131 sentences hold" in ended.out) == (0, True)
    assert dateline("validate", "--strict", "--workspace", workspace).code == 0


def test_a_change_that_a_briefing_does_not_know_stays_one(dateline, workspace):
    """A rename accepts nothing on the way."""
    edit(workspace, "events/ecuador/us-base-closed.yaml", "at the request of", "at the wish of")
    command = ("brief", "verify", BRIEFING, "--workspace", workspace)
    before = dateline(*command)
    assert before.code == 1
    assert dateline("rename", "us-troops-ecuador", "article", "--workspace", workspace).code == 0
    after = dateline(*command)
    assert (after.code, after.out.count("claim closed, text")) == (1, before.out.count("claim closed, text"))


def test_what_was_interrupted_is_finished_first(dateline, workspace):
    """By the next command that changes something, which says so."""
    note = workspace / "events" / ".dateline-renaming"
    note.write_text('{"kind": "source", "id": "voa", "key": "", "new": "voice"}', encoding="utf-8")
    ended = dateline("rename", "geonames", "gazetteer", "--workspace", workspace)
    assert ended.code == 0
    assert "Finished the rename of voa to voice" in ended.err
    assert (workspace / "seeds" / "voice.yaml").exists()
    assert dateline("validate", "--workspace", workspace).code == 0
