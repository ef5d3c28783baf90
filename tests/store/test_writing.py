"""What is written is read: no writer of a record or registry makes a file that is larger than what its reader takes."""

import pytest

from dashboard.model.briefing import Briefing
from dashboard.model.event import Event
from dashboard.model.workspace import SavedView
from dashboard.store.briefing_files import BriefingNotWritten, new_briefing
from dashboard.store.draft_files import DraftsNotWritten, write_drafts
from dashboard.store.loading import load
from dashboard.store.source_description import DescriptionNotChanged, description
from dashboard.store.source_files import SourceNotStored, accept_text, store_source
from dashboard.store.text_file import MAX_BYTES
from dashboard.store.views_file import FILE, ViewNotSaved, remove_view, save_view
from dashboard.store.writing import write_over

LONG = "x" * (MAX_BYTES + 1)
MANY = {f"events/event-{number:0>5}": "a" * 64 for number in range(11_500)}
REFUSED = r"would have 1,0\d\d,\d\d\d bytes, but the limit is 1,000,000\. Nothing was written: "


def contents(root):
    return {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_views_that_would_not_be_read_together_are_not_saved(empty_workspace):
    """The one that is too many is refused; all others are still read, and can be replaced and removed."""
    large = tuple(f"actor:a{number:0>75}" for number in range(4_000))  # a third of a file
    saved = 0

    def save_many():
        nonlocal saved
        for saved in range(10):
            save_view(empty_workspace, SavedView(id=f"v-{saved}", title=f"View {saved}", show=large))

    with pytest.raises(ViewNotSaved, match=f"^{FILE} {REFUSED}remove views"):
        save_many()
    workspace = load(empty_workspace)
    assert (len(workspace.views), workspace.problems) == (saved, ())
    assert saved == 2
    assert save_view(empty_workspace, SavedView(id="v-0", title="View 0"))
    remove_view(empty_workspace, "v-1")
    assert len(load(empty_workspace).views) == saved - 1


def _briefing(root):
    fields = {"id": "b", "title": "T", "marking": "RED", "as_of": "2025", "selection": {"events": ["a"]}}
    new_briefing(root, Briefing.model_validate({**fields, "built_on": {"records": MANY}}))


def _source(root):
    store_source(root, "pier", "A pier.\n", description({"kind": "other", "note": LONG}, "A pier.\n"))


def _drafts(root):
    """The second of two."""
    fields = {"title": "T", "date": {"value": "2025"}, "kind": "other"}
    events = [Event.model_construct(id=id_, **{**fields, "title": title}) for id_, title in (("a", "T"), ("b", LONG))]
    write_drafts(root, "events/new", events)


@pytest.mark.parametrize(
    ("write", "refusal"),
    [
        (_briefing, BriefingNotWritten),
        (_source, SourceNotStored),
        (_drafts, DraftsNotWritten),
    ],
)
def test_what_would_not_be_read_is_not_written(empty_workspace, write, refusal):
    """Of each writer: nothing is left behind, not even the half that would be read."""
    before = contents(empty_workspace)
    with pytest.raises(refusal, match=REFUSED):
        write(empty_workspace)
    assert contents(empty_workspace) == before


def test_figures_of_a_text_do_not_make_its_description_too_large(empty_workspace):
    """A description that just fits stays as it is."""
    (empty_workspace / "seeds/pier.txt").write_text("A pier, and a text that has become longer.\n" * 30)
    head = f"kind: other\ntext: {{sha256: {'a' * 64}, characters: 1}}\n# "
    (empty_workspace / "seeds/pier.yaml").write_text(head + "x" * (MAX_BYTES - len(head) - 1) + "\n")
    before = contents(empty_workspace)
    with pytest.raises(DescriptionNotChanged):
        accept_text(empty_workspace, "pier")
    assert contents(empty_workspace) == before


def test_a_file_that_is_set_to_be_read_only_stays(tmp_path):
    """Somebody has locked it: renaming over it would not ask."""
    path = tmp_path / "one.yaml"
    path.write_bytes(b"one")
    path.chmod(0o444)
    with pytest.raises(PermissionError):
        write_over(path, "two", b"one")
    assert path.read_bytes() == b"one"
    path.chmod(0o644)
    write_over(path, "two", b"one")
    assert path.read_bytes() == b"two"
    assert list(tmp_path.iterdir()) == [path]
