"""A briefing that is being written is checked as its file would be."""

import pytest

from dashboard.checks.drafts import check_draft
from dashboard.checks.validation import validate

DRAFT = {"title": "T", "marking": "RED", "as_of": "2025-12-31", "selection": {"events": ["us-base-closed"]}}
SENTENCE = {"text": "The base closed in 2009.", "claims": ["us-base-closed/closed"]}


@pytest.fixture
def validation(root):
    """Of the seed workspace."""
    return validate(root)


@pytest.mark.parametrize(
    ("fields", "code", "path"),
    [
        ({"title": ""}, "text-empty", ("title",)),
        ({"marking": "AMBR"}, "value-not-in-vocabulary", ("marking",)),
        ({"as_of": "2025"}, "as-of-not-a-day", ("as_of",)),
        ({"as_of": "soon"}, "date-not-edtf", ("as_of",)),
        ({"selection": {"events": ["no-such"]}}, "event-unknown", ("selection", "events", 0)),
        ({"bottom_line": [{"text": "The base closed."}]}, "sentence-without-basis", ("bottom_line", 0)),
        (
            {"bottom_line": [SENTENCE, {**SENTENCE, "text": "It had 99 men."}]},
            "number-not-in-claims",
            ("bottom_line", 1, "text"),
        ),
        (
            {
                "judgements": [
                    {
                        "question": "us-ecuador-basing/permanent-base",
                        "likelihood": "unlikely",
                        "confidence": "low",
                        "by": "A",
                    }
                ]
            },
            "judgement-without-evidence",
            ("judgements", 0),
        ),
    ],
)
def test_a_problem_is_on_the_field_that_it_belongs_to(validation, fields, code, path):
    """By the codes of validation."""
    found = check_draft("mine", {**DRAFT, **fields}, validation)
    assert path in [found.path_of(problem) for problem in found.problems], found.problems
    assert code in [problem.code for problem in found.problems], found.problems


def test_a_draft_that_is_right_is_a_briefing_of_the_workspace(validation):
    """Beside those that are there; validation finds as much in its file."""
    found = check_draft("mine", {**DRAFT, "bottom_line": [SENTENCE]}, validation)
    assert found.problems == ()
    assert found.briefing is not None
    assert {*found.validation.workspace.briefings} == {*validation.workspace.briefings, "mine"}


def test_a_draft_of_a_file_has_the_problems_of_the_file(workspace):
    """The same, code by code."""
    file = workspace / "events" / "briefings" / "mine.yaml"
    file.write_text(
        'title: "T"\nmarking: RED\nas_of: "2025"\nselection: {events: [nowhere]}\n'
        'bottom_line: [{text: "It had 99 men.", claims: [us-base-closed/closed]}]\n',
        encoding="utf-8",
    )
    validation = validate(workspace)
    fields = validation.workspace.documents["events/briefings/mine.yaml"].data
    told = [(each.code, each.message) for each in validation.problems if each.file.endswith("mine.yaml")]
    assert sorted((each.code, each.message) for each in check_draft("mine", fields, validation).problems) == sorted(
        told
    )
    assert len(told) == 3
