"""Guard: that one thing came of another is said by the quotes, and not by the claim alone."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.words import says_that_it_is_planned
from dashboard.model.vocabularies import DEEDS, ENGLISH, IRREGULAR_VERBS

CAUSE_ADDED = guard(
    "cause-added",
    "A cause that no quote gives",
    "The claim says that one thing caused another (“because”, “due to”, “led to”, “in retaliation for”). No quote has "
    "a word for a cause or a reason: that one thing followed another does not mean that it was caused by it.",
    "say that it came after, quote the words that give the cause, or `allow` it with the reason",
    "warning",
)
_LEAVES: Final = (
    r"(?:resign(?:ed|s|ing)?|resignation|quit(?:s|ting)?|(?:stood|stands?|stepped|steps?|stepping) (?:down|aside)"
    r"|walk(?:ed|s|ing) out)"
)
_ABOUT_IT: Final = (
    rf"{_LEAVES} (?:[\w’'-]+ ){{0,3}}?over (?!\d|(?:the|a|an|this|that|several|some|many|two|three|ten) (?:\w+ )?"
    r"(?:weekend|summer|winter|autumn|spring|years?|months?|weeks?|days?|holidays?|past|last|next|coming|decades?"
    r"|course|period)\b)"
)
"""What has somebody resign over something, and not over a weekend."""
_MADE: Final = (
    r"(?:made|mak(?:es?|ing)) (?:him|her|them|it|[A-Z][\w’'-]+|(?:the|an?|his|her|its|their|many|some|all)"
    r" (?:(?!of|to|in|by|for|that|which)[\w’'-]+ ){0,2}(?!of|to|in|by|for)[\w’'-]+) (?:resign|quit|leave|withdraw|flee"
    r"|abandon|accept|agree|cancel|give up|surrender|rethink|reconsider|postpone|step down|apologi[sz]e|concede|choose"
    r"|fear|want|lose|stand down|hide|reject|refuse|join|sell|reduce|yield|admit|close|reopen)"
)
"""What has something make somebody do something."""
_PUNISHING: Final = (
    r"(?:dismissed|sacked|fired|arrested|jailed|imprisoned|detained|fined|expelled|deported|banned|suspended|punished"
    r"|killed|executed|prosecuted|convicted)"
)
_PUNISHED: Final = rf"{_PUNISHING} for (?!\d)[a-z]+ing\b"
"""What is done to somebody for what they did."""
_SENT: Final = (
    r"(?:sent|sends?|sending) (?:[\w’'-]+ ){1,4}?(?:falling|tumbling|plunging|soaring|rising|spiralling"
    r"|fleeing|crashing)"
)
"""What sends a price or a crowd somewhere."""
_CAUSE: Final = re.compile(
    r"\b(?:because|due to|owing to|as a (?:result|consequence)|result(?:ed|s|ing)? (?:in|from)|caus(?:e|es|ed|ing)"
    r"|le(?:d|ad|ads|ading) to|in (?:retaliation|response|revenge|reprisal|reaction|answer)|therefore|thanks to"
    r"|(?:forc(?:ed|ing)|compel(?:s|led|ling)) (?:[\w’'-]+ ){1,5}?(?:to|into|out)"
    r"|in protest (?:at|against|over)"
    r"|out of (?:fear|anger|spite|revenge|fury|concern|frustration)|for fear (?:of|that)"
    r"|prompt(?:ed|s|ing)|trigger(?:ed|s|ing)?|spark(?:ed|s|ing)?|provok(?:ed|es|ing)|brought about|on account of"
    rf"|thereby|{_ABOUT_IT}|{_MADE}|{_PUNISHED}|{_SENT}|(?:to|in order to) (?:avenge|punish)|avenging)\b",
    re.IGNORECASE,
)
_AS: Final = (
    r"(?<=, )as(?! (?:well|an?|part|of|in|on|at|early|late|head|president|ambassador)\b)"
    r"|as (?:it|they|he|she|we|there|these|those|few|many|most|some|more|both|none|nobody|neither)\b"
    r"|as (?:[\w’'-]+ ){1,6}?(?:was|were|is|are|had|has|have|did|could|would|[a-z]+ed|[a-z]+ing"
    rf"|{'|'.join(sorted({form for _, past, *_ in IRREGULAR_VERBS for form in (past,)}))})"
)
"""What tells a reason, and not what somebody is: “remained as the government”."""
_SINCE: Final = (
    r"since(?! (?:\d|then\b|last\b|early\b|late\b|mid|(?:the )?(?:start|beginning|end|middle|outbreak|days?|time|war)\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|\w+day)\b))"
)
"""What may tell a reason, and not from when on."""
_REASON: Final = re.compile(
    r"\b(?:because|due to|owing|result\w*|consequen\w+|caus\w+|le(?:d|ad|ads|ading)|culminat\w+|retaliat\w+"
    r"|respon[ds]\w*|reveng\w+|repris\w+|react\w*|therefore|thus|thanks|prompt\w*|trigger\w*|spark\w*|provok\w+|brought|account\w*"
    rf"|(?:{_LEAVES}|{_PUNISHING}) (?:[\w’'-]+ ){{0,3}}?over|{_SENT}"
    r"|(?:row|dispute|outcry|anger|fury|outrage|clash|quarrel)\w* over"
    r"|reason\w*|why|so that|hence|thereby|fear\w*|in (?:view|light) of|given|grounds|citing|mean\w*"
    r"|contribut\w+|driv\w+|drove|forced|forcing|to force|made|mak(?:e|es|ing)|enabl\w+|motivat\w+|inspir\w+"
    r"|in order|in protest|(?:to|as a) protest|protesting|answer\w*|blam\w+"
    r"|over concerns|attribut\w+|ascrib\w+|aveng\w+|punish\w*|protest\w* (?:at|against|over|about)|effect\w*"
    r"|for (?:his|her|their|its|the|an?)? ?[a-z]+ing\b|accus\w+|charge[ds]?|suspicion"
    r"|for (?:lack|want|fear|failing)|sav(?:e|es|ed|ing) (?:[\w’'-]+ ){0,4}?lives|averted|avoided"
    r"|(?:left|leaves?) (?:[\w’'-]+ ){1,6}?(?:dependent|reliant|homeless|jobless|destitute|without|dead|injured"
    r"|wounded|exposed"
    r"|stranded|unable|vulnerable|isolated|short of|in (?:ruins|need|debt))"
    rf"|stem\w* from|leaving|out of|(?<=, )so|{_AS}|{_SINCE}"
    r"|paraly[sz]\w+|prevent\w*|block(?:ed|s)|disrupt\w*|hamper\w*|hinder\w*|(?:kept|keeps?|keeping) [^.;:]{1,40}? from"
    r"|strand\w*|crippl\w+"
    r"|produc\w+|creat\w+|pressur\w+|compel\w*)\b",
    re.IGNORECASE,
)
_WORDS: Final = """
    account anger answer avenge avenging because brought cause caused causes causing compelled compelling compels
    concern consequence due fear for forced forcing frustration fury lead leading leads led owing make makes making made
    over protest prompted prompting prompts punish
    provoked provokes provoking reaction reprisal response result resulted resulting results retaliation revenge
    send sending sends sent
    spark sparked sparking sparks spite thanks thereby therefore trigger triggered triggering triggers
"""
_TRIGGERS: Final = frozenset(_WORDS.split())
_OUTCOME: Final = re.compile(
    r".*\b(?:talks?|negotiations?|summit|conference|meetings?|mediation|consultations?|discussions?)\b[^.;:]*?"
    r"\b(?:led to|leading to|result(?:ed|ing)? in)\b[^.;:,]*?"
    r"\b(?:agreements?|deals?|treat(?:y|ies)|ceasefires?|truces?|accords?|pacts?|settlements?|compromises?|declarations?"
    r"|memorand(?:a|um))\b.*",
    re.IGNORECASE | re.DOTALL,
)
_REACH: Final = 60
_DUE: Final = re.compile(
    r"(?P<is>\b(?:is|are|was|were|be|been|being|be(?:came|comes?)|now|still|also|not|originally|initially|first)\s)?"
    r"due to (?P<what>[a-z]+)\b",
    re.IGNORECASE,
)
_SCHEDULED_WORDS: Final = """
    be start open arrive return reopen retire appear visit vote testify receive travel address finish complete publish
    report resume rule decide play perform serve face marry attend join expire stage host continue last stop land sail
    depart follow happen sit fly run move close deliver replace review discuss debate consider present launch end
"""
_SCHEDULED: Final = frozenset(
    (*_SCHEDULED_WORDS.split(), *(verb for verbs in DEEDS for verb in verbs), *(verb for verb, *_ in IRREGULAR_VERBS))
)
"""Verbs that say for when something is planned: “is due to open”."""
_THINGS: Final = re.compile(
    r"\w+(?:[^us]s|tion|sion|ment|ness|ity|age|ing|ance|ence|ure|th|ism|our|er|ous|ful|al|ic|able|y|n[’']t)|rain|snow|ice|fog"
    r"|wind|heat|fire|war|drought|debt|lack|fear|unrest|bad|poor|high|low|strong|severe|an?|the|this|that|its|his|her|their"
)
"""Words that are no such verb, by their endings, by what they are, or by what they begin."""


def no_cause_is_added(saying: ClaimContext) -> Iterator[Violation]:
    """A word for a cause in a claim has its like in the quotes."""
    if _TRIGGERS.isdisjoint(saying.claim_words.lower - saying.quote_words.lower) or not saying.is_english:
        return
    text = saying.claim.text
    match = next(
        (each for each in _CAUSE.finditer(text) if not (_is_planned(each, saying) or _is_outcome(each, text))), None
    )
    if match and not _REASON.search(saying.quote_words.text):
        message = f"“{match[0]}” in claim `{saying.key}` gives a cause, and no quote does"
        yield saying.violation(CAUSE_ADDED, (match[0],), message)


def _is_outcome(match: re.Match[str], text: str) -> bool:
    """Whether it tells what talks came to: “negotiations led to a truce”, “the summit resulted in an agreement”."""
    return _OUTCOME.fullmatch(text[max(0, match.start() - _REACH) : match.end() + _REACH]) is not None


def _is_planned(match: re.Match[str], saying: ClaimContext) -> bool:
    """Whether “due to” says for when something is planned, and not why: “is due to open”."""
    if not match[0].lower().startswith("due"):
        return False
    due = _DUE.search(saying.claim.text, max(0, match.start() - 12))
    if due is None or due.start("what") < match.end():
        return False
    what = due["what"].lower()
    if what in _SCHEDULED:
        return True
    is_thing = _THINGS.fullmatch(what) or what in ENGLISH["function"]
    return bool(due["is"]) and not is_thing and says_that_it_is_planned(saying.quote_words.text)


GUARDS_ON_WORDS = (no_cause_is_added,)
