"""What a text tells as done, in the verbs of its clauses: who does it, to what, and in which clause.

A verb that only describes a noun (“tore up a treaty signed with Japan”) tells no deed of the text's own.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.verbs.forms import bases_of, occurrences
from dashboard.evidence.words import FUNCTION_WORDS, SAYING

_SUBORDINATE: Final = r"but|while|whereas|after|before|when|as|because|since|although|though|if|whether|until|once|than"
_RELATIVE: Final = r"who|which|whom|that"
_BREAK: Final = re.compile(
    rf"[.;:!?()—–\n]|,(?!\d)|\b(?:{_SUBORDINATE}|{_RELATIVE}|where|{'|'.join(sorted(SAYING))})\b", re.IGNORECASE
)
"""What the words of who does it do not reach across; “and” joins two of them."""
_OBJECT_ENDS: Final = re.compile(
    r"[.;:!?()—–\n,]|\b(?:and|but|while|after|before|when|as|because|since|although|though|if|who|whom|which|that|in|at"
    r"|on|near|with|for|from|to|over|during|by|into|against|about|under|through|outside|without|off|late|early|last|this"
    r"|today|yesterday|overnight|until|between|within|around|across|along|inside|behind|following|close|near)\b"
)
_CLAUSE_ENDS: Final = re.compile(r"(?<![A-Z])[.;:!?]|[()—–\n]|,\s+(?:and|but|while|whereas|when|although|though)\b")
"""Where what is said of one deed ends."""
_PASSIVE: Final = re.compile(r"\b(?:was|were|been|being|is|are|be|got)(?:\s\w+ly)?\s+\Z", re.IGNORECASE)
_ONLY_HELD: Final = re.compile(
    r"\b(?:to|would|could|might|may|should|must) (?:not )?have(?: been)?(?:\s\w+ly)?\s+\Z", re.I
)
_TO: Final = re.compile(r"\bto(?: be)?\s+\Z", re.IGNORECASE)
_NOUN: Final = re.compile(r"\b(?:the|an?|its|their|his|her|our|of|newly|these|those|all|some)\s+\Z", re.IGNORECASE)
"""What stands before a participle that is said of a noun: “the closed base”."""
_BY: Final = re.compile(r"[^.;:!?\n]{0,80}?\bby\s(?P<agent>[^.;:!?\n,]*)")
_OCCASION: Final = re.compile(r"[^.;:!?\n]{0,60}?\b(?:in|during) (?P<noun>(?:the|an?) [^A-Z.;:!?\n,]+)")
_ASIDE: Final = re.compile(r",[^,.;:!?\n]{1,90},\s*\Z")
_HELPERS: Final = re.compile(
    r"\b(?:has|have|had|was|were|is|are|been|being|be|got|also|then|later|\w+ly|already|now|first|again|since|not)\s+\Z",
    re.IGNORECASE,
)
_LEADING: Final = re.compile(
    r"\A\s*(?:In|On|At|By|Under|During|With|Near|From|Off|Since|Within|Overnight|Yesterday|Today|Later)\b", re.I
)
_WORD: Final = re.compile(r"[^\W\d_]+")
_JOINED: Final = re.compile(r"\band\b|\bas well as\b|,")
_PREPOSITION: Final = re.compile(
    r"\b(?:of|in|at|on|near|with|for|from|to|over|during|by|into|against|about|under|through|outside|without|off|between"
    r"|within|around|across|along|inside|behind)\b"
)
_MEASURE_WORDS: Final = """
    batch number group total pair hundreds thousands millions dozens scores shipment consignment fleet control
"""
_MEASURES: Final = frozenset(_MEASURE_WORDS.split())
"""Nouns in whose place the one behind “of” is what is spoken of."""
_PLACE_WORDS: Final = "town city village port province island state region district capital republic kingdom"
_PLACES: Final = frozenset(_PLACE_WORDS.split())
"""Nouns that are named by the one behind “of”."""
_FINITE: Final = frozenset({"was", "were", "is", "are", "has", "have", "had", "did", "does"})
_REACH: Final = 200


@dataclass(frozen=True, slots=True)
class MainDeed:
    """One verb of a clause for what was done, with the words of who does it and of what it is done to."""

    verb: str
    agent: str
    """Empty where nobody is named."""
    patient: str
    """Empty where there is none, or the words do not tell."""
    clause: str
    """The words that belong to it, with those of the sentence before it."""


def main_deeds(form: str, text: str) -> Iterator[MainDeed]:
    """The deeds that a text tells with this form of a verb, in the clauses that say so themselves."""
    for start, end in occurrences(form, text):
        before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
        if text[end : end + 1] == "-" or text[start - 1 : start] == "-" or _NOUN.search(before):
            continue
        if _ONLY_HELD.search(before) or _TO.search(before) or (start and text[start].isupper()):
            continue
        is_passive = _PASSIVE.search(before) is not None
        subject, of = _subject(before)
        clause_end = _CLAUSE_ENDS.search(behind)
        behind = behind[: clause_end.start()] if clause_end else behind
        begins = [match.end() for match in _CLAUSE_ENDS.finditer(before)]
        clause = before[begins[-1] if begins else 0 :] + text[start:end] + behind
        by = _BY.match(behind)
        if is_passive:
            yield MainDeed(form, _noun(by["agent"]) if by else _occasion(behind), subject or of, clause)
        elif behind.startswith(" by ") and by and not _HELPERS.search(before):
            yield MainDeed(form, _noun(by["agent"]), _last_noun(subject), clause)
        elif _verbs(subject):
            continue  # “tore up a treaty signed with Japan”
        else:
            yield MainDeed(form, subject or of, _noun(behind) or (of if subject else ""), clause)


def _subject(before: str) -> tuple[str, str]:
    """The words of the subject of a verb, and the noun of which its relative clause is said."""
    while match := _HELPERS.search(before):
        before = before[: match.start()]
    if aside := _ASIDE.search(before):
        before = before[: aside.start()]
    breaks = list(_BREAK.finditer(before))
    last = breaks[-1] if breaks else None
    region, of = before[last.end() if last else 0 :], ""
    if last and re.fullmatch(_RELATIVE, last[0], re.IGNORECASE):
        of = _last_noun(_BREAK.split(before[: last.start()].rstrip(" ,"))[-1])
    first, joined, second = region.rpartition(" and ")
    if joined and (verbs := _verbs(first)):
        region = second if second.strip() else first[: verbs[0].start()]
    return region.strip(), of


def _verbs(words: str) -> list[re.Match[str]]:
    """Words that may be the verb of a clause."""
    return [
        match for match in _WORD.finditer(words) if match[0] in _FINITE or (match[0].islower() and bases_of(match[0]))
    ]


def _last_noun(words: str) -> str:
    """The last noun of some words."""
    return _OBJECT_ENDS.split(words)[-1].strip() or words


def _noun(behind: str) -> str:
    """The noun right behind a verb."""
    end = _OBJECT_ENDS.search(behind)
    return (behind[: end.start()] if end else behind).strip()


def _occasion(behind: str) -> str:
    """The deed in which another was done by nobody who is named: “killed in the raid”."""
    match = _OCCASION.match(behind)
    return _noun(match["noun"]) if match else ""


def heads_of(noun: str) -> list[str]:
    """The words that say what a noun is: `border` of “its border with Uganda”, `town` and `Gao` of “the town of Gao”.

    Of several that “and” joins, each. What stands before it, “In Arusha the accord”, adds words that may be it.
    """
    heads: list[str] = []
    for part in _JOINED.split(noun):
        leading = _LEADING.match(part)
        segments = _PREPOSITION.split(part[leading.end() :] if leading else part)
        for at, segment in enumerate(segments):
            words = [word for word in _WORD.findall(segment) if word.lower() not in FUNCTION_WORDS and word != "s"]
            last = words[-1].lower() if words and at + 1 < len(segments) else ""
            heads += [] if last in _MEASURES else words[-1:]
            if not leading and last not in _MEASURES and last not in _PLACES:
                break
    return heads
