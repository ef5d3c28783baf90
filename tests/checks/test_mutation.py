"""Change one digit or name in what quotes must carry, and validation says so."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))
import mutating

AIM = 0.99
"""Of all mutants, caught."""
SAMPLE = 0.15


@pytest.mark.proof
def test_a_sample_of_mutants_is_caught(root):
    """Of one mutant in seven, the same each time, in every field."""
    every, caught, survivors = mutating.caught_by_field(root, SAMPLE)
    assert every.total() >= 25
    assert caught.total() / every.total() >= AIM, "\n".join(map(str, survivors))


@pytest.mark.proof
def test_mutants_are_caught(root):
    """Of every digit and every name in the records of the seed workspace; by field, each field has some."""
    every, caught, survivors = mutating.caught_by_field(root)
    assert set(every) == set(mutating.FIELDS)
    assert caught.total() / every.total() >= AIM, "\n".join(map(str, survivors))


def test_what_no_quote_carries_is_named():
    """Fields in which a mutant cannot be caught are listed, each with the reason."""
    assert all(reason for reason in mutating.LEFT_OUT.values())
    assert not set(mutating.LEFT_OUT) & set(mutating.FIELDS)
