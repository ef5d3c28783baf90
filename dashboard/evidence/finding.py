"""Finding a quote in its source's text: exactly, else folded on both sides. It must stand there once."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import islice
from typing import Final

from dashboard.evidence.ellipsis import MOST_PARTS, Place, has_ellipsis, parts_of, places_of_parts, too_short
from dashboard.evidence.folded_text import FoldedText, with_one_mark
from dashboard.evidence.folding import cuts_a_letter, fold, fold_with_offsets
from dashboard.evidence.insertion import MOST_STARTS, has_insertion, in_other_cases, places_beside_insertions
from dashboard.evidence.searching import SearchedText
from dashboard.model.claim import Quote
from dashboard.model.pickled_values import PickledByValues

MOST_PLACES: Final = 50
"""No more places than this are listed of a quote that stands everywhere."""


@dataclass(frozen=True, slots=True)
class Finding(PickledByValues):
    """The places at which a quote stands, in code points of the original text."""

    places: tuple[Place, ...]
    """Each is one half-open span, or several where an ellipsis joins parts."""
    exactly: bool = True
    """False where it stands only after folding."""
    beside_insertions: bool = False
    """Whether it stands only beside words in brackets that its source does not have."""

    @property
    def stands(self) -> bool:
        """Once, and only once."""
        return len(self.places) == 1

    @property
    def is_ambiguous(self) -> bool:
        """More than once."""
        return len(self.places) > 1

    @property
    def spans(self) -> Place:
        """Spans of the quote: one, or one for each part; none unless it is found exactly once."""
        return self.places[0] if self.stands else ()


def find(quote: Quote, text: str | SearchedText, folded_text: FoldedText | Callable[[], FoldedText]) -> Finding:
    """Find `quote` in `text`; `folded_text` is that text folded, or a function that folds it when needed.

    W3C TextQuoteSelector, but that several matches are none, and letters are whole, with their marks: exactly; folded;
    folded, with the words that hyphens break at the ends of lines made whole, or with single quotation marks for double
    ones. Only then is an ellipsis taken for words left out, and its parts are looked for in the same ways; and at last
    the first letter may be small for a capital, or the other way round. Who looks up many quotes in one text gives it
    as a `SearchedText`. Words in brackets that are not found so are taken for inserted: the others are looked for.
    """
    searched = text if isinstance(text, SearchedText) else SearchedText(text)
    found = _find(quote, searched, folded_text)
    if not found.places:
        for exact in _in_either_case(quote.exact):
            other = _find(quote.model_copy(update={"exact": exact}), searched, folded_text)
            if other.places:
                return replace(other, exactly=False)
    if not found.places and has_insertion(quote.exact):
        return _beside_insertions(quote, searched, folded_text)
    return found


def _beside_insertions(
    quote: Quote, searched: SearchedText, folded_text: FoldedText | Callable[[], FoldedText]
) -> Finding:
    """Find what stands beside words in brackets, with letters in brackets in either case."""
    forms = (form for exact in (quote.exact, *_in_either_case(quote.exact)) for form in in_other_cases(exact))
    for exact in dict.fromkeys(forms):
        if places := _places_beside(searched, exact, quote.prefix, quote.suffix):
            return Finding(places, exactly=False, beside_insertions=True)
        for form, typed in _forms(folded_text, fold(exact)):
            around = typed(quote.prefix), typed(quote.suffix)
            if places := _places_beside(form.search_text, typed(exact), *around, spaced=True):
                return Finding(_original(form, places), exactly=False, beside_insertions=True)
    return Finding(())


def _places_beside(
    searched: SearchedText, exact: str, prefix: str, suffix: str, *, spaced: bool = False
) -> tuple[Place, ...]:
    text = searched.text
    return tuple(
        place
        for place in places_beside_insertions(searched, exact, MOST_PLACES)
        if _stands_before(text, place[0][0], prefix, spaced=spaced)
        and _stands_behind(text, place[-1][1], suffix, spaced=spaced)
    )


def _in_either_case(exact: str) -> Iterator[str]:
    """The words with their first letter in the other case, as `[T]he` tells and `The` does not; nothing without one."""
    start = len(exact) - len(exact.lstrip())
    bracketed = _BRACKETED.match(exact, start)
    letter, behind = (bracketed[1], bracketed.end()) if bracketed else (exact[start : start + 1], start + 1)
    for case in (letter.swapcase(), letter):
        if len(case) == 1 and (bracketed or case != letter):
            yield f"{exact[:start]}{case}{exact[behind:]}"


_BRACKETED: Final = re.compile(r"\[([^\W\d_])\](?=[^\W\d_])")


def _find(quote: Quote, searched: SearchedText, folded_text: FoldedText | Callable[[], FoldedText]) -> Finding:
    places = _whole(searched, quote.exact, quote.prefix, quote.suffix)
    if places:
        return Finding(places)
    exact = fold(quote.exact)
    if not exact:
        return Finding(())
    in_parts = has_ellipsis(quote.exact)
    if not in_parts or searched.may_have_ellipsis:
        for form, typed in _forms(folded_text, exact):
            if places := _whole(form.search_text, *map(typed, (exact, quote.prefix, quote.suffix)), spaced=True):
                return Finding(_original(form, places), exactly=False)
    return _in_parts(quote, searched, folded_text) if in_parts else Finding(())


def _in_parts(quote: Quote, searched: SearchedText, folded_text: FoldedText | Callable[[], FoldedText]) -> Finding:
    """Find the parts that an ellipsis joins; nothing is found if one of them is too short to be told apart."""
    parts = parts_of(quote.exact)
    if not parts or len(parts) > MOST_PARTS or any(map(too_short, parts)):
        return Finding(())
    if places := _find_parts(searched, parts, quote.prefix, quote.suffix):
        return Finding(places)
    for form, typed in _forms(folded_text, fold(quote.exact)):
        beside = typed(quote.prefix), typed(quote.suffix)
        if places := _find_parts(form.search_text, tuple(map(typed, parts)), *beside, spaced=True):
            return Finding(_original(form, places), exactly=False)
    return Finding(())


def _forms(
    folded_text: FoldedText | Callable[[], FoldedText], exact: str
) -> Iterator[tuple[FoldedText, Callable[[str], str]]]:
    """The folded text, the same without hyphens at the ends of lines, and both with one quotation mark for all.

    Each with what makes words that are looked for in it alike; the last two where `exact`, folded, has such a mark.
    """
    folding = folded_text if isinstance(folded_text, FoldedText) else folded_text()
    forms = (folding, folding.unbroken) if folding.breaks else (folding,)
    for form in forms:
        yield form, fold
    if "'" in exact or '"' in exact:
        for form in forms:
            yield form.one_mark, lambda words: with_one_mark(fold(words))


def _original(folding: FoldedText, places: tuple[Place, ...]) -> tuple[Place, ...]:
    return tuple(tuple(folding.span(start, end) for start, end in place) for place in places)


def _whole(searched: SearchedText, exact: str, prefix: str, suffix: str, *, spaced: bool = False) -> tuple[Place, ...]:
    """Places of `exact` in the text that have `prefix` just before and `suffix` just behind, `MOST_PLACES` at most."""
    text, length = searched.text, len(exact)
    fitting = (
        ((start, start + length),)
        for start in searched.starts(exact)
        if _stands_before(text, start, prefix, spaced=spaced)
        and _stands_behind(text, start + length, suffix, spaced=spaced)
        and not (cuts_a_letter(text, start) or cuts_a_letter(text, start + length))
    )
    return tuple(islice(fitting, MOST_PLACES))


def _find_parts(
    searched: SearchedText, parts: tuple[str, ...], prefix: str, suffix: str, *, spaced: bool = False
) -> tuple[Place, ...]:
    """Places of all `parts` that have `prefix` just before the first and `suffix` just behind the last."""
    text, lengths = searched.text, [len(part) for part in parts]
    stands = [list(islice(_whole_letters(searched, part), MOST_STARTS)) for part in parts]
    if any(len(starts) == MOST_STARTS for starts in stands):
        return ()
    stands[0] = [start for start in stands[0] if _stands_before(text, start, prefix, spaced=spaced)]
    stands[-1] = [start for start in stands[-1] if _stands_behind(text, start + lengths[-1], suffix, spaced=spaced)]
    return places_of_parts(stands, lengths, MOST_PLACES)


def _whole_letters(searched: SearchedText, part: str) -> Iterator[int]:
    text, length = searched.text, len(part)
    return (at for at in searched.starts(part) if not (cuts_a_letter(text, at) or cuts_a_letter(text, at + length)))


def _stands_before(text: str, start: int, prefix: str, *, spaced: bool) -> bool:
    """Whether `prefix` ends at `start`.

    With `spaced`, one space may stand between: folding cuts it off the ends of prefix and suffix.
    """
    before = text[max(0, start - len(prefix) - 1) : start]
    return before.endswith(prefix) or (spaced and before.rstrip(" ").endswith(prefix))


def _stands_behind(text: str, end: int, suffix: str, *, spaced: bool) -> bool:
    behind = text[end : end + len(suffix) + 1]
    return behind.startswith(suffix) or (spaced and behind.lstrip(" ").startswith(suffix))


@dataclass(frozen=True)
class Passages:
    """A source's text, folded only if a passage does not stand in it exactly."""

    source: str
    text: str

    @cached_property
    def _search_text(self) -> SearchedText:
        return SearchedText(self.text)

    @cached_property
    def _folding(self) -> FoldedText:
        return fold_with_offsets(self.text)

    def find(self, exact: str) -> Finding:
        """Find the words in the text."""
        return find(Quote(source=self.source, exact=exact), self._search_text, lambda: self._folding)
