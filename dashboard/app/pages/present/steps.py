"""All steps of what is presented, in the order of its outline."""

from collections.abc import Iterator
from functools import partial

from dashboard.app.pages.present.presented import Presentation
from dashboard.app.pages.present.section_steps import section_steps
from dashboard.app.pages.present.step import StepContent, WallStep
from dashboard.query.wording import day_words
from dashboard.text.markup import Markup, element, words


def steps_of(made: Presentation) -> tuple[WallStep, ...]:
    """The title first; then section by section, event by event."""
    return tuple(_steps(made))


def _steps(made: Presentation) -> Iterator[WallStep]:
    yield _title(made)
    for section in made.outline.sections:
        yield from section_steps(section, made)


def _title(made: Presentation) -> WallStep:
    return WallStep("title", made.outline.title, partial(_title_content, made), figures=("timeline",))


def _title_content(made: Presentation) -> StepContent:
    outline = made.outline
    lines = (("For", outline.audience), ("As of", outline.as_of), ("Scope", outline.scope))
    about = [_line(name, text) for name, text in lines if text]
    head = element("h1", words(outline.title), class_="pr-title")
    review = "" if made.is_view else f"{outline.review} "
    counts = element("p", words(f"{review}{outline.counts}"), class_="pr-source")
    meaning = element("p", words(f"{outline.marking.text}: {outline.marking.meaning}"), class_="pr-source")
    rows = (*about, counts, *([meaning] if outline.marking.meaning else []), *_time_notes(made))
    return StepContent(head, rows)


def _time_notes(made: Presentation) -> Iterator[Markup]:
    if made.until is not None:
        told = f"Situation is set to {day_words(made.until)}; this presentation does not use that day."
        yield element("p", words(told), class_="pr-source")


def _line(name: str, text: str) -> Markup:
    return element("p", element("span", f"{name} ", class_="pr-source"), words(text), class_="pr-sentence")
