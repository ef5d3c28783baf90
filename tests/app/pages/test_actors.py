"""The page Actors: text and state."""

import pytest

from dashboard.app.pages.actors.interactions import MOST
from dashboard.query.reading import Mode


def put(workspace, files):
    for name, text in files.items():
        path = workspace / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return workspace


ACTORS = """
ana: {name: Ana Ruiz, kind: person, country: EC, offices: [{title: Minister, when: "2024/..", sources: [paper]}]}
port: {name: Port Authority, kind: government, country: EC, aliases: [the Port], note: Runs the harbour.}
lone: {name: Lone Actor, kind: company}
"""
EVENT = """
title: The port is closed
what: {type: coerce}
when: {assessed: {date: "2025-05-03", basis: external, sources: [paper]}}
who:
  - actor: ana
    role: initiator
    as_reported: Anna Ruis
    claims: [said]
    assessed: {basis: external, sources: [paper], note: Misspelt.}
  - {actor: port, role: recipient, assessed: {basis: external, sources: [paper]}}
claims:
  said:
    text: The port is closed.
    kind: statement
    by: ana
    quotes: [{source: paper, exact: "The port is closed, says Anna Ruis"}]
"""
FILES = {
    "seeds/paper.txt": "The port is closed, says Anna Ruis.\n",
    "seeds/paper.yaml": "kind: article\nlanguage: en\n",
    "events/registry/actors.yaml": ACTORS,
    "events/x/closed.yaml": EVENT,
}


def test_the_page_lists_all_actors_by_country_with_sums(page, empty_workspace):
    """Head, list, and who is reported under another name."""
    drawn = page(put(empty_workspace, FILES), page_="actors")
    assert "3 actors" in drawn.text("head")
    card = drawn.text("card")
    assert card.index("Ecuador 2") < card.index("Ana Ruiz") < card.index("No country 1") < card.index("Lone Actor")
    assert "“Anna Ruis” for Ana Ruiz in The port is closed" in drawn.text("below")
    assert "Show network data as a table" in drawn.text("tables")
    assert "coerce: material conflict" in drawn.text("tables")
    assert drawn.data("network")["chosen"] is None


def test_speakers_of_the_same_words_are_listed_once(page, empty_workspace):
    """With the first event, and how many claims more are theirs."""
    claim = "  said{}: {{text: It is said., kind: statement, by_as_reported: Officials, sources: [paper]}}\n"
    claims = "claims:\n" + "".join(claim.format(number) for number in range(3))
    files = {**FILES, "events/x/talk.yaml": f"title: A talk\n{claims}"}
    below = page(put(empty_workspace, files), page_="actors").text("below")
    assert "Speakers not in the registry 1" in below
    assert below.count("“Officials”") == 1
    assert "“Officials” in A talk and 2 more claims" in below


def test_one_actor_has_a_profile(page, empty_workspace):
    """Kind, country, offices with dates and sources, names in the words, interactions by quadrant, sayings, events."""
    drawn = page(put(empty_workspace, FILES), page_="actors", actor="ana")
    assert "person, Ecuador, Minister" in drawn.text("head")
    card = drawn.text("card")
    for told in ("Kind Person", "Minister, ", "2024", "paper", "“Anna Ruis”", "Misspelt.", "material conflict 1 0"):
        assert told in card
    below = drawn.text("below")
    assert "What they did 1 material conflict 1" in below
    assert "coerce, to" in below
    assert "Port Authority" in below
    assert "“The port is closed, says Anna Ruis”" in below
    assert "Statements 1: 1 verified" in below
    assert "initiator, speaker" in below
    assert drawn.data("network")["chosen"] == ["actor", "ana"]


def test_as_reported_what_the_text_does_not_say_is_gone(page, empty_workspace):
    """The port's part rests on an outside source alone."""
    drawn = page(put(empty_workspace, FILES), page_="actors", actor="port", **{"as": "reported"})
    assert "What was done to them 0" in drawn.text("below")
    assert "Events by date 0" in drawn.text("below")
    assert "Runs the harbour." in drawn.text("card")


def test_an_actor_without_events_is_shown_calmly(page, empty_workspace):
    """There is a profile, and each section says that it is empty."""
    drawn = page(put(empty_workspace, FILES), page_="actors", actor="lone")
    assert "No actions by them or towards them." in drawn.text("card")
    assert "No statements by them." in drawn.text("below")


def test_an_unknown_actor_in_the_address_is_said(page, empty_workspace):
    """With a way back; nothing else is drawn."""
    drawn = page(put(empty_workspace, FILES), page_="actors", actor="<b>zed</b>")
    assert "Actor not found" in drawn.text("head")
    assert "<b>zed</b>" in drawn.text("head")
    assert "Show all actors" in drawn.text("head")
    assert "network" not in drawn.keys


def test_an_empty_workspace_says_what_an_actor_is(page, empty_workspace):
    """And where the first one goes."""
    drawn = page(empty_workspace, page_="actors")
    assert "0 actors" in drawn.text("head")
    assert "events/registry/actors.yaml" in drawn.text("steps")


def test_actors_who_act_on_nobody_are_listed_without_a_figure(page, empty_workspace):
    """A sentence stands in its place."""
    drawn = page(put(empty_workspace, {"events/registry/actors.yaml": ACTORS}), page_="actors")
    assert "No event says who acted on whom." in drawn.text("ties-head")
    assert "Lone Actor" in drawn.text("card")
    assert "network" not in drawn.keys


@pytest.mark.parametrize("query", [{"event": "closed"}, {"event": "closed", "actor": "port"}])
def test_a_selected_event_has_the_card_s_place(page, empty_workspace, query):
    """The actor stays chosen, and the sections below stay."""
    drawn = page(put(empty_workspace, FILES), page_="actors", **query)
    assert "The port is closed" in drawn.text("card")
    assert "Claims 1" in drawn.text("card")
    assert ("What was done to them 1" in drawn.text("below")) == ("actor" in query)


def test_an_event_that_is_not_there_is_said(page, empty_workspace):
    """As on the first page."""
    assert "Event not found" in page(put(empty_workspace, FILES), page_="actors", event="gone").text("card")


def test_filters_narrow_the_page_too(page, empty_workspace):
    """What is filtered out is nobody's interaction; the actors stay."""
    drawn = page(put(empty_workspace, FILES), page_="actors", actor="ana", show="type:aid")
    assert "What they did 0" in drawn.text("below")


def test_hundreds_of_actors_and_events_are_bounded(page, empty_workspace):
    """Lists are cut or come in parts, and say so."""
    many = "".join(f"a-{index}: {{name: Actor {index}, kind: party}}\n" for index in range(450))
    events = {
        f"events/x/e-{index}.yaml": EVENT.replace("port is closed\n", f"port is closed {index}\n", 1)
        for index in range(MOST + 5)
    }
    workspace = put(empty_workspace, {**FILES, **events, "events/registry/actors.yaml": ACTORS + many})
    drawn = page(workspace, page_="actors")
    assert "Part 1 of 3" in drawn.text("card")
    assert drawn.data("card")["html"].count("<tr>") < 230
    assert "and 105 more" in drawn.text("below")
    last = page(workspace, page_="actors", part="99").text("card")
    assert "Part 3 of 3" in last
    one = page(workspace, page_="actors", actor="ana").text("below")
    assert "6 more not listed here." in one


def test_markup_in_names_stays_text(page, empty_workspace, read):
    """In the head, the list, the profile and the figure."""
    evil = {
        **FILES,
        "events/registry/actors.yaml": ACTORS.replace("Ana Ruiz", "'<img src=x onerror=alert(1)> \u202eAna'"),
    }
    workspace = put(empty_workspace, evil)
    for query in ({}, {"actor": "ana"}):
        drawn = page(workspace, page_="actors", **query)
        for key in ("head", "card", "below", "tables"):
            parsed = read(drawn.data(key)["html"])
            assert "img" not in parsed.tags
            assert "\u202e" not in parsed.text
        assert "<img" not in str(drawn.data("network")["figure"])


def test_every_link_keeps_the_mode(page, empty_workspace, read):
    """Whoever reads as reported goes on so."""
    drawn = page(put(empty_workspace, FILES), page_="actors", actor="ana", **{"as": Mode.REPORTED.value})
    for key in ("head", "card", "below"):
        links = [value for name, value in read(drawn.data(key)["html"]).attributes if name == "href"]
        assert links
        assert all("as=reported" in link for link in links if "/help?" not in link)
