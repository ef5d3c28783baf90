"""What makes a sentence less than a fact: hearsay, possibility, and plans; and whether another text keeps it."""

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

from dashboard.evidence.words.content import ROOTS_OF_BASES, ContentWord, content_words, root_of
from dashboard.evidence.words.number_words import CARDINALS
from dashboard.evidence.words.reading import Words
from dashboard.evidence.words.told_clauses import is_aside, leaves_out, tells_other_clauses
from dashboard.model.vocabularies import DEEDS, IRREGULAR_VERBS

_SENTENCE: Final = re.compile(r"(?<=[.!?;])[”’\"']?\s+|\n\n")
_WORD: Final = re.compile(r"\w+")
_MONTH: Final = "May"
_REACH: Final = 120
"""Characters behind a word within which lies what it is said of."""


def _words(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(words.split('/'))})\b", re.IGNORECASE)


def _beginnings(words: str) -> tuple[str, ...]:
    return tuple(words.split())


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
    is_of_words: bool = False
    """Whether a word that agrees, and that the quotes have too, keeps it only in the part with what it is said of."""
    is_of_verb: bool = False
    """Whether the other text must have the verb that is attempted, another for the same deed, or two of its words."""

    def may_be_in(self, lower: Set[str]) -> bool:
        """Whether one of some words in small letters may be a sign."""
        return any(word.startswith(self.beginnings) for word in lower)


_HEARSAY: Final = _Weakening(
    _words(
        r"reportedly/allegedly/alleged/purported(?:ly)?/apparently/ostensibly/supposedly/presumably/suspected"
        r"/(?<!the )(?<!a )suspects? that/so-called/unconfirmed/unverified/believed to/thought to"
        r"/appear(?:s|ed)? to/seem(?:s|ed)? to"
        r"/claim(?:s|ed)? to/accused of/rumou?rs?/rumou?red"
        r"/(?:is|are|was|were|be|been) (?:presumed|assumed|understood|reported|said|feared|suspected) to"
    ),
    _words(
        r"report\w*/alleg\w+/purport\w+/apparent\w*/ostensibl\w+/suppos\w+/presum\w+/suspect\w*/so-called/unconfirmed"
        r"/estimat\w+/believ\w+/thought/think\w*/appear\w*/seem\w*/claim\w*/accus\w+/said/says?/according/may/might"
        r"/possibl\w+/perhaps/likely/probabl\w+/suggest\w*/rumou?r\w*/fear\w*/assum\w+/charge[ds]?/indict\w*/blam\w+/underst\w"
        r"+"
        r"/unproven/unverified/could/deni\w+/told"
    ),
    near=4,
    least=1,
    beginnings=_beginnings(
        "report alleg purport apparent ostensib suppos presum suspect so unconfirm unverif believ thought appear "
        "seem claim accus rumo assum understood said fear"
    ),
    is_of_words=True,
)
_ATTEMPT: Final = _Weakening(
    _words(r"attempted/attempt(?:s|ing)? to"),
    _words(
        r"attempt\w*/tr(?:y|ied|ies|ying)/effort\w*/aim\w*/sought/seek\w*/propos\w+/plan(?:s|ned"
        r"|ning)?/want\w*/meant/intend\w*"
        r"/bids?/fail\w*/unsuccessful\w*/vain\w*/abortive/futile\w*/fruitless\w*/foil\w*/thwart\w*/repel\w*/repuls\w*"
        r"/unable/without/not/never/cannot/no/nobody/none/nothing/n[’']t/prevent\w*/hop\w+/struggl\w+/push\w*/would"
        r"/could/campaign\w*/stopped/intercept\w*/avert\w*/botched/inconclusive\w*/stalemate/in order/accus\w+"
    ),
    near=5,
    least=1,
    beginnings=_beginnings("attempt"),
    is_of_verb=True,
)
_PARTIAL: Final = _Weakening(
    _words(
        r"non-?binding/tentative(?:ly)?/preliminary/provisional(?:ly)?/helped? (?:contribute|to)/contributed to/partly"
        r"/partially"
        r"/(?:\d+ ?(?:percent|per cent|%)|half|two[- ]thirds|three[- ]quarters)"
        r" (?=complete|finished|done\b|built|ready|full\b)"
    ),
    _words(
        r"non-?binding/(?:not|never|no|n[’']t)(?: \w+){0,2} (?:bind\w*|bound)/bind\w* (?:nobody|no one|neither|none)"
        r"/tentative\w*/preliminar\w+/provisional\w*/draft\w*/estimat\w+/said/says?/according/may/might/possibl\w+"
        r"/perhaps/likely/probabl\w+/suggest\w*/about/around/some/contribut\w+/help\w*/part(?:s|ly|ial(?:ly)?)?"
        r"/effort\w*/aim\w*/sought/seek\w*/propos\w+/plan(?:s|ned"
        r"|ning)?/interim/initial\w*/fail\w*/without/roughly/approximate\w*"
        r"/for (?:now|the (?:time being|moment))/so far/yet/due/temporar\w+/in principle/pending/expect\w*/one of"
        r"/among/factors?/aid\w*/assist\w*/half/report\w*/alleg\w+/believ\w+/thought/think\w*/appear\w*/seem\w*"
    ),
    near=4,
    least=1,
    beginnings=_beginnings("non tentativ prelim provision help contribut partl partial per half two three"),
)
_POSSIBLE_TOO: Final = (
    r"may/might/possib\w+/perhaps/potential\w*/maybe/likely/unlikely/probabl\w+/risk\w*/chance\w*/option/consider\w*"
    r"/propos\w+/discuss\w*/suggest\w*/allow\w*/let/permit\w*/enabl\w+/fear\w*/worr\w+/hop\w+/capab\w+/threat\w*/if"
    r"/whether/would/should/suspect\w*/believ\w+/think\w*/thought/expect\w*/doubt\w*/seem\w*/appear\w*/wonder\w*"
    r"/guess\w*/not sure/unsure/uncertain\w*/unclear/unknown/open/prospect\w*/danger\w*/question\w*/ready/prepared"
)
_POSSIBILITY: Final = _Weakening(
    _words(
        r"may/might/could(?! not| be (?:seen|heard|felt|found|read|noticed))/possib(?:ly|le|ility)/perhaps"
        r"/potential(?:ly)?/maybe/likely/probabl[ye]"
    ),
    _words(rf"could(?! be (?:seen|heard|felt|found|read|noticed))/can/cannot/able/unable/{_POSSIBLE_TOO}"),
    near=4,
    least=1,
    beginnings=("may", "might", "could", "possib", "perhaps", "potential", "likely", "probab"),
)
_LIKELIHOOD: Final = _Weakening(
    _words(r"possibly/perhaps/maybe/likely/probably"),
    _words(
        rf"could(?! not| be (?:seen|heard|felt|found|read|noticed))/can(?! not)/(?<!not )(?<!n[’']t )able"
        rf"/{_POSSIBLE_TOO}"
    ),
    near=4,
    least=1,
    beginnings=("possib", "perhaps", "maybe", "likely", "probab"),
)
"""What somebody “was unable” to do is as sure as what was done: it keeps no “likely”."""
_PLAN: Final = _Weakening(
    _words(
        r"would/will/shall/propos(?:ed?|es|ing|als?)/offer(?:ed|s|ing)?/threaten(?:ed|s|ing)?/promis(?:ed?|es|ing)"
        r"/pledg(?:ed?|es|ing)/plan(?:s|ned|ning)?/intend(?:s|ed|ing)?/vow(?:s|ed|ing)?/seek(?:s|ing)?/sought"
        r"/hop(?:es?|ed|ing) to/want(?:s|ed|ing)?/desire/aim(?:s|ed|ing)? to/agreed to"
        r"/commit(?:s|ted|ting)?(?= (?:(?:it|them|him|her|one)sel|to\b|[$£€¥\d]|more\b|further\b|up to\b))/commitments?"
        r"/bring forward/set to/expected to/going to/urg(?:ed?|es|ing)"
        r"/call(?:ed|s|ing)? (?:for|on)"
        r"/demand(?:ed|s|ing)?/ask(?:ed|s|ing)?/request(?:ed|s|ing)?/recommend(?:ed|s|ing)?/consider(?:s|ed|ing)?"
        r"/discuss(?:ed|es|ing)?/negotiat\w+/talks?"
    ),
    _words(
        r"would/will/shall/should/could/might/may/propos\w+/offer\w*/threat\w*/promis\w+/pledg\w+/plan(?:s|ned"
        r"|ning)?/inten[dt]\w*"
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
        r"/not/never/cannot/n[o'’]t/themes?/topics?/agendas?/provision/vote[ds]?/(?:un)?likely/fear\w*/worr\w+/tasks?/mandate\w*"
        r"/target\w*/deadline/conditions?/can/enabl\w+/eager/look\w*/find\w*"
    ),
    near=5,
    least=2,
    beginnings=_beginnings(
        "would will shall propos offer threat promis pledg plan intend vow seek sought hop want desire "
        "aim agree commit bring set expect going urg call demand ask request recommend consider discuss "
        "negotiat talk"
    ),
)


_SCHEDULE: Final = _Weakening(
    _words(r"(?<!not )(?<!n[’']t )(?:due|scheduled|slated|poised|about|expected) to"),
    _words(
        r"will/would/shall/should/could/might/may/plan(?:s|ned)?/due/schedul\w+/slated/poised/expect\w*/set/going"
        r"/about to"
        r"/(?:is|are|was|were|be) to/to be/next/until/before/if/unless/not/never/yet/n[’']t/likely/agree\w*"
        r"/inten[dt]\w*"
        r"/propos\w+/announc\w+/ready/prepar\w+/future/upcoming/coming/ahead/delay\w*/postpon\w*/cancel\w*/from"
    ),
    near=4,
    least=2,
    beginnings=_beginnings("due schedul slated poised about expect"),
)
"""What is only due: “talks started” for “talks are due to start”, where “talks” makes no plan of it."""
_ALL: Final = (_HEARSAY, _ATTEMPT, _PARTIAL, _POSSIBILITY, _LIKELIHOOD, _PLAN, _SCHEDULE)
_BEGINNINGS: Final = tuple({beginning for each in _ALL for beginning in each.beginnings})
_PASSED_ON_TOO: Final = _words(
    r"report\w*/alleg\w+/purport\w+/suppos\w+/apparent\w*/presum\w+/unconfirmed/said/says?/saying/according/claim\w*"
    r"/rumou?r\w*/believ\w+/thought/think\w*/seem\w*/appear\w*/suspect\w*/may/might/possibl\w+/told/tells?/likely"
)
_PLAIN_SPEECH: Final = frozenset(map(root_of, ("said", "says", "say", "told", "according")))
_OWN_DOUBTS: Final = frozenset({"apparently", "unverified", "unconfirmed"})
"""What makes less of something than that somebody says it."""
_PASSES_ON: Final = frozenset(
    {"reportedly", "allegedly", "purportedly", "supposedly", "apparently", "presumably", "unconfirmed"}
)


_CAME_TO: Final = re.compile(
    r",?\s+(?:(?:which|that|and|later|finally)\s+){0,2}"
    r"(?:produced|led to|resulted in|resulting in|ended (?:in|with)|brought|yielded|culminated in|culminating in)\b",
    re.IGNORECASE,
)
"""What says that talks, or a plan, had that for their outcome."""

_ENDED: Final = re.compile(
    r"(?:\s(?!with|and|but)[\w’'-]+){0,6}?\s(?:concluded|ended|closed|finished|succeeded)\b"
    r"(?![^.;!?]{0,60}\b(?:without|no|failure|deadlock|nothing|inconclusive\w*|impasse)\b)"
    r"[^.;!?]{0,60}?(?:\bwith\b|, and (?:both|the|they|it|all|each)\b)",
    re.IGNORECASE,
)
"""What says that they had an outcome: “talks ended with both sides giving up their claims”."""
_PAST: Final = "|".join(sorted({past for verb, past, *_ in IRREGULAR_VERBS if past != verb}))
_CLAUSE_END: Final = re.compile(
    r"[.;:!?]\s|,\s(?:and|but|which|who|while|whereas|where|when|though|although)\b|\sbut\s"
    rf"|,\s(?=(?:[a-z]{{3,}}ed|{_PAST})\b)"
)
"""What ends the words that a sign is said of: also the verb of its sentence, “with the aim to help, sent”."""
_PART_END: Final = re.compile(
    r"[.;:!?]\s|,\s(?:(?:none|some|all|both|most|many|one|few) of )?"
    r"(?:and|but|which|who|whom|while|whereas|where|when|though|although)\b"
)
_ADJECTIVES: Final = frozenset({"likely", "possible", "potential", "probable"})
_DETERMINER: Final = re.compile(r"\b(?:the|an?|its|their|his|her|any|no|of|about|other|more)\s\Z", re.IGNORECASE)
_PURPOSE: Final = re.compile(
    rf"\bto (?!(?:the|an?|its|their|his|her|this|that|be|have|{'|'.join(CARDINALS)}) |[a-z]+[^s]s\b)[a-z]+\b[^.;:!?]*",
    re.IGNORECASE,
)


def weakening_word(quoted: Words, claim: Words) -> str:
    """The first of the quoted words that makes less of what `claim` says as a fact; nothing where there is none.

    A word of the same sort, anywhere in the claim, keeps it.
    """
    if not any(map(_may_weaken, quoted.lower)):
        return ""
    for each in _ALL:
        if not each.may_be_in(quoted.lower) or (not each.is_of_words and _agrees(each, claim.text)):
            continue
        if word := _sign(each, quoted, claim):
            return word
    return ""


@lru_cache(maxsize=65_536)
def _may_weaken(word: str) -> bool:
    return word.startswith(_BEGINNINGS)


def _agrees(weakening: _Weakening, text: str) -> bool:
    """Whether a text says in other words that it is less than a fact; the month of May does not."""
    return any(match[0] != _MONTH for match in weakening.agreeing.finditer(text))


def _sign(weakening: _Weakening, quoted: Words, claim: Words) -> str:
    """The word of the quotes that is said of enough words that a claim has, and that it does not keep."""
    for sentence in _SENTENCE.split(quoted.text):
        for match in weakening.signs.finditer(sentence):
            if (
                match[0] == _MONTH
                or is_aside(sentence, match.start())
                or _CAME_TO.match(sentence, match.end())
                or _ENDED.match(sentence, match.end())
            ):
                continue
            of = _CLAUSE_END.split(sentence[match.end() : match.end() + _REACH])[0]
            governed = list(islice(content_words(of), weakening.near))
            taken = {word.root for word in governed} & (claim.roots | _base_roots(claim.roots))
            least = min(weakening.least, len(governed)) if _is_past_in(claim, governed) else weakening.least
            if _is_of_a_noun(match, sentence) and governed and governed[0].root not in taken:
                continue  # “the likely cause of it” is less than sure of a cause alone
            if len(taken) < least or (weakening.is_of_verb and not _is_taken_over(governed, taken, claim)):
                continue
            if weakening in (_PLAN, _SCHEDULE) and _is_done_too(governed[0], quoted):
                continue
            if weakening in (_PLAN, _SCHEDULE) and len(taken & _roots_of_deeds(claim.text)) < least:
                continue
            at = quoted.text.find(sentence) + match.start()
            roots = claim.content_roots
            if tells_other_clauses(quoted.text, at, roots) or leaves_out(quoted.text, at, roots):
                continue
            if not (weakening.is_of_words and _is_kept_of(weakening, match[0], taken, quoted, claim)):
                return match[0]
    return ""


def _is_of_a_noun(sign: re.Match[str], sentence: str) -> bool:
    """Whether a word is an adjective behind an article: “the likely outcome”."""
    return sign[0].lower() in _ADJECTIVES and _DETERMINER.search(sentence[: sign.start()]) is not None


def _is_done_too(verb: ContentWord, quoted: Words) -> bool:
    """Whether the quotes have a planned verb in the past as well: “agreed to stop … It stopped on that day”."""
    lower = verb.text.lower()
    return not lower.endswith("ed") and any(
        each.root == verb.root and each.text.lower() != lower and each.text.endswith("ed") for each in quoted.content
    )


def _is_past_in(claim: Words, governed: Sequence[ContentWord]) -> bool:
    """Whether a claim has the first of some words as an irregular verb in the past: “met” for “to meet again”."""
    return any(ROOTS_OF_BASES.get(root) == governed[0].root for root in claim.roots) if governed else False


def _is_taken_over(governed: Sequence[ContentWord], taken: Set[str], claim: Words) -> bool:
    """Whether a claim has the verb of an attempt, another verb for the same deed, or two of its other words."""
    if len(taken) > 1 or governed[0].root in taken:
        return True
    verb = governed[0].text.lower()
    same = {root_of(other) for verbs in DEEDS if verb in verbs for other in verbs}
    return not same.isdisjoint(claim.roots)


def _is_kept_of(weakening: _Weakening, sign: str, taken: Set[str], quoted: Words, claim: Words) -> bool:
    """Whether a claim says of the words taken over that somebody says so, or says it in a word of its own."""
    root = root_of(_WORD.findall(sign)[0])
    for match in weakening.agreeing.finditer(claim.text):
        if match[0] == _MONTH:
            continue
        own = root_of(_WORD.findall(match[0])[0])
        if own in _PLAIN_SPEECH and own in quoted.roots and sign.lower() in _OWN_DOUBTS:
            continue  # “he said that many were apparently arbitrary”: “he said” is no “apparently”
        if own == root or own not in quoted.roots:
            return True
        ends = [each.start() for each in _PART_END.finditer(claim.text)]
        start = max((end for end in ends if end <= match.start()), default=0)
        end = min((end for end in ends if end >= match.end()), default=len(claim.text))
        if not taken.isdisjoint(word.root for word in content_words(claim.text[start:end])):
            return True
    return False


def _roots_of_deeds(text: str) -> Set[str]:
    """The roots of a text without what it tells as a purpose: “to stop smugglers”."""
    roots = {word.root for word in content_words(_PURPOSE.sub(" ", text))}
    return roots | _base_roots(roots)


def _base_roots(roots: Set[str]) -> Set[str]:
    """The roots of the verbs of which some are irregular forms: `meet` of `met`."""
    return {ROOTS_OF_BASES[root] for root in roots if root in ROOTS_OF_BASES}


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
    return any(match[0] != _MONTH for match in _PASSED_ON_TOO.finditer(text))


def weakening_left_out(text: str, claim: str) -> str:
    """The first word of `text`, which a quote leaves out, that makes less of a fact, where `claim` has no such word."""
    for each in _ALL:
        if (match := each.signs.search(text)) and match[0] != _MONTH and not _agrees(each, claim):
            return match[0]
    return ""
