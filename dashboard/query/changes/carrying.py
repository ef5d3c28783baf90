"""How a changed value was carried, and is: by verified quotes, from outside, by a quote that failed; and by which."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.event import Event
from dashboard.query.changes.fields import NAMED_BY
from dashboard.query.grounds import Ground, ground_of_assessed, ground_of_claim, ground_of_claims
from dashboard.query.reading import Carried, carried_by_basis, carried_by_claims

_OF_VERDICT = {
    Verdict.VERIFIED: Carried.QUOTED,
    Verdict.FAILED: Carried.FAILED,
    Verdict.NOT_CHECKABLE: Carried.NOT_CHECKABLE,
}


@dataclass(frozen=True, slots=True)
class Carrying:
    """What carries a value in one of the two states."""

    carried: Carried
    ground: Ground | None = None
    """The words, or the source; None where the team inferred it."""


def carrying_of(event: Event, path: tuple[str, ...], evidence: Evidence) -> Carrying | None:
    """Of the value at a changed field's `path`; None where it is the team's own word, as a title, or not there."""
    first, *rest = path
    if first == "claims":
        return _of_claim(event, rest[0], evidence)
    part = _part(event, first, rest[0] if rest else "")
    if part is None:
        return None
    assessed = getattr(part, "assessed", None)
    if "assessed" in rest or (assessed is not None and getattr(part, "reported", None) is None):
        if assessed is None:
            return None
        return Carrying(
            carried_by_basis(event, assessed, evidence),
            ground_of_assessed(event, assessed, evidence),
        )
    claims = getattr(part, "claims", ())
    if not claims:
        return None
    return Carrying(carried_by_claims(event, claims, evidence), ground_of_claims(event, claims, evidence))


def carrying_of_verdict(event: Event, key: str, evidence: Evidence) -> Carrying:
    """Of a claim: the words, or the source, that its verdict follows from."""
    return Carrying(_OF_VERDICT[evidence.of(event.id, key).verdict], ground_of_claim(event, key, evidence))


def _of_claim(event: Event, key: str, evidence: Evidence) -> Carrying | None:
    claim = event.claims.get(key)
    if claim is None:
        return None
    return Carrying(Carried.INFERRED) if claim.basis else carrying_of_verdict(event, key, evidence)


def _part(event: Event, field: str, name: str) -> Any:
    """What holds the value: the date, the place, the commitment, one amount, one who took part."""
    if field in ("when", "where", "commitment"):
        return getattr(event, field)
    if field == "amounts":
        return event.amounts.get(name)
    return _named(getattr(event, field), NAMED_BY[field], name) if field in NAMED_BY else None


def _named(parts: Iterable[Any], fields: tuple[str, ...], name: str) -> Any:
    """By the words that name it in `field_changes`; of two of one name, the first."""
    wanted = name.partition("#")[0]
    for part in parts:
        written = part.model_dump(mode="json", by_alias=True)
        if ".".join(str(written[field]) for field in fields) == wanted:
            return part
    return None
