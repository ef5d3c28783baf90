"""Who says a claim, as a record has it: one, several, and who quotes them."""

import pytest

from dashboard.model.claim import Claim, Speaker


@pytest.mark.parametrize(
    ("fields", "speakers", "quoter"),
    [
        ({}, (), None),
        ({"by": None, "by_as_reported": None}, (), None),
        ({"by": "ana"}, (("ana", None),), None),
        ({"by": ["ana"], "by_as_reported": ["Ruis"]}, (("ana", "Ruis"),), None),
        ({"by_as_reported": "Analysts"}, ((None, "Analysts"),), None),
        ({"by": ["ana", "bo"]}, (("ana", None), ("bo", None)), None),
        ({"by": ["ana", "bo"], "by_as_reported": "both"}, (("ana", "both"), ("bo", "both")), None),
        ({"by": "ana", "by_as_reported": ["Ruis", "Analysts"]}, (("ana", "Ruis"), (None, "Analysts")), None),
        ({"by": "ana", "quoted_by": "bo"}, (("ana", None),), ("bo", None)),
        ({"by": "ana", "quoted_by_as_reported": "an aide"}, (("ana", None),), (None, "an aide")),
    ],
)
def test_words_stand_for_each_speaker_in_turn_or_for_all(fields, speakers, quoter):
    """One text for several is of all of them; texts behind those of `by` are of speakers without an id."""
    claim = Claim.model_validate({"text": "T", **fields})
    assert claim.speakers == tuple(Speaker(*each) for each in speakers)
    assert claim.quoter == (Speaker(*quoter) if quoter else None)


@pytest.mark.parametrize(
    ("given", "written"),
    [("ana", "ana"), (["ana"], "ana"), (["ana", "bo"], ["ana", "bo"]), (None, None), ([], None)],
)
def test_one_speaker_is_written_without_a_list(given, written):
    """So what was kept of a record before there were several is still the same."""
    claim = Claim.model_validate({"text": "T", "by": given, "by_as_reported": given})
    kept = claim.model_dump(mode="json")
    assert (kept["by"], kept["by_as_reported"]) == (written, written)
    assert Claim.model_validate(kept) == claim
