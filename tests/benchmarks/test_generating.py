"""The generated workspace is what the benchmarks say it is, and validation keeps pace with it."""

from time import process_time

import pytest
from generating import generate

from dashboard.checks.validation import validate


def test_generated_records_have_no_problem(tmp_path):
    """A benchmark of records that are refused early would flatter."""
    validation = validate(generate(tmp_path / "generated", 60))
    assert [str(problem) for problem in validation.problems] == []
    assert len(validation.workspace.events) == 60


def test_no_two_generated_texts_are_alike(tmp_path):
    """No cache is hit that a team's own records would not hit."""
    events = validate(generate(tmp_path / "generated", 60)).workspace.events.values()
    for texts in (
        [event.title for event in events],
        [claim.text for event in events for claim in event.claims.values()],
        [quote.exact for event in events for claim in event.claims.values() for quote in claim.quotes],
    ):
        assert len(texts) == len(set(texts))


@pytest.mark.proof
def test_validation_takes_time_in_proportion(tmp_path):
    """Eight times the records take at most twelve times the time."""
    took = []
    for count in (1_000, 8_000):
        root = generate(tmp_path / str(count), count)
        begun = process_time()
        validate(root)
        took.append(process_time() - begun)
    assert took[1] < 12 * took[0]
