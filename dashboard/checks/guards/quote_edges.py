"""Guard: what stands just before a quote or just behind it, in its sentence, makes no less of what it says."""

import re
from typing import Final

from dashboard.checks.guard_registry import guard
from dashboard.evidence.ellipsis import Place
from dashboard.evidence.words import (
    NEGATION,
    agrees,
    doubts_in,
    says_hearsay,
    says_that_it_is_reported,
    weakening_left_out,
)
from dashboard.model.claim import Claim

DOUBT_CUT_OFF = guard(
    "doubt-cut-off",
    "A doubt stands just beside the quote",
    "The words just before or just after the quote, in its sentence, make less of what it says (“plans to”, “if”, "
    "“reportedly”, “no evidence that”, “a claim the army denies”), and neither the quote nor the claim has anything "
    "like it; or they give it as the words of rebels, activists or unnamed sources, or as a mere claim (“the mayor "
    "insisted”), and the claim is a fact. Checked for sources in English.",
    "begin the quote earlier or end it later and add what the words say to the claim, or `allow` it with the reason",
    "warning",
)
_BEFORE: Final = re.compile(
    r"\b(reportedly|allegedly|apparently|supposedly|not|never|cannot|would|will|may|might|could|whether|if|unless|until"
    r"|(?:plan|intend|hope|expect|want|seek|offer|threaten|promise|propose|attempt|fail|refuse|declin|agree|pledge|try"
    r"|ask|urge)(?:s|d|ed|ing)? (?:to|that)|believ(?:e|es|ed)(?: that)?|thinks?(?: that)?|thought(?: that)?"
    r"|claim(?:s|ed)?(?: that)?|alleg(?:e|es|ed)(?: that)?|suspect(?:s|ed)?(?: that)?)\s+(?:the |a |an |be |have )?\Z",
    re.IGNORECASE,
)
"""What makes less of the words that follow it at once."""
_ADVERB: Final = r"(?:also|personally|then|once|\w+ly)"
_IN_DOUBT: Final = (
    r"(?:alleged|said|believed|thought|reported|rumou?red|suspected|accused|understood|claimed|supposed|feared)"
)
_SAID_OF: Final = re.compile(
    rf"\b((?:is|are|was|were|be|been|being)(?: (?:now|also|still|\w+ly))? {_IN_DOUBT} (?:to|of)|(?:appear|seem)(?:s"
    rf"|ed)? to)"
    rf"(?: (?:have|having|be|being|been))*(?: {_ADVERB})?\s+\Z",
    re.IGNORECASE,
)
"""What makes hearsay of the words that follow it: “is alleged to have”."""
_UNVERIFIED_BEHIND: Final = re.compile(
    r"\s*[”\"’]?(?:[;,]|\s[—–-]|—|\s(?=but|though|although))\s?(?:(?:but|though|although|while|and|which|that)\s)?"
    r"(?:[^.;:!?,]{1,60}?\s)?((?:could|can|has|have|had|was|were|is|are) (?:not|never)(?: yet)?(?: been| be)?"
    r"(?: \w+ly)? (?:verif|confirm|corroborat|authenticat|substantiat|establish|prove)\w*"
    r"|(?:remains?|is|was|are|were) (?:un(?:verified|confirmed|proven|substantiated)))"
    r"(?=(?: (?:this|that|it|them|these|either|whether)\b| (?:the|their|his|her|its|those)(?: \w+)? (?:claims?"
    r"|reports?|accounts?"
    r"|figures?|stor(?:y|ies)|allegations?|statements?|details|numbers?|information|testimon\w+|authenticity|video)\b)?"
    r"(?: independently| so far| yet)?\s*(?:[.;,!?]|\Z))",
    re.IGNORECASE,
)
"""What says right behind the words that somebody could not confirm them."""
_UNVERIFIED: Final = re.compile(
    r"\b(?:not|never|cannot|unable|fail\w*|without|no|nobody|none)\b|n[’']t\b|\bun(?:verified|confirmed|proven"
    r"|substantiated"
    r"|clear|certain)\b|\balleg\w+|\bunreliable\b",
    re.IGNORECASE,
)
"""What keeps that in a claim."""
_BEHIND: Final = re.compile(
    r"\s*,?\s*(if|unless|provided that|on condition|subject to|once|when (?:concluded|completed|signed|ready)"
    r"|reportedly|allegedly|it (?:is|was) (?:reported|alleged|said|claimed|believed|rumou?red)"
    r"|or so [^.;:!?,]{1,40}? (?:says?|said|claims?|claimed|thinks?|believes?))\b",
    re.IGNORECASE,
)
"""What makes less of the words before it."""
_ON_CONDITION: Final = re.compile(
    r"(?:^|[;:—–]\s|\b(?:that|but|and),?\s)(?P<condition>If|Unless|Provided|if|unless|provided)\b(?!\s(?:so|not|any"
    r"|only)\b)[^,;:]{3,90},\s"
    r"(?:then )?(?:the |an? )?\Z"
)
"""A condition before the words that it is for: “If talks fail, …”; “even if” is none."""
_IF_SO: Final = re.compile(
    r"(?:^|[;:—–]\s|\b(?:that|but|and),?\s)(?P<condition>if (?:confirmed|true|verified|proven|approved|ratified|passed"
    r"|adopted|elected|convicted|found guilty|completed|carried out|successful|accepted|agreed|signed|built|enacted"
    r"|upheld|correct|accurate)),?\s(?:[\w’'-]+ ){1,4}?(?:would|will|could|may|might)(?: [\w’'-]+){0,4}\s\Z",
    re.IGNORECASE,
)
"""A condition of one word, with the beginning of what it is for: “If confirmed, that would bring”."""
_VIEW: Final = re.compile(r"believ|think|thought|claim|alleg|suspect|or so |it (?:is|was) ", re.IGNORECASE)
"""What makes of a fact somebody's view."""
_DENYING: Final = r"(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed)|dismiss(?:es|ed)?|refut(?:e|es|ed)|reject(?:s|ed)?)"
_CHARGE: Final = r"(?:claim|charge|accusation|allegation|report|suggestion|assertion|account|rumou?r|figure)s?"
_ARTICLE: Final = r"(?:the|an?|its|their|his|her|any|some)"
_DENIED_BEFORE: Final = re.compile(
    rf"(?<!\bno )(?<!\bnot )(?<!n[’']t )(?<!\b[Nn]obody )(?<!\bnone )"
    rf"\b({_DENYING}(?: (?:{_ARTICLE} )?{_CHARGE})?|doubt(?:s|ed|ful)?"
    r"|no (?:\w+ )?(?:evidence|proof|sign|indication|truth|basis)|(?:not|isn[’']t|wasn[’']t) (?:true|the case|clear"
    r"|certain|known|confirmed)|untrue|unclear"
    r"|false(?:ly)? (?:claim\w*|report\w*|said)|(?:falsely|wrongly|mistakenly) \w+(?= that)|whether"
    r"|(?:few|nobody|no one|hardly"
    r" anyone) (?:\w+ )?(?:believ(?:e|es|ed)|thinks?|thought)"
    r"|(?:nobody|no one|none) (?:has|have|had|could|can) (?:ever |yet |so far )?(?:show[n]?|prove[dn]?|confirm(?:ed)?"
    r"|establish(?:ed)?|verif(?:y|ied))"
    r"|(?:nobody|no one|none|not one) (?:[\w’'-]+ ){0,4}?(?:admit(?:s|ted)?|confirm(?:s|ed)|acknowledg(?:es|ed)"
    r"|sa(?:ys|id)|mention(?:s|ed)|report(?:s|ed))(?= that)"
    r"|(?:wrong|mistaken|hard|difficult|a mistake) to (?:say|claim|think|suggest|believe)"
    r"|rumou?rs?(?: (?:spread|went round|circulated|had it|said|say))?"
    r"|(?:unconfirmed|unverified) (?:\w+ )?(?:reports?"
    rf"|claims?))(?: {_ARTICLE} {_CHARGE})?(?: (?:that|of|about|whether))?(?: {_ARTICLE})?\s+\Z",
    re.IGNORECASE,
)
"""What says that the words behind it are not so, or that nobody knows."""
_DENIED_BEHIND: Final = re.compile(
    rf"\s*[”\"’]?(?:,|\s[—–-]|—)\s?(?:{_ARTICLE} (?:\w+ )?{_CHARGE} [^.;!?,]{{0,50}}?\b{_DENYING}"
    rf"|(?:which|something) [^.;!?,]{{0,40}}?\b{_DENYING}"
    rf"|(?:but|though|although) [^.;!?,]{{0,40}}?\b{_DENYING} (?:it|this|that|{_ARTICLE} {_CHARGE})\b)"
    rf"|\s(?:but|though|although) [^.;!?,]{{0,40}}?\b{_DENYING} (?:it|this|that|{_ARTICLE} {_CHARGE})\b",
    re.IGNORECASE,
)
_UNCONFIRMED: Final = re.compile(
    rf"\s*[”\"’]?(?:,|\s[—–-]|—)\s?{_ARTICLE} (?:[\w’'-]+ )?{_CHARGE} (?:that |which )?(?:(?:nobody|no one|none|neither"
    r"|not|never)\b[^.;!?,]{0,40}?(?:confirm|verif|prov|show|support|back)\w*|(?:could|can|has|have|was|is|remains?) "
    r"(?:not|never|un)[^.;!?,]{0,30}?(?:confirm|verif|prov)\w*)",
    re.IGNORECASE,
)
"""What says behind the words that nobody has confirmed them: “, a report nobody has confirmed”."""
_OPEN: Final = re.compile(r"\b(?:whether|if|possib\w+|question\w*)\b", re.IGNORECASE)
"""What leaves open, as “whether” does, if something is so."""
_SAYING: Final = (
    r"(?:said|says?|told(?:\s[\w’'-]+){1,4}?|claim(?:s|ed|ing)|alleg(?:es|ed|ing)|assert(?:s|ed)|insist(?:s|ed)"
    r"|suspect(?:s|ed)|fear(?:s|ed)"
    r"|argu(?:es|ed)|contend(?:s|ed)|suggest(?:s|ed))"
)
_ACCORDING: Final = r"[Aa]ccording to [^.;:!?,]{1,80}"
_SAID_BEFORE: Final = re.compile(
    rf"(?:(\b{_ACCORDING}),|((?:[\w’'-]+\s){{0,4}}{_SAYING})(?:\s(?:on|last|late|early)\s\w+)?(?:,? that|:)?)"
    rf"(?:\s{_ARTICLE})?\s+[“\"‘]?\Z"
)
_CLAUSE: Final = r"(?:and|but|while|when|who|which|as|where)\b"
_SAID_BEHIND: Final = re.compile(
    rf"[”\"’]?,[”\"’]?\s(?!{_CLAUSE})((?:[\w’'-]+\s){{0,6}}?{_SAYING}\b(?!\sthat\b)[^.;,!?]*)|[”\"’]?,?\s({_ACCORDING})"
)
"""What puts the words beside it into somebody's mouth."""
_CONTESTED: Final = re.compile(
    r"\b(?:claim\w*|alleg\w+|assert\w*|insist\w*|suspect(?:s|ed)|fear(?:s|ed)|argu\w+|contend\w*|suggest\w*|rebels?"
    r"|insurgents?|militants?|militias?"
    r"|fighters|separatists?|guerrillas?|gunmen|hijackers|kidnappers|jihad\w+|junta|regime|opposition|activists?"
    r"|unnamed|unverified|unconfirmed"
    r"|anonymous|unidentified|sources?|social media|posts?|bloggers?|propaganda"
    r"|state(?:-run)? (?:media|television|TV|radio|news agency))\b",
    re.IGNORECASE,
)
"""Verbs and speakers whose words are not taken as facts. “Officials said” is cut off by many who quote well."""
_ACCUSED: Final = re.compile(r"\b(?:accus\w+|charge[sd]?|indict\w+|blam\w+|probabl\w+|fear\w*)\b", re.IGNORECASE)
"""Words by which a claim says itself that it is only said of somebody."""
_PASSES_ON: Final = re.compile(r"\b(?:say|claim|allege|assert|insist|argue|contend|tell|suggest)\b", re.IGNORECASE)
_SIGNS: Final = re.compile(
    r"not|n[’']t|never|hard|wrong|difficult|mistake|provided|will|would|may|might|could|whether|if|un[lticv]|ly\b"
    r"|to\b|that\b|belie|th[io][nu]|claim|alleg"
    r"|suspect|accus|den|disput|dismi|refut|reject|doubt|no\b|few|nobody|hardly|rumou?r|false|accord|sa[iy]|told"
    r"|assert|insist"
    r"|argu|contend|suggest|:",
    re.IGNORECASE,
)
"""Without one of these, nothing before a quote makes less of it: a quick look that spares close ones."""
_JUST_BEFORE: Final = 110
"""Characters: so many of `_SAID_BEFORE` may be needed, and a line may break in it."""
_BESIDE: Final = 90
_SENTENCE_ENDS: Final = re.compile(r"[.!?][”’\"')\]]*(?:\s+|\Z)|\n\s*\n")
_ENDS: Final = ".!?"
_WORD: Final = re.compile(r"\w+")


def doubt_cut_off(text: str, spans: Place, claim: Claim) -> str:
    """The word just before the first part of a quote, or just behind its last, that no word of the claim is like."""
    start, end = spans[0][0], spans[-1][1]
    before = _SENTENCE_ENDS.split(text[max(0, start - _JUST_BEFORE) : start])[-1].lstrip()
    behind = "" if text[end - 1] in _ENDS else text[end : end + _BESIDE]
    if not _SIGNS.search(before):
        before = ""
    if not before and (not behind or behind[0] in _ENDS):
        return ""
    said = "\n".join((claim.text, *claim.exact_quotes))
    return (
        _less(before, behind, said)
        or _denial(before, behind, said, claim)
        or _hearsay(before, said, claim)
        or _doubt_of_it(behind, said, claim)
        or _attribution(before, behind, said, claim)
    )


def _less(before: str, behind: str, said: str) -> str:
    """What makes a plan, a condition or a possibility of the quote, or somebody's view."""
    conditions = _ON_CONDITION.search(before), _IF_SO.search(before)
    for match in filter(None, (_BEFORE.search(before), *conditions, _BEHIND.match(behind))):
        beside = f"{match[1]} be"
        lower = {word.lower() for word in _WORD.findall(beside)}
        doubts = [doubt for doubt in doubts_in(beside, lower) if not agrees(doubt.what, said)]
        if doubts or weakening_left_out(beside, said) or (_VIEW.match(beside) and not says_hearsay(said)):
            return str(match[1])
    return ""


def _denial(before: str, behind: str, said: str, claim: Claim) -> str:
    """What says that it is not so, or that nobody knows; nothing where the claim is told as disputed."""
    match = _DENIED_BEFORE.search(before) or _DENIED_BEHIND.match(behind) or _UNCONFIRMED.match(behind)
    if match is None or claim.disputed_by or agrees(NEGATION, said) or says_hearsay(said):
        return ""
    if match[0].lower().startswith("whether") and _OPEN.search(said):
        return ""
    return str(match[1] if match.re is _DENIED_BEFORE else match[0]).strip(' ,—–-”"’')


def _hearsay(before: str, said: str, claim: Claim) -> str:
    """What passes on what somebody is said to have done, of a claim that is told as a fact."""
    match = _SAID_OF.search(before)
    if match is None or claim.kind != "fact" or claim.is_somebody_s or says_hearsay(said) or _ACCUSED.search(said):
        return ""
    return match[1]


def _doubt_of_it(behind: str, said: str, claim: Claim) -> str:
    """What says behind the quote that it could not be confirmed, which whose words they are does not say."""
    match = _UNVERIFIED_BEHIND.match(behind)
    if match is None or claim.disputed_by or _UNVERIFIED.search(said):
        return ""
    return match[1]


def _attribution(before: str, behind: str, said: str, claim: Claim) -> str:
    """Who says it, of a claim that is told as a fact."""
    if claim.kind != "fact" or claim.is_somebody_s or says_that_it_is_reported(said) or _PASSES_ON.search(said):
        return ""
    match = _SAID_BEFORE.search(before) or _SAID_BEHIND.match(behind)
    words = (match[1] or match[2]).strip() if match else ""
    return words if _CONTESTED.search(words) else ""
