"""How far a claim whose quote is found can be relied on: the ink and the bar of its mark, beside its shape."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from dashboard.checks.validation import Validation
from dashboard.checks.values import CheckedValue, values_of
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.event import Event
from dashboard.query.disagreements import DOUBTED, disputed_claims
from dashboard.query.origins import Corroborations, is_several
from dashboard.query.reading import AssessedPart, Part, path_of_part
from dashboard.store.workspace import Workspace

Reference = tuple[str, str]
"""Id of an event and key of a claim of it."""


class Reliance(StrEnum):
    """What is said of claims whose quotes are found."""

    RELIED_ON = "found, relied on"
    """Words of at least two independent sources carry it, nobody disputes it, and the team does not doubt it."""
    FOUND = "quote found"
    IN_DOUBT = "found, in doubt"
    """Another claim disputes it, or the team grades it doubtful or improbable."""


def reliances_of(validation: Validation) -> "Reliances":
    """The reliance of every claim of a workspace that was checked."""
    return Reliances(validation.workspace, validation.evidence, corroborations_of(validation))


def corroborations_of(validation: Validation) -> Corroborations:
    """On how many independent origins the claims of a workspace rest that was checked."""
    return Corroborations(validation.workspace, validation.evidence, validation.corpus.sources_as_counted)


class Reliances:
    """The reliance of claims and values of a workspace. A claim in doubt carries nothing as long as another does."""

    def __init__(self, workspace: Workspace, evidence: Evidence, corroborations: Corroborations) -> None:
        self._workspace = workspace
        self.evidence = evidence
        self._corroborations = corroborations

    @cached_property
    def disputes(self) -> frozenset[Reference]:
        """Claims that stand on either side of a dispute."""
        return disputed_claims(self._workspace)

    def of_claims(self, event: Event, keys: Iterable[str]) -> Reliance:
        """The reliance of what is based on claims of an event: one of them rests on several origins by itself."""
        sure = self._sure_claims(event, keys)
        if sure is None:
            return Reliance.IN_DOUBT
        several = any(is_several(self._corroborations.origins_of(event, key)) for key in sure)
        return Reliance.RELIED_ON if several else Reliance.FOUND

    def of_part(self, event: Event, part: Part, *, assessed: bool) -> Reliance:
        """The reliance of a value that the words give, or that the team holds: of all its claims that give it.

        Of a part with no value of its own, such as a commitment, it is that of its claims.
        """
        given = part.assessed if assessed and isinstance(part, AssessedPart) else None
        keys = part.claims if given is None else given.claims
        sure = self._sure_claims(event, keys)
        if sure is None:
            return Reliance.IN_DOUBT
        origins = {origin for key in sure for origin in self._corroborations.origins_of(event, key)}
        value = _value_of(event, part, assessed=given is not None) if is_several(origins) else None
        if value is None:
            return self.of_claims(event, keys)
        several = is_several(self._corroborations.origins_giving(event, value, sure))
        return Reliance.RELIED_ON if several else Reliance.FOUND

    def _sure_claims(self, event: Event, keys: Iterable[str]) -> list[str] | None:
        """The claims whose quotes are found and that nobody doubts; None where all of these are in doubt."""
        found = [key for key in keys if self.evidence.of(event.id, key).verdict is Verdict.FOUND]
        sure = [key for key in found if not self._is_doubted(event, key)]
        return None if found and not sure else sure

    def _is_doubted(self, event: Event, key: str) -> bool:
        return event.claims[key].credibility in DOUBTED or (event.id, key) in self.disputes


def _value_of(event: Event, part: Part, *, assessed: bool) -> CheckedValue | None:
    """The value of a part of an event, as the checks look at it; None where it has none that they know."""
    path = path_of_part(event, part)
    for value in values_of(event) if path else ():
        rest = value.path[len(path) :]
        if (
            value.path[: len(path)] == path
            and rest[:1] != ("also_reported",)
            and (value.assessed is not None) == assessed
        ):
            return value
    return None
