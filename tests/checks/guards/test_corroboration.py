"""Confirmed is what has two origins."""

from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem

Found = Callable[..., list[Problem]]
EVENT = "claims:\n  c:\n    text: A ship sank.\n    sources: [{sources}]\n    credibility: {grade}\n"


@pytest.mark.parametrize(
    ("sources", "grade", "message"),
    [
        ("wire, copy", 1, "claim `c` has credibility 1, but is based on 2 sources with the same origin"),
        ("wire", 1, "claim `c` has credibility 1, but is based on only one source"),
        ("wire, copy, gazette", 1, None),
        ("wire, copy", 2, None),
    ],
)
def test_copies_confirm_nothing(found, sources, grade, message):
    """Two outlets with one report are one origin; a source that names none is its own."""
    files = {f"seeds/{id_}.yaml": "kind: article\norigin: A wire\n" for id_ in ("wire", "copy")}
    problems = found(EVENT.format(sources=sources, grade=grade), files=files)
    assert [each.message for each in problems] == ([message] if message else [])


def test_a_source_that_is_not_described_has_one_problem(found):
    """Where the origin cannot be known, that the source is unknown is all there is to say."""
    assert [each.code for each in found(EVENT.format(sources="nowhere", grade=1))] == ["source-unknown"]
