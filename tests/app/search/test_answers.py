"""What the server answers to the search box: hits, and what a press on each of them does."""

from urllib.parse import parse_qsl

import pytest

from dashboard.app.search import answers
from dashboard.app.search.commands import commands
from dashboard.app.shell import ACTIONS, PAGES, WRITES, cache_of_workspace
from dashboard.app.shell.state import PLACES
from dashboard.query.search import SearchIndex


@pytest.fixture
def answer(root, monkeypatch):
    """Answers about the sample, with an index that is ready."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(root))
    index = SearchIndex(commands(writes=True))
    index.update(cache_of_workspace(root).now(look=True).validation.workspace)
    monkeypatch.setattr(answers, "search_index", lambda: index)
    return answers.search_answer


def hits(answer, typed, kind):
    """The hits of one kind."""
    return [hit for group in answer(typed)["groups"] if group["kind"] == kind for hit in group["hits"]]


@pytest.mark.parametrize(
    ("typed", "kind", "press", "value"),
    [
        ("noboa", "actor", "go", {"page": "actors", "actor": "daniel-noboa"}),
        ("quito", "place", "ask", {"show": "place:quito"}),
        ("who pays", "thread", "go", {"page": "threads", "thread": "us-forces-korea-costs"}),
        ("agree to pay", "question", "go", {"question": "us-forces-korea-costs/pay-more"}),
        ("rubio invite", "event", "go", {"event": "us-base-if-invited"}),
        ("long-term basis", "quote", "go", {"page": "sources", "quote": "us-troop-talks/discussed/0"}),
        ("tass", "source", "go", {"page": "sources", "source": "tass-2025-09-04"}),
        ("press conference", "text", "go", {"page": "sources", "find": "press", "hit": "1"}),
        ("troops vote deployment", "briefing", "go", {"page": "brief", "briefing": "us-troops-in-ecuador"}),
    ],
)
def test_a_press_leads_to_what_was_found(answer, typed, kind, press, value):
    """To its page, its card, its words in the text of their source."""
    found = [hit for hit in hits(answer, typed, kind) if dict(parse_qsl(hit["value"])).items() >= value.items()]
    assert found, hits(answer, typed, kind)
    assert {hit["press"] for hit in found} == {press}
    assert all(hit["href"].startswith("./") for hit in found)


def test_every_press_is_known_to_the_page(answer):
    """Its name, and the places that it leads to."""
    groups = [group for typed in ("", "ecuador", "south korea", "the") for group in answer(typed)["groups"]]
    found = [hit for group in groups for hit in group["hits"]]
    assert len(found) > 40
    assert {hit["press"] for hit in found} <= {*ACTIONS, "theme"}
    places = {key for hit in found if hit["press"] == "go" for key, _ in parse_qsl(hit["value"])}
    assert places <= set(PLACES)


def test_pieces_are_the_text_with_what_was_searched(answer):
    """In order, none left out: the browser counts characters in another way."""
    (hit,) = hits(answer, "noboa", "actor")
    assert [tuple(piece) for piece in hit["title"] if piece[0]] == [("Daniel ", False), ("Noboa", True)]


def test_without_words_every_page_and_action_is_offered(answer):
    """A page that writes is not where nothing may be written, nor that of imported rows where there are none."""
    kinds = {group["kind"]: [hit["value"] for hit in group["hits"]] for group in answer(" ")["groups"]}
    assert set(kinds) == {"page", "action"}
    assert set(kinds["page"]) == set(PAGES) - {"edit", "imports"}
    assert {entry.id for entry in commands(writes=True)} - {entry.id for entry in commands(writes=False)} == {
        f"page {WRITES}"
    }


def test_a_slip_is_told_with_what_was_meant(answer):
    """With the number of events that it leads to."""
    told = answer("ecuadr")
    assert told["groups"] == []
    assert told["meant"]["words"] == "Ecuador"
    assert told["meant"]["events"] > 5


def test_until_the_index_is_made_the_box_is_told_to_wait(monkeypatch):
    """It asks once more."""
    monkeypatch.setattr(answers, "search_index", lambda: None)
    assert answers.search_answer("quito") == {"ready": False, "groups": [], "meant": None}
