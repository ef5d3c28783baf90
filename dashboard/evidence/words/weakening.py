"""What makes a sentence less than a fact: hearsay, possibility, and plans; and whether another text keeps it."""

import re
from collections.abc import Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from dashboard.evidence.words.content import content_words
from dashboard.evidence.words.reading import Words

_SENTENCE: Final = re.compile(r"(?<=[.!?;])[”’\"']?\s+|\n\n")
_WORD: Final = re.compile(r"\w+")
_MONTH: Final = "May"
_REACH: Final = 120
"""Characters behind a word within which lies what it is said of."""


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split('/'))})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Weakening:
    """One way to say less than that something is so."""

    signs: re.Pattern[str]
    """What says so."""
    agreeing: re.Pattern[str]
    """What says it in other words, or makes it needless."""
    near: int
    """So many words that say something, behind the sign, are what it is said of."""
    least: int
    """So many of them another text must have for it to speak of the same."""
    beginnings: tuple[str, ...]
    """How the words of `signs` begin: a quick look that spares a close one."""

    def may_be_in(self, lower: Set[str]) -> bool:
        """Whether one of some words in small letters may be a sign."""
        return any(word.startswith(self.beginnings) for word in lower)


_HEARSAY: Final = _Weakening(
    _words(
        r"reportedly/allegedly/alleged/purported(?:ly)?/apparently/ostensibly/supposedly/presumably/suspected"
        r"/suspects? that/so-called/unconfirmed/attempted/attempt(?:s|ing)? to/non-?binding"
        r"/tentative(?:ly)?/preliminary/provisional(?:ly)?"
        r"/believed to/thought to/appear(?:s|ed)? to/seem(?:s|ed)? to/claim(?:s|ed)? to"
        r"/accused of/rumou?rs?/rumou?red/helped? (?:contribute|to)/contributed to/partly/partially"
    ),
    _words(
        r"report\w*/alleg\w+/purport\w+/apparent\w*/ostensibl\w+/suppos\w+/presum\w+/suspect\w*/so-called/unconfirmed"
        r"/attempt\w*/tr(?:y|ied|ies|ying)/non-?binding"
        r"/(?:not|never|no|n[’']t)(?: \w+){0,2} (?:bind\w*|bound)/bind\w* (?:nobody|no one|neither|none)"
        r"/tentative\w*/preliminar\w+/provisional\w*/draft\w*"
        r"/estimat\w+/believ\w+/thought/think\w*/appear\w*/seem\w*/claim\w*/accus\w+/said/says?/according/may/might"
        r"/possibl\w+/perhaps/likely/probabl\w+/suggest\w*/about/around/some/contribut\w+/help\w*/part(?:s|ly|ial(?:ly)?)?/effort\w*/aim\w*"
        r"/sought/seek\w*/propos\w+/plan\w*/interim/initial\w*/fail\w*/without/unable/want\w*/meant/intend\w*/roughly"
        r"/approximate\w*/rumou?r\w*/fear\w*"
    ),
    near=4,
    least=1,
    beginnings=(
        "report",
        "alleg",
        "purport",
        "apparent",
        "ostensib",
        "suppos",
        "presum",
        "suspect",
        "so",
        "unconfirm",
        "attempt",
        "non",
        "tentativ",
        "prelim",
        "provision",
        "believ",
        "thought",
        "appear",
        "seem",
        "claim",
        "accus",
        "rumo",
        "help",
        "contribut",
        "partl",
        "partial",
    ),
)
_POSSIBILITY: Final = _Weakening(
    _words(r"may/might/could/possib(?:ly|le|ility)/perhaps/potential(?:ly)?/maybe/likely/probabl[ye]"),
    _words(
        r"may/might/could/can/cannot/possib\w+/perhaps/potential\w*/maybe/likely/unlikely/probabl\w+/risk\w*/chance\w*"
        r"/option/consider\w*/propos\w+/discuss\w*/suggest\w*/allow\w*/let/permit\w*/enabl\w+/fear\w*/worr\w+/hop\w+/able"
        r"/unable/capab\w+/threat\w*/if/whether/would/should/suspect\w*/believ\w+/think\w*/thought/expect\w*/doubt\w*"
        r"/seem\w*/appear\w*/wonder\w*/guess\w*/not sure/unsure/open/prospect\w*/danger\w*/question\w*/ready/prepared"
    ),
    near=4,
    least=1,
    beginnings=(
        "may",
        "might",
        "could",
        "possib",
        "perhaps",
        "potential",
        "likely",
        "probab",
    ),
)
_PLAN: Final = _Weakening(
    _words(
        r"would/will/shall/propos(?:ed?|es|ing|als?)/offer(?:ed|s|ing)?/threaten(?:ed|s|ing)?/promis(?:ed?|es|ing)"
        r"/pledg(?:ed?|es|ing)/plan(?:s|ned|ning)?/intend(?:s|ed|ing)?/vow(?:s|ed|ing)?/seek(?:s|ing)?/sought"
        r"/hop(?:es?|ed|ing) to/want(?:s|ed|ing)?/desire/aim(?:s|ed|ing)? to/agreed to"
        r"/commit(?:s|ted|ting|ment)?/bring forward/set to/expected to/going to/urg(?:ed?|es|ing)"
        r"/call(?:ed|s|ing)? (?:for|on)"
        r"/demand(?:ed|s|ing)?/ask(?:ed|s|ing)?/request(?:ed|s|ing)?/recommend(?:ed|s|ing)?/consider(?:s|ed|ing)?"
        r"/discuss(?:ed|es|ing)?/negotiat\w+/talks?"
    ),
    _words(
        r"would/will/shall/should/could/might/may/propos\w+/offer\w*/threat\w*/promis\w+/pledg\w+/plan\w*/inten[dt]\w*"
        r"/vow\w*/seek\w*/sought/hop\w+/want\w*/desir\w+/wish\w*/aim\w*/(?:is|are|was|were|be) to/agree\w*/commit\w*"
        r"/forward/set to/due/expect\w*/going/goes/urg\w+/call\w*/demand\w*/ask\w*/request\w*/recommend\w*/consider\w*"
        r"/discuss\w*/negotiat\w+/talk\w*/if/unless/until/about to/future/next/ready/prepar\w+/design\w*/meant"
        r"/means? to"
        r"/suppos\w+"
        r"/undert\w+/try/trying/tried/attempt\w*/invit\w+/warn\w*/advis\w+/suggest\w*/appeal\w*/insist\w*/requir\w+"
        r"/order\w*/let(?!(?: [\w’'-]+){1,5} know)/allow\w*"
        r"/willing\w*/favou?r\w*/support\w*/schedul\w+/prospect\w*/goal\w*"
        r"/purpose\w*"
        r"/towards?/must/need\w*/ha(?:ve|s|d) to/in order to/remain\w*/keep\w*/continu\w*/further"
        r"/report\w*/authori[sz]\w+/empower\w*/ultimatum/bid/move\w*/effort\w*/press\w*/push\w*/convinc\w+/persuad\w+"
        r"/not/never/n[o']t/provision/vote[ds]?/likely/tasks?/mandate\w*"
        r"/target\w*/deadline/conditions?/can/enabl\w+/eager/look\w*/find\w*"
    ),
    near=5,
    least=2,
    beginnings=(
        "would",
        "will",
        "shall",
        "propos",
        "offer",
        "threat",
        "promis",
        "pledg",
        "plan",
        "intend",
        "vow",
        "seek",
        "sought",
        "hop",
        "want",
        "desire",
        "aim",
        "agree",
        "commit",
        "bring",
        "set",
        "expect",
        "going",
        "urg",
        "call",
        "demand",
        "ask",
        "request",
        "recommend",
        "consider",
        "discuss",
        "negotiat",
        "talk",
    ),
)


_BEGINNINGS: Final = (*_HEARSAY.beginnings, *_POSSIBILITY.beginnings, *_PLAN.beginnings)
_PASSED_ON_TOO: Final = _words(
    r"report\w*/alleg\w+/purport\w+/suppos\w+/apparent\w*/presum\w+/unconfirmed/said/says?/saying/according/claim\w*"
    r"/rumou?r\w*/believ\w+/thought/think\w*/seem\w*/appear\w*/suspect\w*/may/might/possibl\w+/told/tells?/likely"
)
_PASSES_ON: Final = frozenset(
    {"reportedly", "allegedly", "purportedly", "supposedly", "apparently", "presumably", "unconfirmed"}
)


_CAME_TO: Final = re.compile(
    r",?\s+(?:(?:which|that|and|later|finally)\s+){0,2}"
    r"(?:produced|led to|resulted in|resulting in|ended (?:in|with)|brought|yielded|culminated in|culminating in)\b",
    re.IGNORECASE,
)
"""What says that talks, or a plan, had that for their outcome."""


def weakening_word(quoted: Words, claim: Words) -> str:
    """The first of the quoted words that makes less of what `claim` says as a fact; nothing where there is none.

    A word of the same sort, anywhere in the claim, keeps it.
    """
    if not any(map(_may_weaken, quoted.lower)):
        return ""
    for each in (_HEARSAY, _POSSIBILITY, _PLAN):
        if not each.may_be_in(quoted.lower) or _agrees(each, claim.text):
            continue
        if word := _sign(each, quoted.text, claim.roots):
            return word
    return ""


@lru_cache(maxsize=65_536)
def _may_weaken(word: str) -> bool:
    return word.startswith(_BEGINNINGS)


def _agrees(weakening: _Weakening, text: str) -> bool:
    """Whether a text says in other words that it is less than a fact; the month of May does not."""
    return any(match[0] != _MONTH for match in weakening.agreeing.finditer(text))


def _sign(weakening: _Weakening, text: str, roots: frozenset[str]) -> str:
    """The word of `text` that is said of enough words that another text has."""
    for sentence in _SENTENCE.split(text):
        for match in weakening.signs.finditer(sentence):
            behind = {
                word.root
                for word in islice(content_words(sentence[match.end() : match.end() + _REACH]), weakening.near)
            }
            if _CAME_TO.match(sentence, match.end()):
                continue
            if match[0] != _MONTH and len(behind & roots) >= weakening.least:
                return match[0]
    return ""


def says_that_it_is_planned(text: str) -> bool:
    """Whether a text says in any words that something is planned, asked for or agreed."""
    return _agrees(_PLAN, text)


def hearsay_in(words: Words, other: str) -> str:
    """The first of some words that passes them on as hearsay (“reportedly”), where `other` has nothing like it."""
    if _PASSES_ON.isdisjoint(words.lower) or says_hearsay(other):
        return ""
    return next((word for word in _WORD.findall(words.text) if word.lower() in _PASSES_ON), "")


def says_hearsay(text: str) -> bool:
    """Whether a text says in any words that somebody says it, or that it may be so."""
    return _PASSED_ON_TOO.search(text) is not None


def weakening_left_out(text: str, claim: str) -> str:
    """The first word of `text`, which a quote leaves out, that makes less of a fact, where `claim` has no such word."""
    for each in (_HEARSAY, _POSSIBILITY, _PLAN):
        if (match := each.signs.search(text)) and match[0] != _MONTH and not _agrees(each, claim):
            return match[0]
    return ""
