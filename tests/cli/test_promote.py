"""`dateline promote`: rows to drafts, told in lines."""

from tests.worlds import build


def test_rows_become_drafts(dateline, tmp_path):
    """Each with its source; a report is told, and a row that is there already is refused."""
    root = build("imports", tmp_path / "here")
    first = dateline("promote", "ged", "row-2", "row-3", "--workspace", root)
    assert (first.code, first.out.count("written: events/imported/")) == (0, 2)
    assert "is no actor of the registry" in first.out
    report = dateline("promote", "gdelt", "row-4", "--workspace", root)
    assert "This row is a report" in report.out
    again = dateline("promote", "ged", "row-2", "--workspace", root)
    assert again.code == 1
    assert "refused: ged/row-2 is the source ged-row-2 already" in again.out


def test_what_is_not_there_is_told(dateline, tmp_path):
    """A dataset, or a row, that the workspace does not have ends the command before anything is written."""
    root = build("imports", tmp_path / "here")
    assert "There is no imported dataset gde" in dateline("promote", "gde", "1", "--workspace", root).err
    ended = dateline("promote", "ged", "' OR true --", "--workspace", root)
    assert ended.code == 2
    assert "Nothing was written" in ended.err
    assert not (root / "events/imported").exists()
