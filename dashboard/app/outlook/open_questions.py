"""Open questions, by the day on which their answer is due, each with what the team judges."""

import datetime as dt
from collections.abc import Sequence

from dashboard.app.outlook.judgement import event_here, judgement_lines, question_head
from dashboard.app.shown import Shown
from dashboard.query.outlook import Outlook, Question
from dashboard.query.reading import Mode
from dashboard.query.wording import counted
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words


def open_questions(outlook: Outlook, shown: Shown, today: dt.date) -> Markup:
    """Overdue ones, those that are due, those without a day; that none is overdue or due is news, in one line."""
    return element(
        "div",
        _none(outlook),
        _list("Overdue", outlook.overdue, shown, today),
        _list("Due", outlook.due, shown, today),
        _list("Without a due date", outlook.undated, shown, today),
        class_="dl-listed",
    )


def _none(outlook: Outlook) -> Markup:
    if outlook.overdue and outlook.due:
        return NOTHING
    told = "No question is overdue, and none has a due date ahead."
    if outlook.due:
        told = "No question is overdue."
    elif outlook.overdue:
        told = "No open question has a due date ahead."
    return element("p", told, class_="dl-muted")


def _list(title: str, questions: Sequence[Question], shown: Shown, today: dt.date) -> Markup:
    if not questions:
        return NOTHING
    head = element("h2", title, " ", element("span", f"{len(questions):,}", class_="dl-count"))
    return element("section", head, every(_question(each, shown, today) for each in questions))


def _question(question: Question, shown: Shown, today: dt.date) -> Markup:
    asked = question.asked
    due = element("p", _due(question, today), class_="dl-due") if asked.question.due else None
    note = element("p", words(asked.question.note), class_="dl-meta") if asked.question.note else None
    judged = every(judgement_lines(each, shown) for each in asked.judgements)
    parts = (due, _in_part(question, shown), judged, _unjudged(question, shown), _raised(question, shown), note)
    return element("article", question_head(question, shown), *parts, class_="dl-question")


def _due(question: Question, today: dt.date) -> Markup:
    due = question.asked.question.due
    days = (question.day - today).days
    if question.day == dt.date.max or due is None:
        return joined("Due ", words(due.words() if due else ""), ".")
    when = "today" if not days else f"in {counted(days, 'day')}" if days > 0 else f"{counted(-days, 'day')} ago"
    said = "The last day is" if days >= 0 else "The last day was"
    return joined(element("b", joined("Due ", words(due.words()), ".")), f" {said} {when}.")


def _in_part(question: Question, shown: Shown) -> Markup | None:
    """Such a question stays open: neither yes nor no has come."""
    if not question.is_partly_answered:
        return None
    links = every((event_here(each.reading, shown) for each in question.asked.answers), by=", ")
    return element("p", "Answered in part, and so still open: ", links, ".")


def _unjudged(question: Question, shown: Shown) -> Markup | None:
    if question.asked.judgements or shown.mode is Mode.REPORTED:
        return None
    return element("p", "Nobody has judged its likelihood.", class_="dl-meta")


def _raised(question: Question, shown: Shown) -> Markup | None:
    raised = question.asked.raised_by
    if not raised:
        return None
    links = every((event_here(each, shown) for each in raised[:2]), by=", ")
    more = f" and {len(raised) - 2:,} more" if len(raised) > 2 else None
    return element("p", "Raised by ", links, more, ".", class_="dl-meta")
