"""Problems where a record is shown, each in one line that leads to the page Data; and code in sentences."""

from collections.abc import Iterable

from dashboard.app.parts.links import page_link
from dashboard.app.parts.markup import Markup, element, every, words
from dashboard.app.parts.signs import problem_mark
from dashboard.model.problem import Problem


def problem_lines(problems: Iterable[Problem]) -> Markup:
    """Each with its mark and its line."""
    return every(_line(each) for each in problems)


def with_code(text: str) -> Markup:
    """What stands between backticks, as code; a backtick that has no other stays as it is."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return words(text)
    coded = (element("code", words(part)) if at % 2 else part for at, part in enumerate(parts))
    return element("bdi", *coded, dir="auto")


def _line(problem: Problem) -> Markup:
    where = page_link("data", f"line {problem.line}")
    return element(
        "p", problem_mark(problem.severity), " ", with_code(problem.message), " ", where, class_="dl-trouble"
    )
