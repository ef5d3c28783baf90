"""Edit page: a record in the form in which it was added, with what would change in its file."""

import streamlit as st

from dashboard.app.pages.add import readable_text
from dashboard.app.pages.edit.draft import draft_of
from dashboard.app.pages.edit.reference import RecordReference, record_of
from dashboard.app.pages.edit.review import review_edit
from dashboard.app.pages.edit.writer import writer
from dashboard.app.parts import event_link, place_link, show
from dashboard.app.shell import PageContext, read_only, state, why_read_only
from dashboard.errors import DatelineError
from dashboard.evidence.folding import fold_once
from dashboard.model.event import Event
from dashboard.query.sources import all_sources
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words


def draw(page: PageContext) -> None:
    """The record that the address names; of an event, the text that it quotes beside it."""
    name = state.address_value("record") or ""
    record = record_of(name, page)
    if read_only():
        show(_notice("Nothing can be edited", why_read_only()), "add-head")
        return
    if record is None:
        show(_unknown(name), "add-head")
        return
    try:
        draft = draft_of(record)
        seen = review_edit(draft, page)
    except DatelineError as error:
        show(_notice("This record cannot be edited", str(error)), "add-head")
        return
    sources = _sources_of(record, page)
    asked = state.address_value("source")
    source = asked if asked in sources else next(iter(sources), "")
    show(_head(record, sources, source, page), "add-head", name=record.name)
    with st.container(key="add-page" if source else "edit-page"):
        if source:
            described = all_sources(page.validation)
            known = described.text_of(source)
            if known is not None:
                fold_once(known.text)
                show(
                    readable_text(described.entries[source], known, state.part(), page, record=record.name),
                    "add-text",
                    name=f"{source} {state.part()}",
                )
        with st.container(key="add-event" if source else "edit-record"):
            writer(draft, source, seen, page)


def _sources_of(record: RecordReference, page: PageContext) -> tuple[str, ...]:
    """The texts that are held of what an event quotes, in the order of its claims; of a source, its own."""
    here = page.workspace
    if record.kind == "source":
        return (record.id,) if record.id in here.texts else ()
    if record.kind != "event":
        return ()
    event = here.events[record.id]
    quoted = (quote.source for claim in event.claims.values() for quote in claim.quotes)
    return tuple(dict.fromkeys(each for each in quoted if each in here.texts))


def _head(record: RecordReference, sources: tuple[str, ...], source: str, page: PageContext) -> Markup:
    """The way back, what is edited, and the texts and entries that belong to it."""
    back = _back(record, page)
    about = element("span", words(record.file), class_="dl-muted")
    crumbs = element("p", back, element("b", "Edit ", words(record.title)), about)
    texts = [
        place_link("edit", words(each), mode=page.mode, record=record.name, source=each)
        if each != source
        else words(each)
        for each in sources
    ]
    beside = element("span", "Text: ", join_all(texts, by=" "), class_="dl-muted") if len(texts) > 1 else NOTHING
    return element(
        "nav", crumbs, join(beside, _entries(record, page)), class_="dl-source-bar dl-add-bar", aria_label="Record"
    )


def _back(record: RecordReference, page: PageContext) -> Markup:
    if record.kind == "event":
        return event_link(record.id, "Back to the event", mode=page.mode)
    if record.kind == "place":
        return place_link("", "Back to Situation", mode=page.mode)
    return place_link(f"{record.kind}s", f"Back to the {record.kind}", mode=page.mode, **{record.kind: record.id})


def _entries(record: RecordReference, page: PageContext) -> Markup:
    """Links that edit what an event names: its place, actors, threads and sources."""
    event = page.workspace.events.get(record.id) if record.kind == "event" else None
    if event is None:
        return NOTHING
    names = [each for each in _record_names(event) if record_of(each, page)]
    links = join_all(
        (place_link("edit", words(name.partition(":")[2]), mode=page.mode, record=name) for name in names), by=" "
    )
    summary = element("summary", element("p", element("b", "Edit what it names"), f" {len(names):,}"))
    return element("details", summary, element("p", links), class_="dl-made") if names else NOTHING


def _record_names(event: Event) -> list[str]:
    places = (event.where.reported, event.where.assessed.place if event.where.assessed else None)
    found = [
        *(f"place:{each}" for each in places if each),
        *(f"actor:{each.actor}" for each in event.who),
        *(f"thread:{each}" for each in event.threads),
        *(f"source:{quote.source}" for claim in event.claims.values() for quote in claim.quotes),
        *(f"source:{each}" for claim in event.claims.values() for each in claim.sources),
    ]
    return list(dict.fromkeys(found))


def _unknown(name: str) -> Markup:
    told = join("This workspace has no record ", element("code", words(name)), ". It may have been renamed.")
    return _notice("Record not found", told if name else "Choose “Edit” on a card, or on an actor, thread or source.")


def _notice(title: str, told: str | Markup) -> Markup:
    return element("div", element("h1", title), element("p", told), class_="dl-first-steps")
