"""Outlook page: what is asked and when it is due, what came, and how well that had been foretold."""

import datetime as dt
from functools import partial
from typing import Final

import streamlit as st

from dashboard.app.card import beside_card
from dashboard.app.filters import asked_line
from dashboard.app.pages.outlook.questions import open_questions, resolved_questions
from dashboard.app.parts import as_table, calendar_button, help_link, show, show_figure
from dashboard.app.shell import PageContext, figure_state
from dashboard.clock import now, today
from dashboard.query.questions import LEAST_SCORED, Calibration, Outlook, outlook_of
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words, in_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all
from dashboard.views.drawing import Drawing
from dashboard.views.reliability import reliability_diagram

HOW: Final = (
    "Each question answered with yes or no counts once, with the last judgement before the day of its answer. A word "
    "of ICD 203 counts as the middle of its range. Open questions, partial answers and later judgements do not count."
)
SCALE: Final = "0 is best; always judging an even chance scores 0.250; 1 is worst."


def calibration_section(outlook: Outlook, page: PageContext) -> Markup:
    """The score with its count, or why there is none; how it is counted, and what is not."""
    calibration = outlook.calibration
    head = element("h2", "Calibration", help_link("words-calibration", "calibration"))
    if page.mode is Mode.REPORTED:
        told = element("p", "Judgements are the team’s own. As reported, there is nothing to score.", class_="dl-muted")
        return element("div", element("section", head, told), class_="dl-listed")
    score = _score(calibration) if calibration.brier is not None else element("p", _none_yet(calibration))
    how = element("p", HOW, class_="dl-meta")
    return element(
        "div", element("section", head, score, _count_table(outlook), how), class_="dl-listed dl-calibration"
    )


def reliability_words(drawn: Drawing) -> Markup:
    """A line below the diagram that says how to read it."""
    return element("p", ". ".join(drawn.sentences), ".", class_="dl-meta dl-read")


def _score(calibration: Calibration) -> Markup:
    """Three places: more would be more than the number of questions can tell."""
    value = element("b", f"{float(calibration.brier or 0):.3f}", class_="dl-score")
    of = f" Brier score of {count_words(calibration.scored, 'question')}. "
    return element("p", value, of, element("span", SCALE, class_="dl-muted"))


def _none_yet(calibration: Calibration) -> str:
    scored = calibration.scored
    there = f"there {'is' if scored == 1 else 'are'} {in_words(scored) if scored else 'none'}"
    return (
        f"No score yet: it needs {in_words(LEAST_SCORED)} questions judged before they were answered, and {there}. "
        "Fewer would mostly measure luck."
    )


def _count_table(outlook: Outlook) -> Markup:
    rows = [(f"Answered, not scored: {why}", number) for why, number in outlook.calibration.unscored]
    rows = [("Answered, scored", outlook.calibration.scored), *rows]
    rows += [("Open, partly answered", outlook.partly)] if outlook.partly else []
    rows += [("Open", outlook.number - len(outlook.resolved) - outlook.partly)]
    cells = (element("tr", element("td", name), element("td", f"{number:,}")) for name, number in rows)
    total = element("tr", element("th", "Questions", scope="row"), element("td", element("b", f"{outlook.number:,}")))
    return element("table", element("tbody", total, join_all(cells)), class_="dl-counts", aria_label="What is counted")


def outlook_head(outlook: Outlook, page: PageContext) -> Markup:
    """Title, what is left out, and the four sums, which add up to all questions."""
    told = element("p", _lead(outlook, page)) if outlook.number else NOTHING
    title = element("div", element("h1", "Outlook"), told)
    sums = {
        "Questions": outlook.number,
        "Overdue": len(outlook.overdue),
        "Due": len(outlook.due),
        "No due date": len(outlook.undated),
        "Answered": len(outlook.resolved),
    }
    cells = (element("div", element("dt", name), element("dd", f"{number:,}")) for name, number in sums.items())
    return element("header", title, element("dl", join_all(cells)), class_="dl-thread-head dl-listed-head")


def no_questions(page: PageContext) -> Markup:
    """The sentences shown in place of the lists if the threads ask no questions."""
    if page.asked.filters.are_set and any(thread.questions for thread in page.workspace.threads.values()):
        return element("p", "The threads shown have no questions.", class_="dl-muted dl-listed-none")
    said = "Questions belong to a thread: ", element("code", "questions"), " in "
    where = element("code", "events/registry/threads.yaml")
    how = (
        ". An event answers one with ",
        element("code", "answers"),
        ". The team judges one with ",
        element("code", "judgements"),
    )
    return element(
        "div",
        element("p", "No questions yet.", class_="dl-muted"),
        element("p", join(*said, where, *how, "."), class_="dl-muted"),
        class_="dl-listed-none",
    )


def _lead(outlook: Outlook, page: PageContext) -> str:
    lead = "Open and answered questions, as of today."
    if page.mode is Mode.ASSESSED:
        return lead
    left_out = sum(each.asked.left_out for each in (*outlook.overdue, *outlook.due, *outlook.undated))
    answers = f", and so {'is' if left_out == 1 else 'are'} {left_out:,} of the answers" if left_out else ""
    return f"{lead} As reported, the team’s judgements are left out{answers}: no quote supports them."


def draw(page: PageContext) -> None:
    """Head and calendar, open questions by due date, those that were answered, calibration, the card."""
    day = today()
    outlook = page.once(
        ("outlook", day), lambda: outlook_of(page.threads_here, page.about_questions, page.evidence, page.mode, day)
    )
    show(asked_line(page), "asked")
    with st.container(key="listed-head"):
        show(outlook_head(outlook, page), "head")
        with st.container(key="listed-files"):
            calendar_button(page, now())
    if not outlook.number:
        show(no_questions(page), "outlook")
        return
    beside_card(lambda: _lists(outlook, page, day), page)


def _lists(outlook: Outlook, page: PageContext, today: dt.date) -> None:
    with st.container(key="outlook"):
        with st.container(key="outlook-open"):
            show(open_questions(outlook, page, today), "open")
        with st.container(key="outlook-done"):
            if outlook.calibration.bins:
                show(calibration_section(outlook, page), "calibration")
                draw = partial(reliability_diagram, outlook.calibration.bins, width=figure_state.width("reliability"))
                drawn = show_figure(draw, "reliability", selected=None)
                show(join(reliability_words(drawn), as_table("Reliability", drawn)), "reliability-table")
            show(resolved_questions(outlook, page), "resolved")
            if not outlook.calibration.bins:
                show(calibration_section(outlook, page), "calibration")
