"""What one text only shows an interest in, weighs or runs the risk of, and another tells as decided or as so."""

import re
from collections.abc import Set
from itertools import islice
from typing import Final

from dashboard.evidence.verbs.forms import bases_of, gerunds_of
from dashboard.evidence.verbs.named_parties import are_of_one_sense
from dashboard.evidence.words import Words, content_words

_GERUND: Final = r"(?:\w+ly\s)?[a-z]{2,}ing\b"
_DEED: Final = r"(?:an?|the|its|their|his|her)\s(?:[a-z]+\s)?[a-z]*(?:tion|sion|ure|ase|ment|ance|awal|al)\b"
"""A noun that is made of a verb: “the purchase”, “its withdrawal”."""
_SIGN: Final = re.compile(
    r"\b(?P<sign>"
    r"(?:signal|express|show|voice|declar|indicat|announc|registe?r)\w*\s(?:[\w’'-]+\s){0,3}?interest\sin"
    r"|interest\sin(?=\s[a-z]+ing\b)|(?:is|are|was|were|be|been)\s(?:\w+\s)?(?:interested\sin|(?:keen|eager)\sto)"
    r"|risk(?:s|ed)?(?=\s[a-z]+ing\b)|(?:flirt(?:s|ed|ing)?|toy(?:s|ed|ing)?)\swith(?:\sthe\sidea\sof)?"
    rf"|consider(?:s|ed|ing)?(?=\s{_GERUND})"
    rf"|(?:mull(?:s|ed|ing)?|contemplat(?:e|es|ed|ing)|weigh(?:s|ed|ing)?)(?:\sover)?(?=\s(?:{_GERUND}|{_DEED}))"
    r"|(?:eyed|eyeing|eying|mulling|eyes(?=\s(?:an?|the|more|new|its)\s))"
    r")\s+(?P<of>[^.;:!?]+)",
    re.IGNORECASE,
)
_QUICK_WORDS: Final = """
    interest interested keen eager risk risks risked flirts flirted flirting toys toyed toying consider considers
    considered considering mull mulls mulled mulling contemplate contemplates contemplated contemplating weigh weighs
    weighed weighing eyed eyeing eying eyes
"""
_QUICK: Final = frozenset(_QUICK_WORDS.split())
_KEPT: Final = re.compile(
    r"\b(?:may|might|could|can|would|should|risk\w*|danger\w*|endanger\w*|threat\w*|jeopard\w*|interest\w*|keen|eager"
    r"|consider\w*|contemplat\w*|think\w*|thought|weigh\w*|mull\w*|ey(?:e|es|ed|eing|ing)|flirt\w*|toy\w*|if|unless"
    r"|whether|not|never|no|nor|hop\w+|want\w*|wish\w*|like|possib\w+|perhaps|option\w*|plan(?:s|ned|ning)?|intend\w*"
    r"|inten(?:t|tions?)|seek\w*|sought|aim\w*|try\w*|tries|tried|propos\w+|discuss\w*|debat\w+|look\w*|explor\w+"
    r"|study\w*|studied|examin\w+|review\w*|talk\w*|ask\w*|potential\w*|likely|expect\w*|fear\w*|warn\w*|attract\w*"
    r"|desire\w*|close to|near\w*|brink|verge|about to|goals?|ambition\w*|aspir\w+|import\w+"
    r"|under (?:study|review|discussion)|sights|idea|ready|open|willing\w*|favou?r\w*|prefer\w*)\b|n[’']t\b",
    re.IGNORECASE,
)
"""What leaves it open in the claim, too."""
_END: Final = re.compile(r",\s|\b(?:and|but|which|who|while|whereas|although|though|because|after|before|when|if)\b")
_NEAR: Final = 7
_STEM: Final = 5
"""First letters by which `threat` and `threaten` are alike."""
_LEAST_SHARED: Final = 2


def faint_plan(quoted: Words, claim: Words) -> str:
    """The words by which quotes leave open what a claim tells as so; nothing where the quotes have it elsewhere."""
    if _QUICK.isdisjoint(quoted.lower):
        return ""
    for match in _SIGN.finditer(quoted.text):
        governed = _END.split(match["of"])[0]
        of = list(islice(content_words(governed), _NEAR))
        other = Words(f"{quoted.text[: match.start()]} . {quoted.text[match.start('of') + len(governed) :]}")
        taken = {each.root for each in of} & claim.roots - other.roots
        if not of or not taken or _is_done(of[0].text.lower(), other) or _is_kept(claim, taken, other):
            continue
        is_in_another_word = of[0].root not in claim.roots and any(
            are_of_one_sense(word, of[0].text.lower()) for word in claim.lower - quoted.lower
        )
        if len(taken) + is_in_another_word >= _LEAST_SHARED:
            return match["sign"]
    return ""


def _is_done(deed: str, other: Words) -> bool:
    """Whether quotes tell elsewhere that a deed, by a word in -ing, was done."""
    return any(deed in gerunds_of(base) for word in other.lower for base in bases_of(word))


def _is_kept(claim: Words, taken: Set[str], other: Words) -> bool:
    """Whether a claim leaves open what it takes over, in a word of its own or right beside it."""
    stems = {word[:_STEM] for word in other.lower}
    if any(match[0].lower()[:_STEM] not in stems for match in _KEPT.finditer(claim.text)):
        return True
    return any(not taken.isdisjoint(Words(part).roots) and _KEPT.search(part) for part in _END.split(claim.text))
