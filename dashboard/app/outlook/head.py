"""The head of Outlook: how many questions there are, and where they stand."""

from dashboard.app.shown import Shown
from dashboard.query.outlook import Outlook
from dashboard.query.reading import Mode
from dashboard.text.markup import NOTHING, Markup, element, every, joined


def outlook_head(outlook: Outlook, shown: Shown) -> Markup:
    """Title, what is left out, and the four sums, which add up to all questions."""
    told = element("p", _lead(outlook, shown)) if outlook.number else NOTHING
    title = element("div", element("h1", "Outlook"), told)
    sums = {
        "Questions": outlook.number,
        "Overdue": len(outlook.overdue),
        "Due": len(outlook.due),
        "No due date": len(outlook.undated),
        "Answered": len(outlook.resolved),
    }
    cells = (element("div", element("dt", name), element("dd", f"{number:,}")) for name, number in sums.items())
    return element("header", title, element("dl", every(cells)), class_="dl-thread-head dl-listed-head")


def no_questions(shown: Shown) -> Markup:
    """In the lists' place, where the threads ask nothing."""
    if shown.asked.filters.are_set and any(thread.questions for thread in shown.workspace.threads.values()):
        return element("p", "The threads that the filters leave ask nothing.", class_="dl-muted dl-listed-none")
    said = "A question is asked by a thread: ", element("code", "questions"), " in "
    where = element("code", "events/registry/threads.yaml")
    how = (
        ". An event answers it by ",
        element("code", "answers"),
        ", and the team judges it by ",
        element("code", "judgements"),
    )
    return element(
        "div",
        element("p", "The threads ask nothing yet.", class_="dl-muted"),
        element("p", joined(*said, where, *how, "."), class_="dl-muted"),
        class_="dl-listed-none",
    )


def _lead(outlook: Outlook, shown: Shown) -> str:
    lead = "What the threads ask, as of today: what is still open, and what was answered."
    if shown.mode is Mode.ASSESSED:
        return lead
    left_out = sum(each.asked.left_out for each in (*outlook.overdue, *outlook.due, *outlook.undated))
    answers = f", and so {'is' if left_out == 1 else 'are'} {left_out:,} of the answers" if left_out else ""
    return f"{lead} As reported, the team’s judgements are left out{answers}: no quote carries them."
