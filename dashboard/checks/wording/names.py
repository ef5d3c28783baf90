"""Guard: the names in a claim are in its quotes, in some form."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import Final

from dashboard.checks.context import ClaimContext, RegistryNames, stands_for_antecedent
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.thesaurus import is_common
from dashboard.evidence.verbs import bases_of, present_of
from dashboard.evidence.words import (
    COUNTRY_KEYS,
    FUNCTION_WORDS,
    MONTHS,
    NUMBER_WORDS,
    WEEKDAYS,
    Keys,
    NameWord,
    is_named_otherwise,
    is_title,
    root_of,
    spells_out,
    without_possessive,
)
from dashboard.model.vocabularies import DEEDS, ENGLISH, SMALL_WORDS

NAME_NOT_QUOTED = guard(
    "name-not-quoted",
    "A name that is in no quote",
    "Every name of a person, place or organisation in a claim's text must be in its quotes: as written there, as an "
    "adjective (“Ecuadorian”), as initials, or as another name of the same registered actor or place. “The area” "
    "is enough where the source has “the Abyei area” and no other one, “the country” for the one that its paragraph "
    "named last, and “we” for the country of who holds an office in it. Titles are not names.",
    "quote the words that have the name, add the name to the aliases of the actor or place, or `allow` it with the "
    "reason",
)
FIRST_WORD_NOT_QUOTED = guard(
    "first-word-not-quoted",
    "A first word that may be a name",
    "The first word of a sentence always has a capital. This one is in none of the quotes, and the quoted texts never "
    "write it with a small letter, so it may be a name.",
    "if it is a name, quote the words that have it; if not, start with another word, or `allow` it",
    "warning",
)

_ACRONYM: Final = re.compile("[A-Z]{3,6}")
_LEAST_OF_ACRONYM: Final = 3
_JOINTS: Final = frozenset({"of", "and", "the", "for", "in", "on"})
_NAME_OR_JOINT: Final = re.compile(r"[A-Z][a-z]+|\b(?:of|and|the|for|in|on)\b")
_CAPITAL: Final = re.compile(r"^\W*[^\W\d_a-z]")
_PUNCTUATION: Final = ".,;:!?()[]“”‘’\"'"
_ORDINARY: Final = re.compile(r"(?:s|ed|ing|ly|ion|ment|ness|able|ful|ous|ive|ism|ity|ance|ence|ship)$")
"""Endings of words that begin a sentence without being names, where the rest is an English word, too."""
_LEAST_OF_WORD: Final = 5
_WHO_DOES_IT: Final = re.compile(r"(?<=[a-z]{3})(?:[eo]rs|ees|ists)$")
_BEGINNINGS: Final = re.compile(r"(?:un|re|de|non|anti|over|out|counter|para|mis|pre|co|inter|sub|under)-?(?=[a-z]{4})")
_ENDINGS: Final = ("", "s", "es", "d", "ed", "ing")
"""Endings of the forms of an ordinary word: a text that has “opened” makes “Open” no name."""
_OF_A_VERB: Final = ("y", "ry", "ery", "al", "age", "ure", "er", "or")
"""Endings of what is done by the name of its verb: “delivery”, “approval”, “seizure”."""
_LEAST_OF_VERB: Final = 4
_GROUP: Final = re.compile(r"G-?(\d+)")
"""The G20 is the Group of 20."""
_UNITS: Final = frozenset({"Mt", "Mha", "Mtoe", "MW", "GW", "TW", "MWh", "GWh", "TWh", "NM"})
"""Units that are written with a capital."""
_NO_NAMES: Final = frozenset({*MONTHS, *(day.lower() for day in WEEKDAYS), *NUMBER_WORDS})


_BEHIND: Final = re.compile(r" ([a-z][a-z’'-]+)")
_OTHER_VERBS: Final = "want plan call order visit meet ask warn urge vow claim seek demand offer head fear face back"
_VERBS: Final = (
    frozenset(verb for verbs in DEEDS for verb in verbs) | ENGLISH["strong_verbs"] | frozenset(_OTHER_VERBS.split())
)
"""Verbs by which a name at the beginning of a sentence is told from an English word."""


def names_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """Every word with a capital that is a name is in the quotes, or names whom the quotes name in another way."""
    if not saying.is_english:
        return  # “Alemania” is Germany
    capital = (word for word in saying.residue if not word.islower() and _CAPITAL.match(word))
    if all(_plain(word) in saying.quote_words.lower for word in capital):
        return
    missing = [(word, certain) for word, certain in _names(saying) if not _is_quoted(word, saying)]
    for kind, words in (
        (NAME_NOT_QUOTED, [word for word, certain in missing if certain]),
        (FIRST_WORD_NOT_QUOTED, [word for word, certain in missing if not certain]),
    ):
        if words:
            names = tuple(dict.fromkeys(_whole_names(words)))
            yield saying.violation(kind, names, partial(_message, saying.key))


def _message(key: str, names: Sequence[str]) -> str:
    told, are = "”, “".join(names), "is" if len(names) == 1 else "are"
    return f"“{told}” {are} in claim `{key}`, but in none of its quotes"


def _whole_names(words: Sequence[NameWord]) -> Iterator[str]:
    """The names that some words make: those that stand side by side in the text are one."""
    name = ""
    for word, behind in zip(words, [*words[1:], None], strict=True):
        name = f"{name} {without_possessive(word.text)}".strip()
        if behind is None or behind.start != word.end + 1:
            yield name
            name = ""


def _plain(word: str) -> str:
    return word.strip(_PUNCTUATION).removesuffix("’s").lower()


def _names(saying: ClaimContext) -> Iterator[tuple[NameWord, bool]]:
    """The words that are names, certainly or perhaps."""
    words = saying.claim_words.names
    for index, word in enumerate(words):
        if is_no_name(word):
            continue
        if not word.begins_sentence or is_name_at_its_beginning(
            word, words[index + 1 : index + 2], saying.registered, saying.claim_words.keys
        ):
            yield word, True
        elif may_be_a_name(word, written_small(saying)) and not _is_beside_noun(word, saying.claim.text):
            yield word, False


def is_no_name(word: NameWord) -> bool:
    """Whether a word with a capital is an office, a month, a day, a number or a unit."""
    return word.key in _NO_NAMES or word.text in _UNITS or is_title(word.key) or not word.key


def is_name_at_its_beginning(word: NameWord, behind: Sequence[NameWord], registered: RegistryNames, keys: Keys) -> bool:
    """Whether a word that begins a sentence would have its capital anywhere; `keys` are all words of its text."""
    if word.key in SMALL_WORDS:
        return False
    if word.key in COUNTRY_KEYS or registered.known.has_name_with(word.key, keys):
        return True
    return any(each.start == word.end + 1 and not is_title(each.key) for each in behind)


def _is_beside_noun(word: NameWord, text: str) -> bool:
    """Whether it is an English word before a noun or an adjective: “Aid agencies”, not “Hill said” or “Bush was”."""
    behind = _BEHIND.match(text, word.end)
    if behind is None or behind[1] in FUNCTION_WORDS or behind[1] in ENGLISH["time_and_speech"]:
        return False
    if bases_of(behind[1]) or not _VERBS.isdisjoint((behind[1], *present_of(behind[1]))):
        return False
    return is_common(root_of(word.text)) and is_common(root_of(behind[1]))


def may_be_a_name(word: NameWord, written_small: Iterable[frozenset[str]]) -> bool:
    """Whether a word that begins a sentence has no ordinary ending, and no text writes it small, in any form."""
    if word.key in SMALL_WORDS or (_ORDINARY.search(word.key) and _is_english(word.key)):
        return False
    forms = {f"{word.key}{ending}" for ending in _ENDINGS}
    verbs = (word.key.removesuffix(ending) for ending in _OF_A_VERB if word.key.endswith(ending))
    for verb in (each for each in verbs if len(each) >= _LEAST_OF_VERB):
        forms |= {f"{verb}{ending}" for ending in _ENDINGS}  # “Delivery is due” for “will be delivered”
    return all(forms.isdisjoint(words) for words in written_small)


def _is_english(word: str) -> bool:
    """Whether a word is an English one, or made of one: “airstrikes”, “rezoning”; “Beijing” and “Hamas” are none."""
    whole = {word, _BEGINNINGS.sub("", word, count=1)}
    deeds = {each[: match.start()] for each in whole if (match := _WHO_DOES_IT.search(each))}
    if any(is_common(root_of(each)) for each in whole | deeds | {f"{deed}e" for deed in deeds}):
        return True
    ends = (word[start:] for start in range(2, len(word) - _LEAST_OF_WORD + 1))
    return any(is_common(root_of(end)) for end in ends)


def written_small(saying: ClaimContext) -> Iterator[frozenset[str]]:
    """The words that each quoted text writes with a small letter."""
    return (saying.registered.written_small(saying.corpus, quote.source) for quote in saying.claim.quotes)


def _is_quoted(word: NameWord, saying: ClaimContext) -> bool:
    quoted = saying.quote_words
    if quoted.keys.have(word.key) or word.key in quoted.initials:
        return True
    if _is_abbreviated(word, saying) or is_named_otherwise(word, saying.claim.text, quoted.keys, quoted.text):
        return True
    return _has_another_name(word, saying) or _is_written_out(word, saying) or stands_for_antecedent(word, saying)


def _is_abbreviated(word: NameWord, saying: ClaimContext) -> bool:
    """Whether the quotes have the initials of a name that this word is part of, or the words that it is short for."""
    if any(word.key[:1] in each for each in saying.quote_words.acronyms & saying.claim_words.initials):
        return True
    if (group := _GROUP.fullmatch(word.text)) and f"Group of {group[1]}" in saying.quote_words.text:
        return True
    if _ACRONYM.fullmatch(word.text) is None:
        return False
    quoted = saying.quote_words.text
    return spells_out(word.key, quoted) or _is_made_of_beginnings(word.key, quoted)


def _is_made_of_beginnings(acronym: str, text: str) -> bool:
    """Whether names in a text begin with its letters, one to three each: `ECOWAS`; of three words or more."""
    words = [word.lower() for word in _NAME_OR_JOINT.findall(text)]

    def goes_on(letters: str, at: int, used: int) -> bool:
        if not letters:
            return used >= _LEAST_OF_ACRONYM
        if at == len(words):
            return False
        begun = (count for count in (1, 2, 3) if words[at].startswith(letters[:count]) and count <= len(letters))
        if any(goes_on(letters[count:], at + 1, used + 1) for count in begun):
            return True
        return used > 0 and words[at] in _JOINTS and goes_on(letters, at + 1, used)

    return any(goes_on(acronym, at, 0) for at, word in enumerate(words) if word[0] == acronym[0])


def _has_another_name(word: NameWord, saying: ClaimContext) -> bool:
    """Whether the word belongs to a registered name whose bearer the quotes name in another way."""
    known = saying.registered.known
    return any(
        bearer in saying.named_by_quotes or bearer in saying.as_reported or bearer in saying.who_publish
        for bearer in saying.named_by_claim
        if known.has_word(bearer, word.key)
    )


def _is_written_out(word: NameWord, saying: ClaimContext) -> bool:
    """Whether it is an acronym of a name that a quoted text writes out somewhere."""
    if not _ACRONYM.fullmatch(word.text):
        return False
    return any(word.key in saying.registered.initials_in(saying.corpus, quote.source) for quote in saying.claim.quotes)


GUARDS_ON_WORDS = (names_are_quoted,)
