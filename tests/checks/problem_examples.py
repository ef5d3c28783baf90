"""Example lines of problems, from the records that are tests: `python -m tests.checks.problem_examples`."""

import json
import tempfile
from itertools import takewhile
from pathlib import Path
from textwrap import dedent
from typing import Final

from dashboard.checks.validation import validate
from tests.checks.test_cases import INVALID, RECORDS
from tests.copying import copied

FILE: Final = RECORDS.parent.parent / "dashboard" / "checks" / "examples" / "problems.json"
MOST_CHARACTERS: Final = 240
"""The longest line that is an example."""


def with_its_block(lines, first):
    """A line, and the deeper lines below it where it only begins a value."""
    yield from lines[first : first + 1]
    if first < len(lines) and lines[first].rstrip().endswith((">-", ">", "|", ":")):
        depth = len(lines[first]) - len(lines[first].lstrip(" -"))
        yield from takewhile(lambda line: len(line) - len(line.lstrip()) > depth - 1, lines[first + 1 : first + 4])


def example_of(case, found):
    """The line with the problem and its message; nothing where the line says nothing by itself."""
    workspace, file, line = found
    problem = next(each for each in validate(workspace).problems if each.code == case.code)
    lines = (workspace / file).read_bytes().decode("utf-8", errors="replace").splitlines()
    shown = dedent("\n".join(with_its_block(lines, line - 1))).rstrip()
    if not shown or len(shown) > MOST_CHARACTERS or not f"{shown}{problem.message}".replace("\n", "").isprintable():
        return None
    return {"line": shown, "message": problem.message}


def examples():
    """By code, the example of every case that has one."""
    found = {}
    for case in INVALID:
        with tempfile.TemporaryDirectory() as folder:
            workspace = copied(RECORDS / "base", Path(folder) / "workspace")
            at = case.lay_over(workspace)
            if case.code not in found and (example := example_of(case, (workspace, *at))):
                found[case.code] = example
    return dict(sorted(found.items()))


def text():
    """What the file must hold."""
    return json.dumps(examples(), ensure_ascii=False, indent=2) + "\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
