"""`dateline since BRIEFING`: by the commit that fits where there is one, else by the hashes that the briefing keeps."""

import json
import shutil

import pytest

from dashboard.briefing.outline import Hashes
from dashboard.checks.validation import validate
from tests.copying import edit
from tests.exchange.feeds.atom_rules import breaches
from tests.worlds import become

BRIEFING = "us-troops-in-ecuador"


@pytest.fixture
def later(workspace):
    """What happens to the seed after its briefing."""
    return lambda: become("later-by-hashes", workspace)


def test_the_commit_is_found_where_the_briefing_was_saved_later(dateline, workspace, later, committed):
    """Not even the branch of the briefing's name hides it."""
    file = workspace / "events" / "briefings" / f"{BRIEFING}.yaml"
    written = file.read_bytes()
    file.unlink()
    fits = committed(workspace, "2026-01-05")
    later()
    file.write_bytes(written)
    committed(workspace, "2026-01-06")
    out = dateline("since", BRIEFING, "--workspace", workspace).out
    assert f"commit {fits[:12]} of 5 January 2026" in out
    assert "title: The U.S. base in Ecuador closes → Really" in out


@pytest.mark.parametrize("commits", [0, 1])
def test_a_feed_of_a_briefing_is_the_same_whenever_it_is_asked_for(dateline, workspace, later, committed, commits):
    """With each piece of news an entry of its own; of what no commit tells the moment, that of the briefing's day."""
    if commits:
        committed(workspace, "2026-01-05")
    root = later()
    feed, again = (dateline("since", BRIEFING, "--format", "atom", "--workspace", root).out for _ in range(2))
    assert (feed, breaches(feed)) == (again, [])
    assert "<title>left: The deployment goes on" in feed
    assert feed.count("<updated>2025-12-31T23:59:59Z</updated>") > 2


def test_a_briefing_of_before_tells_records_as_a_whole(dateline, later, workspace):
    """It keeps a hash of each record: which field is another one is unknown, and looks so."""
    briefing = validate(workspace).workspace.briefings[BRIEFING]
    hashes = Hashes(validate(workspace).workspace)
    path = workspace / "events" / "briefings" / f"{BRIEFING}.yaml"
    kept = [f'    "{key}": "{hashes.of(key)}"' for key in briefing.built_on.keys]
    record = [path.read_text(encoding="utf-8").partition("built_on:")[0] + "built_on:", "  records:", *kept]
    verdicts = [f'    "{claim}": "{verdict}"' for claim, verdict in briefing.built_on.verdicts.items()]
    path.write_text("\n".join([*record, "  verdicts:", *verdicts, ""]), encoding="utf-8")
    later()
    edit(workspace, "events/ecuador/us-base-hosted.yaml", "hosted]", "held]")
    edit(workspace, "events/ecuador/us-base-hosted.yaml", "  hosted:", "  held:")
    asked = ("since", BRIEFING, "--workspace", workspace, "--format")
    out = dateline(*asked, "text").out
    assert "  us-base-closed: Really, The U.S. base in Ecuador closes\n    fields that changed: unknown\n" in out
    assert "  voa: Helping Ecuador Fight Narcoterrorists (changed)\n    fields that changed: unknown\n" in out
    assert "    fields that changed: unknown\n    claim hosted: removed: unknown\n" in out
    changed = json.loads(dateline(*asked, "json").out)["events"]["changed"]
    others = ("us-base-closed", "us-base-hosted", "us-troop-talks")
    assert {each["id"]: each["fields"] for each in changed} == dict.fromkeys(others)


def test_an_event_that_left_the_selection_is_told(dateline, workspace):
    """And what changed in it, each an entry of its own in the feed."""
    file = "events/ecuador/us-security-package.yaml"
    edit(workspace, file, "threads: [us-ecuador-basing]", "threads: [us-forces-korea-costs]")
    asked = ("since", BRIEFING, "--workspace", workspace, "--format")
    feed = dateline(*asked, "atom").out
    assert (feed.count("<entry>"), breaches(feed)) == (2, [])
    assert json.loads(dateline(*asked, "json").out)["events"]["left"] == ["us-security-package"]


def test_a_briefing_that_stores_nothing_says_how_it_comes_to(dateline, workspace):
    """Exit 2, and the command that stores it."""
    path = workspace / "events" / "briefings" / f"{BRIEFING}.yaml"
    path.write_text(path.read_text(encoding="utf-8").partition("built_on:")[0], encoding="utf-8")
    ended = dateline("since", BRIEFING, "--workspace", workspace)
    assert (ended.code, ended.out) == (2, "")
    assert "dateline brief verify --accept" in ended.err
    assert dateline("brief", "verify", BRIEFING, "--accept", "--workspace", workspace).code == 0
    assert dateline("since", BRIEFING, "--workspace", workspace).out.endswith("is based on changed.\n")


@pytest.mark.proof
def test_a_shallow_clone_says_that_it_is(dateline, workspace, later, committed, git, tmp_path):
    """The commit that fits is not in it; the hashes are."""
    committed(workspace, "2026-01-05")
    later()
    committed(workspace, "2026-03-02")
    shallow = tmp_path / "shallow"
    git(tmp_path, "clone", "--quiet", "--depth", "1", f"file://{workspace}", shallow)
    out = dateline("since", BRIEFING, "--workspace", shallow).out
    assert "No commit in this shallow clone has exactly the records" in out
    shutil.rmtree(shallow / ".git")
    assert "not in a git repository" in dateline("since", BRIEFING, "--workspace", shallow).out


def test_a_briefing_is_begun_and_built_with_what_changed(dateline, workspace, later, committed, tmp_path):
    """What cannot be told is told to whoever builds it, too."""
    committed(workspace, "2026-01-05")
    later()
    asked = ("--title", "The week", "--marking", "CLEAR", "--show", "thread:us-ecuador-basing", "--as-of", "2026-03-31")
    for id_, since in (("week", "2026-01-31"), ("early", "2020-01-01")):
        assert dateline("brief", "new", id_, *asked, "--since", since, "--workspace", workspace).code == 0
        ended = dateline("brief", "build", id_, "--format", "md", "--out", tmp_path, "--workspace", workspace)
        assert ended.code == 0
        written = (tmp_path / f"{id_}.md").read_text(encoding="utf-8")
        assert "## What changed" in written
        assert ("### Happened since: after 31 January 2026" in written) is (id_ == "week")
        assert ("cannot be shown: the history has no such state" in ended.err) is (id_ == "early")
    assert 'since: "2026-01-31"' in (workspace / "events/briefings/week.yaml").read_text(encoding="utf-8")


def stranger(root):
    """What happens more rarely: a claim has another name, a commitment another level, an event is taken back."""
    edit(root, "events/ecuador/us-base-hosted.yaml", "claims:\n  hosted:", "claims:\n  held:")
    edit(root, "events/ecuador/us-base-hosted.yaml", "claims: [hosted]", "claims: [held]")
    edit(root, "events/ecuador/us-troop-talks.yaml", "level: discussed", "level: agreed")
    retracted = "review: {status: retracted, note: It was not so}"
    edit(root, "events/ecuador/us-air-force-at-manta.yaml", "review: {status: draft}", retracted)
    edit(root, "events/registry/actors.yaml", "name: Marco Rubio", "name: Marco A. Rubio")
    edit(root, "events/registry/threads.yaml", "Will the drones", "Will all drones")


def fields(told):
    """What each changed field says now. Only by hashes, lists of claims are among them."""
    for each in (*told["events"]["changed"], *told["questions"], *told["registry"]):
        for field in each["fields"]:
            if not field["path"].endswith(".*"):
                yield (each.get("question") or each["id"], field["path"]), json.dumps(field["after"])


@pytest.mark.parametrize("more", [lambda _: None, stranger])
def test_both_ways_tell_the_same(dateline, workspace, later, committed, more):
    """By the commit and by the hashes: the same records are changed, new and gone, and say the same now."""
    committed(workspace, "2026-01-05")
    more(later())
    asked = ("since", BRIEFING, "--format", "json", "--workspace", workspace)
    by_commit = json.loads(dateline(*asked).out)
    (workspace / ".git").rename(workspace / "no-git")
    by_hashes = json.loads(dateline(*asked).out)
    assert (by_commit["since"]["commit"] is None, by_hashes["since"]["commit"]) == (False, None)
    for kind in ("new", "removed", "changed"):
        ids = [sorted(each["id"] for each in told["events"][kind]) for told in (by_commit, by_hashes)]
        assert ids[0] == ids[1] != [], kind
    for by_hash, by_history in zip(*(told["events"]["changed"] for told in (by_hashes, by_commit)), strict=True):
        assert [{**each, "why": None} for each in by_hash["verdicts"]] == [
            {**each, "why": None} for each in by_history["verdicts"]
        ]
        assert by_history["retracted"] is (by_hash["retracted"] or False)
        assert (by_history["commitment"] or {}).get("after") == (by_hash["commitment"] or {}).get("after")
    for kind in ("questions", "sources", "registry"):
        ids = [{each.get("question") or each["id"] for each in told[kind]} for told in (by_commit, by_hashes)]
        assert ids[1] <= ids[0], kind
    now = [dict(fields(told)) for told in (by_commit, by_hashes)]
    assert now[1].items() <= now[0].items()
    assert len(now[1]) > 3
