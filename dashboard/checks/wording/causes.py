"""Guard: that one thing came of another is said by the quotes, and not by the claim alone."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard

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
_REASON: Final = re.compile(
    r"\b(?:because|due to|owing|result\w*|consequen\w+|caus\w+|le(?:d|ad|ads|ading)|culminat\w+|retaliat\w+"
    r"|respon[ds]\w*|reveng\w+|repris\w+|react\w*|therefore|thus|thanks|prompt\w*|trigger\w*|spark\w*|provok\w+|brought|account\w*"
    rf"|(?:{_LEAVES}|{_PUNISHING}) (?:[\w’'-]+ ){{0,3}}?over|{_SENT}"
    r"|(?:row|dispute|outcry|anger|fury|outrage|clash|quarrel)\w* over"
    r"|reason\w*|why|so that|hence|thereby|since|fear\w*|in (?:view|light) of|given|grounds|citing|mean\w*"
    r"|contribut\w+|driv\w+|drove|forc\w+|made|mak(?:e|es|ing)|enabl\w+|motivat\w+|inspir\w+"
    r"|in order|in protest|(?:to|as a) protest|protesting|answer\w*|blam\w+"
    r"|over concerns|attribut\w+|ascrib\w+|aveng\w+|punish\w*|protest\w* (?:at|against|over|about)|effect\w*"
    r"|for (?:his|her|their|its|the|an?)? ?[a-z]+ing\b|accus\w+|charge[ds]?|suspicion"
    r"|stem\w* from|leaving|as|out of"
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


def no_cause_is_added(saying: ClaimContext) -> Iterator[Violation]:
    """A word for a cause in a claim has its like in the quotes."""
    if _TRIGGERS.isdisjoint(saying.claim_words.lower - saying.quote_words.lower) or not saying.is_english:
        return
    match = _CAUSE.search(saying.claim.text)
    if match and not _REASON.search(saying.quote_words.text):
        message = f"“{match[0]}” in claim `{saying.key}` gives a cause, and no quote does"
        yield saying.violation(CAUSE_ADDED, (match[0],), message)


GUARDS_ON_WORDS = (no_cause_is_added,)
