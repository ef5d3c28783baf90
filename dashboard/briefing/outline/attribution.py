"""Whose words a claim gives, as a briefing says it before the claim: each name once, there or in the claim."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from typing import Final

from dashboard.evidence.words import speaks
from dashboard.model.claim import Claim, Speaker

_BEHIND: Final = (" of ", " in ", " for ")
"""Words at which a name may be cut: `U.S. embassy in Quito`."""
_THINKS: Final = re.compile(
    r"(?:also |still |now )?(?:expect|hope|fear|estimate|think|doubt|reckon|forecast|assume|suspect|consider|regard"
    r"|want|foresee|see|put)(?:e?d|s)?\b|(?:thought|foresaw|saw)\b"
)
_MOST_TOGETHER: Final = 3
"""So many speakers are looked for as one subject of a sentence: `Noboa, Rubio and Hegseth said`."""


@dataclass(frozen=True, slots=True)
class _Voice:
    """A speaker beside the text of the claim."""

    name: str
    """That of the registry, empty where the speaker is known by the source's words alone."""
    words: str
    """The source's words; empty where it has the name, or where they stand for others, too."""
    forms: tuple[str, ...]
    """What the claim's text may call the speaker: in running text, a short form of the name will do (`Rubio said`)."""
    text: str
    in_full: bool
    called: str
    """What a label calls the speaker where there is a name: that, or the id."""

    @property
    def is_told(self) -> bool:
        """Whether the text has the speaker say it, or begins with what the speaker thinks of it."""
        return any(speaks(self.text, form) or _thinks(self.text, form) for form in self.forms)

    def label(self, behind: tuple[str, str]) -> str:
        """The name, and the source's words for it between two texts, where these are other words."""
        if not self.name:
            return f"“{self.words}”"
        in_text = not self.in_full and self.words.casefold() in self.text.casefold()
        is_repeated = self.words.casefold() == self.name.casefold() or in_text
        return f"{self.called}{behind[0]}“{self.words}”{behind[1]}" if self.words and not is_repeated else self.called


def _thinks(text: str, name: str) -> bool:
    """Whether a text begins with the name and what they think: `Insurers expect losses`."""
    return bool(name) and text.startswith(f"{name} ") and _THINKS.match(text, len(name) + 1) is not None


def attribution(claim: Claim, name_of: Callable[[str], str], *, in_full: bool = False, by_id: bool = False) -> str:
    """`Statement by Marco Rubio`; `Statement` where the text has him say it; empty of a fact that nobody says.

    `name_of` gives the name of an actor. Of several speakers, `Statement, also by Marco Rubio` names those whom the
    text does not have. `in_full`, for the annex, asks for the whole name in the text. `by_id` calls each actor by the
    id, which is the same whatever the actor's name is.
    """
    voices = [_voice_of(each, claim, name_of, in_full=in_full, by_id=by_id) for each in claim.speakers]
    quoter = _voice_of(claim.quoter, claim, name_of, in_full=in_full, by_id=by_id) if claim.quoter else None
    untold = [] if _are_told_together(voices, claim.text) else [each for each in voices if not each.is_told]
    what = "Said" if claim.kind == "fact" else claim.kind.capitalize()
    behind = (", in the words ", "") if len(voices) == 1 else (" (", ")")
    by = _and_words([each.label(behind) for each in untold]) + _shared_words(claim, in_full=in_full) if untold else ""
    said = f"{what}{', also' if len(untold) < len(voices) else ''} by {by}" if by else what
    if quoter is None:
        return "" if said == "Said" else said
    if quoter.is_told:
        return f"{said}, as quoted" if by else "" if said == "Said" else said
    return f"{'Quoted' if said == 'Said' else f'{said}, quoted'} by {quoter.label((' (', ')'))}"


def _voice_of(speaker: Speaker, claim: Claim, name_of: Callable[[str], str], *, in_full: bool, by_id: bool) -> _Voice:
    name = name_of(speaker.actor) if speaker.actor else ""
    words = "" if claim.words_are_shared and speaker.actor in claim.by else speaker.words or ""
    forms = tuple(_forms(name)) if name and not in_full else (name,) if name else _in_either_case(words)
    called = (speaker.actor or "") if by_id else name
    return _Voice(name, words, forms, claim.text, in_full, called)


def _are_told_together(voices: Sequence[_Voice], text: str) -> bool:
    """Whether the text has all of several speakers say it as one: `Noboa and Rubio said`."""
    if not 1 < len(voices) <= _MOST_TOGETHER:
        return False
    orders = (forms for order in permutations(voices) for forms in product(*(each.forms for each in order)))
    return any(speaks(text, _and_words(forms)) for forms in orders)


def _shared_words(claim: Claim, *, in_full: bool) -> str:
    """The words that stand for all speakers, behind their names, unless the text has them."""
    if not claim.words_are_shared or (not in_full and claim.by_as_reported[0].casefold() in claim.text.casefold()):
        return ""
    return f", in the words “{claim.by_as_reported[0]}”"


def _in_either_case(words: str) -> tuple[str, ...]:
    """The source's words as they are, and as they begin or do not begin a sentence: `the ministry`, `The ministry`."""
    return (words, f"{words[:1].swapcase()}{words[1:]}")


def _and_words(names: Iterable[str]) -> str:
    """`A`, `A and B`, `A, B and C`."""
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def _forms(name: str) -> Iterator[str]:
    """The name; of one that is all capitals, as a person's, its last word; else what stands before `of` or `in`."""
    yield name
    words = name.split()
    if len(words) > 1 and all(word[:1].isupper() for word in words):
        yield words[-1]
    yield from (name.partition(each)[0] for each in _BEHIND if each in name)
