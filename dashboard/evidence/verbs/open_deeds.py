"""Deeds that a headline has as done, and all that its event says of them leaves open: planned, asked for, alleged."""

import re
from collections.abc import Iterator, Set
from functools import cache, lru_cache
from typing import Final

from dashboard.evidence.verbs.forms import IRREGULAR_FORMS, bases_of, past_of, present_of
from dashboard.evidence.verbs.plans import INTENDING, MODALS, ORDERING, of_sentence
from dashboard.evidence.words import FUNCTION_WORDS, Words, root_of
from dashboard.model.vocabularies import DEEDS, ENGLISH, HEADLINE_VERBS, IRREGULAR_VERBS
from dashboard.text.sign_phrases import SignPhrases

_KNOWN: Final = (
    frozenset(verb for verbs in DEEDS for verb in verbs)
    | ENGLISH["strong_verbs"]
    | HEADLINE_VERBS.keys()
    | frozenset(verb for verb, *_ in IRREGULAR_VERBS)
)
"""Verbs that a headline may tell with words of the event for the same deed."""
_NO_DEED_WORDS: Final = """
    be have do say tell plan aim call ask demand seek want need offer promise pledge vow threaten warn urge consider
    discuss weigh debate talk propose suggest hope expect look see get let mean face remain become come go make take
    meet visit host announce hold know think feel find put keep show read hear lead lie set run stand bring begin
"""
_NO_DEEDS: Final = frozenset(_NO_DEED_WORDS.split())
"""Verbs that say themselves that more is to come, or too little by themselves."""
_BROAD_WORDS: Final = """
    will shall not no new force life out down give gave given take took taken make put set law end cut hold held work
    decide decision open close right money power plan order support help step state stand turn use way war say said
    claim charge report found find both join together come came go went get got meet met visit host ship
"""
_BROAD: Final = frozenset(map(root_of, _BROAD_WORDS.split()))
"""Words that go with a deed, and with many others."""
_HEADLINE_IS_OPEN: Final = SignPhrases(
    rf"{MODALS}|{INTENDING}|{ORDERING}|consider\w*|weigh\w*|discuss\w*|alleg\w*|accus\w*|suspect\w*|blam\w*"
    r"|says?|said"
    r"|claim\w*|report\w*|apparent\w*|den(?:y|ies|ied)|rumou?r\w*|call\w*|not|no|if|unless|until|draft|talks? of"
    r"|yet|possible|probe\w*|trial|charge[sd]?|fear\w*|bid|likely|ready|due|eye[sd]?|mull\w*"
)
"""By these a headline says itself that it is open."""
_PLURAL_BEFORE: Final = re.compile(
    r"(?:\b[A-Za-z]{2,}(?<![su])(?<!i)s|\b(?:[Pp]olice|[Pp]eople|men|women|children|Dutch|French|British|Chinese"
    r"|Japanese)"
    r"|\band (?:the )?[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?)\s\Z"
)
"""What stands before a verb without an ending: “Rebels remove”, “Mali and Chad sign”."""
_BREAK: Final = re.compile(r"[,;:.()—–]\s|[,;:]\Z")
_GOES_ON: Final = re.compile(
    r"\b(?:began|begun|begins?|start\w*|continu\w*|manag\w*|help\w*|forced|forcing|went on|go(?:es)? on|succeed\w*"
    r"|vot\w*|decid\w*"
    r"|mov(?:ed|es)|used|able|enabl\w*|allow\w*|led|chose|caus\w*|compel\w*|made|return\w*|came"
    r"|left)(?: [\w’'-]+){0,3} to\s(?:\w+ly )?\Z|\bha(?:s|d|ve) to\s\Z",
    re.IGNORECASE,
)
_MODAL: Final = re.compile(
    rf"\b(?:{MODALS}|(?:are|is|was|were) (?:about|due|set|going|ready|likely|expected|scheduled) to|[\w’]+[’']ll)"
    r"(?:\s(?:also|then|soon|now|not|be|have|been|again|only|\w+ly))*\s\Z",
    re.IGNORECASE,
)
_TO: Final = re.compile(r"\bto(?:\s(?:be|have|been|help|\w+ly))*\s\Z", re.IGNORECASE)
_AHEAD: Final = re.compile(r"\b(?:will|would|shall|may|might|could)\b")
_TO_AND: Final = re.compile(rf"\b(?:to|{MODALS}) [a-z]+\b[^.;:!?]*\b(?:and|or) (?:\w+ly )?\Z")
"""What leaves open a second verb without an ending: “to travel to Delhi and sign”."""
_PLANNED: Final = re.compile(
    rf"\b(?:{INTENDING}|{ORDERING}|propos\w+|consider\w*|weigh\w*|discuss\w*|debat\w+|contemplat\w+|suggest\w*|mull\w*"
    r"|negotiat\w+|talks?|possib\w+|potential|prospects?|draft\w*|future|eventual|likely|threat\w*|fear\w*|warn\w*"
    r"|advocat\w+|envisag\w+|demand\w*|seek\w*|sought|insist\w*|favou?r\w*|calls?|called|requests?|lend\w*"
    r"|upon|pending|until|ahead of|before|towards?|in favou?r of|hop\w+|look\w* forward to|interest\w* in)"
    r"(?:\s[$€£¥]?[\w’'.,-]*[\w’'-]){0,7}\s\Z",
    re.IGNORECASE,
)
"""What leaves open a noun, or a word in -ing, that follows in its part of the sentence: “promised $57 billion in”."""
_FOR: Final = re.compile(
    r"\b(?:loans?|money|funds?|aid|credits?|grants?|pay|paid|lend|lent) (?:[\w’'.,-]+ ){0,6}for (?:[\w’'-]+ ){0,2}\Z"
    r"|\b(?:financ(?:e|es|ed|ing)|fund(?:s|ed|ing)?) (?:[\w’'-]+ ){0,2}\Z",
    re.IGNORECASE,
)
"""What stands before the noun for a deed that somebody only pays for."""
_DOUBTED: Final = re.compile(
    r"\b(?:alleg\w+|accus\w+|suspect(?:ed|s)?|reportedly|apparent(?:ly)?|purported\w*|den(?:y|ied|ies|ying|ials?)"
    r"|charg(?:ed|es|ing) (?:that|with)|on (?:charges|suspicion)|blam(?:ed|es|ing)|linked to|rumou?r\w*|unconfirmed"
    r"|claim(?:s|ed)? (?:that|to)|believed to|thought to|said to have|whether|if|unless)\b"
    r"(?:(?!, (?:but|yet|although|though|and then)\b)[^;:.!?]){0,190}\Z",
    re.IGNORECASE,
)
_DENIED: Final = re.compile(
    r"(?:\b(?:no|not|never|nobody|none|without|neither|nor|yet to|fail\w* to|refus\w* to|declin\w* to|unable to|cannot"
    r"|reject\w*|rul\w+ out|stopp\w+ short of)\b(?! (?:only|just|later|longer)\b)|n[’']t\b)(?: [\w’'-]+){0,4} ?\Z",
    re.IGNORECASE,
)
_SCHEDULED: Final = re.compile(
    r"(?: [\w’'-]+){0,5}? (?:is|are|was|were|remains?|has been|have been) (?:\w+ )?(?:scheduled|due|set|planned"
    r"|expected"
    r"|slated|to|pending|uncertain|unclear|in doubt)\b|(?: [\w’'-]+){0,4}? (?:will|would|may|might|could|can|should)\b"
)
_OPEN_WORDS: Final = SignPhrases(
    rf"{MODALS}|{INTENDING}|{ORDERING}|to|consider|discuss|weigh|alleg\w*|accus\w*|suspect\w*|reportedly"
    r"|apparent\w*"
    r"|den(?:y|ied|ies)|charg\w+|blam\w+|linked|not|no|negotiat\w+|talks?|upon|for"
)
_PEACE_THING: Final = re.compile(
    r"\bpeace (?=(?:talks|process|negotiat\w+|envoys?|conference|summit|force|mission|corps|prize|plan|proposal|bid"
    r"|efforts?|mediat\w+)\b)",
    re.IGNORECASE,
)
"""Peace in a name of what there is before there is one."""
_BEFORE_NOUN_WORDS: Final = """
    the a an in of on for at by with from to its their his her our over under against no new more first two three into
"""
_BEFORE_NOUN: Final = frozenset(_BEFORE_NOUN_WORDS.split())
"""Behind these, a word that may be a verb is a noun: “ten billion in guarantees”."""
_NUMBER: Final = re.compile(r"\d[\d,.]*(?<![,.])")
_PART_ENDS: Final = re.compile(r"[.;:!?]\s|\n|,? (?:and|but|while) (?:the|its?|they|he|she|a) ")
_PARTICLES: Final = frozenset({"out", "off", "up", "down", "back", "over"})
_WORD: Final = re.compile(r"[^\W\d_]+(?:[’'][a-z]+)?")
_REACH: Final = 200
_LEAST_LETTERS: Final = 3


def open_deed_in_title(title: str, given: Words) -> str:
    """The verb of a headline for what, by all words of its event, is planned, asked for, alleged or denied alone.

    “Syria pulls out” for “agreed to withdraw”: the event's words may be of another verb for the deed, or its noun.
    """
    if "?" in title or ":" in title or _HEADLINE_IS_OPEN.search(title, Words(title).lower):
        return ""
    if not _OPEN_WORDS.search(given.text, given.lower):
        return ""
    numbers = frozenset(_NUMBER.findall(title))
    for word, verbs in _deeds(title):
        roots = frozenset[str]().union(*map(_same, verbs)) - _BROAD | {root_of(each) for each in verbs}
        if roots.isdisjoint(given.roots):
            continue
        if _are_open(roots, numbers, given):
            return word
    return ""


def _are_open(roots: frozenset[str], numbers: Set[str], given: Words) -> bool:
    """Whether all words with some roots are open where they stand; of those with a number of the title, these alone."""
    text, words = given.text, frozenset(each for each in given.lower if not roots.isdisjoint(_roots_of_word(each)))
    if not words:
        return False
    left_open: list[re.Match[str]] = []
    is_one_done = False
    for each in _occurrences(words, text):
        if is_open(text, each):
            left_open.append(each)
        elif not numbers or _has_number(numbers, text, each):
            return False
        else:
            is_one_done = True
    if is_one_done:
        return any(_has_number(numbers, text, each) for each in left_open)
    return bool(left_open)


def _has_number(numbers: Set[str], text: str, match: re.Match[str]) -> bool:
    """Whether a number of the title stands behind a word for a deed, in the same part of the sentence."""
    behind = _PART_ENDS.split(text[match.end() : match.end() + _REACH])[0]
    return not numbers.isdisjoint(_NUMBER.findall(behind))


def _deeds(title: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The first verb of each clause of a headline that may tell a deed, with the verbs of which it may be a form.

    A word that may be a plural is none where a verb follows at once: “Peace talks collapse”.
    """
    words = list(_WORD.finditer(title))
    is_begun = False
    for at, match in enumerate(words):
        word = match[0]
        if word in ("and", "as", "after", "while", "but"):
            is_begun = False
        if not at or is_begun or not word.islower() or word in FUNCTION_WORDS:
            continue
        verbs = frozenset[str]() if words[at - 1][0].lower() in _BEFORE_NOUN else _verbs_of(title, match)
        behind = words[at + 1] if at + 1 < len(words) else None
        if not verbs or (behind and title[match.end() : behind.start()] == " " and _follows(behind[0])):
            continue
        is_begun = True
        particle = frozenset({f"{verb}{behind[0]}" for verb in verbs} if behind and behind[0] in _PARTICLES else ())
        if deeds := (verbs & _KNOWN) - _NO_DEEDS:
            yield word, deeds | particle
        elif particle:
            yield word, particle


def _follows(word: str) -> bool:
    """Whether a word right behind one that may be a plural is a verb without an ending, or in the past."""
    return word.islower() and (word in _KNOWN or bool(bases_of(word))) and word not in FUNCTION_WORDS


def _verbs_of(title: str, match: re.Match[str]) -> frozenset[str]:
    word = match[0]
    if title[match.end() : match.end() + 1] == "-" or title[match.start() - 1 : match.start()] == "-":
        return frozenset()
    bare = {word} if word in _KNOWN and _PLURAL_BEFORE.search(title[: match.start()]) else set[str]()
    return frozenset({*bases_of(word), *present_of(word)} & _KNOWN | bare)


@cache
def _same(verb: str) -> frozenset[str]:
    """The roots of words for the same deed."""
    others = {each for verbs in DEEDS if verb in verbs for each in verbs} | set(HEADLINE_VERBS.get(verb, ()))
    forms = {form for each in (verb, *others) for form in past_of(each)} if verb in _KNOWN else set[str]()
    return frozenset(map(root_of, {verb, *others, *(form for form in forms if len(form) >= _LEAST_LETTERS)}))


def _occurrences(words: frozenset[str], text: str) -> Iterator[re.Match[str]]:
    """Where some words in small letters stand; `peace` not in the name of peace talks."""
    for match in _WORD.finditer(text):
        lower = match[0].lower()
        if lower in words and not (lower == "peace" and _PEACE_THING.match(text, match.start())):
            yield match


@lru_cache(maxsize=16_384)
def _roots_of_word(word: str) -> frozenset[str]:
    """The roots of a word, and of the verbs of which it may be a form."""
    return frozenset(map(root_of, (word, *bases_of(word), *present_of(word))))


def is_open(text: str, match: re.Match[str]) -> bool:
    """Whether a word for a deed stands where it is planned, asked for, possible, alleged or denied."""
    before = of_sentence(text, match.start())[-_REACH:]
    if _DOUBTED.search(before) or _DENIED.search(before):
        return True
    part = _BREAK.split(before)[-1]
    if modal := _MODAL.search(before):
        return not modal[0].startswith("May")
    lower = match[0].lower()
    if _TO.search(before):
        return not _GOES_ON.search(before) or _AHEAD.search(part) is not None
    if _TO_AND.search(before) and not lower.endswith(("ed", "s", "ing")) and lower not in IRREGULAR_FORMS:
        return True
    if bases_of(lower) and not lower.endswith("ing"):
        return False
    return bool(_PLANNED.search(part) or _FOR.search(part)) or _SCHEDULED.match(text, match.end()) is not None
