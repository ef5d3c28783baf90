"""A workspace as it was: found in real little repositories, and read without anything of theirs being run."""

import errno
import os
import shutil
import stat

import pytest

from dashboard.store.git import layout
from dashboard.store.git.history import History, NoSuchRevision
from dashboard.store.git.program import HistoryUnreadable
from dashboard.store.loading import load
from tests.copying import write

EVENT = 'title: A base closes\nclaims: {closed: {text: "The base was closed.", sources: [voa]}}\n'


@pytest.fixture
def root(tmp_path):
    """A workspace with one event and one text, and no history yet."""
    top = tmp_path / "team"
    write(top, "seeds/held.txt", "The base was closed.")
    write(top, "events/ecuador/base-closed.yaml", EVENT)
    return top


def at(root, named):
    """The workspace at a day or revision."""
    history = History(root)
    with history.files_at(history.revision(named)) as laid_out:
        return load(laid_out.root)


def titles(workspace):
    return {id_: event.title for id_, event in workspace.events.items()}


def test_a_day_is_the_state_at_its_end_by_commit_date_in_utc(root, committed):
    """The last commit before midnight, by its own date, counts; its author's date, 2001 throughout, does not."""
    committed(root, "2025-09-04", at="23:59:59Z")
    write(root, "events/ecuador/base-closed.yaml", EVENT.replace("A base", "The base"))
    committed(root, "2025-09-05", at="00:00:00Z")
    assert titles(at(root, "2025-09-04")) == {"base-closed": "A base closes"}
    assert titles(at(root, "2025-09-05")) == titles(at(root, "2026-01-01")) == {"base-closed": "The base closes"}


def test_the_clock_is_utc_wherever_the_commit_was_made(root, committed):
    """Eight in the evening of the 4th in Quito is the 5th."""
    committed(root, "2025-09-04", at="20:00:00-05:00")
    assert History(root).revision("HEAD").day.isoformat() == "2025-09-05"
    with pytest.raises(NoSuchRevision, match=r"starts on 2025-09-05 \(UTC\)"):
        History(root).revision("2025-09-04")


def test_the_work_tree_and_the_repository_stay_as_they_are(root, committed):
    """Neither a file, nor the index, nor a lock changes; what is laid out is gone afterwards."""
    first = committed(root, "2025-09-04")
    write(root, "events/ecuador/base-closed.yaml", "title: not saved in git\n")
    before = everything(root)
    history = History(root)
    with history.files_at(history.revision(first)) as laid_out:
        assert titles(load(laid_out.root)) == {"base-closed": "A base closes"}
    assert everything(root) == before
    assert not laid_out.root.exists()


def everything(root):
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in root.rglob("*") if path.is_file()}


@pytest.mark.parametrize("named", ["main", "v1", "HEAD~1", "HASH", "SHORT"])
def test_a_revision_is_whatever_git_calls_it(named, root, git, committed):
    """Branches, tags, hashes long and short, and steps back."""
    first = committed(root, "2025-09-04")
    git(root, "tag", "--annotate", "-m", "one", "v1")
    git(root, "checkout", "--quiet", "-b", "more")
    write(root, "events/ecuador/base-closed.yaml", EVENT.replace("A base", "The base"))
    committed(root, "2025-09-05")
    given = {"HASH": first, "SHORT": first[:9]}.get(named, named)
    assert History(root).revision(given).commit == first


@pytest.mark.parametrize(
    "named", ["", "nowhere", "--help", "--output=x", "HEAD:events", "HEAD..HEAD", "a\nb", "2025-02-30", "\ud800"]
)
def test_what_is_no_revision_is_refused_in_a_sentence(named, root, committed):
    """An option least of all is taken for a name."""
    committed(root, "2025-09-04")
    with pytest.raises(NoSuchRevision):
        History(root).revision(named)


def test_a_longer_time_is_asked_to_be_a_day(root, committed):
    """A month has no one state."""
    committed(root, "2025-09-04")
    with pytest.raises(NoSuchRevision, match="Use a day, such as 2025-09-04"):
        History(root).revision("2025-09")


def test_a_workspace_may_be_any_folder_of_a_repository(root, committed):
    """Whatever the folder is called, and whatever lies beside it."""
    below = root / "data" / "ours ‘é’"
    for name in ("events", "seeds"):
        below.mkdir(parents=True, exist_ok=True)
        shutil.move(root / name, below / name)
    write(root, "events/other/elsewhere.yaml", EVENT)
    first = committed(root, "2025-09-04")
    assert list(at(below, first).events) == ["base-closed"]
    assert list(at(root, first).events) == ["elsewhere"]


def test_a_folder_that_was_not_there_is_told(root, committed):
    """Before a workspace was moved there, its folder had none."""
    first = committed(root, "2025-09-04")
    shutil.copytree(root / "events", root / "new" / "events")
    (root / "new" / "seeds").mkdir()
    with pytest.raises(HistoryUnreadable, match="no folder new"):
        at(root / "new", first)


def test_before_there_was_a_workspace_it_says_so(root, committed):
    """A repository may be older than the workspace in it."""
    for name in ("events", "seeds"):
        (root / name).rename(root / f"{name}-later")
    first = committed(root, "2025-09-04")
    (root / "events").mkdir()
    with pytest.raises(HistoryUnreadable, match="no workspace here"):
        at(root, first)


def test_git_keeps_no_empty_folder_and_none_is_missed(root, committed):
    """A workspace without sources yet is one."""
    (root / "seeds" / "held.txt").unlink()
    assert list(at(root, committed(root, "2025-09-04")).events) == ["base-closed"]


def test_a_shallow_clone_says_how_far_back_it_goes(root, tmp_path, git, committed):
    """What lies within it can be read; what lies before cannot, by day or by name."""
    first = committed(root, "2025-09-04")
    committed(root, "2025-10-01")
    committed(root, "2025-10-02")
    git(tmp_path, "clone", "--quiet", "--depth=2", root.as_uri(), "shallow")
    shallow = tmp_path / "shallow"
    assert list(at(shallow, "2025-10-01").events) == ["base-closed"]
    for named in ("2025-09-30", first):
        with pytest.raises(NoSuchRevision, match=r"shallow.*goes back only to 2025-10-01.*--unshallow"):
            at(shallow, named)


def test_what_was_merged_counts_from_the_merge(root, git, committed):
    """A branch's commits are older than the day on which the team had them."""
    committed(root, "2025-09-01")
    git(root, "checkout", "--quiet", "-b", "draft")
    write(root, "events/ecuador/drafted.yaml", EVENT)
    committed(root, "2025-09-02")
    git(root, "checkout", "--quiet", "main")
    committed(root, "2025-09-03")
    git(root, "merge", "--quiet", "--no-ff", "-m", "merged", "draft", at="2025-09-05T12:00:00Z")
    assert list(at(root, "2025-09-04").events) == ["base-closed"]
    assert list(at(root, "2025-09-05").events) == ["base-closed", "drafted"]


def test_a_detached_head_has_a_history(root, git, committed):
    """A day is looked for on the line that leads to it."""
    first = committed(root, "2025-09-04")
    committed(root, "2025-09-05")
    git(root, "checkout", "--quiet", first)
    assert History(root).revision("2025-09-06").commit == first


def test_a_submodule_is_ignored_and_named(root, tmp_path, git, committed):
    """Its files have a history of their own."""
    write(tmp_path, "other/inner.yaml", EVENT)
    committed(tmp_path / "other", "2025-09-03")
    git(root, "init", "--quiet")
    git(root, "submodule", "--quiet", "add", str(tmp_path / "other"), "events/theirs")
    committed(root, "2025-09-04")
    history = History(root)
    with history.files_at(history.revision("HEAD")) as laid_out:
        assert laid_out.submodules == ["events/theirs"]
        assert list(load(laid_out.root).events) == ["base-closed"]


def test_files_are_taken_as_git_keeps_them(root, committed):
    """CR LF, bytes that are no UTF-8 and what is too large come out byte for byte, or are told as they would be."""
    write(root, "seeds/crlf.txt", b"One.\r\nTwo.\r\n")
    write(root, "seeds/latin.txt", b"caf\xe9")
    write(root, "events/ecuador/large.yaml", b"# " + b"x" * 1_000_001)
    first = committed(root, "2025-09-04")
    now, then = load(root), at(root, first)
    assert then.texts["crlf"] == "One.\r\nTwo.\r\n"
    assert [str(problem) for problem in then.problems] == [str(problem) for problem in now.problems]
    assert {problem.code for problem in then.problems} >= {"source-not-utf8", "yaml-too-large"}


def test_what_lies_in_lfs_is_named(root, committed):
    """A pointer is not taken for the text."""
    write(root, "seeds/long.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 3\n")
    history = History(root) if committed(root, "2025-09-04") else None
    assert history is not None
    with history.files_at(history.revision("HEAD")) as laid_out:
        assert "LFS" in laid_out.left_out["seeds/long.txt"]
        assert "long" not in load(laid_out.root).texts


@pytest.mark.skipif(os.name == "nt", reason="such names cannot be there")
def test_names_are_bytes(root, committed):
    """Line ends, what steers a terminal, and what is no UTF-8: the workspace reads then as it does now."""
    for name in (b"a\nb.yaml", b"\x1b[31m.yaml", b"caf\xe9.yaml", b"-rf.yaml", b"$(touch x).yaml"):
        (root / "events" / "ecuador" / os.fsdecode(name)).write_text(EVENT, encoding="utf-8")
    first = committed(root, "2025-09-04")
    assert [str(problem) for problem in at(root, first).problems] == [str(problem) for problem in load(root).problems]


def test_a_link_reads_as_it_does_in_the_work_tree(root, tmp_path, committed):
    """One that stays inside is followed, one that leads out is a problem, and nothing is written through any."""
    (tmp_path / "outside").mkdir()
    (root / "events" / "ecuador" / "same.yaml").symlink_to("base-closed.yaml")
    (root / "events" / "ecuador" / "out.yaml").symlink_to("/etc/passwd")
    (root / "events" / "away").symlink_to(tmp_path / "outside")
    first = committed(root, "2025-09-04")
    then = at(root, first)
    assert list(then.events) == ["base-closed", "same"]
    assert [(each.file, each.code) for each in then.problems] == [
        (each.file, each.code) for each in load(root).problems
    ]
    assert list((tmp_path / "outside").iterdir()) == []


def test_trees_made_on_purpose_write_nothing_elsewhere(root, git, committed):
    """A link and a folder of one name, a name with a slash, `..`: any pack may hold what no checkout would make."""
    committed(root, "2025-09-04")
    blob = made(git, root, "blob", EVENT.encode())
    target = made(git, root, "blob", b"/tmp")
    inner = made(git, root, "tree", entry(b"100644", b"evil.yaml", blob))
    away = entry(b"120000", b"away", target) + entry(b"40000", b"away", inner)
    names = entry(b"100644", b"x/../../up.yaml", blob) + entry(b"40000", b"..", inner)
    events = made(git, root, "tree", names + away)
    top = made(git, root, "tree", entry(b"40000", b"events", events))
    commit = git(root, "commit-tree", "-m", "x", top).strip()
    history = History(root)
    with history.files_at(history.revision(commit)) as laid_out:
        written = sorted(path.relative_to(laid_out.root).as_posix() for path in laid_out.root.rglob("*"))
        assert written == ["events", "events/away", "events/away/evil.yaml", "seeds"]
        assert set(laid_out.left_out) == {"events/x/../../up.yaml", "events/away"}
    assert not (laid_out.root.parent / "up.yaml").exists()


def entry(mode, name, object_):
    return mode + b" " + name + b"\0" + bytes.fromhex(object_)


def made(git, root, kind, raw):
    """An object with any content, well-formed or not; its hash."""
    path = root.parent / "object"
    path.write_bytes(raw)
    return git(root, "hash-object", "-w", "--literally", "-t", kind, path).strip()


def test_more_than_is_read_is_refused(root, committed, monkeypatch):
    """A repository of a few bytes can hold more files than any disk."""
    first = committed(root, "2025-09-04")
    monkeypatch.setattr(layout, "MOST_FILES", 2)
    with pytest.raises(HistoryUnreadable, match="more than 2 files"):
        at(root, first)
    monkeypatch.setattr(layout, "MOST_FILES", 100)
    monkeypatch.setattr(layout, "MOST_BYTES", 30)
    with pytest.raises(HistoryUnreadable, match="more than 30 bytes"):
        at(root, first)


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell script")
def test_nothing_that_a_repository_asks_for_is_run(root, git, committed):
    """Filters, text conversion, other diffs, hooks, monitors, pagers, signatures: none of its programs starts."""
    trap, sprung = root.parent / "trap", root.parent / "sprung"
    trap.write_text(f"#!/bin/sh\ntouch '{sprung}'\ncat\n", encoding="utf-8")
    trap.chmod(trap.stat().st_mode | stat.S_IXUSR)
    first = committed(root, "2025-09-04")
    write(root, ".gitattributes", "*.yaml filter=trap diff=trap\n*.txt filter=trap\n")
    for name in (
        *("filter.trap.smudge", "filter.trap.clean", "filter.trap.process", "diff.trap.textconv", "diff.external"),
        *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand", "gpg.program", "pager.rev-list"),
        *("alias.rev-parse", "credential.helper", "core.alternateRefsCommand"),
    ):
        git(root, "config", name, f"!{trap}" if name.startswith("alias") else str(trap))
    git(root, "config", "log.showSignature", "true")
    for hook in ("post-checkout", "reference-transaction", "post-index-change"):
        shutil.copy(trap, root / ".git" / "hooks" / hook)
    sprung.unlink(missing_ok=True)
    assert list(at(root, first).events) == list(at(root, "2025-09-04").events) == ["base-closed"]
    assert not sprung.exists()
    git(root, "add", "--all")
    assert sprung.exists(), "the trap is none"


def test_the_environment_of_the_shell_leads_nowhere_else(root, tmp_path, committed, monkeypatch):
    """Variables that name another repository, as hooks have them, are not heeded."""
    first = committed(root, "2025-09-04")
    write(tmp_path, "other/file", "x")
    committed(tmp_path / "other", "2025-09-03")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "other" / ".git"))
    monkeypatch.setenv("GIT_TRACE", str(tmp_path / "trace"))
    assert list(at(root, first).events) == ["base-closed"]
    assert not (tmp_path / "trace").exists()


def test_a_repository_that_lacks_an_object_says_which(root, git, committed):
    """As in a partial clone: nothing is fetched, the file is named, and the others are read."""
    write(root, "events/ecuador/other.yaml", EVENT.replace("A base", "Another base"))
    committed(root, "2025-09-04")
    lost = git(root, "rev-parse", "HEAD:events/ecuador/other.yaml").strip()
    (root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    history = History(root)
    with history.files_at(history.revision("HEAD")) as laid_out:
        assert list(load(laid_out.root).events) == ["base-closed"]
        assert lost[:12] in laid_out.left_out["events/ecuador/other.yaml"]


@pytest.mark.skipif(os.name == "nt", reason="the trap is a shell command")
def test_a_remote_that_promises_objects_is_not_asked_for_them(root, git, committed):
    """A remote may be any command; what a partial clone lacks is named."""
    committed(root, "2025-09-04")
    lost = git(root, "rev-parse", "HEAD:seeds/held.txt").strip()
    (root / ".git" / "objects" / lost[:2] / lost[2:]).unlink()
    sprung = root.parent / "sprung"
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": f"ext::sh -c touch% {sprung}",
        "protocol.ext.allow": "always",
    }.items():
        git(root, "config", name, value)
    history = History(root)
    with history.files_at(history.revision("HEAD")) as laid_out:
        assert lost[:12] in laid_out.left_out["seeds/held.txt"]
    assert not sprung.exists()


def test_a_full_disk_is_no_fault_of_the_files(root, committed, monkeypatch):
    """Not every file is left out, each with a reason: nothing can be compared, and that is said once."""
    first = committed(root, "2025-09-04")

    def full(*_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(layout.Path, "open", full)
    with pytest.raises(HistoryUnreadable, match="No space left"):
        at(root, first)


def test_outside_a_repository_it_says_what_to_do(root):
    """A workspace need not be in git; its changes are read from there."""
    with pytest.raises(HistoryUnreadable, match=r"not in a git repository.*git init"):
        History(root)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give files away")
def test_a_repository_of_somebody_else_says_how_to_trust_it(root, committed, monkeypatch):
    """Git reads none that belongs to another, unless its person says so; nor does Dateline."""
    for name in ("HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(root.parent))
    committed(root, "2025-09-04")
    for path in (root, root / ".git"):
        os.chown(path, 12_345, 12_345)
    with pytest.raises(HistoryUnreadable, match=r"git does not trust .*safe\.directory"):
        History(root)


def test_a_folder_that_is_another_thing_in_history_is_told(root, tmp_path, git, committed):
    """A submodule in its place has a history of its own."""
    shutil.rmtree(root / "events")
    write(tmp_path, "other/ecuador/inner.yaml", EVENT)
    committed(tmp_path / "other", "2025-09-03")
    git(root, "init", "--quiet")
    git(root, "submodule", "--quiet", "add", str(tmp_path / "other"), "events")
    committed(root, "2025-09-04")
    with pytest.raises(HistoryUnreadable, match="events/ is a submodule"):
        at(root, "HEAD")


def test_clocks_beyond_the_calendar_do_no_harm(root, git, committed):
    """A commit may say any second."""
    committed(root, "2025-09-04")
    tree = git(root, "rev-parse", "HEAD^{tree}").strip()
    far = git(root, "commit-tree", "-m", "x", tree, at="@999999999999 +0000").strip()
    assert History(root).revision(far).day.year == 9999


@pytest.mark.parametrize("named", ["2025-09-04", "HEAD", "main"])
def test_missing_objects_are_said_to_be_missing(root, committed, named):
    """A commit whose object is gone is no repository without a commit."""
    commit = committed(root, "2025-09-04")
    (root / ".git" / "objects" / commit[:2] / commit[2:]).unlink()
    with pytest.raises(
        HistoryUnreadable, match=rf"is the commit {commit[:12]}, .* does not have it: objects are missing"
    ):
        History(root).revision(named)


def test_a_hash_that_nobody_has_is_no_revision(root, committed):
    """It may be mistyped: nothing is said to be missing."""
    committed(root, "2025-09-04")
    with pytest.raises(NoSuchRevision, match="not a revision in this repository"):
        History(root).revision("1" * 40)


def test_without_a_commit_it_says_so(root, git):
    """A repository that has just been made."""
    git(root, "init", "--quiet")
    for named in ("2025-09-04", "HEAD"):
        with pytest.raises(NoSuchRevision, match="no commits yet"):
            History(root).revision(named)


def test_without_git_it_says_so(root, monkeypatch):
    """A sentence, and what to install; a git that lies in the workspace is not taken for one."""
    monkeypatch.setenv("PATH", f".{os.pathsep}{root}")
    write(root, "git", "#!/bin/sh\n").chmod(0o755)
    with pytest.raises(HistoryUnreadable, match="git is not installed"):
        History(root)


def test_commits_are_listed_by_what_they_changed(root, committed, git):
    """The latest first, along the first parents, with their subjects; one that changed nothing of it is left out."""
    inner, repository = root, root.parent
    first = committed(repository, "2025-09-04")
    write(repository, "elsewhere.txt", "No part of the workspace.")
    committed(repository, "2025-09-05")
    write(inner, "seeds/held.txt", "The base was opened.")
    git(repository, "add", "--all")
    git(repository, "commit", "--quiet", "--message", "<b>Texts</b>\n\nMore.", at="2025-09-06T12:00:00Z")
    history = History(inner)
    told = [(each.committed.date().isoformat(), each.subject) for each in history.commits(9)]
    assert told == [("2025-09-06", "<b>Texts</b>"), ("2025-09-04", "As of 2025-09-04")]
    assert [each.commit for each in history.commits(9, "events")] == [first]
    assert len(history.commits(1)) == 1
    assert history.oldest() == history.commits(9)[-1].revision
    assert history.file_at(first, "seeds/held.txt", 99) == b"The base was closed."
    assert history.file_at(first, "seeds/held.txt", 3) is None
    assert history.file_at(first, "seeds/none.txt", 99) is None


def test_the_commits_that_touched_a_file_are_told_by_its_name(root, committed, git):
    """Of the workspace alone, from the first on or after one; a merge counts as one commit, with what it brought."""
    inner, repository = root, root.parent
    write(repository, "events/other.yaml", "No part of the workspace.")
    first = committed(repository, "2025-09-04")
    git(repository, "checkout", "--quiet", "-b", "draft")
    write(inner, "events/ecuador/späte nachricht.yaml", EVENT)
    committed(repository, "2025-09-05")
    git(repository, "checkout", "--quiet", "main")
    write(inner, "seeds/held.txt", "The base was opened.")
    second = committed(repository, "2025-09-06")
    git(repository, "merge", "--quiet", "--no-ff", "-m", "merged", "draft", at="2025-09-07T12:00:00Z")
    history = History(inner)
    told = {name: [each.committed.day for each in found] for name, found in history.commits_by_file("", "HEAD").items()}
    assert told == {
        "events/ecuador/base-closed.yaml": [4],
        "events/ecuador/späte nachricht.yaml": [7],
        "seeds/held.txt": [6, 4],
    }
    assert list(history.commits_by_file(second, "HEAD")) == ["events/ecuador/späte nachricht.yaml"]
    assert history.identity() == f"{first}:{inner.name}" != History(repository).identity()


def test_without_a_commit_there_is_nothing_to_list(root, git):
    """Nor a first one."""
    git(root, "init", "--quiet")
    history = History(root)
    assert (history.head(), history.oldest(), history.commits(9)) == (None, None, ())


def test_a_content_has_the_name_that_git_gives_it(root, committed):
    """By both hashes that a repository may have."""
    commit = committed(root, "2025-09-04")
    history = History(root)
    with history.files_at(history.revision(commit)) as laid_out:
        names = {file: layout.content_name((root / file).read_bytes(), len(commit)) for file in laid_out.contents}
    assert laid_out.contents == names
    assert set(names) == {"seeds/held.txt", "events/ecuador/base-closed.yaml"}
    assert len(layout.content_name(b"", 64)) == 64


def test_what_is_known_is_laid_out_by_its_name_alone(root, committed):
    """Another content of the same name is written as it is."""
    commit = committed(root, "2025-09-04")
    history = History(root)
    revision = history.revision(commit)
    known = {("seeds/held.txt", layout.content_name((root / "seeds/held.txt").read_bytes(), 40))}
    known.add(("events/ecuador/base-closed.yaml", "0" * 40))
    with history.files_at(revision, known) as laid_out:
        assert (laid_out.root / "seeds/held.txt").read_bytes() == b""
        assert (laid_out.root / "events/ecuador/base-closed.yaml").read_text(encoding="utf-8") == EVENT
        assert len(laid_out.contents) == 2
