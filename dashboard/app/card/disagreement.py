"""Claims against one another, in columns: who says what, where they differ, and what the team holds."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.app.card.claim_article import claim_article, credibility
from dashboard.app.card.comparison import differing
from dashboard.app.card.differing_values import Stated, Values, held, kinds_in_dispute, kinds_told, stated_by
from dashboard.app.card.event_values import Cell
from dashboard.app.parts.links import event_link
from dashboard.app.parts.marked import value_mark
from dashboard.app.parts.signs import evidence_mark
from dashboard.app.parts.source_words import source_name
from dashboard.app.shown import Shown
from dashboard.query.disagreements import Disagreement
from dashboard.query.disputes import Said
from dashboard.query.wording import counted
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words

_EMPTY: Final = element("div")


@dataclass(frozen=True, slots=True)
class Card:
    """Where the columns stand."""

    shown: Shown
    home: str
    """The event whose card it is."""
    above: frozenset[tuple[str, str]] = frozenset()
    """Claims that stand further up as well: an id is given once."""

    def id_of(self, said: Said) -> str | None:
        """The claim's id on the page, by which it can be reached; two events may stand on one page."""
        is_first = said.event.id == self.home and said.at not in self.above
        return f"claim-{said.event.id}/{said.key}" if is_first else None


def disagreement(found: Disagreement, card: Card) -> Markup:
    """A claim on the left, those against it on the right, and below them what the team holds."""
    shown, claim, others = card.shown, found.claim, found.others
    stated = {said.at: stated_by(said, shown) for said in (claim, *others)}
    disputed, kinds = kinds_in_dispute(claim, others, stated), kinds_told(claim, others, stated)
    left = _side(claim, _values(claim, others, kinds, stated, shown), card, note_below=True)
    right = [_side(each, _values(each, (claim,), kinds, stated, shown), card) for each in others]
    more = None
    if found.elsewhere:
        told = f"{counted(found.elsewhere, 'more claim')} against it, in "
        more = element("p", told, _event_of(claim, shown), class_="dl-meta")
    title = f"In dispute: {', '.join(kind.lower() for kind in disputed)}" if disputed else "In dispute"
    team = _held(found, held(found, kinds, stated, shown), shown)
    return element("section", element("h4", title), _columns([left], [*right, more]), team, class_="dl-dispute")


def _columns(left: Sequence[Markup], right: Sequence[Markup | None]) -> Markup:
    """Side by side; of two alone, line by line."""
    sides = [each for each in right if each is not None]
    pair = "dl-sides dl-pair" if len(left) == len(sides) == 1 else "dl-sides"
    return element("div", element("div", *left), element("div", *sides), class_=pair)


def in_doubt(said: Said, card: Card) -> Markup:
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


def _side(said: Said, values: Markup, card: Card, *, note_below: bool = False) -> Markup:
    """Four lines, so that they meet those of the other side: who, in which other event, the values, the claim."""
    shown = card.shown
    who = element("p", element("b", _who(said, shown)), class_="dl-who")
    where = element("p", "In ", _event_of(said, shown), class_="dl-meta") if said.event.id != card.home else _EMPTY
    article = claim_article(said, shown, id_=card.id_of(said), note_below=note_below)
    return element("div", who, where, values if values.html else _EMPTY, article, class_="dl-one-side")


def _values(said: Said, against: Sequence[Said], kinds: Sequence[str], stated: Stated, shown: Shown) -> Markup:
    """What the claim says of each kind in dispute, with those words marked that the other side has otherwise."""
    if not kinds:
        return NOTHING
    others = [stated[each.at] for each in against]
    return element("dl", every(_value(kind, stated[said.at], others, shown) for kind in kinds), class_="dl-values")


def _value(kind: str, mine: Values, others: Sequence[Values], shown: Shown) -> Markup:
    cell = mine.get(kind)
    other = next((each[kind].text for each in others if kind in each), "")
    if cell is None:
        value = joined(evidence_mark("unknown"), element("span", "not given", class_="dl-muted"))
    else:
        value = joined(value_mark(cell.carried, cell.ground, shown), element("div", differing(cell.text, other)))
    return element("div", element("dt", kind), element("dd", value))


def _held(found: Disagreement, values: Sequence[Cell], shown: Shown) -> Markup:
    """What the team holds, on what basis, and its reason; that it holds nothing where that is so."""
    lines = [
        joined(
            value_mark(cell.carried, cell.ground, shown),
            element(
                "div", element("p", words(cell.text.replace("\n", ", "))), element("p", cell.basis, class_="dl-meta")
            ),
        )
        for cell in values
    ]
    if found.claim.claim.note:
        lines.append(joined(evidence_mark("inferred"), element("div", element("p", words(found.claim.claim.note)))))
    if not lines:
        nothing = element("p", "Nothing yet: the disputed claim has no note, and no value of the team’s own stands.")
        lines.append(joined(evidence_mark("unknown"), element("div", nothing)))
    told = every(element("div", line, class_="dl-held-line") for line in lines)
    return element("div", element("p", element("b", "The team holds")), told, class_="dl-held")


def _who(said: Said, shown: Shown) -> Markup:
    """Who says it: the speaker, by the words where the registry has no name; else the sources; else the team."""
    claim = said.claim
    if claim.by:
        return words(shown.actor_name(claim.by))
    if claim.by_as_reported:
        return joined("“", words(claim.by_as_reported), "”")
    ids = dict.fromkeys([*(quote.source for quote in claim.quotes), *claim.sources])
    return every((words(source_name(shown, id_)) for id_ in ids), by="; ") if ids else joined("The team")


def _event_of(said: Said, shown: Shown) -> Markup:
    return event_link(said.event.id, words(said.event.title), mode=shown.mode)
