"""Who holds an office by the quotes: the person beside whose name it stands, wherever in the sentence that is."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.office_words import OFFICE_WORDS, WORDS_ABOUT_OFFICES
from dashboard.evidence.thesaurus import has_related
from dashboard.evidence.words import COUNTRY_KEYS, FUNCTION_WORDS, MONTHS, WEEKDAYS, Words, root_of

_OTHER_HEADS: Final = """
    chief chiefs leader leaders counterpart counterparts boss director directors chairman chairwoman chairperson
    coordinator spokesman spokeswoman spokesperson commander commanders founder founders general admiral colonel major
    commissioner commissioners researcher negotiator mediator representative representatives adviser advisor
"""
_HEADS: Final = OFFICE_WORDS | frozenset(_OTHER_HEADS.split())
_HEAD_ROOTS: Final = frozenset(map(root_of, _HEADS))
_BESIDE_HEAD_WORDS: Final = """
    former then prime deputy vice acting assistant opposition security national intelligence army navy police party
    union press rights foreign staff chief senior lieutenant brigadier parliamentary external internal interior speaker
"""
_TITLE_WORDS: Final = (
    _HEADS | (WORDS_ABOUT_OFFICES - {"under", "works", "power"}) | frozenset(_BESIDE_HEAD_WORDS.split())
)
_NO_NAMES: Final = _TITLE_WORDS | FUNCTION_WORDS
_LITTLE: Final = frozenset({"former", "then", "acting", "senior", "late", "new", "of", "for", "national"})
"""Words beside an office that may be left out, or added."""
_COUNTERPART: Final = root_of("counterpart")
_CAPITAL: Final = r"[A-ZÀ-Þ][\w’'-]*"
_RUN: Final = re.compile(rf"\b(?:{_CAPITAL}\.?\s)*(?:(?:de|al|bin|van|von|der|da|dos)\s)?{_CAPITAL}")
_ASIDE: Final = re.compile(r",\s(?:then\s(?:the\s)?|the\s|an?\s|its\s|his\s|her\s)(?P<what>[^,.;:!?]{3,90})")
_NO_PERSON_WORDS: Final = """
    ministry department agency bank council forces force army party unit united republic union office committee states
    affairs security defence defense government parliament congress senate assembly court kingdom conference nations
    commission corporation group company university institute international public north south east west street
"""
_NO_PERSONS: Final = frozenset(_NO_PERSON_WORDS.split()) | frozenset((*MONTHS, *(day.lower() for day in WEEKDAYS)))
_NEXT_PERSON: Final = re.compile(r",? and \b")
"""Behind it, what stands before the next name is of that one."""
_SENTENCE_END: Final = re.compile(r"(?<!\b[A-Z])[.;!?][”’\"')]*\s+(?=[A-Z“\"])|\n")
_WORD: Final = re.compile(r"[^\W\d_]+")
_LEAST_LETTERS: Final = 3


@dataclass(frozen=True, slots=True)
class _Person:
    """One mention of somebody, with the words about it."""

    name: tuple[str, ...]
    """In small letters, without a title."""
    before: frozenset[str]
    """The roots of what stands before it, back to the person before or the beginning of the sentence."""
    behind: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Held:
    """An office that a claim gives to somebody, right before the name or in an aside behind it."""

    name: tuple[str, ...]
    roots: frozenset[str]
    shown: str


def borrowed_office(claim_words: Words, quote_words: Words) -> tuple[str, str] | None:
    """The words by which a claim gives somebody an office, and who alone has it in the quotes.

    “Ambassador Paquete” where they have “Ambassador Cunha, and Paquete, who directs the fund”. Not somebody of whom the
    quotes tell no office: whoever reads may know it; nor a counterpart, who has that of the other.
    """
    claim, quotes = claim_words.text, quote_words.text
    if _HEADS.isdisjoint(claim_words.lower) or _HEADS.isdisjoint(quote_words.lower) or claim in quotes:
        return None
    held = list(_held_in(claim))
    persons = _persons_in(quotes, [each.name for each in held]) if held else []
    for office in held:
        others = [each for each in persons if not _is_same(each.name, office.name)]
        own = [each for each in persons if _is_same(each.name, office.name)]
        beside = frozenset[str]().union(*(each.before | each.behind for each in own))
        if not own or not others or office.roots <= beside or _is_described_alike(office, beside):
            continue
        bearers = [each for each in others if office.roots <= each.before or office.roots <= each.behind]
        if not bearers or _count(office, quotes) > len(bearers) or _may_be_counterpart(office, own, persons):
            continue
        is_kept = any(
            _is_same(each.name, bearer.name) and each.roots & office.roots & _HEAD_ROOTS
            for each in held
            for bearer in bearers
        )
        if not is_kept and (beside & _HEAD_ROOTS or not any(_has(claim, bearer.name) for bearer in bearers)):
            return office.shown, bearers[0].name[-1].capitalize()
    return None


def _is_described_alike(office: _Held, beside: Set[str]) -> bool:
    heads = office.roots & _HEAD_ROOTS
    return (not (heads - beside) and not (office.roots - beside - heads)) or has_related(heads, beside - _HEAD_ROOTS)


def _may_be_counterpart(office: _Held, own: Sequence[_Person], persons: Sequence[_Person]) -> bool:
    """Whether quotes call somebody the counterpart of one who holds the office."""
    for index, each in enumerate(persons):
        if each in own and _COUNTERPART in each.before | each.behind:
            earlier = [other.before | other.behind for other in persons[:index]]
            if any(office.roots & _HEAD_ROOTS & roots for roots in earlier):
                return True
    return False


def _count(office: _Held, quotes: str) -> int:
    """How often quotes have the office: its head, with all that the claim has beside it in the same part."""
    heads, others = office.roots & _HEAD_ROOTS, office.roots - _HEAD_ROOTS
    words = [root_of(word.lower()) for word in _WORD.findall(quotes)]
    near = (words[max(0, at - 5) : at + 8] for at, root in enumerate(words) if root in heads)
    return sum(others <= set(each) for each in near)


def _held_in(claim: str) -> Iterator[_Held]:
    for match in _RUN.finditer(claim):
        title, name = _title_and_name(claim, match)
        if not name:
            continue
        roots = _roots(title) - _LITTLE
        if roots & _HEAD_ROOTS:
            yield _Held(name, roots, f"{title} {' '.join(_WORD.findall(match[0])[-len(name) :])}")
        if aside := _ASIDE.match(claim, match.end()):
            what = re.split(r"\b(?:and|who|which|at|in|on|said|was|were|has|had)\b", aside["what"])[0]
            told = _roots(what) - _LITTLE
            if told & _HEAD_ROOTS:
                yield _Held(name, told, f"{match[0]}{aside[0]}")


def _title_and_name(text: str, match: re.Match[str]) -> tuple[str, tuple[str, ...]]:
    """The words of an office right before a name, and the name in small letters; no name of a body or a country."""
    words = _WORD.findall(match[0])
    at = 0
    while at < len(words) and (len(words[at]) == 1 or words[at].lower() in _NO_NAMES):
        at += 1
    at = max([at, *(index + 1 for index, word in enumerate(words[:-1]) if word.lower() in _TITLE_WORDS)])
    title, name = words[:at], tuple(word.lower() for word in words[at:])
    before = _WORD.findall(text[max(0, match.start() - 60) : match.start()]) if match.start() else []
    if text[match.start() - 1 : match.start()] == " " and not re.search(r"[,.;:!?]\s\Z", text[: match.start()]):
        while before and before[-1].lower() in _TITLE_WORDS:
            title.insert(0, before.pop())
    is_person = name and len(name[-1]) >= _LEAST_LETTERS and _NO_PERSONS.isdisjoint(name)
    return " ".join(title), name if is_person and not COUNTRY_KEYS & set(name) else ()


def _roots(text: str) -> frozenset[str]:
    words = (word.lower() for word in _WORD.findall(text))
    return frozenset(root_of(word) for word in words if word not in FUNCTION_WORDS and word not in _LITTLE)


def _is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    return one[-1] in other or other[-1] in one


def _has(text: str, name: Sequence[str]) -> bool:
    return name[-1] in {word.lower() for word in _WORD.findall(text)}


def _persons_in(quotes: str, named: Sequence[tuple[str, ...]]) -> list[_Person]:
    """Everybody whom quotes name: those whom the claim names, and others by first and last name."""
    lasts = {name[-1] for name in named}
    found: list[tuple[int, int, tuple[str, ...]]] = []
    for match in _RUN.finditer(quotes):
        _, name = _title_and_name(quotes, match)
        words = list(_WORD.finditer(quotes, match.start(), match.end()))
        ends = [at for at, word in enumerate(words) if word[0].lower() in lasts]
        if ends:
            first = max(0, ends[-1] - 1)
            found.append((words[first].start(), match.end(), tuple(each[0].lower() for each in words[first:])))
        elif len(name) > 1:
            found.append((words[-len(name)].start(), match.end(), name))
    return list(_with_surroundings(quotes, found))


def _with_surroundings(quotes: str, found: Sequence[tuple[int, int, tuple[str, ...]]]) -> Iterator[_Person]:
    bounds = [0, *(match.end() for match in _SENTENCE_END.finditer(quotes)), len(quotes)]
    before = frozenset[str]()
    for at, (start, end, name) in enumerate(found):
        begin = max(each for each in bounds if each <= start)
        close = min(each for each in bounds if each >= end)
        last = found[at - 1][1] if at else 0
        following = found[at + 1][0] if at + 1 < len(found) else len(quotes)
        between = quotes[max(begin, last) : start]
        is_joined = last > begin and not _roots(between)
        before = before if is_joined else _roots(between)
        behind = _NEXT_PERSON.split(quotes[end : min(close, following)])[0]
        yield _Person(name, before, _roots(behind) if behind[:1] in ",(–—" or behind[:4] == " who" else frozenset())
