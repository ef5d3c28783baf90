"""Doubt in a sentence: negations, conditions and possibilities, and what they are said of."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from dashboard.evidence.words.content import root_of
from dashboard.evidence.words.names import key_of
from dashboard.evidence.words.near_misses import NEARLY, NEARLY_TOO, NEARLY_WORDS
from dashboard.evidence.words.number_words import CARDINALS, SCALES
from dashboard.evidence.words.opposites import negatives_in
from dashboard.evidence.words.told_clauses import is_aside
from dashboard.model.vocabularies import IRREGULAR_VERBS, SMALL_WORDS

NEGATION: Final = "negation"
CONDITION: Final = "condition"
EXCEPTION: Final = "exception"
EXCLUSION: Final = "exclusion"
POSSIBILITY: Final = "possibility"
OPEN: Final = "open question"
FUTURE: Final = "future"
NEAR_MISS: Final = "near miss"
IN_NAME: Final = "in all but name"
LEAST: Final = "at least"
MOST: Final = "at most"

_SO_MUCH: Final = (
    r"(?:dozen|score|hundred|thousand|million|billion|third|quarter|half|century|decade|year|month|fortnight|week|day|"
    r"night|hour|minute|mile|kilomet|met(?:re|er)|ton|acre|hectare)"
)
_NUMBER: Final = rf"[$€£¥]|\d|a\s(?:full |whole |good )?{_SO_MUCH}|" + "|".join((*CARDINALS, *SCALES))
_NO_DENIAL: Final = r"(?! (?:only|just|merely|simply|solely)\b)"
"""What makes of “not” no denial: “not only at posts but also at a village”."""
_SIGNS: Final = {
    NEGATION: (
        rf"not{_NO_DENIAL}|cannot|never|no(?! (?:more|less|fewer|later|earlier|sooner) than)|none|nor|neither|nobody|"
        r"nothing|without|\w+n[’']t|yet to|fail(?:ed|s|ure|ing)? to|unable to|refrain(?:ed|s)? from"
        r"|refus(?:ed|es|al|ing) to|declin(?:ed|es|ing) to|(?:absence|lack) of|(?<!the )(?<!a )lack(?:s|ed|ing)?"
        r"|remain(?:s|ed)? to be|still to be|hardly|scarcely|barely|rarely|seldom|reject(?:ed|s|ing)?|"
        r"turn(?:ed|s|ing) down|rul(?:ed|es|ing) out|den(?:ied|ies|ying)|doubt(?:ed|s|ing)? (?:that|whether|if)"
    ),
    CONDITION: r"if|provided that|on condition",
    EXCEPTION: r"unless",
    EXCLUSION: (
        r"except(?:ing)?|excluding|(?<!to )(?<!not )(?<!can )(?<!could )(?<!will )(?<!would )(?<!must )(?<!help )"
        r"save(?= (?:for |the |a |[A-Z]))|with the exception of"
    ),
    POSSIBILITY: (
        r"may(?!(?: \w+){0,3} no longer\b| not (?!have|be)\w)|might|could(?! not\b| no longer\b| be (?:seen|heard"
        r"|felt|found|read|noticed)\b)"
        r"|possib(?:ly|le|ility)|perhaps|potential(?:ly)?|maybe"
    ),
    OPEN: r"(?:unclear|uncertain|unknown|not (?:clear|certain|known)) (?:whether|if)",
    FUTURE: r"would",
    NEAR_MISS: NEARLY,
    IN_NAME: r"in all but (?:in )?name",
    LEAST: (
        r"(?:(?<!no )(?<!not )more than|no (?:less|fewer) than"
        r"|(?<!hand )(?<!handed )(?<!handing )(?<!hands )(?<!turn )(?<!turned )"
        r"(?<!take )(?<!took )(?<!taken )(?<!sign )(?<!signed )(?<!pass )(?<!passed )over|at least|above|exceeding"
        r"|in excess of)"
        rf"(?=\s(?:{_NUMBER}))"
    ),
    MOST: (
        r"(?:(?<!no )(?<!not )(?:less|fewer) than|no more than|almost|nearly|up to|at most|under|below|not quite)"
        rf"(?=\s(?:{_NUMBER}))"
    ),
}
"""What a sentence is doubted with."""
_SAME: Final = {
    NEGATION: (
        rf"not{_NO_DENIAL}|cannot|never|no|none|nor|neither|nobody|nothing|without|\w+n[’']t|yet to|fail\w*|unable|"
        r"refus\w+|lea?[vf]\w*\s+(?:(?:many|much|it|several|some|key|most|other)\s+){1,3}open|disput\w+|contradict\w*|contest\w*|unchanged|unaffected|untouched"
        r"|intact|(?:stay|ke[ep]p|kept)\w* away|skip(?:s|ped)|boycott\w*|as (?:it|they) (?:is|are|was|were)\b|"
        r"declin\w+|den(?:y|ied|ies|ying)|reject\w*|lack\w*|oppos(?:es?|ed|ing)|opposition to|prevent\w*|withh\w+|"
        r"turn(?:ed|ing)? down|"
        r"rather than|instead of|only (?:if|when|with|after|once)|banned|barred|stopped|halted|unlikely|absen\w+|"
        r"avoid\w*|except|free of|impossib\w+|(?<!a )few|(?:nearly|almost) (?:all|every\w*)|unclear|uncertain\w*|"
        r"unknown|doubt\w*|scepti\w+|skepti\w+|first (?:[\w’'-]+ ){1,9}?(?:since|ever)|"
        r"first (?:[\w’'-]+ ){1,9}?(?:in|for) (?:[\w’'-]+ ){0,4}?(?:years?|months|decades?|centur\w+|generations?)|"
        r"rul(?:ed?|ing) out|abstain\w*|exclud\w+|missing|cut off|still to|refrain\w*|incapable|hardly|"
        r"scarcely|barely|rarely|seldom|all but|prohibit\w*|forb\w+|block\w*|veto\w*|against|resist\w*|unwilling|"
        r"reluctan\w+|object\w*|indefinite\w*|unlimited|open-ended"
    ),
    CONDITION: (
        r"if|provided|only (?:with|through|by)|condition\w*|as long as|once|when|should|in case|whether|unless"
        r"|until|subject to|would|depend\w*|"
        r"fail\w*|without|absence|lack"
    ),
    EXCEPTION: (
        r"unless|except|without|until|only (?:if|once|when|after)|(?:if|should|until)\b[^.;]{0,60}?\b(?:not|no"
        r"|nobody|none|nothing|neither|never|fail\w*|refus\w+|lack\w*|without|reject\w*|object\w*|\w+n[’']t)"
    ),
    EXCLUSION: r"except\w*|exclu\w+|save|exception|other|apart|but|not|n[’']t|without|only|rest|remaining|outside",
    POSSIBILITY: (
        r"thought|believed?|presum\w+|suppos\w+|assum\w+|entitl\w+|licen[cs]e[ds]?|authori[sz]\w+|rights?|eligible"
        r"|exempt|free to|maximum|up to|punishable|(?:fac|carr)\w+ (?:an? |the |up to|between|charges|possible)|may"
        r"|might|could|can|cannot|possib\w+|perhaps|potential\w*|maybe|likely|risk\w*|chance|option|consider\w*|"
        r"propos\w+|discuss\w*|suggest\w*|allow\w*|let|permit\w*|enabl\w+|fear\w*|worr\w+|hop\w+|able|capab\w+|"
        r"threat\w*|interest(?:ed)? in|mull\w*|contemplat\w+|weigh(?:s|ed|ing)?|eye(?:s|d|ing)|eying|uncertain\w*"
    ),
    OPEN: (
        r"whether|if|unclear|uncertain\w*|unknown|not|n[’']t|nobody|doubt\w*|questions?|may|might|could|possib\w+"
        r"|perhaps|maybe|reported\w*|alleged\w*"
    ),
    FUTURE: (
        r"provid(?:e|es|ed|ing) (?:for|that)|foresee\w*|foresaw|envisag\w+|stipulat\w+|entitl\w+|guarantee\w*"
        r"|la(?:ys?|id) down|sets? (?:out|up)|grant\w*|would|will|could|might|may|shall|should|if|plan\w*|intend\w*"
        r"|expect\w*|promis\w+|pledg\w+|propos\w+|hop\w+|to|about to|going to|"
        r"announc\w+|proclaim\w+|decid\w+|order\w*|vow\w*|threat\w*|seek\w*|want\w*|demand\w*|ask\w*|call\w*|likely"
        r"|unless|fear\w*|possib\w+|risk\w*|interest(?:ed)? in|mull\w*|contemplat\w+|weigh(?:s|ed|ing)?|eye(?:s|d|ing)"
        r"|eying|keen|eager|wish\w*|desir\w+"
    ),
    NEAR_MISS: NEARLY_TOO,
    IN_NAME: (
        r"all but|effective\w*|virtual\w*|practical\w*|in (?:effect|practice|fact|name)|de facto|nominal\w*|formal\w*"
        r"|unofficial\w*|not|n[’']t|never|almost|nearly|amount\w*|as good as|without"
    ),
    LEAST: r"more|no (?:less|fewer)|minimum|over|at least|above|exceed\w*|excess|upward\w*|beyond|greater|than",
    MOST: (
        r"less|almost|nearly|up to|at most|under|below|fewer|not (?:quite|even)|close to|maximum|as (?:much|many) as"
        r"|no more|missing|lack\w*|still|yet"
    ),
}
"""What says the same in other words."""

_FIND: Final = {what: re.compile(rf"\b(?:{words})\b", re.I) for what, words in _SIGNS.items()}
_AGREES: Final = {what: re.compile(rf"\b(?:{words})\b", re.I) for what, words in _SAME.items()}
_TRIGGERS: Final = {
    NEGATION: """
        not cannot never no none nor neither nobody nothing without yet fail failed fails failure unable refrain
        refrained refrains refused refuses refusal refusing declined declines declining absence lack t failing hardly
        scarcely barely rarely seldom rejected reject rejects rejecting turned turns turning denied denies denying
        doubt doubts doubted doubting lacks lacked lacking remains remain remained still ruled rules ruling
    """,
    CONDITION: "if provided condition",
    EXCEPTION: "unless",
    EXCLUSION: "except excepting excluding save exception",
    POSSIBILITY: "may might could possibly possible possibility perhaps potential potentially maybe",
    OPEN: "unclear uncertain unknown clear certain known",
    FUTURE: "would",
    NEAR_MISS: NEARLY_WORDS,
    IN_NAME: "name",
    LEAST: "more less fewer over least above exceeding excess",
    MOST: "less more almost nearly up most under below fewer quite",
}
"""Without one of these words, in small letters, a text has no doubt of the sort."""
_TRIGGER_SETS: Final = {what: frozenset(words.split()) for what, words in _TRIGGERS.items()}
_ALL_TRIGGERS: Final = frozenset[str]().union(*_TRIGGER_SETS.values())
_NEGATIVE: Final = frozenset({NEGATION, EXCEPTION})
_PLAIN: Final = frozenset({"not", "no", "none", "never", "nor", "without", "cannot", "nobody", "nothing"})
_MONTH: Final = "May"
_WORD: Final = re.compile(r"[\w’'-]+")
_CLAUSE: Final = re.compile(
    r"[.;:—]\s|,\s(?:and|but|while|although|though|because|since|which|who|where|when)\b|(?<!\ball)\s(?:but|because"
    r"|although)\s"
)
_AND_ANOTHER: Final = re.compile(
    r"\s(?:and|or)\s(?=(?:the|an?|its|their|his|her|it|they|he|she|some|many|most|all|several|nearly|about|[A-Z\d])\b)"
)
"""Where a clause with a subject of its own may begin: not behind “between”, where two are joined."""
_ELLIPTIC: Final = re.compile(
    r"\b(?:(?:do|does|did|will|would|have|has) not(?=[,.;]|$)|not to"
    r"|(?:fail\w*|refus\w*|declin\w*) to do so|otherwise)",
    re.I,
)
"""A negation that leaves out what it denies: “if they do not, …”."""
_AIMED_AGAINST: Final = re.compile(
    r"\b((?:appeal|protest|retaliat|complain|demonstrat|struggl|rall[iy]|guard|defend|protect|strike|fight)\w*|fought"
    r"|struck|sued?|wars?|campaigns?|charges?) against\b",
    re.IGNORECASE,
)
"""Deeds of which “against” says at whom they aim: “to appeal against it” is no refusal to appeal."""
_STOP: Final = re.compile(r"[.;]\s")
_NEAR: Final = 4
_LOOKED_AT: Final = 24
"""Words behind one of doubt, of which so many as are near are taken."""
_OF_A_NOUN: Final = re.compile(
    r"(?:\A|[.;:]\s+|\b(?:the|an?|its|their|his|her|in|of|with|on|through|from|into|for|by|at|some|many)\s+)\Z", re.I
)
"""What stands before a noun with its adjective: “the almost deserted town” says of the town nothing else."""
_REACH: Final = 10
_LOOKED_BACK: Final = 60
"""Characters before one of doubt."""
_PARTICLES: Final = """
    be been being is are was were have has had do does did to the a an of in on it they he she we this that its their
    his her also only ever yet still so very longer any
"""
_EMPTY: Final = frozenset(_PARTICLES.split())
_STEM: Final = 5
_DOUBLED: Final = re.compile(r"^([a-z]{1,2}[aeiou])([bdgkmnprt])\2(?:ed|ing)$")
"""A short verb whose last consonant is doubled before its ending."""
_ENDING: Final = re.compile(r"(?<=[aeiouy][a-z])(?:ing|ed|es|s|e)$|(?<=[aeiouy][a-z]{2})(?:ing|ed|es|s|e)$")
"""The ending of a verb with a vowel and a consonant before it: `sign` of `signed`, and the whole of `bring`."""
_BASES: Final = {form: verb for verb, *forms in IRREGULAR_VERBS for form in forms if form != verb}
_DENIED_SUBJECT: Final = re.compile(
    r"(?:\A|(?<=[.;:,] ))(no|none|nobody|nothing|neither|not (?:an?|one))\b"
    r"(?:(?!\b(?:and|but|that|which|who|whom|where|when|while|because|as|after|before|if)\b)[^.;:,])*\Z",
    re.IGNORECASE,
)
"""A subject that denies its verb, however far behind: “no inquiry into the deaths of last week had been announced”."""
_LONGEST_SUBJECT: Final = 120
"""Characters of it."""
_BEFORE: Final = 8
_AFTER: Final = 5
_AFTER_SUBJECT: Final = 9
"""Words behind which the verb may stand of a subject: “talks between the miners and the company collapsed”."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """One word of doubt."""

    what: str
    """Which sort: `negation`, `condition`, ..."""
    word: str
    of: tuple[str, ...]
    """Stems of the words just behind it: what is doubted."""
    first: str = ""
    """The root of the first of them."""
    start: int = 0
    end: int = 0
    """Where the word stands: a half-open span, in code points."""


def doubts_in(text: str, lower: Set[str]) -> Iterator[Doubt]:
    """Every word of doubt in `text`, sort by sort; `lower` are its words in small letters."""
    found = _ALL_TRIGGERS & lower
    for what, triggers in _TRIGGER_SETS.items() if found else ():
        if triggers.isdisjoint(found):
            continue
        for match in _FIND[what].finditer(text):
            if match[0] != _MONTH and not is_aside(text, match.start()):
                of = _before(text, match.start()) if what == IN_NAME else _behind(text, match.end())
                if what == NEAR_MISS and _OF_A_NOUN.search(text[max(0, match.start() - _REACH) : match.start()]):
                    of = of[:1]
                yield Doubt(what, match[0], tuple(of), _first_behind(text, match.end()), *match.span())


def _behind(text: str, end: int) -> list[str]:
    """Stems of the next words of the sentence, those apart that say nothing."""
    found: list[str] = []
    for word in islice(_WORD.finditer(text, end), _LOOKED_AT):
        if len(found) == _NEAR or _STOP.search(text, end, word.start()):
            break
        end = word.end()
        if word[0].lower() not in _EMPTY:
            found.append(stem(word[0]))
    return found


def _first_behind(text: str, end: int) -> str:
    """The root of the next word that says something."""
    words = (match[0] for match in islice(_WORD.finditer(text, end), _NEAR))
    return next((root_of(word) for word in words if word.lower() not in _EMPTY), "")


def _before(text: str, start: int) -> list[str]:
    """The stem of the last word before a place that says something."""
    words = [word[0] for word in _WORD.finditer(text, max(0, start - _LOOKED_BACK), start)]
    return [stem(word) for word in reversed(words) if word.lower() not in _EMPTY][:1]


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """The beginning of a word by which its forms are alike: `stop` of `stopped`, `sink` of `sank`."""
    key = key_of(word)
    key = _BASES.get(key, key)
    return _ENDING.sub("", _DOUBLED.sub(r"\1\2", key))[:_STEM]


def agrees(what: str, text: str) -> list[str]:
    """The words in `text` that say the same sort of thing, in whatever words."""
    return [match[0].lower() for match in _AGREES[what].finditer(text) if match[0] != _MONTH]


_STEMS_OF_SCALES: Final = frozenset(map(stem, SCALES))
_MOST_PLACES: Final = 5
"""The most places of one word in a text that are looked at."""


class Stems:
    """A text by the stems of its words, to be asked of many doubts."""

    def __init__(self, text: str) -> None:
        self._text = text = _AIMED_AGAINST.sub(r"\1", text) if "against" in text else text
        self._words = [match.span() for match in _WORD.finditer(text)]
        self._at: dict[str, list[int]] = {}
        for index, (start, end) in enumerate(self._words):
            self._at.setdefault(stem(text[start:end]), []).append(index)
        self._is_elliptic = _ELLIPTIC.search(text) is not None
        self._agreeing: dict[tuple[str, int], list[str]] = {}
        """By sort of doubt and number of a word, what says the same sort of thing about that word."""
        self._negative: dict[int, list[str]] = {}
        """By number of a word, the stems of words about it that are negative by their meaning."""

    def __contains__(self, stem_: str) -> bool:
        """Whether it has a word of that stem."""
        return stem_ in self._at

    def drop(self, doubt: Doubt, other: "Stems") -> bool:
        """Whether the text says what is doubted, and nothing of the same sort just before it or behind.

        A word that is negative by its meaning, and whose stem is none of the `other` text's, says so as well: one that
        both have says of both the same.
        """
        said = [each for each in doubt.of[:2] if each not in SMALL_WORDS and each in self._at]
        if not _STEMS_OF_SCALES.isdisjoint(doubt.of[1:2]) and doubt.of[0] not in self._at:
            return False  # “more than one million” says nothing of another million
        if not said or (doubt.what == NEGATION and self._is_elliptic):
            return False
        return all(self._is_flat(doubt, each, other) for each in said)

    def has_it_too(self, doubt: Doubt, other: "Stems") -> bool:
        """Whether the text says elsewhere without a doubt what is doubted first, and the `other` has no such word.

        “The inspectors could not confirm the count. The ministry confirmed it.”
        """
        first = next(iter(doubt.of), "")
        if first in other or first not in self._at or len(self._at[first]) == 1:
            return False
        return any(not self._agrees_about(doubt.what, at) for at in self._at[first][:_MOST_PLACES])

    def _is_flat(self, doubt: Doubt, said: str, other: "Stems") -> bool:
        """Whether nothing about a stem, in any place of the text, says a doubt of this sort."""
        return not any(
            any(
                word in _PLAIN or word in SMALL_WORDS or stem(word.split()[0]) not in doubt.of
                for word in self._agrees_about(doubt.what, at)
            )
            or (doubt.what in _NEGATIVE and self._is_negative_about(at, other))
            for at in self._at[said][:_MOST_PLACES]
        )

    def _agrees_about(self, what: str, index: int) -> list[str]:
        found = self._agreeing.get((what, index))
        if found is None:
            found = self._agreeing[what, index] = agrees(what, self._around(index))
        return found

    def _is_negative_about(self, index: int, other: "Stems") -> bool:
        """Whether a word that is negative by its meaning stands about one, in a clause of its own subject."""
        found = self._negative.get(index)
        if found is None:
            found = self._negative[index] = self._negatives_about(index)
        return any(each not in other for each in found)

    def _negatives_about(self, index: int) -> list[str]:
        before, behind = self._parts_around(index, _AFTER_SUBJECT)
        if "between" not in before.lower():
            before = _AND_ANOTHER.split(before)[-1]
        if "between" not in behind.lower():
            behind = _AND_ANOTHER.split(behind)[0]
        return [stem(word) for word in negatives_in(f"{before} {behind}")]

    def _around(self, index: int) -> str:
        """What stands about a word, without the word: to have *not withdrawn* is no way to have *withdrawn*."""
        return " ".join(self._parts_around(index, _AFTER))

    def _parts_around(self, index: int, after: int) -> tuple[str, str]:
        """What stands before a word in its clause, and behind it."""
        start, end = self._words[index]
        first, last = self._words[max(0, index - _BEFORE)], self._words[min(len(self._words) - 1, index + after)]
        before = _CLAUSE.split(self._text[first[0] : start])[-1]
        if (denied := _DENIED_SUBJECT.search(self._text, max(0, start - _LONGEST_SUBJECT), start)) is not None:
            before = f"{denied[1]} {before}"
        return before, _CLAUSE.split(self._text[end : last[1]])[0]
