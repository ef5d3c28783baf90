"""Guards: a title gives no number, and no name, that its event has not."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Final

from dashboard.checks.context import EventContext, RegistryNames, is_in_latin, kinds_of, worked_out_dates
from dashboard.checks.corpus import Corpus, Violation
from dashboard.checks.guard_registry import guard
from dashboard.checks.guards.titles.numbers import unclaimed_numbers
from dashboard.checks.guards.titles.phrases import SEEKING, phrases_of_more
from dashboard.checks.named_ids import actors_of, places_of
from dashboard.checks.wording import is_name_at_its_beginning, is_no_name, may_be_a_name, stronger_verbs, words_of_more
from dashboard.evidence.verbs import (
    bases_of,
    change_in_title,
    is_only_talked_of,
    open_deed_in_title,
    planned_in_title,
    present_of,
    undone_in_title,
)
from dashboard.evidence.words import (
    COUNTRY_KEYS,
    NameWord,
    Words,
    is_named_otherwise,
    root_of,
    without_possessive,
)
from dashboard.model.event import Event
from dashboard.model.geography import country_name
from dashboard.model.problem import ProblemKind
from dashboard.model.vocabularies import ENGLISH, HEADLINE_VERBS, IRREGULAR_VERBS

TITLE_NUMBER_NOT_CLAIMED = guard(
    "title-number-not-claimed",
    "A number in the title that is not in the event",
    "The team writes the title, but its numbers, amounts and dates must be in the event: in the text or the quotes of "
    "a claim, in an amount, or in the date. A number of rough size (“dozens”, “hundreds”) needs a number in the event "
    "that is about so large. A month or a day of the week must be named in the event, or a date of the event must "
    "allow it; where quotes are in another language, months, days of the week and rough sizes are not checked.",
    "correct the title, add the claim that gives the number, or `allow` it in a claim with the reason",
    "warning",
)
TITLE_NAME_NOT_CLAIMED = guard(
    "title-name-not-claimed",
    "A name in the title that is not in the event",
    "Every name in a title must be in the event: in the text or the quotes of a claim, or as an actor, a place, or "
    "the country of one of them. The first word always has a capital: it is checked if it is in the registry, if "
    "another name follows, or if it may be a name: no quoted text writes it with a small letter, and a verb follows.",
    "correct the title, add the claim or the actor that it names, or `allow` it in a claim with the reason",
    "warning",
)
TITLE_OVERCLAIMS = guard(
    "title-overclaims",
    "A stronger verb in the title than in the event",
    "The title has a strong verb (“abolishes”, “declares”, “surrenders”, “kills”) that no claim or quote of the event "
    "has in any form; or one of a deed (“sign”, “grant”, “arrest”, “attack”), and they have no word like it "
    "(“detained”, “shelled”); or “demands” where they have “asked”. Or it has as done (“Mali frees the envoy”) what "
    "they only plan, ask for, consider, allege or deny, in any words (“pulls out” for “agreed to withdraw”). Or it "
    "names an army, the police, a court or a parliament, and the event has no such body.",
    "use a verb of the claims, add the claim that says it, or `allow` it in a claim with the reason",
    "warning",
)
_DEEDS: Final = {root_of(verb): frozenset(map(root_of, others)) for verb, others in HEADLINE_VERBS.items()}
"""By root of a verb of deeds, the roots of which an event needs one."""
_THING_WORDS: Final = """
    storm war warfare coup putsch invasion genocide famine blockade siege uprising insurrection revolution atrocity
    crackdown ultimatum annexation assassination mutiny embargo ceasefire truce armistice peace
"""
_THINGS: Final = frozenset(map(root_of, _THING_WORDS.split()))
"""Deeds of which a headline has a noun alone."""
_VERBS: Final = ENGLISH["strong_verbs"] | HEADLINE_VERBS.keys()
_PAST: Final = frozenset(form for verb, *forms in IRREGULAR_VERBS if verb in _VERBS for form in forms)
_STRONG: Final = frozenset(map(root_of, _VERBS | _PAST))
_PEACE_THING: Final = re.compile(rf"\b[Pp]eace (?:{SEEKING})\b")
"""What has its name of peace, whether there is one or not."""
_FIRE: Final = re.compile(
    r"\b(?:under(?: [a-z]+)?|artillery|rocket|tank|mortar|heavy|sniper|enemy|return(?:s|ed)?) fire\b"
)
"""“Under fire” dismisses nobody."""
_IN_NAMES: Final = frozenset({"new"})
"""Words that count in small letters alone: not of New Zealand."""
_TEXTS_AGREED_WORDS: Final = (
    "agreement accord deal pact treaty convention contract memorandum ceasefire truce settlement"
)
_TEXTS_AGREED: Final = frozenset(map(root_of, _TEXTS_AGREED_WORDS.split()))
"""What is agreed on, and may as well be talked of alone."""
_LETTERS_KEPT: Final = 2
"""So many letters a word shares with its root: a quick look at them spares the root of most words of a title."""
_BEGINNINGS: Final = frozenset(root[:_LETTERS_KEPT] for root in _STRONG)
MOST_SMALL: Final = 0.34
"""Share of words without a capital up to which a title has capitals throughout: then they tell no names."""
LEAST_WORDS: Final = 4
"""The fewest capitalised words that a title needs to count as written in capitals throughout."""

_BEHIND: Final = re.compile(r"(?P<sign>[:,–—-])?\s*(?P<next>[\w’'-]*)")
_PREFIXES: Final = frozenset({"pro", "anti", "ex", "non", "co", "pre", "post", "mid", "multi", "semi", "self", "vice"})
_NOT_DONE: Final = frozenset({"to", "and", "or", "is", "was", "not", "will", "may", "can", "has"})
"""What else stands behind a name at the beginning of a headline."""
_SIGNS: Final = ".,;:!?()“”‘’\"'"


def title_says_no_more(context: EventContext) -> Iterator[Violation]:
    """Every number and name in a title is in the event's claims, in their quotes, or in its own fields."""
    corpus, registered, event = context.corpus, context.registered, context.event
    given = Words("\n\n".join(_texts(event)), partial(worked_out_dates, corpus, event.claims.values()))
    given_words = set(given.text.split())
    residue = [word for word in event.title.split() if word not in given_words]
    if not is_in_latin(event.title):
        return
    if not residue:
        if word := planned_in_title(event.title, given) or open_deed_in_title(event.title, given):
            yield _unlike(event, word, "only as planned, asked for, alleged or denied")
        return
    said = Words(event.title)
    for words in unclaimed_numbers(context, given, residue):
        yield _violation(TITLE_NUMBER_NOT_CLAIMED, event, words)
    strong = [
        word for each in residue if _is_strong(word := each.strip(_SIGNS)) and not _has_noun_behind(each, event.title)
    ]
    stronger = [word for word in strong if not (_has_verb(word, given) or _is_known(word, event.title))]
    if stronger and (named := frozenset(_roots_of_names(corpus, event))):
        stronger = [word for word in stronger if root_of(word) not in named]
    stronger = stronger or stronger_verbs(event.title, given.text) or words_of_more(event.title, given.text)
    if stronger := stronger or phrases_of_more(event.title, given.text):
        yield _violation(TITLE_OVERCLAIMS, event, *stronger)
    else:
        yield from _deeds_left_open(event, given)
    if all(word == word.lower() for word in residue):
        return
    small = [registered.written_small(corpus, source) for source in _quoted_sources(event)]
    names = [word for word in _names(said, registered, small) if without_possessive(word.text) not in given_words]
    if names := [word for word in names if not _has_name(corpus, registered, event, given, word)]:
        yield _violation(TITLE_NAME_NOT_CLAIMED, event, *dict.fromkeys(without_possessive(word.text) for word in names))


def _deeds_left_open(event: Event, given: Words) -> Iterator[Violation]:
    if planned := planned_in_title(event.title, given) or change_in_title(event.title, given):
        yield _unlike(event, planned, "only as planned, asked for or possible")
    elif undone := undone_in_title(event.title, given):
        yield _unlike(event, undone, "only as not done, or as alleged")
    elif left_open := open_deed_in_title(event.title, given):
        yield _unlike(event, left_open, "only as planned, asked for, alleged or denied")


def _unlike(event: Event, word: str, how: str) -> Violation:
    message = f"the title has “{word}” as done, and the claims of the event {how}"
    return Violation(TITLE_OVERCLAIMS, event, tuple(event.claims), ("title",), (word,), message)


def _has_noun_behind(word: str, title: str) -> bool:
    """Whether it is a noun by what follows: “Sign of hope”, “liberation movements”."""
    if root_of(word) in _THINGS:
        return False
    if _FIRE.search(title) and word == "fire":
        return True
    return f"{word} of " in title or (
        word.endswith("tion") and re.search(rf"{re.escape(word)} [a-z]+s\b", title) is not None
    )


def _is_strong(word: str) -> bool:
    return word[:_LETTERS_KEPT].lower() in _BEGINNINGS and root_of(word) in _STRONG


def _is_known(word: str, title: str) -> bool:
    """Whether it is a thing that readers are held to know, such as “the deployment” and “the Greek civil war”."""
    if word.lower() == "peace" and _PEACE_THING.search(title):
        return True
    words = "(?: [\\w’'-]+){0,3}" if root_of(word) in _THINGS else ""
    return re.search(rf"\bthe{words} {re.escape(word)}\b", title, re.IGNORECASE) is not None


def _has_verb(word: str, given: Words) -> bool:
    """Whether words have a strong verb in some form: “break” for “broke up”."""
    if any(_has_deed(root_of(each), given) for each in (word, *bases_of(word.lower()))):
        return True
    return any(root_of(base) == root_of(word) for each in given.lower for base in bases_of(each))


def _has_deed(root: str, given: Words) -> bool:
    """Whether words have a strong verb, or for one of deeds another of its kind.

    A noun does not count that is only talked of: “discussed a treaty” is no word for “agree”.
    """
    if root in given.roots:
        return True
    found = _DEEDS.get(root, frozenset()) & given.roots
    found -= {each for each in found & _IN_NAMES if not re.search(rf"\b{each}\b", given.text)}
    return bool(found) and not (found <= _TEXTS_AGREED and all(is_only_talked_of(each, given) for each in found))


def _texts(event: Event) -> list[str]:
    """All texts of an event that may give names and numbers: claims, quotes, reported words, amounts."""
    texts: list[str | None] = [event.when.as_reported, event.where.as_reported]
    for claim in event.claims.values():
        texts += (claim.text, *claim.exact_quotes, *(each.words for each in claim.voices))
    texts += [part.as_reported for part in event.who]
    for amount in event.amounts.values():
        given = (amount.reported, *(other.reported for other in amount.also_reported), amount.assessed)
        texts += (amount.as_reported, amount.purpose, *(each.unit for each in given if each))
    return [text for text in texts if text]


def _quoted_sources(event: Event) -> set[str]:
    return {quote.source for claim in event.claims.values() for quote in claim.quotes}


def _names(said: Words, registered: RegistryNames, small: Sequence[frozenset[str]]) -> Iterator[NameWord]:
    """The words of a title that are names; of one with capitals throughout, those that the registry or a map knows."""
    words = said.names
    others = [word for word in said.text.split() if word[:1].islower()]
    throughout = len(words) >= LEAST_WORDS and len(others) <= MOST_SMALL * (len(words) + len(others))
    for index, word in enumerate(words):
        if is_no_name(word) or _is_part_of_word(word, said.text):
            continue
        if throughout:
            if word.key in registered.known or word.key in COUNTRY_KEYS:
                yield word
        elif (
            not word.begins_sentence
            or is_name_at_its_beginning(word, words[index + 1 : index + 2], registered, said.keys)
            or (_may_be_subject(word, said.text) and may_be_a_name(word, small))
        ):
            yield word


def _is_part_of_word(word: NameWord, title: str) -> bool:
    """Whether it is the beginning of “Pro-government”, or the end of “3R”."""
    is_prefix = word.text.lower() in _PREFIXES and title[word.end : word.end + 1] == "-"
    return is_prefix or (word.start > 0 and title[word.start - 1].isdigit())


def _may_be_subject(word: NameWord, title: str) -> bool:
    """Whether what follows a word may be what it does, as behind a name: “Sato quits”; not “Hill under fire”."""
    behind = _BEHIND.match(title, word.end)
    if behind is None or behind["sign"] or word.text != without_possessive(word.text) or not behind["next"].islower():
        return True
    return _tells_a_deed(behind["next"])


def _tells_a_deed(word: str) -> bool:
    return word in _NOT_DONE or bool(bases_of(word) or present_of(word))


def _has_name(corpus: Corpus, registered: RegistryNames, event: Event, given: Words, word: NameWord) -> bool:
    """Whether the event has the name in its words, in another form or under another name, or in its fields."""
    known = registered.known
    if any(known.has_form(bearer, word.key) for bearer in _bearers(event)):
        return True
    if given.keys.have(word.key) or word.key in given.initials:
        return True
    if is_named_otherwise(word, event.title, given.keys, given.text):
        return True
    if any(known.has_form(bearer, word.key) for bearer in known.named_by(given.keys)):
        return True
    if Words(" ".join(_countries(corpus, event))).keys.have(word.key):
        return True
    return _is_of_bearers(corpus, event, word) or _is_called_by_kind(corpus, event, given, word)


def _is_of_bearers(corpus: Corpus, event: Event, word: NameWord) -> bool:
    """Whether the names of the event's actors have it otherwise: “UN” for whoever is of the United Nations."""
    held = (corpus.workspace.actors.get(id_) for _, id_ in actors_of(event))
    called = [Words(name) for actor in held if actor for name in actor.names]
    return any(each.keys.have(word.key) or word.key in each.initials for each in called)


def _is_called_by_kind(corpus: Corpus, event: Event, given: Words, word: NameWord) -> bool:
    """Whether a quoted source gives the name to what the event has by its kind alone: `the cyclone`."""
    texts = (corpus.workspace.texts.get(source, "") for source in _quoted_sources(event))
    return any(not kinds_of(word.key, text).isdisjoint(given.lower) for text in texts)


def _bearers(event: Event) -> Iterator[str]:
    yield from (f"actor/{id_}" for _, id_ in actors_of(event))
    yield from (f"place/{id_}" for _, id_ in places_of(event))


def _roots_of_names(corpus: Corpus, event: Event) -> Iterator[str]:
    """The roots of the words by which the event's actors are called: a liberation front, a war ministry."""
    held = (corpus.workspace.actors.get(id_) for _, id_ in actors_of(event))
    yield from (root_of(word) for actor in held if actor for name in actor.names for word in name.split())


def _countries(corpus: Corpus, event: Event) -> Iterator[str]:
    """The names of the countries of the event's actors and places."""
    workspace = corpus.workspace
    held = [*(workspace.actors.get(id_) for _, id_ in actors_of(event))]
    codes = {each.country for each in held if each}
    codes |= {each.country for _, id_ in places_of(event) if (each := workspace.places.get(id_))}
    yield from (country_name(code) for code in codes if code)


def _violation(kind: ProblemKind, event: Event, *words: str) -> Violation:
    return Violation(kind, event, tuple(event.claims), ("title",), words, _message)


def _message(words: Sequence[str]) -> str:
    told, are = "”, “".join(words), "is" if len(words) == 1 else "are"
    return f"“{told}” {are} in the title, but in no claim or field of the event"
