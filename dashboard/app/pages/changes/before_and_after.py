"""A changed event: what each value was and is, side by side, each with the mark of what carried it and does now."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.app.card import differing
from dashboard.app.parts import MARK_OF_SUPPORT, place_link, support_mark, value_mark
from dashboard.app.shell import PageContext
from dashboard.query.changes import (
    Changes,
    EventChange,
    FieldChange,
    ValueSupport,
    VerdictChange,
    field_words,
    support_of_field,
    support_of_verdict,
    value_words,
)
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join_all, words

MOST_ROWS: Final = 30
LONGEST: Final = 600
"""Characters of a value; the card has the whole of it."""


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """What is compared, and where marks lead: those of now as on every page, those of before to the words of then."""

    changes: Changes
    since: str
    """As the address names the earlier state."""
    shown: PageContext

    def table(self, change: EventChange) -> Markup:
        """A row for each verdict and each field; what differs in a text is underlined."""
        rows = list(self._rows(change))
        head = element("tr", element("td"), element("th", "Before", scope="col"), element("th", "After", scope="col"))
        more = len(rows) - MOST_ROWS
        left = element("p", f"{count_words(more, 'more field')} changed.", class_="dl-meta") if more > 0 else None
        table = element("table", element("thead", head), element("tbody", *rows[:MOST_ROWS]), class_="dl-was")
        return element("div", table, left)

    def _rows(self, change: EventChange) -> Iterator[Markup]:
        yield from (self._verdict(each, change) for each in _alike(change.verdicts))
        yield from (self._field(each, change) for each in change.fields)

    def _verdict(self, alike: Sequence[VerdictChange], event: EventChange) -> Markup:
        """One row for claims whose verdict changed alike, with a mark for each claim."""
        first, keys = alike[0], [each.claim for each in alike]
        before, after = (state.validation.evidence for state in (self.changes.before, self.changes.after))
        was = join_all((self._before(support_of_verdict(event.before, key, before), key) for key in keys), by=" ")
        is_ = join_all((self._after(support_of_verdict(event.after, key, after), key) for key in keys), by=" ")
        cells = [_cell(was, words(first.before.value)), _cell(is_, words(first.after.value))]
        why = element("small", "; ".join(first.why), class_="dl-muted") if first.why else None
        noun = "claim " if len(alike) == 1 else "claims "
        return element(
            "tr", element("th", noun, words(", ".join(keys)), ": verdict", why, scope="row"), join_all(cells)
        )

    def _field(self, change: FieldChange, event: EventChange) -> Markup:
        told = []
        for state in (self.changes.before, self.changes.after):
            places = {id_: place.name for id_, place in state.validation.workspace.places.items()}
            value = change.before if state is self.changes.before else change.after
            told.append(None if value is None else _shorten(value_words(change.path, value, places)))
        before, after = told
        was = support_of_field(event.before, change.path, self.changes.before.validation.evidence)
        is_ = support_of_field(event.after, change.path, self.changes.after.validation.evidence)
        cells = (
            _value(before, after, self._before(was) if was else NOTHING, "none"),
            _value(after, before, self._after(is_) if is_ else NOTHING, "removed"),
        )
        return element("tr", element("th", words(field_words(change.path)), scope="row"), *cells)

    def _after(self, carrying: ValueSupport, of: str = "") -> Markup:
        return value_mark(carrying.carried, carrying.ground, self.shown, of)

    def _before(self, carrying: ValueSupport, of: str = "") -> Markup:
        """Leads to the words as they stood then, and to what has become of them (`sources.earlier`)."""
        mark, ground = support_mark(carrying.carried), carrying.ground
        if ground is None or ground.source not in self.changes.before.validation.workspace.sources:
            return mark
        what = "to the words as they were" if ground.quote else "to the source"
        name = f"{', '.join(filter(None, (MARK_OF_SUPPORT[carrying.carried], of)))}, before: {what}"
        place = {"source": ground.source, "quote": ground.quote, "since": self.since}
        return place_link("sources", mark, mode=self.shown.mode, class_="dl-leads", name=name, **place)


def _alike(changes: Iterable[VerdictChange]) -> Iterable[list[VerdictChange]]:
    alike: dict[tuple[object, ...], list[VerdictChange]] = {}
    for change in changes:
        alike.setdefault((change.before, change.after, change.why), []).append(change)
    return alike.values()


def _value(text: str | None, other: str | None, mark: Markup, absent: str) -> Markup:
    if text is None:
        return _cell(NOTHING, element("span", absent, class_="dl-muted"))
    return _cell(mark, words(text) if other is None else differing(text, other))


def _cell(mark: Markup, content: Markup) -> Markup:
    return element("td", element("div", mark, element("div", content)))


def _shorten(text: str) -> str:
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}…"
