"""Loading a workspace: every file on its own."""

import hashlib
import os
from pathlib import Path

import pytest

from dashboard.errors import NotAWorkspace
from dashboard.store import text_file
from dashboard.store.loading import Loader, load
from dashboard.store.tree import find_workspace
from tests.copying import write

EVENT = 'title: A base closes\nclaims: {closed: {text: "The base was closed.", sources: [voa]}}\n'


@pytest.fixture
def root(tmp_path):
    """A small workspace: one source with its text, one event."""
    write(tmp_path, "seeds/held.yaml", "kind: article\n")
    write(tmp_path, "seeds/held.txt", "The base was closed.")
    write(tmp_path, "events/ecuador/us-base-closed.yaml", EVENT)
    return tmp_path


def problems(root):
    return [(problem.file, problem.line, problem.column, problem.code) for problem in load(root).problems]


def test_records_are_keyed_by_their_file_names(root):
    """An id is the file's stem; a registry entry's is its key."""
    write(root, "events/registry/places.yaml", "ecuador: {name: Ecuador, precision: country}\n")
    write(root, "events/registry/actors.yaml", "voa: {name: Voice of America, kind: media}\n")
    write(root, "events/registry/threads.yaml", "basing: {title: Basing}\n")
    workspace = load(root)
    assert workspace.problems == ()
    assert workspace.events["us-base-closed"].id == "us-base-closed"
    assert workspace.files == {"us-base-closed": "events/ecuador/us-base-closed.yaml"}
    assert [*workspace.places, *workspace.actors, *workspace.threads] == ["ecuador", "voa", "basing"]
    assert workspace.texts == {"held": "The base was closed."}
    assert workspace.hashes == {"held": hashlib.sha256(b"The base was closed.").hexdigest()}


def test_where_a_value_stands_can_be_asked_later(root):
    """Line and column of a value, of its key, and of the nearest that there is."""
    workspace = load(root)
    file = workspace.files["us-base-closed"]
    assert workspace.position(file, ("claims", "closed", "text")) == (2, 25)
    assert workspace.position(file, ("claims",), key=True) == (2, 1)
    assert workspace.position(file, ("claims", "closed", "note")) == workspace.position(file, ("claims", "closed"))
    assert workspace.position("events/gone.yaml") == (1, 1)


def test_a_broken_file_is_set_aside_and_its_neighbour_is_read(root):
    """One bad file never hides a good one."""
    write(root, "events/ecuador/broken.yaml", "title: [")
    write(root, "events/ecuador/wrong.yaml", "title: 5\nclaims: {}\n")
    workspace = load(root)
    assert list(workspace.events) == ["us-base-closed"]
    assert workspace.set_aside == ("events/ecuador/broken.yaml", "events/ecuador/wrong.yaml")
    assert {problem.file for problem in workspace.problems} == set(workspace.set_aside)


def test_one_bad_entry_of_a_registry_hides_no_other(root):
    """Entries stand on their own."""
    write(
        root,
        "events/registry/places.yaml",
        "a: {name: A, precision: town}\nB: {name: B, precision: city}\nc: 5\nd: {name: D, precision: city}\n",
    )
    assert list(load(root).places) == ["d"]
    file = "events/registry/places.yaml"
    assert problems(root) == [
        (file, 1, 25, "value-not-in-vocabulary"),
        (file, 2, 1, "id-malformed"),
        (file, 3, 4, "value-wrong-type"),
    ]


def test_the_second_of_two_equal_ids_is_set_aside(root):
    """The first by path is kept."""
    write(root, "events/zone/us-base-closed.yaml", EVENT)
    workspace = load(root)
    assert workspace.files["us-base-closed"] == "events/ecuador/us-base-closed.yaml"
    assert workspace.set_aside == ("events/zone/us-base-closed.yaml",)
    assert problems(root) == [("events/zone/us-base-closed.yaml", 1, 1, "id-taken")]


def test_a_name_that_is_no_id_is_refused(root):
    """The file's name is the id."""
    write(root, "events/ecuador/US Base.yaml", EVENT)
    assert problems(root) == [("events/ecuador/US Base.yaml", 1, 1, "id-malformed")]


@pytest.mark.parametrize(
    "name",
    [
        "events/x.yaml",
        "events/ecuador/x.yml",
        "events/ecuador/deeper/x.yaml",
        "events/registry/cities.yaml",
        "seeds/x.pdf",
        "notes/../events/n.txt",
    ],
)
def test_what_is_not_read_is_a_warning(root, name):
    """Whoever put it there may think that it is shown."""
    (root / "notes").mkdir()
    write(root, name, EVENT)
    assert [code for *_, code in problems(root)] == ["file-not-read"]
    assert len(load(root).not_read) == 1


@pytest.mark.parametrize(
    "name",
    ["events/README.md", "events/PROBLEMS.md", "events/ecuador/.keep", "seeds/README.md", "events/briefings/README.md"],
)
def test_readmes_and_hidden_files_are_passed_over(root, name):
    """They are where they belong."""
    write(root, name, "x")
    assert problems(root) == []


def test_a_briefing_is_read_beside_the_events(root):
    """It is no event, takes no id from one, and is read anew only when its file changed."""
    file = "events/briefings/us-base-closed.yaml"
    write(root, file, 'title: A base\nmarking: CLEAR\nas_of: "2025-12-31"\nselection: {events: [us-base-closed]}\n')
    loader = Loader(root)
    assert list(loader.load().briefings) == ["us-base-closed"]
    assert problems(root) == []
    loader.load()
    assert loader.files_read == 0
    write(root, file, "title: A base\n")
    assert (dict(loader.load().briefings), loader.files_read) == ({}, 1)
    assert {code for *_, code in problems(root)} == {"key-missing"}
    assert list(load(root).events) == ["us-base-closed"]


def test_a_folder_named_like_a_file_is_no_record(root):
    """It is named, and its neighbour is read."""
    (root / "events/ecuador/folder.yaml").mkdir()
    (root / "seeds/folder.txt").mkdir()
    assert [code for *_, code in problems(root)] == ["file-not-read", "file-not-read"]
    assert list(load(root).events) == ["us-base-closed"]


@pytest.mark.parametrize(
    "name", ["events/ecuador/link.yaml", "events/linked", "seeds/link.txt", "events/registry/places.yaml"]
)
def test_a_link_out_of_the_workspace_is_not_followed(root, name, tmp_path_factory):
    """Others would not get what it leads to."""
    outside = tmp_path_factory.mktemp("outside")
    write(outside, "x.yaml", EVENT)
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(outside if name == "events/linked" else outside / "x.yaml")
    assert problems(root) == [(name, 1, 1, "file-outside")]


def test_a_link_within_the_workspace_is_followed(root):
    """Only what leads out is refused."""
    (root / "events/ecuador/again.yaml").symlink_to(root / "events/ecuador/us-base-closed.yaml")
    assert set(load(root).events) == {"again", "us-base-closed"}


def test_a_link_to_nothing_is_named(root):
    """It does not pass for a file that somebody deleted."""
    (root / "events/ecuador/gone.yaml").symlink_to(root / "events/ecuador/nothing.yaml")
    assert problems(root) == [("events/ecuador/gone.yaml", 1, 1, "file-outside")]


@pytest.mark.parametrize(
    "name",
    ["events/ecuador/loop.yaml", "events/loop", "events/registry/places.yaml", "seeds/loop.txt", "seeds/loop.yaml"],
)
def test_a_link_that_goes_in_circles_is_named(root, name):
    """It leads nowhere, and its neighbours are read all the same."""
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).symlink_to(Path(name).name)
    assert [file for file, *_ in problems(root)] == [name]
    assert list(load(root).events) == ["us-base-closed"]


def test_a_folder_that_may_not_be_listed_is_an_error(root, monkeypatch):
    """Records are missing: whoever validates must not be told that all is well (played, as for a file)."""
    listed = os.scandir

    def refuse(folder):
        if Path(folder).name == "ecuador":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(os, "scandir", refuse)
    (problem,) = load(root).problems
    assert (problem.file, problem.code, problem.severity) == ("events/ecuador", "file-unreadable", "error")


def test_a_name_that_is_no_text_is_named_in_characters_that_are(root):
    """Some systems allow any bytes in a name; a page cannot show them."""
    try:
        (root / "events/ecuador" / os.fsdecode(b"caf\xe9.yaml")).write_text(EVENT, encoding="utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert problems(root) == [("events/ecuador/caf\\xe9.yaml", 1, 1, "file-not-read")]
    assert load(root).not_read == ("events/ecuador/caf\\xe9.yaml",)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("seeds/x.pdf", "rename it"),
        ("seeds/x.yml", "`x.yaml`"),
        ("events/registry/x.yaml", "to one of them"),
        ("events/x.yaml", "`FOLDER/ID.yaml`"),
    ],
)
def test_what_is_not_read_has_the_mend_of_its_folder(root, name, hint):
    """Where sources lie, nothing is told about events."""
    write(root, name, "x")
    (problem,) = load(root).problems
    assert hint in problem.hint


def test_a_link_that_may_not_be_followed_is_named(root, monkeypatch):
    """What lies behind a folder of somebody else is no fault of the program (root may go everywhere: it is played)."""
    link = root / "events/ecuador/link.yaml"
    link.symlink_to("/elsewhere/x.yaml")
    resolved = Path.resolve

    def refuse(path, strict=False):
        if path == link:
            raise PermissionError(13, "Permission denied")
        return resolved(path, strict)

    monkeypatch.setattr(Path, "resolve", refuse)
    assert problems(root) == [("events/ecuador/link.yaml", 1, 1, "file-outside")]


def test_a_file_that_may_not_be_read_is_named(root, monkeypatch):
    """Permissions are a problem of the file, not of the program (root may read everything, so they are played)."""
    secret = write(root, "events/ecuador/secret.yaml", EVENT)

    def refuse(path, *args, **kwargs):
        if Path(path) == secret:
            raise PermissionError(13, "Permission denied")
        return Path(path).open(*args, **kwargs)

    monkeypatch.setattr(text_file, "open", refuse, raising=False)
    assert problems(root) == [("events/ecuador/secret.yaml", 1, 1, "file-unreadable")]


def test_a_text_that_is_not_utf8_is_named_at_its_place(root):
    """Line and column of the first bad byte."""
    write(root, "seeds/held.txt", b"The base\nwas clos\xe9d.")
    assert problems(root) == [("seeds/held.txt", 2, 9, "source-not-utf8")]
    assert load(root).texts == {}


def test_a_text_keeps_its_line_ends_and_mark(root):
    """Offsets count every code point that the file has."""
    write(root, "seeds/held.txt", "\ufeffa\r\nb")
    assert load(root).texts["held"] == "\ufeffa\r\nb"


@pytest.mark.parametrize("written", ["2009", "2025-09-04", "1999/2009", "/1985"])
def test_a_date_without_quotes_is_named(root, written):
    """Other programs would read it as something else."""
    write(root, "events/ecuador/x.yaml", f"{EVENT}when:\n  claims: [closed]\n  reported: {written}\n")
    assert problems(root) == [("events/ecuador/x.yaml", 5, 13, "date-not-quoted")]


def test_an_unquoted_number_elsewhere_is_no_date(root):
    """Only date fields ask for quotes."""
    write(root, "events/ecuador/x.yaml", f'{EVENT}tags: [12:30]\nwhen: {{reported: "2009", claims: [closed]}}\n')
    assert problems(root) == []


def test_a_folder_without_seeds_and_events_is_no_workspace(tmp_path):
    """The message says what to do."""
    with pytest.raises(NotAWorkspace, match="seeds"):
        load(tmp_path)
    with pytest.raises(NotAWorkspace, match="dateline init"):
        find_workspace(tmp_path)


def test_the_nearest_workspace_upwards_is_found(root):
    """From any folder inside it."""
    assert find_workspace(root / "events" / "ecuador") == root.resolve()


def test_only_what_changed_is_read_again(root):
    """A second load opens the changed and the new file, and keeps the rest as it was."""
    write(root, "events/ecuador/other.yaml", EVENT)
    loader = Loader(root)
    before = loader.load()
    assert loader.files_read == 4
    assert loader.load() == before
    assert loader.files_read == 0
    write(root, "events/ecuador/other.yaml", EVENT.replace("A base", "Another base"))
    write(root, "events/ecuador/new.yaml", "title: [")
    after = loader.load()
    assert loader.files_read == 2
    assert after.events["us-base-closed"] is before.events["us-base-closed"]
    assert after.events["other"].title == "Another base closes"
    assert after.set_aside == ("events/ecuador/new.yaml",)


def test_what_was_removed_is_gone(root):
    """With its problems."""
    broken = write(root, "events/ecuador/broken.yaml", "title: [")
    loader = Loader(root)
    assert loader.load().problems
    broken.unlink()
    (root / "events/ecuador/us-base-closed.yaml").unlink()
    after = loader.load()
    assert (dict(after.events), after.problems) == ({}, ())


def test_what_has_not_changed_is_the_very_same_mapping(root):
    """What was made of thousands of events holds on when a registry has another place, and no longer than that."""
    loader = Loader(root)
    before = loader.load()
    write(root, "events/registry/places.yaml", "quito: {name: Quito, country: EC, precision: country}\n")
    after = loader.load()
    assert after.events is before.events
    assert after.texts is before.texts
    assert after.files is before.files
    write(root, "events/ecuador/us-base-opens.yaml", EVENT)
    last = loader.load()
    assert last.events is not after.events
    assert last.texts is after.texts
    write(root, "events/ecuador/us-base-closed.yaml", f"# As the office has it.\n{EVENT}")
    assert loader.load().events is not last.events
