"""A changed event: what each value was and is, side by side, with the marks of how it was carried and is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from dashboard.app.card.comparison import differing
from dashboard.app.parts.markup import Markup, element, every, words
from dashboard.app.parts.signs import carried_mark
from dashboard.query.changes.carrying import carried_by_verdict, carried_of
from dashboard.query.changes.change import Changes, EventChange, VerdictChange
from dashboard.query.changes.fields import FieldChange
from dashboard.query.changes.wording import field_words, value_words
from dashboard.query.reading import Carried
from dashboard.query.wording import counted

MOST_ROWS: Final = 30
LONGEST: Final = 600
"""Characters of a value; the card has the whole of it."""


def before_and_after(change: EventChange, changes: Changes) -> Markup:
    """A row for each verdict and each field; what differs in a text is underlined."""
    rows = list(_rows(change, changes))
    head = element("tr", element("td"), element("th", "Before", scope="col"), element("th", "After", scope="col"))
    more = len(rows) - MOST_ROWS
    left = element("p", f"{counted(more, 'more field')} changed.", class_="dl-meta") if more > 0 else None
    table = element("table", element("thead", head), element("tbody", *rows[:MOST_ROWS]), class_="dl-was")
    return element("div", table, left)


def _rows(change: EventChange, changes: Changes) -> Iterator[Markup]:
    yield from (_verdict(each) for each in _alike(change.verdicts))
    yield from (_field(each, change, changes) for each in change.fields)


def _verdict(changes: Sequence[VerdictChange]) -> Markup:
    """Of claims that fared alike."""
    first, claims = changes[0], ", ".join(each.claim for each in changes)
    cells = [_cell(carried_by_verdict(verdict), words(verdict.value)) for verdict in (first.before, first.after)]
    why = element("small", "; ".join(first.why), class_="dl-muted") if first.why else None
    noun = "claim " if len(changes) == 1 else "claims "
    return element("tr", element("th", noun, words(claims), ": verdict", why, scope="row"), every(cells))


def _alike(changes: Iterable[VerdictChange]) -> Iterable[list[VerdictChange]]:
    alike: dict[tuple[object, ...], list[VerdictChange]] = {}
    for change in changes:
        alike.setdefault((change.before, change.after, change.why), []).append(change)
    return alike.values()


def _field(change: FieldChange, event: EventChange, changes: Changes) -> Markup:
    told = []
    for state in (changes.before, changes.after):
        places = {id_: place.name for id_, place in state.validation.workspace.places.items()}
        value = change.before if state is changes.before else change.after
        told.append(None if value is None else _cut(value_words(change.path, value, places)))
    carried = (
        carried_of(event.before, change.path, changes.before.validation.evidence),
        carried_of(event.after, change.path, changes.after.validation.evidence),
    )
    before, after = told
    cells = (_value(before, after, carried[0], "not there"), _value(after, before, carried[1], "gone"))
    return element("tr", element("th", words(field_words(change.path)), scope="row"), *cells)


def _value(text: str | None, other: str | None, carried: Carried | None, absent: str) -> Markup:
    if text is None:
        return _cell(None, element("span", absent, class_="dl-muted"))
    return _cell(carried, words(text) if other is None else differing(text, other))


def _cell(carried: Carried | None, content: Markup) -> Markup:
    return element("td", element("div", carried_mark(carried) if carried else None, element("div", content)))


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
