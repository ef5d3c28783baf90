"""Something wrong in a record, and the catalogue of everything that can be."""

from dataclasses import dataclass
from enum import StrEnum

from dashboard.model.pickled_values import PickledByValues


class Severity(StrEnum):
    """How much a problem weighs: an error fails validation, a warning fails it only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem(PickledByValues):
    """One thing wrong at one place of one file. Collected and shown, never raised."""

    file: str
    """Relative to the workspace, with forward slashes."""
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
    severity: Severity
    code: str
    message: str
    hint: str
    more: int = 0
    """How many others of the file it stands for, that are not told."""
    path: tuple[str | int, ...] = ()
    """Where in the file's record it is: keys, and places in lists from 0; empty where it is about the whole file."""

    @property
    def sort_key(self) -> tuple[str, int, int, str, str]:
        """The sort key: file, then place in it."""
        return (self.file, self.line, self.column, self.code, self.message)

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}: {self.severity} {self.code}: {self.message}"


@dataclass(frozen=True, slots=True)
class ProblemKind:
    """What a code stands for: the entry in the catalogue of problems."""

    code: str
    title: str
    explanation: str
    fix: str
    severity: Severity = Severity.ERROR

    def at(
        self, file: str, position: tuple[int, int], message: str, hint: str = "", path: tuple[str | int, ...] = ()
    ) -> Problem:
        """The problem of this kind at `position` (line, column); without a hint, the kind's general fix."""
        line, column = position
        return Problem(file, line, column, self.severity, self.code, message, hint or self.fix, path=path)


MOST_OF_A_FILE = 100
"""Problems that are told one by one; of the others a file has their number."""

KINDS: dict[str, ProblemKind] = {}
"""Every kind that the imported floors declare, by code."""


def kind(code: str, title: str, explanation: str, fix: str, severity: Severity | str = Severity.ERROR) -> ProblemKind:
    """Declare a kind of problem, once, beside the rule that finds it."""
    if code in KINDS:
        raise ValueError(f"the problem code {code} is declared twice; give one of the two rules another code")
    KINDS[code] = ProblemKind(code, title, explanation, fix, Severity(severity))
    return KINDS[code]
