"""What a briefing says of evidence and grades, in English words. Text in, text out."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from dashboard.evidence.verdicts import Verdict
from dashboard.model.source import Source, shown_date, shown_text
from dashboard.query.reliance import Reliance
from dashboard.views.drawing import EVIDENCE_MARKS, EvidenceMark

GONE: Final = "gone"
"""Stands in the verdict's place where the claim itself is not there any more."""
TEXT_CHANGED: Final = "not checkable, text changed"
"""Stands in the verdict's place where the quotes are in a text that is not the one that was described."""
VERDICTS: Final[Mapping[str, str]] = {
    Reliance.RELIED_ON.value: "two independent sources, undisputed",
    Verdict.FOUND.value: "the words are in the source’s text; that does not make them true",
    Reliance.IN_DOUBT.value: "disputed, or doubted by the team",
    Verdict.QUESTIONED.value: "the words are in the source’s text, but a check objects to what the claim makes of them",
    Verdict.NOT_FOUND.value: "a quote is not in the source’s text, or is there more than once",
    Verdict.NOT_CHECKABLE.value: "its sources’ texts are not held",
    TEXT_CHANGED: "its source’s text was changed, and nobody has accepted the change",
    "inferred": "the team’s own inference",
    GONE: "the claim no longer exists",
}
"""The words of marks, each with what it means: verdicts, and how far one can rely on what is found."""
_MARKS: Final[Mapping[str, str]] = {GONE: "unknown", TEXT_CHANGED: Verdict.NOT_CHECKABLE.value}
"""The marks of words that are not their own."""
_LEFT_TO_RIGHT: Final = "\u200e"
"""Behind Arabic or Hebrew, a day would part from its month."""


def mark_of(verdict: str) -> EvidenceMark:
    """The mark of one of `VERDICTS`: where the claim is gone, that of the unknown."""
    return EVIDENCE_MARKS[_MARKS.get(verdict, verdict)]


def evidence_words(verdicts: Iterable[str]) -> str:
    """`quote found`; where they are not all the same, `quote found 2; not checkable 1`; nothing of nothing."""
    counts = Counter(verdicts)
    if len(counts) < 2:
        return next(iter(counts), "")
    return "; ".join(f"{verdict} {counts[verdict]:,}" for verdict in VERDICTS if counts[verdict])


def source_words(id_: str, source: Source | None) -> str:
    """`metroreport.news, 4 September 2025`: its outlet, else its title, else its id; and its date where it is known."""
    if source is None:
        return f"{id_} (not described)"
    name = shown_text(source.outlet) or shown_text(source.title) or id_
    published = shown_date(source.published)
    return f"{name}, {behind(name, published.words())}" if published else name


def behind(name: str, date: str) -> str:
    """A date as it is written behind a name: in one piece, even if that runs from right to left."""
    turns = any(unicodedata.bidirectional(sign) in ("R", "AL") for sign in name)
    return f"{_LEFT_TO_RIGHT}{date}" if turns else date
