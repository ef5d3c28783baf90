"""Guards: an event's type, and how far its commitment had come, are what its claims and quotes speak of."""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Final

from dashboard.checks.context import EventContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.guards.types.other_types import another_type
from dashboard.evidence.verbs import (
    IN_SUBSTANCE,
    is_open,
    main_words,
    may_be_headline_of,
    tells_as_done,
    types_in_headline,
    without_contrary_deeds,
    without_undone,
)
from dashboard.evidence.words import Words, root_of
from dashboard.model.event import Event
from dashboard.model.vocabularies import IRREGULAR_VERBS, TYPES_AKIN, WORDS_OF_TYPES

TYPE_NOT_QUOTED = guard(
    "type-not-quoted",
    "An event type of which no words speak",
    "No claim of the event, and none of its quotes, has a word that goes with its type in PLOVER: nobody attacks in an "
    "`assault`, nobody blames in an `accuse`, nobody meets or talks in a `consult`. Troops that are withdrawn are none "
    "for `mobilize`, an offer that is turned down is none for `agree`, nor what is only called for one for `concede`. "
    "Or the title, the claims and who does it plainly tell of another type, and hardly of this one.",
    "write the type that fits the words, add the claim that does, or `allow` it in a claim with the reason",
    "warning",
)
LEVEL_NOT_QUOTED = guard(
    "level-not-quoted",
    "A commitment that has come further than its words",
    "No claim or quote that the level names says that it was `pledged` (“promised”, “will”), `agreed` (“signed”, "
    "“accepted”), `underway` (“began”, “is building”; not “has not begun”), `delivered` (“completed”; what “will be” "
    "delivered, or has not been, is not), "
    "`declined` (“refused”, “not”), `ended` (“closed”, “expired”) or `lapsed` (“deadline”, “never”).",
    "write the level that the words give (`pledged`, `discussed`), name the claim that says more, or `allow` it",
    "warning",
)
_WAYS: Final = (
    r"(?:borders?|frontiers?|crossings?|checkpoints?|airspace|sk(?:y|ies)|harbou?rs?|ports?|roads?|routes?|corridors?"
    r"|straits?|canals?|airports?|airfields?|bridges?|pass(?:es)?|gates?|doors?|sites?|camps?|archives?|markets?|territor(?:y|ies)"
    r"|waters|rivers?|railways?|lines?|islands?|bases?|fields?|prisons?|inspect\w+"
    r"|to (?:all|foreign\w*|ships|refugees))"
)
"""What is opened to let somebody in."""
_NOT_DELIVERED: Final = (
    r"(?:announced|promised|pledged|planned|offered|told|asked|agreed|proposed|expected|due|scheduled|set|to|authori[sz]ed"
    r"|approved|discussed|considered|about|ready|able|not|notified|informed|intended|requested|prepared|likely)\b"
)
"""What “was” does not tell as delivered."""
_LEVELS: Final[Mapping[str, re.Pattern[str]]] = {
    "agreed": re.compile(
        r"\b(?:agree\w*|accept\w*|sign(?:ed|s|ing)?|signature|signing|accord|pact|treaty|contract\w*|memorandum|deal"
        r"|approv\w+|adopt\w*|ratif\w+|conclu\w+|both|joint\w*|settl\w+|reached|protocol|consent\w*|compact|undert\w+"
        r"|negotiated|compromise|together|arrangement|law)\b",
        re.IGNORECASE,
    ),
    "delivered": re.compile(
        r"(?<!will be )(?<!to be )(?<!would be )(?<!is being )(?<!are being )"
        r"\b(?:deliver(?:ed|s|y)|arriv(?:ed|al|es)|receiv(?:ed|es)|complet(?:ed|ion|es)|hand(?:ed|s) over|reached|sent"
        r"|paid|provided|gave|given|built|opened|opens|closed|closes|closure|left|withdrew|withdrawn|ended|transferred"
        r"|lent|landed|launched|finished|carried out|implemented|took effect|in force|signed|held|met|visited|returned"
        r"|released|freed|lifted|rescued|saved|fulfilled|installed|deployed|stationed|created|established|went|did|made"
        rf"|became|took|(?:has been|have been|had been|was|were) (?!(?:\w+ly |also |being )?{_NOT_DELIVERED}))",
        re.IGNORECASE,
    ),
    "pledged": re.compile(
        r"\b(?:pledg\w+|promis\w+|commit\w*|will|would|shall|offer\w*|vow\w*|announc\w+|guarant\w+|undert\w+|plan\w*"
        r"|intend\w*|earmark\w*|budget\w*|allocat\w+|donat\w+|provid\w+|giv\w+|gave|grant\w*|agree\w*|approv\w+"
        r"|fund\w*|contribut\w+|assur\w+|going to|sign\w*|[$€£¥]\d|m?billion|million|ready|willing|prepared|invest\w*"
        r"|authori[sz]\w+|propos\w+|deliver\w*|send\w*|sent|lend\w*|support\w*|dedicat\w+|swore|sworn|set aside)\b",
        re.IGNORECASE,
    ),
    "underway": re.compile(
        r"\b(?:(?:is|are|was|were|been|being)\s(?:\w+\s)?\w+ing|beg[aiu]n\w*|start\w*|launch\w*|continu\w*|ongoing"
        r"|under ?way|deploy\w*|station\w*|host\w*|operat\w*|conduct\w*|progress\w*|being|phase\w*|arriv\w*|first"
        r"|resum\w*"
        r"|still|so far|since|already|train\w*|patrol\w*|carr(?:y|ied|ying)|implement\w*|fl(?:y|ew|own|ying)"
        r"|ha(?:s|ve|d) been"
        r"|open\w*|buil[dt]\w*|construct\w*|deliver\w*|sent|took|taken|enter\w*|exercis\w*|working|works?|us(?:es|ed|ing)"
        r"|daily|every|now|join(?:ed|s|ing)?|receiv\w*|paid|provid\w*|held|holds?|holding|moved|moving|left|withdr\w+|reduc\w+)\b",
        re.IGNORECASE,
    ),
    "declined": re.compile(
        r"\b(?:declin\w+|reject\w*|refus\w+|den(?:y|ies|ied)|no|not|n[’']t|never|none|nor|neither|cannot|oppos\w+|veto\w*"
        r"|rebuff\w*|turn\w*(?: [\w’']+){0,4}? down|rul\w+ out|against|dismiss\w*|object\w*|spurn\w*|defeat\w*|block\w*"
        r"|unwilling|without|ban(?:s|ned)?|prohibit\w*|forb\w+|unacceptable|impossible|withdr\w+|fail\w*|abandon\w*"
        r"|voted down)\b"
        r"|n[’']t\b",
        re.IGNORECASE,
    ),
    "ended": re.compile(
        r"\b(?:end\w*|clos\w+|expir\w+|terminat\w+|withdr\w+|cancel\w*|abandon\w*|scrap\w*|halt\w*|stop\w*|ceas\w*"
        r"|last|final\w*|left|leav\w+|over|repeal\w*|revok\w*|dissol\w+|suspend\w*|discontinu\w*|br(?:oke|eak)\w*"
        r"|collaps\w+"
        r"|fail\w*|no longer|shut\w*|dismantl\w*|hand\w*|remov\w*|lift\w*|pull\w*|conclu\w+|complet\w+|annul\w*"
        r"|lapse\w*|quit\w*|exit\w*|cut\w*|sever\w*|drop\w*|relinquish\w*|vacat\w*|evict\w*|depart\w*|fell|fall\w*|defeat\w*"
        r"|surrender\w*|return\w*|expel\w*|oust\w*|resign\w*|renounc\w+|denounc\w+|abolish\w*|until|former\w*|was)\b",
        re.IGNORECASE,
    ),
    "lapsed": re.compile(
        r"\b(?:laps\w+|elaps\w+|expir\w+|deadlines?|r[au]n(?:s|ning)? out|unfulfilled|unmet|unpaid|undone|overdue|due"
        r"|never|not|no|nothing|none|neither|nor|cannot|without|fail\w*|miss(?:ed|es|ing)?|forgotten|passed|pass(?:es|ing)?|past"
        r"|over|end\w*|until|yet|still|delay\w*|postpon\w+|abandon\w*|drop\w*|dead|died|nobody|ignor\w+|stall\w*"
        r"|too late|invalid|void|broke\w*|break\w*|unkept|unable|late|lost|stopp?\w*|halt\w*|suspend\w*|wait\w*)\b"
        r"|n[’']t\b",
        re.IGNORECASE,
    ),
}
"""By level, words any of which may say that it was reached. There are many: a level is not questioned lightly."""
_DONE: Final = frozenset({"agreed", "underway", "delivered"})
"""Levels of which a plan is not enough: “plans to hand over” delivers nothing."""
_WITH_OBJECTS: Final[Mapping[str, re.Pattern[str]]] = {
    "retreat": re.compile(
        rf"\b(?:re-?)?open\w*\b[^.;:!?]{{0,60}}\b{_WAYS}|\b{_WAYS}\b[^.;:!?]{{0,60}}\b(?:re-?)?open", re.IGNORECASE
    )
}
"""By type, words that go with it beside others alone: a border is opened, and a school is, too."""
_WELCOME: Final = frozenset({"consult", "agree", "support", "concede"})
"""Types that are refused where a headline tells a refusal."""
_COMING: Final = frozenset({"agree", "threaten", "concede", "request"})
"""Types by which somebody says what is to come: “Bank to lend Kenya money”."""
_CALENDAR: Final = re.compile(r"(?<=\d )March\b|\bMarch(?= \d|, )|\bUnited(?= [A-Z])")
"""What is a month, or a name, and no march or union."""
_NOT_ACTUAL: Final = frozenset({"future", "hypothetical", "negation"})
"""Reality of which verbs tell nothing as done."""


@cache
def _roots(type_: str) -> frozenset[str]:
    """The roots of words that go with a type, and of their past where that is irregular."""
    words = frozenset(WORDS_OF_TYPES.get(type_, ()))
    past = (form for verb, *forms in IRREGULAR_VERBS if verb in words for form in forms)
    return frozenset(map(root_of, (*words, *past)))


def classification_is_quoted(context: EventContext) -> Iterator[Violation]:
    """The type of an event, and the level of its commitment, are such as its words speak of."""
    if not context.is_english:
        return
    event = context.event
    type_ = event.what.type
    if (
        type_
        and (roots := _roots(type_))
        and not any(_speaks_of(type_, roots, text) for text in _texts(event, event.claims))
    ):
        message = f"the type is `{type_}`, but no claim or quote has a word that goes with it"
        yield Violation(TYPE_NOT_QUOTED, event, tuple(event.claims), ("what", "type"), (type_,), message)
    elif type_ and event.claims and (other := _another_in_title(event, type_)):
        told, verb = other
        message = (
            f"the type is `{type_}`, but the title has a verb of `{told}` (“{verb}”), and no claim one of `{type_}`"
        )
        yield Violation(TYPE_NOT_QUOTED, event, tuple(event.claims), ("what", "type"), (type_,), message)
    elif type_ and event.claims and (plain := _plainly_another(context, type_)):
        message = f"the type is `{type_}`, but the title, claims and quotes tell of `{plain}`"
        yield Violation(TYPE_NOT_QUOTED, event, tuple(event.claims), ("what", "type"), (type_,), message)
    commitment = event.commitment
    done = _LEVELS.get(commitment.level) if commitment and commitment.claims else None
    if (
        commitment
        and done
        and not any(_says_so(commitment.level, done, text) for text in _texts(event, commitment.claims))
    ):
        message = f"the commitment is `{commitment.level}`, but no claim or quote that it names says so"
        yield Violation(
            LEVEL_NOT_QUOTED, event, commitment.claims, ("commitment", "level"), (commitment.level,), message
        )


def _says_so(level: str, done: re.Pattern[str], text: str) -> bool:
    """Whether a text has a word for a level; for one by which something was done, where it does not leave it open."""
    left = without_undone(level, text)
    return any(level not in _DONE or not is_open(left, match) for match in done.finditer(left))


def _plainly_another(context: EventContext, type_: str) -> str | None:
    """The type that an event's words tell, where they hardly tell its own, of what was done or will be."""
    event = context.event
    if event.what.reality in _NOT_ACTUAL - {"future"}:
        return None
    return another_type(context, type_, tuple(_texts(event, event.claims)))


def _another_in_title(event: Event, type_: str) -> tuple[str, str] | None:
    """The type of which a title tells, and its verb, where nothing in the event tells of its own or of one akin."""
    if event.what.reality in _NOT_ACTUAL:
        return None
    title = main_words(event.title) if type_ in IN_SUBSTANCE | _WELCOME else event.title
    told = types_in_headline(title)
    by_verb = type_ in _WELCOME and "reject" in told
    if type_ in _COMING:
        told = {each: verb for each, verb in told.items() if not re.search(rf"\bto {re.escape(verb)}\b", title)}
    if (
        not told
        or type_ in told
        or may_be_headline_of(type_, title)
        or any({type_, each} in TYPES_AKIN for each in told)
    ):
        return None
    texts = _texts(event, event.claims)
    return None if any(tells_as_done(type_, text, by_verb=by_verb) for text in texts) else next(iter(told.items()))


def _speaks_of(type_: str, roots: frozenset[str], text: str) -> bool:
    """Whether a text has a word that goes with a type."""
    beside, left = _WITH_OBJECTS.get(type_), _CALENDAR.sub("", without_contrary_deeds(type_, text))
    return not roots.isdisjoint(Words(left).roots) or (beside is not None and beside.search(left) is not None)


def _texts(event: Event, claims: Iterable[str]) -> Iterator[str]:
    """The texts and quotes of some claims."""
    for name in claims:
        if name in event.claims:
            yield from (event.claims[name].text, *event.claims[name].exact_quotes)


GUARDS_ON_TYPES = (classification_is_quoted,)
