"""The clause of a sentence that tells of an event: its verb, what stands before it, and the words that belong to it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from dashboard.drafting.proposals.denials import is_denied
from dashboard.drafting.proposals.name_lists import goes_on_with_list, list_start
from dashboard.drafting.proposals.trigger_words import LIGHT, NOUNS, TYPES_OF_VERBS
from dashboard.evidence.words import root_of

_TRIGGER: Final = re.compile(rf"\b(?:{'|'.join(sorted(TYPES_OF_VERBS, key=len, reverse=True))})\b")
_QUOTED: Final = re.compile(r"[“‘«][^“”‘«»]*[”’»](?!\w)|(?<!\w)\"[^\"]*\"|\([^()]*\)")
"""Words in somebody's mouth, and asides."""
_START: Final = re.compile(r";\s+|:\s+|,\s+(?:and|but|so|yet)\s+(?:then\s+|later\s+)?|\s[–—]\s")
"""Where another main clause may begin."""
_AUXILIARIES: Final = re.compile(
    r"\s+(?P<words>(?:(?:has|have|had|was|were|been|also|then|later|again|now|soon|today|yesterday|thus|eventually|once"
    r"|\w+ly|first|finally)\s+)*)$"
)
_PASSIVE: Final = re.compile(r"\b(?:was|were|been)\b")
_OPENS_SUBORDINATE: Final = re.compile(
    r"^(?:when|while|as|if|although|though|because|after|before|since|once|until|unless|whereas|despite|given|with"
    r"|following|citing|exercising|having|by|without|had|should|combined)\b",
    re.IGNORECASE,
)
_ASIDE_IN_LIST: Final = re.compile(r"\b(?:and|or|but),\s+[^,]*,\s+[^,]*$")
"""The end of “Britain and, reluctantly, France”: the others in the list would be lost."""
_INSIDE: Final = re.compile(
    r"\b(?:who|which|that|whom|whose|where|when|while|if|because|although|after|before)\b", re.IGNORECASE
)
_GOING_ON: Final = re.compile(r"\s(?:is|are)(?:\s+(?:also|now|today|further|\w+ly))*\s+$")
_DETERMINER: Final = re.compile(
    r"\b(?:the|a|an|this|these|those|his|her|its|their|our|my|your|some|any|each|every|newly|recently|[^\W\d_]+[’']s?)\s+$",
    re.IGNORECASE,
)
_OTHER_VERB: Final = re.compile(r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|must|should|can|did)\b")
_OTHER_PAST: Final = re.compile(r"\b[a-z]+ed\s+(?:the|an?|his|her|its|their|in|to|that|as|on|from|with|war)\b")
_BOUNDARY: Final = re.compile(
    r";|:|\s[–—]\s|,\s*(?:which|who|whom|whose|where|when|while|and|but|or|although|because|as|after|before|since"
    r"|until|so|yet|subject|[^\W\d_]+ing)\b"
    r"|\b(?:that|which|who|whom|whose|where|when|while|whether|if|how|why|because|although|though|after|before|until|so"
    r"|following|but|as|than)\b"
    r"|\b(?:to|and|or)\s+(?=[a-z]+\b)(?!the\b|a\b|an\b|its\b|their\b|his\b|her\b)"
    r"|\b(?:of|for|from|by|in|on|about|at|with|against|without)\s+[a-z]+ing\b"
    r"|(?<=\w)\s+(?:executed|signed|made|taken|held|announced|issued|agreed|adopted|passed)\s+(?=earlier|on|in|by|at|last)"
)
_NOMINAL: Final = re.compile(
    r"\b(?:announcement|launch|launches|meeting|meetings|visit|conference|summit|attacks?|invasion|agreements?|pact"
    r"|treaty|talks|elections?|bombings?|crackdown|raid|strikes?|tests?|war|negotiations|coup|crisis|decision|incident"
    r"|shooting|killing|deployment|withdrawal|protests?|statement|speech|call|letter|resolution|proposal|plan|plans"
    r"|arrest|sanctions|ceasefire|massacre|support|role|presence|importance|possibility|need|efforts?|concerns?)\b",
    re.IGNORECASE,
)
_TYPES_OF_ROOTS: Final = {root_of(verb): types for verb, types in TYPES_OF_VERBS.items()}
_OF_NOUNS: Final = frozenset({"agree", "aid", "consult", "assault"})
"""Types whose verbs say less than what they are about: of others, such as `reject`, the noun is what is rejected."""
_LONGEST_SUBJECT: Final = 16
"""Words: an office, a name, and another one. What is longer has a clause in it that was not seen."""
_PAST: Final = ("ed", "t", "d", "n", "w", "k", "e", "g")
"""Endings that a verb in the past may have: none has that of a plural or of the present."""
_ASKS: Final = re.compile(r"\s+(?:up)?on\b|\s+for\b")
_MEETS: Final = re.compile(
    r"[.,]|\s+(?:today|yesterday|again|privately|separately|virtually|briefly|with|in|at|on|to|for|here|there)\b"
    r"|\s+(?:[A-Z][\w.’'-]*\s+)*(?:[A-Z][\w’'-]+)(?:[.,](?!\w)|\s+(?:in|at|on|for|to|and)\b)"
)
_SENSES: Final = {"called": _ASKS, "calls": _ASKS, "met": _MEETS, "meets": _MEETS}
"""By verb, what must stand behind it for the sense in which it tells of an event."""
_BEGINNING: Final = frozenset({"began"})
_DOING: Final = re.compile(r"\s+to\s+(?P<verb>[a-z]+)|\s+(?P<noun>[a-z]+ing)\b")
_THAT: Final = re.compile(
    r"(?:(?<=requested)|(?<=announced)|(?<=proposed)|(?<=demanded)|(?<=promised)|(?<=pledged))\s+that\b"
)
"""What somebody asks for or announces is of the same event."""
_REACH_OF_AMOUNTS: Final = re.compile(
    r";|:|\s[–—]\s|\b(?:that|which|who|whom|whose|where|when|while|whether|if|because|although|though|after|before|will)\b"
    r"|,\s*(?:representing|bringing|raising|making|including|compared|subject)\b|\bout of\b|\bof (?:the|its|a) total\b"
)
_VENUE: Final = re.compile(
    r"(?:(?:Then|Later|Earlier|Finally|However|Meanwhile),?\s+)?(?:In|At|On|Near|During)\s(?!response|the wake|addition"
    r"|light|view|exchange|return|reaction|accordance|spite|retaliation|order|the face|the aftermath|support)"
)
_MEETING_PLACE: Final = re.compile(
    r"\b(?:conference|summit|meetings?|talks|speech|visit|ceremony|interview|session|negotiations|press conference)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class EventClause:
    """One clause of a sentence; all offsets are within the sentence."""

    sentence: str
    """As the source has it, with the words of quotations and asides blanked out."""
    verb: str
    start: int
    """Where the clause begins."""
    verb_start: int
    verb_end: int
    subject: tuple[int, int]
    """The words between what introduces the clause and its verb."""
    end: int
    """Where words begin that may belong to something else."""
    amounts_end: int
    """Where amounts begin that may belong to something else."""
    is_passive: bool
    is_first: bool
    """Whether no main clause of the sentence stands before it."""

    @property
    def types(self) -> tuple[str, ...]:
        """The types of event that it may be, most likely first; a noun behind a light verb says more than the verb."""
        doing = _DOING.match(self.sentence, self.verb_end) if self.verb in _BEGINNING else None
        if doing:
            return _TYPES_OF_ROOTS.get(root_of(doing["verb"] or doing["noun"]), ())
        verbs = TYPES_OF_VERBS.get(self.verb)
        if verbs is None or (verbs and self.verb not in LIGHT and _OF_NOUNS.isdisjoint(verbs)):
            return verbs or ()
        words = re.findall(r"[a-z]+", self.sentence[self.verb_end : self.end].lower())
        nouns = [type_ for word in words for type_ in NOUNS.get(word, ())]
        ordered = (*nouns, *verbs) if self.verb in LIGHT or not verbs else (*verbs, *nouns)
        return tuple(dict.fromkeys(ordered))

    @property
    def introduction(self) -> tuple[int, int]:
        """The span of what stands before the subject: `On August 27, 1928,`."""
        return self.start, self.subject[0]

    @property
    def venue(self) -> str:
        """What introduces the clause, where it says when and where it happened and no more; else nothing."""
        words = self.sentence[slice(*self.introduction)]
        is_plain = _VENUE.match(words) and not _NOMINAL.search(_MEETING_PLACE.sub(" ", words))
        return words if is_plain and not _INSIDE.search(words) else ""

    def is_near(self, start: int) -> bool:
        """Whether words at `start` belong to the verb: nothing else that happened stands between them."""
        if not self.verb_end <= start < self.end:
            return False
        nouns = len(_NOMINAL.findall(self.sentence[self.verb_end : start]))
        return nouns == 0 or (nouns == 1 and self.verb in LIGHT)


def blank_quotations(sentence: str) -> str:
    """The sentence with as many dots in place of each quotation and aside."""
    return _QUOTED.sub(lambda match: "." * len(match[0]), sentence)


def event_clauses(sentence: str) -> Iterator[EventClause]:
    """The clauses whose main verb says that something happened; none that are supposed, denied or subordinate."""
    text = blank_quotations(sentence)
    if text.rstrip().endswith("?"):
        return
    starts = _clause_starts(text)
    used: set[int] = set()
    for match in _TRIGGER.finditer(text):
        start = max(each for each in starts if each <= match.start())
        if start in used:
            continue
        clause = _clause_of(text, match, start)
        if clause is not None:
            used.add(start)
            yield clause


def _clause_starts(text: str) -> list[int]:
    """Where main clauses may begin; not at the last name of a list."""
    starts = [0]
    for match in _START.finditer(text):
        if not (match[0].startswith(",") and goes_on_with_list(text[starts[-1] : match.start()])):
            starts.append(match.end())
    return starts


def clause_with(sentence: str, verb: str) -> EventClause | None:
    """The clause whose main verb somebody says is `verb`, a word of the sentence; None where it tells of no event."""
    text = blank_quotations(sentence)
    found = list(re.finditer(rf"\b{re.escape(verb)}\b", text)) if verb.isalpha() and verb.islower() else []
    if len(found) != 1 or text.rstrip().endswith("?") or not verb.endswith(_PAST):
        return None
    start = max(each for each in _clause_starts(text) if each <= found[0].start())
    return _clause_of(text, found[0], start)


def _clause_of(text: str, match: re.Match[str], start: int) -> EventClause | None:
    before = text[start : match.start()]
    if match[0].endswith("ing"):
        going_on = _GOING_ON.search(before)
        if going_on is None:
            return None
        before = before[: going_on.start() + 1]
    auxiliary = _AUXILIARIES.search(f" {before}" if not before.startswith(" ") else before)
    words = auxiliary["words"] if auxiliary else ""
    head = before[: len(before) - len(words)] if words else before
    begins = _subject_start(head)
    if begins is None or not _is_subject(head[begins:]) or (_DETERMINER.search(head) and not words):
        return None
    if is_denied(before[:begins], before[begins:], text[match.end() :]):
        return None
    is_passive = _PASSIVE.search(words) is not None
    if (not is_passive and re.match(r"\s+by\b", text[match.end() :])) or _is_of_another_sense(match, text):
        return None
    subject = start + begins, start + len(head.rstrip())
    doing = _DOING.match(text, match.end()) if match[0] in _BEGINNING else None
    end = _end_of(text, doing.end() if doing else match.end(), _BOUNDARY)
    asked = _THAT.match(text, match.end())
    amounts_end = _end_of(text, asked.end() if asked else match.end(), _REACH_OF_AMOUNTS)
    return EventClause(text, match[0], start, *match.span(), subject, end, amounts_end, is_passive, start == 0)


def _subject_start(head: str) -> int | None:
    """Where the subject begins, behind what introduces the clause; None where it has no end that a comma shows."""
    commas = [match.end() for match in re.finditer(r",\s+", head)]
    if (_OPENS_SUBORDINATE.match(head) and not commas) or _ASIDE_IN_LIST.search(head):
        return None
    return list_start(head, commas) if commas else 0


def _is_subject(words: str) -> bool:
    """Whether the words before a verb can be who does it: no clause, and no other verb."""
    others = (_INSIDE, _OTHER_VERB, _TRIGGER, _OTHER_PAST)
    return (
        bool(words.strip())
        and len(words.split()) <= _LONGEST_SUBJECT
        and not any(each.search(words) for each in others)
    )


def _is_of_another_sense(match: re.Match[str], text: str) -> bool:
    """Whether the verb tells of nothing here: “called the Pact of Paris”, “met the demand”, “began trying”."""
    if match[0] in _BEGINNING and (doing := _DOING.match(text, match.end())):
        return root_of(doing["verb"] or doing["noun"]) not in _TYPES_OF_ROOTS
    wanted = _SENSES.get(match[0])
    return wanted is not None and not wanted.match(text, match.end())


def _end_of(text: str, verb_end: int, boundary: re.Pattern[str]) -> int:
    found = boundary.search(text, verb_end)
    return found.start() if found else len(text)
