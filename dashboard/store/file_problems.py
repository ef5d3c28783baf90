"""Problems of one file: those of YAML before anybody knows which record it holds, and how many are told one by one."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

from dashboard.model.problem import MOST_OF_A_FILE, Problem, ProblemKind, Severity, kind

Position = tuple[int, int]
"""Line and column, both from 1; columns count code points."""
MORE_PROBLEMS = kind(
    "more-problems",
    "More problems than are listed",
    f"For each file, {MOST_OF_A_FILE} problems are listed, errors first. This entry gives the number of the others. "
    "They often have one cause.",
    "fix those that are listed, and validate again",
)
_MORE = "and {:,} more problem{} in this file"


@dataclass(frozen=True, slots=True)
class YamlProblem:
    """One thing wrong at one place of a text. The file's name is the loader's to add."""

    code: str
    message: str
    line: int
    """From 1."""
    column: int
    """From 1, in code points."""
    hint: str
    severity: Severity

    @classmethod
    def of(cls, kind: ProblemKind, position: Position, message: str, hint: str = "") -> "YamlProblem":
        """The problem of this kind at `position`; without a hint, the kind's general fix."""
        line, column = position
        return cls(kind.code, message, line, column, hint or kind.fix, kind.severity)

    @property
    def sort_key(self) -> tuple[int, int, str]:
        """The sort key: place in the text."""
        return (self.line, self.column, self.code)

    def in_file(self, file: str) -> Problem:
        """This problem, in a file named relative to the workspace."""
        return Problem(file, self.line, self.column, self.severity, self.code, self.message, self.hint)


def excerpt(text: str, length: int = 40) -> str:
    """The beginning of `text`, short enough to stand in a message."""
    return text if len(text) <= length else text[: length - 3] + "..."


def more_problems(last: Problem, number: int, severity: Severity = Severity.ERROR) -> Problem:
    """The problem that stands for `number` more, at the place of the `last` that is told."""
    told = MORE_PROBLEMS.at(last.file, (last.line, last.column), _MORE.format(number, "" if number == 1 else "s"))
    return replace(told, severity=severity, more=number)


def limit_problems(problems: Iterable[Problem]) -> list[Problem]:
    """Problems in the order of files and places: of each file as many as are told, and one for those left out."""
    told: list[Problem] = []
    for _, found in groupby(sorted(problems, key=lambda each: each.sort_key), key=lambda each: each.file):
        of_file = list(found)
        told += of_file if sum(each.more == 0 for each in of_file) <= MOST_OF_A_FILE else _first(of_file)
    return told


def _first(of_file: list[Problem]) -> list[Problem]:
    ordered = sorted(of_file, key=lambda each: (each.more > 0, each.severity is not Severity.ERROR))
    shown, left = ordered[:MOST_OF_A_FILE], ordered[MOST_OF_A_FILE:]
    shown.sort(key=lambda each: each.sort_key)
    severity = next((each.severity for each in left if each.severity is Severity.ERROR), Severity.WARNING)
    return [*shown, more_problems(shown[-1], sum(each.more or 1 for each in left), severity)]
