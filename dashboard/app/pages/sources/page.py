"""Sources page: what events are read from, and what rests on each of it."""

import streamlit as st

from dashboard.app.frame import at_work
from dashboard.app.pages.sources.alike import alike_lines, pair_asked_for, side_by_side
from dashboard.app.pages.sources.coverage import coverage_bar, coverage_counts, coverage_line
from dashboard.app.pages.sources.description import description, heading
from dashboard.app.pages.sources.earlier import EarlierState, find_earlier
from dashboard.app.pages.sources.list import source_list
from dashboard.app.pages.sources.place import TextPlace, place_in_address
from dashboard.app.pages.sources.resting import quotes_that_fail, resting_list
from dashboard.app.pages.sources.steps import source_bar
from dashboard.app.pages.sources.text import SourceText
from dashboard.app.pages.sources.words import text_integrity
from dashboard.app.parts import arrive, show
from dashboard.app.shell import PageContext, root, state, states_near
from dashboard.briefing.since import baseline
from dashboard.errors import DatelineError
from dashboard.model.briefing import Briefing
from dashboard.query.sources import SourceEntry, Sources, all_sources
from dashboard.text.markup import NOTHING, Markup, element, join, words


def source_page(
    entry: SourceEntry, sources: Sources, page: PageContext, asked: TextPlace, place: str, before: Markup = NOTHING
) -> Markup:
    """The whole page, where the reader `asked` to be; `place` is what that is called.

    `before` is what is said of the words of an earlier state.
    """
    known = sources.text_of(entry.id)
    counts = coverage_counts(entry.id, known, page) if known else NOTHING
    about = element("summary", "About this source")
    aside = element(
        "aside",
        heading(entry, page),
        element("details", about, description(entry, sources, page, counts), class_="dl-folds", id="about-source"),
        class_="dl-source-about",
        aria_label="About the source",
    )
    if known is None:
        bar = source_bar(entry.id, sources, page)
        main = element(
            "div", before, text_integrity(entry), resting_list(entry, page, asked.quote), class_="dl-source-text"
        )
    else:
        text = SourceText(entry, known, page, asked)
        bar = source_bar(entry.id, sources, page, text, before)
        covered = coverage_line(known.coverage) if known.coverage.sentences else ""
        failing = quotes_that_fail(entry, page, asked.quote)
        alike = alike_lines(entry.id, sources, page)
        head = join(before, alike, text_integrity(entry, covered, text.mixed_told), failing)
        body = element("div", text.markup(), coverage_bar(entry.id, known, page), class_="dl-with-coverage")
        main = element("div", head, body, class_=f"dl-source-text dl-of-{entry.state.name.lower()}", id="text")
    return element("section", bar, element("div", aside, main, class_="dl-source"), data_place=place)


def unknown_source(id_: str, sources: Sources, page: PageContext, place: str, before: Markup = NOTHING) -> Markup:
    """The address names a source that there is not; `before`, that there was."""
    told = element("p", "This workspace has no source ", element("code", words(id_)), ".")
    head = element("h1", "Source not found")
    body = element("div", head, told, before, class_="dl-first-steps")
    return element("section", source_bar(id_, sources, page), body, data_place=place)


def draw(page: PageContext) -> None:
    """All sources, or the one that the address names, at the quote that it names."""
    sources = all_sources(page.validation)
    id_, part = state.address_value("source"), state.part()
    asked = place_in_address(state.address_value, part)
    since = state.address_value("since")
    place = f"{id_} {asked.name} {since}"
    before = NOTHING
    if id_ and since:
        asked, before = find_earlier(asked, id_, _earlier(since, page), page)
    if id_ is None:
        show(source_list(sources, page, sort=state.address_value("sort"), part=part, place=place), "sources")
    elif (pair := pair_asked_for(id_, state.address_value("beside"), sources)) is not None:
        show(side_by_side(pair, sources, page, f"{place} {pair.other}"), "sources", name=id_)
    elif (entry := sources.entries.get(id_)) is None:
        show(unknown_source(id_, sources, page, place, before), "sources")
    else:
        show(source_page(entry, sources, page, asked, place, before), "sources", name=id_)
    arrive(place, "arriving")


def _earlier(since: str, page: PageContext) -> EarlierState:
    """The state that Changes compares with; kept there, as reading it takes its time."""
    waiting = st.empty()
    waiting.html(at_work("Reading the history").html)
    try:
        found = baseline(since, root(), page.validation, states_near(page.validation))
    except DatelineError as error:
        return EarlierState(str(error).replace(str(root()), "This workspace"))
    finally:
        waiting.empty()
    if isinstance(found.state, Briefing):
        return EarlierState(found.notes[0])
    return EarlierState(found.words, found.state.validation)
