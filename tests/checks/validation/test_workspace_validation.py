"""A workspace is validated as a whole."""

import pytest

from dashboard.checks.corpus import Corpus
from dashboard.checks.validation import validate
from dashboard.checks.validation.workspace_validation import Counts, check
from dashboard.errors import NotAWorkspace
from dashboard.evidence.verdicts import Verdict, evidence_of
from dashboard.store.loading import load


def test_counts_say_what_was_looked_at(base_workspace):
    """Files, events, errors and warnings are counted; a file that is set aside is a file and no event."""
    assert validate(base_workspace).counts == Counts(files=6, events=1, errors=0, warnings=0)
    claims = "claims: {sailed: {text: A ship sailed., sources: [gazette]}}\n"
    for name, text in {
        "broken": "title: [",
        "odd": "weight: mayor\ntitle: A\n",
        "aid": "what: {type: aid}\ntitle: A\n",
    }.items():
        (base_workspace / f"events/base/{name}.yaml").write_text(text + claims, encoding="utf-8")
    assert validate(base_workspace).counts == Counts(files=9, events=2, errors=2, warnings=1)


def test_problems_are_in_the_order_of_files_and_lines(found):
    """Those of reading and those of rules stand together, file by file, line by line."""
    problems = found("threads: [gone, lost]\ntags: [a, a]\n", {"events/case/another.yaml": "title: ["})
    assert [(problem.file[12:], problem.line) for problem in problems] == [
        ("another.yaml", 1),
        ("case.yaml", 2),
        ("case.yaml", 2),
        ("case.yaml", 3),
    ]


def test_a_folder_that_is_no_workspace_is_refused(tmp_path):
    """Without seeds and events there is nothing to validate."""
    with pytest.raises(NotAWorkspace):
        validate(tmp_path)


def test_an_empty_workspace_has_no_problem(empty_workspace):
    """A team that has not begun has done nothing wrong."""
    validation = validate(empty_workspace)
    assert (validation.problems, validation.counts) == ((), Counts(0, 0, 0, 0))


def test_rules_need_no_files(base_workspace):
    """What was loaded is checked as it is, whatever has become of the files since."""
    workspace = load(base_workspace)
    (base_workspace / "events/base/harbour-opened.yaml").unlink()
    assert check(Corpus(workspace, evidence_of(workspace.events, workspace.texts))) == []


def test_a_problem_does_not_take_its_event_away(base_workspace, found):
    """An event that breaks a rule is still there, with the verdict of its claims."""
    (problem,) = found("threads: [gone]\n")
    validation = validate(base_workspace)
    assert problem in validation.problems
    assert validation.evidence.of("case", "opened").verdict is Verdict.FOUND
