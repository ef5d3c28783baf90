"""Guard: a grave deed in a claim (a killing, an arrest, a collapse) is in its quotes, in some word of its sort."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.wording.clauses import CLAUSE_NOT_QUOTED

_SORTS: Final = tuple(
    (frozenset(deeds.split()), re.compile(rf"\b(?:{given})", re.IGNORECASE))
    for deeds, given in (
        (
            "kill kills killed killing killings die dies died murder murders murdered slain massacre massacres"
            " massacred"
            " assassinate assassinated assassination perished",
            r"kill|dead|die[sd]?\b|dying|death|murder|sl[ae][iy]|slew|perish|massacr|assassin|fatal|casualt|toll\b|lives\b|life\b"
            r"|victim|corpse|bod(?:y|ies)\b|shot|execut|hang|drown|behead|martyr|los[st]|mortal|grave|buri|funeral|suicid"
            r"|starv|surviv|slaughter|genocid|neutrali[sz]|eliminat|claim|lynch|explo|crush|burn|murderous|bodies|remains"
            r"|took out|blood",
        ),
        (
            "wound wounds wounded injure injures injured injuries",
            r"wound|injur|hurt|casualt|hospital|burn|shot|hit|struck|maim|mutilat|beat|harm|scratch|treat|unhurt|bruis|crush"
            r"|victim|stab|maul|toll\b",
        ),
        (
            "arrest arrests arrested detain detains detained jailed imprisoned imprison",
            r"arrest|detain|detention|custod|jail|imprison|prison|captur|apprehend|caught|seiz|held|hold|taken|took"
            r"|round(?:ed|ing) up|behind bars|cell|picked up|charge|remand|intern|lock|sentenc|convict|nabb|abduct"
            r"|kidnap"
            r"|hostage|indict|warrant|camp|stopped|years|grabb|handcuff",
        ),
        (
            "deport deports deported deportation deportations expel expels expelled expulsion banished",
            r"expel|expuls|deport|banish|persona non grata|out\b|le(?:ave|ft|aving)\b|remov|kick|evict|throw|threw|sent"
            r"|send|exil|oust|dr[oi]v|return|repatriat|forc|transfer|extradit|displac|uproot|flee|fled|clear",
        ),
        (
            "torture tortured tortures rape raped rapes",
            r"tortur|abus|beat|mistreat|ill-treat|rap(?:e|ing|ist)|sexual|assault|violat|electric|inhuman|cruel",
        ),
        (
            "resign resigns resigned resignation",
            r"resign|quit|st(?:ep|ood|and)|left\b|leav|depart|exit|oust|remov|dismiss|fired|sack|relinquish"
            r"|g[ai]ve\w* up"
            r"|abdicat|out of office|replac|succe|vacat|withdr|walk|renounc|bow",
        ),
        (
            "loot looted looting plunder plundered ransacked pillaged",
            r"loot|plunder|ransack|pillag|st[eo]l|theft|thie|robb|raid|empt|taken|took|carried off|stripp|burgl",
        ),
        (
            "invade invades invaded annex annexes annexed annexation",
            r"invad|invasion|incursion|cross|enter|entry|attack|occup|move|sent|send|offensive|assault|march|storm|push"
            r"|conquer|annex|incorporat|absorb|seiz|t[oa]k|roll|pour|land|intervention|interven|overr[ua]n",
        ),
        (
            "bombed bombs bombing bombings bombard bombarded shelled shelling",
            r"bomb|shell|strike|struck|striking|air|missile|artiller|attack|raid|explo|blast|mortar|rocket|grenad|fire|firing"
            r"|drone|hit\b|barrage|pound|ordnance",
        ),
        (
            "collapse collapsed collapses",
            r"collaps|fail|f[ae]ll|broke|break|ruin|end|cave|crumbl|disintegrat|g[ai]ve\w* way|fold|implod|crash"
            r"|toppl|down"
            r"|apart|bankrupt|unravel|nothing",
        ),
        (
            "convict convicts convicted conviction",
            r"convict|guilt|sentenc|jail|condemn|verdict|court|judge|tribunal|found|prison",
        ),
        (
            "kidnap kidnaps kidnapped abduct abducted abducts",
            r"kidnap|abduct|hostage|seiz|captur|taken|took|snatch|disappear|held|captive|grabb|ransom",
        ),
    )
)
"""Words for deeds of a sort, and how the words begin of which quotes that tell of such a deed have one."""
_DEEDS: Final = frozenset[str]().union(*(deeds for deeds, _ in _SORTS))
_PHRASES: Final = (
    (
        re.compile(r"\bsentenced? to death\b|\bdeath (?:sentence|penalty)\b", re.IGNORECASE),
        re.compile(r"\b(?:death|execut|hang|capital|gallows|firing squad|to die)", re.IGNORECASE),
    ),
    (
        re.compile(
            r"\bw(?:on|ins?|inning) (?:(?!control|access)[\w’'-]+ ){0,4}?(?:elections?|presidency|referendum|vote)\b",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:w[io]n|victor|elect(?:ed|s)\b|re-?elect|defeat|beat|triumph|most (?:votes|seats)|prevail|majorit"
            r"|landslide"
            r"|per ?cent|carri|took|approv|pass|return|vote[sd]? (?:for|in)|ahead|lead)|%",
            re.IGNORECASE,
        ),
    ),
)
"""Deeds of several words, with what quotes have that tell of them."""
_IN_PHRASES: Final = frozenset({"death", "won", "win", "wins", "winning"})
_NOT_DONE: Final = re.compile(
    r"(?:\b(?:no|not|never|nobody|none|without|un)\b|n[’']t)(?:\W+[\w’'-]+){0,3}\W*\Z", re.IGNORECASE
)
"""A deed that a claim denies is a doubt, and looked at as such."""
_REACH: Final = 40


def grave_deeds_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """Each grave deed that a claim tells of has a word of its sort in the quotes."""
    if not saying.is_english or saying.claim.kind == "question":
        return
    text, quoted = saying.claim.text, saying.quote_words.text
    new = (_DEEDS & saying.claim_words.lower) - saying.quote_words.lower
    words = [word for word in sorted(new) if _is_unlike(word, quoted) and not _is_denied(word, text)]
    if not _IN_PHRASES.isdisjoint(saying.claim_words.lower):
        words += [match[0] for deed, given in _PHRASES if (match := deed.search(text)) and not given.search(quoted)]
    if words:
        message = f"for “{words[0]}” in claim `{saying.key}`, no quote has a word"
        yield saying.violation(CLAUSE_NOT_QUOTED, (words[0],), message)


def _is_unlike(deed: str, quoted: str) -> bool:
    given = next(given for deeds, given in _SORTS if deed in deeds)
    return all(
        _NOT_DONE.search(quoted[max(0, match.start() - _REACH) : match.start()]) for match in given.finditer(quoted)
    )


def _is_denied(word: str, text: str) -> bool:
    return all(
        _NOT_DONE.search(text[max(0, match.start() - _REACH) : match.start()])
        for match in re.finditer(rf"\b{word}\b", text, re.IGNORECASE)
    )


GUARDS_ON_WORDS = (grave_deeds_are_quoted,)
