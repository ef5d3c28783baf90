"""Questions, each with what was judged of it: open ones by the day their answer is due, and answered ones."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from dashboard.app.parts import full_date, place_link, reported_mark
from dashboard.app.shell import PageContext
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.questions import Outlook, OutlookQuestion, RecordedJudgement, ResolvedQuestion
from dashboard.query.reading import Mode, ResolvedEvent
from dashboard.query.wording import count_words, likelihood_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import thread_square

MOST_LISTED: Final = 100
"""So many questions of a kind stand on the page."""
MOST_JUDGEMENTS: Final = 12
"""So many judgements of one question are told, the latest first, and so many answers in part."""


def question_head(question: OutlookQuestion, page: PageContext) -> Markup:
    """The thread, and the question, which leads to it."""
    thread = question.thread
    square = thread_square(list(page.workspace.threads).index(thread.id))
    link = place_link("threads", words(question.asked.question.text), mode=page.mode, thread=thread.id)
    return join(element("p", square, words(thread.title), class_="dl-meta"), element("h3", link))


def judgement_lines(judged: RecordedJudgement, page: PageContext) -> Markup:
    """What the team judges, who, when, and on the strength of which event."""
    made = judged.judgement
    likely = element(
        "p", element("b", f"{likelihood_words(made.likelihood).capitalize()}."), likelihood_bar(made.likelihood)
    )
    by = element("span", " ", words(made.by), ", ", words(made.on.words()), ", on ", class_="dl-muted")
    note = join(" ", words(made.note)) if made.note else None
    held = element("p", f"Confidence: {made.confidence}.", note, by, event_here(judged.reading, page), ".")
    return element("div", likely, held, class_="dl-judged")


def likelihood_bar(likelihood: str) -> Markup:
    """A bar from 0 to 100 % with the word's range filled in; the words beside it say the same."""
    low, high = LIKELIHOOD[likelihood]
    filled = element("i", style=f"inset-inline-start:{low}%;width:{high - low}%")
    return element("span", filled, class_="dl-likely", aria_hidden="true")


def event_here(reading: ResolvedEvent, page: PageContext) -> Markup:
    """A link that opens the event's card on this page."""
    return place_link("outlook", words(reading.event.title), mode=page.mode, event=reading.id)


def open_questions(outlook: Outlook, page: PageContext, today: dt.date) -> Markup:
    """Overdue ones, those that are due, those without a day; that none is overdue or due is news, in one line."""
    return element(
        "div",
        _none(outlook),
        _list("Overdue", outlook.overdue, page, today),
        _list("Due", outlook.due, page, today),
        _list("Without a due date", outlook.undated, page, today),
        class_="dl-listed",
    )


def _none(outlook: Outlook) -> Markup:
    if outlook.overdue and outlook.due:
        return NOTHING
    told = "No questions are overdue, and none are coming due."
    if outlook.due:
        told = "No questions are overdue."
    elif outlook.overdue:
        told = "No open questions are coming due."
    return element("p", told, class_="dl-muted")


def _list(title: str, questions: Sequence[OutlookQuestion], page: PageContext, today: dt.date) -> Markup:
    if not questions:
        return NOTHING
    head = element("h2", title, " ", element("span", f"{len(questions):,}", class_="dl-count"))
    told = join_all(_question(each, page, today) for each in questions[:MOST_LISTED])
    return element("section", head, told, _more(len(questions)))


def _more(number: int) -> Markup | None:
    left = number - MOST_LISTED
    told = f"{left:,} more are not listed here: filter by a thread, or search."
    return element("p", told, class_="dl-meta") if left > 0 else None


def _question(question: OutlookQuestion, page: PageContext, today: dt.date) -> Markup:
    asked = question.asked
    due = element("p", _due(question, today), class_="dl-due") if asked.question.due else None
    note = element("p", words(asked.question.note), class_="dl-meta") if asked.question.note else None
    judged = join_all(judgement_lines(each, page) for each in asked.judgements[:MOST_JUDGEMENTS])
    earlier = len(asked.judgements) - MOST_JUDGEMENTS
    before = element("p", f"{count_words(earlier, 'earlier judgement')}.", class_="dl-meta") if earlier > 0 else None
    parts = (
        due,
        _in_part(question, page),
        judged,
        before,
        _no_forecast(question, page),
        _raised_by(question, page),
        note,
    )
    return element("article", question_head(question, page), *parts, class_="dl-question")


def _due(question: OutlookQuestion, today: dt.date) -> Markup:
    due = question.asked.question.due
    days = (question.day - today).days
    if question.day == dt.date.max or due is None:
        return join("Due ", words(due.words() if due else ""), ".")
    when = "today" if not days else f"in {count_words(days, 'day')}" if days > 0 else f"{count_words(-days, 'day')} ago"
    said = "The last day is" if days >= 0 else "The last day was"
    return join(element("b", join("Due ", words(due.words()), ".")), f" {said} {when}.")


def _in_part(question: OutlookQuestion, page: PageContext) -> Markup | None:
    """A line of the partial answers, which leave the question open; None if there are none."""
    if not question.is_partly_answered:
        return None
    answers = question.asked.answers
    links = join_all((event_here(each.reading, page) for each in answers[:MOST_JUDGEMENTS]), by=", ")
    left = len(answers) - MOST_JUDGEMENTS
    return element("p", "Partly answered, still open: ", links, f" and {left:,} more" if left > 0 else None, ".")


def _no_forecast(question: OutlookQuestion, page: PageContext) -> Markup | None:
    if question.asked.judgements or page.mode is Mode.REPORTED:
        return None
    return element("p", "No forecast yet.", class_="dl-meta")


def _raised_by(question: OutlookQuestion, page: PageContext) -> Markup | None:
    raised = question.asked.raised_by
    if not raised:
        return None
    links = join_all((event_here(each, page) for each in raised[:2]), by=", ")
    more = f" and {len(raised) - 2:,} more" if len(raised) > 2 else None
    return element("p", "Raised by ", links, more, ".", class_="dl-meta")


def resolved_questions(outlook: Outlook, page: PageContext) -> Markup:
    """The latest answer first."""
    head = element("h2", "Answered ", element("span", f"{len(outlook.resolved):,}", class_="dl-count"))
    nothing = element("p", "No question has a yes or no answer yet.", class_="dl-muted")
    told = join_all(_resolved_question(each, page) for each in outlook.resolved[:MOST_LISTED])
    rows = join(told, _more(len(outlook.resolved))) if outlook.resolved else nothing
    return element("div", element("section", head, rows), class_="dl-listed")


def _resolved_question(resolved: ResolvedQuestion, page: PageContext) -> Markup:
    reading, answer = resolved.answered.reading, resolved.answered.answer
    differs = " (events disagree: the last one counts)" if resolved.question.asked.differs else None
    mark = reported_mark(reading.event, answer, page)
    outcome = join(mark, " ", element("b", f"Answered: {answer.outcome}."), differs, " ")
    event = join(event_here(reading, page), ", ")
    return element(
        "article",
        question_head(resolved.question, page),
        element("p", outcome, event, full_date(reading, page)),
        _last_forecast(resolved, page),
        class_="dl-question",
    )


def _last_forecast(resolved: ResolvedQuestion, page: PageContext) -> Markup:
    if resolved.judged is not None:
        return join(element("p", "Judged before the answer:", class_="dl-meta"), judgement_lines(resolved.judged, page))
    return element("p", f"Not scored: {resolved.unscored}.", class_="dl-meta")
