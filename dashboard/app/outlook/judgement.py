"""A question's head, and what was judged of it: likelihood in words and as a bar, confidence in its own sentence."""

from dashboard.app.parts.links import place_link
from dashboard.app.parts.signs import thread_square
from dashboard.app.shown import Shown
from dashboard.model.vocabularies import LIKELIHOOD
from dashboard.query.outlook import Question
from dashboard.query.questions import Judged
from dashboard.query.reading import Reading
from dashboard.query.wording import likelihood_words
from dashboard.text.markup import Markup, element, joined, words


def question_head(question: Question, shown: Shown) -> Markup:
    """The thread, and the question, which leads to it."""
    thread = question.thread
    square = thread_square(list(shown.workspace.threads).index(thread.id))
    link = place_link("threads", words(question.asked.question.text), mode=shown.mode, thread=thread.id)
    return joined(element("p", square, words(thread.title), class_="dl-meta"), element("h3", link))


def judgement_lines(judged: Judged, shown: Shown) -> Markup:
    """What the team judges, who, when, and on the strength of which event."""
    made = judged.judgement
    likely = element(
        "p", element("b", f"{likelihood_words(made.likelihood).capitalize()}."), likelihood_bar(made.likelihood)
    )
    by = element("span", " ", words(made.by), ", ", words(made.on.words()), ", on ", class_="dl-muted")
    note = joined(" ", words(made.note)) if made.note else None
    held = element("p", f"Confidence: {made.confidence}.", note, by, event_here(judged.reading, shown), ".")
    return element("div", likely, held, class_="dl-judged")


def likelihood_bar(likelihood: str) -> Markup:
    """From 0 to 100 %, the range of the word filled in; the words beside it say the same."""
    low, high = LIKELIHOOD[likelihood]
    filled = element("i", style=f"inset-inline-start:{low}%;width:{high - low}%")
    return element("span", filled, class_="dl-likely", aria_hidden="true")


def event_here(reading: Reading, shown: Shown) -> Markup:
    """A link that opens the event's card on this page."""
    return place_link("outlook", words(reading.event.title), mode=shown.mode, event=reading.id)
