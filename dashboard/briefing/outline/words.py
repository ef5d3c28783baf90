"""What a briefing says of evidence, grades and speakers, in English words. Text in, text out."""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from dashboard.evidence.verdicts import Verdict
from dashboard.evidence.words import speaks
from dashboard.model.claim import Claim
from dashboard.model.source import Source, shown_date, shown_text
from dashboard.views.drawing import EVIDENCE_MARKS, EvidenceMark

GONE: Final = "gone"
"""Stands in the verdict's place where the claim itself is not there any more."""
VERDICTS: Final[Mapping[str, str]] = {
    Verdict.FOUND.value: "the words are in the source’s text; that does not make them true",
    Verdict.QUESTIONED.value: "the words are in the source’s text, but a check objects to what the claim makes of them",
    Verdict.NOT_FOUND.value: "a quote is not in the source’s text, or is there more than once",
    Verdict.NOT_CHECKABLE.value: "it is based on sources whose text is not held",
    "inferred": "the team’s own inference",
    GONE: "the claim no longer exists",
}
"""Each with what it means."""
_LEFT_TO_RIGHT: Final = "\u200e"
"""Behind Arabic or Hebrew, a day would part from its month."""
_BEHIND = (" of ", " in ", " for ")
"""Words at which a name may be cut: `U.S. embassy in Quito`."""


def mark_of(verdict: str) -> EvidenceMark:
    """The mark of one of `VERDICTS`: where the claim is gone, that of the unknown."""
    return EVIDENCE_MARKS["unknown" if verdict == GONE else verdict]


def evidence_words(verdicts: Iterable[str]) -> str:
    """`quote found`; where they are not all the same, `quote found 2, not checkable 1`; nothing of nothing."""
    counts = Counter(verdicts)
    if len(counts) < 2:
        return next(iter(counts), "")
    return ", ".join(f"{verdict} {counts[verdict]:,}" for verdict in VERDICTS if counts[verdict])


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


def attribution(claim: Claim, name: str, *, in_full: bool = False) -> str:
    """`Statement by Marco Rubio`; `Statement` where the text has him say it; empty of a fact that nobody says.

    `name` is that of the registry, empty where the speaker is known by the source's words alone. In running text a
    short form of it in the claim will do (`Rubio said`). `in_full`, for the annex, asks for the name itself there.
    """
    reported = claim.by_as_reported or ""
    speaker = name or reported
    forms = _forms(name) if name and not in_full else iter((speaker,))
    what = "Said" if claim.kind == "fact" else claim.kind.capitalize()
    if not speaker or any(speaks(claim.text, form) for form in forms):
        return "" if claim.kind == "fact" else what
    is_repeated = bool(name) and (reported.casefold() == name.casefold() or (not in_full and reported in claim.text))
    words = f"“{reported}”" if reported and not is_repeated else ""
    return f"{what} by {', in the words '.join(filter(None, (name, words)))}"


def _forms(name: str) -> Iterator[str]:
    """The name; of one that is all capitals, as a person's, its last word; else what stands before `of` or `in`."""
    yield name
    words = name.split()
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        yield words[-1]
    yield from (name.partition(each)[0] for each in _BEHIND if each in name)
