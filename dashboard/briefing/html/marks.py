"""What was found of a sentence's claims, as the dashboard's marks: a shape for each word, and its colour beside it."""

from collections import Counter
from collections.abc import Iterable

from dashboard.briefing.figures import SHAPED
from dashboard.briefing.outline import VERDICTS
from dashboard.text.markup import Markup, element, join_all
from dashboard.views.drawing import EVIDENCE_MARKS, EvidenceMark


def verdict_marks(verdicts: Iterable[str]) -> Markup:
    """A mark for each word that occurs; where there are several, each with how often."""
    counts = Counter(verdicts)
    found = [word for word in VERDICTS if counts[word]]
    several = len(found) > 1
    return join_all(
        (element("span", mark(word), f"{counts[word]:,}" if several else None, class_="found") for word in found), " "
    )


def mark(word: str) -> Markup:
    """The mark of a verdict; the word is its name."""
    shape = EVIDENCE_MARKS[SHAPED.get(word, word)]
    title = element("title", word)
    return element("svg", title, *_paths(shape), class_="mark", viewBox="0 0 14 14", role="img", aria_label=word)


def _paths(shape: EvidenceMark) -> list[Markup]:
    color = f"var(--{shape.token})"
    if shape.stroke:
        dashes = shape.dashes or None
        return [
            element(
                "path",
                d=shape.path,
                fill="none",
                stroke=color,
                stroke_width=str(shape.stroke),
                stroke_dasharray=dashes,
            )
        ]
    inner = element("path", d=shape.inner, fill="none", stroke="var(--bg)", stroke_width="1.7") if shape.inner else None
    return [element("path", d=shape.path, fill=color), *([inner] if inner else [])]
