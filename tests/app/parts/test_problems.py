"""Problems of one record, a line each."""

import pytest

from dashboard.app.parts.problems import problem_lines
from dashboard.model.problem import Problem, Severity


@pytest.mark.parametrize(("severity", "look"), [(Severity.ERROR, "dl-trouble"), (Severity.WARNING, "dl-warned")])
def test_red_is_kept_for_errors(severity, look, read):
    """A warning is a triangle in the colour of the text."""
    problem = Problem(
        file="events/a/b.yaml", line=3, column=1, severity=severity, code="some-code", message="So it is.", hint=""
    )
    classes = [value for name, value in read(problem_lines([problem])).attributes if name == "class"]
    assert look in classes
    assert {"dl-trouble", "dl-warned"} & set(classes) == {look}
