"""Names that a source gives to what its quotes call “the area”, “the country” or “we”."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Final

from dashboard.checks.context.claim_context import ClaimContext
from dashboard.checks.context.subjects import countries_in, is_country_meant_at
from dashboard.evidence.office_words import offices_in
from dashboard.evidence.words import (
    FUNCTION_WORDS,
    Keys,
    NameWord,
    is_named_otherwise,
    key_of,
    last_name,
    spelled_out,
    words_of,
)
from dashboard.model.geography import country_name
from dashboard.model.registry import Actor
from dashboard.model.source import shown_text

_KIND_WORDS: Final = """
    area region territory province district city town village island archipelago port harbour harbor base camp airport
    airfield canal river lake mountain valley bridge dam strait shoal reef sea peninsula zone park settlement enclave
    ship vessel ferry tanker boat trawler aircraft plane satellite submarine company firm bank group party union
    commission committee council court tribunal agency organisation organization movement front alliance bloc coalition
    hospital school university newspaper plant mine pipeline refinery project treaty agreement accord convention pact
    operation exercise storm cyclone hurricane typhoon volcano earthquake prison embassy cathedral mosque church museum
    festival tournament summit center centre facility complex authority association federation institute foundation
    board league fund society
"""
_KINDS: Final = frozenset(_KIND_WORDS.split())
"""Words for what has a name of its own: a text may call it by such a word alone once it has told the name."""
_MOST_CHARACTERS: Final = 100_000
_NAME: Final = r"[^\W\d_a-z][\w’'-]*"
_KIND: Final = re.compile(rf"\b(?:{'|'.join(sorted(_KINDS))})\b", re.IGNORECASE)
_NAME_BEFORE: Final = re.compile(rf"(?P<name>{_NAME}(?:\s{_NAME}){{0,3}})\s(?:(?P<beside>[a-z]+)\s)?\Z")
_NAME_BEHIND: Final = re.compile(rf"\s(?:(?:of|at|called|named)\s(?:the\s)?)?(?P<name>{_NAME}(?:\s{_NAME}){{0,3}})")
_REACH: Final = 80
_ALONE: Final = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts)\s(?P<noun>[a-z]+)\b(?!\s(?:of|in|at|called|named)\s(?:the\s)?[A-Z])"
)
"""A thing by its kind alone: `the area`, and not `the area of Lorne`."""
_COUNTRY: Final = re.compile(r"\b(?:the|this|that)\s(?:country|nation|government)\b(?!\sof\b)", re.IGNORECASE)
_NATIONAL_WORDS: Final = (
    "government army police parliament ministry navy military cabinet authority authorities court bank opposition"
    " president minister premier border borders constitution currency economy troops forces officials media"
)
_NATIONAL: Final = re.compile(rf"\b[Tt]he (?:[a-z-]+ ){{0,2}}?(?P<noun>{'|'.join(_NATIONAL_WORDS.split())})\b(?! of\b)")
"""What a text about one country has without its name: `the health ministry`."""
_BEHIND_COUNTRY: Final = re.compile(rf"(?:['’]s?)? (?:[a-z-]+ ){{0,2}}?(?P<noun>{'|'.join(_NATIONAL_WORDS.split())})\b")
_WE: Final = re.compile(r"\b(?:we|us|our|ours|ourselves|my\s(?:country|government|people|nation))\b", re.IGNORECASE)
_OFFICES: Final = frozenset(
    ("president", "prime minister", "chancellor", "minister", "monarch", "king", "queen", "prince", "emir", "sultan",
     "ambassador", "envoy", "governor", "head of state", "head of government")
)  # fmt: skip
"""Who speaks for a government."""
_PUBLIC: Final = frozenset({"government", "ministry", "armed-force"})
_TO_NAME: Final = re.compile(rf"(?:,|\s\(|,\s(?:Mr|Ms|Mrs|Dr)\.?)?\s(?:{_NAME}\s){{0,3}}")
_FROM_NAME: Final = re.compile(r",\s(?:[\w’'-]+\s){0,3}")
_MOST_MENTIONS: Final = 20
_BEFORE_NAME: Final = 60
_BEHIND_NAME: Final = 60


def stands_for_antecedent(word: NameWord, saying: ClaimContext) -> bool:
    """Whether a word of a name in a claim stands for what the quotes have without a name, and their source with it."""
    return _is_of_kind(word, saying) or _is_country_meant(word, saying) or _is_speakers_own(word, saying)


def kinds_of(key: str, text: str) -> frozenset[str]:
    """The words for its kind that a text has beside a name, and beside no other: `area` of `the Abyei area`."""
    return frozenset(kind for kind, names in _kinds_in(text).items() if all(key in each for each in names))


@lru_cache(maxsize=8)
def _kinds_in(text: str) -> Mapping[str, frozenset[frozenset[str]]]:
    """By each word for a kind: the names beside it in a text, by the keys of their words."""
    found: dict[str, set[frozenset[str]]] = {}
    for match in _KIND.finditer(text[:_MOST_CHARACTERS]):
        words = " ".join(_names_beside(match, text)).split()
        if keys := frozenset(map(key_of, words)) - _KINDS - FUNCTION_WORDS:
            found.setdefault(match[0].lower(), set()).add(keys)
    return {kind: frozenset(names) for kind, names in found.items()}


def _names_beside(kind: re.Match[str], text: str) -> Iterator[str]:
    """The names right before and behind a word: `Abyei` of “the Abyei area” and “the area of Abyei”."""
    before = _NAME_BEFORE.search(text[max(0, kind.start() - _REACH) : kind.start()])
    if before and before["beside"] not in FUNCTION_WORDS:
        yield before["name"]
    if behind := _NAME_BEHIND.match(text, kind.end()):
        yield behind["name"]


def is_called_by_kind(names: Iterable[str], quote: str, text: str) -> bool:
    """Whether a quote calls somebody by the kind alone, of whom its text has the name: “the authority”.

    No other name stands beside that word in the text.
    """
    alone = {match["noun"] for match in _ALONE.finditer(quote)} & _KINDS
    before = text[: max(text.find(quote), 0)]
    for name in names if alone else ():
        keys = frozenset(map(key_of, name.split())) - _KINDS - FUNCTION_WORDS
        kinds = alone.intersection(map(str.lower, name.split()))
        if keys and name in before and any(keys <= each for kind in kinds for each in _kinds_in(text).get(kind, ())):
            return all(not keys.isdisjoint(each) for kind in kinds for each in _kinds_in(text)[kind])
    return False


def _is_of_kind(word: NameWord, saying: ClaimContext) -> bool:
    """Whether the source gives the name to the only thing of a kind that the quotes call by that kind alone."""
    for quote in saying.claim.quotes:
        alone = {match["noun"] for match in _ALONE.finditer(quote.exact)} & _KINDS
        alone = {noun for noun in alone if not _is_apart(noun, word, saying)}
        if alone and not alone.isdisjoint(kinds_of(word.key, saying.corpus.workspace.texts.get(quote.source, ""))):
            return True
    return False


def _is_apart(noun: str, word: NameWord, saying: ClaimContext) -> bool:
    """Whether the claim has the kind as well, and not beside the name: then the name stands for something else."""
    if noun not in saying.claim_words.lower:
        return False
    return not any(word.key in name for name in _kinds_in(saying.claim.text).get(noun, ()))


def _is_country_meant(word: NameWord, saying: ClaimContext) -> bool:
    """Whether it is the country of which the source speaks where the quotes have “the country” or “the government”."""
    pattern = None if _COUNTRY.search(saying.claim.text) else _COUNTRY
    if pattern is None or not any(map(pattern.search, saying.claim.exact_quotes)):
        pattern = _national_noun_behind(word, saying)
    codes = _countries_of(word, saying) if pattern else ()
    workspace = saying.corpus.workspace
    for quote in saying.claim.quotes if codes and pattern else ():
        text, source = workspace.texts.get(quote.source, ""), workspace.sources.get(quote.source)
        title, start = shown_text(source.title) or "" if source else "", max(text.find(quote.exact), 0)
        places = [start + match.start() for match in pattern.finditer(quote.exact)] if pattern else ()
        if any(is_country_meant_at(code, text, title, at) for at in places for code in codes):
            return True
    return False


def _national_noun_behind(word: NameWord, saying: ClaimContext) -> re.Pattern[str] | None:
    """The pattern of what a country has, where the claim has one behind its name, and the quotes have it without."""
    behind = _BEHIND_COUNTRY.match(saying.claim.text, word.end)
    nouns = {match["noun"] for each in saying.claim.exact_quotes for match in _NATIONAL.finditer(each)}
    return _NATIONAL if behind and behind["noun"] in nouns else None


def _is_speakers_own(word: NameWord, saying: ClaimContext) -> bool:
    """Whether it is the country for which the speaker says “we”: of a government, or of who holds an office in it."""
    if not saying.claim.by or not any(_WE.search(each) for each in saying.claim.exact_quotes):
        return False
    codes = _countries_of(word, saying)
    actors = saying.corpus.workspace.actors
    for actor in (actors[id_] for id_ in saying.claim.by if id_ in actors):
        if actor.country in codes and (actor.kind in _PUBLIC or _holds_office(actor, saying)):
            return True
    return False


def _countries_of(word: NameWord, saying: ClaimContext) -> frozenset[str]:
    """The codes of the countries that a word names: by the seat of a government only where it is no place."""
    named = (each.bearers for each in countries_in(saying.claim.text) if each.start <= word.start < each.end)
    codes = next(named, frozenset[str]())
    return frozenset(code for code in codes if _names_country(word, code, saying.claim.text))


def _names_country(word: NameWord, code: str, text: str) -> bool:
    given = Keys(spelled_out(words_of(country_name(code))))
    return given.have(word.key) or is_named_otherwise(word, text, given, "")


def _holds_office(actor: Actor, saying: ClaimContext) -> bool:
    """Whether a quoted text has a person with a public office beside the name: “the minister of trade, NAME”."""
    if actor.offices:
        return True
    texts = {saying.corpus.workspace.texts.get(quote.source, "")[:_MOST_CHARACTERS] for quote in saying.claim.quotes}
    name = last_name(actor.name)
    return any(
        _has_office_beside(text, *match.span())
        for text in texts
        for match in islice(re.finditer(rf"\b{re.escape(name)}\b", text), _MOST_MENTIONS)
    )


def _has_office_beside(text: str, start: int, end: int) -> bool:
    first = max(0, start - _BEFORE_NAME)
    for office in offices_in(text[first:start]):
        if office.name in _OFFICES and _TO_NAME.fullmatch(text, first + office.end, start):
            return True
    behind = text[end : end + _BEHIND_NAME]
    return any(each.name in _OFFICES and _FROM_NAME.fullmatch(behind, 0, each.start) for each in offices_in(behind))
