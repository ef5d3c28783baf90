"""What the Outlook page says, in each state."""

import datetime as dt

import pytest

from tests.clock import TODAY

ASKS = """\
asks:
  title: What is asked
  questions:
    past: {text: "Was it signed?", due: "2020-01"}
    soon: {text: "Will <b>they</b> go?", due: "2999-12-31"}
    never: {text: "Why?"}
"""
ANSWER = """\
title: %s
when: {assessed: {date: "2021-06-01", basis: external, sources: [voa]}}
claims: {told: {text: It was told., sources: [voa]}}
%s
"""


@pytest.fixture
def asked(workspace):
    """The seed, with questions that are overdue, due and open, and judgements of theirs."""
    threads = workspace / "events" / "registry" / "threads.yaml"
    threads.write_text(threads.read_text(encoding="utf-8") + ASKS, encoding="utf-8")
    judged = (
        "judgements:\n"
        '  - {question: asks/soon, likelihood: unlikely, confidence: low, claims: [told], by: AB, on: "2021-06-01"}'
    )
    (workspace / "events" / "ecuador" / "judged.yaml").write_text(ANSWER % ("The team judges", judged))
    return workspace


def scored(workspace, number):
    """So many questions that were judged likely, and then came."""
    names = [f"s{each}" for each in range(number)]
    threads = workspace / "events" / "registry" / "threads.yaml"
    questions = "".join(f'    {name}: {{text: "Will {name} come?"}}\n' for name in names)
    threads.write_text(threads.read_text(encoding="utf-8") + f"more:\n  title: More\n  questions:\n{questions}")
    lines = [
        f'  - {{question: more/{name}, likelihood: likely, confidence: low, claims: [told], by: AB, on: "2020-01-01"}}'
        for name in names
    ]
    answers = [f'  - {{question: more/{name}, outcome: "yes", claims: [told]}}' for name in names]
    text = ANSWER % ("All come", "\n".join(["judgements:", *lines, "answers:", *answers]))
    (workspace / "events" / "ecuador" / "all-come.yaml").write_text(text, encoding="utf-8")
    return workspace


def test_the_seeds_question_was_answered_by_the_referendum(page, root):
    """With its date and mark; no forecast was made, so it says nothing of calibration."""
    seen = page(root, page="outlook")
    assert "Questions 5 Overdue 0 Due 0 No due date 4 Answered 1" in seen.text("head")
    told = seen.text("resolved")
    assert "Will Ecuador let the United States have a base for the long term?" in told
    assert "not checkable Answered: no. Ecuador votes against foreign bases, external 16 November 2025" in told
    assert "Not scored: no forecast was made." in told
    assert "page=outlook&amp;event=ecuador-referendum" in seen.data("resolved")["html"]
    assert seen.text("open").startswith("No questions are overdue, and none are coming due. Without a due date 4")
    assert "No score yet: it needs ten questions" in seen.text("calibration")
    assert "reliability" not in seen.keys
    assert not seen.test.get("download_button")


def test_open_questions_stand_by_their_due_date_with_likelihood_in_words(page, asked):
    """Overdue, due, without a day; likelihood and confidence in sentences of their own; a calendar of what is ahead."""
    seen = page(asked, page="outlook")
    told = seen.text("open")
    days = (TODAY - dt.date(2020, 1, 31)).days
    for part in (
        "Overdue 1 What is asked Was it signed? Due January 2020. The last day was",
        f"The last day was {days:,} days ago.",
        "Due 1 What is asked Will <b>they</b> go? Due 31 December 2999. The last day is in",
        "Unlikely (20 to 45 %). Confidence: low. AB, 1 June 2021, on The team judges.",
        "Without a due date 5",
        "No forecast yet.",
        "Raised by Drones for Ecuador’s navy.",
    ):
        assert part in told, part
    assert told.index("Overdue") < told.index("Due 1") < told.index("Without a due date")
    assert 'style="inset-inline-start:20%;width:25%"' in seen.data("open")["html"]
    [button] = seen.test.get("download_button")
    assert button.proto.label == "Upcoming dates (ICS)"


def test_the_card_opens_beside_the_lists(page, asked):
    """And the address names it."""
    assert "The team judges" in page(asked, page="outlook", event="judged").text("card")
    assert "Event not found" in page(asked, page="outlook", event="nowhere").text("card")
    assert "card" not in page(asked, page="outlook").keys


def test_below_ten_there_is_no_score_and_no_diagram(page, workspace):
    """How many there are is told."""
    seen = page(scored(workspace, 9), page="outlook")
    told = seen.text("calibration")
    assert "and there are nine. Fewer would mostly measure luck" in told
    assert "Questions 14 Answered, scored 9 Answered, not scored: no forecast was made 1 Open 4" in told
    assert "Brier" not in told
    assert "reliability" not in seen.keys


def test_from_ten_on_the_score_stands_with_its_count_and_diagram(page, workspace):
    """The middle of 55 to 80 %, ten times a yes: (1 - 0.675)²."""
    seen = page(scored(workspace, 10), page="outlook")
    assert "0.106 Brier score of 10 questions." in seen.text("calibration")
    assert seen.data("reliability")["description"] == "Reliability of 10 judgements. Came true: likely 10 of 10."
    assert "likely (55 to 80 %) 10 10 100 %" in seen.text("reliability-table")
    assert "Judged before the answer: Likely (55 to 80 %). Confidence: low." in seen.text("resolved")


def test_as_reported_the_team_s_judgements_are_left_out(page, asked):
    """And so are answers that no quote carries."""
    seen = page(asked, page="outlook", as_="reported")
    assert "judgements are left out, and so is 1 of the answers" in seen.text("head")
    assert "Confidence" not in seen.text("open")
    assert "As reported, there is nothing to score" in seen.text("calibration")


def test_filters_leave_the_threads_of_what_is_shown(page, asked):
    """As on the other pages; a thread without events has its questions only where nothing is asked for."""
    seen = page(asked, page="outlook", show="thread:us-forces-korea-costs")
    assert "Questions 2 " in seen.text("head")
    assert "Was it signed?" not in seen.text("open")


def test_without_questions_it_says_how_one_is_asked(page, empty_workspace):
    """Calmly."""
    assert "No questions yet. Questions belong to a thread" in page(empty_workspace, page="outlook").text("outlook")
