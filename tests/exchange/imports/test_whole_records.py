"""Export and import give the same records: whatever a record has, field by field, and nothing is overwritten."""

import io
import json

import pytest

from dashboard.checks.validation import validate
from dashboard.exchange.exports import FORMATS
from dashboard.exchange.imports.layouts.json_values import JsonNotRead
from dashboard.exchange.imports.whole_records import NewEntry, NewRecord, NoRecords, RefusedRecord, SameRecord, outcomes
from dashboard.store.authoring import write_entries, write_record_files
from dashboard.store.loading import load

WHOLE = [key for key, form in FORMATS.items() if form.keeps_records]
WORLDS = ("seed", "card", "voices", "copies", "retracted", "asked", "port", "said", "texts", "committed", "base")


def exported_file(form, events):
    (content,) = FORMATS[form].files(events).values()
    return content


def written(root, content):
    """What becomes of an export in the workspace at `root`; the new records are written there."""
    found = list(outcomes(io.TextIOWrapper(io.BytesIO(content), "utf-8-sig"), load(root), "events/imported"))
    write_record_files(root, {each.file: each.text for each in found if isinstance(each, NewRecord)})
    for each in found:
        if isinstance(each, NewEntry):
            write_entries(root, {each.registry: {each.id: each.fields}})
    return found


@pytest.mark.parametrize("form", WHOLE)
@pytest.mark.parametrize("name", WORLDS)
def test_export_and_import_give_the_same_records(form, name, world, exported, empty_workspace):
    """Into an empty workspace: each event and what events name, as it was written; and then again."""
    events = exported(world(name))
    content = exported_file(form, events)
    found = written(empty_workspace, content)
    assert [each for each in found if not isinstance(each, NewRecord | NewEntry)] == []
    back = load(empty_workspace)
    assert {id_: each.as_written() for id_, each in back.events.items()} == {
        row.event.id: row.event.as_written() for row in events.rows
    }
    assert back.sources.keys() >= {each.id for each in events.sources}
    for kind in ("sources", "places", "actors", "threads"):
        known = getattr(events.workspace, kind)
        for id_, each in getattr(back, kind).items():
            assert each == known[id_]
            assert kind != "sources" or each.as_written() == known[id_].as_written()
    codes = {each.code for each in validate(empty_workspace).problems}
    codes -= {each.code for each in validate(events.workspace.root).problems}
    assert not codes & {"source-unknown", "place-unknown", "actor-unknown", "thread-unknown"}
    assert {type(each) for each in written(empty_workspace, content)} <= {SameRecord}


def changed(content, change):
    document = json.loads(content)
    change(document["features"][0]["properties"]["record"], document)
    return json.dumps(document).encode()


def rename(document, id_):
    document["features"][0].update(id=id_, properties={"record": {"id": id_}})


@pytest.fixture
def card(world, exported):
    """An export in GeoJSON, and the id of its first event."""
    content = exported_file("geojson", exported(world("card")))
    return content, json.loads(content)["features"][0]["id"]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (lambda record, _: record.update(title=7), "takes text"),
        (lambda record, _: record.update(surprise=1), "[key-unknown]"),
        (lambda record, _: record.update(id="another"), "of another id"),
        (lambda record, _: record.update(title="\ud800"), "surrogate"),
        (lambda _, document: rename(document, "../../x"), "is not an id"),
        (lambda _, document: rename(document, "con"), "device"),
    ],
)
def test_a_bad_record_is_refused_and_the_others_are_not(change, reason, card, empty_workspace):
    """By the same rules as any file of the workspace."""
    content, _ = card
    found = written(empty_workspace, changed(content, change))
    refused = [each for each in found if isinstance(each, RefusedRecord)]
    assert [reason in each.reason for each in refused] == [True]
    assert sum(isinstance(each, NewRecord | NewEntry) for each in found) == len(found) - 1 > 0
    assert {path.suffix for path in empty_workspace.rglob("*") if path.is_file()} == {".yaml"}


def test_what_is_there_stays(card, empty_workspace):
    """A record that differs is told, by its file; also one that cannot be read."""
    content, first = card
    written(empty_workspace, content)
    before = {path: path.read_bytes() for path in empty_workspace.rglob("*.yaml")}
    found = written(empty_workspace, changed(content, lambda record, _: record.update(title="Another")))
    assert [each for each in found if not isinstance(each, SameRecord)] == [
        RefusedRecord(f"event {first}", f"events/imported/{first}.yaml is different, and stays as it is")
    ]
    assert {path: path.read_bytes() for path in empty_workspace.rglob("*.yaml")} == before
    (empty_workspace / "events" / "imported" / f"{first}.yaml").write_text("title: [", encoding="utf-8")
    (refused,) = (each for each in written(empty_workspace, content) if isinstance(each, RefusedRecord))
    assert refused.reason == f"events/imported/{first}.yaml is there, and cannot be read"


def test_a_record_twice_must_be_the_same(card, empty_workspace):
    """A file with two versions of one record says not which one counts."""
    content, first = card
    document = json.loads(content)
    again = json.loads(content)["features"][0]
    document["features"].append(again)
    assert {type(each) for each in written(empty_workspace, json.dumps(document).encode())} <= {NewRecord, NewEntry}
    again["properties"]["record"]["title"] = "Another"
    found = written(empty_workspace, json.dumps(document).encode())
    assert [each.what for each in found if isinstance(each, RefusedRecord)] == [f"event {first}"]


@pytest.mark.parametrize(
    "content", [b"[]", b"{}", b'{"type": "FeatureCollection", "features": []}', b'{"@graph": [1]}']
)
def test_a_file_without_records_is_told(content, empty_workspace):
    """With what has some."""
    with pytest.raises(NoRecords, match="dateline export geojson"):
        written(empty_workspace, content)


@pytest.mark.parametrize("content", [b"", b"[", b"title: x", b"\xff\xfe{}", b'{"features": [], "features": []}'])
def test_what_is_no_json_is_told(content, empty_workspace):
    """And nothing is written."""
    with pytest.raises(JsonNotRead):
        written(empty_workspace, content)
    assert list(empty_workspace.rglob("*.yaml")) == []
