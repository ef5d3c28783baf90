"""Whom an event is done to, or by: names right behind the verb, or behind the word that goes with it."""

import re
from collections.abc import Iterator
from typing import Final

from dashboard.drafting.clauses import EventClause
from dashboard.drafting.people import ROLES_PATTERN, WORD

Span = tuple[int, int]

_PARTICLE: Final = r"(?:of|de|la|el|al|bin|von|van|der|for|and the)"
NAME: Final = rf"{WORD}(?:\s+(?:{_PARTICLE}\s+(?:the\s+)?)?{WORD})*"
_TIME: Final = r"(?:\s+(?:today|yesterday|also|again|separately|jointly|recently|virtually|briefly|by phone|formally))*"
_PREPOSITIONS: Final[dict[str, str]] = {
    "consult": r"\s+(?:with|to)",
    "request": r"\s+(?:on|upon|to)",
    "threaten": r"",
    "aid": r"\s+to",
}
_OPTIONAL: Final = frozenset({"request"})
"""Types whose verb may also have whom it is about right behind it: “urged Israel”, “called on Israel”."""
_DIRECT: Final = frozenset({"support", "accuse", "assault", "coerce", "sanction", "threaten"})
_TARGETS: Final = frozenset({"met", "meets", "visited", "spoke", "phoned"})
_MUTUAL: Final = frozenset({"agree", "consult", "cooperate"})
_DESCRIBED: Final = rf"(?:(?:[\w.’'-]+\s+){{0,4}}?(?:then-|ex-)?(?:{ROLES_PATTERN})\s+)?"
"""An office before a name: `opposition leader Ana Ruiz`."""
_OBJECT: Final = (
    rf"(?:[Tt]he\s+)?(?:(?:new|interim|transitional)\s+)?{_DESCRIBED}{NAME}"
    r"(?:\s+(?:[Gg]overnment|army|navy|military|police))?"
)
_WITH: Final = re.compile(
    rf"\bwith\s+(?:(?:representatives|envoys|delegates|a delegation|leaders)\s+(?:of"
    rf"|from)\s+)?(?P<name>{_OBJECT}(?:\s+and\s+{_OBJECT})?)"
)
_GIVEN: Final = (
    r"(?:assistance|aid|support|funding|funds|grants?|loans?|financing|relief|training|equipment|weapons|arms"
    r"|ammunition"
    r"|supplies|instructors|advisers|advisors|troops|forces|drones|missiles|tanks|vaccines|help|money"
    r"|concessions|apology"
    r"|message|letter|ultimatum|invitation|note)"
)
_GIVING: Final = frozenset(
    """
    announced announces pledged pledges committed provided authorized approved supplied sent delivered donated lent
    offered gave granted contributed extended promised issued refused airlifted
    """.split()  # noqa: SIM905  a list a line is a page
)
_HELP_TO: Final = re.compile(
    rf"\b{_GIVEN}\s+(?:to|for|to\s+(?:train|help|assist|support"
    rf"|equip))\s+(?:both\s+)?(?P<name>{_OBJECT}(?:\s+and\s+{_OBJECT})?)"
)
_OWNERS: Final = frozenset({"request", "accuse", "threaten", "sanction"})
"""Types in which it is done to a country if it is done to what it has: “urged Cambodia’s leadership”."""
_OWNED: Final = re.compile(rf"\s+(?:the\s+)?(?P<name>{NAME})(?=[’']s\s)")
_HELP_OF: Final = re.compile(
    rf"\b(?:(?:to|will)\s+(?:bolster|support|strengthen|help|assist|modernize|defend)"
    rf"|for)\s+(?:the\s+)?(?P<name>{NAME})(?=[’']s\s)"
)
_WAR_ON: Final = re.compile(rf"\b(?:war|attacks?|strikes?|assault)\s+(?:on|against)\s+(?:the\s+)?(?P<name>{NAME})")
_SANCTIONS_ON: Final = re.compile(
    rf"\b(?:sanctions|embargo|tariffs|blockade|ban)\s+(?:on|against)\s+(?:the\s+)?(?P<name>{_OBJECT})"
)
_TO_DO: Final = re.compile(
    rf"\s+(?:to|at)\s+(?:help|support|assist|attack|invade|strike|sanction|defend|pressure|pressuring|join|back"
    rf"|arm|free|punish"
    rf"|recognize|recognise|train)\s+(?P<name>{_OBJECT})"
)
_GIVES_SOMEBODY: Final = frozenset({"offered", "gave", "granted", "sent", "lent", "awarded", "promised", "pledged"})
_GETS: Final = re.compile(rf"{_TIME}\s+(?P<name>{_OBJECT})(?=\s+(?:an?\s|the\s|[$€£\d]|up\s|more\s|about\s|nearly\s))")
_BREAKING: Final = frozenset({"broke", "severed", "suspended", "restored", "resumed", "halted", "established", "held"})
_TIES_WITH: Final = re.compile(
    rf"\s+(?:[\w-]+\s+){{0,5}}?(?:ties|relations|links|contacts?|cooperation|talks)\s+with\s+(?P<name>{_OBJECT})"
)
_COMMISSIVE: Final = frozenset(
    """
    pledged pledges promised vowed threatened threatens agreed offered agrees hinted decided refused
    """.split()  # noqa: SIM905  a list a line is a page
)
_ASKED_THAT: Final = re.compile(rf"\s+that\s+(?P<name>{_OBJECT})(?=\s+[a-z]+\b)")
_ASKING: Final = frozenset({"demanded", "demands", "requested"})
_OF_NOUN: Final = re.compile(rf"\s+(?:of|against)\s+(?P<name>{_OBJECT})")
_BY: Final = re.compile(rf"\s+by\s+(?P<name>{_OBJECT})")
_FROM: Final = re.compile(rf"\s+(?:[a-z$€£\d.,-]+\s+){{1,6}}from\s+(?P<name>{_OBJECT})")
_AT_REQUEST: Final = re.compile(
    rf"\s(?:at\s+the\s+(?:request|invitation|behest)|on\s+(?:the\s+)?orders?)\s+of\s+(?P<name>{_OBJECT})"
)
_WITHOUT_END: Final = (_OWNED, _HELP_OF, _ASKED_THAT, _GETS)
"""Patterns that say themselves what may stand behind the name."""
_ENDS: Final = re.compile(
    r"(?:\s*$|[.,;:!?)–—]|\s+(?:in|at|on|by|to|for|from|when|where|after|before|as|over|under|during|that|which"
    r"|who|while"
    r"|because|through|today|yesterday|with|and|of|via|this|last|earlier|against|near|until|since|into|amid|following"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b|\s+\d|\s+\.\.\.)"
)


def agents_of_clause(clause: EventClause) -> Iterator[Span]:
    """By whom it was done, of a passive verb; and at whose request."""
    text, verb_end = clause.sentence, clause.verb_end
    by = _BY.match(text, verb_end) if clause.is_passive else None
    if by and _ENDS.match(text, by.end()):
        yield by.span("name")
    if clause.verb == "received" and (giver := _FROM.match(text, verb_end)) and _ENDS.match(text, giver.end()):
        yield giver.span("name")
    for asked in _AT_REQUEST.finditer(text, verb_end, clause.end):
        if _ENDS.match(text, asked.end()):
            yield asked.span("name")


def objects_of_clause(clause: EventClause) -> Iterator[Span]:
    """Whom the verb has right behind it, or behind the preposition that goes with it; two that “and” joins."""
    if clause.is_passive:
        return
    if clause.is_noun:
        done_to = _OF_NOUN.match(clause.sentence, clause.verb_end)
        if done_to and _ENDS.match(clause.sentence, done_to.end()):
            yield done_to.span("name")
        return
    for found in _objects_behind(clause, clause.types[0] if clause.types else ""):
        if found and (_ENDS.match(clause.sentence, found.end()) or found.re in _WITHOUT_END):
            yield found.span("name")


def _objects_behind(clause: EventClause, kind: str) -> Iterator[re.Match[str] | None]:
    """Names in each place where a verb of that kind has them; the first that is one is taken."""
    text, verb_end = clause.sentence, clause.verb_end
    if clause.verb in _ASKING and (asked := _ASKED_THAT.match(text, verb_end)):
        yield asked
        return
    if clause.verb in _COMMISSIVE and (done := _TO_DO.match(text, verb_end)):
        yield done
        return
    lead = _lead_of(clause, kind)
    if lead is not None:
        direct = re.compile(rf"{_TIME}{lead}{_TIME}\s+(?P<name>{_OBJECT}(?:\s+and\s+{_OBJECT})?)").match(text, verb_end)
        if direct and _ENDS.match(text, direct.end()):
            yield direct
            return
        if kind in _OWNERS and (owned := re.compile(rf"{lead}").match(text, verb_end)):
            yield _OWNED.match(text, owned.end())
            if kind != "sanction":
                return
    if kind in _MUTUAL:
        yield next((each for each in _WITH.finditer(text, verb_end, clause.end) if clause.is_near(each.start())), None)
    if clause.verb in _GIVES_SOMEBODY:
        yield _GETS.match(text, verb_end)
    if clause.verb in _BREAKING:
        yield _TIES_WITH.match(text, verb_end)
    if clause.verb in _GIVING:
        yield _HELP_TO.search(text, verb_end, clause.amounts_end)
        yield _HELP_OF.search(text, verb_end, clause.amounts_end)
    if kind == "assault":
        yield _WAR_ON.search(text, verb_end, clause.end)
    if kind == "sanction":
        yield _SANCTIONS_ON.search(text, verb_end, clause.end)


def _lead_of(clause: EventClause, kind: str) -> str | None:
    """The pattern of what stands between a verb and whom it is done to; None where nobody does."""
    if clause.verb in ("approached", "encouraged", "assisted", "helped", "backed"):
        return ""
    if kind == "consult":
        if clause.verb not in _TARGETS:
            return None
        return f"(?:{_PREPOSITIONS[kind]})?" if clause.verb in ("visited", "met", "meets") else _PREPOSITIONS[kind]
    if kind in _OPTIONAL:
        return f"(?:{_PREPOSITIONS[kind]})?"
    return "" if kind in _DIRECT else _PREPOSITIONS.get(kind)
