"""Who does it and to whom, where two texts tell it with different verbs: “taught” and “learned from”."""

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass
from typing import Final

from dashboard.evidence.verbs.forms import gerunds_of, occurrences, past_of
from dashboard.evidence.verbs.parties import BREAK, PASSIVE, keep_their_order
from dashboard.evidence.words import Words, content_words
from dashboard.model.vocabularies import DEEDS

_ASKING: Final = (
    "ask approach petition beg implore urge press request:of request:from turn:to appeal:to call:on call:upon look:to"
    " apply:to plead:with"
)
_DEEDS: Final = (
    (_ASKING, ""),
    ("teach train instruct coach", "learn:from study:under"),
    ("defeat beat rout unseat trounce", "lose:to fall:to succumb:to"),
    ("succeed replace supplant take+over:from", "precede hand+over:to make+way:for give+way:to"),
    ("sue prosecute take+court", ""),
    ("accuse blame denounce condemn", ""),
    ("ambush attack raid assault", ""),
    ("kill slay murder shoot assassinate execute massacre slaughter", ""),
    ("surround encircle besiege blockade", ""),
    ("ram hit strike", ""),
    ("overtake pass outpace", "trail fall+behind"),
    ("lead head command", "follow obey serve:under report:to"),
    ("pursue chase", "flee:from run:from"),
    ("employ hire", "work:for"),
    ("back support endorse", ""),
    ("invite", ""),
    ("rent:to lease:to let:to", "rent:from lease:from"),
    ("subdue vanquish overpower", "surrender:to yield:to submit:to capitulate:to bow:to"),
    ("persuade convince", "give+in:to"),
)
"""Verbs by which one does it to the other, and those by which the other tells it, with the preposition before whom.

`take+over` has the word behind the verb, wherever its object stands.
"""
_ALL_DEEDS: Final = (*_DEEDS, *((" ".join(verbs), "") for verbs in DEEDS))
_WANTING: Final = "ask request demand seek want plead beg apply appeal petition"
_REFUSING: Final = "refuse reject decline rebuff dismiss veto"
_REQUEST: Final = re.compile(
    r"\b((?:[\w’'.-]+ ){0,2}[\w.-]+)[’']s? (?:\w+ )?"
    r"(?:request|bid|plea|demand|appeal|proposal|application|petition)s?\b"
)
"""Whose request it is."""
_ASIDE: Final = re.compile(r",\s(?:which|who|whose|whom|the|an?|its)\s[^,;:!?\n]{1,90},\s*\Z")
_CLAUSE_END: Final = re.compile(
    r"[;:!?()—–\n]|\.(?!\d)(?<![A-Z]\.)|,(?!\d)"
    r"|\b(?:and|but|while|after|before|when|as|because|since|although|though|if|who|whom|which|that)\b"
)
_NOUN_END: Final = re.compile(
    r"\b(?:at|on|near|with|for|from|to|over|during|by|into|against|about|under|through|outside|without|of|last|on"
    r"|(?<!government )(?<!regime )(?<!authorities )(?<!rulers )in)\b"
)
_BY: Final = re.compile(r"\bby\s")
_REACH: Final = 120
_TAKEN: Final = 4
_LEAST_SHARED: Final = 2


@dataclass(frozen=True, slots=True)
class _VerbFrame:
    """One way in which a verb tells a deed."""

    deed: int
    is_reversed: bool
    particle: str
    preposition: str


@dataclass(frozen=True, slots=True)
class _DirectedDeed:
    """One deed with the roots of the words of who does it, and to whom, and with the words behind its verb."""

    deed: int
    agents: dict[str, str]
    patients: dict[str, str]
    behind: str

    def is_as(self, other: "_DirectedDeed") -> bool:
        """Whether one of those who do it, or of those to whom it is done, is the same."""
        return bool(self.agents.keys() & other.agents.keys() or self.patients.keys() & other.patients.keys())

    def is_the_same_as(self, other: "_DirectedDeed") -> bool:
        """Whether one of each side is the same."""
        return bool(self.agents.keys() & other.agents.keys() and self.patients.keys() & other.patients.keys())

    def is_between(self, one: Set[str], other: Set[str]) -> bool:
        """Whether one does it, to the other."""
        return bool(self.agents.keys() & one and self.patients.keys() & other)

    def reverse_of(self, other: "_DirectedDeed") -> tuple[str, str] | None:
        """One who does it here and suffers it there, with one of whom the reverse holds."""
        ones, others = self.agents.keys() & other.patients.keys(), self.patients.keys() & other.agents.keys()
        return (self.agents[min(ones)], self.patients[min(others)]) if ones and others else None


def _forms(verb: str) -> set[str]:
    ies = {f"{verb[:-1]}ies"} if verb.endswith("y") else set[str]()
    return {verb, f"{verb}s", f"{verb}es", f"{verb}{verb[-1]}ed", *ies, *past_of(verb), *gerunds_of(verb)}


def _frames() -> dict[str, list[_VerbFrame]]:
    found: dict[str, list[_VerbFrame]] = {}
    for deed, sides in enumerate(_ALL_DEEDS):
        for is_reversed, side in enumerate(sides):
            for entry in side.split():
                verb, _, preposition = entry.partition(":")
                verb, _, particle = verb.partition("+")
                for form in _forms(verb):
                    found.setdefault(form, []).append(_VerbFrame(deed, bool(is_reversed), particle, preposition))
    return found


_FRAMES: Final = _frames()
_WORDS: Final = frozenset(_FRAMES)
_FORMS_OF: Final = {
    deed: frozenset(form for form, frames in _FRAMES.items() if any(each.deed == deed for each in frames))
    for deed in range(len(_ALL_DEEDS))
}
_ASK: Final = frozenset({0})
_WANT, _REFUSE = (frozenset(form for verb in verbs.split() for form in _forms(verb)) for verbs in (_WANTING, _REFUSING))


def directed_deeds_of(form: str) -> frozenset[int]:
    """The deeds, by number, that a form of a verb tells from the side of who does it."""
    frames = _FRAMES.get(form, ())
    return frozenset(each.deed for each in frames if not (each.is_reversed or each.preposition or each.particle))


def may_tell_one_deed(claim: Words, quoted: Words) -> bool:
    """A quick look: whether both have a verb of one deed, or one of wanting and one of asking or refusing."""
    ours, theirs = _WORDS & claim.lower, _WORDS & quoted.lower
    if not ours or not theirs:
        return not (_REFUSE.isdisjoint(claim.lower) or _REFUSE.isdisjoint(quoted.lower))
    if ours <= theirs and keep_their_order(claim, quoted):
        return False
    return (
        bool(_shared_deeds(claim, quoted)) or not _WANT.isdisjoint(claim.lower) or not _REFUSE.isdisjoint(claim.lower)
    )


def exchanged_in_other_words(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """The first two words of a claim of which one does to the other what quotes have the other do, by any such verb."""
    if shared := _shared_deeds(claim, quoted):
        there = list(_directed_deeds(quoted, shared))
        for said in _directed_deeds(claim, shared) if there else ():
            same = [each for each in there if each.deed == said.deed]
            if not any(map(said.is_as, same)) and (pair := next(filter(None, map(said.reverse_of, same)), None)):
                return pair
    return _asked_for_asking(claim, quoted) or _refused_for_asking(claim, quoted)


def done_by_another(claim: Words, quoted: Words, names: Set[str]) -> Iterator[tuple[str, str]]:
    """Who does something by a claim and who by the quotes, of some names in both, where it is done to the same."""
    shared = _shared_deeds(claim, quoted)
    there = list(_directed_deeds(quoted, shared))
    for said in _directed_deeds(claim, shared) if there else ():
        ones = names & said.agents.keys() & quoted.roots
        same = [each for each in there if each.deed == said.deed and each.patients.keys() & said.patients.keys()]
        others = [names & each.agents.keys() for each in same]
        if not ones or not same or not all(others) or any(ones & each for each in others):
            continue
        if not any(ones & subject.keys() for subject, _ in _subjects(_FORMS_OF[said.deed], quoted)):
            yield min(ones), min(others[0])


def tell_the_same_deed(claim: Words, quoted: Words, pair: tuple[str, str]) -> bool:
    """Whether of two names one does it to the other in both, by whatever verbs of one deed."""
    shared = frozenset(each for each in _shared_deeds(claim, quoted) if each < len(_DEEDS))
    one, other = ({word.root for word in content_words(name)} for name in pair)
    told = [
        each for each in _directed_deeds(claim, shared) if each.is_between(one, other) or each.is_between(other, one)
    ]
    there = list(_directed_deeds(quoted, shared)) if told else []
    return any(
        each.deed == said.deed
        and said.is_the_same_as(each)
        and not (each.is_between(one, other) and said.is_between(other, one))
        and not (each.is_between(other, one) and said.is_between(one, other))
        for said in told
        for each in there
    )


def _shared_deeds(claim: Words, quoted: Words) -> frozenset[int]:
    """The deeds of which both have a verb."""
    ours, theirs = (
        {frame.deed for form in _WORDS & words.lower for frame in _FRAMES[form]} for words in (claim, quoted)
    )
    return frozenset(ours & theirs)


def _directed_deeds(words: Words, deeds: frozenset[int]) -> Iterator[_DirectedDeed]:
    """Who does what to whom, of some deeds, wherever a text names both."""
    for form in _WORDS & words.lower if deeds else ():
        frames = [frame for frame in _FRAMES[form] if frame.deed in deeds]
        if not frames:
            continue
        for start, end in occurrences(form, words.text):
            before, behind = _clause(words.text, start, end)
            if words.text[start].isupper() or "-" in (before[-1:], behind[:1]):
                continue
            for frame in frames:
                if found := _parties(frame, before, behind):
                    agents, patients = reversed(found) if frame.is_reversed else found
                    yield _DirectedDeed(frame.deed, agents, patients, behind)


def _clause(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before a verb, and those behind it in its clause."""
    before, behind = text[max(0, start - _REACH) : start], text[end : end + _REACH]
    clause_end = _CLAUSE_END.search(behind)
    return before, behind[: clause_end.start()] if clause_end else behind


def _parties(frame: _VerbFrame, before: str, behind: str) -> tuple[dict[str, str], dict[str, str]] | None:
    """The two parties of a verb, the one before it first; none where one is missing, or the verb is another one."""
    if frame.particle:
        particle = re.search(rf"\b{frame.particle}\b", behind)
        if particle is None:
            return None
    subject = _subject(before)
    if frame.preposition:
        match = re.search(rf"\b{frame.preposition}\s", behind)
        is_near = match and (frame.particle or len(behind[: match.start()].split()) <= _TAKEN)
        patients = _noun(behind[match.end() :]) if match and is_near else {}
        agents = subject
    elif PASSIVE.search(before) or behind.startswith(" by "):
        by = _BY.search(behind)
        agents, patients = (_noun(behind[by.end() :]) if by else {}), subject
    else:
        agents, patients = subject, _noun(behind)
    return (agents, patients) if agents and patients else None


def _subject(before: str) -> dict[str, str]:
    aside = _ASIDE.search(before)
    return _roots(BREAK.split(before[: aside.start()] if aside else before)[-1])


def _noun(behind: str) -> dict[str, str]:
    end = _NOUN_END.search(behind)
    return _roots(behind[: end.start()] if end else behind)


def _roots(text: str) -> dict[str, str]:
    return {word.root: word.text for word in list(content_words(text))[-_TAKEN:] if not word.text.endswith("ly")}


def _asked_for_asking(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """Who wants it by the claim where the quotes have another ask it of them, of the same thing."""
    if _WANT.isdisjoint(claim.lower) or _WORDS.isdisjoint(quoted.lower):
        return None
    asked = list(_directed_deeds(quoted, _ASK))
    if not asked:
        return None
    wanting = {root for each in _subjects(_WANT, quoted) for root in each[0]} | {
        root for each in asked for root in each.agents
    }
    for subject, behind in _subjects(_WANT, claim):
        things = {word.root for word in content_words(behind)}
        for each in asked:
            both = (subject.keys() & each.patients.keys()) - wanting
            same = things & {word.root for word in content_words(each.behind)} - each.patients.keys()
            if both and not subject.keys() & wanting and len(same) >= _LEAST_SHARED:
                return subject[min(both)], next(iter(each.agents.values()))
    return None


def _refused_for_asking(claim: Words, quoted: Words) -> tuple[str, str] | None:
    """Who refuses it by the claim where the quotes have them ask for it, and another refuse."""
    if _REFUSE.isdisjoint(claim.lower) or _REFUSE.isdisjoint(quoted.lower):
        return None
    refusing = [subject for subject, _ in _subjects(_REFUSE, quoted) if subject]
    asking = [subject for subject, _ in _subjects(_WANT - _REFUSE, quoted)]
    asking += [_roots(match[1]) for match in _REQUEST.finditer(quoted.text)]
    others = {root for each in refusing for root in each}
    for subject, _ in _subjects(_REFUSE, claim):
        if not refusing or not subject or subject.keys() & others:
            continue
        if pair := next((each for each in asking if each.keys() & subject.keys() - others), None):
            return subject[min(pair.keys() & subject.keys() - others)], next(iter(refusing[0].values()))
    return None


def _subjects(forms: frozenset[str], words: Words) -> Iterator[tuple[dict[str, str], str]]:
    """Who does it, by any of some forms, and the words behind each."""
    for form in forms & words.lower:
        for start, end in occurrences(form, words.text):
            before, behind = _clause(words.text, start, end)
            if PASSIVE.search(before):
                by = _BY.search(behind)
                yield (_noun(behind[by.end() :]) if by else {}), behind
            elif not words.text[start].isupper():
                yield _subject(before), behind
