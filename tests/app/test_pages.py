"""What the pages say, in each state."""

import json
import re
from html import unescape
from itertools import pairwise

import pytest

from dashboard.checks.validation import validate
from dashboard.views.drawing.palette import DARK, LIGHT, pair

HOSTILE = """title: "<b>bold</b> & **stars**"
when: {reported: "2024", claims: [said]}
claims:
  said:
    text: "<script>alert(1)</script>"
    quotes: [{source: us-troops-ecuador, exact: "<i>none</i>"}]
"""


def test_threads_that_cannot_be_read_are_not_counted(page, workspace):
    """The overview counts the threads that the page Threads has: none."""
    (workspace / "events" / "registry" / "threads.yaml").write_text("us-ecuador-basing: [", encoding="utf-8")
    assert " in " not in page(workspace).text("card").partition("18 events")[2].partition(". Choose")[0]


def test_the_overview_leads_to_an_open_question_and_to_what_is_held_otherwise(page, root):
    """Down to the list, which has as many as are counted."""
    seen = page(root)
    assert 'data-press="question" data-value="us-ecuador-basing/drones-delivered"' in seen.data("card")["html"]
    assert 'data-press="reach" data-value="differences"' in seen.data("card")["html"]
    section = seen.data("differences")["html"]
    assert 'id="differences"' in section
    assert section.count("<li") == 8


def test_the_address_selects_an_event(page, root):
    """Card, figures and bar all know it."""
    seen = page(root, event="us-base-closed")
    assert seen.data("map")["selected"] == seen.data("timeline")["selected"] == "us-base-closed"
    assert seen.data("bar")["said"] == "Situation. Selected: The U.S. base in Ecuador closes"


def test_the_address_has_what_a_count_lists_and_how_the_figures_are_drawn(page, root):
    """The events listed, all of them, the view of the map and the scale of the timeline; nonsense is as nothing."""
    listed = page(root, list="us-base-closed,us-base-notice,no-such-event")
    assert listed.data("bar")["escapes"]
    assert "2 events behind this tie" in page(root, page="actors", list="us-base-closed,us-base-notice").text("card")
    assert "All 18 events" in page(root, list="all").text("card")
    drawn = page(root, view="world", scale="busy")
    assert 'data-value="world" aria-pressed="true"' in drawn.data("map")["controls"]
    assert 'data-value="busy" aria-pressed="true"' in drawn.data("spread")["html"]
    plain = page(root, view="nowhere", scale="none", list=",")
    assert 'data-value="fit" aria-pressed="true"' in plain.data("map")["controls"]
    assert plain.text("card") == page(root).text("card")


@pytest.mark.parametrize("name", ["", "events", "threads", "actors", "outlook"])
def test_an_event_opens_as_a_card_on_each_page(page, root, name):
    """Beside what the page shows; one that there is not is said, and dims nothing."""
    seen = page(root, page=name, event="us-base-closed")
    assert "The U.S. base in Ecuador closes" in seen.text("card")
    assert seen.data("bar")["escapes"]
    gone = page(root, page=name, event="<b>no</b>")
    assert "Event not found" in gone.text("card")
    assert name or gone.data("map")["selected"] is None


def test_an_unknown_page_or_mode_is_the_first(page, root):
    """A mistyped address still shows something."""
    seen = page(root, page="nowhere", as_="whatever")
    assert "map" in seen.keys
    assert 'data-value="assessed" aria-pressed="true"' in seen.data("bar")["html"]


@pytest.mark.parametrize(
    ("key", "asked", "rows"),
    [("tables", {}, 36), ("ladder-table", {"page": "threads"}, 8), ("tables", {"page": "actors"}, 18)],
)
def test_a_row_of_a_figure_as_table_leads_to_its_event(page, workspace, key, asked, rows):
    """As the mark of the figure does: its title is the link, and it is that event's."""
    html = page(workspace, **asked).data(key)["html"]
    events = validate(workspace).workspace.events
    found = re.findall(r'data-press="event" data-value="([^"]*)"><bdi dir="auto">([^<]*)<', html)
    assert len(found) == rows
    assert all(unescape(title) == events[id_].title for id_, title in found)


def test_each_figure_has_its_text_and_its_table(page, root):
    """The description is the figure's name; the table has a row for each event."""
    seen = page(root)
    for figure in ("map", "timeline"):
        description = seen.data(figure)["description"]
        assert description
        assert description in seen.text("tables")
    assert seen.data("tables")["html"].count("<tr>") >= 2 * 18


def test_a_figure_is_sent_once_for_both_themes(page, root):
    """As text, in which each colour is one of light and one of dark."""
    seen = page(root)
    for figure in ("map", "timeline"):
        assert json.dumps(pair(LIGHT.text, DARK.text)) in seen.data(figure)["figure"]


def test_a_broken_file_leaves_the_others_and_is_listed_with_its_mend(page, workspace):
    """The banner counts on every page but Data, which has the list; the counts add up."""
    file = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("threads:", "thread:", 1), encoding="utf-8")
    for name in ("", "events", "threads", "actors", "sources", "help"):
        bar = page(workspace, page=name).data("bar")["html"]
        assert "1 file skipped, 1 error: show problems" in bar, name
    assert "dl-banner" not in page(workspace, page="data").data("bar")["html"]
    assert "Event files 18 drawn 17" in page(workspace, page="data").text("data")


def test_the_first_steps_lead_to_an_event_without_problems(page, empty_workspace):
    """Every file that is shown, written as it is shown, and nothing else: there is no problem, and a map."""
    shown = re.findall(
        r"<code>([^<]*)</code> [^<]*</p><pre[^>]*>(.*?)</pre>", page(empty_workspace).data("steps")["html"], re.DOTALL
    )
    assert len(shown) == 4
    for name, text in shown:
        file = empty_workspace / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"{unescape(text)}\n", encoding="utf-8")
    assert validate(empty_workspace).problems == ()
    assert "map" in page(empty_workspace).keys


def test_a_folder_that_is_no_workspace_is_told_without_a_traceback(page, tmp_path):
    """The message says what is missing."""
    assert "No workspace here" in page(tmp_path).text("stopped")


def test_a_fault_of_the_program_is_told_without_a_traceback(page, workspace, monkeypatch, capsys):
    """Neither on the page nor in the terminal; the bar stays, so that other pages can be gone to."""

    def fail(_shown):
        raise ValueError("secret")

    monkeypatch.setattr("dashboard.app.pages.help.page.draw", fail)
    seen = page(workspace, debug="", page="help")
    assert "ValueError on the page Help" in seen.text("broken-off")
    assert "bar" in seen.keys
    told = capsys.readouterr().err
    assert "DATELINE_DEBUG=1" in told
    assert "Traceback" not in told


def test_a_changed_file_shows_at_the_next_run(page, workspace):
    """Without a restart: the files' times and sizes are looked at on each run."""
    file = workspace / "events" / "ecuador" / "us-base-closed.yaml"
    page(workspace)
    file.write_text(
        file.read_text(encoding="utf-8").replace("The U.S. base in Ecuador closes", "Another title"), encoding="utf-8"
    )
    assert "Another title" in page(workspace, event="us-base-closed").text("card")


@pytest.mark.parametrize("query", [{}, {"event": "hostile"}, {"page": "data"}, {"as_": "reported"}])
def test_a_hostile_record_adds_no_element_to_any_page(page, workspace, query):
    """Its markup is text, wherever it is shown."""
    (workspace / "events" / "ecuador" / "hostile.yaml").write_text(HOSTILE, encoding="utf-8")
    seen = page(workspace, **query)
    for key in seen.keys:
        html = seen.data(key).get("html", "")
        assert "<script" not in html
        assert "<b>bold" not in html
        assert "<i>none" not in html
    if query.get("event"):
        assert "<b>bold</b> & **stars**" in seen.text("card")
        assert "<script>alert(1)</script>" in seen.text("card")


@pytest.mark.parametrize(
    "query",
    [
        {"page": "actors"},
        {"page": "actors", "actor": "ecuador"},
        {"page": "actors", "event": "us-base-closed"},
        {"page": "sources", "source": "us-troops-ecuador"},
    ],
    ids=lambda query: "-".join(query.values()),
)
def test_headings_go_down_one_step_at_a_time(page, root, read, query):
    """As a screen reader lists them."""
    seen = page(root, **query)
    markup = [seen.data(key).get("html", "") for key in seen.keys if key != "bar"]
    tags = [tag for html in markup for tag in read(html).tags]
    levels = [int(tag[1]) for tag in tags if tag in {"h1", "h2", "h3", "h4"}]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels)), levels
