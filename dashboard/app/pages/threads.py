"""Threads page: one thread as a story."""

import datetime as dt

import streamlit as st

from dashboard.app import state
from dashboard.app.filters.bar import asked_line
from dashboard.app.parts.components import show
from dashboard.app.parts.tables import as_table
from dashboard.app.shown import Shown
from dashboard.app.threads.card import with_card
from dashboard.app.threads.choice import chosen_thread, thread_choice
from dashboard.app.threads.figure import ladder_figure, ladder_head, no_ladder
from dashboard.app.threads.head import left_out, thread_head
from dashboard.app.threads.story import no_threads, of_no_thread, thread_story, unknown_thread, without_events
from dashboard.model.registry import Thread
from dashboard.query.reading import Reading
from dashboard.query.threads import NO_THREAD, events_by_thread, story_of
from dashboard.text.markup import joined


def page(shown: Shown) -> None:
    """Which thread, then its story; or in a calm sentence why there is none."""
    threads, chosen = shown.workspace.threads, chosen_thread(shown, state.chosen("thread"))
    by_thread = events_by_thread(shown.readings, threads)
    if chosen is None:
        show(no_threads(), "threads")
        return
    show(joined(thread_choice(by_thread, chosen, shown), asked_line(shown)), "threads")
    if chosen == NO_THREAD:
        with_card(of_no_thread(by_thread[NO_THREAD], shown, state.part()), by_thread[NO_THREAD], shown)
    elif chosen not in threads:
        show(unknown_thread(chosen, shown), "story")
    else:
        _thread(threads[chosen], by_thread[chosen], shown, dt.datetime.now(dt.UTC).date())


def _thread(thread: Thread, own: tuple[Reading, ...], shown: Shown, today: dt.date) -> None:
    """Head, ladder, its table, the card of what is selected, and the story."""
    story = story_of(thread, own, shown.all_readings, shown.workspace, shown.evidence, shown.mode, today)
    number = sum(thread.id in reading.event.threads for reading in shown.all_readings)
    show(thread_head(story, number, shown), "thread-head")
    if story.drawn:
        with st.container(key="ladder-of-thread"):
            above = st.container(key="ladder-head")
            ladder = ladder_figure(story, shown, today)
            with above:
                show(ladder_head(ladder, left_out(story, number, shown)), "ladder-words")
        show(as_table("Ladder", ladder, [step.id for step in story.steps], shown), "ladder-table")
    elif own:
        show(no_ladder(left_out(story, number, shown)), "ladder-words")
    with_card(thread_story(story, shown, state.part()) if own else without_events(story, number, shown), own, shown)
