"""The bar of filters: what can be asked for, with how many events each answer would show."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from dashboard.app.filters.dates import dates_menu
from dashboard.app.filters.views_menu import views_menu
from dashboard.app.parts import button
from dashboard.app.shell import PageContext, state
from dashboard.clock import today
from dashboard.model.record import NOT
from dashboard.query.fields import DRAWN_BY_SEVERAL, FACETS, Facet
from dashboard.query.filters import range_words, split_values
from dashboard.query.wording import count_words, without_hyphens
from dashboard.text.markup import NOTHING, Content, Markup, element, join, join_all, with_code, words

NARROW_FROM: Final = 10
"""A longer list has a field to type in."""
MOST_VALUES: Final = 200
"""So many of a facet's values are listed; whoever has more finds the rest by the words."""


def filter_bar(page: PageContext) -> Markup:
    """A press opens a facet's values; a press on one turns it over. Behind them, the saved views."""
    facets = page.once(
        ("facets", today()),
        lambda: join(*(_facet(facet, page) for facet in FACETS.values() if facet.is_in_bar), dates_menu(page)),
    )
    return element("div", facets, views_menu(page), role="group", aria_label="Filters", class_="dl-filters")


def _switch(facet: Facet, page: PageContext) -> Markup:
    """One switch for the whole facet: it thins map, timeline and lists to marks that two independent sources carry.

    Where no event has such a mark, or none can be known to have one, it says so, and cannot be pressed.
    Numbers of Trust lead to the facet's other values.
    """
    value = DRAWN_BY_SEVERAL
    is_on = page.asked.filters.chosen.get(facet.key) == frozenset({value})
    if not page.workspace.events and not is_on:
        return NOTHING
    if not page.validation.is_complete:
        return _switched_off("Two sources", "Only what two independent sources carry: records are still being checked")
    events = page.counts(facet.key)[value]
    number = element("span", f"{events:,}", class_="dl-count")
    label = join("Two sources ", number)
    if not events and not is_on:
        name = "Only what two independent sources carry: no event here has both its date and its place from two"
        return _switched_off(label, name)
    name = f"Only what two independent sources carry: {count_words(events, 'event')}"
    return button("filter", f"{facet.key}:{value}", label, pressed=is_on, name=name, class_="dl-switch")


def _switched_off(label: Content, name: str) -> Markup:
    return element(
        "button", label, type="button", aria_disabled="true", aria_label=name, title=name, class_="dl-switch"
    )


def asked_line(page: PageContext, *, tells: bool = True) -> Markup:
    """What is asked for, and what of it could not be understood. Without `tells`, something else says what was done."""
    said = state.flash_message() if tells else ""
    told = element("p", words(said), class_="dl-told", role="status") if said else None
    return join(refused_filters(page), filters_in_words(page), _selected_but_not_shown(page), told)


def _selected_but_not_shown(page: PageContext) -> Markup:
    if page.selected_id is None or page.in_sight is not None:
        return NOTHING
    by_time = page.until is not None and any(reading.id == page.selected_id for reading in page.matching_events)
    why = "is later, or has no date" if by_time else "is hidden by filters"
    return element("p", f"The event in the card {why}", class_="dl-muted", role="status")


def filters_in_words(page: PageContext) -> Markup:
    """What is asked for, each with a press that lets it go; nothing where nothing is."""
    filters = page.asked.filters
    chips = [
        _chip(facet, value, page) for facet in FACETS.values() for value in sorted(filters.chosen.get(facet.key, ()))
    ]
    if page.asked.start or page.asked.end:
        told = f"Dates: {range_words(page.asked.start, page.asked.end)}"
        chips.append(button("range", "|", join(told, _CROSS), name="Remove the dates"))
    if filters.words:
        chips.append(
            button(
                "words",
                "",
                join("Words in titles, claims and quotes: ", words(filters.words), _CROSS),
                name="Remove the words",
            )
        )
    if not chips:
        return NOTHING
    everything = button("unfilter", "", "Show all", class_="dl-text-button")
    return element("p", *chips, everything, class_="dl-chips", role="group", aria_label="Active filters")


_CROSS: Final = element("span", "×", aria_hidden="true", class_="dl-cross")


def _chip(facet: Facet, value: str, page: PageContext) -> Markup:
    name = value_name(facet.key, value, page)
    label = join(f"{facet.title}: ", words(name), _CROSS)
    return button("filter", f"{facet.key}:{value}", label, name=f"Remove the filter {facet.title}: {name}")


def _facet(facet: Facet, page: PageContext) -> Markup:
    if facet.key == "origins":
        return _switch(facet, page)
    chosen = page.asked.filters.chosen.get(facet.key, frozenset())
    counts = page.counts(facet.key)
    values = _values(facet, chosen, counts, page)
    if len(values) < 2 and not chosen:
        return NOTHING  # one value that all share asks nothing
    mark = element("span", f"{len(chosen)} of {len(values)}" if chosen else f"{len(values)}", class_="dl-count")
    summary = element("summary", facet.title, " ", mark, class_="dl-asks" if chosen else None)
    panel = element("ul", *_rows(facet, values[:MOST_VALUES], chosen, counts, page))
    narrow = element(
        "input",
        type="search",
        name=f"narrow-{facet.key}",
        placeholder="Type to narrow the list",
        aria_label=f"Narrow the list: {facet.title}",
        autocomplete="off",
        class_="dl-narrow",
    )
    let_go = button("unfilter", facet.key, "Show all", class_="dl-text-button") if chosen else None
    more = element("p", f"{len(values) - MOST_VALUES:,} more", class_="dl-muted") if len(values) > MOST_VALUES else None
    return element(
        "details",
        summary,
        element("div", narrow if len(values) > NARROW_FROM else None, panel, more, _how(chosen), let_go),
        id=f"facet-{facet.key}",
        name="facets",
        class_="dl-facet",
    )


def _how(chosen: frozenset[str]) -> Markup:
    """How the values that are chosen go together, as soon as there is more than one."""
    wanted, unwanted = split_values(chosen)
    parts = ["any of those chosen" if len(wanted) > 1 else "", "none of those behind “not”" if unwanted else ""]
    told = " and ".join(filter(None, parts))
    return element("p", f"Events with {told}.", class_="dl-muted") if told else NOTHING


def _values(facet: Facet, chosen: frozenset[str], counts: Counter[str], page: PageContext) -> list[str]:
    """Every value that some event has, those first that would show most."""
    wanted, unwanted = split_values(chosen)
    known = page.catalogue.known_values(facet.key) | wanted | unwanted
    return sorted(known, key=lambda each: (-counts[each], value_name(facet.key, each, page).casefold()))


def _rows(
    facet: Facet, values: list[str], chosen: frozenset[str], counts: Counter[str], page: PageContext
) -> Iterator[Markup]:
    """The values, each with how many events it would show; many of them in groups, where the facet has some.

    Behind each, `facet_lists.js` puts “only” and “not” when the list is opened: they would treble what a page weighs.
    """
    group_of = facet.group if len(values) > NARROW_FROM else None
    groups: dict[str | None, list[str]] = {}
    for value in values:
        groups.setdefault(group_of(value, page.table) if group_of else None, []).append(value)
    for group, inside in groups.items():
        if len(groups) > 1:
            yield element("li", words(group or ""), class_="dl-group")
        yield from (_option(facet, value, counts[value], chosen, group, page) for value in inside)


def _option(
    facet: Facet, value: str, number: int, chosen: frozenset[str], group: str | None, page: PageContext
) -> Markup:
    """A value with the number of events that it would show; one that would show none says so."""
    wanted, unwanted = split_values(chosen)
    label = join(words(value_name(facet.key, value, page)), " ", element("span", f"{number:,}", class_="dl-count"))
    empty = None if number else "dl-empty"
    turn = button("filter", f"{facet.key}:{value}", label, pressed=value in wanted, class_=empty)
    return element("li", turn, data_not="true" if value in unwanted else None, data_group=group)


def search_field(page: PageContext) -> Markup:
    """The box that searches everything while one types (`search_box.js`); sent, it filters events by its words."""
    hint = "Search everything"
    field = element(
        "input",
        type="search",
        id="dl-words",
        name="words",
        value=page.asked.filters.words,
        placeholder=hint,
        aria_label=hint,
        aria_keyshortcuts="/ Control+K",
        autocomplete="off",
        role="combobox",
        aria_expanded="false",
        aria_autocomplete="list",
        aria_controls="dl-found",
    )
    key = element("kbd", "/", aria_hidden="true")
    return element("form", field, key, data_press="words", role="search", class_="dl-search")


def refused_filters(page: PageContext) -> Markup:
    """What of the address could not be understood, calmly."""
    return join_all(
        element("p", with_code(sentence), class_="dl-refused", role="status") for sentence in page.asked.refused
    )


def facet_lines(page: PageContext) -> list[str]:
    """A line for each facet that is filtered by, with the names of its values: `Country: Ecuador`."""
    chosen = page.asked.filters.chosen
    return [
        f"{facet.title}: {', '.join(value_name(facet.key, value, page) for value in sorted(chosen[facet.key]))}"
        for facet in FACETS.values()
        if chosen.get(facet.key)
    ]


def value_name(facet: str, value: str, page: PageContext) -> str:
    """The label of a value, behind `not` of one that no event may have; the value itself if nothing names it."""
    known = FACETS.get(facet)
    if value.startswith(NOT) and not (known and known.matcher):
        return f"not {value_name(facet, value.removeprefix(NOT), page)}"
    return known.name_of(value, page.table) if known else without_hyphens(value)
