"""Guard: an office of public life in a claim, “the finance minister”, is the one that its quotes have."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.wording.names import is_no_name, may_be_a_name, written_small
from dashboard.evidence.office_words import OFFICE_WORDS, WORDS_ABOUT_OFFICES, Office, offices_in
from dashboard.evidence.words import COUNTRY_KEYS
from dashboard.model.vocabularies import SMALL_WORDS

OFFICE_EXCHANGED = guard(
    "office-exchanged",
    "An office that is another one in the quotes",
    "The claim says of “the defence minister” or “the president” what its quotes say of “the finance minister”: they "
    "have no such office, and another one that the claim leaves out. “The minister” for “the finance minister” is less "
    "exact, and fine; so are “premier” for “prime minister” and “head of state” for “president”. “A former minister” "
    "is no minister. Not checked if the "
    "quotes name somebody whom the office may mean.",
    "write the office as the quotes have it, quote the words that give it, or `allow` it with the reason",
    "warning",
)
_NAME: Final = r"(?:[A-Z][\w.’'-]*[ ]?){1,4}"
_NAMED_BEHIND: Final = re.compile(rf"(?:,? )({_NAME})")
_NAMED_BEFORE: Final = re.compile(rf"({_NAME}), (?:(?:the|its|their|his|her|an?) )?(?:[\w’'-]+ )?\Z")
_REACH: Final = 60
_NO_LONGER: Final = frozenset({"former", "ex", "acting", "interim", "caretaker", "retired", "ousted", "deposed"})
_FORMER: Final = re.compile(
    r"\b(?:former|ex|acting|interim|caretaker|retired|ousted|deposed)[- ](?:[a-z]+ ){0,2}?(?P<office>prime ministers?"
    r"|presidents?|ministers?|mayors?|governors?|judges?|ambassadors?|generals?|kings?|lawmakers?|senators?|officers?"
    r"|chiefs?)\b(?! [A-Z])"
)
"""Somebody without a name who held an office, or holds it for a time."""
_ONCE: Final = re.compile(
    r"\b(?:once|then|previous\w*|used to|had been|until|no longer|temporar\w+|provisional\w*|ex-\w+)\b", re.IGNORECASE
)
_RELATED: Final = {
    "president": r"presiden(?!ts?\b)\w+|white house|kremlin|[eé]lys[eé]e|palace|junta",
    "prime minister": r"downing street|cabinet|palace",
    "minister": r"cabinet|government|ministr(?:y|ies)",
    **dict.fromkeys(
        ("king", "queen", "monarch", "prince", "princess", "emperor"), r"royal\w*|crown|throne|palace|heir"
    ),
    "pope": r"vatican|holy see|papa\w+",
    "bishop": r"church\w*|cleric\w*|dioces\w+|prelates?",
    "governor": r"governorate|gubernatorial|provinc\w+|region\w*|central bank",
    "mayor": r"city hall|municipal\w*|town hall",
    "ambassador": r"embassy|mission|represent\w+",
    "consul": r"consul(?!s?\b)\w+",
    "envoy": r"delegat\w+|represent\w+|mission|negotiat\w+|mediat\w+|sent",
    "senator": r"senate|congress\w*",
    "lawmaker": (
        r"mps?|members|parliament\w*|congress\w*|deputies|senate|house|assembly|representatives|legislat\w+|knesset|duma"
    ),
    "judge": r"courts?|tribunal\w*|justices?|bench|rul(?:ed|ing)|sentenc\w+",
    "prosecutor": r"prosecut(?!ors?\b)\w+|charg\w+|indict\w+",
}
"""What may stand for who holds an office."""
_SOMEBODY: Final = re.compile(
    r"\b(?:counterparts?|colleagues?|successors?|predecessors?|deput(?:y|ies) (?:of|to)"
    r"|leaders?|rulers?|chiefs?|heads? of(?! state| (?:the )?government))\b"
    r"|[’']s? deput",
    re.IGNORECASE,
)
"""Who holds an office that is not told in so many words."""


def offices_are_quoted(saying: ClaimContext) -> Iterator[Violation]:
    """No office in a claim stands for another one that its quotes have, and that the claim has not."""
    claim, quotes = saying.claim_words, saying.quote_words
    if OFFICE_WORDS.isdisjoint(claim.lower) or OFFICE_WORDS.isdisjoint(quotes.lower):
        return
    if WORDS_ABOUT_OFFICES & claim.lower == WORDS_ABOUT_OFFICES & quotes.lower or claim.text in quotes.text:
        return
    said, quoted = list(offices_in(claim.text)), list(offices_in(quotes.text))
    left_out = [each for each in quoted if each.name != "ministry" and not any(map(each.may_be, said))]
    if not left_out or not saying.is_english or _SOMEBODY.search(quotes.text):
        return
    for office in said:
        if (
            office.name != "ministry"
            and (not any(map(office.may_be, quoted)) or _is_of_another_field(office, saying, left_out))
            and not _is_of_another(office, saying, quoted)
        ):
            words, there = (claim.text[office.start : office.end], quotes.text[left_out[0].start : left_out[0].end])
            message = f"“{words}” in claim `{saying.key}` is in no quote, which have “{there}”"
            yield saying.violation(OFFICE_EXCHANGED, (words,), message)
            return


def no_office_is_back(saying: ClaimContext) -> Iterator[Violation]:
    """Who held an office before, or holds it for a time, does not hold it: “a former minister” is no “minister”."""
    claim, quotes = saying.claim_words, saying.quote_words
    if _NO_LONGER.isdisjoint(quotes.lower - claim.lower) or not _NO_LONGER.isdisjoint(claim.lower):
        return
    if not saying.is_english or _ONCE.search(claim.text):
        return
    for match in _FORMER.finditer(quotes.text):
        rest = quotes.text.replace(match[0], " ")
        said = re.search(rf"\b(?i:an?|the|its|their) ((?:[a-z]+ )?{match['office']})\b(?! [A-Z])", claim.text)
        if said and not re.search(rf"\b{match['office']}\b", rest, re.IGNORECASE):
            message = f"“{said[1]}” in claim `{saying.key}` is in no quote, which have “{match[0]}”"
            yield saying.violation(OFFICE_EXCHANGED, (said[1],), message)
            return


def _is_of_another(office: Office, saying: ClaimContext, quoted: Sequence[Office]) -> bool:
    """Whether an office may be that of somebody whom the quotes, or the registry, know without it."""
    text, given = saying.claim.text, saying.quote_words.text
    related = "" if office.field else _RELATED.get(office.name)
    if related and re.search(rf"\b(?:{related})\b", given, re.IGNORECASE):
        return True
    if _is_held_by_a_registered_person(office, saying):
        return True
    holders = [_holders(each, given) for each in quoted]
    if own := _holders(office, text):
        return own.isdisjoint(frozenset[str]().union(*holders))
    return _names_another(saying, frozenset[str]().union(*holders))


def _is_of_another_field(office: Office, saying: ClaimContext, left_out: Sequence[Office]) -> bool:
    """Whether the quotes give who holds it in the claim another office of its sort: foreign, and not defence."""
    own = _holders(office, saying.claim.text)
    alike = [each for each in left_out if each.name == office.name and each.field and office.field]
    return any(not own.isdisjoint(_holders(each, saying.quote_words.text)) for each in alike)


def _holders(office: Office, text: str) -> frozenset[str]:
    """The words of the names beside an office: `Finance Minister Ann Reed`, `Ann Reed, the finance minister`."""
    behind = _NAMED_BEHIND.match(text, office.end)
    before = _NAMED_BEFORE.search(text[max(0, office.start - _REACH) : office.start])
    return frozenset(word.strip(".") for match in (behind, before) if match for word in match[1].split())


def _is_held_by_a_registered_person(office: Office, saying: ClaimContext) -> bool:
    """Whether somebody whom the claim or its quotes name holds it by the registry."""
    actors = saying.corpus.workspace.actors
    named = saying.named_by_claim | saying.named_by_quotes
    persons = (actors.get(each.partition("/")[2]) for each in named if each.startswith("actor/"))
    titles = (held.title for actor in persons if actor is not None for held in actor.offices)
    return any(office.may_be(each) for title in titles for each in offices_in(title))


def _names_another(saying: ClaimContext, holders: frozenset[str]) -> bool:
    """Whether the quotes name somebody, apart from those beside an office, whom the claim does not name."""
    small = list(written_small(saying))
    keys = saying.claim_words.keys
    for word in saying.quote_words.names:
        if word.text.strip(".,") in holders or word.key in COUNTRY_KEYS or word.key in SMALL_WORDS or is_no_name(word):
            continue
        if keys.have(word.key) or (word.begins_sentence and not may_be_a_name(word, small)):
            continue
        return True
    return False


GUARDS_ON_WORDS = (offices_are_quoted, no_office_is_back)
