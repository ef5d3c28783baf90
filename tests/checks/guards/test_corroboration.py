"""Confirmed is what has two origins."""

from collections.abc import Callable

import pytest

from dashboard.model.problem import Problem
from dashboard.store.source_description import figures

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


REPORT = (
    "The council of Lorne voted on Tuesday to lengthen the pier by forty metres, so that larger ships can land grain "
    "in winter. Nobody spoke against it, though the fishers asked that the old steps be kept and that work rest in "
    "May. The money comes from the harbour dues of three years."
)
COPIES = ("one", "two", "three")


@pytest.mark.parametrize(
    ("origins", "other", "is_confirmed"),
    [
        ({}, "", False),
        ({"two": "wire"}, "", False),
        ({"one": "wire", "two": "council"}, "", True),
        ({"one": "wire", "two": "wire", "three": "wire"}, "", False),
        ({}, ", gazette", True),
    ],
)
def test_texts_that_are_nearly_the_same_confirm_nothing_until_somebody_says_otherwise(
    found, origins, other, is_confirmed
):
    """Three outlets with one dispatch are one; different origins in their descriptions make them two again."""
    files = {}
    for number, id_ in enumerate(COPIES):
        text = f"{id_.upper()}, Tuesday - {REPORT}{'Read more. ' * number}\n"
        origin = f"origin: {origins[id_]}\n" if id_ in origins else ""
        files[f"seeds/{id_}.txt"] = text
        files[f"seeds/{id_}.yaml"] = f"kind: article\noutlet: The {id_}\ntext: {figures(text)}\n{origin}"
    problems = found(EVENT.format(sources=", ".join(COPIES) + other, grade=1), files=files)
    messages = [each.message for each in problems if each.code == "confirmed-by-itself"]
    assert len(messages) == (not is_confirmed)
    assert all("nearly the same text" in each or len(origins) == 3 for each in messages)


def test_a_source_that_is_not_described_has_one_problem(found):
    """Where the origin cannot be known, that the source is unknown is all there is to say."""
    assert [each.code for each in found(EVENT.format(sources="nowhere", grade=1))] == ["source-unknown"]
