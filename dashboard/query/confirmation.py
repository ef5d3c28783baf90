"""Whether the quotes of one source say enough of a claim to confirm it: its words, its deeds, its numbers.

When in doubt, they do not confirm: a mark that says that two sources carry a claim must be right.
"""

import re
from dataclasses import replace
from typing import Final

from dashboard.checks.context import ClaimContext
from dashboard.evidence.verbs import MUTUAL, MainDeed, bases_of, heads_of, main_deeds, present_of
from dashboard.evidence.words import (
    FUNCTION_WORDS,
    MONTHS,
    SAYING,
    WEEKDAYS,
    Words,
    content_words,
    is_exact_in,
    is_named_otherwise,
    key_of,
    root_of,
)
from dashboard.model.vocabularies import ENGLISH


def confirms(context: ClaimContext) -> bool:
    """Whether the claim's quotes say what it says, as far as words tell."""
    return _says_enough(context) and _says_of_what(context) and _tells_its_deeds(context) and _is_as_exact(context)


def _says_enough(context: ClaimContext) -> bool:
    """Whether quotes have half of the claim's words, and every verb of it for what was done.

    In another language the words are others: then they have one of its names or numbers.
    """
    quoted = context.quote_words
    if not context.is_english:
        return any(quoted.keys.have(word.key) for word in context.claim_words.names) or any(
            map(quoted.gives, context.claim_words.figures)
        )
    telling = [word for word in content_words(context.claim.text) if word.text.lower() not in _TIME_AND_SPEECH]
    said = [_has(quoted, word.root, word.text.lower()) for word in telling]
    done = [here for word, here in zip(telling, said, strict=True) if word.text.islower() and bases_of(word.text)]
    return 2 * sum(said) >= len(said) and all(done)


def _says_of_what(context: ClaimContext) -> bool:
    """Whether quotes have, for each verb of the claim for what was done, the thing right behind it.

    “Closed its embassy” is not “closed its border”, and “signed a whaling treaty” not “signed a fishing treaty”. A
    thing that the claim has in other words, too, is found by them.
    """
    if not context.is_english:
        return True
    quoted = context.quote_words
    for verb in content_words(context.claim.text):
        if not (verb.text.islower() and bases_of(verb.text)):
            continue
        thing = _THING.match(context.claim.text, verb.end)
        words = [each for each in content_words(thing["what"] if thing else "") if each.text.islower()]
        if not all(_has_like(quoted, each.root, each.text) for each in words if not bases_of(each.text)):
            return False
    return True


def _has_like(quoted: Words, root: str, word: str) -> bool:
    return _has(quoted, root, word) or word in _ANYBODY or not _LIKE.get(root, frozenset()).isdisjoint(quoted.roots)


def _has(quoted: Words, root: str, word: str) -> bool:
    """Whether quotes have a word, or another form of its verb: `sank` for `sunk`."""
    if root in quoted.roots or quoted.keys.have(word):
        return True
    bases = {*bases_of(word), word}
    return any(each in bases or not bases.isdisjoint(bases_of(each)) for each in quoted.lower)


def _is_as_exact(context: ClaimContext) -> bool:
    """Whether quotes have each number of the claim that nothing bounds there without a bound: no “about thirty”."""
    if not context.is_english or not context.has_figures:
        return True
    claim, quoted = context.claim_words, context.quote_words
    bare = [each for each in claim.figures if is_exact_in(claim.text, [each])]
    same = ([each for each in quoted.figures if each.value == figure.value] for figure in bare)
    return all(not figures or is_exact_in(quoted.text, figures) for figures in same)


def _tells_its_deeds(context: ClaimContext) -> bool:
    """Whether quotes tell each deed of the claim in a clause of their own: by whom, to what, beside the same names.

    No treaty is signed in “tore up a treaty signed with Japan”, and nobody killed in “it followed the killing”.
    """
    if not context.is_english:
        return True
    quoted, claim = context.quote_words, context.claim_words
    for verb in sorted(claim.lower - _TIME_AND_SPEECH - SAYING):
        if bases := {*bases_of(verb)}:
            forms = {each for each in quoted.lower if not bases.isdisjoint((*bases_of(each), *present_of(each)))}
            there = [deed for form in sorted(forms) for deed in main_deeds(form, quoted.text)]
            for said in main_deeds(verb, claim.text):
                if not any(_is_same_deed(said, each, bases, context) for each in there):
                    return False
    return _keeps_its_order(claim.text, quoted.text)


def _is_same_deed(said: MainDeed, there: MainDeed, bases: set[str], context: ClaimContext) -> bool:
    """Whether two clauses tell the same deed, as far as the first tells who does it and to what."""
    is_pronoun = _is_pronoun(there.agent)
    clause = Words(there.clause)
    is_of_itself = not _OF_ITSELF.isdisjoint(bases)
    if is_of_itself and not said.patient and not there.agent:
        there = replace(there, agent=there.patient)
    is_cut = not there.agent and there.clause.lstrip().startswith(there.verb)  # the quote begins behind who does it
    for agent in _parts(said.agent) if not is_cut else ():
        is_beside = not MUTUAL.isdisjoint(bases) and any(_is_in(each, clause) for each in heads_of(agent))
        if not is_beside and not _is_same_agent(agent, there, context):
            return False
    thing = there.patient or ("" if said.agent or not is_of_itself else there.agent)
    if not all(_is_same_thing(each, thing, context.quote_words) for each in _parts(said.patient)):
        return False
    if _PART.match(there.patient) and not _PART.match(said.patient):
        return False
    for name in Words(said.clause).names:
        is_pronounced = is_pronoun and name.text in said.agent
        is_other = name.text.lower() in FUNCTION_WORDS or name.text in WEEKDAYS or name.text.lower() in MONTHS
        if is_other or is_pronounced or not context.quote_words.keys.have(name.key):
            continue
        if not clause.keys.have(name.key):
            return False
    return True


def _is_same_agent(agent: str, there: MainDeed, context: ClaimContext) -> bool:
    """Whether it is one of those who do a deed of the quotes: the same, or a country and those who act for it."""
    other = there.agent
    heads, others = heads_of(agent), heads_of(other)
    if not heads or _is_same_thing(agent, other, context.quote_words):
        return True
    if not all(each[0].isupper() or root_of(each) in _ACTING_FOR_IT for each in (*heads[:1], *others[:1])):
        return False
    words, keys = Words(agent), Words(other).keys
    named = context.registered.known.named_by
    return not named(words.keys).isdisjoint(named(keys)) or any(
        keys.have(name.key) or is_named_otherwise(name, agent, keys, there.clause)
        for name in words.names
        if name.text.lower() not in FUNCTION_WORDS
    )


def _is_same_thing(thing: str, other: str, quoted: Words) -> bool:
    """Whether two texts may be of the same noun; a pronoun is of any that the quotes have."""
    heads, others = heads_of(thing), heads_of(other)
    if not heads:
        return True
    if _is_pronoun(other):
        return any(_is_in(each, quoted) for each in heads)
    return any(_is_like(each, one) for each in heads for one in others)


def _is_like(head: str, other: str) -> bool:
    root = root_of(head)
    alike = _LIKE.get(root, frozenset())
    return (
        root == root_of(other)
        or root_of(other) in alike
        or head.lower() in _ANYBODY
        or Words(other).keys.have(key_of(head))
    )


def _is_in(head: str, words: Words) -> bool:
    return _has_like(words, root_of(head), head.lower()) or words.keys.have(key_of(head))


def _parts(noun: str) -> list[str]:
    return [each for each in noun.replace(" as well as ", " and ").split(" and ") if heads_of(each)]


def _is_pronoun(noun: str) -> bool:
    return bool(noun) and noun.lower() in _PRONOUNS


def _keeps_its_order(claim: str, quoted: str) -> bool:
    """Whether nothing is told as before what the quotes have it after, or the other way round."""
    there = _signs_of_time(quoted)
    return all(sign in there.get(root, sign) for root, sign in _signs_of_time(claim).items())


def _signs_of_time(text: str) -> dict[str, str]:
    """The words “before” and “after” in a text, by the noun behind them."""
    signs: dict[str, str] = {}
    for match in _ORDER.finditer(text):
        for head in heads_of(match["noun"])[:1]:
            signs[root_of(head)] = signs.get(root_of(head), "") + match["sign"].lower()
    return signs


_THING: Final = re.compile(
    r"\s+(?:(?:the|an?|its|his|her|their|this|that|all|some|two|three|four|five|ten|\d[\d.,]*)\s+){0,2}"
    r"(?P<what>(?:(?!(?:of|in|at|on|to|by|for|with|from|into|over|after|before|and|or|but|that|which|who|as|near|off"
    r"|against|between|during|since|until|about|than|when|while|because|not|up|down|out|away)\b)[\w’'-]+\s*){1,4})"
)
"""What stands right behind a verb: what it is done to."""
_ANYBODY: Final = ENGLISH["anybody"]
_ALIKE: Final = (
    "border frontier",
    "deal accord agreement pact treaty",
    "soldier troop",
    "ship vessel",
    "talk negotiation meeting",
    "fire blaze",
    "town city",
    "government cabinet administration",
    "premier minister",
    "house home",
    "plane aircraft jet",
)
"""Nouns that may stand for each other."""
_LIKE: Final = {root_of(word): frozenset(map(root_of, words.split())) for words in _ALIKE for word in words.split()}
_TIME_AND_SPEECH: Final = ENGLISH["time_and_speech"]
_OF_ITSELF_WORDS: Final = "close open start begin end stop break sink burn reopen resume expire change double crash"
_OF_ITSELF: Final = frozenset(_OF_ITSELF_WORDS.split())
"""Verbs by which a thing does what is done to it: “the base closed” for “the base was closed”."""
_PRONOUNS_WORDS: Final = """
    it they them he she him her we us who which this that these those
"""
_PRONOUNS: Final = frozenset(_PRONOUNS_WORDS.split())
_PART: Final = re.compile(
    r"(?:the\s)?(?:one|some|several|half|most|many|few|certain|part|another|new|other)\b", re.IGNORECASE
)
"""What makes a part of the noun behind it."""
_ORDER: Final = re.compile(r"\b(?P<sign>before|after)\s+(?P<noun>(?:[\w’'-]+\s*){1,4})", re.IGNORECASE)
_ACTING_FOR_IT_WORDS: Final = """
    government cabinet administration authority authorities official ministry president parliament army troops
    forces force soldiers police navy jets warplanes aircraft military state country nation kingdom regime junta
    leader leaders king monarch minister
"""
_ACTING_FOR_IT: Final = frozenset(map(root_of, _ACTING_FOR_IT_WORDS.split()))
"""Who may act in the name of a country."""
