"""What the Threads page says, in each state."""

from pathlib import Path

import generating
import pytest

ECUADOR, KOREA = "us-ecuador-basing", "us-forces-korea-costs"


def threads(page, workspace, **query):
    return page(workspace, page="threads", **query)


def without_threads(workspace: Path) -> Path:
    (workspace / "events" / "registry" / "threads.yaml").unlink()
    return workspace


def test_a_thread_is_told_as_a_story(page, workspace):
    """Its head with counts that add up, its ladder, events, amounts, questions, actors, disputes."""
    seen = threads(page, workspace)
    head = seen.text("thread-head")
    assert "Thread, 1 of 2 U.S. troops in Ecuador" in head
    assert "Events 12 Claims 41" in head
    assert head.endswith("13 original reports, 19 outlets")
    story = seen.text("story")
    for part in ("Events by date 12", "Amounts", "Questions 3: 1 answered, 2 open", "Actors 13", "Disputed 2"):
        assert part in story
    assert "How far it has come" in seen.text("ladder-words")
    assert seen.data("ladder")["description"].startswith("Commitment ladder of U.S. troops in Ecuador, 8 events")
    assert "Show ladder data as a table" in seen.text("ladder-table")


def test_the_amounts_add_up_on_either_side(page, workspace):
    """The drones are part of the package as reported, and on top of it as assessed; nothing is delivered."""
    story = threads(page, workspace).text("story")
    assert "part of the $13.5 million, counted in it" in story
    assert "not part of the $13.5 million" in story
    assert "Promised $13.5 million drones counted once $19.5 million sum of 2" in story
    assert "Delivered none known none known" in story
    assert "Other figures Neither promised nor delivered: not added" in story
    assert "disputed by VOA" in story


def test_of_many_other_figures_a_dozen_are_in_sight(page, tmp_path):
    """The others are behind a press."""
    seen = page(generating.generate(tmp_path / "many", 60), page="threads", thread="grain")
    html = seen.data("story")["html"]
    before, _, behind = html.partition('<details id="thread-figures"><summary>5 more figures</summary>')
    assert (before.count("about $"), behind.count("about $")) == (24, 10)


def test_a_question_says_where_it_stands_and_by_which_event(page, workspace):
    """Answered with its outcome, or open; who raised it; that nobody has judged it."""
    story = threads(page, workspace).text("story")
    assert "Answered: no." in story
    assert "not checkable Answered: no. Ecuador votes against foreign bases, external 16 November 2025" in story
    assert "Open. No due date. No forecast yet. Raised by Drones for Ecuador’s navy." in story


def test_what_is_out_of_the_ordinary_stands_beside_the_event(page, workspace):
    """Reported otherwise, disputed, answering."""
    story = threads(page, workspace).text("story")
    assert "The U.S. base in Ecuador closes verified reported as 2009 verified ended" in story
    assert "Drones for Ecuador’s navy disputed verified pledged" in story
    assert "Ecuador votes against foreign bases answers not checkable declined" in story


def test_the_address_names_the_thread_and_its_event(page, workspace):
    """The card opens on this page, and the ladder knows what is selected."""
    seen = threads(page, workspace, thread=ECUADOR, event="us-base-closed")
    assert "The U.S. base in Ecuador closes" in seen.text("card")
    assert seen.data("ladder")["selected"] == "us-base-closed"
    assert f"page=threads&amp;thread={ECUADOR}&amp;event=us-base-notice" in seen.data("story")["html"]
    assert "card" not in threads(page, workspace, thread=KOREA).keys


def test_without_a_thread_in_the_address_that_of_the_event_is_told(page, workspace):
    """Whoever comes from an event meets its story."""
    seen = threads(page, workspace, event="trump-korea-base-land")
    assert "Who pays for U.S. forces in South Korea" in seen.text("thread-head")


def test_as_reported_says_what_is_left_out(page, workspace):
    """Levels, dates, answers, judgements and disputes that no quote carries."""
    seen = threads(page, workspace, as_="reported")
    words = seen.text("ladder-words")
    assert "2 levels not on the ladder: as reported, no quote supports it" in words
    assert "4 events with a level but no reported date: in the list only" in words
    story = seen.text("story")
    assert "1 answer left out: as reported, no quote supports it." in story
    assert "2 disputes left out: as reported, quotes do not support both sides." in story
    assert "Judgements are the team’s own: not shown as reported." in story
    assert "as=reported" in seen.data("story")["html"]


def test_a_thread_without_a_ladder_says_so(page, workspace):
    """As reported, no event of this thread has both a level and a date."""
    seen = threads(page, workspace, thread=KOREA, as_="reported")
    assert "No event here has both a level and a date" in seen.text("ladder-words")
    assert "ladder" not in seen.keys


def test_filters_are_told_and_add_up(page, workspace):
    """What is filtered out is counted; a question's answer is not taken away by a filter."""
    seen = threads(page, workspace, thread=ECUADOR, show="commitment:pledged")
    assert "Events 2 of 12" in seen.text("thread-head")
    assert "10 events of this thread hidden by filters" in seen.text("ladder-words")
    assert "Answered: no." in seen.text("story")
    nothing = threads(page, workspace, thread=KOREA, show="commitment:pledged")
    assert "No events shown All 6 events of this thread are hidden by filters." in nothing.text("story")


@pytest.mark.parametrize("thread", ["nowhere", "<b>no</b>"])
def test_an_unknown_thread_is_said_calmly(page, workspace, thread):
    """With the way to one that there is."""
    text = threads(page, workspace, thread=thread).text("story")
    assert text.startswith(f"Thread not found This workspace has no thread {thread}.")
    assert "Show U.S. troops in Ecuador" in text


def test_a_thread_to_which_no_event_belongs_keeps_its_questions(page, workspace):
    """And says how an event joins it."""
    registry = workspace / "events" / "registry" / "threads.yaml"
    registry.write_text(registry.read_text() + 'quiet: {title: Quiet, questions: {why: {text: "Why?", due: "2020"}}}\n')
    seen = threads(page, workspace, thread="quiet")
    assert "No events in this thread yet To add an event, write threads: [quiet] in its record." in seen.text("story")
    assert "Why? Overdue. Due 2020." in seen.text("story")


def test_events_of_no_thread_are_listed(page, workspace):
    """They have no story, and the page says how to make one."""
    seen = threads(page, without_threads(workspace))
    assert "18 events without a thread" in seen.text("story")
    assert "Events by date 18" in seen.text("story")


def test_an_empty_workspace_says_what_a_thread_is(page, empty_workspace):
    """Calmly, and with what to do first."""
    assert "No threads yet A thread is a storyline" in threads(page, empty_workspace).text("threads")


def test_what_is_retracted_is_shown_as_such_and_counted_for_nothing(page, workspace):
    """It stays in the list, and leaves the ladder and the sums."""
    file = next((workspace / "events").rglob("us-drones-for-navy.yaml"))
    file.write_text(file.read_text().replace("review: {status: draft}", "review: {status: retracted, note: Wrong.}"))
    seen = threads(page, workspace)
    assert "Drones for Ecuador’s navy retracted" in seen.text("story")
    assert "Promised $13.5 million $13.5 million" in seen.text("story")
    assert "1 event retracted: listed, but not counted" in seen.text("ladder-words")


def test_hostile_titles_stay_text(page, workspace):
    """Tags are read as they stand; what would turn the direction of writing is made visible."""
    registry = workspace / "events" / "registry" / "threads.yaml"
    title = "<script>alert(1)</script> \u202eevil " + "W" * 300
    registry.write_text(registry.read_text().replace("title: U.S. troops in Ecuador", f'title: "{title}"'))
    seen = threads(page, workspace)
    assert "<script>alert(1)</script> [U+202E]evil" in seen.text("thread-head")
    assert "<script>" not in seen.data("thread-head")["html"]
