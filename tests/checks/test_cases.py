"""Files that are tests: records that are right, and records with one thing wrong."""

import datetime as dt
import json
import re
import shutil
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml
from pydantic import ValidationError

from dashboard.checks.documentation import explanations  # noqa: F401  declares every kind of problem that there is
from dashboard.checks.drafts.surroundings import workspace_around
from dashboard.checks.guard_registry import GUARDS
from dashboard.checks.guards.run import violations as breaches_of_guards
from dashboard.checks.validation import Validation, validate, validate_workspace
from dashboard.model.event import Event
from dashboard.model.problem import KINDS, Severity
from dashboard.model.record import Record
from dashboard.store.model_errors import model_problems
from dashboard.store.yaml.strict_yaml import read_document
from tests.copying import copied

TESTS = Path(__file__).parent.parent
RECORDS = TESTS / "records"
MARK = re.compile(rb"[ \t]*# <-")

SHOWN_ELSEWHERE = {
    "file-outside": ("a link out of the repository is not kept in it", "store/test_loading.py"),
    "file-unreadable": ("what may not be read cannot be kept either", "store/yaml/test_strict_yaml_files.py"),
    "item-decided-twice": ("the inbox is checked beside the records", "checks/test_inbox.py"),
    "source-text-folded-in-part": ("a text of millions of signs", "checks/test_source_texts.py"),
    "more-problems": ("a file with more than a hundred problems", "checks/test_bounds.py"),
    "text-not-searched": ("a text of more than a million characters", "checks/guards/test_values.py"),
    "value-invalid": ("the last resort: nothing that can be written is known to lead to it", "checks/test_cases.py"),
    "yaml-too-large": ("a file of a megabyte", "store/yaml/test_strict_yaml_files.py"),
    "yaml-too-many-nodes": ("a file of 100,000 values", "store/yaml/test_strict_yaml_hostile.py"),
}
"""Codes without a case here: why, and the tests that show them."""


@dataclass(frozen=True)
class Case:
    """A record, or a folder of files, laid over the base workspace; and where its one problem is."""

    path: Path

    @property
    def code(self):
        return self.path.stem

    def lay_over(self, workspace):
        """Put the case into the workspace; the file and the line in which its problem is expected."""
        if self.path.is_dir():
            ignored = shutil.ignore_patterns("expected.yaml")
            shutil.copytree(self.path, workspace, dirs_exist_ok=True, ignore=ignored)
            expected = yaml.safe_load((self.path / "expected.yaml").read_text(encoding="utf-8"))
            return expected["file"], expected["line"]
        raw = self.path.read_bytes()
        file = f"events/case/{self.path.name}"
        (workspace / "events" / "case").mkdir()
        (workspace / file).write_bytes(MARK.sub(b"", raw))
        lines = [number for number, line in enumerate(raw.splitlines(), 1) if MARK.search(line)]
        assert len(lines) == 1, "one line of the case is marked `# <-`"
        return file, lines[0]


@dataclass(frozen=True)
class Found:
    """Where a case has its problem, and what is found."""

    file: str
    line: int
    validation: Validation

    @property
    def problems(self):
        return self.validation.problems


INVALID = [Case(path) for path in sorted((RECORDS / "invalid").iterdir())]
VALID = sorted((RECORDS / "valid").iterdir())


@pytest.fixture(scope="session")
def found_in(tmp_path_factory):
    """What is found where a case is laid over the base workspace; each is looked through once."""

    def found(case):
        workspace = copied(RECORDS / "base", tmp_path_factory.mktemp("case"))
        file, line = case.lay_over(workspace)
        return Found(file, line, validate(workspace))

    return cache(found)


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.code)
def test_an_invalid_record_is_named_by_its_problem_code(case, found_in):
    """A case in records/invalid/ has one problem: the code that is its name, at the marked line, with what to do."""
    found = found_in(case)
    told = [(each.file, each.line, each.code) for each in found.problems]
    assert told == [(found.file, found.line, case.code)], _told(found.problems)
    (problem,) = found.problems
    assert problem.severity is KINDS[case.code].severity
    assert problem.message
    assert problem.message != KINDS[case.code].title
    assert problem.hint


@pytest.mark.parametrize("case", INVALID, ids=lambda case: case.code)
def test_an_event_has_its_problems_beside_those_alone_that_it_is_tied_to(case, found_in):
    """What is told of an event while it is written, by the part of the workspace around it, is all there is to tell."""
    found = found_in(case).validation
    before = found.workspace
    for id_, event in before.events.items():
        around = validate_workspace(workspace_around(event, before), found.look)
        file = before.files[id_]
        assert _told(p for p in around.problems if p.file == file) == _told(p for p in found.problems if p.file == file)


@pytest.mark.parametrize("path", VALID, ids=lambda path: path.stem)
def test_a_valid_record_has_no_problem(path, base_workspace):
    """A case in records/valid/ has neither an error nor a warning."""
    before = validate(base_workspace).counts.files
    if path.is_dir():
        shutil.copytree(path, base_workspace, dirs_exist_ok=True)
    else:
        (base_workspace / "events" / "case").mkdir()
        shutil.copy(path, base_workspace / "events" / "case")
    validation = validate(base_workspace)
    assert not validation.problems, _told(validation.problems)
    assert validation.counts.files > before or (path / "events" / "registry").is_dir()


def test_the_base_workspace_has_no_problem(base_workspace):
    """What the cases are laid over is right."""
    assert validate(base_workspace).problems == ()


def test_the_seed_workspace_has_no_error(root):
    """The records that Dateline comes with are right."""
    problems = validate(root).problems
    assert not [each for each in problems if each.severity is Severity.ERROR], _told(problems)


def test_every_code_has_a_case():
    """Each problem code is shown by a case here, or by a test that is named with the reason."""
    assert sorted(set(KINDS) - {case.code for case in INVALID}) == sorted(SHOWN_ELSEWHERE)


def test_every_guard_has_a_case_that_it_lets_pass():
    """What is near to a violation and is none stands in records/valid/, by the guard's code."""
    assert sorted(set(GUARDS) - {path.stem for path in VALID}) == []


@pytest.mark.parametrize("case", [case for case in INVALID if case.code in GUARDS], ids=lambda case: case.code)
def test_every_guard_may_be_allowed(case, base_workspace):
    """`allow` with the guard's code, in a claim, relation or place that it is of, leaves no problem: with all words."""
    case.lay_over(base_workspace)
    (breach,) = [each for each in breaches_of_guards(validate(base_workspace).corpus) if each.kind.code == case.code]
    file, _ = validate(base_workspace).corpus.place_of(breach.record, ())
    written = (base_workspace / file).read_text(encoding="utf-8")
    excusing = list(breach.allow_paths)
    assert excusing
    for path in excusing:
        data = part = yaml.safe_load(written)
        for step in path if isinstance(breach.record, Event) else (breach.record.id, *path):
            part = part[step]
        for words, left in ((list(breach.words), []), ([*breach.words[1:], "other words"], [case.code])):
            part["allow"] = {case.code: {"words": words, "reason": "So it is."}}
            (base_workspace / file).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
            problems = [each for each in validate(base_workspace).problems if each.code != "guard-not-needed"]
            assert [each.code for each in problems] == left, _told(problems)


@pytest.mark.parametrize("code", SHOWN_ELSEWHERE)
def test_a_code_without_a_case_is_shown_by_a_test(code):
    """The file that is named for a code without a case speaks of it."""
    _reason, file = SHOWN_ELSEWHERE[code]
    assert code in (TESTS / file).read_text(encoding="utf-8")


def test_a_breach_that_nobody_foresaw_is_still_a_problem():
    """What pydantic refuses for a reason without a code of its own is `value-invalid`, at its line."""

    class Odd(Record):
        seen: dt.date

    document = read_document(b"seen: soon")
    with pytest.raises(ValidationError) as refused:
        Odd.model_validate(document.data)
    (problem,) = model_problems(refused.value, Odd, document, "events/case/odd.yaml")
    assert (problem.line, problem.column, problem.code) == (1, 7, "value-invalid")


def _told(problems):
    return "\n".join(f"{problem}\n    {problem.hint}" for problem in problems)
