"""One clause of a sentence that tells of an event: its verb, its subject, and how far its words reach."""

import re
from dataclasses import dataclass
from typing import Final

from dashboard.drafting.clauses.trigger_words import (
    HAPPENINGS,
    IRREGULAR,
    LIGHT,
    NATURAL,
    NOUNS,
    SUFFERED,
    SUFFERED_NOUNS,
    TYPES_OF_VERBS,
)
from dashboard.evidence.words import WEEKDAYS, root_of
from dashboard.model.vocabularies import ENGLISH

SUBORDINATING: Final = re.compile(
    r"\b(?:who|which|that|whom|whose|where|when|while|if|because|although|though|after|before|once|since"
    r"|until|unless|whereas)\b",
    re.IGNORECASE,
)
_NOMINAL: Final = re.compile(
    r"\b(?:announcement|launch|launches|meeting|meetings|visit|conference|summit|attacks?|invasion|agreements?|pact"
    r"|treaty|talks|elections?|bombings?|crackdown|raid|strikes?|tests?|war|negotiations|coup|crisis|decision|incident"
    r"|shooting|killing|deployment|withdrawal|protests?|statement|speech|call|letter|resolution|proposal|plan|plans"
    r"|arrest|sanctions|ceasefire|massacre|support|role|presence|importance|possibility|need|efforts?|concerns?)\b",
    re.IGNORECASE,
)
TYPES_OF_ROOTS: Final = {root_of(verb): types for verb, types in TYPES_OF_VERBS.items()} | {
    root_of(verb): TYPES_OF_VERBS[past] for verb, past in IRREGULAR.items()
}
_OF_NOUNS: Final = frozenset({"agree", "aid", "consult", "assault"})
"""Types whose verbs say less than what they are about: of others, such as `reject`, the noun is what is rejected."""
_PRONOUNS: Final = frozenset(
    (
        "it",
        "this",
        "that",
        "there",
        "they",
        "he",
        "she",
        "these",
        "those",
        "which",
        "who",
        "we",
        "i",
        "you",
        "both",
        "some",
    )
)
_AGENTS: Final = frozenset(
    """
    government administration army navy forces delegation delegations parties police military regime authorities
    militants militia militias rebels fighters gunmen insurgents lawmakers leaders ministers officials protesters troops
    voters parliament court side sides countries nations allies members states president minister groups group aircraft
    jets bombers warplanes drones drone planes soldiers parties unions lawyers prosecutors observers
    """.split()  # noqa: SIM905  a list a line is a page
)
"""Nouns of those who act."""
_HUMAN_ROOTS: Final = frozenset(map(root_of, ENGLISH["human"]))
BEGINNING: Final = frozenset({"began"})
DOING: Final = re.compile(r"\s+to\s+(?P<verb>[a-z]+)|\s+(?P<noun>[a-z]+ing)\b")
VENUE: Final = re.compile(
    r"(?:(?:Then|Later|Earlier|Finally|However|Meanwhile),?\s+)?"
    rf"(?:(?:Today|Yesterday|Earlier|Last|This|{'|'.join(WEEKDAYS)})\b|(?:In|At|On|Near|During)\s)(?!response"
    rf"|the wake|addition"
    r"|light|view|exchange|return|reaction|accordance|spite|retaliation|order|the face|the aftermath|support)"
)
"""What introduces a clause and says when or where."""
_DOCUMENT: Final = re.compile(
    r"\b(?:agreements?|pact|treaty|resolution|letter|statement|proposal|plans?|sanctions|ceasefire|support)\b",
    re.IGNORECASE,
)
"""What has no time by itself, or another word for it: “the treaty of 1936”."""
_ABOUT: Final = frozenset(
    {"discussed", "announced", "announces", "proposed", "expressed", "toured", "confirmed", "denied"}
)
_AT_MEETING: Final = re.compile(
    r"\b(?:in|at|during)\s+(?:an?|the|his|her|its|their)\s+(?:[\w-]+\s+){0,3}?(?:speech|address|conference"
    r"|summit|meeting"
    r"|session|interview|statement|ceremony|letter|call)\b"
)
"""Where something is said or signed: no other event."""
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
    is_subordinate: bool
    """Whether `when` or the like makes it a part of another clause."""
    stop: int
    """Where its words end: the end of the sentence, or the main clause that follows `when …,`."""

    @property
    def types(self) -> tuple[str, ...]:
        """The types of event that it may be, most likely first; a noun behind a light verb says more than the verb."""
        if not NATURAL.isdisjoint(re.findall(r"[a-z]+", self.sentence[slice(*self.subject)].lower())):
            return ()
        if self.is_noun:
            return HAPPENINGS[self.verb]
        doing = DOING.match(self.sentence, self.verb_end) if self.verb in BEGINNING else None
        if doing:
            return TYPES_OF_ROOTS.get(root_of(doing["verb"] or doing["noun"]), ())
        verbs = TYPES_OF_VERBS.get(self.verb, TYPES_OF_ROOTS.get(root_of(self.verb)))
        if verbs is None or (verbs and self.verb not in LIGHT and _OF_NOUNS.isdisjoint(verbs)):
            return verbs or ()
        words = re.findall(r"[a-z]+", self.sentence[self.verb_end : self.end].lower())
        nouns = [type_ for word in words for type_ in NOUNS.get(word, ())]
        ordered = (*nouns, *verbs) if self.verb in LIGHT or not verbs else (*verbs, *nouns)
        return tuple(dict.fromkeys(ordered))

    @property
    def is_suffered(self) -> bool:
        """Whether the subject is whom it happens to: “lost a plane”."""
        return self.verb in SUFFERED or self.verb in SUFFERED_NOUNS

    @property
    def is_noun(self) -> bool:
        """Whether it is no clause, but a noun with whose it is."""
        return self.verb in HAPPENINGS

    @property
    def introduction(self) -> tuple[int, int]:
        """The span of what stands before the subject: `On August 27, 1928,`."""
        return self.start, self.subject[0]

    @property
    def venue(self) -> str:
        """What introduces the clause, where it says when and where it happened and no more; else nothing."""
        words = self.sentence[slice(*self.introduction)]
        is_plain = VENUE.match(words) and not _NOMINAL.search(_MEETING_PLACE.sub(" ", words))
        return words if is_plain and not SUBORDINATING.search(words) else ""

    def is_near(self, start: int, *, is_date: bool = False) -> bool:
        """Whether words at `start` belong to the verb: nothing else that happened stands between them.

        A date behind a document is said of the verb: “left the treaty in 1936”; unless somebody speaks about it.
        """
        if not self.verb_end <= start < self.end:
            return False
        between = _AT_MEETING.sub(" ", self.sentence[self.verb_end : start])
        if is_date and self.verb not in _ABOUT:
            between = _DOCUMENT.sub(" ", between)
        nouns = len(_NOMINAL.findall(between))
        return nouns == 0 or (nouns == 1 and self.verb in LIGHT)

    @property
    def tells_of_agents(self) -> bool:
        """Whether it is worth showing with nothing filled: somebody acts, or something is acted on, who has no name."""
        words = re.split(r"\s(?:of|from|in|at|for)\s", self.sentence[slice(*self.subject)].lower())[0].split()
        if not self.types or not words or (len(words) == 1 and words[0] in _PRONOUNS):
            return False
        return self.is_passive or words[-1] in _AGENTS or root_of(words[-1]) in _HUMAN_ROOTS
