"""So many problems of one file are told one by one, and how many more there are."""

from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby

from dashboard.model.problem import MOST_OF_A_FILE, Problem, Severity, kind

MORE_PROBLEMS = kind(
    "more-problems",
    "More problems than are listed",
    f"For each file, {MOST_OF_A_FILE} problems are listed, errors first. This entry gives the number of the others. "
    "They often have one cause.",
    "fix those that are listed, and validate again",
)
_MORE = "and {:,} more problem{} in this file"


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
