"""Who takes part in an event clause: its subject, and whom its verb is done to; never a name that is merely near."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

from dashboard.checks.context import RegistryNames
from dashboard.drafting.proposals.clauses import EventClause
from dashboard.drafting.proposals.places import WORD_LIKE, country_of_adjective, is_country_noun
from dashboard.drafting.proposals.proposal import OpenField
from dashboard.evidence.words import is_title, key_of
from dashboard.model.forms import country_named, free_id
from dashboard.model.geography import country_name
from dashboard.model.vocabularies import COUNTRY_FORMS
from dashboard.store.views_file import id_for

_CAPITAL: Final = r"[A-ZÀ-ÖØ-ÞŠŽČĆĐŁŚŹŻÇĞİŞ]"
_WORD: Final = rf"(?:{_CAPITAL}\.(?:{_CAPITAL}\.)*|{_CAPITAL}[\w’'-]*\w(?<!’s)(?<!'s)|{_CAPITAL})"
_PARTICLE: Final = r"(?:of|de|la|el|al|bin|von|van|der|for|and the)"
_NAME: Final = rf"{_WORD}(?:\s+(?:{_PARTICLE}\s+(?:the\s+)?)?{_WORD})*"
_WHOLE: Final = re.compile(rf"^(?:[Tt]he\s+)?(?P<name>{_NAME})(?:\s+\.+)?$")
_GOVERNMENT: Final = re.compile(
    rf"^(?:(?:[Tt]he\s+)?(?P<owner>{_NAME})(?:’s|'s)?\s+[Gg]overnment|[Tt]he\s+[Gg]overnment\s+of\s+(?:the\s+)?(?P<of>{_NAME}))$"
)
_TIME: Final = r"(?:\s+(?:today|yesterday|also|again|separately|jointly|recently|virtually|briefly|by phone))*"
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
_WITH: Final = re.compile(rf"\bwith\s+(?:the\s+)?(?P<name>{_NAME})")
_GIVING: Final = frozenset(
    {"announced", "announces", "pledged", "pledges", "committed", "provided", "authorized", "approved"}
)
_HELP_TO: Final = re.compile(
    rf"\b(?:assistance|aid|support|funding|grants?|loans?|financing|relief)\s+(?:to|for)\s+(?:the\s+)?(?P<name>{_NAME})"
)
_OBJECT: Final = rf"(?:[Tt]he\s+)?{_NAME}(?:\s+[Gg]overnment)?"
_OWNERS: Final = frozenset({"request", "accuse", "threaten", "sanction"})
"""Types in which it is done to a country if it is done to what it has: “urged Cambodia’s leadership”."""
_OWNED: Final = re.compile(rf"\s+(?:the\s+)?(?P<name>{_NAME})(?=[’']s\s)")
_HELP_OF: Final = re.compile(
    rf"\b(?:(?:to|will)\s+(?:bolster|support|strengthen|help|assist|modernize|defend)|for)\s+(?:the\s+)?(?P<name>{_NAME})(?=[’']s\s)"
)
_WAR_ON: Final = re.compile(rf"\b(?:war|attacks?|strikes?|assault)\s+(?:on|against)\s+(?:the\s+)?(?P<name>{_NAME})")
_ENDS: Final = re.compile(
    r"(?:$|[.,;:!?)–—]|\s+(?:in|at|on|by|to|for|from|when|where|after|before|as|over|under|during|that|which|who|while"
    r"|because|through|today|yesterday|with|and|of|via|this|last|earlier|against|near)\b|\s+\d|\s+\.\.\.)"
)
_JOINT: Final = re.compile(r",\s+(?:and\s+)?|\s+and\s+")
_ENDS_IN_NAME: Final = re.compile(rf"{_WORD}(?:\s+[Gg]overnment)?$")
_SHARED_HEAD: Final = re.compile(r"(?<!States)(?<=s)\s+of\b|\b(?:from|in|to|at|between|among)\b")
"""What names several, or people of somewhere: what follows “and” may belong to it."""
_ENOUGH: Final = 80
_PRONOUNS: Final = frozenset(
    {"I", "We", "He", "She", "It", "They", "You", "This", "That", "These", "Those", "Both", "Some"}
)
UNKNOWN_ACTOR: Final = "The registry has no such actor"
"""Why an actor is left open whose name is told."""


@dataclass(frozen=True, slots=True)
class ClauseActor:
    """An actor of a clause."""

    id: str
    role: str
    words: str
    start: int
    end: int
    """Half-open, within the sentence."""
    entry: dict[str, Any] | None
    """What the registry lacks; None where it has the actor."""


def actors_of_clause(clause: EventClause, registered: RegistryNames) -> tuple[list[ClauseActor], list[OpenField]]:
    """The actors that a clause names as taking part, with their roles, and the names that nobody is known by."""
    found: list[ClauseActor] = []
    open_: list[OpenField] = []
    parts = [*_subjects(clause), *_objects(clause)]
    for start, end, role in parts:
        read = _read_actor(clause.sentence[start:end], start, role, registered)
        if isinstance(read, ClauseActor):
            if all(each.id != read.id for each in found):
                found.append(read)
        else:
            open_.append(read)
    if not parts:
        open_.append(OpenField("who", "The words do not name who acts"))
    return found, open_


def _subjects(clause: EventClause) -> Iterator[tuple[int, int, str]]:
    start, end = clause.subject
    role = "recipient" if clause.is_passive else "initiator"
    yield from ((first, last, role) for first, last in _parts(clause.sentence, start, end))
    if clause.is_passive and (
        by := re.match(rf"\s+by\s+(?:the\s+)?(?P<name>{_NAME})", clause.sentence[clause.verb_end :])
    ):
        first, last = clause.verb_end + by.start("name"), clause.verb_end + by.end("name")
        if _ENDS.match(clause.sentence, last):
            yield first, last, "initiator"


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The span, or those of the names that commas and “and” join in it."""
    words = text[start:end]
    cuts = [each.span() for each in _JOINT.finditer(words)]
    parts = [(before[1], after[0]) for before, after in pairwise([(0, 0), *cuts, (len(words), len(words))])]
    if cuts and all(_is_one_of_several(words[first:last]) for first, last in parts):
        yield from ((start + first, start + last) for first, last in parts)
        return
    yield start, end


def _is_one_of_several(words: str) -> bool:
    """Whether the words name somebody without the others: of “the ministers of Brazil and Chile”, neither part does."""
    return bool(_ENDS_IN_NAME.search(words)) and not _SHARED_HEAD.search(words)


def _objects(clause: EventClause) -> Iterator[tuple[int, int, str]]:
    """Whom the verb has right behind it, or behind the preposition that goes with it; two that “and” joins."""
    if clause.is_passive or not clause.types:
        return
    for found in _objects_behind(clause, clause.types[0]):
        if found and (_ENDS.match(clause.sentence, found.end()) or found.re in (_OWNED, _HELP_OF)):
            yield from ((*span, "recipient") for span in _parts(clause.sentence, *found.span("name")))


def _objects_behind(clause: EventClause, kind: str) -> Iterator[re.Match[str] | None]:
    """Names in each place where a verb of that kind has them; the first that is one is taken."""
    text, verb_end = clause.sentence, clause.verb_end
    lead = _lead_of(clause, kind)
    if lead is not None:
        direct = re.compile(rf"{_TIME}{lead}{_TIME}\s+(?P<name>{_OBJECT}(?:\s+and\s+{_OBJECT})?)").match(text, verb_end)
        if direct and _ENDS.match(text, direct.end()):
            yield direct
            return
        if kind in _OWNERS and (owned := re.compile(rf"{lead}").match(text, verb_end)):
            yield _OWNED.match(text, owned.end())
            return
    if kind in _MUTUAL:
        yield next((each for each in _WITH.finditer(text, verb_end, clause.end) if clause.is_near(each.start())), None)
    if clause.verb in _GIVING:
        yield _HELP_TO.search(text, verb_end, clause.amounts_end)
        yield _HELP_OF.search(text, verb_end, clause.amounts_end)
    if kind == "assault":
        yield _WAR_ON.search(text, verb_end, clause.end)


def _lead_of(clause: EventClause, kind: str) -> str | None:
    """The pattern of what stands between a verb and whom it is done to; None where nobody does."""
    if kind == "consult":
        if clause.verb not in _TARGETS:
            return None
        return f"(?:{_PREPOSITIONS[kind]})?" if clause.verb == "visited" else _PREPOSITIONS[kind]
    if kind in _OPTIONAL:
        return f"(?:{_PREPOSITIONS[kind]})?"
    return "" if kind in _DIRECT else _PREPOSITIONS.get(kind)


def _read_actor(words: str, start: int, role: str, registered: RegistryNames) -> ClauseActor | OpenField:
    """The one actor that all of the words name; else why it is open."""
    told = " ".join(words.split())
    if match := _GOVERNMENT.match(words):
        name = "owner" if match["owner"] else "of"
        return _country_or_open(
            " ".join(match[name].split()), start, role, told, match.span(name), registered, is_people=True
        )
    match = _WHOLE.match(words)
    if match is None or words in _PRONOUNS:
        return OpenField("who", "Who acts is no name that stands alone", told[:_ENOUGH])
    begin, end = match.span("name")
    name = " ".join(match["name"].split())
    known = [each for each in registered.about.named_in(name) if each.end == len(name)]
    ids = sorted(
        {id_ for each in known for kind, _, id_ in (one.partition("/") for one in each.bearers) if kind == "actor"}
    )
    if len(ids) == 1 and _is_title(name[: known[0].start]):
        if country_named(known[0].text) and (known[0].start > 0 or not is_country_noun(known[0].text)):
            return OpenField("who", "The words name more than a country", told)
        return ClauseActor(ids[0], role, known[0].text, start + begin + known[0].start, start + end, None)
    if len(ids) > 1:
        return OpenField("who", "Several actors have that name", told)
    return _country_or_open(name, start, role, told, (begin, end), registered, is_people=False)


def _is_title(words: str) -> bool:
    """Whether the words before a name are offices, countries and small words alone, of the one who is named."""
    rest = words.split()
    return not any(each in ("and", "for") for each in rest) and all(
        not each[0].isupper() or is_title(key_of(each)) or country_named(each) or _is_of_country(each) for each in rest
    )


def _is_of_country(word: str) -> bool:
    return any(word in forms for forms in COUNTRY_FORMS)


def _country_or_open(
    name: str, start: int, role: str, told: str, span: tuple[int, int], registered: RegistryNames, *, is_people: bool
) -> ClauseActor | OpenField:
    """The government of the country that a name is; nobody else is made up."""
    known = [each for each in registered.about.named_in(name) if (each.start, each.end) == (0, len(name))]
    ids = sorted(
        {id_ for each in known for kind, _, id_ in (one.partition("/") for one in each.bearers) if kind == "actor"}
    )
    begin, end = span
    if len(ids) == 1:
        return ClauseActor(ids[0], role, name, start + begin, start + end, None)
    forms = next((forms for forms in COUNTRY_FORMS if name in forms), (name,))
    code = country_named(forms[0]) or country_named(name) or (country_of_adjective(name) if is_people else "")
    if code and is_people and not country_named(forms[0]):
        forms = (country_name(code) or name,)
    if not code or ids or (not is_people and not is_country_noun(name)) or name in WORD_LIKE:
        return OpenField("who", UNKNOWN_ACTOR, told[:_ENOUGH])
    called = forms[0]
    entry: dict[str, Any] = {"name": called, "kind": "government", "country": code}
    if name != called:
        entry["aliases"] = [f"{name} government" if is_people and not is_country_noun(name) else name]
    id_ = free_id(id_for(called), {each.removeprefix("actor/") for each in registered.names})
    return ClauseActor(id_, role, name, start + begin, start + end, entry)
