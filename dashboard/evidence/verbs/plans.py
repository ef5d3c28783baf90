"""What one text only plans, asks for or holds possible, and another says was done: “will vote” and “voted”."""

import re
from collections.abc import Collection, Mapping
from typing import Final

from dashboard.evidence.verbs.forms import bases_of, gerunds_of, occurrences, past_of
from dashboard.evidence.words import Words, content_words
from dashboard.model.vocabularies import DEEDS

MODALS: Final = "would|will|shall|should|must|may|might|could"
_READY: Final = "is|are|about|due|ready|set|going|willing|likely|unlikely|supposed|expected|scheduled"
"""What stands just before “to”."""
INTENDING: Final = (
    r"plan(?:s|ned|ning)?|inten(?:d|ds|ded|ding|tions?|t)|offer(?:s|ed|ing)?|agree(?:s|d|ing)?|promis(?:e|es|ed|ing)"
    r"|pledg(?:e|es|ed|ing)|vow(?:s|ed|ing)?|threat(?:s|en|ens|ened|ening)?|hop(?:e|es|ed|ing)|want(?:s|ed|ing)?"
    r"|wish(?:es|ed|ing)?|aim(?:s|ed|ing)?|seek(?:s|ing)?|sought|propos(?:e|es|ed|ing|als?)|prepar(?:e|es|ed|ing)"
    r"|expect(?:s|ed|ing)?|schedul(?:ed|ing)|tr(?:y|ies|ied|ying)|attempt(?:s|ed|ing)?|urg(?:e|es|ed|ing)"
    r"|ask(?:s|ed|ing)?|call(?:s|ed|ing)? (?:for|on|upon)|demand(?:s|ed|ing)?|request(?:s|ed|ing)?|invit(?:e|es|ed|ing)"
    r"|press(?:es|ed|ing|ure)?|appeal(?:s|ed|ing)?|advis(?:e|es|ed|ing)|recommend(?:s|ed|ing)?|commit(?:s|ted|ment)?"
    r"|undert(?:ook|akes?|aken)|authori[sz](?:e|es|ed|ing)|bid|efforts?|push(?:es|ed|ing)?"
)
"""What may have some words between it and “to”: “asked the council to”."""
ORDERING: Final = (
    r"order(?:s|ed|ing)?|instruct(?:s|ed|ing|ions?)?|command(?:s|ed|ing)?|told|deals?|permission|mean(?:s|t)?"
    r"|chances?|willingness|readiness"
)
"""What has “to” behind it, too, and leaves undone no other verb of its sentence."""
_ASKING: Final = (
    r"request(?:s|ed|ing)?|ask(?:s|ed|ing)?|demand(?:s|ed|ing)?|propos(?:e|es|ed|ing|als?)|insist(?:s|ed|ing)?"
    r"|recommend(?:s|ed|ing)?|urg(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|order(?:s|ed|ing)?"
)
"""What has “that” and a bare verb behind it: “requested that Congress provide”."""
_BETWEEN: Final = r"(?:also|then|soon|now|first|only|again|either|therefore|(?!later|only)\w+ly)"
_PASSIVE: Final = r"(?:be|been|have|get)"
_DIRECT: Final = rf"(?P<modal>{MODALS})|(?P<ready>{_READY})(?:\s+{_BETWEEN})?\s+to"
_BEFORE_VERB: Final = re.compile(
    rf"\b(?:{_DIRECT}|(?P<plan>{INTENDING}|{ORDERING})(?:\s+[\w’'-]+){{0,6}}?\s+to|(?P<that>{_ASKING}) that"
    r"(?:\s+[\w’'-]+){1,4}?)"
    rf"(?:\s+{_BETWEEN}|,(?:\s\w+){{1,4}},){{0,2}}(?P<passive>(?:\s+{_PASSIVE}(?:\s+{_BETWEEN})?){{0,2}})\s+\Z",
    re.IGNORECASE,
)
"""What makes of a verb that follows it at once a plan, a request or a possibility."""
_BEFORE_GERUND: Final = re.compile(
    r"\b((?:consider|discuss|debat|contemplat|weigh|propos|suggest|recommend|advocat|envisag)(?:e|s|es|ed|ing)?"
    r"|plan(?:s|ned|ning)? on|(?:talk|think|thought|speak|spoke)(?:s|ed)? of|(?:possibility|option) of)"
    r"(?:\s\w+ly)?\s+\Z",
    re.IGNORECASE,
)
"""What makes a plan of “sending” that follows it at once."""
_WEIGHED_WORDS: Final = """
    consider considers considered considering discuss discusses discussed discussing debate debates debated debating
    contemplate contemplates contemplated weigh weighs weighed weighing propose proposes proposed suggest suggested
    recommend recommends recommended possibility option ordered insisted insists urged requested asked demanded demands
"""
_WEIGHED: Final = frozenset(_WEIGHED_WORDS.split())
"""A quick look for some of them."""
_DID_SO: Final = re.compile(r"\bdid so\b|\bwhich (?:it|they|he|she) did\b|\bso (?:it|they|he|she) did\b", re.IGNORECASE)
"""What says in short that what was ordered was done."""
_LATER: Final = re.compile(r"\bwould\s+(?:later|eventually|ultimately|subsequently|finally|soon)\b", re.IGNORECASE)
"""How a history tells what came to pass."""
_KEPT: Final = re.compile(
    rf"\b(?:{MODALS}|{INTENDING}|(?:about|due|ready|set|going|willing|likely|expected) to|to be|to have"
    r"|if|unless|once|until|when|whether|not|never|n[’']t|no|nothing|nobody|without|before|possibl\w+|perhaps|call\w*"
    r"|plan(?:s|ned|ning)?|draft\w*|discuss\w*|talk\w*|consider\w*|suppos\w+|insist\w*|order\w*|instruct\w*"
    r"|command\w*|told|mean(?:s|t)? to|let|allow\w*|want\w*|future|next)\b",
    re.IGNORECASE,
)
"""What leaves a verb behind it undone in the claim, too."""
_MADE_NOUN_WORDS: Final = "the a an its their his her our some any of no these those all more newly"
_MADE_NOUN: Final = frozenset(_MADE_NOUN_WORDS.split())
"""Before a participle that is said of a noun: `the closed base`."""
_TOLD_WORDS: Final = "be become remain last prove have continue say tell add think know note ask see do"
_TOLD: Final = frozenset(_TOLD_WORDS.split())
"""Verbs that tell a state, or that somebody speaks: “would remain” is as good as “remained”."""
_OTHER_VERBS: Final[Mapping[str, frozenset[str]]] = {
    verb: frozenset(other for verbs in DEEDS if verb in verbs for other in verbs) - {verb}
    for verb in {each for verbs in DEEDS for each in verbs}
}
"""By verb, those that may tell the same deed."""
_ENDING_WORDS: Final = """
    conclude complete finish finalise finalize sign seal ratify approve adopt grant obtain secure achieve win clinch
    implement fulfil fulfill settle
"""
BROUGHT_TO_AN_END: Final = frozenset(_ENDING_WORDS.split())
_TO_BEGIN: Final = re.compile(
    rf"\b(?:to|{MODALS})\s+(?:{_BETWEEN}\s+)?(?:(?:begin|start|open|resume|launch|enter(?:\sinto)?)"
    r"\s(?:to negotiate|negotiating|negotiations|discussing|discussions|talks)|hold talks)\b",
    re.IGNORECASE,
)
"""What is only to be begun, or talked about."""
_LEAST_SHARED: Final = 2
_CLAUSE_END: Final = re.compile(r"[.;:!?\n]|\b(?:if|unless|after|because|while|but|when|once|until)\b")
_CLAUSE_BEGIN: Final = re.compile(r"[,.;:!?\n]|\b(?:if|unless|after|because|while|but|when|once|until|and)\b")
_SIGNS: Final = frozenset((*MODALS.split("|"), "to"))
_SENTENCE_END: Final = re.compile(r"[.;:!?]\s|\n")
_WORD: Final = re.compile(r"[^\W\d_]+")
REACH: Final = 90


def planning_word(quoted: Words, claim: Words) -> str:
    """The word by which the quotes only plan what `claim` says was done; nothing where they say that it was.

    A claim that says anywhere before the verb, in its sentence, that it is only planned is left alone.
    """
    if _SIGNS.isdisjoint(quoted.lower) and _WEIGHED.isdisjoint(quoted.lower):
        return ""
    if "did" in quoted.lower and _DID_SO.search(quoted.text):
        return ""
    new = claim.lower - quoted.lower
    for word in claim.lower if "be" in quoted.lower else new:
        bases = bases_of(word)
        if not bases:
            continue
        if word in quoted.lower or any(base in quoted.lower for base in bases):
            if _TOLD.isdisjoint(bases) and is_done(word, claim.text):
                sign, _ = only_planned(word, bases, quoted.text)
                if sign:
                    return sign
        elif word in new and (
            sign := _planned_in_another_word(word, bases, quoted, claim) or _only_begun(word, bases, quoted, claim)
        ):
            return sign
    return ""


def _planned_in_another_word(word: str, bases: Collection[str], quoted: Words, claim: Words) -> str:
    """The word by which quotes only plan what `word` says was done, in another verb and of the same thing."""
    verbs = frozenset(bases).union(*(_OTHER_VERBS.get(base, ()) for base in bases))
    is_near = any(not quoted.lower.isdisjoint((verb, *gerunds_of(verb), *past_of(verb))) for verb in verbs)
    if not is_near or not is_done(word, claim.text):
        return ""
    sign, thing = only_planned(word, verbs, quoted.text)
    roots = {each.root for each in content_words(thing)}
    return sign if not roots.isdisjoint(each.root for each in claim.content) else ""


def _only_begun(word: str, bases: Collection[str], quoted: Words, claim: Words) -> str:
    """The word by which quotes are only to begin, or talk about, what `word` says was brought to its end."""
    if BROUGHT_TO_AN_END.isdisjoint(bases) or not is_done(word, claim.text):
        return ""
    if any(not BROUGHT_TO_AN_END.isdisjoint(bases_of(each)) for each in quoted.lower):
        return ""
    for match in _TO_BEGIN.finditer(quoted.text):
        behind = _SENTENCE_END.split(quoted.text[match.end() : match.end() + REACH])[0]
        if len(claim.roots & {each.root for each in content_words(behind)}) >= _LEAST_SHARED:
            return match[0]
    return ""


def is_done(word: str, text: str) -> bool:
    """Whether a text says with this word, the past or the participle of a verb, that something was done."""
    for start, end in occurrences(word, text):
        before = of_sentence(text, start)
        last = before.split()[-1:]
        is_noun = bool(last) and last[0].lower() in _MADE_NOUN
        is_compound = text[end : end + 1] == "-" or before.endswith("-")
        if not (is_noun or is_compound or text[start].isupper() or _keeps(before)):
            return True
    return False


def _keeps(before: str) -> bool:
    return any(match[0] != "May" for match in _KEPT.finditer(before))


def only_planned(word: str, bases: Collection[str], text: str) -> tuple[str, str]:
    """The first word by which a text plans what `word`, of the verbs `bases`, says was done, and the words for to what.

    Nothing where the text says itself that it was done.
    """
    found = "", ""
    done = {word} | {form for form in map(str.lower, _WORD.findall(text)) if not set(bases_of(form)).isdisjoint(bases)}
    goes_on = {form for base in bases for form in (f"{base}s", f"{base}es", *gerunds_of(base))}
    for match in _WORD.finditer(text):
        lower = match[0].lower()
        is_done = lower in done
        if not is_done and lower not in bases and lower not in goes_on:
            continue
        before, behind = of_sentence(text, match.start())[-REACH:], text[match.end() : match.end() + REACH]
        sign = _sign(before, is_done=is_done)
        if not sign and lower.endswith("ing") and (gerund := _BEFORE_GERUND.search(before)):
            sign = gerund[1]
        if not sign and (is_done or lower in goes_on):
            return "", ""
        if sign and not found[0]:
            found = sign, _CLAUSE_BEGIN.split(before)[-1] if is_done else _CLAUSE_END.split(behind)[0]
    return found


def _sign(before: str, *, is_done: bool) -> str:
    """The word that makes a plan of the verb behind some words: of its participle, where they end with “be”."""
    match = _BEFORE_VERB.search(before)
    if match is None or bool(match["passive"].strip()) != is_done or _LATER.search(before):
        return ""
    sign = match["modal"] or match["plan"] or match["that"] or f"{match['ready']} to"
    return "" if sign == "May" else sign


def of_sentence(text: str, end: int) -> str:
    """The part of a sentence that stands before an offset."""
    start = max((match.end() for match in _SENTENCE_END.finditer(text, max(0, end - 300), end)), default=0)
    return text[start:end]
