"""What an unknown word was meant to be, and what it certainly was not."""

from collections.abc import Iterable, Iterator
from itertools import chain

import pytest

from dashboard.model import vocabularies
from dashboard.model.spelling import known_words, nearest
from dashboard.model.vocabularies import OPPOSITES, SYNONYMS, VOCABULARIES

SYNONYMS_OF_ALL = frozenset().union(*SYNONYMS.values())
FAR = {
    "planned": vocabularies.COMMITMENT,
    "import": vocabularies.SOURCE_KINDS,
    "denied": vocabularies.COMMITMENT,
    "respect": vocabularies.EVENT_TYPES,
    "protect": vocabularies.EVENT_TYPES,
    "barely": vocabularies.OUTCOMES,
    "about": vocabularies.EVENT_TYPES["assault"]["modes"],
    "admin3": vocabularies.PLACE_PRECISIONS,
    "manor": vocabularies.WEIGHTS,
    "disagree": vocabularies.EVENT_TYPES,
    "unmentioned": vocabularies.ROLES,
    "not-likely": ["likely", "part-of"],
    "north-korea": ["south-korea"],
    "event-2015": ["event-2016"],
}
"""Words to which nothing comes near: in letters some do, in meaning none."""


def offered(word: str, words: Iterable[str]) -> str:
    return nearest(word, words).removeprefix("did you mean `").removesuffix("`?")


def slips(word: str) -> Iterator[str]:
    """The word with one letter gone, or two neighbours exchanged."""
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]
        yield word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


@pytest.mark.parametrize("word", FAR)
def test_no_word_that_is_only_near_in_letters_is_offered(word):
    """`planned` has letters of `lapsed`, and means nearly the opposite."""
    assert offered(word, FAR[word]) == ""


@pytest.mark.parametrize(
    ("word", "words", "meant"),
    [
        ("attack", vocabularies.EVENT_TYPES, "assault"),
        ("retreet", vocabularies.EVENT_TYPES, "retreat"),
        ("Assault", vocabularies.EVENT_TYPES, "assault"),
        ("agreed", vocabularies.EVENT_TYPES, "agree"),
        ("suicide attack", vocabularies.EVENT_TYPES["assault"]["modes"], "suicide-attack"),
        ("religion ethnicity", vocabularies.CONTEXTS, "religion_ethnicity"),
        ("defence", vocabularies.CONTEXTS, "military"),
        ("unlikley", vocabularies.LIKELIHOOD, "unlikely"),
        ("likly", vocabularies.LIKELIHOOD, "likely"),
        ("Very likely", vocabularies.LIKELIHOOD, "very-likely"),
        ("victim", vocabularies.ROLES, "recipient"),
        ("target", vocabularies.ROLES, "recipient"),
        ("signed", vocabularies.COMMITMENT, "agreed"),
        ("over", vocabularies.QUALIFIERS, "at-least"),
        ("AMBR", vocabularies.TLP, "AMBER"),
        ("WHITE", vocabularies.TLP, "CLEAR"),
        ("ms_suez", ["ms-suez", "state-call"], "ms-suez"),
        ("lat", ["latitude", "longitude"], "latitude"),
        ("harbour/quay", ["harbour/second-quay", "harbour/third-pier"], "harbour/second-quay"),
        ("nort-korea", ["south-korea", "north-korea"], "north-korea"),
    ],
)
def test_what_was_meant_is_offered(word, words, meant):
    """A slip of the pen, another form, other joints between its words, or another word for the same."""
    assert offered(word, words) == meant


def test_no_right_word_is_taken_for_a_slip():
    """Of a thousand words, in each vocabulary: only a synonym is offered, or a form of the same word."""
    strange = [
        (word, meant)
        for word in known_words()
        for words in VOCABULARIES
        if word not in words and (meant := offered(word, words))
        if word not in SYNONYMS.get(meant, ()) and word[:3] != meant.lower()[:3]
    ]
    assert len(known_words()) > 1000
    assert strange == []


@pytest.mark.proof
def test_no_opposite_is_ever_offered():
    """Neither for a word, nor for one with a slip in it."""
    pairs = [(set(one.split()), set(other.split())) for one, other in OPPOSITES]
    for words in VOCABULARIES:
        for word in chain.from_iterable((each, *slips(each)) for pair in pairs for each in chain(*pair)):
            meant = offered(word, words)
            assert not any((word in one and meant in other) or (word in other and meant in one) for one, other in pairs)


@pytest.mark.parametrize("words", VOCABULARIES, ids=lambda words: "-".join(list(words)[:2]))
def test_a_slip_in_a_word_leads_back_to_it_or_nowhere(words):
    """Whichever letter is gone or exchanged: no other word of the vocabulary is offered."""
    for word in words:
        for slip in slips(word):
            if slip not in words and slip.lower() not in known_words() | SYNONYMS_OF_ALL:
                assert offered(slip, words) in ("", word), slip
    if max(map(len, words)) > 6:
        longest = max(words, key=len)
        assert offered(longest[:3] + longest[4:], words) == longest


def test_synonyms_are_of_words_that_there_are():
    """Each stands for a word of a vocabulary that has not got it itself."""
    for word, others in SYNONYMS.items():
        homes = [words for words in VOCABULARIES if word in words]
        assert homes, word
        assert not any(other in words for words in homes for other in others), word
