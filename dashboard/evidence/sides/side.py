"""The side of a name in a sentence, by the words before it and behind it."""

from bisect import bisect_left

from dashboard.evidence.sides.before_names import governed_side
from dashboard.evidence.sides.behind_names import predicate_of
from dashboard.evidence.sides.sentence_words import PLURALS, PRONOUNS, words_of
from dashboard.evidence.sides.typed_words import DeedSide, typed_words


def side_of(type_: str, text: str, start: int, end: int) -> DeedSide:
    """The side on which the name in a half-open span of a sentence stands, for deeds of a type."""
    words = words_of(text)
    starts = [each.start for each in words]
    first, last = bisect_left(starts, start), bisect_left(starts, end)
    if first == last:
        return DeedSide.ELSEWHERE  # it stands in brackets
    before, behind = words[: first - (first > 0 and words[first - 1].end > start)], words[last:]
    is_owner = text.startswith(("’", "'"), end)
    are_many = text[start:end].endswith("s") or text[start:end].lower() in PLURALS
    predicate = predicate_of(typed_words(type_), text, behind, is_owner=is_owner, are_many=are_many)
    governed = governed_side(type_, before[::-1], is_subject=predicate.is_clause)
    return predicate.side if governed is None else governed


def is_left_open(type_: str, text: str) -> bool:
    """Whether a pronoun does a deed of a type: the sentence does not tell who “it” is."""
    return any(
        side_of(type_, text, each.start, each.end) == DeedSide.DOES for each in words_of(text) if each.lower in PRONOUNS
    )
