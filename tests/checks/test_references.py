"""References that lead nowhere, and references to what is broken itself."""

from itertools import islice, product

import pytest

from dashboard.checks.corpus import Guesses


@pytest.mark.parametrize(
    ("body", "hint"),
    [
        ("threads: [habour]\n", "did you mean `harbour`?"),
        ("where: {reported: mantta, claims: [opened]}\n", "did you mean `manta`?"),
        ("when: {reported: '2021', claims: [openned]}\n", "did you mean `opened`?"),
        ("relations:\n  - {type: repeats, event: harbor-opened, note: So.}\n", "did you mean `harbour-opened`?"),
        (
            "answers:\n  - {question: harbour/second-key, outcome: 'no', claims: [opened]}\n",
            "did you mean `harbour/second-quay`?",
        ),
        (
            "answers:\n  - {question: second-quay, outcome: 'no', claims: [opened]}\n",
            "write it as `thread-id/question`",
        ),
        ("    disputed_by: [harbour-opened/costs]\n", "did you mean `harbour-opened/cost`?"),
        ("    disputed_by: [harbor-opened/cost]\n", "did you mean `harbour-opened`?"),
        ("    disputed_by: [opend]\n", "did you mean `opened`?"),
    ],
)
def test_the_nearest_id_is_offered(found, body, hint):
    """A misspelled reference is answered by the id that is nearest, written as it must stand there."""
    (problem,) = found(claim=body) if body.startswith(" ") else found(body)
    assert problem.hint == hint


def test_sources_of_registries_and_sources_are_described(found):
    """Places, actors, offices and descriptions name sources as events do."""
    problems = found(
        files={
            "events/registry/actors.yaml": "ana-ruiz: {name: Ana, kind: person, sources: [gone], "
            "offices: [{title: Minister, sources: [gone]}]}\nlorne: {name: Lorne, kind: company}\n",
            "seeds/gazette.yaml": "kind: report\ntitle: {assessed: {value: A, basis: external, sources: [gone]}}\n",
        }
    )
    assert [(each.file, each.line, each.column, each.code) for each in problems] == [
        ("events/registry/actors.yaml", 1, 47, "source-unknown"),
        ("events/registry/actors.yaml", 1, 92, "source-unknown"),
        ("seeds/gazette.yaml", 2, 57, "source-unknown"),
    ]


@pytest.mark.parametrize(
    ("file", "text", "code"),
    [
        ("events/registry/places.yaml", "manta: {name: Manta\n", "yaml-unclosed"),
        ("events/registry/actors.yaml", "ana-ruiz: {name: Ana}\nlorne: {name: L, kind: company}\n", "key-missing"),
        ("events/registry/threads.yaml", "harbour: {}\n", "key-missing"),
        ("seeds/gazette.yaml", "title: A\n", "key-missing"),
        ("events/base/harbour-opened.yaml", "title: A\n", "key-missing"),
    ],
)
def test_one_broken_record_is_one_problem(found, file, text, code):
    """What refers to a record that is there and broken is not called wrong itself."""
    body = "relations:\n  - {type: repeats, event: harbour-opened, note: So.}\n"
    claim = "    sources: [gazette]\n    disputed_by: [harbour-opened/cost]\n"
    assert [problem.code for problem in found(body, {file: text}, claim)] == [code]


def test_a_registry_that_is_not_there_has_no_entries(base_workspace, found):
    """Without a registry of threads every thread that is named is unknown."""
    (base_workspace / "events/registry/threads.yaml").unlink()
    assert {problem.code for problem in found()} == {"thread-unknown"}


def test_guesses_are_bounded(found):
    """Every reference that leads nowhere is counted; what it may have meant is looked for so many times."""
    ids = [f"habour-quay-{one}{other}" for one, other in islice(product("abcdefghijklmnopqrstuvwxy", repeat=2), 600)]
    problems = found(f"threads: [{', '.join(ids)}]\n")
    assert sum(problem.more or 1 for problem in problems) == 600
    guesses = Guesses()
    assert sum("did you mean" in guesses.nearest(id_, ["harbour-quay-zz"]) for id_ in ids) == 500
