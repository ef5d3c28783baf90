"""Honest claims in other words are not struck, and wrong ones beside them are.

`paraphrases.txt` has quotes (`Q`), each with honest claims (`H`) and wrong ones (`W`), a line each.
"""

from pathlib import Path

import pytest

from tests.checks.wording.one_claim import objections


def _claims(kind):
    quote, claims = "", []
    for line in Path(__file__).with_name("paraphrases.txt").read_text(encoding="utf-8").splitlines():
        sort, _, text = line.partition(" ")
        if sort == "Q":
            quote = text
        elif sort == kind:
            claims.append((quote, text))
    return claims


@pytest.mark.parametrize(("quote", "claim"), _claims("H"))
def test_an_honest_claim_in_other_words_is_left_alone(quote, claim):
    """Whether it turns the sentence round, counts what is left, or says with a verb what the quote says with a noun."""
    assert objections(quote, claim) == []


@pytest.mark.parametrize(("quote", "claim"), _claims("W"))
def test_a_wrong_claim_is_struck(quote, claim):
    """Though it has most words of its quote."""
    assert objections(quote, claim)
