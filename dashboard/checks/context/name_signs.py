"""The claim and its quotes with one sign for each name, whichever of somebody's names a text has."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from dashboard.checks.context.claim_context import ClaimContext
from dashboard.evidence.words import NameMention, Words

_ADJECTIVE: Final = re.compile(r"\b[A-Z][a-zà-ÿ]{2,}(?:ans?|ese|[a-z]ish|is?)\b")
"""A word with a capital that may be made of the name of a country: “Kenyan”, “Chinese”, “Iraqis”."""
_ENDING: Final = re.compile(r"(?:(?:i?a|ea)?ns?|a|ese|ish|is?|y|land)\Z")
"""What adjectives of countries, or the countries, end with: “Kenya” and “Kenyans” are alike without it."""


@dataclass(frozen=True, slots=True)
class SignedTexts:
    """Both texts with signs for names, each one word."""

    claim: Words
    quotes: Words
    bearers: Mapping[str, NameMention]
    """By sign, in small letters, a name that it stands for: one of the claim's where it has one."""

    @classmethod
    def of(cls, saying: ClaimContext, *, with_adjectives: bool = False) -> "SignedTexts":
        """The texts of a claim in its context; adjectives of countries that nobody registered are names, if wanted."""
        texts = [(saying.claim.text, saying.named_in_text), (saying.quote_words.text, saying.named_in_quotes)]
        if with_adjectives:
            texts = [(text, _with_adjectives(text, named)) for text, named in texts]
        signs: dict[str, str] = {}
        bearers: dict[str, NameMention] = {}
        for _, named in reversed(texts):
            for each in named:
                sign = next((signs[one] for one in sorted(each.bearers) if one in signs), f"n{_letters(len(signs))}")
                signs.update(dict.fromkeys(each.bearers, sign))
                bearers[sign] = each
        claim, quotes = (Words(_with_signs(text, named, signs)) for text, named in texts)
        return cls(claim, quotes, bearers)

    def sign_of(self, name: NameMention) -> str | None:
        """The sign of a name; none where it has none."""
        return next((sign for sign, each in self.bearers.items() if each.bearers & name.bearers), None)

    def name_of(self, word: str) -> str:
        """The name that a word is a sign of, as a text has it; the word where it is none."""
        return self.bearers[word.lower()].text if word.lower() in self.bearers else word


def adjectives_in(text: str) -> list[str]:
    """What may be adjectives of countries in a text."""
    return _ADJECTIVE.findall(text)


def _with_adjectives(text: str, named: Sequence[NameMention]) -> list[NameMention]:
    """The names in a text in their order, those of one word with its stem, and the adjectives between them."""
    found = [
        replace(each, bearers=each.bearers | {_stem(each.text)}) if each.text.isalpha() else each for each in named
    ]
    found += [
        NameMention(match[0], frozenset({_stem(match[0])}), *match.span())
        for match in _ADJECTIVE.finditer(text)
        if not any(each.start < match.end() and match.start() < each.end for each in named)
    ]
    return sorted(found, key=lambda each: each.start)


def _stem(name: str) -> str:
    return f"word/{_ENDING.sub('', name.lower())}"


def _letters(number: int) -> str:
    """A number in letters that no ending is made of."""
    return "".join("bcfgkmpqvz"[int(digit)] for digit in f"{number:03}")


def _with_signs(text: str, named: Sequence[NameMention], signs: Mapping[str, str]) -> str:
    """A text with one sign for each name, whichever of somebody's names it is."""
    pieces, behind = list[str](), 0
    for each in named:
        pieces += [text[behind : each.start], signs[min(each.bearers)].capitalize()]
        behind = each.end
    return "".join((*pieces, text[behind:]))
