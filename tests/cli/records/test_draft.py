"""`dateline draft`: proposals with their words; nothing is written unless somebody says so."""

import json

import pytest

from dashboard.checks.validation import validate
from dashboard.store.yaml import read_document
from tests.drafting.models.lying import lists, serving

ARTICLE = "us-troops-ecuador"


def files(root):
    """Every file of a workspace, with its bytes."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def draft(dateline, workspace):
    """Runs `dateline draft` for the article of a copy of the sample."""

    def run(*words):
        return dateline("draft", ARTICLE, "--workspace", workspace, *words)

    return run


@pytest.fixture
def proposals(draft):
    """The proposals, as programs are given them."""
    return lambda *words: json.loads(draft("--format", "json", *words).out)["proposals"]


def test_printing_writes_nothing(draft, workspace):
    """In whatever form."""
    before = files(workspace)
    for form in ("text", "json", "yaml"):
        ended = draft("--format", form)
        assert (ended.code, ended.err) == (0, "")
        assert "The facility was closed in 2009" in ended.out
    assert files(workspace) == before


def test_the_yaml_of_each_can_be_read_and_is_a_draft(draft):
    """One document for each proposal."""
    for text in draft("--format", "yaml").out.split("\n---\n"):
        document = read_document(text.encode())
        assert document.problems == ()
        assert document.data["review"]["status"] == "draft"


def test_written_proposals_are_kept_and_are_no_events(draft, workspace):
    """They lie where git and validation do not look."""
    events = set(validate(workspace).workspace.events)
    ended = draft("--write")
    assert (ended.code, ended.err) == (0, f"kept: .dateline/proposals/{ARTICLE}.json\n")
    kept = json.loads((workspace / ".dateline/proposals" / f"{ARTICLE}.json").read_text(encoding="utf-8"))
    assert len(kept["proposals"]) == 9
    assert set(validate(workspace).workspace.events) == events


def test_an_accepted_proposal_is_an_event_without_problems(draft, proposals, workspace):
    """It is of the type that was named, is not proposed again, and cannot be accepted twice."""
    key = next(each["key"] for each in proposals() if "welcomed" in each["title"])
    ended = draft("--accept", key[:6], "--type", "support", "--folder", "drafts")
    assert ended.code == 0
    (file,) = (workspace / "events" / "drafts").iterdir()
    assert ended.out.startswith(f"written: events/drafts/{file.name}\n")
    after = validate(workspace)
    assert after.problems == ()
    assert after.workspace.events[file.stem].what.type == "support"
    assert key not in [each["key"] for each in proposals()]
    assert key in [each["key"] for each in proposals("--all")]
    again = draft("--accept", key)
    assert (again.code, "was accepted before" in again.err) == (2, True)
    assert len(list((workspace / "events" / "drafts").iterdir())) == 1


def test_a_proposal_that_is_an_event_already_says_so(dateline, tmp_path):
    """In the list, for programs, and once it is accepted all the same: two records of one event count twice."""
    dateline("init", tmp_path)
    run = ("draft", "harbour-news", "--workspace", tmp_path)
    assert "alike   port-closes, which is an event already" in dateline(*run).out
    (proposal,) = json.loads(dateline(*run, "--format", "json").out)["proposals"]
    assert proposal["alike"] == ["port-closes"]
    assert "looks like: port-closes." in dateline(*run, "--accept", proposal["key"]).out


def test_a_refused_proposal_is_not_shown_again(draft, proposals, workspace):
    """And no event is made of it."""
    key = proposals()[0]["key"]
    before = set(validate(workspace).workspace.events)
    assert draft("--refuse", key).code == 0
    assert key not in [each["key"] for each in proposals()]
    assert set(validate(workspace).workspace.events) == before
    assert "1 accepted or refused before" in draft().out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--accept", "zz"), "No proposal has the key zz"),
        (("--refuse", ""), "No proposal has the key"),
        (("--accept", "a", "--refuse", "b"), "Use --accept KEY or --refuse KEY"),
        (("--type", "agree"), "--type and --folder go with --accept"),
    ],
)
def test_what_cannot_be_done_is_told(draft, words, said, workspace):
    """And nothing is written."""
    before = files(workspace)
    ended = draft(*words)
    assert (ended.code, said in ended.err) == (2, True)
    assert files(workspace) == before


def test_a_type_that_was_not_proposed_is_refused(draft, proposals, workspace):
    """The words do not speak of it."""
    ended = draft("--accept", proposals()[0]["key"], "--type", "assault")
    assert (ended.code, "not a type that was proposed" in ended.err) == (2, True)
    assert not (workspace / ".dateline").exists()


def test_a_folder_that_is_none_is_refused_before_anything_is_written(draft, proposals, workspace):
    """Neither the event nor its entries."""
    before = files(workspace)
    ended = draft("--accept", proposals()[0]["key"], "--folder", "../x")
    assert (ended.code, "cannot be a folder" in ended.err) == (2, True)
    assert files(workspace) == before


@pytest.mark.parametrize(
    ("source", "said"), [("nowhere", "There is no source nowhere"), ("reuters-2025-09-04", "is not held")]
)
def test_a_source_without_text_is_told(dateline, workspace, source, said):
    """It says what to do."""
    ended = dateline("draft", source, "--workspace", workspace)
    assert (ended.code, said in ended.err) == (2, True)


POINTED = {
    "quote": "The announcement has sparked immediate interest from both U.S. defense analysts and regional observers, "
    "who see it as a potential recalibration of America’s strategic footprint in the Andean region.",
    "verb": "sparked",
}


@pytest.fixture
def modelled(monkeypatch):
    """Sets a model up at an address."""

    def run(address):
        monkeypatch.setenv("DATELINE_LLM_ADDRESS", address)
        monkeypatch.setenv("DATELINE_LLM_MODEL", "liar")
        monkeypatch.delenv("DATELINE_LLM_KEY", raising=False)

    return run


def test_without_a_word_nothing_is_sent_to_a_model(draft, modelled, monkeypatch):
    """Neither by default, nor before somebody agreed; where it would go is said first."""
    monkeypatch.delenv("DATELINE_LLM_ADDRESS", raising=False)
    assert "No model is set up" in draft("--llm", "--yes").err
    with serving(lists()) as (address, requests):
        modelled(address)
        assert draft().code == 0
        ended = draft("--llm")
        assert (ended.code, requests) == (2, [])
        assert f"goes to {address}/chat/completions, model liar" in ended.err
        assert "Nothing was sent" in ended.err
        assert draft("--llm", "--yes").code == 0
        assert len(requests) == 1


def test_what_a_model_points_at_is_read_by_the_rules(draft, modelled, proposals, workspace):
    """Lies among its answers are dropped; with --write the rest can be accepted later, without the model."""
    lie = {"quote": "The United States attacked Ecuador.", "verb": "attacked"}
    told = {"quote": "Ecuador’s government has welcomed the funding", "verb": "welcomed"}
    before = proposals()
    with serving(lists(lie, told, POINTED)) as (address, _):
        modelled(address)
        ended = draft("--llm", "--yes", "--format", "json", "--write")
    found = json.loads(ended.out)["proposals"]
    assert [each["key"] for each in found][: len(before)] == [each["key"] for each in before]
    assert {each["proposed_by"] for each in found[len(before) :]} <= {"liar"}
    assert "attacked" not in ended.out
    assert validate(workspace).problems == ()
    assert proposals() == found


def test_a_dead_model_is_told(draft, modelled):
    """And nothing else is printed."""
    modelled("http://127.0.0.1:9/v1")
    ended = draft("--llm", "--yes")
    assert (ended.code, ended.out) == (2, "")
    assert "cannot be reached" in ended.err
