"""Saved views: written whole, read back, nothing lost."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dashboard.model.workspace import SavedView
from dashboard.store.loading import load
from dashboard.store.views_file import FILE, ViewNotSaved, id_for, remove_view, save_view


def view(id_="ecuador", **fields):
    return SavedView.model_validate({"id": id_, "title": "Ecuador", **fields})


def test_a_view_is_read_back_as_it_was_saved(empty_workspace):
    """With every field."""
    saved = view(
        show=["thread:us-ecuador-basing"],
        **{"from": "2025-09", "to": "2025", "as": "reported", "lanes": "actor", "layer": "hexagons"},
        words='"ba#se" \\ ünï 한국',
    )
    save_view(empty_workspace, saved)
    workspace = load(empty_workspace)
    assert (dict(workspace.views), workspace.problems) == ({"ecuador": saved}, ())


def test_saving_again_replaces_and_keeps_the_others(empty_workspace):
    """By title."""
    save_view(empty_workspace, view())
    save_view(empty_workspace, view("korea", title="Korea"))
    assert save_view(empty_workspace, view(words="base"))
    views = load(empty_workspace).views
    assert (list(views), views["ecuador"].words) == (["ecuador", "korea"], "base")
    remove_view(empty_workspace, "ecuador")
    remove_view(empty_workspace, "nothing")
    assert list(load(empty_workspace).views) == ["korea"]


def test_two_titles_of_one_id_are_two_views(empty_workspace):
    """Of a title in letters that no id has, as well: nobody's view is written over by another's."""
    for title in ("한국", "عربي", "한국"):
        save_view(empty_workspace, view(id_for(title), title=title, words=title))
    views = load(empty_workspace).views
    assert {id_: each.title for id_, each in views.items()} == {"view": "한국", "view-2": "عربي"}


def test_a_broken_file_is_not_written_over(empty_workspace):
    """What somebody has still to fix is not lost."""
    broken = 'ecuador: {titel: "x"}\n'
    (empty_workspace / FILE).write_text(broken)
    with pytest.raises(ViewNotSaved, match="Fix it first"):
        save_view(empty_workspace, view())
    assert (empty_workspace / FILE).read_text() == broken


def test_a_write_that_fails_leaves_the_file_as_it_was(empty_workspace, monkeypatch):
    """No half-written file, and nothing beside it."""
    save_view(empty_workspace, view())
    before = (empty_workspace / FILE).read_text()
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device")))
    with pytest.raises(ViewNotSaved, match=r"the disk is full\. Free some space"):
        save_view(empty_workspace, view("korea"))
    assert (empty_workspace / FILE).read_text() == before
    assert [path.name for path in (empty_workspace / "events").iterdir()] == ["views.yaml"]


@pytest.mark.parametrize(
    ("title", "id_"),
    [
        ("Ecuador in 2025", "ecuador-in-2025"),
        ("Félix & Co.", "felix-co"),
        ("한국", "view"),
        ("--", "view"),
        ("x" * 200, "x" * 80),
    ],
)
def test_an_id_is_made_of_the_title(title, id_):
    """Letters that no id has are left out."""
    assert id_for(title) == id_


TYPED = st.text(min_size=1, max_size=60).filter(lambda text: text.strip())


@given(TYPED, TYPED)
@example("2025", "us\x7f")
@example("Null", "us\x85")
def test_any_title_and_filter_is_read_back(tmp_path_factory, title, actor):
    """Whatever the reader types, and whatever an address has; what no text may hold is refused before it is written."""
    root = tmp_path_factory.mktemp("views")
    (root / "seeds").mkdir()
    (root / "events").mkdir()
    try:
        saved = view(id_for(title), title=title, show=[f"actor:{actor}"])
    except ValueError:
        return
    save_view(root, saved)
    assert dict(load(root).views) == {saved.id: saved}
