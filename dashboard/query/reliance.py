"""How far a claim whose quote is found can be relied on: the ink and the bar of its mark, beside its shape."""

from collections.abc import Iterable
from enum import StrEnum
from functools import cached_property

from dashboard.checks.validation import Validation
from dashboard.evidence.corroboration import Corroboration
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.query.disagreements import DOUBTED, disputed_claims
from dashboard.query.origins import Corroborations
from dashboard.query.reading import Mode
from dashboard.store.workspace import Workspace

Reference = tuple[str, str]
"""Id of an event and key of a claim of it."""


class Reliance(StrEnum):
    """What is said of claims whose quotes are found."""

    RELIED_ON = "found, relied on"
    """At least two independent sources carry it, nobody disputes it, and the team does not doubt it."""
    FOUND = "quote found"
    IN_DOUBT = "found, in doubt"
    """Another claim disputes it, or the team grades it doubtful or improbable."""


def reliances_of(validation: Validation, mode: Mode) -> "Reliances":
    """The reliance of every claim of a workspace that was checked."""
    corroborations = Corroborations(validation.corpus.sources_as_counted, mode)
    return Reliances(validation.workspace, validation.evidence, corroborations)


class Reliances:
    """The reliance of every claim of a workspace, in the mode of `corroborations`."""

    def __init__(self, workspace: Workspace, evidence: Evidence, corroborations: Corroborations) -> None:
        self._workspace = workspace
        self.evidence = evidence
        self._corroborations = corroborations

    @cached_property
    def disputes(self) -> frozenset[Reference]:
        """Claims that stand on either side of a dispute."""
        return disputed_claims(self._workspace)

    def of(self, references: Iterable[Reference]) -> Reliance:
        """The reliance of what these claims carry together, of those among them whose quotes are found.

        A claim in doubt carries nothing as long as another does.
        """
        found = [each for each in references if self.evidence.of(*each).verdict is Verdict.FOUND]
        sure = [each for each in found if not self._is_doubted(each)]
        if found and not sure:
            return Reliance.IN_DOUBT
        claims = [self._workspace.events[event].claims[key] for event, key in sure]
        several = self._corroborations.of_all(claims) is Corroboration.SEVERAL
        return Reliance.RELIED_ON if several else Reliance.FOUND

    def _is_doubted(self, reference: Reference) -> bool:
        event, key = reference
        return self._workspace.events[event].claims[key].credibility in DOUBTED or reference in self.disputes
