"""While Dateline serves a workspace, the schemas of its editors follow its ids."""

import json
import time

import pytest

from dashboard.app.shell.workspace_cache import WorkspaceCache, watch_files
from dashboard.store.loading import load
from dashboard.store.setup import SCHEMA_FOLDER, write_schemas

PATIENCE_SECONDS = 10
NEW = "brand-new: {name: Brand New, country: EC, precision: country}\n"


@pytest.fixture
def places(base_workspace):
    """The ids of places that the schema of events lists."""

    def listed():
        text = (base_workspace / SCHEMA_FOLDER / "event.json").read_text(encoding="utf-8")
        return json.loads(text)["$defs"]["ids-of-places"]["enum"]

    return listed


def add_place(workspace):
    with (workspace / "events" / "registry" / "places.yaml").open("a", encoding="utf-8") as file:
        file.write(NEW)


def test_a_new_place_is_offered_while_the_workspace_is_served(base_workspace, places, monkeypatch):
    """Without a command: the watch tells of the file, and the schema is written anew."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(base_workspace))
    write_schemas(load(base_workspace))
    with watch_files():
        add_place(base_workspace)
        deadline = time.monotonic() + PATIENCE_SECONDS
        while "brand-new" not in places() and time.monotonic() < deadline:
            time.sleep(0.05)
    assert "brand-new" in places()


def test_what_changes_no_id_writes_nothing(base_workspace):
    """A schema is read anew by editors whenever it is written: so it is not, unless an id or a name changed."""
    cache = WorkspaceCache(base_workspace)
    write_schemas(load(base_workspace))
    schema = base_workspace / SCHEMA_FOLDER / "event.json"
    before = schema.stat().st_ino
    cache.look_and_renew()
    cache.look_and_renew()
    assert schema.stat().st_ino == before
    add_place(base_workspace)
    cache.look_and_renew()
    assert schema.stat().st_ino != before


def test_a_workspace_without_schemas_gets_none(base_workspace):
    """Nobody asked for them."""
    WorkspaceCache(base_workspace).look_and_renew()
    assert not (base_workspace / ".dateline").exists()


def test_read_only_leaves_them_as_they_are(base_workspace, places, monkeypatch):
    """Nothing is written into a workspace that is served with --read-only."""
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    write_schemas(load(base_workspace))
    add_place(base_workspace)
    WorkspaceCache(base_workspace).look_and_renew()
    assert "brand-new" not in places()


def test_a_schema_that_cannot_be_written_stops_nothing(base_workspace):
    """A folder stands where a schema belongs: the page goes on."""
    (base_workspace / SCHEMA_FOLDER / "event.json").mkdir(parents=True)
    cache = WorkspaceCache(base_workspace)
    cache.look_and_renew()
    assert cache.now(look=False).validation.workspace.places
