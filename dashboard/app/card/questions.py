"""A thread's questions: where each stands, which event answers it, and what the team judges."""

import datetime as dt
from typing import Final

from dashboard.app.parts import button, claims_mark, event_of_thread, full_date, place_link, thread_color, thread_square
from dashboard.app.shell import Shown
from dashboard.query.playing import asked_by
from dashboard.query.questions import Answered, Asked, Judged, Standing, asked_of, judged_by
from dashboard.query.reading import Mode
from dashboard.query.wording import counted, likelihood_words
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words

_NAMES: Final = {
    Standing.OPEN: "Open.",
    Standing.DUE: "Open.",
    Standing.OVERDUE: "Overdue.",
    Standing.ANSWERED: "Answered",
}


def thread_questions(questions: tuple[Asked, ...], thread: str, shown: Shown) -> Markup:
    """Each question with its state in a word, and what stands behind it."""
    head = element("h2", "Questions ", element("span", _counted(questions), class_="dl-count"))
    if not questions:
        told = element("p", "No questions about this thread yet.", class_="dl-muted")
        return element("section", head, told)
    return element("section", head, every(_question(each, thread, shown) for each in questions))


def _counted(questions: tuple[Asked, ...]) -> str:
    """`3: 1 answered, 2 open`."""
    counts = [(sum(each.standing is standing for each in questions), standing.value) for standing in Standing]
    told = ", ".join(f"{count:,} {name}" for count, name in counts if count)
    return f"{len(questions):,}: {told}" if told else "0"


def _question(asked: Asked, thread: str, shown: Shown) -> Markup:
    head = element("h3", words(asked.question.text))
    return element("article", head, question_told(asked, thread, shown), class_="dl-question")


def question_told(asked: Asked, thread: str, shown: Shown) -> Markup:
    """Where the question stands, what the team judges, and what raised it; below the question itself."""
    lines = [
        element("p", _state(asked, shown), *_answers(asked, thread, shown)),
        *(element("p", _judgement(each, thread, shown)) for each in asked.judgements),
        element(
            "p", joined(_due(asked), _unjudged(asked, shown), _raised(asked, thread, shown), by=" "), class_="dl-meta"
        ),
    ]
    if asked.left_out:
        told = f"{counted(asked.left_out, 'answer')} left out: as reported, no quote supports it."
        lines.append(element("p", told, class_="dl-meta"))
    note = element("p", words(asked.question.note), class_="dl-meta") if asked.question.note else None
    return joined(*lines, note)


def _state(asked: Asked, shown: Shown) -> Markup:
    """`Answered: no.`, `Open.`; in part, and where events answer differently, it says so."""
    if asked.deciding is not None:
        differs = " (events disagree: the last one counts)" if asked.differs else ""
        mark = claims_mark(asked.deciding.reading.event, asked.deciding.answer.claims, shown)
        return joined(mark, " ", element("b", f"Answered: {asked.deciding.answer.outcome}."), differs)
    partly = " Partly answered." if asked.answers else ""
    return joined(element("b", _NAMES[asked.standing]), partly)


def _answers(asked: Asked, thread: str, shown: Shown) -> list[Markup]:
    return [_answer(each, thread, shown, is_only=len(asked.answers) == 1) for each in reversed(asked.answers)]


def _answer(answered: Answered, thread: str, shown: Shown, *, is_only: bool) -> Markup:
    event = answered.reading.event
    link = event_of_thread(event.id, event.title, thread, shown.mode)
    outcome = None
    if not is_only or answered.answer.outcome == "partly":
        outcome = joined(" (", claims_mark(event, answered.answer.claims, shown), f" {answered.answer.outcome})")
    return joined(" ", link, outcome, ", ", full_date(answered.reading, shown))


def _unjudged(asked: Asked, shown: Shown) -> str | None:
    if asked.judgements or asked.standing is Standing.ANSWERED:
        return None
    if shown.mode is Mode.REPORTED:
        return "Judgements are the team’s own: not shown as reported."
    return "No forecast yet."


def _judgement(judged: Judged, thread: str, shown: Shown) -> Markup:
    """Likelihood and confidence, in sentences of their own."""
    made, event = judged.judgement, judged.reading.event
    held = f"{likelihood_words(made.likelihood).capitalize()}. Confidence: {made.confidence}."
    on = element("span", f" {made.by}, {made.on.words()}, on ", class_="dl-muted")
    note = joined(" ", words(made.note)) if made.note else None
    return joined(element("b", held), note, on, event_of_thread(event.id, event.title, thread, shown.mode))


def _due(asked: Asked) -> str:
    due = asked.question.due
    return f"Due {due.words()}." if due else "No due date."


def _raised(asked: Asked, thread: str, shown: Shown) -> Markup | None:
    links = [event_of_thread(each.id, each.event.title, thread, shown.mode) for each in asked.raised_by[:2]]
    more = len(asked.raised_by) - len(links)
    if not links:
        return None
    return joined("Raised by ", joined(*links, by=", "), f" and {more:,} more" if more else None, ".")


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
