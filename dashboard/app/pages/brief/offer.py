"""What there is to choose from while a briefing is composed: events, claims, questions, words of vocabularies."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from dashboard.app.filters import value_name
from dashboard.app.pages.brief.draft import Draft
from dashboard.app.shell import PageContext
from dashboard.briefing.compose import title_of
from dashboard.model import vocabularies
from dashboard.query.reading import ResolvedEvent
from dashboard.query.wording import likelihood_words, without_hyphens

MOST_OFFERED: Final = 300
"""So many events that the filters show are offered at once; filters find the others."""


def offer(draft: Draft, chosen: Iterable[str], page: PageContext) -> dict[str, Any]:
    """What the page can put into fields, with the words that are shown for it.

    `chosen` are the events that the briefing tells of. `events`: id to title and date; `claims`: `event-id/claim` to
    its text, what was found of it, and its event's title.
    """
    offered = [reading.id for reading in page.readings[:MOST_OFFERED]]
    told = list(chosen)
    named = [claim.partition("/")[0] for claim in _claims_in(draft.fields)]
    events = [page.by_id[id_] for id_ in dict.fromkeys([*told, *named, *offered]) if id_ in page.by_id]
    return {
        "events": {reading.id: [reading.event.title, _date(reading)] for reading in events},
        "shown": offered,
        "more": max(len(page.readings) - MOST_OFFERED, 0),
        "told": told,
        "claims": dict(_claims(events, page)),
        "filters": _filters(draft, page),
        "questions": list(_questions(page)),
        **_WORDS,
    }


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


def _date(reading: ResolvedEvent) -> str:
    return reading.date.value.short_words() if reading.date.value else "undated"


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
