"""What one more press would show is told while nobody presses, and is then what is shown."""

import json
from contextlib import ExitStack
from dataclasses import asdict

import pytest

from dashboard.app import ahead as module
from dashboard.app.ahead import MOST_EVENTS, MOST_PRESSES, Ahead, Press, ahead, likely
from dashboard.app.parts.hosted import Hosted, Stand
from dashboard.app.shown import Shown
from dashboard.app.situation.figures import map_of
from dashboard.query.reading import Mode
from tests.benchmarks.generating import generate

CLOSED, BASING = "us-base-closed", "thread:us-ecuador-basing"
SEARCHED = {"as": "reported", "words": "base"}
LISTED = {"list": "us-base-hosted,us-base-closed"}
ASKED = {"question": "us-ecuador-basing/permanent-base"}


@pytest.fixture(autouse=True)
def _time_does_not_matter(monkeypatch):
    """On a machine that others use too, two figures may take longer than one answer has."""
    monkeypatch.setattr(module, "_AT_ONCE_S", 600)


def foretold() -> list[dict]:
    """All that the page that was drawn last is told, bit by bit, put together as the page does it."""
    answers, drawings, start = [], {}, 0
    while start is not None:
        told = json.loads(json.dumps(ahead.told(next(reversed(ahead._answers)), start, drawings)))
        for each in told["answers"]:
            drawing = drawings.setdefault(each["stand"]["drawn"], each["drawing"])
            answers.append({"press": each["press"], "data": {**drawing, **each["stand"]}})
        start = told["next"]
    return answers


def hosted(shown: Shown, *widths: int) -> tuple[Hosted, ...]:
    """Maps of these widths."""
    return tuple(
        Hosted(map_of(shown, width), Stand("map", width, "map-0", None, Mode.ASSESSED), None) for width in widths
    )


def test_each_event_and_each_value_of_a_filter_is_likely(shown, workspace):
    """Of few events; beside a selection only the others, and letting go."""
    seen = shown(workspace)
    presses = [press for press, _then in likely(seen)]
    assert {press.value for press in presses if press.what == "event"} == {reading.id for reading in seen.readings}
    assert Press("filter", BASING) in presses
    beside = dict(likely(shown(workspace, selected=CLOSED)))
    assert {press.what for press in beside} == {"event", "clear"}
    assert beside[Press("clear", "")].selected is beside[Press("event", CLOSED)].selected is None


@pytest.mark.parametrize(
    ("here", "press", "there"),
    [
        ({}, Press("event", CLOSED), {"event": CLOSED}),
        ({}, Press("filter", BASING), {"show": BASING}),
        ({"event": CLOSED}, Press("event", CLOSED), {}),
        ({"event": CLOSED}, Press("clear", ""), {}),
        ({"show": BASING}, Press("filter", BASING), {}),
        ({"show": BASING}, Press("unfilter", ""), {}),
        ({"show": BASING}, Press("event", CLOSED), {"show": BASING, "event": CLOSED}),
        (SEARCHED, Press("event", CLOSED), {**SEARCHED, "event": CLOSED}),
        (LISTED, Press("event", CLOSED), {"event": CLOSED}),
        (LISTED, Press("filter", BASING), {**LISTED, "show": BASING}),
        (ASKED, Press("event", CLOSED), {"event": CLOSED}),
        (ASKED, Press("filter", BASING), {**ASKED, "show": BASING}),
    ],
)
def test_what_is_foretold_is_what_is_shown(here, press, there, page, workspace):
    """Word for word: what the host of each figure is given after the press."""
    page(workspace, **here)
    told = {each["data"]["name"]: each["data"] for each in foretold() if each["press"] == asdict(press)}
    then = page(workspace, **there)
    assert told == {name: then.data(name) for name in ("map", "timeline")}


def test_a_drawing_is_told_once(shown, workspace):
    """Of one that the page knows, or that was told in the same go, only how it stands is told."""
    works = Ahead()
    seen = shown(workspace)
    (one,) = hosted(seen, 901)
    number = works.offer(lambda: [(Press("event", "a"), (one,)), (Press("event", "b"), (one,))])
    first, second = works.told(number, 0, ())["answers"]
    assert first["drawing"]["figure"]
    assert second["drawing"] is None
    (known, _) = works.told(number, 0, {first["stand"]["drawn"]})["answers"]
    assert known["drawing"] is None
    assert known["press"] == {"what": "event", "value": "a"}


def test_nothing_is_drawn_while_a_page_is_made(shown, workspace):
    """The browser is told where to go on, and goes on there."""
    works = Ahead()
    seen = shown(workspace)
    with ExitStack() as somebody:

        def answers():
            yield Press("event", "a"), hosted(seen, 901)
            somebody.enter_context(works.waits())
            yield Press("event", "b"), hosted(seen, 902)

        number = works.offer(answers)
        told = works.told(number, 0, ())
        assert [each["press"]["value"] for each in told["answers"]] == ["a"]
        assert told["next"] == 1
        assert works.told(number, 0, ()) == {"answers": [], "next": 0}
    works = Ahead()
    assert works.told(works.offer(answers), 1, ())["answers"] == []


def test_few_are_told_at_once_and_always_one(shown, workspace, monkeypatch):
    """However long it takes to come to them."""
    works = Ahead()
    seen = shown(workspace)
    number = works.offer(lambda: [(Press("event", each), hosted(seen, 901)) for each in "abcdefghijklmnopqrst"])
    assert works.told(number, 0, ())["next"] == 16
    monkeypatch.setattr(module, "_AT_ONCE_S", -1)
    slow = works.told(number, 17, ())
    assert [each["press"]["value"] for each in slow["answers"]] == ["r"]
    assert slow["next"] == 18


@pytest.fixture(scope="module")
def sixty(tmp_path_factory):
    """As many events as are told ahead."""
    folder = tmp_path_factory.mktemp("sixty")
    generate(folder, MOST_EVENTS)
    return folder


def test_what_was_told_is_not_drawn_again(page, sixty):
    """Not for the next page either, nor once it is asked for: a figure keeps its number."""
    page(sixty)
    first = foretold()
    assert MOST_EVENTS < len({tuple(each["press"].values()) for each in first}) <= MOST_PRESSES
    page(sixty)
    assert numbers(foretold()) == numbers(first)


def numbers(told: list[dict]) -> list[int]:
    """Of the drawings."""
    return [each["data"]["drawn"] for each in told]


def test_only_so_many_presses_are_likely(shown, sixty, monkeypatch):
    """The events first: the browser keeps no more figures than that."""
    monkeypatch.setattr(module, "MOST_PRESSES", MOST_EVENTS + 3)
    presses = [press.what for press, _then in likely(shown(sixty))]
    assert presses == ["event"] * MOST_EVENTS + ["filter"] * 3


def test_of_many_events_nothing_is_foretold(page, tmp_path):
    """Their figures take too long."""
    generate(tmp_path, MOST_EVENTS + 1)
    assert page(tmp_path).data("answered")["ahead"] is None


def test_only_the_last_pages_are_told(shown, workspace):
    """And nothing of a number that there never was."""
    works = Ahead()
    first = works.offer(lambda: [(Press("event", "a"), hosted(shown(workspace), 901))])
    assert works.told(first, 0, ())["answers"]
    for _ in range(40):
        last = works.offer(list)
    assert works.told(first, 0, ()) == works.told(last + "x", 0, ()) == {"answers": [], "next": None}


def test_nobody_guesses_another_s_key():
    """Keys are long, and no two have anything in common."""
    works = Ahead()
    keys = {works.offer(list) for _ in range(1_000)}
    assert len(keys) == len({key[:8] for key in keys}) == 1_000
    assert min(map(len, keys)) >= 22


def test_while_time_is_played_nothing_is_foretold(page, workspace):
    """And nothing on a page that has no figure of all events."""
    assert page(workspace).data("answered")["ahead"] is not None
    assert page(workspace, until="2010").data("answered")["ahead"] is None
    assert page(workspace, page_="events").data("answered")["ahead"] is None
