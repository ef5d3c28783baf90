"""Sources page: what events are read from, and what rests on each of it."""

import streamlit as st

from dashboard.app import state
from dashboard.app.live import at_work
from dashboard.app.loaded import root
from dashboard.app.parts.components import show
from dashboard.app.shown import Shown
from dashboard.app.sources.earlier import Earlier, asked_before
from dashboard.app.sources.list import source_list
from dashboard.app.sources.page import source_page, unknown_source
from dashboard.app.sources.place import place_asked
from dashboard.app.sources.reader_aid import arrive
from dashboard.briefing.since import ByHashes, state_before
from dashboard.checks.validation import Validation
from dashboard.errors import DatelineError
from dashboard.query.sources import Sources
from dashboard.text.markup import NOTHING


def page(shown: Shown) -> None:
    """All sources, or the one that the address names, at the quote that it names."""
    sources = _sources(shown.validation)
    id_, part = state.chosen("source"), state.part()
    asked = place_asked(state.chosen, part)
    since = state.chosen("since")
    place = f"{id_} {asked.name} {since}"
    before = NOTHING
    if id_ and since:
        asked, before = asked_before(asked, id_, _earlier(since, shown), shown)
    if id_ is None:
        show(source_list(sources, shown, sort=state.chosen("sort"), part=part, place=place), "sources")
    elif (entry := sources.entries.get(id_)) is None:
        show(unknown_source(id_, sources, shown, place, before), "sources")
    else:
        show(source_page(entry, sources, shown, asked, place, before), "sources", name=id_)
    arrive(place, "arriving")


def _earlier(since: str, shown: Shown) -> Earlier:
    """The state that Changes compares with; kept there, as reading it takes its time."""
    waiting = st.empty()
    waiting.html(at_work("Reading the history").html)
    try:
        found = state_before(since, root(), shown.validation)
    except DatelineError as error:
        return Earlier(str(error).replace(str(root()), "This workspace"))
    finally:
        waiting.empty()
    return Earlier(found.why) if isinstance(found, ByHashes) else Earlier(found.words(), found.state.validation)


@st.cache_resource(max_entries=2, show_spinner=False, hash_funcs={Validation: id})
def _sources(validation: Validation) -> Sources:
    """Kept while the workspace is the same: in a large one, counting what rests on each source takes its time."""
    return Sources(validation)
