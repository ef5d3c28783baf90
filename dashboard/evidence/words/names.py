"""Names in a sentence: the words with a capital that a text gives to people, places and organisations."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from dashboard.evidence.spellings import american
from dashboard.model.vocabularies import COUNTRY_FORMS, TITLES

_WORD: Final = re.compile(r"[^\W\d_]+(?:[.’'-][^\W\d_]+)*\.?|[^\W_]*\d[^\W_]*", re.UNICODE)
_CAPITAL: Final = re.compile(r"(?:[^\W\d_a-z]|[a-z]+[A-Z])[\w.’'-]*")
_END: Final = re.compile(r"[.!?:][”’\"')\]]*\s+[“‘\"'(\[]*$|^[“‘\"'(\[]*$|[:;]\s+[“‘\"']?$|[“‘]$")
_POSSESSIVE: Final = re.compile(r"(?:['’]s|['’])$", re.I)
_ENDINGS: Final = "ional s n an ian ean ese ish i ic ans ians er ers a o e y ne ns ni is es"
_SUFFIXES: Final = frozenset(("", *_ENDINGS.split()))
_LEAST_STEM: Final = 4
_LATIN: Final = re.compile("[A-Za-z0-9\u00aa\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u1e00-\u1eff]")
_LEFT_OUT: Final = str.maketrans("", "", ".-'")
_WORLD_WARS: Final = {
    "wwi": {"world", "war", "first", "one", "i"},
    "wwii": {"world", "war", "second", "two", "ii"},
    "ww1": {"world", "war", "first", "one", "i"},
    "ww2": {"world", "war", "second", "two", "ii"},
}
"""How each is called in full."""
_ELIDED: Final = re.compile(r"(?:[^\W\d_]|[a-z]{2,5})['’](?=[^\W\d_]{2})")
"""A short article before a name: `d'Ivoire`, `l'Aquila`, `nell'Emilia`."""
_SMALL: Final = frozenset({"of", "the", "and", "for", "in", "on", "de", "la", "el", "al"})


@dataclass(frozen=True, slots=True)
class NameWord:
    """One word of a name, as it stands in a text."""

    text: str
    key: str
    """By which it is compared: without case, diacritics, dots and a possessive ending."""
    start: int
    end: int
    begins_sentence: bool
    """Then its capital says nothing."""


def key_of(word: str) -> str:
    """`us` of `U.S.`, `felix` of `Félix’s`."""
    plain = without_possessive(word)
    if plain.isascii():
        return plain.translate(_LEFT_OUT).lower()
    decomposed = unicodedata.normalize("NFKD", plain)
    return "".join(each for each in decomposed if each.isalnum()).casefold()


def without_possessive(word: str) -> str:
    """`Félix` of `Félix’s`."""
    return _POSSESSIVE.sub("", word)


def words_of(text: str) -> set[str]:
    """The keys of all words in a text, of the parts of what a hyphen joins, and of names behind `d'` or `nell'`."""
    keys: set[str] = set()
    for word in _WORD.findall(text):
        keys.add(key_of(word))
        if "-" in word:
            keys.update(map(key_of, word.split("-")))
        if article := _ELIDED.match(word):
            keys.add(key_of(word[article.end() :]))
    return keys


def spelled_out(keys: set[str]) -> set[str]:
    """`keys`, and all that else the countries may be called which they name: `us`, `american`, `united`, `states`."""
    more: set[str] = set()
    for key in keys & _FORMS.keys():
        for form, others in _FORMS[key]:
            if form <= keys:
                more |= others
    for short, words in _WORLD_WARS.items():
        if short in keys:
            more |= words
        elif {"world", "war"} <= keys and not keys.isdisjoint(words - {"world", "war"}):
            more.add(short)
    return keys | more


def name_words(text: str) -> list[NameWord]:
    """The words in `text` that have a capital, in order; what a hyphen joins is a word each.

    None in scripts without capitals: there, they do not tell names from other words.
    """
    found = []
    for match in _CAPITAL.finditer(text):
        start = match.start()
        begins = start == 0 or _END.search(text[max(0, start - 8) : start]) is not None
        for part in match[0].split("-"):
            if part[:1].isalpha() and part != part.lower():
                word = part.rstrip(".") if part.count(".") == 1 else part
                found.append(NameWord(word, key_of(part), start, start + len(part), begins))
            start, begins = start + len(part) + 1, False
    return found


def alike(one: str, other: str) -> bool:
    """Whether two keys are forms of one name: `ecuador` and `ecuadorian`, not `niger` and `nigerian`."""
    if one == other:
        return True
    countries, others = _COUNTRIES.get(one), _COUNTRIES.get(other)
    if countries and others:
        return not countries.isdisjoint(others)
    if _differ_in_ending(one, other):
        return True
    plain = american(one), american(other)
    return plain != (one, other) and (plain[0] == plain[1] or _differ_in_ending(*plain))


def _differ_in_ending(one: str, other: str) -> bool:
    shared = _shared_length(one, other)
    return shared >= _LEAST_STEM and one[shared:] in _SUFFIXES and other[shared:] in _SUFFIXES


def _roots(word: str) -> set[str]:
    """What it may share with another form of the same name: itself, less an ending; of a country, its beginning."""
    spellings = {word, american(word)}
    cut = (each[: -len(ending)] for each in spellings for ending in _SUFFIXES if ending and each.endswith(ending))
    roots = spellings.union(root for root in cut if len(root) >= _LEAST_STEM)
    return roots | {word[:_LEAST_STEM]} if word in _COUNTRIES else roots


def _shared_length(one: str, other: str) -> int:
    for index, (left, right) in enumerate(zip(one, other, strict=False)):
        if left != right:
            return index
    return min(len(one), len(other))


class Keys:
    """The keys of a text's words, to be asked for other forms of the same names."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.exactly = frozenset(keys)
        self._asked: dict[str, bool] = {}

    def have(self, key: str) -> bool:
        """Whether one of them is `key`, or another form of it."""
        if key in self.exactly:
            return True
        if key not in self._asked:
            self._asked[key] = any(alike(key, other) for other in self._by_stem.get(key[:_LEAST_STEM], ()))
        return self._asked[key]

    @cached_property
    def _by_stem(self) -> Mapping[str, Sequence[str]]:
        """The keys by their first `_LEAST_STEM` letters, which two forms of a name share at least."""
        index: dict[str, list[str]] = {}
        for key in self.exactly:
            index.setdefault(key[:_LEAST_STEM], []).append(key)
        return index


def stands_in(name: str, text: str, *, whole: bool = True) -> bool:
    """Whether a name stands in a text, letter by letter: not `Niger` in `Nigeria`, and no `May` in `Mayor`.

    Without `whole` it may go on, as in languages that bind case endings to a name. Letters of other scripts may stand
    on either side: there, words are bound to others, or not parted at all.
    """
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        begins = not (_LATIN.match(name[0]) and _LATIN.match(text[start - 1 : start]))
        if begins and not (whole and _LATIN.match(name[-1]) and _LATIN.match(text[end : end + 1])):
            return True
        start = text.find(name, start + 1)
    return False


_SHORT_STATES: Final = frozenset({"us", "uk", "eu", "un"})
"""What keeps its letters in the initials of a body: `uscg` of “US Coast Guard”."""
_BETWEEN_INITIALS: Final = frozenset({"of", "the", "and", "for", "on"})


def initials_of(text: str) -> set[str]:
    """`un` of `United Nations`, `rok` of `Republic of Korea`: of every run of two or more words with a capital."""
    found: set[str] = set()
    for run in _runs(text):
        for start in range(len(run)):
            for end in range(start + 2, min(len(run), start + 6) + 1):
                found.add("".join(key[:1] for key in run[start:end]))
                if run[start] in _SHORT_STATES:
                    found.add(run[start] + "".join(key[:1] for key in run[start + 1 : end]))
    return found


def spells_out(acronym: str, text: str) -> bool:
    """Whether a text has words with these initials side by side: `wmd` of “weapons of mass destruction”."""
    keys = (word.lower() for word in _WORD.findall(text))
    return acronym in "".join(key[:1] for key in keys if key not in _BETWEEN_INITIALS)


def _runs(text: str) -> Iterator[Sequence[str]]:
    run: list[str] = []
    for word in _WORD.findall(text):
        if word[0].isupper():
            run.append(key_of(word))
        elif word not in _BETWEEN_INITIALS or not run:
            if len(run) > 1:
                yield run
            run = []
    if len(run) > 1:
        yield run


def is_title(key: str) -> bool:
    """Whether a word with a capital is an office or a form of address, and no name."""
    return key in TITLES


class NameIndex:
    """Names of actors and places, by their words: which of them a text names."""

    def __init__(self, names: Mapping[str, Iterable[str]]) -> None:
        """`names`: of each actor or place by id, all that they are called."""
        self._names = {id_: tuple(frozenset(words_of(name) - _SMALL) for name in each) for id_, each in names.items()}
        self._words = frozenset[str]().union(*(words for each in self._names.values() for words in each))
        written = {word for each in names.values() for name in each for word in name.split()}
        small = {word for word in written if word.islower()}
        self._small = {key_of(word) for word in small} - {key_of(word) for word in (written - small if small else ())}

    def __contains__(self, key: str) -> bool:
        """Whether it is a word of a name: not `oil` of “Omani oil broker”, which has no capital there."""
        return key in self._words and key not in self._small

    def has_name_with(self, key: str, keys: Keys) -> bool:
        """Whether a text with the words `keys` has all of a name with the word `key`: not “Oil” of “Oil and Gas Co”."""
        return key in self and any(self.has_word(id_, key) for id_ in self.named_by(keys))

    def has_word(self, id_: str, key: str) -> bool:
        """Whether one of the names of `id_` has the word `key`."""
        return any(key in words for words in self._names.get(id_, ()))

    def has_form(self, id_: str, key: str) -> bool:
        """Whether one of the names of `id_` has the word `key` in some form: `ecuadorian` of Ecuador."""
        return any(alike(key, word) for words in self._names.get(id_, ()) for word in words)

    def is_named(self, id_: str, keys: Keys) -> bool:
        """Whether a text with the words `keys` has one of the names of `id_`, every word of it, in some form."""
        return any(words and all(map(keys.have, words)) for words in self._names.get(id_, ()))

    def named_by(self, keys: Keys) -> frozenset[str]:
        """Ids of all of whom a text with the words `keys` has a name. Takes no longer for those that it has not."""
        roots = frozenset[str]().union(*map(_roots, keys.exactly))
        return frozenset(
            id_
            for root in roots & self._by_rarest.keys()
            for id_, words in self._by_rarest[root]
            if all(map(keys.have, words))
        )

    @cached_property
    def _by_rarest(self) -> Mapping[str, Sequence[tuple[str, frozenset[str]]]]:
        """Every name by the roots of that of its words which stands in the fewest."""
        every = [(id_, words) for id_, each in self._names.items() for words in each if words]
        common = Counter(word for _, words in every for word in words)
        index: dict[str, list[tuple[str, frozenset[str]]]] = {}
        for id_, words in every:
            for root in _roots(min(words, key=lambda word: (common[word], word))):
                index.setdefault(root, []).append((id_, words))
        return index


def lengths_by_beginning(names: Iterable[tuple[str, str]]) -> Mapping[str, Sequence[int]]:
    """For each beginning of the `names`, the lengths of the names that begin so, the longest first.

    A text is then asked for each length once, however many names begin alike.
    """
    index: dict[str, set[int]] = {}
    for name, beginning in names:
        index.setdefault(beginning, set()).add(len(name))
    return {beginning: sorted(lengths, reverse=True) for beginning, lengths in index.items()}


def last_name(name: str) -> str:
    """The last word of a person's name, `Jr.` apart."""
    words = [word for word in name.split() if len(key_of(word)) > 1 and key_of(word) not in ("jr", "sr", "ii", "iii")]
    return words[-1] if words else name


def _forms() -> Mapping[str, Sequence[tuple[frozenset[str], frozenset[str]]]]:
    """Forms of country names by the last word of each: the words of that form, and those of all its forms."""
    index: dict[str, list[tuple[frozenset[str], frozenset[str]]]] = {}
    for forms in COUNTRY_FORMS:
        words = [frozenset(words_of(form)) - _SMALL for form in forms]
        every = frozenset().union(*map(words_of, forms))
        for form, own in zip(forms, words, strict=True):
            index.setdefault(key_of(form.split()[-1]), []).append((own, every))
    return index


def _countries() -> Mapping[str, frozenset[int]]:
    """The countries that a word alone may name, itself or as its people, by that word."""
    index: dict[str, set[int]] = {}
    for number, forms in enumerate(COUNTRY_FORMS):
        for form in forms:
            if " " not in form:
                index.setdefault(key_of(form), set()).add(number)
    return {key: frozenset(numbers) for key, numbers in index.items()}


_FORMS: Final = _forms()
_COUNTRIES: Final = _countries()
COUNTRY_KEYS: Final = frozenset(key_of(form) for forms in COUNTRY_FORMS for form in forms if " " not in form)
"""Countries and their people that one word names."""
