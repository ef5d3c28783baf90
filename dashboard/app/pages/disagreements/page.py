"""Disagreements page: where sources part, by topic, source and actor."""

from collections.abc import Sequence
from typing import Final

from dashboard.app.card import beside_card
from dashboard.app.filters import asked_line, filter_bar
from dashboard.app.pages.disagreements.choices import PAGE, DisagreementChoices, choice_bar
from dashboard.app.pages.disagreements.lines import divergence_line
from dashboard.app.parts import help_link, pager, show
from dashboard.app.shell import PageContext, state
from dashboard.query.divergences import Divergence, divergences_of
from dashboard.query.sources import all_sources
from dashboard.query.wording import count_words
from dashboard.text.markup import Markup, element, join_all

PART: Final = 30
"""So many disagreements stand on one part of the page."""
NONE: Final = (
    "No source here contradicts another, and the team takes nothing to be otherwise than its sources say. "
    "A claim names what disputes it with disputed_by; further values of other sources stand under also_reported."
)


def draw(page: PageContext) -> None:
    """Head, what to choose, one part of the disagreements, the card."""
    every = page.once(("divergences", page.mode), lambda: divergences_of(page.readings, page.table))
    choices = DisagreementChoices.now()
    found = [each for each in every if choices.match(each)]
    show(filter_bar(page), "filters")
    show(asked_line(page), "asked")
    show(_head(every, found), "head")
    if not every:
        none = "No event that is shown has sources that differ." if page.asked.filters.are_set else NONE
        show(element("p", none, class_="dl-muted dl-listed-none"), "disagreements")
        return
    beside_card(lambda: _lists(every, found, choices, page), page)


def _head(every: Sequence[Divergence], found: Sequence[Divergence]) -> Markup:
    number, events = count_words(len(every), "point"), count_words(len({each.event.id for each in every}), "event")
    shown = f" {len(found):,} of them are shown." if len(found) != len(every) else ""
    told = f"{number} in {events} on which sources differ, or the team differs from them.{shown}"
    lead = element("p", told) if every else None
    title = element("h1", "Disagreements", help_link("words-disagreement", "a disagreement"))
    return element("header", element("div", title, lead), class_="dl-thread-head dl-listed-head")


def _lists(
    every: Sequence[Divergence], found: Sequence[Divergence], choices: DisagreementChoices, page: PageContext
) -> None:
    parts = max(1, -(-len(found) // PART))
    part = min(state.part(), parts - 1)
    sources = all_sources(page.validation)
    lines = [divergence_line(each, sources, page) for each in found[part * PART : (part + 1) * PART]]
    nothing = element("p", "None of them is of this topic, source and actor.", class_="dl-muted") if not found else None
    steps = pager(PAGE, part, parts, count_words(len(found), "disagreement"), mode=page.mode, **choices.places())
    body = element("section", nothing, join_all(lines), steps, class_="dl-partings", aria_label="Disagreements")
    show(element("div", choice_bar(every, choices, page), body, class_="dl-parting-page"), "disagreements")
