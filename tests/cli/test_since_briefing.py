"""`dateline since BRIEFING`: by the commit that fits where there is one, else by the hashes that the briefing keeps."""

import json
import shutil

import pytest

from dashboard.briefing.outline import Hashes
from dashboard.checks.validation import validate
from tests.copying import edit
from tests.exchange.feeds.atom_rules import breaches

BRIEFING = "us-troops-in-ecuador"
CLOSED = "events/ecuador/us-base-closed.yaml"
NEW = """\
title: %s
threads: [us-ecuador-basing]
when: {assessed: {date: %r, basis: external, sources: [voa]}}
claims: {told: {text: It was told., sources: [voa]}}
"""


@pytest.fixture
def later(workspace):
    """What happens to the seed after its briefing."""

    def changed():
        folder = workspace / "events" / "ecuador"
        (folder / "left.yaml").write_text(NEW % ("The deployment goes on", "2026-02-03"), encoding="utf-8")
        (folder / "late.yaml").write_text(NEW % ("Learned late", "2008"), encoding="utf-8")
        (folder / "us-base-notice.yaml").unlink()
        edit(workspace, CLOSED, "title: ", "title: Really, ")
        edit(workspace, "events/ecuador/us-troop-talks.yaml", "exact: >-\n", "exact: >-\n          Surely\n")
        edit(workspace, "events/registry/threads.yaml", "navy be delivered?", 'navy be delivered?", due: "2026-03-01')
        edit(workspace, "seeds/voa.yaml", "outlet: VOA Editorials", "outlet: Editorials of VOA")
        return workspace

    return changed


def test_without_git_the_briefings_are_named_that_it_can_be_told_since(dateline, workspace):
    """Only those that say what they were built on."""
    ended = dateline("since", "2025-09-04", "--workspace", workspace)
    assert ended.code == 2
    assert "Changes since a briefing can still be shown: `dateline since us-troops-in-ecuador`." in ended.err


@pytest.mark.parametrize("with_git", [False, True])
def test_a_briefing_that_cannot_be_read_is_not_called_a_revision(dateline, workspace, committed, *, with_git):
    """By its id or its file: it is there, and validation says what is wrong with it."""
    file = f"events/briefings/{BRIEFING}.yaml"
    edit(workspace, file, "title:", "titel:")
    if with_git:
        committed(workspace, "2026-01-05")
    for name in (BRIEFING, file):
        ended = dateline("since", name, "--workspace", workspace)
        assert ended.code == 2
        assert f"The briefing {BRIEFING} cannot be read: `dateline validate {file}` shows" in ended.err


def test_the_commit_that_fits_is_used_and_named(dateline, workspace, later, committed):
    """Before and after are told, and the day is the briefing's: what happened since is new in the world."""
    committed(workspace, "2026-01-05")
    commit = committed(workspace, "2026-01-06")
    later()
    committed(workspace, "2026-03-02")
    file = f"events/briefings/{BRIEFING}.yaml"
    for name in (BRIEFING, file, workspace / file):
        out = dateline("since", name, "--workspace", workspace).out
        assert out.startswith(f"Since the briefing {BRIEFING}, as of 31 December 2025: commit ")
        assert "which has the records that it was built on" in out
        assert "Happened since: after 31 December 2025 (1)\n  left: The deployment goes on" in out
        assert "Learned since: happened by 31 December 2025 (1)\n  late: Learned late" in out
        assert "title: The U.S. base in Ecuador closes → Really, The U.S. base" in out
    written = json.loads(dateline("since", BRIEFING, "--format", "json", "--workspace", workspace).out)
    assert written["since"]["briefing"] == BRIEFING
    assert len(written["since"]["commit"]) == len(commit)


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


@pytest.mark.parametrize("has_git", [False, True])
def test_by_hashes_it_says_what_they_cannot_tell(dateline, later, committed, has_git):
    """New, removed and changed records, verdicts, questions that fell due; never what a field was before."""
    root = later()
    if has_git:
        committed(root, "2026-03-02")  # saved too late: no commit has the records that it was built on
    ended = dateline("since", BRIEFING, "--workspace", root)
    assert (ended.code, ended.err) == (0, "")
    out = ended.out
    assert "its stored hashes" in out
    assert ("No commit has exactly the records" if has_git else "not in a git repository") in out
    assert "They do not show what a changed record said before" in out
    for part in (
        "Happened since: after 31 December 2025 (1)\n  left: The deployment goes on (3 February 2026)",
        "Learned since: happened by 31 December 2025 (1)\n  late: Learned late (2008)",
        "Removed (1)\n  us-base-notice (title unknown)\n",
        "Changed (1)\n  us-base-closed: Really, The U.S. base in Ecuador closes\n"
        "    title: unknown → Really, The U.S. base in Ecuador closes\n",
        "Changed verdicts (1)\n  us-troop-talks: ",
        "verified → failed (its quotes changed)",
        "Sources (1)\n  voa: Helping Ecuador Fight Narcoterrorists (changed)\n    name: unknown → Editorials of VOA,",
        "Questions (1)\n  us-ecuador-basing/drones-delivered: ",
        "(fell due: 1 March 2026)\n    due: new: 1 March 2026\n",
    ):
        assert part in out, part
    assert "closes → Really" not in out
    assert out.splitlines()[-1].startswith("2 new events (1 happened since, 1 learned since), 1 event removed, ")


def test_programs_get_null_for_what_is_not_known(dateline, later):
    """With the keys of any other comparison; why is told on standard error."""
    root = later()
    ended = dateline("since", BRIEFING, "--format", "json", "--workspace", root)
    written = json.loads(ended.out)
    assert "not in a git repository" in ended.err
    assert written["since"] == {"day": "2025-12-31", "commit": None, "committed": None, "briefing": BRIEFING}
    assert {each["id"]: each["novelty"] for each in written["events"]["new"]} == {"left": "world", "late": "us"}
    assert written["events"]["removed"] == [{"id": "us-base-notice", "title": None}]
    by_id = {each["id"]: each for each in written["events"]["changed"]}
    title = "Really, The U.S. base in Ecuador closes"
    changed = {"path": "title", "words": "title", "before": None, "after": title, "unknown": True}
    assert by_id["us-base-closed"]["fields"] == [changed]
    [question] = written["questions"]
    assert (question["change"], question["before"]) == ("fell due", None)
    assert question["fields"] == [{"path": "due", "words": "due", "before": None, "after": "2026-03-01"}]
    assert (written["sources"][0]["id"], written["sources"][0]["change"]) == ("voa", "changed")
    assert {each["after"] for each in by_id["us-troop-talks"]["verdicts"]} == {"failed"}
    assert written["problems"] == {"new": None, "mended": None}
    feed = dateline("since", BRIEFING, "--format", "atom", "--workspace", root).out
    assert feed == dateline("since", BRIEFING, "--format", "atom", "--workspace", root).out
    assert breaches(feed) == []
    assert "<title>left: The deployment goes on" in feed
    assert feed.count("<updated>2025-12-31T23:59:59Z</updated>") > 2


def test_a_text_that_changed_is_told_with_both_hashes(dateline, workspace):
    """And so is why verdicts are others; where nothing says why, the reason is unknown."""
    edit(workspace, "seeds/us-troops-ecuador.txt", "has sparked immediate", "sparked immediate")
    asked = ("since", BRIEFING, "--workspace", workspace, "--format")
    [source] = json.loads(dateline(*asked, "json").out)["sources"]
    assert (source["id"], source["change"], source["text"]) == ("us-troops-ecuador", "changed", "the text changed")
    assert len({*source["sha256"].values()} - {None}) == 2
    assert "claims closed, policy: verified → not checkable (the text changed)" in dateline(*asked, "text").out
    edit(workspace, f"events/briefings/{BRIEFING}.yaml", '"texts/us-troops-ecuador"', '"texts/another"')
    assert "claims closed, policy: verified → not checkable (reason unknown)" in dateline(*asked, "text").out
    changed = json.loads(dateline(*asked, "json").out)["events"]["changed"]
    assert [verdict["why"] for each in changed for verdict in each["verdicts"]].count(None) > 3


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
    out = dateline(*asked, "text").out
    assert "Changed (1)\n  us-security-package: The U.S. announces a security package\n    threads: unknown → " in out
    assert "No longer in its selection (1)\n  us-security-package: The U.S. announces a security package\n" in out
    assert out.splitlines()[-1] == "1 event changed, 1 event no longer in its selection"
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


def test_a_record_that_cannot_be_read_now_is_not_called_removed(dateline, later):
    """It is named, with its file."""
    root = later()
    edit(root, CLOSED, "title: ", "title: [")
    out = dateline("since", BRIEFING, "--workspace", root).out
    assert "Removed (1)\n  us-base-notice (title unknown)\n" in out
    assert f"Not compared (1)\n  {CLOSED}: could not be read now\n" in out


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
