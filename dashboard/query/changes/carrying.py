"""How a changed value was carried, and is: by verified quotes, from outside, by a quote that failed."""

from collections.abc import Iterable
from typing import Any

from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.event import Event
from dashboard.query.changes.fields import NAMED_BY
from dashboard.query.reading import Carried, carried_by_basis, carried_by_claims

_OF_VERDICT = {
    Verdict.VERIFIED: Carried.QUOTED,
    Verdict.FAILED: Carried.FAILED,
    Verdict.NOT_CHECKABLE: Carried.NOT_CHECKABLE,
}


def carried_of(event: Event, path: tuple[str, ...], evidence: Evidence) -> Carried | None:
    """Of the value at a changed field's `path`; None where it is the team's own word, as a title, or not there."""
    first, *rest = path
    if first == "claims":
        return _of_claim(event, rest[0], evidence)
    part = _part(event, first, rest[0] if rest else "")
    if part is None:
        return None
    assessed = getattr(part, "assessed", None)
    if "assessed" in rest or (assessed is not None and getattr(part, "reported", None) is None):
        return carried_by_basis(event, assessed, evidence) if assessed is not None else None
    claims = getattr(part, "claims", ())
    return carried_by_claims(event, claims, evidence) if claims else None


def carried_by_verdict(verdict: Verdict) -> Carried:
    """The mark of a verdict."""
    return _OF_VERDICT[verdict]


def _of_claim(event: Event, key: str, evidence: Evidence) -> Carried | None:
    claim = event.claims.get(key)
    if claim is None:
        return None
    return Carried.INFERRED if claim.basis else _OF_VERDICT[evidence.of(event.id, key).verdict]


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
