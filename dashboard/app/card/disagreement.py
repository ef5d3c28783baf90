"""Claims against one another, in columns: who says what, where they differ, and what the team holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.app.card.claim_article import claim_article, credibility
from dashboard.app.card.comparison import differing
from dashboard.app.card.value_words import basis_words
from dashboard.app.parts import event_link, evidence_mark, source_name, value_mark
from dashboard.app.shell import PageContext
from dashboard.query.disagreements import ClaimOfEvent, Disagreement
from dashboard.query.disputed_values import DisputedKind, disputed_kinds
from dashboard.query.event_values import EventValue
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

_EMPTY: Final = element("div")


@dataclass(frozen=True, slots=True)
class CardContext:
    """The card that the columns of a disagreement are on."""

    page: PageContext
    home: str
    """The event whose card it is."""
    above: frozenset[tuple[str, str]] = frozenset()
    """Claims that stand further up as well: an id is given once."""

    def id_of(self, said: ClaimOfEvent) -> str | None:
        """The claim's id on the page, by which it can be reached; two events may stand on one page."""
        is_first = said.event.id == self.home and said.at not in self.above
        return f"claim-{said.event.id}/{said.key}" if is_first else None


def disagreement(found: Disagreement, card: CardContext) -> Markup:
    """A claim on the left, those against it on the right, and below them what the team holds."""
    page, claim, others = card.page, found.claim, found.others
    kinds = list(disputed_kinds(found, page.workspace, page.evidence))
    left = _side(claim, _values(claim, others, kinds, page), card, note_below=True)
    right = [_side(each, _values(each, (claim,), kinds, page), card) for each in others]
    more = None
    if found.elsewhere:
        told = f"{count_words(found.elsewhere, 'more claim')} against it, in "
        more = element("p", told, _event_of(claim, page), class_="dl-meta")
    disputed = ", ".join(each.kind.lower() for each in kinds if each.is_disputed)
    title = f"In dispute: {disputed}" if disputed else "In dispute"
    team = _assessment(found, [value for each in kinds for value in each.assessed], page)
    return element("section", element("h4", title), _columns([left], [*right, more]), team, class_="dl-dispute")


def _columns(left: Sequence[Markup], right: Sequence[Markup | None]) -> Markup:
    """Side by side; of two alone, line by line."""
    sides = [each for each in right if each is not None]
    pair = "dl-sides dl-pair" if len(left) == len(sides) == 1 else "dl-sides"
    return element("div", element("div", *left), element("div", *sides), class_=pair)


def in_doubt(said: ClaimOfEvent, card: CardContext) -> Markup:
    """A claim on the left; on the right why the team does not believe it.

    No source is needed to say so, and none is made up: it is the team's own inference, and marked so.
    """
    claim = said.claim
    left = _side(said, NOTHING, card, note_below=True)
    grade = element("p", "Graded ", credibility(claim.credibility), class_="dl-meta")
    reason = element("div", element("p", words(claim.note or "")), grade)
    own = element("article", evidence_mark("inferred"), reason, class_="dl-claim")
    who = element("p", element("b", "The team"), class_="dl-who")
    right = element("div", who, _EMPTY, _EMPTY, own, class_="dl-one-side")
    return element("section", element("h4", "In doubt"), _columns([left], [right]), class_="dl-dispute")


def _side(said: ClaimOfEvent, values: Markup, card: CardContext, *, note_below: bool = False) -> Markup:
    """Four lines, so that they meet those of the other side: who, in which other event, the values, the claim."""
    page = card.page
    who = element("p", element("b", _who(said, page)), class_="dl-who")
    where = element("p", "In ", _event_of(said, page), class_="dl-meta") if said.event.id != card.home else _EMPTY
    article = claim_article(said, page, id_=card.id_of(said), note_below=note_below)
    return element("div", who, where, values if values.html else _EMPTY, article, class_="dl-one-side")


def _values(
    said: ClaimOfEvent, against: Sequence[ClaimOfEvent], kinds: Sequence[DisputedKind], page: PageContext
) -> Markup:
    """What the claim says of each kind in dispute, with those words marked that the other side has otherwise."""
    values = [_value(kind, said, against, page) for kind in kinds]
    return element("dl", *values, class_="dl-values") if values else NOTHING


def _value(kind: DisputedKind, said: ClaimOfEvent, against: Sequence[ClaimOfEvent], page: PageContext) -> Markup:
    cell = kind.values.get(said.at)
    other = next((kind.values[each.at].text for each in against if each.at in kind.values), "")
    if cell is None:
        value = join(evidence_mark("unknown"), element("span", "not given", class_="dl-muted"))
    else:
        value = join(value_mark(cell, page), element("div", differing(cell.text, other)))
    return element("div", element("dt", kind.kind), element("dd", value))


def _value_held(value: EventValue, page: PageContext) -> Markup:
    basis = element("p", basis_words(value.basis, page), class_="dl-meta")
    told = element("div", element("p", words(value.text.replace("\n", ", "))), basis)
    return join(value_mark(value, page), told)


def _assessment(found: Disagreement, values: Sequence[EventValue], page: PageContext) -> Markup:
    """The team's assessment with its basis and reason, or a sentence that says there is none."""
    lines = [_value_held(value, page) for value in values]
    if found.claim.claim.note:
        lines.append(join(evidence_mark("inferred"), element("div", element("p", words(found.claim.claim.note)))))
    if not lines:
        nothing = element("p", "Nothing yet: the disputed claim has no note, and the team has assessed no value.")
        lines.append(join(evidence_mark("unknown"), element("div", nothing)))
    told = join_all(element("div", line, class_="dl-held-line") for line in lines)
    return element("div", element("p", element("b", "The team’s assessment")), told, class_="dl-held")


def _who(said: ClaimOfEvent, page: PageContext) -> Markup:
    """The names behind a claim: the speaker, as reported if not in the registry; else the sources; else the team."""
    claim = said.claim
    if claim.by:
        return words(page.actor_name(claim.by))
    if claim.by_as_reported:
        return join("“", words(claim.by_as_reported), "”")
    ids = dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources])
    return join_all((words(source_name(page, id_)) for id_ in ids), by="; ") if ids else join("The team")


def _event_of(said: ClaimOfEvent, page: PageContext) -> Markup:
    return event_link(said.event.id, words(said.event.title), mode=page.mode)
