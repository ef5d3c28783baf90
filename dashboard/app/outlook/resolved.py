"""Questions that were answered: with what, by which event, and what had been judged before."""

from dashboard.app.outlook.judgement import event_here, judgement_lines, question_head
from dashboard.app.parts.marked import claims_mark, full_date
from dashboard.app.shown import Shown
from dashboard.query.outlook import Outlook, Resolved
from dashboard.text.markup import Markup, element, every, joined


def resolved_questions(outlook: Outlook, shown: Shown) -> Markup:
    """The latest answer first."""
    head = element("h2", "Answered ", element("span", f"{len(outlook.resolved):,}", class_="dl-count"))
    nothing = element("p", "No question has been answered with yes or no.", class_="dl-muted")
    told = every(_resolved(each, shown) for each in outlook.resolved)
    return element("div", element("section", head, told if outlook.resolved else nothing), class_="dl-listed")


def _resolved(resolved: Resolved, shown: Shown) -> Markup:
    reading, answer = resolved.answered.reading, resolved.answered.answer
    differs = " (events differ: the last one counts)" if resolved.question.asked.differs else None
    mark = claims_mark(reading.event, answer.claims, shown)
    outcome = joined(mark, " ", element("b", f"Answered: {answer.outcome}."), differs, " ")
    event = joined(event_here(reading, shown), ", ")
    return element(
        "article",
        question_head(resolved.question, shown),
        element("p", outcome, event, full_date(reading, shown)),
        _judged(resolved, shown),
        class_="dl-question",
    )


def _judged(resolved: Resolved, shown: Shown) -> Markup:
    if resolved.judged is not None:
        return joined(
            element("p", "Before that it had been judged:", class_="dl-meta"), judgement_lines(resolved.judged, shown)
        )
    return element("p", f"Not scored: {resolved.unscored}.", class_="dl-meta")
