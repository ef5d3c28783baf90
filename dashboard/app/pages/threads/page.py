"""Threads page: one thread as a story."""

import datetime as dt
from collections.abc import Mapping
from typing import Final

import streamlit as st

from dashboard.app.card import selected_card
from dashboard.app.filters import asked_line
from dashboard.app.pages.situation import event_list
from dashboard.app.pages.threads.story import no_threads, of_no_thread, thread_story, unknown_thread, without_events
from dashboard.app.parts import as_table, edit_link, help_link, link_attributes, show, show_figure, strength_of_sources
from dashboard.app.shell import PageContext, figure_state, state
from dashboard.clock import today
from dashboard.evidence.verdicts import VERDICTS, Verdict
from dashboard.model.registry import Thread
from dashboard.query.origins import sources_of
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.query.threads import NO_THREAD, Story, events_by_thread, story_of
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import evidence_mark, thread_square
from dashboard.views.drawing import Drawing, Palette
from dashboard.views.ladder import event_ladder

MOST_LISTED: Final = 200
"""So many threads can be chosen in the list, and the one that is chosen."""
IN_SIGHT: Final = 6
"""So many threads stand in the line; where there are more, all of them are behind a press."""


def ladder_figure(story: Story, page: PageContext, today: dt.date) -> Drawing:
    """The ladder, for the width that the page has."""
    width, troubled = figure_state.width("ladder"), page.troubles
    color_index = list(page.workspace.threads).index(story.thread.id)
    selected = page.selected_id if page.selected_id in {step.id for step in story.steps} else None

    def draw(palette: Palette) -> Drawing:
        return event_ladder(
            story.steps,
            story.joins,
            title=story.thread.title,
            color_index=color_index,
            palette=palette,
            width=width,
            today=today,
            selected=selected,
            troubled=troubled,
        )

    return show_figure(draw, "ladder", selected=selected)


def ladder_head(ladder: Drawing, left_out: Markup) -> Markup:
    """What the figure is, what was done to it, and what is not on it."""
    done = element("p", ". ".join(ladder.sentences), ".", class_="dl-muted")
    return element("div", _title(), done, left_out, class_="dl-ladder-head")


def no_ladder(left_out: Markup) -> Markup:
    """The sentence shown in place of the figure if no event has both a level and a date."""
    told = element("p", "No event here has both a level and a date, so there is no ladder.", class_="dl-muted")
    return element("div", _title(), told, left_out, class_="dl-ladder-head")


def _title() -> Markup:
    return element("h2", join("How far it has come", help_link("commitment", "the ladder"), by=" "))


def with_card(story: Markup, own: tuple[ResolvedEvent, ...], page: PageContext) -> None:
    """The card, where something is selected, and the story. `own` are the events that the page shows."""
    card = _card(own, page)
    with st.container(key="thread-below"):
        if card is not None:
            with st.container(key="thread-card"):
                show(card, "card", name=page.selected or "")
        show(story, "story")


def _card(own: tuple[ResolvedEvent, ...], page: PageContext) -> Markup | None:
    if (card := selected_card(page)) is not None:
        return card
    ids = {reading.id for reading in own}
    if behind := tuple(reading for reading in page.events(state.listed_events(page.by_id)) if reading.id in ids):
        return event_list(behind, page, f"{count_words(len(behind), 'event')} behind this mark")
    return None


def thread_head(story: Story, number: int, page: PageContext) -> Markup:
    """`number` is how many of the thread's events there are, filtered out or not."""
    threads = list(page.workspace.threads)
    index = threads.index(story.thread.id)
    place = f"Thread, {index + 1:,} of {len(threads):,}"
    title = join(
        element("p", thread_square(index), place, class_="dl-muted"),
        element("h1", words(story.thread.title)),
        edit_link("thread", story.thread.id, mode=page.mode) if story.thread.id in page.workspace.threads else None,
        element("p", words(story.thread.summary)) if story.thread.summary else None,
    )
    return element("header", element("div", title), _sums(story, number, page), class_="dl-thread-head")


def left_out(story: Story, number: int, page: PageContext) -> Markup:
    """What of the thread the ladder and the sums do not go by, and why; nothing where they go by all of it."""
    told = [
        (number - len(story.readings), "event", "of this thread hidden by filters"),
        (story.retracted_count, "event", "retracted: listed, but not counted"),
        (story.rungs_left_out, "level", "not on the ladder: as reported, no quote supports it"),
        (_undated_count(story), "event", f"with a level but no {_date(page)}: in the list only"),
    ]
    said = [f"{count_words(count, noun)} {rest}" for count, noun, rest in told if count]
    return element("p", ". ".join(said), ".", class_="dl-left-out") if said else NOTHING


def _undated_count(story: Story) -> int:
    return sum(step.reading.date.value is None for step in story.steps)


def _date(page: PageContext) -> str:
    return "reported date" if page.mode is Mode.REPORTED else "date"


def _sums(story: Story, number: int, page: PageContext) -> Markup:
    counts, sources = page.once(("sums", story.thread.id), lambda: _verdicts_and_sources(story, page))
    verdicts = [(join(evidence_mark(each.value), " ", each.value.capitalize()), counts[each]) for each in VERDICTS]
    events = f"{len(story.readings):,}" if number == len(story.readings) else f"{len(story.readings):,} of {number:,}"
    cells = [
        (join("Events"), events),
        (join("Claims"), f"{sum(counts.values()):,}"),
        *((name, f"{count:,}") for name, count in verdicts),
    ]
    rests = join("Based on", help_link("words-strength", "the strength of a thread"))
    strength = element(
        "div", element("dt", rests), element("dd", strength_of_sources(page, sources), class_="dl-in-words")
    )
    sums = join_all(element("div", element("dt", name), element("dd", value)) for name, value in cells)
    return element("dl", sums, strength)


def _verdicts_and_sources(story: Story, page: PageContext) -> tuple[dict[Verdict, int], set[str]]:
    """How many claims have which verdict, and the sources that they rest on."""
    counts = page.evidence.count(reading.id for reading in story.readings)
    return counts, {source for reading in story.readings for source in sources_of(reading.event)}


def chosen_thread(page: PageContext, asked: str | None) -> str | None:
    """The thread that the address asks for, known or not; else that of the selected event; else the first."""
    if asked is not None:
        return asked
    threads = page.workspace.threads
    event = page.workspace.events.get(page.selected or "")
    own = next((thread for thread in event.threads if thread in threads), None) if event else None
    return own or next(iter(threads), NO_THREAD if page.all_readings else None)


def thread_choice(by_thread: Mapping[str, tuple[ResolvedEvent, ...]], chosen: str, page: PageContext) -> Markup:
    """A link to each thread with its number of events, and to the events of none where there are some."""
    threads = [
        (index, thread, len(readings))
        for index, (thread, readings) in enumerate(by_thread.items())
        if thread != NO_THREAD or readings
    ]
    if len(threads) < 2 and chosen in by_thread:
        return NOTHING
    listed = [each for at, each in enumerate(threads) if at < MOST_LISTED or each[1] == chosen]
    left = len(threads) - len(listed)
    rest = element("li", f"{left:,} more: search finds them.", class_="dl-muted") if left else NOTHING
    rows = element("ul", *(_item(*each, chosen, page) for each in listed), rest)
    if len(threads) > IN_SIGHT:
        summary = element("summary", f"All {len(threads):,} threads")
        rows = element("details", summary, rows, id="threads-all")
    return element("nav", rows, aria_label="Threads", class_="dl-threads")


def thread_name(thread: str, page: PageContext) -> str:
    """Its title; `No thread` for what belongs to none."""
    found = page.workspace.threads.get(thread)
    return found.title if found else "No thread"


def _item(index: int, thread: str, events: int, chosen: str, page: PageContext) -> Markup:
    square = thread_square(None if thread == NO_THREAD else index)
    label = join(square, words(thread_name(thread, page)), element("span", f"{events:,}", class_="dl-count"), by=" ")
    current = "true" if thread == chosen else None
    link = link_attributes("threads", mode=page.mode, thread=thread)
    return element("li", element("a", label, aria_current=current, **link))


def draw(page: PageContext) -> None:
    """Draw the choice of threads, then the thread's story, or a sentence that says why there is none."""
    threads, chosen = page.workspace.threads, chosen_thread(page, state.address_value("thread"))
    by_thread = page.once("by thread", lambda: events_by_thread(page.readings, threads))
    if chosen is None:
        show(no_threads(), "threads")
        return
    show(join(thread_choice(by_thread, chosen, page), asked_line(page)), "threads")
    if chosen == NO_THREAD:
        with_card(of_no_thread(by_thread[NO_THREAD], page, state.part()), by_thread[NO_THREAD], page)
    elif chosen not in threads:
        show(unknown_thread(chosen, page), "story")
    else:
        _thread(threads[chosen], by_thread[chosen], page, today())


def _thread(thread: Thread, own: tuple[ResolvedEvent, ...], page: PageContext, today: dt.date) -> None:
    """Head, ladder, its table, the card of what is selected, and the story."""
    story = page.once(
        ("story", thread.id, today),
        lambda: story_of(thread, own, page.all_readings, page.workspace, page.evidence, page.mode, today),
    )
    number = sum(thread.id in reading.event.threads for reading in page.all_readings)
    show(thread_head(story, number, page), "thread-head")
    if story.has_ladder:
        with st.container(key="ladder-of-thread"):
            above = st.container(key="ladder-head")
            ladder = ladder_figure(story, page, today)
            with above:
                show(ladder_head(ladder, left_out(story, number, page)), "ladder-words")
        show(as_table("Ladder", ladder, [step.id for step in story.steps], page), "ladder-table")
    elif own:
        show(no_ladder(left_out(story, number, page)), "ladder-words")
    with_card(thread_story(story, page, state.part()) if own else without_events(story, number, page), own, page)
