"""The vocabularies, as data of the package."""

import json
from itertools import pairwise

import pytest

from dashboard.model import vocabularies


def test_every_type_has_what_is_shown_of_it():
    """PLOVER: a meaning, one of four quadrants, a score from -10 to 10, modes with theirs."""
    quads = {f"{kind} {side}" for kind in ("verbal", "material") for side in ("cooperation", "conflict")}
    assert {entry["quad"] for entry in vocabularies.EVENT_TYPES.values()} == quads
    for entry in vocabularies.EVENT_TYPES.values():
        assert entry["meaning"]
        assert -10 <= entry["score"] <= 10
        assert all(score is None or -10 <= score <= 10 for score in entry["modes"].values())


def test_likelihoods_cover_one_to_99_percent_without_a_gap():
    """ICD 203: seven ranges, each beginning where the last ends."""
    ranges = list(vocabularies.LIKELIHOOD.values())
    assert (len(ranges), ranges[0][0], ranges[-1][1]) == (7, 1, 99)
    assert all(before[1] == after[0] for before, after in pairwise(ranges))


def test_grades_that_mean_unknown_say_so():
    """F and 6 are unknown, not bad."""
    assert "cannot be judged" in vocabularies.RELIABILITY["F"]
    assert "cannot be judged" in vocabularies.CREDIBILITY[6]


def test_modes_belong_to_their_type():
    """A type that PLOVER gives no modes has none, nor has no type."""
    assert "withdraw" in vocabularies.modes_of("retreat")
    assert vocabularies.modes_of("agree") == vocabularies.modes_of(None) == ()


def test_each_vocabulary_names_its_origin():
    """Credit stands wherever a vocabulary is shown."""
    assert "PLOVER" in vocabularies.CREDITS[0]
    assert "ICD 203" in vocabularies.CREDITS[1]


@pytest.mark.parametrize("name", ["plover", "grading"])
def test_the_package_says_what_the_shared_vocabulary_says(name, shared):
    """Nothing was lost or changed on the way into the package."""
    from dashboard.store.yaml.strict_yaml import read_file

    theirs = read_file(shared / "vocabulary" / f"{name}.yaml").data
    ours = json.loads(
        (vocabularies.files("dashboard.model") / "vocabulary" / f"{name}.json").read_text(encoding="utf-8")
    )
    assert theirs
    assert {key: value for key, value in ours.items() if key != "credit"} == theirs
