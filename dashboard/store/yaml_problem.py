"""What is wrong in a YAML file, before anybody knows which record it holds."""

from dataclasses import dataclass

from dashboard.model.problem import Problem, ProblemKind, Severity

Position = tuple[int, int]
"""Line and column, both from 1; columns count code points."""


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
