"""Problems where a record is shown, each in one line that leads to the page Data; and code in sentences."""

import re
from collections.abc import Iterable
from typing import Final

from dashboard.app.parts.links import page_link
from dashboard.model.problem import Problem, Severity
from dashboard.text.markup import NOTHING, Markup, element, join, join_all, with_code
from dashboard.views.card import problem_mark

_DIFFERENCE: Final = re.compile(r"\[text: (.+?) \| quote: (.+?)\]")
"""As the checks tell it: what the source's text has, and what the quote has instead."""


def problem_lines(problems: Iterable[Problem]) -> Markup:
    """The problems, each on a line with its mark."""
    return join_all(_line(each) for each in problems)


def with_difference(text: str) -> Markup:
    """A message about a quote that is not found: the quote's own words struck out, the source's words beside them."""
    if not _DIFFERENCE.search(text):
        return with_code(text)
    same, there, here = (_DIFFERENCE.split(text)[start::3] for start in range(3))
    corrected = [_correction(right, wrong) for right, wrong in zip(there, here, strict=True)]
    parts = (part for pair in zip(same, [*corrected, NOTHING], strict=True) for part in pair)
    return element("bdi", *parts, dir="auto")


def _correction(right: str, wrong: str) -> Markup:
    """The wrong words struck out and the right ones after them; a dash stands for either if it is missing."""
    struck, instead = (NOTHING if each == "–" else element(tag, each) for tag, each in (("del", wrong), ("ins", right)))
    return join(struck, instead, by=" ")


def _line(problem: Problem) -> Markup:
    where = page_link("data", f"line {problem.line}")
    look = "dl-trouble" if problem.severity is Severity.ERROR else "dl-warned"  # red is for what is wrong
    return element("p", problem_mark(problem.severity), " ", with_code(problem.message), " ", where, class_=look)
