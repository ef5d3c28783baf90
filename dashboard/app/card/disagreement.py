"""Claims against one another, in columns: who says what, where they differ, and what the team holds."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.app.card.claim_article import claim_article, credibility
from dashboard.app.card.comparison import differing
from dashboard.app.card.value_words import basis_words
from dashboard.app.parts import event_link, evidence_mark, source_name, value_mark
from dashboard.app.shell import PageContext
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.assessed import Assessed
from dashboard.model.claim import Claim
from dashboard.query.disagreements import ClaimOfEvent, Disagreement
from dashboard.query.event_values import EventValue, disputable_rows
from dashboard.query.wording import count_words
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, words

Values = Mapping[str, EventValue]
"""Kind of value to what is said of it."""

Stated = Mapping[tuple[str, str], Values]
"""Claim (`Said.at`) to what it says."""

KINDS: Final = ("When", "Where", "How much")


def stated_by(said: ClaimOfEvent, page: PageContext) -> Values:
    """What the claim says of date, place and amounts.

    The reported value where that names the claim; the assessed one where it names it, or where it rests on sources
    that all carry the claim.
    """
    found: dict[str, EventValue] = {}
    for kind, part, row in disputable_rows(said.event, page.workspace, page.evidence):
        cell = None
        if said.key in part.claims:
            cell = row.reported
        elif part.assessed is not None and _backs(said.key, said.claim, part.assessed):
            cell = row.assessed
        if cell is not None and cell.text:
            before = found.get(kind)
            found[kind] = replace(before, text=f"{before.text}\n{cell.text}") if before else cell
    return found


def kinds_in_dispute(one: ClaimOfEvent, others: Sequence[ClaimOfEvent], stated: Stated) -> tuple[str, ...]:
    """The kinds of value that `one` and one of `others` both give, and differently."""
    return tuple(
        kind
        for kind in KINDS
        if kind in stated[one.at]
        and any(kind in stated[each.at] and stated[each.at][kind].text != stated[one.at][kind].text for each in others)
    )


def kinds_shown(one: ClaimOfEvent, others: Sequence[ClaimOfEvent], stated: Stated) -> tuple[str, ...]:
    """The kinds in dispute, and "When" if another event's claim gives a date: it says since when they disagree."""
    apart = [each for each in others if each.event.id != one.event.id]
    dated = any("When" in stated[each.at] for each in apart) or bool(apart and "When" in stated[one.at])
    disputed = kinds_in_dispute(one, others, stated)
    return tuple(kind for kind in KINDS if kind in disputed or (kind == "When" and dated))


def assessed_values(found: Disagreement, kinds: Sequence[str], stated: Stated, page: PageContext) -> list[EventValue]:
    """The team's values of these kinds, if a claim of the disputed claim's own event gives one."""
    event = found.claim.event
    told = {kind for each in (found.claim, *found.others) if each.event.id == event.id for kind in stated[each.at]}
    rows = [
        row for kind, _, row in disputable_rows(event, page.workspace, page.evidence) if kind in kinds and kind in told
    ]
    return [row.assessed for row in rows if row.assessed is not None and row.assessed.text]


def _backs(key: str, claim: Claim, assessed: Assessed) -> bool:
    if key in assessed.claims:
        return True
    return assessed.basis == "external" and bool(assessed.sources) and set(assessed.sources) <= sources_of_claim(claim)


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
    stated = {said.at: stated_by(said, page) for said in (claim, *others)}
    disputed, kinds = kinds_in_dispute(claim, others, stated), kinds_shown(claim, others, stated)
    left = _side(claim, _values(claim, others, kinds, stated, page), card, note_below=True)
    right = [_side(each, _values(each, (claim,), kinds, stated, page), card) for each in others]
    more = None
    if found.elsewhere:
        told = f"{count_words(found.elsewhere, 'more claim')} against it, in "
        more = element("p", told, _event_of(claim, page), class_="dl-meta")
    title = f"In dispute: {', '.join(kind.lower() for kind in disputed)}" if disputed else "In dispute"
    team = _assessment(found, assessed_values(found, kinds, stated, page), page)
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
    said: ClaimOfEvent, against: Sequence[ClaimOfEvent], kinds: Sequence[str], stated: Stated, page: PageContext
) -> Markup:
    """What the claim says of each kind in dispute, with those words marked that the other side has otherwise."""
    if not kinds:
        return NOTHING
    others = [stated[each.at] for each in against]
    return element("dl", join_all(_value(kind, stated[said.at], others, page) for kind in kinds), class_="dl-values")


def _value(kind: str, mine: Values, others: Sequence[Values], page: PageContext) -> Markup:
    cell = mine.get(kind)
    other = next((each[kind].text for each in others if kind in each), "")
    if cell is None:
        value = join(evidence_mark("unknown"), element("span", "not given", class_="dl-muted"))
    else:
        value = join(value_mark(cell.support, cell.citation, page), element("div", differing(cell.text, other)))
    return element("div", element("dt", kind), element("dd", value))


def _value_held(value: EventValue, page: PageContext) -> Markup:
    basis = element("p", basis_words(value.basis, page), class_="dl-meta")
    told = element("div", element("p", words(value.text.replace("\n", ", "))), basis)
    return join(value_mark(value.support, value.citation, page), told)


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
