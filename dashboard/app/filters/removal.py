"""Filters to remove when no events match, with the number of events that each would bring back."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.app.parts import button
from dashboard.app.shell import PageContext
from dashboard.query.fields import FACETS
from dashboard.query.filters import Filters
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words


def letting_go(page: PageContext) -> Markup:
    """A press for each thing that is asked for and that alone leaves nothing; nothing where no single one does."""
    rows = [
        element(
            "li",
            button(press, value, join("Without ", label), class_="dl-text-button"),
            element("span", told, class_="dl-level"),
        )
        for press, value, label, rest in _removable_filters(page)
        if (told := _number(page, rest))
    ]
    return element("ul", join_all(rows), class_="dl-rows dl-letting-go") if rows else NOTHING


def _number(page: PageContext, filters: Filters) -> str:
    number = len(page.catalogue.matching(filters))
    return count_words(number, "event") if number else ""


def _removable_filters(page: PageContext) -> Iterator[tuple[str, str, Markup, Filters]]:
    """The action that removes a filter, its value, its name, and the filters that would be left."""
    filters = page.asked.filters
    for key, facet in FACETS.items():
        if filters.chosen.get(key):
            yield "unfilter", key, join(facet.title.lower()), filters.without(key)
    if filters.start or filters.end:
        yield "range", "|", join("the dates"), replace(filters, start=None, end=None)
    if filters.words.strip():
        yield "words", "", join("the words “", words(filters.words), "”"), replace(filters, words="")
