"""How a changed value was carried, and is: by quotes, found or not, or from outside; and by which."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import Any

from dashboard.evidence.verdicts import Evidence
from dashboard.model.event import Event
from dashboard.query.changes.fields import ALSO, NAMED_BY, name_of_value
from dashboard.query.citations import Citation, citation_of_assessed, citation_of_claim, citation_of_claims
from dashboard.query.reading import SUPPORT_OF_VERDICT, Support, support_of_assessed, support_of_reported


@dataclass(frozen=True, slots=True)
class ValueSupport:
    """What carries a value in one of the two states."""

    carried: Support
    ground: Citation | None = None
    """The words, or the source; None where the team inferred it."""


def support_of_field(event: Event, path: tuple[str, ...], evidence: Evidence) -> ValueSupport | None:
    """The support of the value at a changed field's `path`; None if the value is the team's own or absent."""
    first, *rest = path or ("",)
    if first == "claims":
        return _of_claim(event, rest[0], evidence)
    part = part_at(event, path)
    if part is None:
        return None
    assessed = getattr(part, "assessed", None)
    is_of_words = rest[-1:] == ["as_reported"]
    if "assessed" in rest or (assessed is not None and getattr(part, "reported", None) is None and not is_of_words):
        if assessed is None:
            return None
        return ValueSupport(
            support_of_assessed(event, part, evidence),
            citation_of_assessed(event, assessed, evidence),
        )
    claims = getattr(part, "claims", ())
    if not claims:
        return None
    return ValueSupport(support_of_reported(event, part, evidence), citation_of_claims(event, claims, evidence))


def support_of_verdict(event: Event, key: str, evidence: Evidence) -> ValueSupport:
    """The support of a claim: the quote, or the source, that its verdict follows from."""
    return ValueSupport(SUPPORT_OF_VERDICT[evidence.of(event.id, key).verdict], citation_of_claim(event, key, evidence))


def _of_claim(event: Event, key: str, evidence: Evidence) -> ValueSupport | None:
    claim = event.claims.get(key)
    if claim is None:
        return None
    return ValueSupport(Support.INFERRED) if claim.basis else support_of_verdict(event, key, evidence)


def part_at(event: Event, path: tuple[str, ...]) -> Any:
    """What holds the value at a path: the date, the place, the commitment, one amount, one who took part; or None."""
    if ALSO in path[1:-1]:
        step = path.index(ALSO)
        others = getattr(part_at(event, path[:step]), ALSO, ())
        return next((other for other in others if name_of_value(other) == path[step + 1]), None)
    field, name = path[0], path[1] if len(path) > 1 else ""
    if field in ("when", "where", "commitment"):
        return getattr(event, field)
    if field == "amounts":
        return event.amounts.get(name)
    return _find_part(getattr(event, field), NAMED_BY[field], name) if field in NAMED_BY else None


def _find_part(parts: Iterable[Any], fields: tuple[str, ...], name: str) -> Any:
    """The part that has this name in `field_changes`: `nato.initiator`, and the second of them `nato.initiator#2`."""
    wanted, _, number = name.partition("#")
    named = []
    for part in parts:
        written = part.model_dump(mode="json", by_alias=True)
        if ".".join(str(written[field]) for field in fields) == wanted:
            named.append(part)
    return next(islice(named, int(number or 1) - 1, None), None)
