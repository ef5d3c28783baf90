"""Add page: a source's text at the left, and the event that is made from its words at the right."""

from dataclasses import replace
from typing import Final

import streamlit as st

from dashboard.app.card import selected_card
from dashboard.app.pages.add.draft import Draft, draft_of
from dashboard.app.pages.add.review import EventReview, review_draft
from dashboard.app.pages.add.text import readable_text
from dashboard.app.pages.add.writer import writer
from dashboard.app.parts import event_link, place_link, show
from dashboard.app.shell import PageContext, read_only, state, why_read_only
from dashboard.checks.drafts import prepare_ties
from dashboard.checks.validation import Validation
from dashboard.drafting.alike import prepare_alike
from dashboard.evidence.folding import fold_once
from dashboard.model.event import Event
from dashboard.model.source import shown_text
from dashboard.query.sources import SourceEntry, Sources, all_sources
from dashboard.query.wording import count_words, source_date
from dashboard.text.markup import NOTHING, Markup, element, join_all, words

MOST_SOURCES: Final = 200
"""So many texts to choose from are listed, those without events first."""
MOST_LISTED: Final = 50
"""Events of one text that stand in a list above it, which is drawn at each change of the draft."""


def draw(page: PageContext) -> None:
    """The sources to choose from; of the one that the address names, its text and the event made from it."""
    if read_only():
        show(_notice("Nothing can be added", why_read_only()), "add-head")
        return
    sources = all_sources(page.validation)
    id_ = state.address_value("source")
    entry = sources.entry_of(id_) if id_ else None
    known = sources.text_of(entry.id) if entry else None
    if entry is None or known is None:
        show(_choice(id_, sources, page), "add-head")
        return
    fold_once(known.text)  # so that the first press need not wait for it
    draft = draft_of(entry.id)
    seen = review_draft(draft, page)
    show(_head(entry, page), "add-head", name=entry.id)
    with st.container(key="add-page"):
        show(readable_text(entry, known, state.part(), page), "add-text", name=f"{entry.id} {state.part()}")
        with st.container(key="add-event"):
            writer(draft, seen, known.parts[min(state.part(), len(known.parts) - 1)], page)
            show(_look(draft, seen), "add-look", name=entry.id)
    prepare_ties(page.workspace)  # behind what is shown already: the first press need not wait for it, either
    prepare_alike(page.workspace)


def _head(entry: SourceEntry, page: PageContext) -> Markup:
    """The source, and the events that have been made from it."""
    source = entry.source
    title, outlet = _names(entry, page)
    id_ = element("code", words(entry.id)) if entry.id != title else NOTHING
    origin = ", ".join(filter(None, (outlet, source_date(source) if source else "")))
    about = element("span", origin, class_="dl-muted") if origin else NOTHING
    back = place_link("add", "Sources", mode=page.mode)
    crumbs = element("p", back, element("b", words(title)), about, id_)
    events = [page.workspace.events[id_] for id_ in entry.resting.events if id_ in page.workspace.events]
    made = join_all(element("li", event_link(each.id, each.title, mode=page.mode)) for each in events[:MOST_LISTED])
    told = element("p", element("b", "Events from this text"), f" {len(events):,}", class_="dl-made-count")
    more = len(events) - MOST_LISTED
    rest = (
        element("p", place_link("sources", f"{more:,} more", mode=page.mode, source=entry.id)) if more > 0 else NOTHING
    )
    listed = (
        element("details", element("summary", told), element("ul", made), rest, class_="dl-made") if events else told
    )
    return element("nav", crumbs, listed, class_="dl-source-bar dl-add-bar", aria_label="Source")


def _look(draft: Draft, seen: EventReview) -> Markup:
    """The card of the event as it will be, once the draft can be one."""
    if seen.event is None or not draft.fields:
        return NOTHING
    card = selected_card(PageContext(_alone(seen.event, seen.result.validation), selected=seen.event.id)) or NOTHING
    head = element("summary", "How the card will look")
    return element("details", head, card, class_="dl-add-look")


def _alone(event: Event, validation: Validation) -> Validation:
    """The workspace with this event and those that it is related to alone: no more is needed for its card."""
    every = validation.workspace.events
    near = {event.id: event} | {each.event: every[each.event] for each in event.relations if each.event in every}
    workspace = replace(validation.workspace, events=near)
    return replace(validation, corpus=replace(validation.corpus, workspace=workspace))


def _choice(asked: str | None, sources: Sources, page: PageContext) -> Markup:
    """The sources whose text is held, those without events first."""
    held = [each for each in sources.entries.values() if sources.text_of(each.id) is not None]
    missing = _missing(asked, sources) if asked else ""
    if not held:
        inbox = place_link("inbox", "Inbox", mode=page.mode)
        how = element(
            "p",
            "Put a text, an address or a file into the ",
            inbox,
            ", and read it from there. In a terminal: ",
            element("code", "dateline source add FILE"),
            ".",
        )
        return _notice("There is no text to read", missing, how)
    in_order = sorted(held, key=lambda each: (len(each.resting.events), each.id))
    rows = join_all(_row(each, page) for each in in_order[:MOST_SOURCES])
    left = len(held) - MOST_SOURCES
    rest = element("li", f"{left:,} more: see Sources.", class_="dl-muted") if left > 0 else NOTHING
    head = element("h1", "Add events")
    told = element("p", "Choose the text that you read. Texts without events come first.", class_="dl-muted")
    lost = element("p", words(missing)) if missing else NOTHING
    return element(
        "section", head, lost, told, element("ul", rows, rest, class_="dl-add-sources"), class_="dl-add-choice"
    )


def _missing(asked: str, sources: Sources) -> str:
    """Why the text that the address names cannot be read, and what to do."""
    entry = sources.entries.get(asked)
    if entry is None:
        return f"There is no source {asked}. It may have been renamed."
    if entry.source and entry.source.text:
        return f"The file seeds/{asked}.txt is missing. Put it back, or choose another text."
    return f"Of {asked}, only the description is stored, not the text. Choose another text."


def _row(entry: SourceEntry, page: PageContext) -> Markup:
    source = entry.source
    title, outlet = _names(entry, page)
    made = len(entry.resting.events)
    told = ", ".join(filter(None, (outlet, source_date(source) if source else "")))
    told = f"{told} · " if told else ""
    told += count_words(made, "event") if made else "no events yet"
    link = place_link("add", title, mode=page.mode, source=entry.id)
    id_ = element("code", words(entry.id)) if entry.id != title else NOTHING
    return element("li", element("b", link), " ", id_, element("span", told, class_="dl-muted"))


def _names(entry: SourceEntry, page: PageContext) -> tuple[str, str]:
    """The title of a source, else its outlet or id; and its outlet, where that is another name."""
    outlet = page.workspace.source_name(entry.id)
    title = (entry.source and shown_text(entry.source.title)) or outlet
    return title, outlet if outlet not in (title, entry.id) else ""


def _notice(title: str, *told: str | Markup) -> Markup:
    lines = [element("p", each) for each in told if isinstance(each, str) and each]
    others = [each for each in told if isinstance(each, Markup)]
    return element("div", element("h1", title), *lines, *others, class_="dl-first-steps")
