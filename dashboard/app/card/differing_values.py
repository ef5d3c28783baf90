"""The values that claims against one another differ in: what each says, and what the team holds."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from dashboard.app.card.event_values import Cell, disputable
from dashboard.app.shown import Shown
from dashboard.evidence.corroboration import sources_of_claim
from dashboard.model.assessed import Assessed
from dashboard.model.claim import Claim
from dashboard.query.disagreements import Disagreement
from dashboard.query.disputes import Said

Values = Mapping[str, Cell]
"""Kind of value to what is said of it."""

Stated = Mapping[tuple[str, str], Values]
"""Claim (`Said.at`) to what it says."""

KINDS: Final = ("When", "Where", "How much")


def stated_by(said: Said, shown: Shown) -> Values:
    """What the claim says of date, place and amounts.

    The reported value where that names the claim; the assessed one where it names it, or where it rests on sources
    that all carry the claim.
    """
    found: dict[str, Cell] = {}
    for kind, part, row in disputable(said.event, shown):
        cell = None
        if said.key in part.claims:
            cell = row.reported
        elif part.assessed is not None and _backs(said.key, said.claim, part.assessed):
            cell = row.assessed
        if cell is not None and cell.text:
            before = found.get(kind)
            found[kind] = replace(before, text=f"{before.text}\n{cell.text}") if before else cell
    return found


def kinds_in_dispute(one: Said, others: Sequence[Said], stated: Stated) -> tuple[str, ...]:
    """The kinds of value that `one` and one of `others` both give, and differently."""
    return tuple(
        kind
        for kind in KINDS
        if kind in stated[one.at]
        and any(kind in stated[each.at] and stated[each.at][kind].text != stated[one.at][kind].text for each in others)
    )


def kinds_told(one: Said, others: Sequence[Said], stated: Stated) -> tuple[str, ...]:
    """Those in dispute; and the date of what another event is about, which says since when it stands against `one`."""
    apart = [each for each in others if each.event.id != one.event.id]
    dated = any("When" in stated[each.at] for each in apart) or bool(apart and "When" in stated[one.at])
    disputed = kinds_in_dispute(one, others, stated)
    return tuple(kind for kind in KINDS if kind in disputed or (kind == "When" and dated))


def held(found: Disagreement, kinds: Sequence[str], stated: Stated, shown: Shown) -> list[Cell]:
    """What the team holds of these kinds, where a claim of the disputed one's own event says something of them."""
    event = found.claim.event
    told = {kind for each in (found.claim, *found.others) if each.event.id == event.id for kind in stated[each.at]}
    rows = [row for kind, _, row in disputable(event, shown) if kind in kinds and kind in told]
    return [row.assessed for row in rows if row.assessed is not None and row.assessed.text]


def _backs(key: str, claim: Claim, assessed: Assessed) -> bool:
    if key in assessed.claims:
        return True
    return assessed.basis == "external" and bool(assessed.sources) and set(assessed.sources) <= sources_of_claim(claim)
