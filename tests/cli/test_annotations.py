"""`dateline annotations`: out of one workspace and into another, writing nothing over anything."""

import io
import json
import sys
from pathlib import Path

import pytest

from dashboard.checks.validation import validate

EXPORT = Path(__file__).parent.parent / "exchange" / "web_annotation" / "hypothesis-export.json"


@pytest.fixture
def with_address(base_workspace):
    """The small workspace, whose dispatch says where it was read."""
    file = base_workspace / "seeds" / "dispatch.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "url: https://gazette.example/dispatch?a=1\n", encoding="utf-8")
    return base_workspace


def test_an_event_is_exported_and_the_rest_is_not(dateline, workspace):
    """By its id, or by the source that claims rest on; without one, all."""
    found = json.loads(dateline("annotations", "export", "us-base-closed", "--workspace", workspace).out)
    names = [item["id"] for item in found["first"]["items"]]
    assert names
    assert all(name.startswith("urn:dateline:claim:us-base-closed:") for name in names)
    ended = dateline("annotations", "export", "--workspace", workspace)
    everything = json.loads(ended.out)
    assert everything["total"] == len(everything["first"]["items"]) > len(names)
    assert ended.err == ""
    assert dateline("annotations", "export", "us-base-close", "--workspace", workspace).code == 2


def test_what_is_exported_is_imported_elsewhere(dateline, base_workspace, tmp_path):
    """The claims of an event that is not there come back as a draft, the very same."""
    event, file = base_workspace / "events/base/harbour-opened.yaml", tmp_path / "claims.json"
    assert dateline("annotations", "export", "-o", file, "--workspace", base_workspace).code == 0
    claims = validate(base_workspace).workspace.events["harbour-opened"].claims
    event.unlink()
    ended = dateline("annotations", "import", file, "--workspace", base_workspace)
    assert "written: events/imported/harbour-opened.yaml (2 claims)\n" in ended.out
    assert validate(base_workspace).workspace.events["harbour-opened"].claims == claims


def test_an_export_of_hypothesis_becomes_drafts(dateline, with_address):
    """By tag, else by source; a highlight becomes a claim; a reply is refused by its number."""
    ended = dateline("annotations", "import", EXPORT, "--workspace", with_address)
    assert "written: events/imported/harbour-costs.yaml (1 claim)\n" in ended.out
    assert "refused: annotation 4 (jJkKlL): it is a reply" in ended.out
    assert ended.code == 1
    validation = validate(with_address)
    costs = validation.workspace.events["harbour-costs"].claims["the-works-cost-twelve-million-dollars"]
    assert costs.quotes[0].exact == "Officials said the works had cost $12 million."
    assert costs.quotes[0].prefix == ""
    (others,) = [event for id_, event in validation.workspace.events.items() if id_.startswith("annotations-of")]
    assert [claim.text for claim in others.claims.values()] == ["harbour", "A note on the page."]
    assert not [problem for problem in validation.problems if problem.code.startswith("quote-not-found")]


def test_hostile_input_is_refused_in_a_sentence(dateline, base_workspace, tmp_path):
    """However deep it is nested; nothing is written. The transcripts hold what else is refused."""
    file = tmp_path / "hostile.json"
    file.write_bytes(b"[" * 100_000)
    ended = dateline("annotations", "import", file, "--workspace", base_workspace)
    assert (ended.code, "nested too deep" in ended.err) == (2, True)
    assert not (base_workspace / "events" / "imported").exists()


def test_annotations_are_read_from_standard_input(dateline, base_workspace, monkeypatch):
    """With `-`; a file that is not there is named."""
    annotation = {"bodyValue": "It is told.", "target": "urn:dateline:source:gazette"}
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps([annotation]).encode())))
    ended = dateline("annotations", "import", "-", "--workspace", base_workspace)
    assert "1 claim in 1 draft event; 0 refused" in ended.out
    missing = dateline("annotations", "import", base_workspace / "missing.json", "--workspace", base_workspace)
    assert missing.code == 2
    assert "missing.json" in missing.err


def test_a_file_in_the_way_is_not_overwritten(dateline, base_workspace, tmp_path):
    """A link that leads nowhere is no record, and is not written over: what was written before it is gone again."""
    folder = base_workspace / "events" / "imported"
    folder.mkdir()
    (folder / "second.yaml").symlink_to(tmp_path / "nowhere")
    selector = {"type": "TextQuoteSelector", "exact": "Analysts expect a second quay"}
    target = {"source": "urn:dateline:source:dispatch", "selector": selector}
    file = tmp_path / "two.json"
    file.write_text(json.dumps([{"tags": [tag], "target": target} for tag in ("First", "Second")]), encoding="utf-8")
    ended = dateline("annotations", "import", file, "--workspace", base_workspace)
    assert ended.code == 2
    assert "Nothing was written" in ended.err
    assert [path.name for path in folder.iterdir()] == ["second.yaml"]
    assert not (tmp_path / "nowhere").exists()
