"""A thread's question in the card's place, when its ring on the timeline is pressed."""

import datetime as dt

from dashboard.app.parts.links import button, place_link
from dashboard.app.parts.signs import thread_color, thread_square
from dashboard.app.shown import Shown
from dashboard.app.threads.questions import question_told
from dashboard.query.playing import asked_by
from dashboard.query.questions import asked_of, judged_by
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words


def question_card(reference: str, shown: Shown, today: dt.date) -> Markup:
    """The question of `thread/question` with what stands behind it; nothing where there is no such question.

    While time is played, as it stood then: nothing where it had not been asked yet.
    """
    thread_id, _, key = reference.partition("/")
    thread = shown.workspace.threads.get(thread_id)
    if thread is not None and shown.until is not None:
        (thread,) = asked_by((thread,), shown.all_readings, shown.until)
    if thread is None or key not in thread.questions:
        return NOTHING
    day = shown.as_of(today)
    asked = asked_of(thread, shown.known_by_then, shown.evidence, shown.mode, day)
    if shown.until is not None:
        asked = tuple(judged_by(each, day) for each in asked)
    told = every(question_told(each, thread_id, shown) for each in asked if each.key == key)
    index = list(shown.workspace.threads).index(thread_id)
    clear = button("clear", "", joined("Clear ", element("kbd", "Esc")), class_="dl-clear")
    leads = place_link("threads", words(thread.title), mode=shown.mode, thread=thread_id)
    line = element("div", element("div", thread_square(index), leads), clear, class_="dl-under-title")
    text, style = thread.questions[key].text, f"--dl-own:{thread_color(index)}"
    body = element("div", line, element("h2", words(text)), told, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card", aria_label=f"Question: {text}", style=style)
