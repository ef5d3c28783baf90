"""British and American spellings of a word are told as one."""

import pytest

from dashboard.evidence.spellings import american


@pytest.mark.parametrize(
    ("british", "plain"),
    [
        ("labour", "labor"),
        ("harbours", "harbors"),
        ("neighbourhood", "neighborhood"),
        ("organisation", "organization"),
        ("organised", "organized"),
        ("mobilisation", "mobilization"),
        ("centre", "center"),
        ("theatres", "theaters"),
        ("defence", "defense"),
        ("licence", "license"),
        ("programme", "program"),
        ("paralysed", "paralyzed"),
        ("travelled", "traveled"),
        ("counsellor", "counselor"),
        ("archaeology", "archeology"),
    ],
)
def test_a_british_word_has_its_american_spelling(british, plain):
    """The American one stays as it is."""
    assert american(british) == plain
    assert american(plain) == plain


@pytest.mark.parametrize("word", ["four", "hour", "tour", "our", "israel", "gaer", "killer", "iraq", "genre", "rise"])
def test_words_that_both_write_alike_stay(word):
    """Though they have the letters of a British ending."""
    assert american(word) == word
