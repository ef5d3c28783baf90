"""The card's evidence marks: a press on one leads to the words that it stands for."""

from collections.abc import Iterable

from dashboard.app.parts.links import place_link
from dashboard.app.parts.markup import Markup, words
from dashboard.app.parts.signs import MARK_OF_CARRIED, evidence_mark
from dashboard.app.parts.source_words import source_name
from dashboard.app.shown import Shown
from dashboard.model.event import Event
from dashboard.query.grounds import Ground, ground_of_claim, ground_of_claims
from dashboard.query.reading import Carried, carried_by_claims


def mark_leading(word: str, ground: Ground | None, shown: Shown) -> Markup:
    """The mark whose word it is; plain where there is nothing to lead to: inferred, unknown, no such source."""
    mark = evidence_mark(word)
    if ground is None or ground.source not in shown.workspace.sources:
        return mark
    leads = f"{word}: to the words" if ground.quote else f"{word}: to the source"
    place = {"source": ground.source, "quote": ground.quote}
    return place_link("sources", mark, mode=shown.mode, class_="dl-leads", name=leads, **place)


def value_mark(carried: Carried, ground: Ground | None, shown: Shown) -> Markup:
    """Of a value, by how it is carried."""
    return mark_leading(MARK_OF_CARRIED[carried], ground, shown)


def claims_mark(event: Event, claims: Iterable[str], shown: Shown) -> Markup:
    """Of something that rests on claims of the event."""
    keys = tuple(claims)
    carried = carried_by_claims(event, keys, shown.evidence)
    return value_mark(carried, ground_of_claims(event, keys, shown.evidence), shown)


def claim_mark(event: Event, key: str, shown: Shown) -> Markup:
    """Of one claim: its verdict."""
    verdict = shown.evidence.of(event.id, key).verdict
    return mark_leading(verdict.value, ground_of_claim(event, key, shown.evidence), shown)


def source_link(id_: str, shown: Shown) -> Markup:
    """The source's name, leading to it; the bare id of one that is not described."""
    name = words(source_name(shown, id_))
    known = id_ in shown.workspace.sources
    return place_link("sources", name, mode=shown.mode, source=id_) if known else name
