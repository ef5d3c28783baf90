"""A source is removed whole, and only where nothing refers to it."""

import pytest

from dashboard.checks.validation import validate
from dashboard.store.renaming import NotRenamed, StillReferredTo, finish_interrupted, journal, removal, remove_source
from tests.store.renaming.test_renaming import files


def add(root, id_="lone", **more):
    for ending, text in {"txt": "It is so.\n", "yaml": "kind: article\n", **more}.items():
        (root / "seeds" / f"{id_}.{ending}").write_text(text, encoding="utf-8")


def test_what_nothing_refers_to_goes_with_both_files(pier):
    """And nothing else is touched."""
    before = files(pier)
    add(pier)
    assert remove_source(pier, "lone") == ("seeds/lone.txt", "seeds/lone.yaml")
    assert files(pier) == before


def test_its_own_files_are_no_reference(pier):
    """A description may name its own id as its origin."""
    add(pier, yaml="kind: article\norigin: lone\n")
    with pytest.raises(StillReferredTo) as refusal:
        remove_source(pier, "paper")
    assert {reference.file for reference in refusal.value.references} >= {"seeds/other.yaml", "events/views.yaml"}
    assert remove_source(pier, "lone")


def test_references_are_listed_with_their_lines(pier):
    """In every kind of file; nothing is removed."""
    before = files(pier)
    with pytest.raises(StillReferredTo, match="other is not removed: 2 references") as refusal:
        remove_source(pier, "other")
    assert [str(each) for each in refusal.value.references] == [
        "events/lorne/pier-closes.yaml:2:47",
        "events/lorne/pier-opens.yaml:24:9",
    ]
    assert files(pier) == before


def test_a_text_alone_is_removed(pier):
    """What a removal that was interrupted has left, or somebody has put there."""
    add(pier)
    (pier / "seeds" / "lone.yaml").unlink()
    assert remove_source(pier, "lone") == ("seeds/lone.txt",)


def test_what_was_interrupted_is_finished(pier):
    """The note of it stands until both files are gone."""
    before = files(pier)
    add(pier)
    journal.begin(pier, removal.Target("source", "lone"), "")
    (pier / "seeds" / "lone.txt").unlink()
    report = finish_interrupted(pier)
    assert report is not None
    assert (report.new, report.moves) == ("", (("seeds/lone.yaml", ""),))
    assert files(pier) == before
    assert not any("lone" in problem.file for problem in validate(pier).problems)


@pytest.mark.parametrize(("at", "said", "left"), [(0, "Nothing was removed", 2), (1, "Run the command again", 1)])
def test_a_file_that_cannot_be_removed_is_said(pier, monkeypatch, at, said, left):
    """With what was, and what to do."""
    add(pier)
    calls, unlink = iter(range(9)), removal.Path.unlink

    def failing(self, missing_ok=False):
        if self.name.startswith("lone.") and next(calls) == at:
            raise PermissionError(13, "Permission denied")
        unlink(self, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(removal.Path, "unlink", failing)
        with pytest.raises(NotRenamed, match=said):
            remove_source(pier, "lone")
    assert len(list((pier / "seeds").glob("lone.*"))) == left
    assert (journal.read_unfinished(pier) is not None) is (left == 1)
    finish_interrupted(pier)
    assert len(list((pier / "seeds").glob("lone.*"))) == (2 if left == 2 else 0)


def test_a_dry_run_removes_nothing(pier):
    """It says what would go."""
    add(pier)
    before = files(pier)
    assert remove_source(pier, "lone", dry_run=True) == ("seeds/lone.txt", "seeds/lone.yaml")
    assert files(pier) == before
