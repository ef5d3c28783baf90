"""What the page tells of since the reader last looked."""

import pytest

from dashboard.app.pages.changes.last_look import MOST_LINES, news_since
from dashboard.app.shell import cache_of_workspace
from tests.copying import edit


@pytest.fixture
def seen(workspace, committed, monkeypatch):
    """A workspace of which a reader saw a commit, and then an event changed."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    commit = committed(workspace, "2026-11-20")
    edit(workspace, "events/ecuador/us-base-closed.yaml", "title: ", "title: At last ")
    for number in range(MOST_LINES + 2):
        text = (workspace / "events/ecuador/us-base-notice.yaml").read_text(encoding="utf-8")
        (workspace / f"events/ecuador/new-{number}.yaml").write_text(text, encoding="utf-8")
    cache_of_workspace(workspace.resolve()).now(look=True)
    return commit


def test_news_lead_to_what_they_tell_of(seen):
    """A few lines of each group, how many more there are, and all changes."""
    news = news_since(seen, "2026-11-20")
    assert (news["told"], news["head"]) == (True, seen[:12])
    (learned,) = [group for group in news["groups"] if group["title"] == "Learned"]
    assert (len(learned["lines"]), learned["more"]) == (MOST_LINES, 2)
    assert learned["lines"][0]["leads"]["value"].startswith("event=new-")
    assert "1 event changed" in news["sum"]
    assert news["leads"] == {
        "press": "go",
        "value": f"page=changes&since={seen}",
        "href": f"./changes?since={seen}",
    }


@pytest.mark.parametrize(
    ("commit", "day"),
    [("", "2026-11-20"), ("f" * 40, "2026-11-20"), ("HEAD~1", "2026-11-20"), ("--output=x", "2026-11-20"), (None, "")],
)
def test_of_what_cannot_be_read_nothing_is_told(seen, commit, day):
    """The commit to be kept is told all the same: the first time there is none."""
    news = news_since(seen if commit is None else commit, day)
    assert (news["told"], news["groups"], news["head"]) == (False, [], seen[:12])


def test_without_history_nothing_is_kept(workspace, monkeypatch):
    """Nor told."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    assert news_since("", "")["head"] == ""


def test_where_nothing_changed_nothing_leads_on(workspace, committed, monkeypatch):
    """The place stays hidden."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    commit = committed(workspace, "2026-11-20")
    cache_of_workspace(workspace.resolve()).now(look=True)
    news = news_since(commit, "2026-11-28")
    assert (news["told"], news["groups"], news["leads"]) == (True, [], None)
