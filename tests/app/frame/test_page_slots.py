"""While a page comes, the page before it keeps its own place."""

from dashboard.app.frame import page_slots
from dashboard.app.shell import state


def test_another_page_takes_the_place_that_is_not_seen(monkeypatch):
    """The same page stays where it is; a page that never came to its end was never seen."""
    kept = {}
    monkeypatch.setattr(state, "recall", kept.get)
    monkeypatch.setattr(state, "remember", kept.__setitem__)
    places = []
    for page, ends in (("", True), ("", True), ("events", False), ("data", True), ("data", True), ("", True)):
        with page_slots.slot_for(page) as slot:
            places.append(slot)
        if ends:
            page_slots.shows(page, slot)
    assert places == ["a", "a", "b", "b", "b", "a"]


def test_what_the_page_is_told_last_is_which_place_it_is_in(page, tmp_path):
    """And which page it is; so it is for a folder that is no workspace."""
    told = page(tmp_path).data("answered")
    assert (told["page"], told["slot"]) == ("stopped", "a")
