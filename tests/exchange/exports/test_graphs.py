"""JSON-LD, STIX and PLOVER: by other people's validators, and what each asks for."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from pyld import jsonld
from stix2validator import ValidationOptions, validate_instance

from dashboard.exchange.exports import FORMATS
from dashboard.exchange.exports.stix import EVENT
from dashboard.model.dates import EventDate
from dashboard.model.event import Event
from dashboard.query.reading import Mode, Support, SupportedValue
from dashboard.store.git import Commit, History

ANNOTATIONS = "http://www.w3.org/ns/anno.jsonld"
TERMS = {
    "@context": {
        "oa": "http://www.w3.org/ns/oa#",
        "id": "@id",
        "type": "@type",
        "Annotation": "oa:Annotation",
        "body": {"@id": "oa:hasBody", "@type": "@id"},
        "target": {"@id": "oa:hasTarget", "@type": "@id"},
        "exact": "oa:exact",
    }
}
"""So much of the standard's context as these tests look at; the real one is fetched from the web."""


def bundle_of(events):
    return json.loads(FORMATS["stix"].files(events)["events.stix.json"])


def records_of(events):
    return [json.loads(line) for line in FORMATS["plover"].files(events)["events.plover.jsonl"].decode().splitlines()]


def loader(url, _options):
    assert url == ANNOTATIONS, "only the context of annotations stands elsewhere"
    return {"contextUrl": None, "documentUrl": url, "document": TERMS}


@pytest.mark.parametrize("name", ["seed", "card"])
def test_json_ld_is_a_graph_of_schema_org(name, world, exported):
    """A processor finds events, their claims as annotations, and each record whole."""
    events = exported(world(name))
    document = json.loads(FORMATS["json-ld"].files(events)["events.jsonld"])
    nodes = {each["@id"]: each for each in jsonld.expand(document, {"documentLoader": loader})}
    for row in events.rows:
        node = nodes[f"urn:dateline:event:{row.event.id}"]
        assert node["@type"] == ["https://schema.org/Event"]
        assert node["https://schema.org/name"] == [{"@value": row.event.title}]
        (record,) = node["urn:dateline:terms#record"]
        assert record["@type"] == "@json"
        assert Event.model_validate(record["@value"]) == row.event
        claims = node["https://schema.org/subjectOf"]
        assert [each["@type"] for each in claims] == [["http://www.w3.org/ns/oa#Annotation"]] * len(row.event.claims)
        assert all("urn:dateline:terms#verdict" in each for each in claims)
    assert {source.id for source in events.sources} <= {
        id_.removeprefix("urn:dateline:source:") for id_ in nodes if id_.startswith("urn:dateline:source:")
    }


def test_json_ld_keeps_roles_apart(world, exported):
    """A role belongs to a part in one event: merged into one node by its name, an actor would have all of them."""
    document = json.loads(FORMATS["json-ld"].files(exported(world("seed")))["events.jsonld"])
    nodes = {each["@id"]: each for each in jsonld.flatten(document, options={"documentLoader": loader})}
    actors = [node for id_, node in nodes.items() if id_.startswith("urn:dateline:actor:")]
    assert actors
    known = {"@id", "@type", "https://schema.org/name", "urn:dateline:terms#record"}
    assert all(node.keys() <= known and len(node["https://schema.org/name"]) == 1 for node in actors)
    roles = [node for node in nodes.values() if "https://schema.org/roleName" in node]
    assert all(node["https://schema.org/about"][0]["@id"] in nodes for node in roles)
    assert len(roles) > len(actors)


def test_json_ld_says_no_more_of_a_date_than_is_known(hostile):
    """A year is a year; what did not happen is marked."""
    (row,) = hostile.rows
    for text, days in (("2009", {"startDate": "2009"}), ("2009-04~", {"startDate": "2009-04"})):
        reading = replace(row.reading, date=SupportedValue(EventDate.parse(text), Support.INFERRED))
        document = json.loads(FORMATS["json-ld"].files(replace(hostile, readings=(reading,)))["events.jsonld"])
        node = document["@graph"][0]
        assert {key: node[key] for key in ("startDate", "endDate") if key in node} == days
        assert (node["dateline:reality"], node["dateline:review"]) == ("negation", "draft")


@pytest.mark.parametrize("name", ["seed", "card", "voices", "copies", "retracted", "committed", "empty"])
def test_stix_is_valid(name, world, exported):
    """By the validator of OASIS; and every reference leads to an object of the bundle."""
    bundle = bundle_of(exported(world(name)))
    found = validate_instance(bundle, ValidationOptions(version="2.1"))
    assert [str(each) for each in found.errors] == []
    ids = [each["id"] for each in bundle["objects"]]
    assert len(ids) == len(set(ids))
    for each in bundle["objects"]:
        named = [each.get(key) for key in ("created_by_ref", "source_ref", "target_ref") if key in each]
        assert {*named, *each.get("object_refs", ())} <= {*ids}
        assert each["created"] <= each["modified"]


def test_stix_tells_of_an_event(world, exported):
    """Its claims with their quotes, its sources, and who did it where."""
    events = exported(world("seed"))
    objects = {each["id"]: each for each in bundle_of(events)["objects"]}
    (base,) = (each for each in objects.values() if each.get("name") == "The U.S. base in Ecuador closes")
    assert base["type"] == EVENT
    assert any(quote["exact"] for claim in base["claims"] for quote in claim.get("quotes", ()))
    assert {each["external_id"] for each in base["external_references"]} >= {"us-troops-ecuador"}
    ties = [each for each in objects.values() if each["type"] == "relationship" and each["source_ref"] == base["id"]]
    assert {each["relationship_type"] for each in ties} >= {"located-at", "initiated-by"}
    assert objects[base["extensions"].popitem()[0]]["extension_types"] == ["new-sdo"]


def test_stix_revokes_what_is_retracted_and_relates_once(doubtful):
    """Platforms hide what is revoked; an actor who stands for two parts has one tie."""
    objects = bundle_of(doubtful)["objects"]
    assert [str(each) for each in validate_instance(bundle_of(doubtful), ValidationOptions(version="2.1")).errors] == []
    assert {each["name"] for each in objects if each.get("revoked")} == {"A call"}
    assert len({each["id"] for each in objects}) == len(objects)
    assert sum(each.get("relationship_type") == "initiated-by" for each in objects) == 1


def test_stix_is_never_changed_before_it_was_made(world, exported, monkeypatch):
    """The clocks of those who commit differ: a later commit may say an earlier time."""
    root = world("committed")
    events = exported(root)
    file = events.workspace.files["us-base-closed"]
    times = (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 2, tzinfo=UTC))
    commits = {file: tuple(Commit(str(each), each, "") for each in times)}  # the latest first, as git has them
    monkeypatch.setattr(History, "commits_by_file", lambda *_: commits)
    assert events.commit_times_of(file) == times


def test_stix_names_stay_and_times_are_those_of_commits(world, exported):
    """Whoever imports the next bundle gets the same objects, changed."""
    root = world("committed")
    one = bundle_of(exported(root))
    events = [each for each in one["objects"] if each["type"] == EVENT]
    assert {each["modified"] for each in events} == {each["created"] for each in events}
    assert all(each["created"].startswith("2026-11-11T") for each in events)
    (file,) = root.glob("events/*/us-base-closed.yaml")
    file.write_text(file.read_text(encoding="utf-8").replace("closes", "is closed"), encoding="utf-8")
    again = bundle_of(exported(root))
    assert [each["id"] for each in again["objects"]] == [each["id"] for each in one["objects"]]
    newer = [each["name"] for each in again["objects"] if each["type"] == EVENT and each["modified"] > each["created"]]
    assert newer == ["The U.S. base in Ecuador is closed"]


@pytest.mark.parametrize("name", ["seed", "card", "voices"])
def test_plover_has_what_it_requires(name, world, exported):
    """Identifier, date, actor and event; its codes; and nothing that did not happen."""
    events = exported(world(name))
    by_id = {row.event.id: row.event for row in events.rows}
    for record in records_of(events):
        assert {"id", "date", "actor", "event"} <= record.keys()
        assert record["date"] <= record.get("enddate", record["date"])
        assert record["quad_code"] in (1, 2, 3, 4)
        assert all(len(each["code"]) == 3 for each in record["actor"] if "code" in each)
        assert by_id[record["id"]].what.reality in ("actual", "historical")
        assert record["event"] == [by_id[record["id"]].what.type.upper()]


def test_plover_leaves_out_what_did_not_happen(hostile):
    """It has a date, and a type; but it is a negation, and nobody does it."""
    assert records_of(hostile) == []


def test_plover_has_the_words_of_sources_alone(doubtful):
    """A quote that is in no source is not there, an actor is there once, and citations are as the manual has them."""
    (row, *_) = doubtful.rows
    what = row.event.what.model_copy(update={"reality": "actual"})
    event = row.event.model_copy(update={"what": what})
    (record,) = records_of(replace(doubtful, readings=(replace(row.reading, event=event),)))
    assert record["event_text"] == ["the port closes"]
    assert record["actor"] == [{"sector": "GOV", "identifier_text": "Alpha"}]
    cited = {"citation": "paper", "title": "A title", "publication": "An outlet", "language": "pt"}
    assert record["cite_info"] == [cited]


def test_sources_of_assessed_values_are_not_reported(doubtful):
    """As reported, an event rests on its claims alone; what the team looked up stands behind no word of it."""
    (row, *_) = doubtful.rows
    assessed = row.event.when.assessed.model_copy(update={"basis": "external", "sources": ("register",)})
    event = row.event.model_copy(update={"when": row.event.when.model_copy(update={"assessed": assessed})})
    events = replace(doubtful, readings=(replace(row.reading, event=event),))
    for mode, named in ((Mode.ASSESSED, ["paper", "register"]), (Mode.REPORTED, ["paper"])):
        objects = bundle_of(replace(events, table=replace(events.table, mode=mode)))["objects"]
        (base,) = (each for each in objects if each["type"] == EVENT)
        assert [each["external_id"] for each in base["external_references"]] == named
