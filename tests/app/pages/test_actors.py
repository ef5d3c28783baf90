"""The page Actors: text and state."""

import pytest

from dashboard.app.pages.actors.interactions import MOST
from dashboard.query.reading import Mode
from tests.copying import edit


@pytest.mark.parametrize("query", [{"event": "closed"}, {"event": "closed", "actor": "port"}])
def test_a_selected_event_has_the_card_s_place(page, world, query):
    """The actor stays chosen, and the sections below stay."""
    drawn = page(world("port"), page_="actors", **query)
    assert "The port is closed" in drawn.text("card")
    assert "Claims 1" in drawn.text("card")
    assert ("What was done to them 1" in drawn.text("below")) == ("actor" in query)


def test_hundreds_of_actors_and_events_are_bounded(page, world):
    """Lists are cut or come in parts, and say so."""
    workspace = world("port")
    closed = (workspace / "events/x/closed.yaml").read_text(encoding="utf-8")
    for index in range(MOST + 5):
        event = closed.replace("port is closed\n", f"port is closed {index}\n", 1)
        (workspace / f"events/x/e-{index}.yaml").write_text(event, encoding="utf-8")
    with (workspace / "events/registry/actors.yaml").open("a", encoding="utf-8") as actors:
        actors.writelines(f"a-{index}: {{name: Actor {index}, kind: party}}\n" for index in range(450))
    drawn = page(workspace, page_="actors")
    assert "Part 1 of 3" in drawn.text("card")
    assert drawn.data("card")["html"].count("<tr>") < 230
    assert "and 105 more" in drawn.text("below")
    last = page(workspace, page_="actors", part="99").text("card")
    assert "Part 3 of 3" in last
    one = page(workspace, page_="actors", actor="ana").text("below")
    assert "6 more not listed here." in one


def test_markup_in_names_stays_text(page, world, read):
    """In the head, the list, the profile and the figure."""
    workspace = world("port")
    evil = "'<img src=x onerror=alert(1)> \u202eAna'"
    edit(workspace, "events/registry/actors.yaml", "Ana Ruiz", evil)
    for query in ({}, {"actor": "ana"}):
        drawn = page(workspace, page_="actors", **query)
        for key in ("head", "card", "below", "tables"):
            parsed = read(drawn.data(key)["html"])
            assert "img" not in parsed.tags
            assert "\u202e" not in parsed.text
        assert "<img" not in str(drawn.data("network")["figure"])


def test_every_link_keeps_the_mode(page, world, read):
    """Whoever reads as reported goes on so."""
    drawn = page(world("port"), page_="actors", actor="ana", **{"as": Mode.REPORTED.value})
    for key in ("head", "card", "below"):
        links = [value for name, value in read(drawn.data(key)["html"]).attributes if name == "href"]
        assert links
        assert all("as=reported" in link for link in links if "/help?" not in link)
