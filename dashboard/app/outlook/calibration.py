"""Calibration: how likelihoods that were judged compare with what came."""

from typing import Final

from dashboard.app.parts.links import help_link
from dashboard.app.shown import Shown
from dashboard.query.outlook import LEAST_SCORED, Calibration, Outlook
from dashboard.query.reading import Mode
from dashboard.query.wording import counted, in_words
from dashboard.text.markup import Markup, element, every
from dashboard.views.drawing import Drawing

HOW: Final = (
    "Each question that was answered with yes or no counts once, by the last judgement made before the day of its "
    "answer. A word of ICD 203 counts as the middle of its range. Open questions, answers in part and later judgements "
    "do not count."
)
SCALE: Final = "0 is the best; an even chance said each time has 0.250; 1 is the worst."


def calibration_section(outlook: Outlook, shown: Shown) -> Markup:
    """The score with its count, or why there is none; how it is counted, and what is not."""
    calibration = outlook.calibration
    head = element("h2", "Calibration", help_link("words-calibration", "calibration"))
    if shown.mode is Mode.REPORTED:
        told = element("p", "Judgements are the team’s own: as reported there is nothing to score.", class_="dl-muted")
        return element("div", element("section", head, told), class_="dl-listed")
    score = _score(calibration) if calibration.brier is not None else element("p", _none_yet(calibration))
    how = element("p", HOW, class_="dl-meta")
    return element("div", element("section", head, score, _uncounted(outlook), how), class_="dl-listed dl-calibration")


def reliability_words(drawn: Drawing) -> Markup:
    """How the diagram is read; below it."""
    return element("p", ". ".join(drawn.sentences), ".", class_="dl-meta dl-read")


def _score(calibration: Calibration) -> Markup:
    """Three places: more would be more than the number of questions can tell."""
    value = element("b", f"{float(calibration.brier or 0):.3f}", class_="dl-score")
    of = f" Brier score of {counted(calibration.scored, 'question')}. "
    return element("p", value, of, element("span", SCALE, class_="dl-muted"))


def _none_yet(calibration: Calibration) -> str:
    scored = calibration.scored
    there = f"there {'is' if scored == 1 else 'are'} {in_words(scored) if scored else 'none'}"
    return (
        f"No score yet: it needs {in_words(LEAST_SCORED)} questions that were judged before they were answered, and "
        f"{there}. With fewer it would tell of chance, and not of who judges."
    )


def _uncounted(outlook: Outlook) -> Markup:
    rows = [(f"Answered, not scored: {why}", number) for why, number in outlook.calibration.unscored]
    rows = [("Answered, scored", outlook.calibration.scored), *rows]
    rows += [("Open, answered in part", outlook.partly)] if outlook.partly else []
    rows += [("Open", outlook.number - len(outlook.resolved) - outlook.partly)]
    cells = (element("tr", element("td", name), element("td", f"{number:,}")) for name, number in rows)
    total = element("tr", element("th", "Questions", scope="row"), element("td", element("b", f"{outlook.number:,}")))
    return element("table", element("tbody", total, every(cells)), class_="dl-counts", aria_label="What is counted")
