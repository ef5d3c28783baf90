"""A thread's questions: where each stands, which event answers it, and what the team judges."""

import datetime as dt
from typing import Final

from dashboard.app.parts import button, event_of_thread, full_date, place_link, reported_mark
from dashboard.app.shell import PageContext
from dashboard.query.playing import asked_by
from dashboard.query.questions import (
    QuestionStatus,
    RecordedAnswer,
    RecordedJudgement,
    TrackedQuestion,
    track_questions,
    with_judgements_by,
)
from dashboard.query.reading import Mode
from dashboard.query.wording import count_words, likelihood_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import thread_color, thread_square

_NAMES: Final = {
    QuestionStatus.OPEN: "Open.",
    QuestionStatus.DUE: "Open.",
    QuestionStatus.OVERDUE: "Overdue.",
    QuestionStatus.ANSWERED: "Answered",
}


def thread_questions(questions: tuple[TrackedQuestion, ...], thread: str, page: PageContext) -> Markup:
    """The questions of a thread, each with its state in a word and its details."""
    head = element("h2", "Questions ", element("span", _count_summary(questions), class_="dl-count"))
    if not questions:
        told = element("p", "No questions about this thread yet.", class_="dl-muted")
        return element("section", head, told)
    return element("section", head, join_all(_question(each, thread, page) for each in questions))


def _count_summary(questions: tuple[TrackedQuestion, ...]) -> str:
    """The count of questions by state: `3: 1 answered, 2 open`."""
    counts = [(sum(each.standing is standing for each in questions), standing.value) for standing in QuestionStatus]
    told = ", ".join(f"{count:,} {name}" for count, name in counts if count)
    return f"{len(questions):,}: {told}" if told else "0"


def _question(asked: TrackedQuestion, thread: str, page: PageContext) -> Markup:
    head = element("h3", words(asked.question.text))
    return element("article", head, question_status(asked, thread, page), class_="dl-question")


def question_status(asked: TrackedQuestion, thread: str, page: PageContext) -> Markup:
    """The question's state, the team's judgements and what raised it, shown below the question itself."""
    lines = [
        element("p", _state(asked, page), *_answers(asked, thread, page)),
        *(element("p", _judgement(each, thread, page)) for each in asked.judgements),
        element(
            "p",
            join(_due(asked), _no_forecast(asked, page), _raised_by(asked, thread, page), by=" "),
            class_="dl-meta",
        ),
    ]
    if asked.left_out:
        told = f"{count_words(asked.left_out, 'answer')} left out: as reported, no quote supports it."
        lines.append(element("p", told, class_="dl-meta"))
    note = element("p", words(asked.question.note), class_="dl-meta") if asked.question.note else None
    return join(*lines, note)


def _state(asked: TrackedQuestion, page: PageContext) -> Markup:
    """`Answered: no.`, `Open.`; in part, and where events answer differently, it says so."""
    if asked.deciding is not None:
        differs = " (events disagree: the last one counts)" if asked.differs else ""
        mark = reported_mark(asked.deciding.reading.event, asked.deciding.answer, page)
        return join(mark, " ", element("b", f"Answered: {asked.deciding.answer.outcome}."), differs)
    partly = " Partly answered." if asked.answers else ""
    return join(element("b", _NAMES[asked.standing]), partly)


def _answers(asked: TrackedQuestion, thread: str, page: PageContext) -> list[Markup]:
    return [_answer(each, thread, page, is_only=len(asked.answers) == 1) for each in reversed(asked.answers)]


def _answer(answered: RecordedAnswer, thread: str, page: PageContext, *, is_only: bool) -> Markup:
    event = answered.reading.event
    link = event_of_thread(event.id, event.title, thread, page.mode)
    outcome = None
    if not is_only or answered.answer.outcome == "partly":
        outcome = join(" (", reported_mark(event, answered.answer, page), f" {answered.answer.outcome})")
    return join(" ", link, outcome, ", ", full_date(answered.reading, page))


def _no_forecast(asked: TrackedQuestion, page: PageContext) -> str | None:
    if asked.judgements or asked.standing is QuestionStatus.ANSWERED:
        return None
    if page.mode is Mode.REPORTED:
        return "Judgements are the team’s own: not shown as reported."
    return "No forecast yet."


def _judgement(judged: RecordedJudgement, thread: str, page: PageContext) -> Markup:
    """Likelihood and confidence, in sentences of their own."""
    made, event = judged.judgement, judged.reading.event
    held = f"{likelihood_words(made.likelihood).capitalize()}. Confidence: {made.confidence}."
    on = element("span", f" {made.by}, {made.on.words()}, on ", class_="dl-muted")
    note = join(" ", words(made.note)) if made.note else None
    return join(element("b", held), note, on, event_of_thread(event.id, event.title, thread, page.mode))


def _due(asked: TrackedQuestion) -> str:
    due = asked.question.due
    return f"Due {due.words()}." if due else "No due date."


def _raised_by(asked: TrackedQuestion, thread: str, page: PageContext) -> Markup | None:
    links = [event_of_thread(each.id, each.event.title, thread, page.mode) for each in asked.raised_by[:2]]
    more = len(asked.raised_by) - len(links)
    if not links:
        return None
    return join("Raised by ", join(*links, by=", "), f" and {more:,} more" if more else None, ".")


def question_card(reference: str, page: PageContext, today: dt.date) -> Markup:
    """The question of `thread/question` with what stands behind it; nothing where there is no such question.

    While time is played, as it stood then: nothing where it had not been asked yet.
    """
    thread_id, _, key = reference.partition("/")
    thread = page.workspace.threads.get(thread_id)
    if thread is not None and page.until is not None:
        (thread,) = asked_by((thread,), page.all_readings, page.until)
    if thread is None or key not in thread.questions:
        return NOTHING
    day = page.as_of(today)
    asked = track_questions(thread, page.known_by_then, page.evidence, page.mode, day)
    if page.until is not None:
        asked = tuple(with_judgements_by(each, day) for each in asked)
    told = join_all(question_status(each, thread_id, page) for each in asked if each.key == key)
    index = list(page.workspace.threads).index(thread_id)
    clear = button("clear", "", join("Clear ", element("kbd", "Esc")), class_="dl-clear")
    leads = place_link("threads", words(thread.title), mode=page.mode, thread=thread_id)
    line = element("div", element("div", thread_square(index), leads), clear, class_="dl-under-title")
    text, style = thread.questions[key].text, f"--dl-own:{thread_color(index)}"
    body = element("div", line, element("h2", words(text)), told, class_="dl-body", tabindex="0")
    return element("section", body, class_="dl-card", aria_label=f"Question: {text}", style=style)
