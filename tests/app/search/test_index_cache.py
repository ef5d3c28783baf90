"""The index of the server's workspace."""

import threading

from dashboard.app.search import index_cache
from dashboard.app.search.index_cache import IndexCache
from dashboard.app.shell import cache_of_workspace
from tests.copying import edit


def test_the_index_follows_the_files(workspace, monkeypatch):
    """What was saved a moment ago is found."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    here, kept = cache_of_workspace(workspace.resolve()), IndexCache(())
    here.now(look=True)
    index = kept.get(60)
    assert index is not None
    assert index.events.find('"zeppelin"', 5) == ([], 0)
    file = next(iter(index.workspace.files.values()))
    edit(workspace, file, "title: ", "title: Zeppelin ")
    here.now(look=True)
    assert kept.get(60).events.find('"zeppelin"', 5)[1] == 1


def test_who_asks_while_it_is_made_for_the_first_time_does_not_wait(workspace, monkeypatch):
    """The page would stand still."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    go_on = threading.Event()
    update = index_cache.SearchIndex.update
    monkeypatch.setattr(index_cache.SearchIndex, "update", lambda *given: go_on.wait(60) and update(*given))
    kept = IndexCache(())
    assert kept.get(0.01) is None
    go_on.set()
    assert kept.get(60) is not None
