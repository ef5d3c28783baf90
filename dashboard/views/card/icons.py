"""The evidence marks and thread squares as inline SVG, each with its word."""

from functools import cache

from dashboard.text.markup import Markup, element
from dashboard.views.drawing import evidence_mark_named


@cache
def evidence_mark(word: str) -> Markup:
    """The mark whose word it is; the word is its accessible name and its tooltip."""
    mark = evidence_mark_named(word)
    title = element("title", mark.name)
    return element(
        "svg",
        title,
        mark.paths("var(--dl-{})".format),
        class_="dl-mark",
        viewBox="0 0 14 14",
        role="img",
        aria_label=mark.name,
    )


def problem_mark(severity: str) -> Markup:
    """An octagon for an error, a triangle for a warning, each with an exclamation mark."""
    error = severity == "error"
    outline = "M4.4 .8H9.6L13.2 4.4V9.6L9.6 13.2H4.4L.8 9.6V4.4Z" if error else "M7 1.6 13 12.4H1Z"
    shape = _path(outline, fill="bad") if error else _path(outline, stroke="text", width="1.5")
    stroke = "M7 3.6V7.8M7 9.6V10.6" if error else "M7 5.4V8.4M7 9.8V10.7"
    sign = _path(stroke, stroke="bg" if error else "text", width="1.6")
    return element("svg", shape, sign, class_="dl-mark", viewBox="0 0 14 14", role="img", aria_label=severity)


def thread_square(index: int | None) -> Markup:
    """A small square in the thread's colour; its title stands beside it."""
    return element("i", class_="dl-square", style=f"background:{thread_color(index)}", aria_hidden="true")


def thread_color(index: int | None) -> str:
    """The CSS value of a thread's colour, which follows the theme."""
    return "var(--dl-muted)" if index is None else f"var(--dl-thread-{index % 8 + 1})"


def _path(outline: str, *, fill: str = "", stroke: str = "", width: str = "") -> Markup:
    return element(
        "path",
        d=outline,
        fill=f"var(--dl-{fill})" if fill else "none",
        stroke=f"var(--dl-{stroke})" if stroke else None,
        stroke_width=width or None,
    )
