"""What is told as brought about, or as a sum spent, where the quotes only propose, schedule or order it."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.evidence.verbs.forms import bases_of, occurrences
from dashboard.evidence.verbs.main_clauses import heads_of, main_deeds
from dashboard.evidence.verbs.plans import BROUGHT_TO_AN_END, INTENDING, MODALS, REACH, is_done, of_sentence
from dashboard.evidence.words import (
    COUNT,
    ORDINAL,
    PERCENT,
    TextNumber,
    Words,
    root_of,
    says_that_it_is_planned,
)
from dashboard.model.vocabularies import DEEDS
from dashboard.text.sign_phrases import SignPhrases

_ARTICLES: Final = (
    r"(?:\s(?:an?|the|any|all|new|its|their|his|her|more|further|immediate|\w+(?:al|ish|ese|an|ive|ent)))*"
)
_PLANNING: Final = (
    r"propos(?:e|es|ed|ing|als? (?:of|for))|consider(?:s|ed|ing)?|discuss(?:es|ed|ing)?|debat(?:es?|ed|ing)"
    r"|contemplat(?:es?|ed|ing)|weigh(?:s|ed|ing)?|call(?:s|ed|ing) for|demand(?:s|ed|ing)?|threaten(?:s|ed|ing)?"
    r"|threat of|urg(?:es|ed|ing)|request(?:s|ed|ing)?|suggest(?:s|ed|ing)?|recommend(?:s|ed|ing)?|advocat(?:es|ed|ing)"
    r"|plan(?:s|ned|ning)?(?: for)?|sought|seek(?:s|ing)?|push(?:es|ed|ing) for|ask(?:s|ed|ing) for"
    r"|envisag(?:es|ed|ing)"
)
_BEFORE_THING: Final = re.compile(rf"\b(?P<sign>{_PLANNING}){_ARTICLES}\s+\Z", re.IGNORECASE)
"""What makes a plan of the noun behind it."""
_BEFORE_TO_BE: Final = re.compile(
    rf"\b(?P<sign>will|would|shall) (?:\w+ly )?(?!be |have |not )[a-z]+(?: (?:down|up|off|out|over"
    rf"|back))?{_ARTICLES}\s+\Z"
)
"""What leaves a thing behind it to come: “would take down the barriers”."""
_BEFORE_DEED: Final = re.compile(rf"\b(?P<sign>{_PLANNING}|order(?:s|ed|ing)?){_ARTICLES}\s+\Z", re.IGNORECASE)
"""Also what makes an order of the deed behind it: “ordered the release of”."""
_BEFORE_TALKED_OF: Final = re.compile(
    rf"\b(?:{_PLANNING}|negotiat(?:e|es|ed|ing|ions?)|talks?|talked|draft(?:s|ed|ing)?)(?:\s(?:on|over|about|for|of))?"
    r"(?:\s[a-z-]+){0,3}\s+\Z",
    re.IGNORECASE,
)
"""What leaves a thing behind it as one that is talked of alone: “discussed a fishing treaty”."""
_SCHEDULED: Final = re.compile(
    r"[^.;:!?,\n]{0,40}?\b(?:is|are|was|were|has been|have been)\s(?:(?:now|also|still|provisionally|\w+ly)\s)?"
    r"(?P<sign>(?:scheduled|due|set|planned|slated|fixed|expected|pencilled in)\s(?:for|on|in|at|next|this))\b",
    re.IGNORECASE,
)
_QUICK_WORDS: Final = """
    propose proposes proposed proposing proposal proposals consider considers considered considering discuss discusses
    discussed discussing debate debates debated debating contemplates contemplated weigh weighs weighed weighing calls
    called calling demand demands demanded threaten threatens threatened threat urges urged request requests requested
    suggests suggested recommends recommended plan plans planned sought seek seeks order orders ordered scheduled due
    set slated fixed expected push pushed asked advocated envisages envisaged
"""
_QUICK: Final = frozenset(_QUICK_WORDS.split())
_WAY: Final = re.compile(
    r"\b(?P<sign>(?:clear|pav|open|prepar|smooth|mak|lay|laid)\w*(?: [a-z]+)? the (?:way|ground|groundwork))"
    r" for (?P<thing>[^.;:,]+)"
)
_WAY_ENDS: Final = re.compile(r"\s(?:to|in|on|at|between|with|next|later|this|by|from)\b")
_BEGUN: Final = r"began|begun|opened|started|resumed|took place|were held|was held|got under way|went ahead|reopened"
_OPEN: Final = re.compile(r"\b(?:to|will|would|may|might|could|can|should|not|if|once|before|until)\b")
_TO_COME: Final = frozenset({"will", "would", "shall"})
_BRINGING: Final = frozenset(verb for verbs in DEEDS for verb in verbs) | BROUGHT_TO_AN_END
"""Verbs by which something comes about."""
_HAPPENING_WORDS: Final = "hold take open begin start meet convene gather launch resume conclude end sign vote"
_HAPPENING: Final = frozenset(_HAPPENING_WORDS.split())
"""Verbs by which what was scheduled is told as done."""
_IN_FORCE: Final = re.compile(r"\bin (?:force|effect|place)\b|\bt(?:ook|akes?) effect\b", re.IGNORECASE)
_BREAK: Final = re.compile(r"[.;:!?]\s|\n")
_WORD: Final = re.compile(r"[^\W\d_]+")

_SUM_SIGNS: Final = SignPhrases(rf"{MODALS}|{INTENDING}")
_SUM_SIGN: Final = re.compile(rf"\b(?:{MODALS}|{INTENDING})\b", re.IGNORECASE)
_MONEY: Final = re.compile(
    r"[$€£¥]|dollars?|euros?|pounds?|[A-Z]{3}\b|\b(?:yen|yuan|won|franc|rouble|ruble|rupee|peso)"
)
"""A quick look for a currency."""
_MAY: Final = "May"
_APART: Final = re.compile(r"[.;:!?,]\s|\n")
_SMALL_WORD: Final = re.compile(r"[a-z]+")
_BEFORE_SUM: Final = 100
_BEHIND: Final = 5
"""Words behind a sum among which stands what was done with it: “the $5 million that was spent”."""


def planned_thing(quoted: Words, claim: Words) -> str:
    """The word by which quotes only plan, schedule or order what a claim tells as brought about; else nothing.

    A verb that the quotes have in the past, too, is not asked about.
    """
    if _QUICK.isdisjoint(quoted.lower) and _TO_COME.isdisjoint(quoted.lower):
        return ""
    for word in sorted(claim.lower - quoted.lower):
        bases = frozenset(bases_of(word))
        if not bases or any(not bases.isdisjoint(bases_of(each)) for each in quoted.lower):
            continue
        if is_done(word, claim.text):
            sign = _order_of(bases, quoted) or ("" if bases & quoted.lower else _sign_of(word, bases, quoted, claim))
            if sign:
                return sign
    return ""


def way_cleared(quoted: Words, claim: Words) -> str:
    """The words by which quotes only make way for a thing that a claim tells as begun: “cleared the way for talks”."""
    if "way" not in quoted.lower and "ground" not in quoted.lower:
        return ""
    for match in _WAY.finditer(quoted.text):
        head = (heads_of(_WAY_ENDS.split(match["thing"])[0]) or [""])[-1]
        begun = re.compile(rf"\b{re.escape(head)}\b(?: [\w’'-]+){{0,3}}? (?:{_BEGUN})\b", re.IGNORECASE)
        if head and (told := begun.search(claim.text)) and not begun.search(quoted.text) and not _OPEN.search(told[0]):
            return match["sign"]
    return ""


def is_only_talked_of(root: str, words: Words) -> bool:
    """Whether a text has a noun only as what is planned, negotiated or discussed."""
    forms = {each for each in words.lower if root_of(each) == root}
    before = [each for form in forms for each in _before(form, words.text)]
    return bool(before) and all(map(_BEFORE_TALKED_OF.search, before))


def _sign_of(word: str, bases: frozenset[str], quoted: Words, claim: Words) -> str:
    """The word that leaves a deed of the claim undone in the quotes, if any."""
    brings, happens = not _BRINGING.isdisjoint(bases), not _HAPPENING.isdisjoint(bases)
    if not (brings or happens) or _IN_FORCE.search(quoted.text):
        return ""
    done = {base for each in quoted.lower for base in bases_of(each)}
    for deed in main_deeds(word, claim.text):
        for head in heads_of(deed.patient or deed.agent) if brings and done.isdisjoint(_BRINGING) else ():
            if sign := _plan_of(head.lower(), quoted):
                return sign
        for head in heads_of(deed.patient) + heads_of(deed.agent) if happens and done.isdisjoint(_HAPPENING) else ():
            if sign := _schedule_of(head.lower(), quoted):
                return sign
    return ""


def _order_of(bases: frozenset[str], quoted: Words) -> str:
    """The order or plan of a deed that the quotes have as a noun alone: “ordered the deportation of”."""
    roots = frozenset(map(root_of, bases))
    nouns = {each for each in quoted.lower if root_of(each) in roots or _is_noun_of(each, bases)}
    signs = [_BEFORE_DEED.search(before) for noun in nouns for before in _before(noun, quoted.text)]
    if not signs or not signs[0] or not all(signs):
        return ""
    behind = (_BREAK.split(quoted.text[end:])[0] for noun in nouns for _, end in occurrences(noun, quoted.text))
    return "" if any(bases_of(each) for words in behind for each in _WORD.findall(words)) else signs[0]["sign"]


def _is_noun_of(word: str, bases: frozenset[str]) -> bool:
    """Whether a word is the noun of a deed, by its ending: `withdrawal`, `removal`."""
    return any(word in (f"{base}al", f"{base.rstrip('e')}al") for base in bases)


def _plan_of(noun: str, quoted: Words) -> str:
    """What plans a thing wherever the quotes name it."""
    forms = {each for each in quoted.lower if root_of(each) == root_of(noun)}
    signs = [
        _BEFORE_THING.search(before) or _BEFORE_TO_BE.search(before)
        for form in forms
        for before in _before(form, quoted.text)
    ]
    return signs[0]["sign"] if signs and signs[0] and all(signs) else ""


def _schedule_of(noun: str, quoted: Words) -> str:
    """What puts a thing into the future behind its name: “is scheduled for”."""
    for _, end in occurrences(noun, quoted.text) if noun in quoted.lower else ():
        if match := _SCHEDULED.match(quoted.text, end):
            return match["sign"]
    return ""


def _before(word: str, text: str) -> Iterator[str]:
    for start, _ in occurrences(word, text):
        yield of_sentence(text, start)[-REACH:]


def planned_sum(quoted: Words, claim: Words) -> str:
    """The word by which quotes only plan or ask for a sum of the claim; nothing where they have it otherwise, too."""
    if not (_SUM_SIGNS.search(quoted.text, quoted.lower) and _MONEY.search(claim.text)):
        return ""
    sums = [each for each in claim.figures if each.unit not in (COUNT, PERCENT, ORDINAL)]
    same = [each for each in quoted.figures if each.is_given_by(sums)] if sums else []
    if not same or says_that_it_is_planned(claim.text):
        return ""
    signs = [_sign_before(each, quoted.text) for each in same]
    return signs[0] if all(signs) else ""


def _sign_before(figure: TextNumber, text: str) -> str:
    """The word that makes a plan of what a sum is for, in its part of the sentence, with nothing done between."""
    before = _APART.split(text[max(0, figure.start - _BEFORE_SUM) : figure.start])[-1]
    found = [match for match in _SUM_SIGN.finditer(before) if match[0] != _MAY]
    behind = _SMALL_WORD.findall(_APART.split(text[figure.end : figure.end + _BEFORE_SUM])[0])[:_BEHIND]
    if not found or any(map(bases_of, (*_SMALL_WORD.findall(before[found[-1].end() :]), *behind))):
        return ""
    return found[-1][0]
