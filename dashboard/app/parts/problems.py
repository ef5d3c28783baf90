"""Problems where a record is shown, each in one line that leads to the page Data; and code in sentences."""

import re
from collections.abc import Iterable
from typing import Final

from dashboard.app.parts.icons import problem_mark
from dashboard.app.parts.links import page_link
from dashboard.model.problem import Problem, Severity
from dashboard.text.markup import NOTHING, Markup, element, every, joined, words

_DIFFERENCE: Final = re.compile(r"\[text: (.+?) \| quote: (.+?)\]")
"""As the checks tell it: what the source's text has, and what the quote has instead."""


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


def with_difference(text: str) -> Markup:
    """Of a quote that does not stand: its own words struck out, those of the source's text in their place."""
    if not _DIFFERENCE.search(text):
        return with_code(text)
    same, there, here = (_DIFFERENCE.split(text)[start::3] for start in range(3))
    corrected = [_corrected(right, wrong) for right, wrong in zip(there, here, strict=True)]
    parts = (part for pair in zip(same, [*corrected, NOTHING], strict=True) for part in pair)
    return element("bdi", *parts, dir="auto")


def _corrected(right: str, wrong: str) -> Markup:
    """Either may be missing: a dash stands for it."""
    struck, instead = (NOTHING if each == "–" else element(tag, each) for tag, each in (("del", wrong), ("ins", right)))
    return joined(struck, instead, by=" ")


def _line(problem: Problem) -> Markup:
    where = page_link("data", f"line {problem.line}")
    look = "dl-trouble" if problem.severity is Severity.ERROR else "dl-warned"  # red is for what is wrong
    return element("p", problem_mark(problem.severity), " ", with_code(problem.message), " ", where, class_=look)
