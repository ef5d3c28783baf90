"""Values in English words: amounts, grades, counts. Text in, text out."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Final

from dashboard.evidence.corroboration import Strength
from dashboard.evidence.verdicts import Verdict
from dashboard.model import vocabularies
from dashboard.model.amount import Amount, AssessedAmount, Quantity
from dashboard.model.claim import Claim, Speaker
from dashboard.model.source import Source, shown_date

CURRENCY_SIGNS: Final = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "KRW": "₩"}
_QUALIFIERS: Final = {"exact": "", "about": "about ", "at-least": "at least ", "at-most": "at most "}
PER_CENT: Final = "\u00a0%"
"""Behind a number: no line ends between them."""
_SMALL: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SCALES: Final = ((Decimal(10) ** 12, "trillion"), (Decimal(10) ** 9, "billion"), (Decimal(10) ** 6, "million"))
ROLE_LABELS: Final = {"initiator": "By", "recipient": "To", "mediator": "Mediator", "mentioned": "Also named"}
"""The label before the actors of each role in an event, in the order of the roles."""


INSERTED: Final = "words in brackets are not the source’s"
"""What is said of a quote that stands in its source only beside words that somebody inserted."""


def amount_words(amount: Quantity | AssessedAmount) -> str:
    """`$13.5 million`, `about 6,422,640 votes`, `87 to 107 people`; empty where no value is given."""
    if amount.value is None:
        return ""
    sign = CURRENCY_SIGNS.get(amount.currency or "", "")
    behind = amount.unit or ("" if sign else amount.currency or "")
    ends = (amount.value, amount.to) if amount.to is not None else (amount.value,)
    written = scaled_number if amount.currency else plain_number
    numbers = " to ".join(f"{sign}{written(each)}" for each in ends)
    return f"{_QUALIFIERS[amount.qualifier]}{numbers}{' ' + behind if behind else ''}"


def reported_amount_words(amount: Amount) -> str:
    """An amount as its source has it: the number, else the words, `“hundreds of pilgrims”`; empty without either."""
    if amount.reported is not None:
        return amount_words(amount.reported)
    return f"“{amount.as_reported}”" if amount.as_reported else ""


def speaker_words(claim: Claim, name_of: Callable[[str], str]) -> str:
    """Who says a claim, and who quotes them, on one line; empty where nobody is named."""
    return "".join(text for text, _ in speaker_pieces(claim, name_of))


SpeakerPiece = tuple[str, bool]
"""A piece of a line that names speakers, and whether it is text from a record."""


def speaker_pieces(claim: Claim, name_of: Callable[[str], str], *, in_full: bool = False) -> tuple[SpeakerPiece, ...]:
    """`Daniel Noboa and Marco Rubio`, `Donald Trump, quoted by “an aide”`, in pieces; none where nobody is named.

    `name_of` gives the name of an actor. `in_full`, the source's words for an actor stand behind the name.
    """
    return tuple(_speaker_pieces(claim, name_of, in_full=in_full))


def _speaker_pieces(claim: Claim, name_of: Callable[[str], str], *, in_full: bool) -> Iterator[SpeakerPiece]:
    speakers, is_shared = claim.speakers, claim.words_are_shared
    for index, each in enumerate(speakers):
        if index:
            yield " and " if index + 1 == len(speakers) else ", ", False
        behind = (", in the words ", "") if len(speakers) == 1 else (" (", ")")
        yield from _voice_pieces(each, name_of, behind if in_full and not is_shared else None)
    if is_shared and in_full:
        yield from ((", in the words ", False), (f"“{claim.by_as_reported[0]}”", True))
    if claim.quoter:
        yield ", quoted by " if speakers else "quoted by ", False
        yield from _voice_pieces(claim.quoter, name_of, (" (", ")") if in_full else None)


def _voice_pieces(
    voice: Speaker, name_of: Callable[[str], str], behind: tuple[str, str] | None
) -> Iterator[SpeakerPiece]:
    """A name, and the source's words between the two texts `behind` it; the words alone of one without a name."""
    if voice.actor is None:
        yield f"“{voice.words}”", True
        return
    yield name_of(voice.actor), True
    if voice.words and behind:
        yield from ((behind[0], False), (f"“{voice.words}”", True), (behind[1], False))


def day_words(day: dt.date) -> str:
    """`4 September 2025`."""
    return f"{day.day} {day:%B} {day.year}"


def scaled_number(value: Decimal) -> str:
    """`13.5 million` where that loses nothing, else all digits."""
    for size, name in _SCALES:
        if value >= size and (value / size * 1000) % 1 == 0:
            return f"{plain_number(value / size)} {name}"
    return plain_number(value)


def plain_number(value: Decimal) -> str:
    """`6,422,640`, `13.5`: all digits, and no zeros behind the point."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def count_words(number: int, noun: str, plural: str = "") -> str:
    """`1 event`, `2 events`."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def in_words(number: int) -> str:
    """Small numbers as words, others in digits."""
    return _SMALL[number] if number < len(_SMALL) else f"{number:,}"


def sentence(text: str) -> str:
    """Ends with a full stop, or with whatever it ends with."""
    return text if text.rstrip().endswith((".", "!", "?", "”", "…")) else f"{text}."


def reliability_words(source: Source | None) -> str:
    """`reliability cannot be judged (F)`, `usually reliable (B)`, `not graded`."""
    if source is None or source.reliability is None:
        return "not graded"
    return f"{vocabularies.RELIABILITY[source.reliability.grade]} ({source.reliability.grade})"


def credibility_words(grade: int | None) -> str:
    """`probably true (2)`, `truth cannot be judged (6)`, `not graded`."""
    return "not graded" if grade is None else f"{vocabularies.CREDIBILITY[grade]} ({grade})"


def likelihood_words(word: str) -> str:
    """`unlikely (20 to 45 %)`, of ICD 203."""
    return f"{without_hyphens(word)} ({chance_words(word)})"


def chance_words(word: str) -> str:
    """`20 to 45 %`: the range of a likelihood."""
    low, high = vocabularies.LIKELIHOOD[word]
    return f"{low} to {high}{PER_CENT}"


def without_hyphens(word: str) -> str:
    """A word of a vocabulary, to be read: `roughly-even-chance` without its hyphens."""
    return word.replace("-", " ").replace("_", " ")


def source_date(source: Source) -> str:
    """When it was published, short; empty where that is not known."""
    published = shown_date(source.published)
    return published.short_words() if published else ""


def verdict_counts(counts: Mapping[Verdict, int]) -> str:
    """`quote found 28, questioned 1, quote not found 0, not checkable 23`: all four, adding up to all claims.

    Claims that are being checked stand last, where there are some.
    """
    return ", ".join(f"{verdict} {count:,}" for verdict, count in counts.items())


def reliance_words(several: int, counts: Mapping[Verdict, int], *, differing: int = 0) -> str:
    """What can be relied on, before everything else: independent sources, then what quotes and checks say.

    `several` claims, of those that have the verdicts `counts`, are quoted from several independent sources; `differing`
    values are not the same on all sides.
    """
    are = "is" if several == 1 else "are"
    total = count_words(sum(counts.values()), "claim")
    of_all = f"{several:,} of {total} {are} quoted from more than one independent source"
    missing, questioned = counts[Verdict.NOT_FOUND], counts[Verdict.QUESTIONED]
    told = [
        f"{count_words(missing, 'claim has', 'claims have')} a quote that is not found" if missing else "",
        f"{count_words(questioned, 'claim is', 'claims are')} questioned by a check" if questioned else "",
    ]
    if not any(told) and counts[Verdict.FOUND]:
        told = ["every quote of a held text is found"]
    apart = f"{count_words(differing, 'value differs', 'values differ')}" if differing else ""
    return "; ".join(filter(None, [of_all, apart, *told]))


def strength_words(strength: Strength) -> str:
    """`1 original report, 4 outlets`, `origin unknown`, `no source`: independent origins, and what they came through.

    Publishers are counted where every source names its own, else sources.
    """
    if not strength.sources:
        return "no source"
    if not strength.origins:
        return "origin unknown"
    return f"{count_words(strength.origins, 'original report')}, {through_words(strength)}"


def through_words(strength: Strength) -> str:
    """`4 outlets`, `5 sources, 1 of unknown origin`: what the origins came through, in figures."""
    if strength.outlets and not strength.undescribed:
        return count_words(strength.outlets, "outlet")
    unknown = f", {strength.undescribed:,} of unknown origin" if strength.undescribed else ""
    return f"{count_words(strength.sources, 'source')}{unknown}"
