"""A number in a claim that the quotes have in the part of a sentence about something else."""

import re
from collections.abc import Mapping, Sequence, Set
from typing import Final

from dashboard.evidence.thesaurus import has_related
from dashboard.evidence.verbs import bases_of
from dashboard.evidence.words import COUNT, TextNumber, Words, content_words, counted_by, root_of
from dashboard.model.vocabularies import ENGLISH, IRREGULAR_VERBS

_BORDER: Final = re.compile(
    r"[.;:!?](?=\s|$)|,(?!\d)|\s(?:and|but|while|whereas|from|compared|against|or)\s|(?<!more)(?<!less)(?<!fewer)\sthan\s|[()—–\n]",
    re.IGNORECASE,
)
_SENTENCE: Final = re.compile(r"[.!?;]\s|\n")
_AUXILIARY: Final = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|may|did|do|does|be|been)\b", re.IGNORECASE
)
_PAST: Final = frozenset(past for _, past, *_ in IRREGULAR_VERBS)
_GENERAL: Final = frozenset(map(root_of, ENGLISH["time_and_speech"] | ENGLISH["anybody"])) | frozenset(
    map(root_of, ("total", "number", "people", "person", "man", "woman", "other"))
)
"""What may stand beside any number."""
_WHOLE: Final = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|per ?cent|majority|most|some|many|none|all|each|any|part|share|\d+|"
    r"one|two|three|four|five|six|seven|eight|nine|ten|dozens?|%) (?:out )?of (?:[\w’'-]+ ){0,4}\Z",
    re.IGNORECASE,
)
"""What stands before a number of which only a part is told: “a quarter of its 12 million people fled”."""
_REACH: Final = 60
_TIME: Final = re.compile(r":\d\d\b")
_TIME_BEHIND: Final = re.compile(r":\d\d\b|(?: ?[ap]\.?m\b)")
_OF_THESE: Final = re.compile(r"\s*(?:out of|of|among|from)\b", re.IGNORECASE)
"""How the whole begins of which a sentence goes on to tell a part."""
_MAY: Final = "May"
"""The month, which in small letters holds a sentence together."""
_DIGIT: Final = re.compile(r"\d")
_OF_A_RANGE: Final = 5
"""The most characters between the two ends of a range: “40 to 50”."""
_SMALL: Final = 2
"""Up to so many may be counted from what is listed: “two vessels” for “vessels 31 and 32”."""
_MOST: Final = 20


def misplaced_figure(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """The first number of a claim whose part tells of what the quotes give another number for, and that number.

    “In Tamale 31 died” for “in Tamale 14 died; in Kumasi 31 were killed”. Both numbers count the same sort of thing.
    """
    there = _roots_of_parts(quoted)
    values = {figure.value for figure in claim.figures}
    for figure, here in _roots_of_parts(claim).items() if len(there) > 1 else ():
        own = [(each, roots) for each, roots in there.items() if each.value == figure.value]
        if (
            len(own) != 1
            or figure.value <= _SMALL
            or _WHOLE.search(claim.text[max(0, figure.start - _REACH) : figure.start])
        ):
            continue
        known, mine = own[0]
        for other, theirs in there.items():
            if other.value in values or not _count_alike(known, other, quoted) or _is_range(known, other):
                continue
            if quoted.text[max(0, other.start - 1) : other.start] == "(":
                continue  # as much in another unit: “200 miles (322 km)”
            shared = (here & theirs) - mine
            if shared and not (here & mine) - theirs and not has_related(here - theirs, mine - theirs):
                return claim.text[figure.start : figure.end].strip(), quoted.text[other.start : other.end].strip()
    return None


def _count_alike(one: TextNumber, other: TextNumber, words: Words) -> bool:
    """Whether two figures are money of one currency, shares, or count things, or one kind of measure."""
    if one.unit != other.unit:
        return False
    if one.unit != COUNT:
        return True
    ones, others = (counted_by(words.text, each) for each in (one, other))
    return (ones.measure if ones else "") == (others.measure if others else "")


def _is_range(one: TextNumber, other: TextNumber) -> bool:
    return 0 <= max(one.start, other.start) - min(one.end, other.end) <= _OF_A_RANGE


def _roots_of_parts(words: Words) -> Mapping[TextNumber, Set[str]]:
    """The roots of what stands in the part of a sentence of each figure; a part without a verb has that of another.

    “It will invest 400 in the port and 90 in the railway”: what is told of the 90 is an investment, too. Of several
    parts, the last may have the verb of all: “in Tamale 14, in Kumasi 31 people were killed”.
    """
    figures = [each for each in _outermost(words.figures[:_MOST]) if not _is_of_time(each, words.text)]
    ends = [match.end() for match in _BORDER.finditer(words.text)] if figures else []
    found: dict[TextNumber, frozenset[str]] = {}
    begins: list[int] = []
    parts: list[tuple[int, int]] = []
    for index, figure in enumerate(figures):
        after = figures[index - 1].end if index else 0
        until = figures[index + 1].start if index + 1 < len(figures) else len(words.text)
        start = max((end for end in ends if after <= end <= figure.start), default=after)
        end = min((end for end in ends if figure.end <= end <= until), default=until)
        roots = _roots(words.text[start:end])
        is_elliptic = index and not _has_verb(words.text[start:end]) and not _SENTENCE.search(words.text, after, start)
        if is_elliptic and _has_verb(words.text[begins[-1] : figures[index - 1].end]):
            roots |= _roots(words.text[begins[-1] : figures[index - 1].start])
        begins.append(begins[-1] if is_elliptic else start)
        parts.append((start, end))
        found[figure] = roots
    for index in range(len(figures) - 2, -1, -1):
        behind = words.text[figures[index + 1].end : parts[index + 1][1]]
        part = words.text[slice(*parts[index])]
        apart = _SENTENCE.search(words.text, parts[index][1], parts[index + 1][0]) or _OF_THESE.match(part)
        if not apart and not _has_verb(part) and _has_verb(behind):
            found[figures[index]] = found[figures[index]] | _roots(behind)
            parts[index] = parts[index][0], parts[index + 1][1]
    return found


def _is_of_time(figure: TextNumber, text: str) -> bool:
    """Whether a figure is of a time of day: “1:40”."""
    return _TIME.match(text, max(0, figure.start - 1)) is not None or _TIME_BEHIND.match(text, figure.end) is not None


def _outermost(figures: Sequence[TextNumber]) -> list[TextNumber]:
    """Figures in order, those apart that are a part of another one."""
    ordered = sorted(figures, key=lambda each: (each.start, -each.end))
    return [
        each
        for index, each in enumerate(ordered)
        if not any(other.start <= each.start and each.end <= other.end for other in ordered[:index])
    ]


def _roots(text: str) -> frozenset[str]:
    found = frozenset(word.root for word in content_words(text) if not _DIGIT.match(word.text)) - _GENERAL
    return found | {_MAY} if _MAY in text else found


def _has_verb(text: str) -> bool:
    if _AUXILIARY.search(text):
        return True
    return any(word.text.lower() in _PAST or bases_of(word.text.lower()) for word in content_words(text))
