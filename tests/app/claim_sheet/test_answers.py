"""What the server answers to what is pointed at: the words, who contradicts them, and who repeats them."""

import pytest

from dashboard.app.claim_sheet import sheet_answer
from dashboard.app.shell import cache_of_workspace

HOSTILE = '<img src=x onerror="alert(1)"> ‮abc'


@pytest.fixture
def answer(workspace, monkeypatch, read):
    """Answers about a copy of the sample, in which some words may be others."""

    def answer_to(asked, file="", old="", new=""):
        if file:
            text = (workspace / file).read_text(encoding="utf-8")
            assert old in text
            (workspace / file).write_text(text.replace(old, new), encoding="utf-8")
        monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
        cache_of_workspace(workspace).now(look=True)
        return read(sheet_answer(asked))

    return answer_to


def test_a_quote_is_told_in_its_sentence(answer):
    """With its source and day, what contradicts it, and the other sources with the same report."""
    told = answer({"quote": "us-drones-for-navy/drones/0"})
    assert "“A key component of this package includes" in told.text
    assert "to enhance maritime surveillance" in told.text
    assert "metroreport.news, 4 Sept 2025" in told.text
    assert "U.S. troops in Ecuador" in told.text
    assert "Contradicted by" in told.text
    assert "The drones are another $6 million" in told.text
    assert "The same report (tass-2025-09-04): Gazeta.ru" in told.text
    links = [value for key, value in told.attributes if key == "data-value"]
    assert "page=sources&source=us-troops-ecuador&quote=us-drones-for-navy%2Fdrones%2F0" in links
    assert links[-1] == "us-drones-for-navy"


def test_a_value_of_the_team_s_own_is_told_with_what_the_source_has(answer):
    """The date comes from elsewhere, and says so; the words of the source stand below it."""
    told = answer({"event": "us-base-closed", "of": "when"})
    assert "When: 18 September 2009 · from another source" in told.text
    assert "The text is not held here" in told.text
    assert "As reported: 2009" in told.text
    assert "closed in 2009" in told.text


def test_as_reported_a_value_is_that_of_the_source(answer):
    """And what the team holds stands below it."""
    told = answer({"event": "us-base-closed", "of": "when", "as": "reported"})
    assert "When: 2009 ·" in told.text
    assert "The team holds: 18 September 2009" in told.text


def test_an_amount_is_asked_for_by_its_key(answer):
    """As is its other side."""
    assert "$6 million" in answer({"event": "us-drones-for-navy", "of": "amounts/drones"}).text


def test_what_is_inferred_says_so(answer):
    """It has a reason, and no source to lead to."""
    told = answer({"event": "ecuador-cautious-stance", "of": "when"})
    assert "Inferred by the team: no source says so." in told.text
    assert "Note:" in told.text


def test_a_changed_text_is_told(answer):
    """Nobody has accepted the change: its words may be others, though the quote stands."""
    told = answer(
        {"quote": "us-drones-for-navy/drones/0"}, file="seeds/us-troops-ecuador.txt", old="Ecuador", new="Ecuador "
    )
    assert "The text has changed since it was registered" in told.text


def test_text_of_a_record_stays_text(answer):
    """Tags are no tags, and what turns the direction of writing is seen."""
    told = answer(
        {"event": "us-drones-for-navy", "of": "when"},
        file="events/ecuador/us-drones-for-navy.yaml",
        old="title: Drones for Ecuador’s navy",
        new=f"title: '{HOSTILE}'",
    )
    assert "img" not in told.tags
    assert "<img src=x" in told.text
    assert "‮" not in told.text


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"quote": "none/none/0"},
        {"quote": "us-drones-for-navy"},
        {"quote": "us-drones-for-navy/none/0"},
        {"source": "none"},
        {"event": "none", "of": "when"},
        {"event": "us-drones-for-navy", "of": "none"},
        {"event": "us-drones-for-navy", "of": "amounts/none"},
        {"event": "us-drones-for-navy", "of": "__class__"},
    ],
    ids=str,
)
def test_what_is_not_there_is_answered_in_a_sentence(answer, asked):
    """Records change while a page is open."""
    assert "There are no words behind this" in answer(asked).text


@pytest.mark.parametrize("number", ["9", "-1", "²", "x", ""])
def test_a_quote_that_its_claim_does_not_have_is_told_as_the_claim(answer, number):
    """The claim is there: its words are told."""
    assert "A key component of the package" in answer({"quote": f"us-drones-for-navy/drones/{number}"}).text
