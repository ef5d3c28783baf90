"""Guard: who does it, and to whom, is as the quotes have it."""

import re
from collections.abc import Iterator, Sequence, Set
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from dashboard.checks.context import ClaimContext, SignedTexts, adjectives_in
from dashboard.checks.corpus import Violation
from dashboard.checks.guard_registry import guard
from dashboard.evidence.bindings import (
    borrowed_office,
    exchanged_attributes,
    exchanged_partner,
    exchanged_way,
    misplaced_attribute,
    misplaced_description,
)
from dashboard.evidence.verbs import (
    agent_spans,
    done_by_another,
    exchanged_doers,
    exchanged_in_other_words,
    exchanged_names_of_deed,
    exchanged_parties,
    exchanged_tellers,
    exchanged_transfer,
    keep_their_order,
    may_tell_one_deed,
    shared_deeds,
    suffers_the_same,
    tell_the_same_deed,
    tells_the_same_transfer,
)
from dashboard.evidence.words import NameInContext, NameMention, Words, names_in_context, root_of, roots_of_part
from dashboard.model.vocabularies import IRREGULAR_VERBS

NAMES_EXCHANGED = guard(
    "names-exchanged",
    "Two names that may be swapped",
    "The claim and its quotes name the same two actors or places, but the words near each name in the claim are the "
    "words near the other name in the quotes. The nearest words before and after each name are compared, in any form. "
    "What was done *by* somebody counts as what they do, and what one buys from another as what the other sells; so do "
    "“taught by” and “learned from”, or “approached” and “turned to”, and whoever asks for something by the quotes is "
    "not the one who refuses it. Or "
    "the claim has “the rebels ambushed the patrol” where the quotes have “the patrol ambushed the rebels”, or has it "
    "done by one who is only named beside the one who does it there. Or a clause says of the name with which one "
    "sentence of the quotes begins what another sentence says of the name with which that one begins. Or “Malian jets” "
    "and “Norwegian rebels” stand where the quotes have “Norwegian jets” and “Malian rebels”, or “southern Chad” where "
    "they have “southern Mali” and speak of Chad elsewhere. Or a person has the office, or the clause behind the name, "
    "that the quotes give to another person; or “Greek sailors” stands for “Filipino sailors of a Greek ship”.",
    "put each name where the quotes have it, or `allow` it with the reason",
    "warning",
)
_CITED: Final = re.compile(r"\b(?:citing|quoting|according to|cited by|quoted by)\s+(?:the\s+)?\Z", re.IGNORECASE)
"""What stands before whose words they are: that is told in any place of a sentence."""
_WHERE: Final = re.compile(r"\b(?:in|at|near|off|outside|around|across|through)\s+(?:the\s+)?\Z", re.IGNORECASE)
"""What stands before where it happens: a place does nothing there."""
_OF_WHERE: Final = re.compile(rf"{_WHERE.pattern}|\b(?:courts?|police|judges?|jury) of\s+(?:the\s+)?\Z", re.IGNORECASE)
_COMPLEMENT: Final = re.compile(
    r"\b(?:of|in|at|near|off|outside|from|for|into|across|through|against|with|to|over|inside|within|around)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)
"""What stands before whom something is done to, with or from, and never before whoever does it."""
_PASTS: Final = frozenset(past for verb, past, *_ in IRREGULAR_VERBS if past != verb)
_MOST_FIGURES: Final = 20
_WITH: Final = re.compile(r"\bwith (?:the )?(?:[\w’'-]+ ){0,4}\Z")
_LONGEST_TITLE: Final = 60
_OFFICE_OF: Final = re.compile(
    r"[’']s? (?:(?:[A-Z][\w’'-]*|of|and|the|for|in|prime|foreign|[a-z]*(?:minister|president|secretary)),? ?){1,10}"
)
"""What stands between a state and whoever holds an office of it: “Chad’s Minister of Works, Ann Reed”."""
_PARTIES: Final = 2
_REACH: Final = 24
_EXCHANGES_IN_ORDER: Final = (exchanged_parties, exchanged_tellers, exchanged_doers)
"""What needs another order of words, or a passive."""
_EXCHANGES: Final = (exchanged_way, exchanged_transfer)
_EXCHANGES_IN_TEXT: Final = (exchanged_attributes, misplaced_attribute, exchanged_partner)
_SAYS_MORE: Final = re.compile(r"\b[a-z]+(?:ed|es|ing)\b|\b(?:is|are|was|were|has|have|had)\b")
"""What a line has that does more than name who speaks."""
_TELLS: Final = (
    "said|says|told|tells|report(?:ed|s)|add(?:ed|s)|confirm(?:ed|s)|stat(?:ed|es)|not(?:ed|es)|describ(?:ed|es)|recall(?:ed|s)"
    "|announc(?:ed|es)|explain(?:ed|s)|estimat(?:ed|es)"
)
"""Verbs by which somebody only tells of it."""
LEAST_MORE: Final = 2
"""So many more words must be shared with the other name's surroundings than with the own."""


def sides_are_kept(saying: ClaimContext) -> Iterator[Violation]:
    """No two names in a claim, and no two parties of a deed, stand where the quotes have the other one."""
    if not saying.is_english:
        return
    pair = _exchanged_names(saying)
    words = saying.claim_words, saying.quote_words
    if pair is not None and tells_the_same_transfer(*words):
        pair = None  # “Iran sold drones to Russia” for “Russia bought drones from Iran”
    claim_differs = saying.claim.text not in saying.quote_words.text
    if pair is None and claim_differs:
        looks = _EXCHANGES if keep_their_order(*words) else (*_EXCHANGES_IN_ORDER, *_EXCHANGES)
        pair = next(filter(None, (look(*words) for look in looks)), None)
        pair = pair or _exchanged_agents(saying) or _exchanged_in_other_words(saying)
        texts = words[0].text, words[1].text
        pair = pair or next(filter(None, (look(*texts) for look in _EXCHANGES_IN_TEXT)), None)
    if pair is not None and tell_the_same_deed(*words, pair):
        pair = None  # “Egypt leased the quay to France” for “France leased the quay from Egypt”
    pair = pair or _exchanged_in_one_deed(saying)
    if pair is not None and all(_are_joined(pair, each.text) for each in words):
        pair = None  # “signed by Ann and Bo” for “Ann and Bo met to sign”
    if pair is not None and any(_is_speaker(each, saying) for each in pair):
        pair = None  # “Coveney reported an attack on Filipino troops”: who says it does nothing in what is told
    if pair is not None and _have_their_numbers(pair, saying):
        pair = None  # “in Cusco 31 died, in Lima 14” for “in Lima 14 died, in Cusco 31”
    if pair is not None:
        one, other = pair
        message = f"“{one}” and “{other}” are in claim `{saying.key}` where the quotes have the other one"
        yield saying.violation(NAMES_EXCHANGED, pair, message)
    elif claim_differs and (found := misplaced_description(*words) or _borrowed_office(saying)):
        message = f"“{found[0]}” is in claim `{saying.key}`, but the quotes tell that of “{found[1]}”"
        yield saying.violation(NAMES_EXCHANGED, found[:1], message)


def _borrowed_office(saying: ClaimContext) -> tuple[str, str] | None:
    """What the claim has of somebody who does not hold that office by the registry, either."""
    found = borrowed_office(saying.claim_words, saying.quote_words)
    if found is None:
        return None
    actors = saying.corpus.workspace.actors
    persons = (actors.get(each.partition("/")[2]) for each in saying.named_by_claim if each.startswith("actor/"))
    offices = (
        office.title for actor in persons if actor and found[0].split()[-1] in actor.name for office in actor.offices
    )
    told = {root_of(word) for word in found[0].lower().split()}
    return None if any(told & {root_of(word) for word in title.lower().split()} for title in offices) else found


def _is_speaker(name: str, saying: ClaimContext) -> bool:
    """Whether the claim's text has a name say the claim, which the quotes have in a line that introduces the words."""
    names = {each for _, id_ in saying.claim.actors_named() for each in saying.registered.names.get(f"actor/{id_}", ())}
    is_one = any(name in each.split() or name == each for each in names)
    says = rf"\b{re.escape(name)},?\s(?:\w+ly\s)?(?:{_TELLS})\b|\b(?:{_TELLS})\s{re.escape(name)}\b"
    if not is_one or not re.search(says, saying.claim.text):
        return False
    return any(name in quote and not _SAYS_MORE.search(quote) for quote in saying.claim.exact_quotes)


def _are_joined(names: Sequence[str], text: str) -> bool:
    """Whether a text joins two names, in either order: “Ann Reed and President Bo”."""
    one, other = map(re.escape, names)
    between = r"[\w.’'-]* and (?:[\w’'-]+ ){0,3}?"
    return re.search(rf"\b(?:{one}{between}{other}|{other}{between}{one})\b", text) is not None


def _have_their_numbers(pair: tuple[str, str], saying: ClaimContext) -> bool:
    """Whether the number in the same part of the sentence as each of two names is the one that it has in the quotes."""
    here, there = (_numbers_beside(pair, words) for words in (saying.claim_words, saying.quote_words))
    return len(here) == len(pair) and here == there


def _numbers_beside(names: Sequence[str], words: Words) -> dict[str, Decimal]:
    """The number of each name that has but one in its part of the sentence, and shares it with no other of them."""
    found: dict[str, set[Decimal]] = {}
    for figure in words.figures[:_MOST_FIGURES]:
        part = roots_of_part(words.text, figure, words.figures)
        beside = [name for name in names if root_of(name.split()[-1]) in part]
        if len(beside) == 1:
            found.setdefault(beside[0], set()).add(figure.value)
    return {name: values.pop() for name, values in found.items() if len(values) == 1}


def _exchanged_names(saying: ClaimContext) -> tuple[str, str] | None:
    """The first two names in a claim that stand where the quotes have the other one."""
    text, quoted = saying.claim.text, saying.named_in_quotes
    may_keep_order = " by " not in text and " by " not in saying.quote_words.text
    if may_keep_order and _in_the_same_order(saying.named_in_text, quoted):
        return None
    said = [
        named for named in saying.named_in_text if not _CITED.search(text[max(0, named.start - _REACH) : named.start])
    ]
    if len({named.bearers for named in said}) < 2 or (may_keep_order and _in_the_same_order(said, quoted)):
        return None
    there = saying.quote_words.text
    settings = _settings(text, said) & _settings(there, quoted, _OF_WHERE)
    complements = _settings(text, said, _COMPLEMENT) & _settings(there, quoted, _COMPLEMENT)
    names = list(names_in_context(text, said)), list(names_in_context(there, quoted))
    pair = swapped_names(*names, settings, complements)
    if pair is None or _suffer_the_same(pair, saying) or _holds_office_of(pair, saying):
        return None  # “Police arrested Lee”, “Lee was arrested by police”
    return pair[0].text, pair[1].text


def _holds_office_of(pair: tuple[NameMention, NameMention], saying: ClaimContext) -> bool:
    """Whether by the quotes one of two names holds an office of the other: “Chad’s Minister of Works, Ann Reed”."""
    for one, other in pairwise(saying.named_in_quotes):
        both = (
            {*one.bearers} & (pair[0].bearers | pair[1].bearers),
            {*other.bearers} & (pair[0].bearers | pair[1].bearers),
        )
        if all(both) and _OFFICE_OF.fullmatch(saying.quote_words.text, one.end, other.start):
            return True
    return False


def _settings(text: str, named: Sequence[NameMention], where: re.Pattern[str] = _WHERE) -> set[frozenset[str]]:
    """Whom a text only names as where it happens: they do nothing, and nothing is done to them."""
    acting = {each.bearers for each in named if not where.search(text[max(0, each.start - _REACH) : each.start])}
    return {each.bearers for each in named} - acting


def _exchanged_agents(saying: ClaimContext) -> tuple[str, str] | None:
    """Who does it by the claim, where the quotes name them beside another who does, and the one who does it there."""
    if not saying.named_in_text or not saying.named_in_quotes:
        return None
    if _in_the_same_order(saying.named_in_text, saying.named_in_quotes) and keep_their_order(
        saying.claim_words, saying.quote_words
    ):
        return None
    for here, there in shared_deeds(saying.claim_words, saying.quote_words):
        said = list(_agents(here, saying.claim.text, saying.named_in_text))
        quoted = list(_agents(there, saying.quote_words.text, saying.named_in_quotes))
        if not said or not quoted or not all(said) or not all(quoted):
            continue
        ones, others = ([each for names in agents for each in names] for agents in (said, quoted))
        beside = any(each.bearers & one.bearers for each in saying.named_in_quotes for one in ones)
        if beside and _sides(ones, saying).isdisjoint(_sides(others, saying)):
            return ones[0].text, others[0].text
    return None


def _exchanged_in_other_words(saying: ClaimContext) -> tuple[str, str] | None:
    """Two parties of a deed that the quotes tell otherwise, by another verb or another name of theirs."""
    if not may_tell_one_deed(saying.claim_words, saying.quote_words):
        return None
    signed = SignedTexts.of(saying)
    pair = exchanged_in_other_words(signed.claim, signed.quotes)
    for one, other in () if pair else done_by_another(signed.claim, signed.quotes, signed.bearers.keys()):
        if _sides([signed.bearers[one]], saying).isdisjoint(_sides([signed.bearers[other]], saying)):
            pair = one, other
    names = (signed.name_of(pair[0]), signed.name_of(pair[1])) if pair and not _do_it_together(saying) else None
    return None if names and any(map(_is_past, names)) else names


def _do_it_together(saying: ClaimContext) -> bool:
    """Whether a claim has two do what the quotes have one do with the other: “Ann and Bo signed” for “Ann signed with
    Bo”."""
    text, quoted = saying.claim.text, saying.quote_words.text
    for one, other in pairwise(saying.named_in_text):
        if text[one.end : other.start] not in (" and ", " and the "):
            continue
        there = (each for each in saying.named_in_quotes if each.bearers & (one.bearers | other.bearers))
        if any(_WITH.search(quoted[max(0, each.start - _LONGEST_TITLE) : each.start]) for each in there):
            return True
    return False


def _is_past(words: str) -> bool:
    """Whether what is read as a party is a verb: “forces backed by artillery attacked”."""
    return words.islower() and " " not in words and (words.endswith("ed") or words in _PASTS)


def _exchanged_in_one_deed(saying: ClaimContext) -> tuple[str, str] | None:
    """Two names of which one does to the other what the quotes have the other do, by verbs of one sense."""
    adjectives = len(adjectives_in(saying.claim.text))
    if len(saying.named_in_text) + adjectives < _PARTIES:
        return None
    if adjectives < _PARTIES and keep_their_order(saying.claim_words, saying.quote_words):
        return None
    signed = SignedTexts.of(saying, with_adjectives=True)
    pair = exchanged_names_of_deed(signed.claim, signed.quotes, signed.bearers.keys())
    return (signed.name_of(pair[0]), signed.name_of(pair[1])) if pair else None


def _suffer_the_same(pair: tuple[NameMention, NameMention], saying: ClaimContext) -> bool:
    """Whether to one of two names is done, by the claim, what is done to it by the quotes."""
    signed = SignedTexts.of(saying)
    one, other = map(signed.sign_of, pair)
    if one is None or other is None:
        return False
    return suffers_the_same(signed.claim, signed.quotes, (one, other), signed.bearers.keys())


def _sides(named: Sequence[NameMention], saying: ClaimContext) -> frozenset[str]:
    """Whom some names may mean, and their countries: an office of a state may stand for it."""
    bearers = frozenset[str]().union(*(each.bearers for each in named))
    workspace = saying.corpus.workspace
    records = [
        (workspace.actors if each[0] == "a" else workspace.places).get(each.partition("/")[2]) for each in bearers
    ]
    return bearers | {each.country for each in records if each is not None and each.country}


def _agents(forms: frozenset[str], text: str, named: Sequence[NameMention]) -> Iterator[list[NameMention]]:
    """Whom a text names as doing it, for each place with a form of the verb."""
    for start, end in agent_spans(forms, text):
        names = (each for each in named if start < each.end and each.start < end)
        yield [each for each in names if not _WHERE.search(text[max(0, each.start - _REACH) : each.start])]


def _in_the_same_order(said: Sequence[NameMention], quoted: Sequence[NameMention]) -> bool:
    """Whether the names of the claim stand in the quotes once each, and one behind the other as there."""
    of_claim = [named.bearers for named in said]
    of_quotes = [named.bearers for named in quoted if named.bearers in of_claim]
    return of_claim == of_quotes and len(set(of_claim)) == len(of_claim)


def swapped_names(
    said: Sequence[NameInContext],
    quoted: Sequence[NameInContext],
    settings: Set[frozenset[str]] = frozenset(),
    complements: Set[frozenset[str]] = frozenset(),
) -> tuple[NameMention, NameMention] | None:
    """The first two names of a claim each of which has the surroundings of the other, rather than its own.

    One of `settings`, where it happens, is exchanged with none that does something: “was tried in Lima” is the same as
    “a court in Lima tried”. Nor is one who does it in both with one of `complements` behind it in both: there, only the
    words between them have another order.
    """
    for one, other in combinations(said, 2):
        if (one.named.bearers in settings) != (other.named.bearers in settings):
            continue
        if one.named.bearers & other.named.bearers or other.named.start in one.listed_with:
            continue
        ones, others = _of(one, quoted), _of(other, quoted)
        if not (ones and others):
            continue
        if one.named.bearers not in complements and other.named.bearers in complements and _precedes(ones, others):
            continue
        own = max(map(one.alike, ones)), max(map(other.alike, others))
        crossed = max(map(one.alike, others)), max(map(other.alike, ones))
        if crossed[0] >= own[0] and crossed[1] >= own[1] and sum(crossed) >= sum(own) + LEAST_MORE:
            return one.named, other.named
    return None


def _precedes(ones: Sequence[NameInContext], others: Sequence[NameInContext]) -> bool:
    """Whether the first of some names stands before all others."""
    return min(each.named.start for each in ones) < min(each.named.start for each in others)


def _of(one: NameInContext, quoted: Sequence[NameInContext]) -> list[NameInContext]:
    return [each for each in quoted if each.named.bearers & one.named.bearers]


GUARDS_ON_WORDS = (sides_are_kept,)
