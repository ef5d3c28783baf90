"""A text's sentences and paragraphs, by rules: small, the same everywhere, for any script that ends its sentences.

A sentence ends at a full stop, a question or exclamation mark or what other scripts have for them, with the quotation
marks and brackets behind it; at the end of a paragraph; never inside a number, at an abbreviation, at an initial.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

Span = tuple[int, int]

WRAPPED: Final = range(40, 133)
"""Widths, in characters, to which lines are broken by hand or by a mail program."""

_CLOSING: Final = "\"'”’»›)\\]}）］」』】〉》"
_OPENING: Final = "\"'“‘„‚«‹([{（［「『【〈《¿¡"
_WIDE: Final = "。！？｡．"
"""Full width: no space follows them."""
_OTHERS: Final = "!?…؟۔।॥։።፧။។՞჻᙮"
_END: Final = re.compile(
    rf"(?:[{_WIDE}][{_WIDE}{_CLOSING}]*|(?<![.{_OTHERS}])[.{_OTHERS}]++(?:[{_CLOSING}]|\[\d+\])*(?=[\s\u200b\u200f]|$))",
    re.MULTILINE,
)
_WORD_BEFORE: Final = re.compile(r"[\w.&’'-]{1,24}$")
_NEXT_WORD: Final = re.compile(rf"[\s{_OPENING}]*(\w+|\S)?")


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_TITLES: Final = _word_set(
    "mr mrs ms dr prof rev hon sen rep gov gen lt col maj capt cmdr adm sgt pvt pres st ste mt ft fr sr sra vs v cf "
    "e.g i.e viz dept"
)
"""What stands before a name: no sentence ends with it."""
_BEFORE_NUMBERS: Final = _word_set("no nos art fig vol ed p pp c ca approx est par ch sec")
_MONTHS: Final = _word_set("jan feb mar apr jun jul aug sep sept oct nov dec")
_OFTEN_LAST: Final = _word_set("etc al inc ltd co corp llc plc bros jr sr a.m p.m am pm b.c a.d ph.d m.d")
"""A sentence may end with it: it does if another begins."""
_BEGINNERS: Final = _word_set(
    "the a an this that these those there it its he she they we i you his her their our my in on at as by for from to "
    "with after before during since until while when where who what why how if although though however but and or so "
    "yet both some many most all one no not now then here according instead meanwhile moreover also despite under "
    "earlier later last"
)
"""Words that often begin a sentence, and are seldom part of a name."""
_INITIALS: Final = re.compile(r"(?:\w\.)*\w", re.UNICODE)


@lru_cache(maxsize=8)
def sentences(text: str) -> tuple[Span, ...]:
    """Half-open spans, in code points, without the space around them: whatever can be read stands in exactly one."""
    return tuple(_sentence_spans(text))


def sentences_around(text: str, start: int, end: int, reach: int) -> Span:
    """The span of whole sentences that contains everything from `start` to `end`.

    No more than `reach` code points before and behind are looked at, so that a text of any length costs the same.
    """
    left, right = max(0, start - reach), end + reach
    found = [(a + left, b + left) for a, b in _sentence_spans(text[left:right]) if a + left < end and b + left > start]
    return min([start, *(a for a, _ in found)]), max([end, *(b for _, b in found)])


def _sentence_spans(text: str) -> Iterator[Span]:
    for start, end in _blocks(text):
        for span in _within(text, start, end):
            if (trimmed := _trim(text, *span)) is not None:
                yield trimmed


@lru_cache(maxsize=8)
def paragraphs(text: str) -> tuple[Span, ...]:
    """Half-open spans of lines that belong together; what lies between them is blank.

    Lines that were broken to fit a width are one paragraph. A line that was broken although the next word would have
    fitted is a paragraph of its own.
    """
    return tuple(span for block in _blocks(text) for span in _unwrap_lines(text, *block))


def _blocks(text: str) -> Iterator[Span]:
    """What stands between blank lines."""
    start = 0
    for blank in re.finditer(r"\n[^\S\n]*(?:\n\s*|$)|$(?![\s\S])", text):
        if text[start : blank.start()].strip():
            yield start + _indent(text, start), blank.start()
        start = blank.end()


def _indent(text: str, start: int) -> int:
    """Length of the blank lines at the beginning, never of an indentation."""
    found = re.compile(r"(?:[^\S\n]*\n)*").match(text, start)
    return len(found[0]) if found else 0


def _unwrap_lines(text: str, start: int, end: int) -> Iterator[Span]:
    lines = list(_lines(text, start, end))
    width = max(b - a for a, b in lines)
    first = lines[0][0]
    for (a, b), (c, d) in pairwise(lines):
        if _is_forced(text, b - a, (c, d), width):
            yield first, b
            first = c
    yield first, lines[-1][1]


def _lines(text: str, start: int, end: int) -> Iterator[Span]:
    while start <= end:
        stop = text.find("\n", start, end)
        stop = end if stop < 0 else stop
        yield start, stop
        start = stop + 1


def _is_forced(text: str, length: int, following: Span, width: int) -> bool:
    """Whether a line of `length` was broken although the next word would have fitted into `width`."""
    if width not in WRAPPED:
        return True
    found = re.compile(r"[^\S\n]*(\S+)").match(text, *following)
    if found is None:
        return True
    word = 1 if "\u0e00" <= found[1][0] <= "\u0eff" or "\u2e80" <= found[1][0] <= "\u9fff" else len(found[1])
    return length + 1 + word <= width


def _within(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentences of a block: cut where one ends, and between paragraphs unless one goes on."""
    cuts = {match.end() for match in _END.finditer(text, start, end) if _ends(text, match, end)}
    for (_, stop), (following, _) in pairwise(_unwrap_lines(text, start, end)):
        if _is_cut(text, stop, following):
            cuts.add(stop)
    before = start
    for cut in sorted(cuts | {end}):
        yield before, cut
        before = cut


def _is_cut(text: str, stop: int, following: int) -> bool:
    """Whether a line without a full stop is a heading or an entry: what follows begins anew.

    A line that ends with a stop was judged there; one that ends with a comma goes on, and so does one before a small
    letter.
    """
    last = text[stop - 1 : stop].rstrip() or " "
    nearest = _NEXT_WORD.match(text, following)
    goes_on = bool(nearest and nearest[1] and nearest[1][0].islower())
    return not goes_on and last not in ".,;:-–—(&"


def _ends(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a sentence ends with this stop."""
    after = _NEXT_WORD.match(text, match.end(), end)
    word = (after[1] or "") if after else ""
    stop = match[0]
    if not word:
        return True
    if stop[0] in _WIDE:
        return True
    if word[0].islower():
        return False
    if stop[0] != "." or stop.startswith(".."):
        return True
    return _ends_after(text[max(0, match.start() - 24) : match.start()], word)


def _ends_after(before: str, word: str) -> bool:
    """Whether a full stop behind `before` ends a sentence, `word` being the next."""
    found = _WORD_BEFORE.search(before)
    if found is None:
        return True
    last = found[0].strip("'’").casefold()
    if last in _TITLES:
        return False
    if last in _MONTHS | _BEFORE_NUMBERS:
        return not word[0].isdigit()
    if last in _OFTEN_LAST or (_INITIALS.fullmatch(last) and not last.isdigit()):
        return word.casefold() in _BEGINNERS or not word[0].isalnum()
    return True


def _trim(text: str, start: int, end: int) -> Span | None:
    """Without white space at its ends; None where nothing is left that can be read."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    piece = piece.strip()
    return (start + left, start + left + len(piece)) if any(sign.isalnum() for sign in piece) else None
