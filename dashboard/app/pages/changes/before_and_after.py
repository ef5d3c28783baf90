"""A changed event: what each value was and is, side by side, each with the mark of what carried it and does now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dashboard.app.parts import place_link, support_mark
from dashboard.app.shell import PageContext
from dashboard.query.changes import (
    UNKNOWN,
    Changes,
    ChangeSentence,
    EventChange,
    FieldChange,
    ValueSupport,
    VerdictChange,
    alike_verdicts,
    field_words,
    sentences_of,
    shorten,
    support_of_field,
    support_of_verdict,
    value_words,
)
from dashboard.query.marks import MARK_OF_SUPPORT
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card import differing, evidence_mark

MOST_ROWS: Final = 30
LONGEST: Final = 600
"""Characters of a value; the card has the whole of it."""


@dataclass(frozen=True)
class BeforeAndAfter:
    """What is compared, and where marks lead: those of now as on every page, those of before to the words of then."""

    changes: Changes
    since: str
    """As the address names the earlier state."""
    page: PageContext

    def _table(self, change: EventChange) -> Markup:
        """A row for each verdict and each field; what differs in a text is underlined."""
        rows = list(self._rows(change))
        head = element("tr", element("td"), element("th", "Before", scope="col"), element("th", "After", scope="col"))
        more = len(rows) - MOST_ROWS
        left = element("p", f"{count_words(more, 'more field')} changed.", class_="dl-meta") if more > 0 else None
        table = element("table", element("thead", head), element("tbody", *rows[:MOST_ROWS]), class_="dl-was")
        return element("div", table, left)

    def in_words(self, change: EventChange) -> Markup:
        """What changed in sentences, each behind the mark of what carries it now; folded below, before and after."""
        workspace, places = self.changes.after.validation.workspace, self.changes.place_names
        sentences = sentences_of(change, workspace, places)
        items = (element("li", self._marks(each, change), " ", words(each.text)) for each in sentences[:MOST_ROWS])
        folded = element(
            "details",
            element("summary", "Before and after"),
            self._table(change),
            id=f"was-{change.after.id}",
            open=not all(each.is_whole for each in sentences),
        )
        return join(element("ul", join_all(items), class_="dl-sentences"), folded)

    def _marks(self, sentence: ChangeSentence, change: EventChange) -> Markup:
        evidence = self.changes.after.validation.evidence
        supports = {key: support_of_verdict(change.after, key, evidence) for key in sentence.claims}
        if not sentence.claims and (support := support_of_field(change.after, sentence.path, evidence)):
            supports[""] = support
        return join_all((self._after(support, key) for key, support in supports.items()), by=" ")

    def _rows(self, change: EventChange) -> Iterator[Markup]:
        yield from (self._verdict(each, change) for each in alike_verdicts(change.verdicts))
        yield from (self._field(each, change) for each in change.fields)

    def _verdict(self, alike: Sequence[VerdictChange], event: EventChange) -> Markup:
        """One row for claims whose verdict changed alike, with a mark for each claim."""
        first, keys = alike[0], [each.claim for each in alike]
        after = self.changes.after.validation.evidence
        was = join_all((self._verdict_before(each, event) for each in alike), by=" ")
        is_ = join_all((self._after(support_of_verdict(event.after, key, after), key) for key in keys), by=" ")
        cells = [_cell(was, words(first.before.value)), _cell(is_, words(first.after.value))]
        why = element("small", "; ".join(first.why), class_="dl-muted") if first.why else None
        noun = "claim " if len(alike) == 1 else "claims "
        return element(
            "tr", element("th", noun, words(", ".join(keys)), ": verdict", why, scope="row"), join_all(cells)
        )

    def _field(self, change: FieldChange, event: EventChange) -> Markup:
        path, values = change.path, (change.before, change.after)
        before, after = (
            None if value is None or value is UNKNOWN else shorten(value_words(path, value, names), LONGEST)
            for value, names in zip(values, self._place_names, strict=True)
        )
        was, is_ = None, support_of_field(event.after, path, self.changes.after.validation.evidence)
        if event.before and self.changes.before:
            was = support_of_field(event.before, path, self.changes.before.validation.evidence)
        cells = (
            _value(
                before, after, self._before(was) if was else NOTHING, "none" if change.before is None else "unknown"
            ),
            _value(after, before, self._after(is_) if is_ else NOTHING, "removed"),
        )
        return element("tr", element("th", words(field_words(path)), scope="row"), *cells)

    @cached_property
    def _place_names(self) -> tuple[Mapping[str, str], Mapping[str, str]]:
        """Names of places by id, before and after."""
        states = self.changes.states
        return states[0].place_names, states[-1].place_names

    def _verdict_before(self, change: VerdictChange, event: EventChange) -> Markup:
        """Its mark leads to the words of then, where the records of then are known."""
        if not (event.before and self.changes.before):
            return evidence_mark(change.before)
        support = support_of_verdict(event.before, change.claim, self.changes.before.validation.evidence)
        return self._before(support, change.claim)

    def _after(self, carrying: ValueSupport, of: str = "") -> Markup:
        return support_mark(carrying.carried, carrying.ground, self.page, of)

    def _before(self, carrying: ValueSupport, of: str = "") -> Markup:
        """Leads to the words as they stood then, and to what has become of them (`sources.earlier`)."""
        mark, ground = evidence_mark(MARK_OF_SUPPORT[carrying.carried]), carrying.ground
        sources = self.changes.states[0].validation.workspace.sources
        if ground is None or ground.source not in sources:
            return mark
        what = "to the words as they were" if ground.quote else "to the source"
        name = f"{', '.join(filter(None, (MARK_OF_SUPPORT[carrying.carried], of)))}, before: {what}"
        place = {"source": ground.source, "quote": ground.quote, "since": self.since}
        return place_link("sources", mark, mode=self.page.mode, class_="dl-leads", name=name, **place)


def _value(text: str | None, other: str | None, mark: Markup, absent: str) -> Markup:
    if text is None:
        return _cell(NOTHING, element("span", absent, class_="dl-muted"))
    return _cell(mark, words(text) if other is None else differing(text, other))


def _cell(mark: Markup, content: Markup) -> Markup:
    return element("td", element("div", mark, element("div", content)))
