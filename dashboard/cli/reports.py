"""Reports of validation: for people, for programs, for GitHub's annotations."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

from dashboard.cli.terminal import printable
from dashboard.model.problem import Problem, Severity
from dashboard.query.wording import count_words


@dataclass(frozen=True, slots=True)
class Report:
    """The problems that are shown, sorted, and what was looked at."""

    root: Path
    problems: tuple[Problem, ...]
    files: int
    events: int
    skipped: int = 0
    """The number of files that cannot be used: not YAML, no record of the model, or with a wrong name or place."""

    @property
    def errors(self) -> int:
        """Number of problems that fail validation."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    @property
    def warnings(self) -> int:
        """Number of problems that fail it only under `--strict`."""
        return len(self.problems) - self.errors

    def fails(self, *, strict: bool) -> bool:
        """Whether validation fails."""
        return bool(self.problems if strict else self.errors)


def as_text(report: Report) -> str:
    """A line for each problem that editors can jump to, its hint below it, and a summary."""
    lines = [line for problem in report.problems for line in problem_lines(problem)]
    return "\n".join([*lines, summary(report)])


def problem_lines(problem: Problem) -> list[str]:
    """A line that editors can jump to, and its hint below it."""
    return [printable(str(problem)), *(f"  {printable(line)}" for line in problem.hint.splitlines())]


def summary(report: Report) -> str:
    """One sentence: what was looked at, and what was found."""
    skipped = f" ({report.skipped:,} skipped)" if report.skipped else ""
    looked_at = f"{count_words(report.events, 'event')} in {count_words(report.files, 'file')}{skipped}"
    if not report.problems:
        return f"{looked_at}: no problems"
    return f"{looked_at}: {count_words(report.errors, 'error')}, {count_words(report.warnings, 'warning')}"


def as_json(report: Report) -> str:
    """The problems, as they are, and the counts. ASCII alone, so that no terminal's encoding matters."""
    counts = {name: getattr(report, name) for name in ("files", "events", "skipped", "errors", "warnings")}
    return json.dumps({"problems": [asdict(problem) for problem in report.problems], "counts": counts}, indent=2)


def as_github(report: Report) -> str:
    """GitHub's workflow commands: each problem stands at its line of the change. Then the summary."""
    return "\n".join([*(_annotation(report.root, problem) for problem in report.problems), summary(report)])


def _annotation(root: Path, problem: Problem) -> str:
    where = {
        "file": _name_in_checkout(root, problem.file),
        "line": str(problem.line),
        "col": str(problem.column),
        "title": problem.code,
    }
    properties = ",".join(f"{name}={_escaped_property(value)}" for name, value in where.items())
    text = "\n".join(part for part in (problem.message, problem.hint) if part)
    return f"::{problem.severity} {properties}::{_escaped_data(text)}"


def _name_in_checkout(root: Path, file: str) -> str:
    """GitHub names files from the top of the checkout, which may be above the workspace."""
    checkout = os.environ.get("GITHUB_WORKSPACE")
    if checkout and root.is_relative_to(Path(checkout).resolve()):
        return (root.relative_to(Path(checkout).resolve()) / file).as_posix()
    return file


def _escaped_data(text: str) -> str:
    lines = (printable(line) for line in text.splitlines())
    return "%0A".join(line.replace("%", "%25") for line in lines)


def _escaped_property(text: str) -> str:
    return printable(text).replace("%", "%25").replace(":", "%3A").replace(",", "%2C")
