"""Two folders change places, or stay where they are."""

import pytest

from dashboard.briefing.site import swapping


@pytest.fixture(params=["at once", "by renaming"])
def folders(request, tmp_path, monkeypatch):
    """Two folders, with a file each."""
    if request.param == "by renaming":
        monkeypatch.setattr(swapping, "_exchange", lambda *_: False)
    for name in ("one", "other"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "file").write_text(name, encoding="utf-8")
    return tmp_path / "one", tmp_path / "other"


def test_each_has_the_name_of_the_other(folders):
    """And nothing else is beside them."""
    one, other = folders
    swapping.swap_folders(one, other)
    assert ((one / "file").read_text("utf-8"), (other / "file").read_text("utf-8")) == ("other", "one")
    assert sorted(path.name for path in one.parent.iterdir()) == ["one", "other"]


def test_what_is_not_there_changes_nothing(folders):
    """The other one stays."""
    one, other = folders
    with pytest.raises(FileNotFoundError):
        swapping.swap_folders(one.parent / "none", other)
    assert (other / "file").read_text("utf-8") == "other"
    assert sorted(path.name for path in one.parent.iterdir()) == ["one", "other"]
