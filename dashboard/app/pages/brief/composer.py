"""The composer: a component that has the draft and what there is to choose from, and is told what is wrong with it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from typing import Any, Final

import streamlit as st

from dashboard.app.filters import value_name
from dashboard.app.pages.brief.draft import COMPONENT, NEW, Draft, file_name, reported_draft
from dashboard.app.pages.brief.looked_at import ComposedBriefing, DraftReview, review_draft, to_be_written
from dashboard.app.scripts import module
from dashboard.app.shell import (
    PageContext,
    cache_of_workspace,
    latest_checked,
    mapping_of,
    put_at_once,
    read_only,
    root,
    state,
    why_read_only,
)
from dashboard.briefing.compose import title_of
from dashboard.briefing.figures import drawer_of, figure_names
from dashboard.briefing.html import page as html_page
from dashboard.briefing.html import style_sheet
from dashboard.errors import DatelineError
from dashboard.model import vocabularies
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import count_words, likelihood_words, without_hyphens
from dashboard.store.briefing_files import file_of, fingerprint, save_briefing
from dashboard.views.drawing import LIGHT

MOST_OFFERED: Final = 300
"""So many events that the filters show are offered at once; filters find the others."""
MOST_CLAIMS: Final = 1_000
"""So many claims of the events are offered; of more events, fewer are told of."""
MOST_PREVIEWED: Final = 1_000_000
"""Characters of a document that is shown while it is composed: of some two hundred events."""
LEFT_OUT: Final = "The preview is left out of so long a briefing. Download it to see it."
_WORDS: Final[Mapping[str, Any]] = {
    "tlp": [[label, f"TLP:{label}", meaning] for label, meaning in vocabularies.TLP.items()],
    "likelihood": [[word, likelihood_words(word)] for word in vocabularies.LIKELIHOOD],
    "confidence": [[word, without_hyphens(word)] for word in vocabularies.CONFIDENCE],
    "sections": [[key, title_of(key)] for key in vocabularies.BRIEFING_SECTIONS],
    "worded": [[key, title_of(key)] for key in vocabularies.WORDED_SECTIONS],
    "figures": [[name, name.capitalize()] for name in vocabularies.FIGURES],
    "papers": [[paper, paper] for paper in vocabularies.PAPERS],
    "reviews": [[status, status.capitalize()] for status in vocabularies.REVIEW],
}
"""Each word with what is shown for it."""
SAVED = "saved briefing"
WIDTH_PX: Final = 672
_IN_THE_DARK: Final = "@media screen and (prefers-color-scheme: dark)"
"""Left out: what is previewed is the paper, which is light."""
_compose = st.components.v2.component(f"dateline_{COMPONENT}", js=module("compose/compose"), isolate_styles=False)


def offer(draft: Draft, seen: DraftReview, page: PageContext) -> dict[str, Any]:
    """What the page can put into fields, with the words that are shown for it.

    `events`: id to title and date; `claims`: `event-id/claim` to its text, what was found of it, and its event's title.
    """
    offered = [reading.id for reading in page.readings[:MOST_OFFERED]]
    told = list(seen.told)
    named = list(_claims_in(draft.fields))
    of_claims = [claim.partition("/")[0] for claim in named]
    events = [page.by_id[id_] for id_ in dict.fromkeys([*of_claims, *told, *offered]) if id_ in page.by_id]
    return {
        "events": {reading.id: [reading.event.title, _date(reading)] for reading in events},
        "shown": offered,
        "more": max(len(page.readings) - MOST_OFFERED, 0),
        "told": told,
        "matching": seen.matching,
        "claims": _offered_claims(events, named, page),
        "filters": _filters(draft, page),
        "questions": list(_questions(page)),
        **_WORDS,
    }


def _date(reading: ResolvedEvent) -> str:
    return reading.date.value.short_words() if reading.date.value else "undated"


def _offered_claims(events: Iterable[ResolvedEvent], named: Iterable[str], page: PageContext) -> dict[str, list[str]]:
    """The claims of these events, those that the draft has named first; of very many, as many as can be sent."""
    every = dict(_claims(events, page))
    first = {claim: every[claim] for claim in named if claim in every}
    return dict(islice((first | every).items(), max(MOST_CLAIMS, len(first))))


def _claims(events: Iterable[ResolvedEvent], page: PageContext) -> Iterator[tuple[str, list[str]]]:
    for reading in events:
        for key, claim in reading.event.claims.items():
            verdict = claim.basis or page.evidence.of(reading.id, key).verdict.value
            yield f"{reading.id}/{key}", [claim.text, verdict, reading.event.title]


def _filters(draft: Draft, page: PageContext) -> dict[str, Any]:
    """The page's filters as a selection has them, and a label for each filter of the page or the draft."""
    asked = page.asked
    here = [f"{facet}:{value}" for facet, values in sorted(asked.filters.chosen.items()) for value in sorted(values)]
    own = draft.fields.get("selection") or {}
    shows = [*here, *(show for show in own.get("show") or () if isinstance(show, str))]
    names = {show: _show_words(show, page) for show in shows}
    given = {"show": here, "from": asked.start, "to": asked.end, "words": asked.filters.words}
    return {"given": given, "are_set": asked.filters.are_set, "names": names}


def _show_words(show: str, page: PageContext) -> str:
    facet, _, value = show.partition(":")
    return f"{without_hyphens(facet).capitalize()}: {value_name(facet, value, page)}"


def _questions(page: PageContext) -> Iterator[list[str]]:
    for thread in page.workspace.threads.values():
        for key, question in thread.questions.items():
            yield [f"{thread.id}/{key}", f"{question.text} ({thread.title})"]


def _claims_in(value: Any) -> Iterator[str]:
    """Every claim that a draft names, whatever else is wrong with it."""
    if isinstance(value, Mapping):
        for key, part in value.items():
            if key == "claims" and isinstance(part, list):
                yield from (each for each in part if isinstance(each, str))
            else:
                yield from _claims_in(part)
    elif isinstance(value, list):
        for part in value:
            yield from _claims_in(part)


def answer() -> None:
    """Do what was pressed; `state.flash_message` says how it went."""
    pressed = state.pressed_of(COMPONENT)
    if pressed.get("what") == "save":
        state.flash("")
        save(reported_draft(pressed))
    elif pressed.get("what") == "tell":
        state.flash(str(pressed.get("value", "")))


def save(draft: Draft) -> None:
    """Write the draft's file, if it is one that can be read again; what is wrong with its words keeps nothing back."""
    if read_only():
        state.flash(f"Not saved: {why_read_only()}")
        return
    try:
        page = PageContext(latest_checked(look=True).validation)
        seen = review_draft(draft, page)
        if seen.made is None or (draft.key == NEW and any(path == ["id"] for path, *_ in seen.problems)):
            state.flash(f"Not saved: fix {count_words(seen.errors, 'field')} first.")
            return
        kept = save_briefing(root(), to_be_written(draft, seen.made, page), draft.opened)
    except DatelineError as error:
        state.flash(f"Not saved: {error}")
        return
    cache_of_workspace(root()).look()
    _remember(replace(draft, id=seen.made.briefing.id))
    told = "" if kept else " The whole file was rewritten: its comments are gone."
    wrong = f", with {count_words(seen.errors, 'error')}" if seen.errors else ""
    state.flash(f"Saved as {file_of(seen.made.briefing.id)}{wrong}.{told}")


def last_saved() -> Mapping[str, Any] | None:
    """The last save: the key and the number of the draft, and the fingerprint of the file."""
    found: Mapping[str, Any] | None = state.recall(SAVED)
    return found


def _remember(draft: Draft) -> None:
    made = {"key": draft.key, "id": draft.id, "number": draft.number, "opened": fingerprint(root(), draft.id)}
    state.remember(SAVED, made)
    put_at_once({"briefing": draft.id, "begin": None})


def preview(made: ComposedBriefing) -> dict[str, Any]:
    """`body` and `style` of a document that runs nothing; `figures`: name to Plotly's JSON, in light.

    Of a very long one, the sentence in its place.
    """
    body = html_page(made.outline).html
    if len(body) > MOST_PREVIEWED:
        return {"left_out": LEFT_OUT}
    draw = drawer_of(made.briefing, made.validation)
    figures = {name: dict(draw(name, LIGHT, WIDTH_PX).content) for name in figure_names(made.outline)}
    style = style_sheet(made.outline).replace(_IN_THE_DARK, "@media not all")
    return {"body": body, "style": style, "figures": figures}


def composer(draft: Draft, seen: DraftReview, page: PageContext) -> None:
    """Put it on the page. What is typed in it stays in the browser until it is saved."""
    _compose(key=COMPONENT, data=[data_of(draft, seen, page)], on_draft_change=_take_note, on_pressed_change=answer)


def data_of(draft: Draft, seen: DraftReview, page: PageContext) -> dict[str, Any]:
    """What the component is given."""
    on_disk = fingerprint(root(), draft.key) if draft.key != NEW else ""
    return {
        "workspace": str(root()),
        "key": draft.key,
        "file": file_name(draft.id),
        "fields": _on_disk(draft, page),
        "opened": on_disk,
        "number": draft.number,
        "id": draft.id,
        "problems": [[path, severity, message, hint] for path, severity, message, hint in seen.problems],
        "fallen": [[finding.sentence.text, *finding.reasons] for finding in seen.fallen],
        "texts": seen.texts,
        "overdue": seen.overdue,
        "offer": offer(draft, seen, page),
        "preview": preview(seen.made) if seen.made else None,
        "read_only": read_only(),
        "saved": last_saved(),
        "told": state.flash_message(),
    }


def _on_disk(draft: Draft, page: PageContext) -> dict[str, Any] | None:
    """The fields as the file has them now, whatever the draft says; of a new one, those it was begun with.

    None where the file is gone or cannot be read: somebody else has been at it while the draft was open.
    """
    if draft.key == NEW:
        return dict(draft.whole)
    document = page.workspace.documents.get(file_name(draft.key))
    if document is None or document.data is None:
        return None
    return {key: value for key, value in document.data.items() if key != "built_on"}


def _take_note() -> None:
    """What was said of the last save is over as soon as something is changed."""
    number = mapping_of(state.reported_by(COMPONENT).get("draft")).get("number")
    if number != (last_saved() or {}).get("number"):
        state.flash("")
