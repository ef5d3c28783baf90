"""Problems in groups: by file, by code, by severity. Every problem is in exactly one group of each."""

from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from dashboard.model.problem import Problem, Severity
from dashboard.query.fields import csv_file

COLUMNS: Final = ("file", "line", "column", "severity", "code", "message", "hint")
"""The columns of the CSV file. Names and order stay as they are: other programs rely on them."""


class GroupBy(StrEnum):
    """What the problems of one group share."""

    FILE = "file"
    CODE = "code"
    SEVERITY = "severity"


def groups(problems: Iterable[Problem], by: GroupBy) -> Mapping[str, Sequence[Problem]]:
    """What is shared to the problems: errors before warnings, files and codes by name; within, by file and place."""
    found: dict[str, list[Problem]] = {}
    for problem in sorted(problems, key=lambda problem: problem.sort_key):
        found.setdefault(str(getattr(problem, by.value)), []).append(problem)
    order = [str(severity) for severity in Severity] if by is GroupBy.SEVERITY else sorted(found)
    return {key: found[key] for key in order if key in found}


def in_order(problems: Iterable[Problem], by: GroupBy) -> Sequence[Problem]:
    """All of them, group after group."""
    return [problem for group in groups(problems, by).values() for problem in group]


def problems_csv(problems: Iterable[Problem]) -> str:
    """One row a problem under a header line."""
    return csv_file(COLUMNS, ([str(getattr(problem, column)) for column in COLUMNS] for problem in problems))
