"""Words that say something, by their roots."""

import pytest

from dashboard.evidence.words import root_of
from dashboard.model.vocabularies import ENGLISH, WORDS_OF_TYPES

OTHER_ROOTS = {"dying": "die", "lying": "lie", "tying": "tie", "vying": "vie"}
"""The stemmer's exceptions that change the second letter."""


@pytest.mark.parametrize("list_", [*ENGLISH, *WORDS_OF_TYPES])
def test_a_word_and_its_root_begin_alike(list_):
    """The check of a title's verbs looks at the first two letters before it asks for the root."""
    words = ENGLISH[list_] if list_ in ENGLISH else WORDS_OF_TYPES[list_]
    for word in (each for each in words if len(each) > 2):
        for form in (word, word.capitalize(), f"{word}s", f"{word}ed", f"{word}ing"):
            assert root_of(form)[:2] == form[:2].lower(), form


@pytest.mark.parametrize(("word", "root"), OTHER_ROOTS.items())
def test_the_exceptions_are_no_strong_verbs(word, root):
    """A word whose root begins otherwise is not missed."""
    assert root_of(word) == root
    assert root not in ENGLISH["strong_verbs"]
