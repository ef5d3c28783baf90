"""The Inbox page: what it shows of each item, what a press does, and what is taken in part by part."""

import base64

import pytest

from dashboard.app.pages.inbox import intake
from dashboard.app.shell import inbox_actions, state
from dashboard.exchange.documents import GivenDocument
from dashboard.exchange.inbox import read_inbox, set_aside, take_in

TROOPS = "Marco Rubio flew to Manta, where Daniel Noboa met him. They spoke of drones for Ecuador.\n"


@pytest.fixture
def here(workspace, monkeypatch):
    """The workspace that is served; what is said and remembered is seen."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(workspace))
    kept, address, told = {}, {}, []
    monkeypatch.setattr(state, "flash", told.append)
    monkeypatch.setattr(state, "remember", kept.__setitem__)
    monkeypatch.setattr(state, "recall", kept.get)
    monkeypatch.setattr(state, "go_on", lambda **_more: None)
    monkeypatch.setattr(state, "set_address", address.__setitem__)
    monkeypatch.setattr(state, "address_value", address.get)
    return workspace, kept, address, told


@pytest.fixture
def sent(here, monkeypatch):
    """Send something from the page; what it is answered."""
    numbers = iter(range(1, 1000))

    def send(press=None, **pressed):
        pressed["press"] = press or f"tab-{next(numbers)}"
        monkeypatch.setattr(state, "pressed_of", lambda _key: pressed)
        intake.answer_intake()
        return here[1].get(intake._ANSWER)

    return send


def part(raw, number=0, of=1, **more):
    """A part of a document, as the page sends it."""
    data = base64.b64encode(raw).decode()
    return {"what": "part", "upload": "one", "part": number, "of": of, "data": data, "name": "", **more}


def test_an_item_is_shown_with_what_it_names(page, workspace):
    """Names lead to their pages; the source that it may be the same as is offered."""
    take_in(workspace, GivenDocument("", TROOPS.encode()), {"title": "Rubio", "url": "https://www.example.org/1"})
    html = page(workspace, page="inbox").data("inbox")["html"]
    assert 'href="./actors?actor=marco-rubio"' in html
    assert "thread=us-ecuador-basing" in html
    assert 'data-key="r"' in html
    assert 'href="https://www.example.org/1" target="_blank" rel="noreferrer"' in html


def test_a_page_that_only_shows_has_no_buttons(page, workspace, monkeypatch):
    """And nothing is written by looking."""
    take_in(workspace, GivenDocument("", TROOPS.encode()))
    (workspace / "inbox" / "a.html").write_text("<p>The pier opens.</p>")
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    shown = page(workspace, page="inbox")
    assert "intake" not in shown.keys
    assert 'data-press="inbox-' not in shown.data("inbox")["html"]
    assert not (workspace / ".dateline" / "inbox").exists()


def test_an_item_that_is_gone_shows_the_first(page, workspace):
    """An old address is no dead end."""
    take_in(workspace, GivenDocument("", TROOPS.encode()))
    assert "Marco Rubio flew" in page(workspace, page="inbox", item="0123456789abcdef").text("inbox")


def test_a_decided_item_is_shown_where_a_link_names_it(page, workspace):
    """With what was decided, among all items: no other one stands in its place."""
    for text in (TROOPS, "The pier opens.\n"):
        take_in(workspace, GivenDocument("", text.encode()))
    decided = next(entry for entry in read_inbox(workspace).entries if entry.text == TROOPS)
    set_aside(workspace, decided, "Old")
    shown = page(workspace, page="inbox", item=decided.id)
    assert "Set aside: Old" in shown.text("inbox")
    assert shown.data("inbox")["html"].count("<li>") == 2


def test_a_press_decides_and_goes_on_to_the_next(here):
    """The last one leads back to the one before it."""
    root, _, address, told = here
    for number in range(3):
        take_in(root, GivenDocument("", f"Text {number}\n".encode()), {"published": f"2025-09-0{9 - number}"})
    first, second, third = [entry.id for entry in read_inbox(root).entries]
    inbox_actions.set_aside(f"{first}|Old")
    assert (address["item"], told[-1]) == (second, "Set aside: Text 0")
    inbox_actions.same_as(f"{third}|us-troops-ecuador")
    assert address["item"] == second
    inbox_actions.set_aside(f"{second}| ")
    assert "Say why" in told[-1]
    inbox_actions.set_aside("0123456789abcdef|x")
    assert "has no item" in told[-1]
    inbox_actions.reopen(first)
    assert [entry.id for entry in read_inbox(root).open_entries] == [first, second]


def test_nothing_is_decided_where_files_may_not_be_changed(here, monkeypatch):
    """Whatever is pressed, or sent by hand."""
    root, _, _, told = here
    taken = take_in(root, GivenDocument("", TROOPS.encode()))
    monkeypatch.setenv("DATELINE_READ_ONLY", "1")
    assert inbox_actions.accept(taken.id) is None
    inbox_actions.set_aside(f"{taken.id}|x")
    inbox_actions.fetch_feeds("")
    assert all("--read-only" in each for each in told)
    assert read_inbox(root).entries[0].item.is_open


def test_a_document_comes_in_parts(here, sent):
    """Each is asked for when the one before is there; then the item is shown."""
    root, _, address, _ = here
    raw = TROOPS.encode()
    assert sent(**part(raw[:40], 0, 2))["next"] == 1
    assert not (root / "inbox").exists()
    answer = sent(**part(raw[40:], 1, 2, title="Rubio", published="2025-09-05"))
    assert answer["done"]
    (entry,) = read_inbox(root).entries
    assert (entry.text, entry.title, address["item"]) == (TROOPS, "Rubio", entry.id)


def test_what_is_said_twice_is_answered_once(here, sent):
    """A slow server hears it again."""
    sent("tab-9", **part(b"One\n"))
    sent("tab-9", **part(b"Two\n"))
    assert [entry.text for entry in read_inbox(here[0]).entries] == ["One\n"]


@pytest.mark.parametrize(
    ("pressed", "said"),
    [
        (part(b"x", 3, 5), "lost on its way"),
        (part(b"x", 0, 100), "more than 20 MB"),
        ({**part(b""), "data": "%%%"}, "cannot be read"),
        (part(b"x" * (intake.PART_BYTES + 1)), "cannot be read"),
        (part(b"\x00\x01", name="a.txt"), "not text"),
        (part(b"no", name="a.pdf"), "PDF"),
        (part(b" "), "no text"),
        ({"what": "address", "address": "example.org"}, "begins with http"),
        ({"what": "address", "address": "http://[::1]/"}, "inside a private network"),
        ({"what": "address", "address": "file:///etc/passwd"}, "Only http and https"),
    ],
)
def test_what_is_no_document_is_a_sentence(here, sent, pressed, said):
    """And nothing is written."""
    answer = sent(**pressed)
    assert said in answer["wrong"]
    assert not answer["done"]
    assert not (here[0] / "inbox").exists()


def test_what_was_typed_stands_in_place_of_what_the_document_says(here, sent):
    """A date that is none is refused, and nothing is written; an odd title is on one line."""
    page = b"<html><head><title>Its own</title></head><body><p>Words</p></body></html>"
    assert "The date cannot be “yesterday”" in sent(**part(page, name="a.html", published="yesterday"))["wrong"]
    assert not (here[0] / "inbox").exists()
    sent(**part(page, name="a.html", published="2025-09", title="a\nb" + "x" * 900))
    (entry,) = read_inbox(here[0]).entries
    assert entry.item.published.text == "2025-09"
    assert entry.title.startswith("a b")
    assert len(entry.title) == 500
