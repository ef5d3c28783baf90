"""Checks that an analyst trusts and a liar does not pass, measured on claims that somebody else wrote."""

import pytest
from judging import RIGHT
from variants import lay, measured

MOST_ALARMS = 6
MOST_ERRORS = 2
LEAST_CAUGHT = 155


@pytest.mark.proof
def test_honest_claims_are_seldom_struck_and_three_in_four_wrong_ones_are(shared):
    """Of 71 honest claims a few are struck; of 200 wrong variants most are caught, and of no kind none."""
    found = measured(shared / "evidence")
    alarms = [problem for problem in found.alarms if problem.code not in RIGHT]
    assert found.claims == 71
    assert len(alarms) <= MOST_ALARMS
    assert sum(problem.severity == "error" for problem in alarms) <= MOST_ERRORS
    assert found.caught >= LEAST_CAUGHT
    assert [kind for kind, names in found.variants.items() if len(names) == len(found.missed.get(kind, ()))] == []


@pytest.mark.proof
def test_a_third_corpus_is_measured_as_well(shared, root, tmp_path):
    """Forty claims and eighty variants by somebody who had seen neither checks nor variants: not worse than it was."""
    third = root / "tests" / "guarded" / "third"
    found = measured(third, lay(third, shared / "article" / "more", tmp_path / "workspace"))
    assert found.claims == 40
    assert len(found.alarms) <= 6
    assert found.caught >= 51
