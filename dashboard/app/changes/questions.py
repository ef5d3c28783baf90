"""A question that changed, as a line of the page: what it asks, what happened, and the event that answers it."""

from collections.abc import Callable

from dashboard.app.parts.links import place_link
from dashboard.app.parts.marked import claims_mark
from dashboard.app.shown import Shown
from dashboard.briefing.stored import QuestionNow, StoredChanges
from dashboard.query.changes.change import Changes, QuestionChange
from dashboard.query.changes.wording import question_words
from dashboard.text.markup import NOTHING, Content, Markup, element, joined, words

Questions = dict[str, QuestionChange | QuestionNow]
"""By `thread/question`."""


def questions_of(changes: Changes | StoredChanges) -> Questions:
    """Those that changed, or stand otherwise now."""
    return {each.reference: each for each in changes.questions}


def question_line(changed: QuestionChange | QuestionNow, to_event: Callable[[str], Markup], shown: Shown) -> Markup:
    """The question leads to its thread, and the answer to its event."""
    text, said, by, doubt = _told(changed)
    thread = changed.reference.partition("/")[0]
    registered = shown.workspace.threads.get(thread)
    asked: Content = words(text)
    if registered is not None:
        asked = place_link("threads", words(text), mode=shown.mode, thread=thread)
    answered = joined(", by ", to_event(by)) if by else None
    mark = _mark(changed.reference, by, shown) if by else None
    where = element("span", " · ", words(registered.title), class_="dl-muted") if registered else None
    return joined(asked, " ", mark, element("b", f"{said[:1].upper()}{said[1:]}"), answered, doubt, where)


def _mark(question: str, by: str, shown: Shown) -> Markup:
    """Of the claims by which the event answers it now; nothing where it does not."""
    event = shown.workspace.events.get(by)
    claims = [key for each in event.answers if each.question == question for key in each.claims] if event else []
    return joined(claims_mark(event, claims, shown), " ") if event and claims else NOTHING


def _told(changed: QuestionChange | QuestionNow) -> tuple[str, str, str, str]:
    """What is asked, what happened, the id of the answering event, and what is not known of it."""
    if isinstance(changed, QuestionChange):
        now = changed.after or changed.before
        by = (now and now.by) if changed.kind in ("answered", "answer changed") else ""
        return now.question.text if now else changed.reference, question_words(changed), by or "", ""
    due = changed.asked.question.due
    if not changed.by:
        return changed.asked.question.text, f"fell due: {due.words() if due else ''}", "", ""
    doubt = "" if changed.is_certain else ", which changed since: whether it answered then is not known"
    return changed.asked.question.text, f"answered: {changed.asked.stands}", changed.by, doubt
