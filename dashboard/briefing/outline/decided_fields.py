"""What checks and other records decide of an event: fields that no record has, but on which sentences rest."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.checks.validation import Validation
from dashboard.evidence.verdicts import Evidence, Verdict
from dashboard.model.amount import Amount
from dashboard.model.event import Event
from dashboard.model.time_and_place import When, Where
from dashboard.query.changes import Json, part_at
from dashboard.query.disagreements import differ, opponents_of
from dashboard.query.reading import Support, support_of_assessed
from dashboard.query.reliance import Reliance, Reliances, reliances_of
from dashboard.store.workspace import Workspace

OBJECTION: Final = "objection"
"""Behind a value of the team's: whether a check objects to it."""
OPPONENTS: Final = "opponents"
"""Behind a claim: the claims that report a value with which its own cannot be true."""
RELIANCE: Final = "reliance"
"""Behind a claim: how far one can rely on it, if its quotes are found."""
DIFFERS: Final = "differs"
"""Behind a date, place or amount: whether sources give values of which only one can be true."""
_WORDS: Final[Mapping[str, str]] = {
    OBJECTION: "whether a check objects",
    OPPONENTS: "which claims report another value",
    RELIANCE: "how far one can rely on it",
    DIFFERS: "whether sources differ",
}
_STEPS: Final = {"when": 2, "where": 2, "claims": 3, "amounts": 3, "toward": 4, "who": 4}
"""Steps of a path to such a field: ids may be the same words as these fields have."""


def decided_field(path: str) -> str | None:
    """The field that a dotted path ends with, if checks and other records decide it; None of a field of a record."""
    steps = path.split(".")
    return steps[-1] if steps[-1] in _WORDS and len(steps) == _STEPS.get(steps[0]) else None


def decided_field_words(field: str) -> str:
    """`whether sources differ`."""
    return _WORDS[field]


@dataclass(frozen=True, slots=True)
class Decisions:
    """What is decided in a workspace. Nothing is known of checks where it has not been checked."""

    workspace: Workspace
    evidence: Evidence | None = None
    reliances: Reliances | None = None

    def value(self, event: Event, path: str) -> Json:
        """The value of a decided field, `claims.closed.reliance`; None where there is nothing to say."""
        above, _, field = path.rpartition(".")
        first, _, name = above.partition(".")
        match field:
            case "reliance":
                return self._reliance(event, name)
            case "opponents":
                return self._opponents(event, name)
            case "differs":
                part = part_at(event, (first, name))
                return (isinstance(part, When | Where | Amount) and differ(part, self.workspace.places)) or None
            case _:
                return self._is_questioned(event, first, name) or None

    def _reliance(self, event: Event, key: str) -> Json:
        """None of other verdicts, which are told apart, and of a quote that is found, no more."""
        if self.reliances is None or self.reliances.evidence.of(event.id, key).verdict is not Verdict.FOUND:
            return None
        found = self.reliances.of_claims(event, [key])
        return None if found is Reliance.FOUND else found.value

    def _opponents(self, event: Event, key: str) -> Json:
        if key not in event.claims:
            return None
        return sorted(set(opponents_of(event, key, self.workspace.places)) - set(event.claims[key].disputed_by))

    def _is_questioned(self, event: Event, first: str, name: str) -> bool:
        part = part_at(event, (first, name))
        if part is None or self.evidence is None:
            return False
        return support_of_assessed(event, part, self.evidence) is Support.QUESTIONED


def decisions_of(validation: Validation) -> Decisions:
    """What is decided in a workspace that was checked."""
    return Decisions(validation.workspace, validation.evidence, reliances_of(validation))
