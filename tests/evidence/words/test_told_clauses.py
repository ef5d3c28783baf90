"""What a text tells of another one is found by clause and by sentence."""

import pytest

from dashboard.evidence.words import Words, tells_other_clauses, told_parts
from dashboard.evidence.words.told_clauses import is_aside

_QUOTE = "The committee did not approve the loan, but the bank opened two branches in the north."


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        ("Two branches were opened in the north.", True),
        ("The committee approved the loan.", False),
        ("The committee saw the bank open two branches.", False),
    ],
)
def test_a_claim_tells_only_other_clauses_than_that_of_a_word(claim, expected):
    """It has words of the others, and none that the word's own clause alone has."""
    assert tells_other_clauses(_QUOTE, _QUOTE.index("not"), Words(claim).content_roots) is expected


def test_sentences_that_a_claim_does_not_tell_are_left_out():
    """But a short one is kept, for it may say who tells the rest."""
    text = (
        "She spoke in Nairobi. The general said the bridge was gone for good. Engineers mended two roads in the valley."
    )
    told = told_parts(text, Words("Two roads in the valley were mended by engineers.").content_roots, 4)
    assert "Nairobi" in told
    assert "roads" in told
    assert "general" not in told


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("As the House will be aware, the port is shut.", "will", True),
        ("As you may know, the port is shut.", "may", True),
        ("As the port will be shut, ships wait.", "will", False),
        ("The port may be shut, as far as I know.", "may", False),
    ],
)
def test_a_clause_to_the_listener_tells_nothing(text, word, expected):
    """A word of it is no doubt of what the sentence tells."""
    assert is_aside(text, text.index(word)) is expected
