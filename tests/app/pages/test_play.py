"""Time that is played, through the address: what is shown, counted, and offered."""

import datetime as dt
import re
import shutil

import pytest

from dashboard.app.pages.situation.figures import FigureOptions, map_figure, timeline_figure
from dashboard.app.parts.figure_component import ViewState
from dashboard.query.lanes import LaneBy
from dashboard.query.reading import Mode
from tests.repositories import committed


def test_what_is_later_is_not_drawn_and_the_day_stands_everywhere(page, root):
    """Both figures go by the day; the line of the timeline is not called today, and on paper the day is told, too."""
    seen = page(root, until="2009-07-17")
    for figure in ("map", "timeline"):
        reached = {event for mark in seen.data(figure)["marks"] for event in mark[2]}
        assert reached == {"us-base-hosted", "us-base-notice", "us-base-last-flight"}
    assert "As of 17 July 2009" in seen.text("bar")
    words = [str(each.data("timeline")["figure"]) for each in (seen, page(root))]
    assert [('"as of"' in each, '"today"' in each) for each in words] == [(True, False), (False, True)]
    assert re.sub("<[^>]*>", "", seen.data("play")["added"]) == "New: Last U.S. flight from Manta"


def test_the_steps_are_the_dates_of_what_the_filters_let_through(page, root):
    """The slider has no empty step, and says where it is in words."""
    steps = page(root).data("play")["steps"]
    assert steps == sorted(set(steps))
    assert steps[0] == "1999-01-01"
    found = page(root, show="thread:us-forces-korea-costs", until="2025-08-25").data("play")
    assert found["steps"] == ["2025-07-08", "2025-07-09", "2025-08-25", "2025-08-27"]
    assert (found["at"], found["active"], found["words"][2]) == (2, True, "25 August 2025")
    counts, _, new = found["said"].partition(". New: ")
    assert counts == "As of 25 August 2025: 4 of 18 events · 12 hidden by filters · 1 later · 1 undated"
    assert new.split(", ")[0] == "Security adviser: the land is not leased"


def test_nothing_is_played_until_it_is_asked_for(page, root):
    """The button alone; an address that names no day plays nothing."""
    for query in ({}, {"until": "soon"}):
        seen = page(root, **query)
        assert seen.data("play")["active"] is False
        assert seen.text("play") == "Play"
        assert seen.text("sentence").startswith("18 of 18 events")


def test_lanes_and_questions_are_in_the_address(page, workspace):
    """Lanes by country; a question in the card's place, which another address lets go."""
    registry = workspace / "events" / "registry" / "threads.yaml"
    text = registry.read_text(encoding="utf-8")
    asked = 'pay-more: {text: "Will South Korea agree to pay more for the U.S. forces there?"'
    assert asked in text
    registry.write_text(text.replace(asked, f'{asked}, due: "2999-12-15"'), encoding="utf-8")
    seen = page(workspace, lanes="country", question="us-forces-korea-costs/pay-more")
    assert "in lanes by country" in seen.data("timeline")["description"]
    assert "Lanes by country" in seen.text("spread")
    assert "Will South Korea agree to pay more" in seen.text("card")
    assert "Due 15 December 2999" in seen.text("card")
    assert ["question", "us-forces-korea-costs/pay-more"] in [mark[4:] for mark in seen.data("timeline")["marks"]]
    assert seen.data("timeline")["chosen"] == ["question", "us-forces-korea-costs/pay-more"]
    assert "18 events in 2 threads" in page(workspace, lanes="nothing", question="no/such").text("card")


def with_dues(workspace, **dues):
    """The seed workspace, with due dates for questions."""
    registry = workspace / "events" / "registry" / "threads.yaml"
    text = registry.read_text(encoding="utf-8")
    for key, due in dues.items():
        name = key.replace("_", "-")
        text, found = re.subn(rf'(\n    {name}: {{text: "[^"]*")', rf'\1, due: "{due}"', text)
        assert found == 1
    registry.write_text(text, encoding="utf-8")
    return workspace


def test_questions_of_later_months_are_not_open_yet(page, root):
    """A question stands in the overview from the event on that raises it; the golden pages hold it before and now."""
    assert "Open questions" not in page(root, until="1999-01-01").text("card")


def test_questions_are_due_as_of_the_day_that_is_played(page, workspace):
    """Overdue today, it was but due then: in the overview, on the timeline, and in the card."""
    with_dues(workspace, pay_more="2025-10-01")
    reference = "us-forces-korea-costs/pay-more"

    def name(seen):
        return next(mark[3] for mark in seen.data("timeline")["marks"] if mark[4:] == ["question", reference])

    then, now = page(workspace, until="2025-08-27"), page(workspace)
    assert "due 1 October 2025" in then.text("card")
    assert "was due 1 October 2025" not in then.text("card")
    assert "was due 1 October 2025" in now.text("card")
    assert "overdue" not in name(then)
    assert "overdue" in name(now)
    assert "verdue" not in page(workspace, until="2025-08-27", question=reference).text("card")
    assert "verdue" in page(workspace, question=reference).text("card")


def test_filters_count_the_events_until_then(page, root):
    """A facet has no more events than the page."""
    counts = [
        re.findall(r"U.S. troops in Ecuador (\d+)", facets(seen))
        for seen in (
            page(root),
            page(root, until="2009-07-17"),
            page(root, until="2009-07-17", show="thread:us-ecuador-basing"),
        )
    ]
    assert counts == [["12"], ["3"], ["3"]]


def facets(seen):
    """The words of the first facet: threads."""
    return seen.text("filters").partition("Type")[0]


def test_pictures_of_both_figures_have_the_day_that_is_played(shown, root):
    """Not that on which they are downloaded."""
    stands = [ViewState(key, 912, f"{key}-0", None, Mode.ASSESSED) for key in ("map", "timeline")]
    looks = FigureOptions(*stands, "fit", "marks", LaneBy.THREAD, "auto", dt.date(2026, 11, 25), (), None)
    for figure in (map_figure, timeline_figure):
        played = figure(shown(root, until=dt.date(2009, 7, 17)), looks).props["caption"]
        assert "as of 17 July 2009, 3 of 18 events" in played["source"]
        assert "as of" not in figure(shown(root), looks).props["caption"]["source"]


@pytest.mark.parametrize("name", ["events", "threads", "actors", "outlook", "help"])
def test_other_pages_say_that_they_do_not_go_by_the_day(page, root, name):
    """While time is played on Situation, and not else; a press ends it."""
    told = page(root, page=name, until="2009-07-17").data("played")["html"]
    assert "is set to 17 July 2009; this page shows everything" in told
    assert 'data-press="until"' in told
    for query in ({"page": name}, {"until": "2009-07-17"}):
        with pytest.raises(ValueError, match="not enough values"):
            page(root, **query).data("played")


def test_the_wall_says_that_it_does_not_go_by_the_day(page, root):
    """At its first step, while time is played on Situation, and not else."""
    told = "Situation is set to 17 July 2009"
    for query, is_told in (({"until": "2009-07-17"}, True), ({}, False)):
        first, *others = page(root, page="present", **query).data("present")["steps"]
        assert any(told in block for block in first["blocks"]) is is_told
        assert not any(told in block for step in others for block in step["blocks"])


@pytest.fixture
def history(workspace):
    """A workspace that came to know of the drones, and how the base closed is called, after all else."""
    late, other = (workspace / "events" / "ecuador" / f"{id_}.yaml" for id_ in ("us-drones-for-navy", "us-base-closed"))
    text = late.read_text(encoding="utf-8")
    late.unlink()
    committed(workspace, "2026-11-20")
    late.write_text(text, encoding="utf-8")
    closed = other.read_text(encoding="utf-8")
    other.write_text(
        closed.replace("title: The U.S. base in Ecuador closes", "title: The base closes"), encoding="utf-8"
    )
    committed(workspace, "2026-11-23")
    return workspace


def test_what_was_known_is_played_by_commits(page, history):
    """Each step has the records as they were: in the sentence, both figures, the card and the overview."""
    before, after = (page(history, play="known", until=day) for day in ("2026-11-20", "2026-11-23"))
    for seen, day, number in ((before, "20 November 2026", 17), (after, "23 November 2026", 18)):
        assert re.match(
            rf"As known on {day} \(commit [0-9a-f]{{12}}\): {number} of {number} events", seen.text("sentence")
        )
        assert seen.data("play")["steps"] == ["2026-11-20", "2026-11-23"]
        assert f"As of {day}" in seen.text("card")
        assert f"As known on {day}" in seen.text("bar")
        assert '"as of"' in str(seen.data("timeline")["figure"])
        reached = {event for mark in seen.data("map")["marks"] for event in mark[2]}
        assert ("us-drones-for-navy" in reached) == (number == 18)
    assert (
        re.sub("<[^>]*>", "", after.data("play")["added"]) == "New: Drones for Ecuador’s navy Changed: The base closes"
    )
    closed = page(history, play="known", until="2026-11-21", event="us-base-closed")
    assert closed.data("play")["at"] == 0
    assert "The U.S. base in Ecuador closes" in closed.text("card")


def test_what_is_played_is_chosen_only_where_something_tells_what_was_known(page, workspace, history):
    """And the reader is told which of the two it is."""
    for play in ("", "known"):
        told = page(history, until="2026-11-23", play=play).data("play")["html"]
        ways = re.findall(r'data-press="play" data-value="(\w*)"[^>]*aria-pressed="(\w+)"', told)
        assert ways == [("", str(not play).lower()), ("known", str(bool(play)).lower())]
    shutil.rmtree(history / ".git")
    told = page(history, play="known", until="2009-07-17")
    assert "As it was known" not in told.data("play")["html"]
    assert told.text("sentence").startswith("As of 17 July 2009: 3 of 18 events")


def test_playing_what_was_known_ends_with_the_playing(page, history):
    """And a day before the first commit stands at the first."""
    seen = page(history, play="known", until="1999")
    assert "As known on 20 November 2026" in seen.text("sentence")
    assert dict(page(history, play="known").data("play"))["active"] is False
