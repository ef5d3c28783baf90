"""Problems, and the catalogue of their kinds."""

import pytest

from dashboard.model.problem import KINDS, Severity, kind


@pytest.fixture
def a_kind():
    yield kind("test-kind", "Title", "Explanation.", "fix it", "warning")
    del KINDS["test-kind"]


def test_a_problem_reads_as_one_line(a_kind):
    """`file:line:column: severity code: message`."""
    problem = a_kind.at("events/f/e.yaml", (3, 7), "it is wrong")
    assert str(problem) == "events/f/e.yaml:3:7: warning test-kind: it is wrong"
    assert problem.severity is Severity.WARNING


def test_a_problem_has_its_own_hint_or_its_kinds_mend(a_kind):
    """What to do is never left out."""
    assert a_kind.at("f", (1, 1), "m").hint == "fix it"
    assert a_kind.at("f", (1, 1), "m", "do this").hint == "do this"


def test_problems_sort_by_file_and_place(a_kind):
    """Numbers as numbers."""
    placed = [
        a_kind.at(file, position, "m")
        for file, position in (("b", (1, 1)), ("a", (10, 1)), ("a", (9, 2)), ("a", (9, 1)))
    ]
    assert [(p.file, p.line, p.column) for p in sorted(placed, key=lambda p: p.sort_key)] == [
        ("a", 9, 1),
        ("a", 9, 2),
        ("a", 10, 1),
        ("b", 1, 1),
    ]


def test_a_code_is_declared_once(a_kind):
    """Two rules never share a code."""
    with pytest.raises(ValueError, match="test-kind is declared twice"):
        kind("test-kind", "Title", "Explanation.", "fix it")
