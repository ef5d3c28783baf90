"""Claims against one another, in columns: who says what, where they differ, and what the team holds."""

from collections.abc import Sequence
from typing import Final

from dashboard.query.card import CardClaim, CardDispute, DisputedKind
from dashboard.query.values import EventValue
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words
from dashboard.views.card.claim_article import claim_article, credibility
from dashboard.views.card.icons import evidence_mark
from dashboard.views.card.links import CardLinks
from dashboard.views.card.source_words import said_by
from dashboard.views.card.value_table import differing
from dashboard.views.card.value_words import basis_words

_EMPTY: Final = element("div")


def disagreement(dispute: CardDispute, home: str, links: CardLinks) -> Markup:
    """A claim on the left, those against it on the right, and below them what the team holds; `home` has the card."""
    claim, others, kinds = dispute.claim, dispute.others, dispute.kinds
    left = _side(claim, _values(claim, others, kinds, links), home, links, note_below=True)
    right = [_side(each, _values(each, (claim,), kinds, links), home, links) for each in others]
    more = None
    if dispute.elsewhere:
        told = f"{count_words(dispute.elsewhere, 'more claim')} against it, in "
        more = element("p", told, _event_of(claim, links), class_="dl-meta")
    disputed = ", ".join(each.kind.lower() for each in kinds if each.is_disputed)
    title = f"In dispute: {disputed}" if disputed else "In dispute"
    team = _assessment(claim.note, [value for each in kinds for value in each.assessed], links)
    return element("section", element("h4", title), _columns([left], [*right, more]), team, class_="dl-dispute")


def _columns(left: Sequence[Markup], right: Sequence[Markup | None]) -> Markup:
    """Side by side; of two alone, line by line."""
    sides = [each for each in right if each is not None]
    pair = "dl-sides dl-pair" if len(left) == len(sides) == 1 else "dl-sides"
    return element("div", element("div", *left), element("div", *sides), class_=pair)


def in_doubt(claim: CardClaim, home: str, links: CardLinks) -> Markup:
    """A claim on the left; on the right why the team does not believe it.

    No source is needed to say so, and none is made up: it is the team's own inference, and marked so.
    """
    left = _side(claim, NOTHING, home, links, note_below=True)
    grade = element("p", "Graded ", credibility(claim.credibility), class_="dl-meta")
    reason = element("div", element("p", words(claim.note)), grade)
    own = element("article", evidence_mark("inferred"), reason, class_="dl-claim")
    who = element("p", element("b", "The team"), class_="dl-who")
    right = element("div", who, _EMPTY, _EMPTY, own, class_="dl-one-side")
    return element("section", element("h4", "In doubt"), _columns([left], [right]), class_="dl-dispute")


def _side(claim: CardClaim, values: Markup, home: str, links: CardLinks, *, note_below: bool = False) -> Markup:
    """Four lines, so that they meet those of the other side: who, in which other event, the values, the claim."""
    who = element("p", element("b", _who(claim)), class_="dl-who")
    where = element("p", "In ", _event_of(claim, links), class_="dl-meta") if claim.event != home else _EMPTY
    article = claim_article(claim, links, note_below=note_below)
    return element("div", who, where, values if values.html else _EMPTY, article, class_="dl-one-side")


def _values(claim: CardClaim, against: Sequence[CardClaim], kinds: Sequence[DisputedKind], links: CardLinks) -> Markup:
    """What the claim says of each kind in dispute, with those words marked that the other side has otherwise."""
    values = [_value(kind, claim, against, links) for kind in kinds]
    return element("dl", *values, class_="dl-values") if values else NOTHING


def _value(kind: DisputedKind, claim: CardClaim, against: Sequence[CardClaim], links: CardLinks) -> Markup:
    cell = kind.values.get(claim.at)
    other = next((kind.values[each.at].text for each in against if each.at in kind.values), "")
    if cell is None:
        value = join(evidence_mark("unknown"), element("span", "not given", class_="dl-muted"))
    else:
        value = join(links.mark(cell.mark), element("div", differing(cell.text, other)))
    return element("div", element("dt", kind.kind), element("dd", value))


def _value_held(value: EventValue, links: CardLinks) -> Markup:
    basis = element("p", basis_words(value.basis, links), class_="dl-meta")
    told = element("div", element("p", words(value.text.replace("\n", ", "))), basis)
    return join(links.mark(value.mark), told)


def _assessment(note: str, values: Sequence[EventValue], links: CardLinks) -> Markup:
    """The team's assessment with its basis and reason, or a sentence that says there is none."""
    lines = [_value_held(value, links) for value in values]
    if note:
        lines.append(join(evidence_mark("inferred"), element("div", element("p", words(note)))))
    if not lines:
        nothing = element("p", "Nothing yet: the disputed claim has no note, and the team has assessed no value.")
        lines.append(join(evidence_mark("unknown"), element("div", nothing)))
    told = join_all(element("div", line, class_="dl-held-line") for line in lines)
    return element("div", element("p", element("b", "The team’s assessment")), told, class_="dl-held")


def _who(claim: CardClaim) -> Markup:
    """The names behind a claim: the speakers, as reported if not in the registry; else the sources; else the team."""
    if claim.speakers:
        return said_by(claim.speakers)
    names = [words(each.name) for each in claim.every_source]
    return join(*names, by="; ") if names else join("The team")


def _event_of(claim: CardClaim, links: CardLinks) -> Markup:
    return links.event(claim.event, words(claim.event_title))
