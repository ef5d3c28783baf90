"""How many a list of names or things has: “Ann, Tim and Bob”, “a Pole and two Finns”, “Acme and two other firms”."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from dashboard.evidence.words import CARDINALS, FUNCTION_WORDS, Counted, TextNumber, content_words

LONGEST_LIST: Final = 20
_IN_BRACKETS: Final = re.compile(r"(?<=[\w’'”\"])\s?\([^()]{1,60}\)(?=,|;|\s(?:and|or|plus|as well as)\s)")
"""What is said of one name of a list: “Kenya (the host), Uganda (UG) and Chad”."""
_SENTENCE: Final = re.compile(r"(?<=[a-z)”]{2}[.!?])\s+|\n\n")
_COMMA: Final = re.compile(r"[,;]\s*(?:and\s+|or\s+)?")
_NAME: Final = r"[A-Z][\w’'-]*(?:\s(?:of\s(?:the\s)?)?[A-Z][\w’'-]*){0,3}"
_ITEM: Final = re.compile(
    r"(?:(?:and|or|to|from|the|in|by|of|(?:along\s|together\s)?with|alongside|plus|its|their)\s+)*[A-Z“\"]"
)
_BEGIN: Final = re.compile(rf"\b(?:by|of|with|from|among|between|including|are|were)\s(?:the\s)?{_NAME}\Z")
"""What comes before a list whose first name ends a part: `was attended by Israeli`."""
_MAY_BEGIN: Final = re.compile(rf"\b[a-z][\w’'-]*\s(?:the\s)?{_NAME}\Z")
"""What may: `fined Acme`, or `on leaving Kenya`."""
_AND: Final = re.compile(r"\s(?:and|&)\s(?:the\s)?(?=[A-Z])")
_BETWEEN_ITEMS: Final = re.compile(r"[,;]\s*(?:and\s+)?|\s+(?:and|plus|as well as)\s+")
_NUMBER: Final = rf"\d{{1,2}}|{'|'.join(CARDINALS)}"
_SO_MANY: Final = rf"\b(?P<number>an?|one|another|the|his|her|its|their|{_NUMBER})\s+"
_FIRST_ITEM: Final = re.compile(rf"{_SO_MANY}(?P<noun>[\w’'-]+(?:\s[\w’'-]+){{0,2}})\Z", re.IGNORECASE)
_NEXT_ITEM: Final = re.compile(rf"(?:also\s+)?{_SO_MANY}(?P<noun>[\w’'-]+(?:\s[\w’'-]+)?)", re.IGNORECASE)
_NAMED_ITEM: Final = re.compile(rf"(?:\A|\s)(?P<noun>{_NAME})\Z")
_OTHERS: Final = re.compile(
    rf",?\s(?:and|plus|with|alongside|as\swell\sas)\s(?:(?P<number>{_NUMBER})\s(?:others?|more|further|additional)\b"
    rf"|another\s(?P<more>{_NUMBER})\b|another\b)",
    re.IGNORECASE,
)
"""What adds to the names before it: “Acme and two other firms” are three."""
_SINGLE: Final = frozenset({"a", "an", "one", "another"})
_PLURAL: Final = re.compile(r"[^s]s\b")
_OWN_LIST: Final = re.compile(
    r"(?:\s[\w’'-]+){1,5}?\s?(?P<sign>[,:(]|\s[–—-]\s)\s*(?!(?:among|includ|such|like|with|notabl|especiall|some|most"
    r"|half|many|of|who|which|one|two|three|four)\w*\b)"
)
"""What stands between a number and the list of all that it counts: “two politicians, Ann and Tim”."""
_OWN_LIST_BEFORE: Final = re.compile(r"(?:[,(]|\s[–—-])\s*(?:(?:the|all|both)\s)?\Z")
_LONGEST_OWN: Final = 200


def longest_list(text: str) -> int:
    """How many names the longest list of a text may have."""
    return max(list_lengths(text), default=0)


@lru_cache(maxsize=16)
def list_lengths(text: str) -> frozenset[int]:
    """How many names the lists of a text may have: worked out once for all figures of a claim."""
    return frozenset(_lengths(text))


def _lengths(text: str) -> Iterator[int]:
    """How many names each list may have: `and` joins two of them, or stands in the name of one."""
    yield from _lengths_as_written(text)
    if "(" in text and (rest := _IN_BRACKETS.sub("", text)) != text:
        yield from _lengths_as_written(rest)


def _lengths_as_written(text: str) -> Iterator[int]:
    for sentence in _SENTENCE.split(text):
        yield sentence.count(";") + 1
        yield from _lengths_with_others(sentence)
        least = most = 0
        for part in _COMMA.split(sentence):
            if not _is_name(part):
                yield from range(max(least, 2), most + 1)
                least = int(_BEGIN.search(part) is not None)
                most = int(least or _MAY_BEGIN.search(part) is not None)
                continue
            least, most = least + 1, most + 1 + len(_AND.findall(part))
        yield from range(max(least, 2), most + 1)


def _lengths_with_others(sentence: str) -> Iterator[int]:
    """How many each list may have that names some and counts the others."""
    start = 0
    for match in _OTHERS.finditer(sentence):
        number = (match["number"] or match["more"] or "one").lower()
        others = int(number) if number.isdigit() else CARDINALS[number]
        parts = _COMMA.split(sentence[start : match.start()])[-LONGEST_LIST:]
        start = match.end()
        if not _NAMED_ITEM.search(parts[-1]):
            continue
        named = 0
        for part in reversed(parts):
            if _is_name(part):
                named += 1 + len(_AND.findall(part))
                continue
            named += _NAMED_ITEM.search(part) is not None
            break
        yield from range(others + 1, others + max(named, 1) + 1)


def lists_its_own(figure: TextNumber, text: str) -> bool:
    """Whether a text lists, right beside a figure, just as many as it says: “Ann and Tim, two politicians”."""
    if not 2 <= figure.value <= LONGEST_LIST:
        return False
    if behind := _OWN_LIST.match(text, figure.end):
        listed = text[behind.end() : behind.end() + _LONGEST_OWN]
        if figure.value in list_lengths(listed):
            return True
        if behind["sign"] != "," and figure.value == len(_BETWEEN_ITEMS.split(re.split(r"[.)–—]", listed)[0])):
            return True
    before = text[max(0, figure.start - _LONGEST_OWN) : figure.start]
    return _OWN_LIST_BEFORE.search(before) is not None and figure.value in list_lengths(before)


def is_listed(number: int, here: Counted | None, text: str) -> bool:
    """Whether a list has so many: “a Pole, a Dane and two Finns” are four, and “2 shells and 1 bomb” no 3 shells."""
    for items in _counted_lists(text):
        if sum(count for count, _ in items) == number:
            named = [here.head in roots for _, roots in items] if here else []
            if all(named) or not any(named):
                return True
    return False


@lru_cache(maxsize=16)
def _counted_lists(text: str) -> tuple[tuple[tuple[int, frozenset[str]], ...], ...]:
    """The lists of things each of which is counted, or is one: how many each item is, and the roots of its words."""
    found: list[list[tuple[int, frozenset[str]]]] = []
    for sentence in _SENTENCE.split(text):
        items: list[tuple[int, frozenset[str]]] = []
        for part in _BETWEEN_ITEMS.split(sentence):
            if items and (item := _item(_NEXT_ITEM.match(part))):
                items.append(item)
                continue
            item = _item(_FIRST_ITEM.search(part)) or _named_item(part)
            items = [item] if item else []
            found.append(items)
    return tuple(tuple(items) for items in found if len(items) > 1)


def _item(match: re.Match[str] | None) -> tuple[int, frozenset[str]] | None:
    """How many an item of a list is; None for what is none, or has no number: “the guards”."""
    if match is None:
        return None
    number, noun = match["number"].lower(), match["noun"]
    roots = frozenset(word.root for word in content_words(noun))
    if number.isdigit() or number in CARDINALS:
        return int(number) if number.isdigit() else CARDINALS[number], roots
    return None if number not in _SINGLE and _PLURAL.search(noun) else (1, roots)


def _named_item(part: str) -> tuple[int, frozenset[str]] | None:
    """An item that a name is: “Ann Miller, her husband and their son”."""
    match = _NAMED_ITEM.search(part)
    return (1, frozenset(word.root for word in content_words(match["noun"]))) if match else None


def _is_name(part: str) -> bool:
    """Whether a part of a sentence begins with a name, small words before it apart: not “During the call”."""
    item = _ITEM.match(part)
    return item is not None and part[item.end() - 1 :].split(maxsplit=1)[0].lower() not in FUNCTION_WORDS - {"the"}
