"""Renaming: every reference follows, every other byte stays, and all of it is done or nothing."""

import errno
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dashboard.checks.validation import validate
from dashboard.store.renaming import (
    NotRenamed,
    Target,
    carry_out,
    finish_interrupted,
    journal,
    rename,
    targets_named,
)
from dashboard.store.renaming.references import references_to
from dashboard.store.yaml import read_document
from tests.store.renaming.conftest import FILES


def files(root):
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def changed_lines(root, moved):
    """What lines became, as (before, after), in files that are named as they are now."""
    now, pairs = files(root), []
    for name, text in FILES.items():
        before, after = text.splitlines(), now[moved.get(name, name)].decode().splitlines()
        assert len(before) == len(after)
        pairs += [(old.strip(), new.strip()) for old, new in zip(before, after, strict=True) if old != new]
    return pairs


TARGETS = [
    Target("source", "paper"),
    Target("event", "pier-opens"),
    Target("place", "pier"),
    Target("actor", "council"),
    Target("thread", "harbour"),
    Target("briefing", "earlier"),
    Target("claim", "pier-opens", "opened"),
    Target("amount", "pier-opens", "whole"),
    Target("question", "harbour", "open"),
]
MOVED = {
    "source": {f"seeds/paper.{ending}": f"seeds/new-name.{ending}" for ending in ("txt", "yaml")},
    "event": {"events/lorne/pier-opens.yaml": "events/lorne/new-name.yaml"},
    "briefing": {"events/briefings/earlier.yaml": "events/briefings/new-name.yaml"},
}


def test_a_source_is_renamed_wherever_it_is_named(pier):
    """In quotes, lists, blocks, registries, views, `origin` and the state of briefings; texts and comments stay."""
    rename(pier, Target("source", "paper"), "gazette")
    assert changed_lines(pier, {name: name.replace("paper", "gazette") for name in FILES if "paper" in name}) == [
        ("origin: paper", "origin: gazette"),
        (
            "author: {assessed: {value: A, basis: external, sources: [paper]}}",
            "author: {assessed: {value: A, basis: external, sources: [gazette]}}",
        ),
        ("origin: paper  # paper's", "origin: gazette  # paper's"),
        (
            "pier: {name: pier, precision: site, sources: [paper]}",
            "pier: {name: pier, precision: site, sources: [gazette]}",
        ),
        (
            "council: {name: council, kind: government, offices: [{title: x, sources: [paper]}]}",
            "council: {name: council, kind: government, offices: [{title: x, sources: [gazette]}]}",
        ),
        (
            'mine: {title: mine, show: ["thread:harbour", "source:-paper", "actor:council", "tag:harbour"]}',
            'mine: {title: mine, show: ["thread:harbour", "source:-gazette", "actor:council", "tag:harbour"]}',
        ),
        (
            "where: {reported: pier, claims: [opened], assessed: {place: 'pier', basis: external, sources: [paper]}}",
            "where: {reported: pier, claims: [opened], assessed: {place: 'pier', basis: external, sources: [gazette]}}",
        ),
        ('quotes: [{source: paper, exact: "paper: opened"}]', 'quotes: [{source: gazette, exact: "paper: opened"}]'),
        ("paper", "gazette"),
        (f'"texts/paper": "{"0" * 64}"', f'"texts/gazette": "{"0" * 64}"'),
    ]


def test_a_claim_is_renamed_by_its_key_and_from_elsewhere(pier):
    """In the lists of its own event as a key, in other records behind the event's id; a longer key is another."""
    report = rename(pier, Target("claim", "pier-opens", "opened"), "begun")
    now = files(pier)
    opens, briefing = now["events/lorne/pier-opens.yaml"].decode(), now["events/briefings/now.yaml"].decode()
    assert "  begun:  # opened\n" in opens
    assert """claims: ["begun", 'begun' , opened-again]""" in opens
    assert "disputed_by: [opened-again, pier-closes/closed]" in opens
    assert "disputed_by: [pier-opens/begun]" in now["events/lorne/pier-closes.yaml"].decode()
    assert briefing.count("pier-opens/begun") == 3
    assert '"claims.begun.text"' in briefing
    assert '"claims.opened-again.{allow,note}"' in briefing
    assert dict(report.files) == {
        "events/lorne/pier-opens.yaml": 5,
        "events/lorne/pier-closes.yaml": 1,
        "events/briefings/now.yaml": 4,
    }


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.kind)
def test_a_rename_and_back_changes_no_byte(pier, target):
    """Of any kind: between the two, nothing names the old one; after it, every file is the one that it was."""
    before = files(pier)
    rename(pier, target, "new-name")
    assert references_to(pier, target) == ()
    assert targets_named(pier, target.name) == ()
    assert target.as_named("new-name") in targets_named(pier, target.as_named("new-name").name)
    rename(pier, target.as_named("new-name"), target.key or target.id)
    assert files(pier) == before


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: target.kind)
def test_a_rename_adds_no_problem(pier, target):
    """What validation finds is as much as before, and of the same kinds."""
    before = sorted(problem.code for problem in validate(pier).problems)
    rename(pier, target, "new-name")
    assert sorted(problem.code for problem in validate(pier).problems) == before


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_a_byte_order_mark_stay(pier, ends, mark):
    """And what stands before a reference may be any script, or beyond the basic plane."""
    path = pier / "events" / "lorne" / "pier-opens.yaml"
    text = (
        mark
        + "# 🏳️‍🌈 пирс 桟橋 \u202b\n".replace("\n", ends)
        + FILES["events/lorne/pier-opens.yaml"].replace("\n", ends)
    )
    path.write_bytes(text.encode())
    rename(pier, Target("actor", "council"), "town-council")
    expected = text.replace("actor: council", "actor: town-council").replace("by: council", "by: town-council")
    assert path.read_bytes().decode() == expected.replace("[council, mayor]", "[town-council, mayor]")


PLAIN_IDS = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,3}", fullmatch=True).filter(
    lambda id_: id_ not in ("pier", "paper", "council", "mayor", "harbour", "opened", "other")
)
WORDS = st.text(
    min_size=1, max_size=30, alphabet=st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Zl", "Zp"])
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(new=PLAIN_IDS, comment=WORDS, style=st.sampled_from(["{}", "'{}'", '"{}"', "{}   ", "\n    {}"]))
def test_any_id_is_written_so_that_it_is_read_back(pier, new, comment, style):
    """Also one that YAML could read as a number or a truth; whatever stands around it stays."""
    path = pier / "events" / "lorne" / "any.yaml"
    before = "title: t\nclaims:\n  a:\n    text: t\n    by: "
    after = f"\n    note: n # {comment.strip()}\n"
    text = before + style.format("council") + after
    if read_document(text.encode()).data is None:
        return
    path.write_bytes(text.encode())
    rename(pier, Target("actor", "council"), new)
    changed = path.read_bytes().decode()
    assert read_document(changed.encode()).data["claims"]["a"]["by"] == new
    assert changed.startswith(before)
    assert changed.endswith(after)
    assert changed[len(before) : -len(after)].replace(new, "").strip("'\" \n") == ""
    rename(pier, Target("actor", new), "council")
    assert read_document(path.read_bytes()).data["claims"]["a"]["by"] == "council"


@pytest.mark.parametrize(
    ("target", "new", "said"),
    [
        (Target("source", "paper"), "paper", "has this id already"),
        (Target("source", "paper"), "other", "already a source other"),
        (Target("source", "papers"), "gazette", "no source papers"),
        (Target("place", "pier"), "A b", "not an id"),
        (Target("claim", "pier-opens", "opened"), "opened-again", "already a claim pier-opens/opened-again"),
        (Target("claim", "pier-opens", "opened"), "x/y", "not a key"),
        (Target("actor", "council"), "mayor", "already an actor mayor"),
        (Target("event", "pier-opens"), "pier-closes", "already an event pier-closes"),
        (Target("event", "pier-opens"), "a" * 81, "at most 80"),
    ],
)
def test_what_cannot_be_renamed_is_said(pier, target, new, said):
    """And nothing is changed."""
    before = files(pier)
    with pytest.raises(NotRenamed, match=said):
        rename(pier, target, new)
    assert files(pier) == before


def test_a_file_that_cannot_be_read_stops_it(pier):
    """It might name what is renamed; one that does not contain the word may be as broken as it likes."""
    (pier / "events" / "lorne" / "broken.yaml").write_text("title: [\n", encoding="utf-8")
    rename(pier, Target("source", "paper"), "gazette")
    (pier / "events" / "lorne" / "broken.yaml").write_text("title: [gazette\n", encoding="utf-8")
    before = files(pier)
    with pytest.raises(NotRenamed, match=r"events/lorne/broken\.yaml:1: .* may name `gazette`"):
        rename(pier, Target("source", "gazette"), "paper")
    assert files(pier) == before


def test_a_link_out_of_the_workspace_is_not_written_through(pier, tmp_path):
    """Such a file is not read, so nothing in it counts as a reference."""
    elsewhere = tmp_path / "elsewhere.yaml"
    elsewhere.write_text("title: t\nclaims: {a: {text: t, sources: [paper]}}\n", encoding="utf-8")
    (pier / "events" / "lorne" / "link.yaml").symlink_to(elsewhere)
    rename(pier, Target("source", "paper"), "gazette")
    assert "sources: [paper]" in elsewhere.read_text(encoding="utf-8")


def test_a_dry_run_changes_nothing(pier):
    """It says what would."""
    before = files(pier)
    report = rename(pier, Target("source", "paper"), "gazette", dry_run=True)
    assert files(pier) == before
    assert ("seeds/paper.txt", "seeds/gazette.txt") in report.moves


class Failing:
    """A function of the system that fails at its call number `at`, from 0, and from then on if `for_good`."""

    def __init__(self, function, at, *, for_good=False):
        self.function, self.at, self.for_good, self.calls = function, at, for_good, -1

    def __call__(self, *arguments, **named):
        self.calls += 1
        if self.calls == self.at or (self.for_good and self.calls > self.at):
            raise OSError(errno.ENOSPC, "No space left on device")
        return self.function(*arguments, **named)


@pytest.mark.parametrize("at", range(8))
def test_a_full_disk_changes_nothing(pier, monkeypatch, at):
    """All files are written before the first is put in place; what was written goes again."""
    before = files(pier)
    monkeypatch.setattr(carry_out, "stage", Failing(carry_out.stage, at))
    number = len(rename(pier, Target("source", "paper"), "gazette", dry_run=True).files)
    if at >= number:
        pytest.skip("all are written by then")
    with pytest.raises(NotRenamed, match=r"Nothing was changed: the disk is full"):
        rename(pier, Target("source", "paper"), "gazette")
    assert files(pier) == before


@pytest.mark.parametrize("at", range(9))
def test_what_fails_on_the_way_is_put_back(pier, monkeypatch, at):
    """Whichever file cannot be put in place."""
    before = files(pier)
    replace = Failing(Path.replace, at)
    monkeypatch.setattr(Path, "replace", lambda self, target: replace(self, target))
    try:
        rename(pier, Target("source", "paper"), "gazette")
    except NotRenamed:
        assert files(pier) == before
    else:
        assert replace.calls < at


@pytest.mark.parametrize("at", range(1, 8))
def test_what_cannot_be_put_back_is_finished_later(pier, monkeypatch, at):
    """It is said, every file is whole, and the next command does the rest."""
    replace = Failing(Path.replace, at, for_good=True)
    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", lambda self, target: replace(self, target))
        with pytest.raises(NotRenamed):
            rename(pier, Target("source", "paper"), "gazette")
    if journal.read_unfinished(pier) is not None:
        report = finish_interrupted(pier)
        assert report is not None
        assert references_to(pier, Target("source", "paper")) == ()
        assert targets_named(pier, "gazette") == (Target("source", "gazette"),)
    assert finish_interrupted(pier) is None
    assert not [name for name in files(pier) if ".dateline" in name]


def test_a_file_under_both_names_is_one(pier):
    """Killed between the new name and the removal of the old one, the next who comes removes the old one."""
    journal.begin(pier, Target("source", "paper"), "gazette")
    os.link(pier / "seeds" / "paper.txt", pier / "seeds" / "gazette.txt")
    finish_interrupted(pier)
    assert sorted(path.name for path in (pier / "seeds").iterdir()) == ["gazette.txt", "gazette.yaml", "other.yaml"]


def test_a_note_that_says_nothing_is_said(pier):
    """It is not guessed what was renamed."""
    (pier / journal.FILE).write_text('{"kind": "x"}', encoding="utf-8")
    with pytest.raises(NotRenamed, match="not which"):
        finish_interrupted(pier)


def test_names_that_several_have_are_all_found(pier):
    """A place and a source may have one id; a claim and an amount one key."""
    (pier / "seeds" / "pier.yaml").write_text("kind: article\n", encoding="utf-8")
    assert targets_named(pier, "pier") == (Target("source", "pier"), Target("place", "pier"))
    assert targets_named(pier, "pier-opens/cost") == (Target("amount", "pier-opens", "cost"),)
    assert targets_named(pier, "nothing") == ()


def test_what_was_decided_in_the_inbox_follows(pier):
    """An item that became a source, or says the same as one, names it by its new id; its words stay as they are."""
    folder = pier / "inbox" / "items"
    folder.mkdir(parents=True)
    (folder / "0123456789abcdef.yaml").write_text('title: "paper"\nsource: paper # ours\n')
    (folder / "1123456789abcdef.yaml").write_text('set_aside: "as paper"\n')
    (folder / "2123456789abcdef.yaml").write_text('same_as: "paper"\r\n')
    rename(pier, Target("source", "paper"), "gazette")
    assert (folder / "0123456789abcdef.yaml").read_text() == 'title: "paper"\nsource: gazette # ours\n'
    assert (folder / "1123456789abcdef.yaml").read_text() == 'set_aside: "as paper"\n'
    assert (folder / "2123456789abcdef.yaml").read_bytes() == b'same_as: "gazette"\r\n'
