"""When nothing fits all that is asked for: what to let go, with how many events that would show."""

from collections.abc import Iterator
from dataclasses import replace

from dashboard.app.parts import button
from dashboard.app.shell import Shown
from dashboard.query.facets import FACETS
from dashboard.query.filters import Filters
from dashboard.query.wording import counted
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words


def letting_go(shown: Shown) -> Markup:
    """A press for each thing that is asked for and that alone leaves nothing; nothing where no single one does."""
    rows = [
        element(
            "li",
            button(press, value, joined("Without ", label), class_="dl-text-button"),
            element("span", told, class_="dl-level"),
        )
        for press, value, label, rest in _asked(shown)
        if (told := _number(shown, rest))
    ]
    return element("ul", every(rows), class_="dl-rows dl-letting-go") if rows else NOTHING


def _number(shown: Shown, filters: Filters) -> str:
    number = len(shown.catalogue.shown(filters))
    return counted(number, "event") if number else ""


def _asked(shown: Shown) -> Iterator[tuple[str, str, Markup, Filters]]:
    """What lets it go, what it is called, and the filters that are left."""
    filters = shown.asked.filters
    for key, facet in FACETS.items():
        if filters.chosen.get(key):
            yield "unfilter", key, joined(facet.title.lower()), filters.without(key)
    if filters.start or filters.end:
        yield "range", "|", joined("the dates"), replace(filters, start=None, end=None)
    if filters.words.strip():
        yield "words", "", joined("the words “", words(filters.words), "”"), replace(filters, words="")
